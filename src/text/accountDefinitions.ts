import type { RemittanceRule } from "../model/rules/remittance.ts";
import type { ReserveRule } from "../model/rules/reserveFund.ts";
import type { TurnoverFundRule } from "../model/rules/turnoverFund.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";
import type { Rules } from "../model/scenario/rules.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";

/** Readings in force of the accounts and the reserve; those that a scenario does not have are absent. */
export function accountDefinitions({ accounts, reserve }: Rules): { readonly [reading: string]: Definition } {
  const { turnoverFund, termDeposits, remittance, call, emergency, cleanUp } = accounts ?? {};
  return {
    ...(turnoverFund === undefined
      ? {}
      : { turnoverFund: stated({ ...turnoverFund, value: turnoverFund.kind }, turnoverWords(turnoverFund)) }),
    ...(turnoverFund?.kind === "shareOfMeanMonth"
      ? { turnoverPlaces: stated(turnoverFund.per, perWords[turnoverFund.per.value]) }
      : {}),
    ...(turnoverFund === undefined || turnoverFund.kind === "none"
      ? {}
      : { turnoverReset: stated(turnoverFund.reset, resetWords[turnoverFund.reset.value]) }),
    ...(termDeposits === undefined
      ? {}
      : {
          termDepositDays: stated(termDeposits.workingDays, {
            zh: `定期存款到期后 ${termDeposits.workingDays.value} 个工作日内划转`,
            en: `Term deposits move within ${termDeposits.workingDays.value} working days of maturity`,
          }),
        }),
    ...(remittance === undefined
      ? {}
      : { remittance: stated({ ...remittance, value: remittance.kind }, remittanceWords(remittance)) }),
    ...(call === undefined
      ? {}
      : {
          callProportion: stated(call.proportion, proportionWords[call.proportion.value]),
          callCounts: stated(call.counts, countsWords[call.counts.value]),
        }),
    ...(emergency === undefined
      ? {}
      : {
          emergencyMargin: stated(emergency.margin, {
            zh: `当月支付超过计划的 ${emergency.margin.value} 倍加周转金即紧急请款；计划按此前 12 个月和季节推算`,
            en: `An emergency request is a month's payment above ${emergency.margin.value} × the plan (last 12 months and season) and the turnover fund`,
          }),
        }),
    ...(cleanUp === undefined
      ? {}
      : {
          uncleared: stated(cleanUp.uncleared, {
            zh: `未清理的暂收暂付款共 ${cleanUp.uncleared.value} 元留在当地，从期初结余扣除`,
            en: `Temporary items not cleared, ${cleanUp.uncleared.value} yuan in all, stay with the places and are taken off the opening balances`,
          }),
        }),
    ...(reserve === undefined ? {} : { reserve: stated({ ...reserve, value: reserve.kind }, reserveWords(reserve)) }),
  };
}

const perWords: { readonly [reading in "city" | "county"]: Bilingual } = {
  city: { zh: "周转金下限按市计", en: "The floor of the turnover fund is one for each city" },
  county: { zh: "周转金下限按县计", en: "The floor of the turnover fund is one for each county" },
};

const resetWords: { readonly [reading in "once" | "yearly"]: Bilingual } = {
  once: { zh: "周转金一次核定，不再重设", en: "Turnover funds are set once" },
  yearly: { zh: "周转金每年 1 月重设", en: "Turnover funds are set anew each January" },
};

const proportionWords: { readonly [reading in "ratio" | "equal"]: Bilingual } = {
  ratio: { zh: "按各地未上缴结余的比例调取", en: "A call is in ratio to the balances not handed up" },
  equal: { zh: "向各地等额调取", en: "A call is for equal amounts" },
};

const countsWords: { readonly [reading in "withTermDeposits" | "demandOnly"]: Bilingual } = {
  withTermDeposits: {
    zh: "未上缴结余含各地的定期存款",
    en: "Balances not handed up include the places' term deposits",
  },
  demandOnly: { zh: "未上缴结余不含定期存款", en: "Balances not handed up leave out term deposits" },
};

function turnoverWords(rule: TurnoverFundRule): Bilingual {
  switch (rule.kind) {
    case "none":
      return { zh: "不设周转金", en: "No turnover fund" };
    case "shareOfMeanMonth":
      return {
        zh: `周转金为上年月均支出的 ${sharePercent(rule.share.value)}，不足 ${rule.floor.value / 10_000} 万元的按 ${rule.floor.value / 10_000} 万元`,
        en: `Turnover fund: ${sharePercent(rule.share.value)} of last year's mean monthly outgo, at least ${rule.floor.value / 1_000_000} million yuan`,
      };
    case "months":
      return {
        zh: `周转金为 ${rule.months.value} 个月的支出（上年月均）`,
        en: `Turnover fund: ${rule.months.value} ${rule.months.value === 1 ? "month" : "months"} of last year's mean outgo`,
      };
  }
}

function remittanceWords(rule: RemittanceRule): Bilingual {
  switch (rule.kind) {
    case "dayOfMonth":
      return { zh: `每月 ${rule.day.value} 日前上解`, en: `Collections are remitted by day ${rule.day.value}` };
    case "everyTenDays":
      return {
        zh: "按旬上解，下旬征缴月末在途",
        en: "Collections are remitted every ten days; those of the last ten-day period are on the way at month end",
      };
    case "workingDaysBeforeMonthEnd":
      return {
        zh: `月末最后 ${rule.steps.value.join("、")} 个工作日前逐级上缴，此后征缴月末在途`,
        en: `Collections go up before the last ${rule.steps.value.join(", ")} working days; later ones are on the way at month end`,
      };
    case "regularly":
      return {
        zh: `定期上解，月末在途 ${sharePercent(rule.onTheWay.value)}`,
        en: `Collections are remitted regularly; ${sharePercent(rule.onTheWay.value)} are on the way at month end`,
      };
  }
}

function reserveWords(rule: ReserveRule): Bilingual {
  switch (rule.kind) {
    case "none":
      return { zh: "不单设储备金", en: "No reserve held apart" };
    case "merged":
      return {
        zh: `储备金、调剂金自 ${rule.until} 起并入基金`,
        en: `Reserve and adjustment funds are merged on ${rule.until}`,
      };
    case "shareOfContributions":
      return {
        zh: `储备金按征缴收入的 ${sharePercent(rule.share.value)} 提取`,
        en: `Reserve: ${sharePercent(rule.share.value)} of contributions are set aside`,
      };
    case "shareOfOutgo":
      return {
        zh: `储备金每年 1 月补足到上年支出的 ${sharePercent(rule.share.value)}`,
        en: `Reserve: filled each January to ${sharePercent(rule.share.value)} of last year's outgo`,
      };
    case "shareOfBalance":
      return {
        zh: `储备金每年 1 月补足到上年末结余的 ${sharePercent(rule.share.value)}`,
        en: `Reserve: filled each January to ${sharePercent(rule.share.value)} of last year's closing balance`,
      };
  }
}
