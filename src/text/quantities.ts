import { fixed, grouped, type Language, type MoneyUnit, moneyNumber, moneyUnit } from "./numbers.ts";

/** A value as a reader sees it, apart from its unit. */
export interface QuantityText {
  readonly value: string;
  readonly unit: string;
}

/** Most members of a list that are written out. */
const SHOWN_MEMBERS = 12;

/**
 * A scenario's value in words: money in the chosen unit, fractions as percent, readings by name, lists member by member
 * (the first twelve), nested lists row by row.
 */
export function quantityText(value: unknown, unit: string, language: Language, money: MoneyUnit): QuantityText {
  return { value: valueText(value, unit, language, money), unit: unitText(unit, language, money) };
}

function valueText(value: unknown, unit: string, language: Language, money: MoneyUnit): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return language === "zh" ? "无" : "none";
    const shown = value.slice(0, SHOWN_MEMBERS).map((member) => valueText(member, unit, language, money));
    const nested = Array.isArray(value[0]);
    const between = nested ? " / " : language === "zh" && typeof value[0] === "string" ? "、" : ", ";
    return shown.join(between) + (value.length > SHOWN_MEMBERS ? ` … (${value.length})` : "");
  }
  if (typeof value === "number") return numberText(value, unit, money);
  if (typeof value === "boolean") return language === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  if (typeof value === "string") return readings[value]?.[language] ?? value;
  return "";
}

function numberText(value: number, unit: string, money: MoneyUnit): string {
  if (unit.startsWith("yuan") && unit !== "yuan or months")
    return moneyNumber(value, money, moneyDecimals(value, money));
  const percentage = unit.startsWith("fraction");
  const size = Math.abs(percentage ? value * 100 : value);
  const decimals = size === 0 || size >= 1000 ? 0 : Math.max(0, 3 - Math.floor(Math.log10(size)));
  const shown = trimmed(fixed(value, Math.min(decimals, 8), percentage ? -2 : 0));
  return percentage ? `${shown}%` : grouped(shown);
}

function moneyDecimals(yuan: number, money: MoneyUnit): number {
  if (yuan === 0) return 0;
  return money === "yuan" ? (Number.isInteger(yuan) ? 0 : 2) : money === "tenThousandYuan" ? 2 : 4;
}

function trimmed(number: string): string {
  return number.includes(".") ? number.replace(/\.?0+$/, "") : number;
}

function unitText(unit: string, language: Language, money: MoneyUnit): string {
  const name = moneyUnit(money, language);
  switch (unit) {
    case "yuan":
      return name;
    case "yuan/month":
      return language === "zh" ? `${name}／月` : `${name} a month`;
    case "yuan/year":
      return language === "zh" ? `${name}／年` : `${name} a year`;
    default:
      return units[unit]?.[language] ?? unit;
  }
}

const units: { readonly [unit: string]: { readonly [language in Language]: string } } = {
  fraction: { zh: "", en: "" },
  "fraction/year": { zh: "每年", en: "a year" },
  ratio: { zh: "倍", en: "ratio" },
  months: { zh: "个月", en: "months" },
  "calendar month": { zh: "月份", en: "month of the year" },
  reading: { zh: "口径", en: "reading" },
  observations: { zh: "次", en: "observations" },
  persons: { zh: "人", en: "persons" },
  "claims/month": { zh: "件／月", en: "claims a month" },
  "claims per person-year": { zh: "件／人年", en: "claims per person-year" },
  correlation: { zh: "相关系数", en: "correlation" },
  "per month": { zh: "每月", en: "a month" },
  "events/year": { zh: "次／年", en: "events a year" },
  "yuan or months": { zh: "元或月", en: "yuan or months" },
};

const readings: { readonly [reading: string]: { readonly [language in Language]: string } } = {
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
  watch: { zh: "关注线", en: "watch line" },
  act: { zh: "触发线", en: "action line" },
};
