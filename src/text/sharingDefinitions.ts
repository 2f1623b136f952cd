import type { Bilingual } from "../model/scenario/quantity.ts";
import type { Rules } from "../model/scenario/rules.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { monthName, monthOfYear } from "./dates.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";

type Settlement = NonNullable<Rules["settlement"]>;
type Waterfall = Extract<Rules["shortfall"], { readonly kind: "waterfall" }>;
type Step = Waterfall["steps"][number];

/** What happens when the fund cannot pay, in words. */
export function shortfallWords(rule: Rules["shortfall"]): Bilingual {
  if (rule.kind === "overdraft") return { zh: "允许结余为负（透支）", en: "The balance may run negative (overdraft)" };
  if (rule.kind === "waterfall") {
    const words = rule.steps.map(stepWords);
    return {
      zh: `缺口按序支付：${words.map(({ zh }) => zh).join("→")}→挂账并优先支付`,
      en: `A gap is met in this order: ${words.map(({ en }) => en).join(" → ")} → unpaid, carried and paid first`,
    };
  }
  if (rule.payers.length === 0) {
    return {
      zh: "缺口无人承担，挂账并优先支付",
      en: "Nobody covers a gap: it stays unpaid, is carried and paid first",
    };
  }
  const zh = rule.payers.map(({ name, share }) => `${name.zh} ${sharePercent(share.value)}`).join("、");
  const en = rule.payers.map(({ name, share }) => `${name.en} ${sharePercent(share.value)}`).join(", ");
  const whole = rule.payers.reduce((sum, { share }) => sum + share.value, 0) > 1 - 1e-9;
  return whole
    ? { zh: `缺口分担：${zh}`, en: `A gap is covered by ${en}` }
    : {
        zh: `缺口分担：${zh}；其余挂账并优先支付`,
        en: `A gap is covered by ${en}; the rest is carried and paid first`,
      };
}

const plainSteps: { readonly [kind in Exclude<Step["kind"], "payer" | "pooledCut" | "pooledAid">]: Bilingual } = {
  ownSurplus: { zh: "本地当年结余", en: "the unit's surplus of the year" },
  ownBalance: { zh: "本地累计结余", en: "the unit's cumulative balance" },
  oldBalances: { zh: "历年滚存结余", en: "balances of earlier years" },
  reserveFund: { zh: "储备金", en: "the reserve fund" },
  termDeposits: { zh: "定期存款变现", en: "term deposits cashed in" },
};

function stepWords(step: Step): Bilingual {
  switch (step.kind) {
    case "payer":
      return {
        zh: `${step.name.zh} ${sharePercent(step.share.value)}`,
        en: `${step.name.en} ${sharePercent(step.share.value)}`,
      };
    case "pooledCut": {
      const cumulative = step.forgone.value === "cumulative";
      return {
        zh: `统筹基金弥补统一降费造成的缺口（以${cumulative ? "累计" : "当年"}少收且未弥补的保费为限，可支付月数低于 ${step.below.value} 个月）`,
        en: `the pooled fund for the part due to the uniform cut (up to the contributions forgone ${cumulative ? "so far" : "this year"} and not made good, below ${step.below.value} payable months)`,
      };
    }
    case "pooledAid": {
      const share = sharePercent(step.localShare.value);
      const returned = step.returns.value === "pooledFund";
      return {
        zh: `统筹基金补助（当地政府按补助额 ${share} 上解${returned ? "，归入统筹基金" : "市级财政，不归入基金"}）`,
        en: `aid of the pooled fund (the local government pays ${share} of it ${returned ? "back to the fund" : "to city finance, not to the fund"})`,
      };
    }
    default:
      return plainSteps[step.kind];
  }
}

