import type { Bilingual } from "../model/scenario/quantity.ts";
import type { BalancePart, Rules } from "../model/scenario/rules.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { accountDefinitions } from "./accountDefinitions.ts";
import { monthOfYear } from "./dates.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";
import { measureDefinitions } from "./measureDefinitions.ts";

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
    denominator: stated(payableMonths.denominator, denominators[payableMonths.denominator.value]),
    outgo: stated(payableMonths.outgo, outgoes[payableMonths.outgo.value]),
    observation: stated(payableMonths.observation, observations[payableMonths.observation.value]),
    informationLag: stated(payableMonths.informationLag, lag(payableMonths.informationLag.value)),
    ...(trigger.kind === "band"
      ? {
          watchLevel: stated(trigger.upper, {
            zh: `关注线：${trigger.upper.value} 个月`,
            en: `Watch line: ${trigger.upper.value} months`,
          }),
          actLevel: stated(trigger.lower, {
            zh: `触发线：${trigger.lower.value} 个月`,
            en: `Action line: ${trigger.lower.value} months`,
          }),
        }
      : {
          actLevel: stated(trigger.level, {
            zh: `触发线：${trigger.level.value} 个月`,
            en: `Action line: ${trigger.level.value} months`,
          }),
        }),
    comparison: stated(trigger.comparison, comparisons[trigger.comparison.value]),
    tolerance: stated(trigger.tolerance, {
      zh: trigger.tolerance.value === 0 ? "不设容差" : `容差：线上加 ${trigger.tolerance.value} 个月`,
      en:
        trigger.tolerance.value === 0 ? "No tolerance" : `Tolerance: ${trigger.tolerance.value} months above the line`,
    }),
    confirmation: stated(trigger.confirmation, {
      zh: trigger.confirmation.value === 1 ? "一次观察即触发" : `连续 ${trigger.confirmation.value} 次观察才触发`,
      en:
        trigger.confirmation.value === 1
          ? "One observation is enough"
          : `Fires after ${trigger.confirmation.value} observations in a row`,
    }),
    obligation: stated(trigger.obligation, obligations[trigger.obligation.value]),
    ...measureDefinitions(rules),
    ...accountDefinitions(rules),
    shortfall: stated({ ...rules.shortfall, value: rules.shortfall.kind }, shortfall(rules)),
    budgetDraft: stated(rules.budgetDraft, {
      zh: `下一年度预算于 ${rules.budgetDraft.value} 月编制`,
      en: `Next year's budget is drafted in ${monthOfYear(rules.budgetDraft.value, "en")}`,
    }),
    baseReset: stated(rules.contribution.baseReset, {
      zh: `缴费基数每年 ${rules.contribution.baseReset.value} 月按上年工资调整`,
      en: `The contribution base takes over last year's wages each ${monthOfYear(rules.contribution.baseReset.value, "en")}`,
    }),
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
};

const denominators: { readonly [reading in Rules["payableMonths"]["denominator"]["value"]]: Bilingual } = {
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

const observations: { readonly [reading in Rules["payableMonths"]["observation"]["value"]]: Bilingual } = {
  monthEnd: { zh: "每月末观察", en: "Observed at each month end" },
  quarterEnd: { zh: "每季度末观察", en: "Observed at each quarter end" },
  yearEnd: { zh: "每年末观察", en: "Observed at each year end" },
};

const comparisons: { readonly [reading in Rules["trigger"]["comparison"]["value"]]: Bilingual } = {
  below: { zh: "低于（等于不触发）", en: "Strictly below; on the line does not fire" },
  atOrBelow: { zh: "低于或等于", en: "At or below the line" },
};

const obligations: { readonly [reading in Rules["trigger"]["obligation"]["value"]]: Bilingual } = {
  may: { zh: "“可”采取措施", en: "A measure may be taken" },
  shall: { zh: "“应当”采取措施", en: "A measure shall be taken" },
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

function shortfall({ shortfall: rule }: Rules): Bilingual {
  if (rule.kind === "overdraft") return { zh: "允许结余为负（透支）", en: "The balance may run negative (overdraft)" };
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
