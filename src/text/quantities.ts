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
  reading: { zh: "", en: "" },
  days: { zh: "天", en: "days", one: "day" },
  "working days": { zh: "个工作日", en: "working days", one: "working day" },
  "day of month": { zh: "日", en: "" },
  places: { zh: "个", en: "places", one: "place" },
  observations: { zh: "次", en: "observations", one: "observation" },
  persons: { zh: "人", en: "persons", one: "person" },
  "claims/month": { zh: "件／月", en: "claims a month", one: "claim a month" },
  "claims per person-year": { zh: "件／人年", en: "claims per person-year" },
  correlation: { zh: "相关系数", en: "correlation" },
  "per month": { zh: "每月", en: "a month" },
  "events/year": { zh: "次／年", en: "events a year", one: "event a year" },
  "yuan or months": { zh: "元或月", en: "yuan or months" },
};

const readings: { readonly [reading: string]: Bilingual } = {
  pooledAccount: { zh: "统筹账户结余", en: "pooled account" },
  turnoverFund: { zh: "周转金", en: "turnover fund" },
  reserveFund: { zh: "储备金", en: "reserve fund" },
  unremitted: { zh: "未上解资金", en: "money not yet remitted" },
  termDeposits: { zh: "定期存款", en: "term deposits" },
  trailing12: { zh: "此前 12 个月", en: "last 12 months" },
  previousCalendarYear: { zh: "上一自然年度", en: "last calendar year" },
  budgetYear: { zh: "当年预算", en: "this year's budget" },
  forward12: { zh: "预计未来 12 个月", en: "next 12 months, forecast" },
  currentMonth: { zh: "当月", en: "the month" },
  totalOutgo: { zh: "总支出", en: "total outgo" },
  withoutTransfers: { zh: "不含上下级转移", en: "without transfers" },
  benefits: { zh: "仅待遇", en: "benefits only" },
  monthEnd: { zh: "月末", en: "month end" },
  quarterEnd: { zh: "季度末", en: "quarter end" },
  yearEnd: { zh: "年末", en: "year end" },
  below: { zh: "低于", en: "below" },
  atOrBelow: { zh: "低于或等于", en: "at or below" },
  may: { zh: "可", en: "may" },
  shall: { zh: "应当", en: "shall" },
  once: { zh: "一次", en: "once" },
  yearly: { zh: "每年", en: "yearly" },
  quarterly: { zh: "每季", en: "quarterly" },
  monthly: { zh: "每月", en: "monthly" },
  city: { zh: "按市", en: "by city" },
  county: { zh: "按县", en: "by county" },
  ratio: { zh: "按结余比例", en: "in ratio to balances" },
  equal: { zh: "等额", en: "equal amounts" },
  withTermDeposits: { zh: "含定期存款", en: "with term deposits" },
  demandOnly: { zh: "不含定期存款", en: "without term deposits" },
  onTheWay: { zh: "月末在途", en: "on the way at month end" },
  sameMonth: { zh: "当月上解", en: "remitted in the month" },
  currentYear: { zh: "当年征缴", en: "contributions of the period" },
  priorYear: { zh: "上年征缴", en: "contributions of the year before" },
  majorAccident: { zh: "重大事故", en: "major accidents" },
  shortfall: { zh: "资金不足", en: "shortfall" },
  watch: { zh: "关注线", en: "watch line" },
  act: { zh: "触发线", en: "action line" },
};
