import type { Estimate } from "../model/simulation/result.ts";
import { fixed, type Language, type MoneyUnit, moneyNumber, moneyUnit } from "./numbers.ts";

/** A paired difference in words: the estimate with its 95 % interval, and whether it is clear. */
export interface DifferenceText {
  /** With sign and unit: "−12.4 个百分点". */
  readonly value: string;
  /** "−13.1 至 −11.7". */
  readonly interval: string;
  /** False where the interval holds 0: no clear difference. */
  readonly clear: boolean;
}

/** Difference of two probabilities in percentage points. */
export function pointsDifference(estimate: Estimate, language: Language): DifferenceText {
  return differenceText(estimate, language, language === "zh" ? "个百分点" : "pp", (share, decimals) =>
    fixed(share, decimals, -2),
  );
}

/** Difference of two mean times in months. */
export function monthsDifference(estimate: Estimate, language: Language): DifferenceText {
  const scaled = estimateTimes(estimate, 0.01);
  return differenceText(scaled, language, language === "zh" ? "个月" : "months", (hundredth, decimals) =>
    fixed(hundredth, decimals, -2),
  );
}

/** Difference of two mean balances in the chosen unit. */
export function moneyDifference(estimate: Estimate, unit: MoneyUnit, language: Language): DifferenceText {
  const decimals = { yuan: 0, tenThousandYuan: 0, hundredMillionYuan: 2 }[unit];
  const shown = (yuan: number): string => signed(moneyNumber(yuan, unit, decimals));
  return {
    value: `${shown(estimate.estimate)} ${language === "en" && unit !== "yuan" ? "× " : ""}${moneyUnit(unit, language)}`,
    interval: between(shown(estimate.low), shown(estimate.high), language),
    clear: isClear(estimate),
  };
}

function differenceText(
  estimate: Estimate,
  language: Language,
  unit: string,
  number: (share: number, decimals: number) => string,
): DifferenceText {
  const halfWidth = ((estimate.high - estimate.low) / 2) * 100;
  const decimals = halfWidth > 0 ? Math.min(3, Math.max(0, -Math.floor(Math.log10(halfWidth)))) : 0;
  const shown = (share: number): string => signed(number(share, decimals));
  return {
    value: `${shown(estimate.estimate)} ${unit}`,
    interval: between(shown(estimate.low), shown(estimate.high), language),
    clear: isClear(estimate),
  };
}

function estimateTimes(estimate: Estimate, factor: number): Estimate {
  return {
    estimate: estimate.estimate * factor,
    standardError: estimate.standardError * factor,
    low: estimate.low * factor,
    high: estimate.high * factor,
  };
}

function isClear({ low, high }: Estimate): boolean {
  return low > 0 || high < 0;
}

function signed(number: string): string {
  return /^[\d]/.test(number) && /[1-9]/.test(number) ? `+${number}` : number;
}

function between(low: string, high: string, language: Language): string {
  return language === "zh" ? `${low} 至 ${high}` : `${low} to ${high}`;
}
