import type { Bilingual } from "../scenario/quantity.ts";

/** Who bears a statutory benefit. What an employer bears never reaches the fund. */
export type BenefitPayer = "fund" | "employer" | "employerAndWorker";

/** Line of the fund's accounts (Cai-She [2017] 144, articles 30 and 36–38), or none for what the fund does not pay. */
export type AccountGroup = "medical" | "disability" | "death" | "appraisal" | "prevention" | "other" | "none";

export interface StatutoryBenefit {
  readonly code: string;
  readonly name: Bilingual;
  readonly payer: BenefitPayer;
  readonly group: AccountGroup;
  readonly article: Bilingual;
}

const benefit = (
  code: string,
  zh: string,
  en: string,
  payer: BenefitPayer,
  group: AccountGroup,
  articleZh: string,
  articleEn: string,
): StatutoryBenefit => ({ code, name: { zh, en }, payer, group, article: { zh: articleZh, en: articleEn } });

/**
 * Every statutory benefit with its payer (Work Injury Insurance Regulations, "条例"; Social Insurance Law, "社保法"). Missing persons:
 * wages of the first three months are the employer's, what stands here begins with the fourth.
 */
export const statutoryBenefits: readonly StatutoryBenefit[] = [
  benefit(
    "MED",
    "工伤医疗费",
    "medical treatment",
    "fund",
    "medical",
    "条例第30条；社保法第38条",
    "Regulations 30; SIL 38",
  ),
  benefit(
    "REHAB",
    "工伤康复费",
    "rehabilitation",
    "fund",
    "medical",
    "条例第30条；社保法第38条",
    "Regulations 30; SIL 38",
  ),
  benefit(
    "MEAL",
    "住院伙食补助费",
    "hospital meals",
    "fund",
    "medical",
    "条例第30条；社保法第38条",
    "Regulations 30; SIL 38",
  ),
  benefit(
    "TRAVEL",
    "统筹地区以外就医交通食宿费",
    "travel and lodging outside the region",
    "fund",
    "medical",
    "条例第30条；社保法第38条",
    "Regulations 30; SIL 38",
  ),
  benefit(
    "DEVICE",
    "辅助器具费",
    "assistive devices",
    "fund",
    "medical",
    "条例第32条；社保法第38条",
    "Regulations 32; SIL 38",
  ),
  benefit(
    "WAGE_LEAVE",
    "停工留薪期工资福利",
    "wages during paid leave",
    "employer",
    "none",
    "条例第33条；社保法第39条",
    "Regulations 33; SIL 39",
  ),
  benefit(
    "NURSE_LEAVE",
    "停工留薪期护理",
    "care during paid leave",
    "employer",
    "none",
    "条例第33条",
    "Regulations 33",
  ),
  benefit(
    "NURSE_FULL",
    "生活护理费（完全不能自理）",
    "care allowance, fully dependent",
    "fund",
    "disability",
    "条例第34条；社保法第38条",
    "Regulations 34; SIL 38",
  ),
  benefit(
    "NURSE_MOST",
    "生活护理费（大部分不能自理）",
    "care allowance, mostly dependent",
    "fund",
    "disability",
    "条例第34条；社保法第38条",
    "Regulations 34; SIL 38",
  ),
  benefit(
    "NURSE_PART",
    "生活护理费（部分不能自理）",
    "care allowance, partly dependent",
    "fund",
    "disability",
    "条例第34条；社保法第38条",
    "Regulations 34; SIL 38",
  ),
  benefit(
    "LUMP",
    "一次性伤残补助金",
    "one-time disability grant",
    "fund",
    "disability",
    "条例第35—37条；社保法第38条",
    "Regulations 35–37; SIL 38",
  ),
  benefit(
    "PENSION_1_4",
    "伤残津贴（一至四级）",
    "disability pension, grades 1–4",
    "fund",
    "disability",
    "条例第35条；社保法第38条",
    "Regulations 35; SIL 38",
  ),
  benefit(
    "PENSION_5_6",
    "伤残津贴（五、六级）",
    "disability allowance, grades 5–6",
    "employer",
    "none",
    "条例第36条；社保法第39条",
    "Regulations 36; SIL 39",
  ),
  benefit(
    "PENSION_TOPUP",
    "养老待遇低于伤残津贴的差额",
    "difference to the old-age pension",
    "fund",
    "disability",
    "条例第35条；社保法第40条",
    "Regulations 35; SIL 40",
  ),
  benefit(
    "MED_INS_1_4",
    "一至四级基本医疗保险费",
    "medical insurance of grades 1–4",
    "employerAndWorker",
    "none",
    "条例第35条",
    "Regulations 35",
  ),
  benefit(
    "MED_SUBSIDY",
    "一次性工伤医疗补助金",
    "one-time medical subsidy",
    "fund",
    "disability",
    "条例第36、37条；社保法第38条",
    "Regulations 36–37; SIL 38",
  ),
  benefit(
    "EMP_SUBSIDY",
    "一次性伤残就业补助金",
    "one-time employment subsidy",
    "employer",
    "none",
    "条例第36、37条；社保法第39条",
    "Regulations 36–37; SIL 39",
  ),
  benefit(
    "FUNERAL",
    "丧葬补助金",
    "funeral grant",
    "fund",
    "death",
    "条例第39条；社保法第38条",
    "Regulations 39; SIL 38",
  ),
  benefit(
    "SURV_SPOUSE",
    "供养亲属抚恤金（配偶）",
    "survivor pension, spouse",
    "fund",
    "death",
    "条例第39条",
    "Regulations 39",
  ),
  benefit(
    "SURV_OTHER",
    "供养亲属抚恤金（其他亲属）",
    "survivor pension, other relatives",
    "fund",
    "death",
    "条例第39条",
    "Regulations 39",
  ),
  benefit(
    "SURV_ORPHAN",
    "孤寡老人或孤儿增发",
    "supplement for lone elderly or orphans",
    "fund",
    "death",
    "条例第39条",
    "Regulations 39",
  ),
  benefit(
    "DEATH_LUMP",
    "一次性工亡补助金",
    "death grant",
    "fund",
    "death",
    "条例第39条；社保法第38条",
    "Regulations 39; SIL 38",
  ),
  benefit(
    "MISSING",
    "下落不明",
    "missing persons, from the fourth month",
    "fund",
    "death",
    "条例第41条",
    "Regulations 41",
  ),
  benefit(
    "APPRAISAL",
    "劳动能力鉴定费",
    "appraisal of working capacity",
    "fund",
    "appraisal",
    "条例第12条；社保法第38条",
    "Regulations 12; SIL 38",
  ),
  benefit("PREVENT", "工伤预防费", "prevention fee", "fund", "prevention", "条例第12条", "Regulations 12"),
  benefit("ADVANCE", "先行支付", "advance payment", "fund", "other", "社保法第41、42条", "SIL 41–42"),
  benefit(
    "INDEX",
    "长期待遇调整",
    "indexation of long-term benefits",
    "fund",
    "disability",
    "条例第40条",
    "Regulations 40",
  ),
];

/** The benefit of a code; throws for one that is not in the closed list. */
export function statutoryBenefit(code: string): StatutoryBenefit {
  const found = statutoryBenefits.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no statutory benefit ${code}`);
  return found;
}
