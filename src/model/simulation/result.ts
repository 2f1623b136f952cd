import type { Tally } from "./shape.ts";

/** The result file of a run (`OUT.json`): the run contract of the command line, and what the page draws. */

export const quantileNames = ["p2_5", "p5", "p10", "p25", "p50", "p75", "p90", "p95", "p97_5"] as const;
export type QuantileName = (typeof quantileNames)[number];

/** By month; null where a value has no number (payable months with zero outgo lie above every line). */
export type Column = readonly (number | null)[];
export type SeriesSummary = { readonly [K in "mean" | "sd" | QuantileName]: Column };

/** A probability with its Monte Carlo standard error and 95 % Wilson interval. */
export interface Probability {
  readonly estimate: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** An estimate with its Monte Carlo standard error and 95 % interval. */
export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

export interface CountSummary {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface EventSummary {
  readonly everProbability: Probability;
  readonly belowAtStart: boolean;
  /** Probability of having fired by the end of each month. */
  readonly byMonth: readonly Probability[];
  /** Month index and calendar month of the first firing on paths that fired; null if none did. */
  readonly firstMonthIfFired: {
    readonly p10: string;
    readonly p50: string;
    readonly p90: string;
    /** Number of paths that fired first in each month. */
    readonly histogram: readonly number[];
  } | null;
  readonly monthsBelow: CountSummary;
  readonly refires: CountSummary;
}

export interface MoneySummary {
  readonly mean: number;
  readonly standardError: number;
  readonly sd: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export interface RegionSummary {
  readonly name: { readonly zh: string; readonly en: string };
  /** A notional account under unified pooling. */
  readonly notional: boolean;
  /** Relative bound of the error of the quantiles; mean and sd are exact. */
  readonly quantileBound: number;
  readonly series: { readonly [series: string]: SeriesSummary };
}

/** A run summarised; what `engine`, `definitions` and the words add on the way to a file stands in RunResult. */
export interface RunSummary {
  readonly scenario: { readonly id: string; readonly digest: string };
  readonly seed: string;
  readonly paths: number;
  readonly months: number;
  readonly start: string;
  readonly blockDigests: readonly string[];
  readonly digest: string;
  readonly opening: { readonly fundBalance: number; readonly payableMonths: number | null };
  readonly series: { readonly [series: string]: SeriesSummary };
  readonly triggers: { readonly [id: string]: EventSummary & { readonly level: number | null } };
  readonly depletion: EventSummary;
  readonly sharing: {
    readonly [payer: string]: {
      readonly name: { readonly zh: string; readonly en: string };
      readonly total: MoneySummary;
      readonly byYear: readonly ({ readonly year: number } & MoneySummary)[];
    };
  };
  readonly regions: { readonly [id: string]: RegionSummary };
  readonly years: readonly {
    readonly year: number;
    readonly months: number;
    readonly lines: { readonly [line: string]: MoneySummary };
  }[];
  /** What the rules sum by calendar year besides the account lines: benefit items, steps of rate floating, shares of a gap … */
  readonly tallies: {
    readonly [id: string]: Omit<Tally, "id"> & {
      readonly total: MoneySummary;
      readonly byYear: readonly ({ readonly year: number } & MoneySummary)[];
    };
  };
  /** A few whole paths of the pool for the charts, by path number. */
  readonly samplePaths: readonly { readonly path: number; readonly series: { readonly [series: string]: Column } }[];
}

/** Paired difference (other − baseline) on the same paths. */
export interface RunDifference {
  readonly baseline: string;
  /** True only where the Plans are identical; then every number is exactly zero. */
  readonly identical: boolean;
  readonly triggers: { readonly [id: string]: EventDifference };
  readonly depletion: EventDifference;
  readonly series: {
    readonly [series: string]: { readonly [K in keyof Estimate]: Column };
  };
}

export interface EventDifference {
  /** Difference of the ever-probabilities with a paired score interval. */
  readonly probability: Estimate;
  /** Difference of mean min(first month, horizon), months. */
  readonly timing: Estimate;
  /** Shares of paths: fired earlier, later (both fired), in A (baseline) only, in B only. */
  readonly earlier: number;
  readonly later: number;
  readonly onlyA: number;
  readonly onlyB: number;
}
