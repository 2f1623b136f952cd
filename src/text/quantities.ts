import type { Bilingual } from "../model/scenario/quantity.ts";
import { monthOfYear } from "./dates.ts";
import { fixed, grouped, type Language, type MoneyUnit, moneyNumber, moneyUnit } from "./numbers.ts";

/** A value as a reader sees it, apart from its unit. */
export interface QuantityText {
  readonly value: string;
  readonly unit: string;
}

/** Most members of a list that are written out. */
const SHOWN_MEMBERS = 12;

/**
 * A scenario's value in words: money in the chosen unit or, where it is small, in the one that shows its digits; fractions
 * as percent, readings by name, lists member by member (the first twelve), nested lists row by row.
 */
export function quantityText(value: unknown, unit: string, language: Language, money: MoneyUnit): QuantityText {
  const shown = isMoney(unit) ? fittingUnit(value, money) : money;
  return { value: valueText(value, unit, language, shown), unit: unitText(value, unit, language, shown) };
}

/** Smallest amount in yuan that is still said in a unit. */
const leastAmounts: readonly (readonly [MoneyUnit, number])[] = [
  ["hundredMillionYuan", 1e7],
  ["tenThousandYuan", 1e5],
];
const sizes: readonly MoneyUnit[] = ["yuan", "tenThousandYuan", "hundredMillionYuan"];

/** The largest unit up to the chosen one in which every amount but 0 keeps its digits: wages stand in yuan. */
function fittingUnit(value: unknown, chosen: MoneyUnit): MoneyUnit {
  const amounts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "number" && each !== 0);
  const smallest = Math.min(...amounts.map(Math.abs));
  const fitting = leastAmounts.find(
    ([unit, least]) => sizes.indexOf(unit) <= sizes.indexOf(chosen) && Number.isFinite(smallest) && smallest >= least,
  );
  return fitting?.[0] ?? "yuan";
}

function isMoney(unit: string): boolean {
  return unit === "yuan" || unit.startsWith("yuan/");
}

function valueText(value: unknown, unit: string, language: Language, money: MoneyUnit): string {
  const zh = language === "zh";
  if (Array.isArray(value)) {
    if (value.length === 0) return zh ? "无" : "none";
    const shown = value.slice(0, SHOWN_MEMBERS).map((member) => valueText(member, unit, language, money));
    const more = value.length - SHOWN_MEMBERS;
    const rest = more <= 0 ? "" : zh ? `……（共 ${value.length} 项）` : ` … (${value.length} in all)`;
    return shown.join(Array.isArray(value[0]) ? (zh ? "；" : "; ") : zh ? "、" : ", ") + rest;
  }
  if (typeof value === "number")
    return unit === "calendar month" ? monthOfYear(value, language) : numberText(value, unit, money);
  if (typeof value === "boolean") return zh ? (value ? "是" : "否") : value ? "yes" : "no";
  if (typeof value === "string") return readings[value]?.[language] ?? value;
  return "";
}

function numberText(value: number, unit: string, money: MoneyUnit): string {
  if (isMoney(unit)) {
    const decimals = money === "yuan" ? 2 : digitsAfter(value, 5, money === "tenThousandYuan" ? 4 : 8);
    return trimmed(moneyNumber(value, money, decimals));
  }
  const percentage = unit.startsWith("fraction");
  const shown = trimmed(fixed(value, digitsAfter(value, 4, percentage ? -2 : 0), percentage ? -2 : 0));
  return percentage ? `${shown}%` : grouped(shown);
}

/** Decimals that show so many digits of a number in units of a power of ten; none from a thousand on, at most eight. */
function digitsAfter(value: number, digits: number, power: number): number {
  const size = Math.abs(value) / 10 ** power;
  return size === 0 || size >= 10 ** (digits - 1) ? 0 : Math.min(8, digits - 1 - Math.floor(Math.log10(size)));
}

function trimmed(number: string): string {
  return number.includes(".") ? number.replace(/\.?0+$/, "") : number;
}

function unitText(value: unknown, unit: string, language: Language, money: MoneyUnit): string {
  const name = moneyUnit(money, language);
  switch (unit) {
    case "yuan":
      return name;
    case "yuan/month":
      return language === "zh" ? `${name}／月` : `${name} a month`;
    case "yuan/year":
      return language === "zh" ? `${name}／年` : `${name} a year`;
    default: {
      const words = units[unit];
      return (language === "en" && value === 1 ? words?.one : undefined) ?? words?.[language] ?? unit;
    }
  }
}

const units: { readonly [unit: string]: Bilingual & { readonly one?: string } } = {
  fraction: { zh: "", en: "" },
  "fraction/year": { zh: "每年", en: "a year" },
  ratio: { zh: "倍", en: "ratio" },
  months: { zh: "个月", en: "months", one: "month" },
  "calendar month": { zh: "", en: "" },
  "calendar years": { zh: "", en: "" },
  month: { zh: "", en: "" },
  reading: { zh: "", en: "" },
  observations: { zh: "次", en: "observations", one: "observation" },
  years: { zh: "年", en: "years", one: "year" },
  days: { zh: "天", en: "days", one: "day" },
  persons: { zh: "人", en: "persons", one: "person" },
  "claims/month": { zh: "件／月", en: "claims a month", one: "claim a month" },
  "claims per person-year": { zh: "件／人年", en: "claims per person-year" },
  "claims per 100 million yuan": { zh: "件／亿元合同额", en: "claims per 100 million yuan of contracts" },
  correlation: { zh: "相关系数", en: "correlation" },
  "per month": { zh: "每月", en: "a month" },
  "events/year": { zh: "次／年", en: "events a year", one: "event a year" },
  class: { zh: "类", en: "class" },
  cycles: { zh: "个周期", en: "cycles", one: "cycle" },
  "yuan or months": { zh: "元或月", en: "yuan or months" },
  "working days": { zh: "个工作日", en: "working days", one: "working day" },
  "day of month": { zh: "日", en: "" },
  places: { zh: "个", en: "places", one: "place" },
};