/** Readings of pooling, the pooled fund, the steps of a waterfall, the yearly settlement and the budget constraint. */
export function sharingDefinitions({ rules, provisions }: Scenario): { readonly [reading: string]: Definition } {
  const { pooling, pooledFund, settlement, shortfall, budget } = rules;
  const found: { [reading: string]: Definition } = {};
  if (pooling !== undefined) {
    found["pooling"] = stated(
      { ...pooling, value: pooling.kind },
      pooling.kind === "separate"
        ? { zh: "各地分别留存、各自支付", en: "Each unit keeps its own money and pays its own benefits" }
        : { zh: "统收统支，各地结余为名义数", en: "All money is one; a region's balance is notional" },
    );
  }
  if (pooledFund !== undefined) {
    const { refill, majorAccidents } = pooledFund;
    found["pooledFundRefill"] = stated(refill.months, {
      zh: `统筹基金不足全市区 ${refill.months.value} 个月支出时，由各地按上年结余占比补充，${refill.lag.value} 个月后上划；上年末结余在起始年取期初数`,
      en: `Below ${refill.months.value} months of the urban area's outgo units refill the pooled fund by their share of last year's balances, ${refill.lag.value} months later; in the first year the opening balances stand for last year's`,
    });
    found["majorAccidents"] = stated(
      majorAccidents,
      majorAccidents.value === "paid"
        ? { zh: "重大事故的待遇由统筹基金支付", en: "The pooled fund bears the benefits of large accidents" }
        : { zh: "重大事故的待遇由各地支付", en: "Units bear the benefits of large accidents" },
    );
  }
  if (shortfall.kind === "waterfall") {
    for (const step of shortfall.steps) {
      if (step.kind === "pooledCut") {
        found["forgoneByCut"] = stated(
          step.forgone,
          step.forgone.value === "cumulative"
            ? { zh: "降费缺口：按累计少收数计", en: "Gap due to the cut: contributions forgone so far" }
            : { zh: "降费缺口：按当年少收数计", en: "Gap due to the cut: contributions forgone this year" },
        );
      }
      if (step.kind === "pooledAid") {
        found["localShareOfAid"] = stated(
          step.returns,
          step.returns.value === "pooledFund"
            ? { zh: "当地上解的补助分担归入统筹基金", en: "The local share of aid returns to the pooled fund" }
            : {
                zh: "当地上解的补助分担归市级财政，不回到基金",
                en: "The local share of aid goes to city finance and does not return to the fund",
              },
        );
      }
      if ((step.kind === "pooledCut" || step.kind === "pooledAid") && step.until !== undefined) {
        const { value } = step.until;
        found["cityRulesUntil"] = stated(
          step.until,
          value === "open"
            ? { zh: "市区统筹规则不设终止", en: "The city rules have no stated end" }
            : {
                zh: `市区统筹规则至 ${monthName(value, "zh")}止`,
                en: `The city rules end after ${monthName(value, "en")}`,
              },
        );
      }
    }
  }
  if (settlement !== undefined)
    found["settlement"] = stated({ ...settlement, value: settlement.kind }, settled(settlement));
  else if (provisions?.some((id) => withoutRatio.includes(id))) {
    found["settlement"] = {
      value: "none",
      zh: "未计年度缺口分担：文件要求另行制定办法，其比例未找到",
      en: "No yearly sharing of gaps: the document leaves it to a separate measure whose ratio was not found",
    };
  }
  if (settlement?.kind === "anhui") {
    found["sharingBands"] = stated(
      settlement.bands,
      settlement.bands.value === "slices"
        ? { zh: "超预算部分分段计算", en: "Each band shares its own slice of the excess" }
        : { zh: "超预算部分全部按所到档次计算", en: "The last band reached shares the whole excess" },
    );
    found["surplusOf"] = stated(
      settlement.surplusOf,
      settlement.surplusOf.value === "province"
        ? { zh: "以全省预算当期结余正负定比例", en: "The province's budgeted balance decides the ratio" }
        : { zh: "以该市预算当期结余正负定比例", en: "The city's own budgeted balance decides the ratio" },
    );
  }
  if (budget !== undefined) {
    const { constraint } = budget;
    found["budgetConstraint"] = stated({ ...constraint, value: constraint.kind }, constraintWords(constraint));
  }
  return found;
}

/** Documents that ask for a sharing of gaps without a ratio that could be found (DOMAIN.md section 10). */
const withoutRatio = ["provisions/zhejiang", "provisions/jiangxi", "provisions/jilin"];

function settled(rule: Settlement): Bilingual {
  const when = {
    zh: `自 ${rule.since.value.slice(0, 4)} 预算年度起，次年 ${rule.month.value} 月结算`,
    en: `from budget year ${rule.since.value.slice(0, 4)}, settled in the ${monthOfYear(rule.month.value, "en")} after`,
  };
  const names: { readonly [kind in Settlement["kind"]]: Bilingual } = {
    anhui: {
      zh: "年度缺口由省与市县按预算缺口、执行偏差和管理缺口分担",
      en: "Yearly gaps are shared by budgeted gap, deviation and management gap",
    },
    liaoning: {
      zh: "年度缺口按全省滚存结余能否弥补确定省市比例",
      en: "Yearly gaps are shared by whether the rolling balance covers them",
    },
    chizhou: {
      zh: "年度缺口按任务完成与否分担，未完成的由当地全额负担",
      en: "Yearly gaps are shared where targets are met, else the place bears all",
    },
    apportioned: {
      zh: "全省年度缺口的地方部分按人口、工资、结余、工伤分摊",
      en: "The local part of the pool's yearly gap is apportioned by population, payroll, balance and injuries",
    },
  };
  return { zh: `${names[rule.kind].zh}，${when.zh}`, en: `${names[rule.kind].en}, ${when.en}` };
}

function constraintWords(rule: NonNullable<Rules["budget"]>["constraint"]): Bilingual {
  switch (rule.kind) {
    case "noDeficit":
      return { zh: "预算不得为赤字", en: "The budget shall not run a deficit" };
    case "smallSurplus":
      return {
        zh: `预算略有结余：结余为支出的 ${sharePercent(rule.least.value)} 至 ${sharePercent(rule.most.value)}`,
        en: `The budget keeps a small surplus: ${sharePercent(rule.least.value)} to ${sharePercent(rule.most.value)} of outgo`,
      };
    case "balance":
      return {
        zh: `预算收支平衡：相差不超过支出的 ${sharePercent(rule.tolerance.value)}`,
        en: `The budget is balanced within ${sharePercent(rule.tolerance.value)} of outgo`,
      };
  }
}
