import type { BalancePart, PayableMonths } from "../model/rules/payableMonths.ts";
import type { Bilingual, Provenance } from "../model/scenario/quantity.ts";
import type { Rules } from "../model/scenario/rules.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { accountDefinitions } from "./accountDefinitions.ts";
import { benefitDefinitions } from "./benefitDefinitions.ts";
import { monthOfYear } from "./dates.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";
import { experienceDefinitions } from "./experienceDefinitions.ts";
import { measureDefinitions } from "./measureDefinitions.ts";
import { money } from "./numbers.ts";
import { observationDate } from "./observation.ts";
import { pensionDefinitions } from "./pensionDefinitions.ts";
import { rateDefinitions } from "./rateDefinitions.ts";
import { sharingDefinitions, shortfallWords } from "./sharingDefinitions.ts";
import { triggerDefinitions } from "./triggerDefinitions.ts";

export type { Definition } from "./definition.ts";

/**
 * Every reading in force in a scenario, by name, as data and in words: what payable months are, when the trigger fires,
 * what is done, when it starts and ends, who decides, what happens when money runs out. Names keep their meaning; a
 * reading that a scenario does not have (the exit of a measure without exit) is absent.
 */
export function definitionsOf(scenario: Scenario): { readonly [reading: string]: Definition } {
  const { rules, opening, uncertainty } = scenario;
  const { payableMonths, trigger } = rules;
  return {
    numerator: stated(payableMonths.numerator, numerator(payableMonths.numerator.value)),
    denominator: stated(...denominator(payableMonths)),
    outgo: stated(payableMonths.outgo, outgoes[payableMonths.outgo.value]),
    observation: stated(payableMonths.observation, observed(payableMonths)),
    informationLag: stated(payableMonths.informationLag, lag(payableMonths.informationLag.value)),
    ...(payableMonths.projection === undefined
      ? {}
      : { projection: stated(payableMonths.projection, projected(payableMonths.projection.value)) }),
    ...triggerDefinitions(trigger),
    ...measureDefinitions(rules),
    ...rateDefinitions(rules),
    ...benefitDefinitions(scenario),
    ...pensionDefinitions(scenario),
    ...accountDefinitions(rules),
    shortfall: stated({ ...rules.shortfall, value: rules.shortfall.kind }, shortfallWords(rules.shortfall)),
    ...sharingDefinitions(scenario),
    budgetDraft: stated(rules.budgetDraft, {
      zh: `下一年度预算于 ${rules.budgetDraft.value} 月编制`,
      en: `Next year's budget is drafted in ${monthOfYear(rules.budgetDraft.value, "en")}`,
    }),
    baseReset: stated(rules.contribution.baseReset, {
      zh: `缴费基数每年 ${rules.contribution.baseReset.value} 月按上年工资调整`,
      en: `The contribution base takes over last year's wages each ${monthOfYear(rules.contribution.baseReset.value, "en")}`,
    }),
    ...experienceDefinitions(rules),
    pipeline: stated(
      { ...opening.pipeline, value: opening.pipeline.kind },
      opening.pipeline.kind === "stationary"
        ? {
            zh: "期初未付的既往工伤：按支付进度推算",
            en: "Past injuries still to be paid: from the payment pattern at the opening level",
          }
        : { zh: "期初未付的既往工伤：逐月给定", en: "Past injuries still to be paid: stated month by month" },
    ),
    parameterUncertainty: stated(
      { ...uncertainty, value: uncertainty.on },
      uncertainty.on
        ? { zh: "计入参数不确定性", en: "Uncertain trends are drawn once per path" }
        : { zh: "不计参数不确定性", en: "Trends are taken as known" },
    ),
  };
}

const parts: { readonly [part in BalancePart]: Bilingual } = {
  pooledAccount: { zh: "统筹账户结余", en: "pooled account" },
  turnoverFund: { zh: "周转金", en: "turnover funds" },
  reserveFund: { zh: "储备金", en: "reserve fund" },
  unremitted: { zh: "未上解资金", en: "money not yet remitted" },
  termDeposits: { zh: "定期存款", en: "term deposits" },
  pooledFund: { zh: "市区统筹基金", en: "pooled fund" },
};