const readings: { readonly [reading: string]: Bilingual } = {
  follows: { zh: "可升可降", en: "up and down" },
  never: { zh: "只升不降", en: "never down" },
  pooledAccount: { zh: "统筹账户结余", en: "pooled account" },
  turnoverFund: { zh: "周转金", en: "turnover fund" },
  reserveFund: { zh: "储备金", en: "reserve fund" },
  unremitted: { zh: "未上解资金", en: "money not yet remitted" },
  termDeposits: { zh: "定期存款", en: "term deposits" },
  pooledFund: { zh: "市区统筹基金", en: "pooled fund" },
  open: { zh: "不设终止", en: "no stated end" },
  paid: { zh: "支付", en: "paid" },
  notPaid: { zh: "不支付", en: "not paid" },
  currentYear: { zh: "当年", en: "this year" },
  cumulative: { zh: "累计", en: "so far" },
  cityFinance: { zh: "市级财政", en: "city finance" },
  province: { zh: "全省", en: "the province" },
  city: { zh: "该市", en: "the city" },
  slices: { zh: "分段计算", en: "slice by slice" },
  wholeExcess: { zh: "超预算部分全部按所到档次", en: "the whole excess" },
  trailing12: { zh: "此前 12 个月", en: "last 12 months" },
  previousCalendarYear: { zh: "上一自然年度", en: "last calendar year" },
  budgetYear: { zh: "当年预算", en: "this year's budget" },
  forward12: { zh: "预计未来 12 个月", en: "next 12 months, forecast" },
  currentMonth: { zh: "当月", en: "the month" },
  stated: { zh: "规定数额", en: "a stated amount" },
  costRate: { zh: "缴费基数的一定比例", en: "a share of the contribution base" },
  totalOutgo: { zh: "总支出", en: "total outgo" },
  withoutTransfers: { zh: "不含上下级转移", en: "without transfers" },
  benefits: { zh: "仅待遇", en: "benefits only" },
  monthEnd: { zh: "月末", en: "month end" },
  quarterEnd: { zh: "季度末", en: "quarter end" },
  yearEnd: { zh: "年末", en: "year end" },
  calendarMonth: { zh: "每年某月末", en: "end of one month a year" },
  below: { zh: "低于", en: "below" },
  atOrBelow: { zh: "低于或等于", en: "at or below" },
  atOrAbove: { zh: "达到或超过", en: "at or above" },
  above: { zh: "超过", en: "above" },
  may: { zh: "可", en: "may" },
  shall: { zh: "应当", en: "shall" },
  watch: { zh: "关注线", en: "watch line" },
  act: { zh: "触发线", en: "action line" },
  always: { zh: "随时", en: "at any time" },
  all: { zh: "全部", en: "all" },
  construction: { zh: "仅工程建设项目", en: "construction projects only" },
  pool: { zh: "整个基金", en: "the whole fund" },
  region: { zh: "各地自己", en: "each place" },
  atBaseRate: { zh: "按基准费率计算的保费", en: "contributions at the base rate" },
  lower: { zh: "归入低档", en: "the lower step" },
  higher: { zh: "归入高档", en: "the higher step" },
  none: { zh: "不设", en: "none" },
  class1: { zh: "一类行业基准费率", en: "base rate of class 1" },
  observed: { zh: "按近 12 个月收入校准", en: "met to the income of the last 12 months" },
  fund: { zh: "工伤保险基金", en: "the fund" },
  localBudget: { zh: "地方财政", en: "local budgets" },
  employment: { zh: "仅就业补助金", en: "employment subsidy only" },
  both: { zh: "两项补助金", en: "both subsidies" },
  definition: { zh: "与计发基数相同", en: "the base wage" },
  provincial: { zh: "全省平均工资", en: "the province's average wage" },
  once: { zh: "一次", en: "once" },
  yearly: { zh: "每年", en: "yearly" },
  quarterly: { zh: "每季", en: "quarterly" },
  monthly: { zh: "每月", en: "monthly" },
  county: { zh: "按县", en: "by county" },
  ratio: { zh: "按结余比例", en: "in ratio to balances" },
  equal: { zh: "等额", en: "equal amounts" },
  withTermDeposits: { zh: "含定期存款", en: "with term deposits" },
  demandOnly: { zh: "不含定期存款", en: "without term deposits" },
  onTheWay: { zh: "月末在途", en: "on the way at month end" },
  sameMonth: { zh: "当月上解", en: "remitted in the month" },
  priorYear: { zh: "上年征缴", en: "contributions of the year before" },
  majorAccident: { zh: "重大事故", en: "major accidents" },
  shortfall: { zh: "资金不足", en: "shortfall" },
};
