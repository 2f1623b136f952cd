import type { Bilingual } from "../model/scenario/quantity.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { monthOfYear } from "./dates.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";

/** Readings of the statutory items that are in force: which wage benefits follow, who pays for what the texts leave open. */
export function benefitDefinitions({ basis, rules }: Scenario): { readonly [reading: string]: Definition } {
  const { benefits, costs } = rules;
  const found: { [reading: string]: Definition } = {};
  if (benefits !== undefined) {
    const byItem = basis.kind === "detailed" && basis.outcomes !== undefined;
    found["benefitItems"] = stated(
      { value: byItem ? "items" : "totals" },
      byItem
        ? { zh: "待遇按工伤结果逐项计算", en: "Benefits are worked out item by item from the outcomes of injuries" }
        : {
            zh: "待遇按总额或分组推算；法定项目只列出标准，不参与计算",
            en: "Benefits are projected as totals or groups; statutory items are listed and not worked out",
          },
    );
  }
  const wageBase = benefits?.wageBase;
  if (wageBase !== undefined) {
    const { definition, construction } = wageBase;
    const weight = definition.kind === "weighted" ? sharePercent(definition.privateWeight.value) : "";
    const words: { readonly [kind in typeof definition.kind]: Bilingual } = {
      weighted: {
        zh: `待遇计发基数：上年非私营与私营单位就业人员加权平均工资（私营权重 ${weight}）`,
        en: `Benefit base: last year's mean wage of non-private and private units (private weight ${weight})`,
      },
      nonPrivate: {
        zh: "待遇计发基数：上年城镇非私营单位就业人员平均工资",
        en: "Benefit base: last year's mean wage of urban non-private units",
      },
      onPost: {
        zh: "待遇计发基数：上年城镇非私营单位在岗职工平均工资",
        en: "Benefit base: last year's mean wage of on-post staff of urban non-private units",
      },
      provincial: {
        zh: "待遇计发基数：上年全口径城镇单位就业人员平均工资",
        en: "Benefit base: last year's mean wage of all urban units",
      },
    };
    found["wageBase"] = stated({ ...definition, value: definition.kind }, words[definition.kind]);
    const [first] = wageBase.published;
    if (first !== undefined) {
      found["wageBasePublished"] = stated(first, {
        zh: `计发基数每年 ${first.value} 月起改用新公布的数`,
        en: `The base takes the new figure each ${monthOfYear(first.value, "en")}`,
      });
    }
    if (construction !== undefined) {
      found["constructionWage"] = stated(
        construction,
        construction.value === "provincial"
          ? {
              zh: "工程建设项目难以确定本人工资的，按全省平均工资",
              en: "Construction workers without a wage of their own: the province's mean wage",
            }
          : {
              zh: "工程建设项目难以确定本人工资的，按待遇计发基数",
              en: "Construction workers without a wage of their own: the benefit base",
            },
      );
    }
  }
  const cut = benefits?.medicalSubsidy?.retirementCut;
  if (cut !== undefined) {
    found["retirementCut"] = stated(
      cut.of,
      cut.of.value === "both"
        ? {
            zh: "距退休不足五年：医疗补助金和就业补助金都减计",
            en: "Within five years of retirement both subsidies are cut",
          }
        : {
            zh: "距退休不足五年：只减计单位的就业补助金，基金的医疗补助金不减",
            en: "Within five years of retirement only the employer's subsidy is cut, not the fund's",
          },
    );
  }
  if (costs.investigation !== undefined) {
    found["investigation"] = stated(
      costs.investigation.payer,
      costs.investigation.payer.value === "fund"
        ? { zh: "工伤认定调查费用由基金支付", en: "The fund pays for recognition investigation" }
        : { zh: "工伤认定调查费用由地方财政负担", en: "Local budgets pay for recognition investigation" },
    );
  }
  if (costs.preventionCeiling !== undefined) {
    const { share, withConsent, consent } = costs.preventionCeiling;
    const limit = sharePercent(consent.value ? withConsent.value : share.value);
    found["preventionCeiling"] = stated(consent, {
      zh: `工伤预防费不超过上年征缴收入的 ${limit}，待遇未付清时不安排`,
      en: `Prevention costs at most ${limit} of last year's contributions, and nothing while benefits are unpaid`,
    });
  }
  return found;
}
