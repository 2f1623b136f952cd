import type { MonthText } from "../calendar.ts";
import type { Bilingual } from "../scenario/quantity.ts";

/** One thing summed by calendar year on every path. */
export interface Tally {
  /** Unique, such as "item.lumpSum" or "sharing.aid.wuzhong". */
  readonly id: string;
  readonly group: "benefitItem" | "rateStep" | "income" | "sharing" | "account" | "budget";
  readonly unit: "yuan" | "count";
  readonly name: Bilingual;
  readonly region?: string | undefined;
}

/** What a summary must know of a Plan besides the numbers of its blocks. Plain data, so that it crosses to a worker. */
export interface RunShape {
  readonly scenario: string;
  readonly scenarioDigest: string;
  /** Equal for Plans whose every number is equal: the difference between them is then exactly zero. */
  readonly planDigest: string;
  readonly start: MonthText;
  readonly months: number;
  readonly paths: number;
  readonly seed: string;
  /** Whether each region keeps its own cash; else its balance is notional. */
  readonly separate: boolean;
  readonly regions: readonly { readonly id: string; readonly name: Bilingual }[];
  /** First calendar year and number of calendar years touched. */
  readonly firstYear: number;
  readonly years: number;
  readonly triggers: readonly {
    readonly id: string;
    /** Payable months; null for a trigger without a line. */
    readonly level: number | null;
    /** Beyond the line on the first day: below it, or above the upper edge of a corridor. */
    readonly belowAtStart: boolean;
  }[];
  readonly payers: readonly { readonly id: string; readonly name: Bilingual }[];
  /** What the ledger sums by calendar year besides the account lines, in the order of the Plan. */
  readonly tallies: readonly Tally[];
  /** Payable months on the first day, before any simulated month; null where the denominator is zero. */
  readonly openingPayableMonths: number | null;
  readonly openingBalance: number;
}
