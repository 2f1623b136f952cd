import type { MonthText } from "../calendar.ts";
import type { Bilingual } from "../scenario/quantity.ts";

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
  readonly regions: readonly { readonly id: string; readonly name: Bilingual }[];
  /** First calendar year and number of calendar years touched. */
  readonly firstYear: number;
  readonly years: number;
  readonly triggers: readonly {
    readonly id: string;
    readonly level: number;
    readonly belowAtStart: boolean;
  }[];
  readonly payers: readonly { readonly id: string; readonly name: Bilingual }[];
  /** Payable months on the first day, before any simulated month; null where the denominator is zero. */
  readonly openingPayableMonths: number | null;
  readonly openingBalance: number;
}