/** The denominator with the amount or share that it needs, and the place that says where it comes from. */
function denominator({
  denominator: reading,
  yearlyAmount,
  costRate,
}: PayableMonths): [Provenance & { readonly value: unknown }, Bilingual] {
  if (reading.value === "stated") {
    const amount = (yearlyAmount?.value ?? 0) / 12;
    return [
      { ...(yearlyAmount ?? reading), value: { kind: "stated", yearlyAmount: yearlyAmount?.value } },
      {
        zh: `分母：规定数额，每月 ${money(amount, amount >= 1e8 ? "hundredMillionYuan" : "yuan", "zh")}`,
        en: `Denominator: a stated amount, ${money(amount, amount >= 1e8 ? "hundredMillionYuan" : "yuan", "en")} a month`,
      },
    ];
  }
  if (reading.value === "costRate") {
    const share = sharePercent(costRate?.value ?? 0);
    return [
      { ...(costRate ?? reading), value: { kind: "costRate", costRate: costRate?.value } },
      {
        zh: `分母：此前 12 个月缴费基数的 ${share}`,
        en: `Denominator: ${share} of the contribution base of the last 12 months`,
      },
    ];
  }
  return [reading, denominators[reading.value]];
}

function observed({ observation, observationMonth }: PayableMonths): Bilingual {
  const { zh, en } = observationDate(observation.value, observationMonth?.value);
  return { zh: `每${observation.value === "calendarMonth" ? "年 " : ""}${zh}观察`, en: observedInEnglish(en) };
}

function observedInEnglish(date: string): string {
  return date.startsWith("end of") ? `Observed once a year, at the ${date}` : `Observed at each ${date}`;
}

function projected(ahead: number): Bilingual {
  return ahead === 0
    ? {
        zh: "按费率不变时预计本年末的可支付月数判断",
        en: "Judged by payable months expected at the end of this year at the unchanged rate",
      }
    : {
        zh: "按费率不变时预计下一年末的可支付月数判断",
        en: "Judged by payable months expected at the end of next year at the unchanged rate",
      };
}

const denominators: {
  readonly [reading in Exclude<PayableMonths["denominator"]["value"], "stated" | "costRate">]: Bilingual;
} = {
  trailing12: { zh: "分母：此前 12 个月的月均支出", en: "Denominator: mean monthly outgo of the last 12 months" },
  previousCalendarYear: {
    zh: "分母：上一自然年度的月均支出",
    en: "Denominator: mean monthly outgo of last calendar year",
  },
  budgetYear: { zh: "分母：当年预算的月均支出", en: "Denominator: mean monthly outgo in this year's budget" },
  forward12: {
    zh: "分母：预计未来 12 个月的月均支出",
    en: "Denominator: mean monthly outgo forecast for the next 12 months",
  },
  currentMonth: { zh: "分母：当月支出", en: "Denominator: outgo of the month" },
};

const outgoes: { readonly [reading in Rules["payableMonths"]["outgo"]["value"]]: Bilingual } = {
  totalOutgo: { zh: "支出：基金总支出", en: "Outgo: all outgo of the fund" },
  withoutTransfers: { zh: "支出：不含上下级之间的转移", en: "Outgo: without transfers between levels" },
  benefits: { zh: "支出：仅工伤保险待遇", en: "Outgo: benefits only" },
};

function numerator(counted: readonly BalancePart[]): Bilingual {
  return {
    zh: `分子：${counted.map((part) => parts[part].zh).join("＋")}`,
    en: `Numerator: ${counted.map((part) => parts[part].en).join(" + ")}`,
  };
}

function lag(months: number): Bilingual {
  return months === 0
    ? { zh: "无信息滞后", en: "No information lag" }
    : { zh: `信息滞后 ${months} 个月`, en: `Information is ${months} ${months === 1 ? "month" : "months"} old` };
}
