import { z } from "zod";
import {
  calendarMonthNumber,
  fraction,
  month,
  monthsCount,
  quantity,
  reading,
  wholeMonths,
  yuan,
} from "../scenario/quantity.ts";

/**
 * Pooled fund 市区统筹基金 beside the balances of units that pay separately. Units remit a share of last year's cumulative balance
 * once; the fund covers what a unit cannot pay (by the steps of `rules.shortfall`) and major accidents; when it holds less than
 * some months of the urban area's payments, units add by their share of last year's balances. Provincial reserve money leaves
 * each unit once a year. Su-Fu-Ban [2020] 86, two (two).
 */
export const pooledFundRule = z.strictObject({
  openingBalance: yuan.optional().describe("What it holds on the first day of the run; nothing if absent"),
  initial: z
    .strictObject({
      share: fraction.describe("Of each unit's cumulative balance at the end of the year before"),
      month: quantity(month, "month").describe("Month at whose end it is remitted"),
    })
    .optional(),
  majorAccidents: reading(["paid", "notPaid"]).describe("Whether it bears the benefits of a unit's large accidents"),
  refill: z.strictObject({
    months: monthsCount.describe("Below so many months of the urban area's outgo, units add up to them"),
    observation: reading(["monthEnd", "quarterEnd", "yearEnd"]),
    lag: wholeMonths.describe("Months from the observation to the payment"),
  }),
  provincialReserve: z
    .strictObject({
      share: fraction.describe("Of each unit's cumulative balance at the end of the year before"),
      month: calendarMonthNumber,
    })
    .optional(),
});
export type PooledFundRule = z.infer<typeof pooledFundRule>;

export interface PooledFundPlan {
  readonly opening: number;
  /** Month index of the first remittance; -1 where it lies before the start, or there is none. */
  readonly initialMonth: number;
  readonly initialShare: number;
  readonly majorAccidents: boolean;
  readonly refillMonths: number;
  readonly observation: "monthEnd" | "quarterEnd" | "yearEnd";
  readonly refillLag: number;
  readonly reserveShare: number;
  /** Calendar month of the provincial reserve, 0 for none. */
  readonly reserveMonth: number;
}

/** What a unit remits at first, yuan: share × last year's balance, at most what it has; a unit in debt remits nothing. */
export function initialRemittance(share: number, lastYearBalance: number, cash: number): number {
  return Math.max(0, Math.min(share * lastYearBalance, cash));
}

/** What the pooled fund lacks to `months` months of the urban area's outgo, yuan; exactly at the line nothing is lacking. */
export function refillNeeded(months: number, yearlyOutgo: number, pooledBalance: number): number {
  return Math.max(0, (months * yearlyOutgo) / 12 - pooledBalance);
}

/**
 * What a unit adds to a refill, yuan: its share of the units' last year's balances, at most what it has. A unit without a
 * balance adds nothing (DOMAIN.md section 9, 11); what one cannot give the others do not take over.
 */
export function refillPart(needed: number, lastYearBalance: number, allBalances: number, cash: number): number {
  if (!(lastYearBalance > 0) || !(allBalances > 0)) return 0;
  return Math.max(0, Math.min(needed * (lastYearBalance / allBalances), cash));
}
