import { z } from "zod";
import { calendarMonthNumber, fraction, quantity, reading, wholeMonths, yuanPerYear } from "../scenario/quantity.ts";

/** Parts that the numerator of payable months may count. */
export const balanceParts = [
  "pooledAccount",
  "turnoverFund",
  "reserveFund",
  "unremitted",
  "termDeposits",
  "pooledFund",
] as const;
export type BalancePart = (typeof balanceParts)[number];

export const denominators = [
  "trailing12",
  "previousCalendarYear",
  "budgetYear",
  "forward12",
  "currentMonth",
  "stated",
  "costRate",
] as const;
export type Denominator = (typeof denominators)[number];
export const outgoReadings = ["totalOutgo", "withoutTransfers", "benefits"] as const;
export const observations = ["monthEnd", "quarterEnd", "yearEnd", "calendarMonth"] as const;
export type Observation = (typeof observations)[number];

/**
 * Payable months 可支付月数 = numerator ÷ (denominator ÷ 12).
 *
 * Besides outgo of twelve months, the denominator may be a `stated` yearly amount (a threshold of money: 2.5 months of 12
 * thousand million are 2.5 thousand million) or a `costRate`, a stated share of the contribution base of the last 12 months:
 * benefits under stress (Oregon, ORS 657.459), or wages (Washington before 2005, RCW 50.29.025). With a `projection` not the
 * figure of the day is judged but the one that the outlook expects at the end of this (0) or the next calendar year (1) if the
 * rate stays as it is (Germany, §158 SGB VI).
 */
export const payableMonthsSchema = z.strictObject({
  numerator: quantity(
    z
      .array(z.enum(balanceParts))
      .min(1)
      .max(balanceParts.length)
      .refine((parts) => new Set(parts).size === parts.length, { error: "each part once" }),
    "reading",
  ),
  denominator: reading(denominators),
  yearlyAmount: yuanPerYear.optional().describe('The denominator "stated"'),
  costRate: fraction.optional().describe('Share of the contribution base, for the denominator "costRate"'),
  outgo: reading(outgoReadings),
  observation: reading(observations),
  observationMonth: calendarMonthNumber.optional().describe('At whose end "calendarMonth" observes, once a year'),
  informationLag: wholeMonths,
  projection: quantity(z.int().min(0).max(1), "calendar years")
    .optional()
    .describe("The outlook at the end of the calendar year so far ahead is judged, not the figure of the day"),
});
export type PayableMonths = z.infer<typeof payableMonthsSchema>;

export interface PayableMonthsPlan {
  readonly numerator: readonly BalancePart[];
  readonly denominator: Denominator;
  /** Yuan a year of the denominator "stated", share of the contribution base of "costRate"; else 0. */
  readonly yearlyAmount: number;
  readonly costRate: number;
  readonly outgo: (typeof outgoReadings)[number];
  readonly observation: Observation;
  /** Calendar month 1–12 of "calendarMonth", else 0. */
  readonly observationMonth: number;
  readonly informationLag: number;
  /** Calendar years ahead that are judged; -1 for the figure of the day. */
  readonly projection: number;
}

/** Numerator ÷ (yearly outgo ÷ 12); NaN for zero outgo. Multiplied first, so that whole months come out whole. */
export function payable(numerator: number, yearlyOutgo: number): number {
  return yearlyOutgo === 0 ? Number.NaN : (numerator * 12) / yearlyOutgo;
}

/** Whether the end of a calendar month (1–12) is an observation date. */
export function observesMonth(observation: Observation, calendarMonth: number, observationMonth: number): boolean {
  switch (observation) {
    case "monthEnd":
      return true;
    case "quarterEnd":
      return calendarMonth % 3 === 0;
    case "yearEnd":
      return calendarMonth === 12;
    case "calendarMonth":
      return calendarMonth === observationMonth;
  }
}
