/**
 * Columns of the run contract, in its order; they enter the digest in this order. `rateLevel` is the average rate in force:
 * contributions due before seasonality ÷ contribution base.
 */
export const seriesNames = [
  "contributionIncome",
  "totalIncome",
  "benefitPayout",
  "totalOutgo",
  "fundBalance",
  "payableMonths",
  "rateLevel",
] as const;
export type SeriesName = (typeof seriesNames)[number];

/** Account lines summed by calendar year; the last three are levels at the end of the year or of the horizon. */
export const yearLines = [
  "contributionIncome",
  "interestIncome",
  "otherIncome",
  "subsidyIncome",
  "benefitPayout",
  "appraisal",
  "prevention",
  "transferUp",
  "fundBalance",
  "unpaid",
  "arrears",
] as const;
export type YearLine = (typeof yearLines)[number];

/** Paths of one block: the unit of work, of the digest and of a shard. */
export const BLOCK_PATHS = 250;

/** What happened to one condition on each path: -1 in `first` means never within the horizon. */
export interface PathEvents {
  /** Month index of the first firing. */
  readonly first: Float64Array;
  /** Months in which the condition held. */
  readonly monthsBelow: Float64Array;
  /** Number of firings; the condition must end before it can fire again. */
  readonly firings: Float64Array;
}

/** The outcome of one rule set on a block of paths. Money in yuan, payable months NaN where the denominator is zero. */
export interface LedgerBlock {
  readonly firstPath: number;
  readonly paths: number;
  readonly months: number;
  /** Pool, `(series * months + t) * paths + p`. */
  readonly pool: Float64Array<ArrayBuffer>;
  /** Regions, `((region * series + s) * months + t) * paths + p`, regions in id order. */
  readonly regions: Float64Array<ArrayBuffer>;
  /** Calendar years, `(year * yearLines + line) * paths + p`. */
  readonly years: Float64Array<ArrayBuffer>;
  /** By trigger, in the order of the Plan. */
  readonly triggers: readonly PathEvents[];
  /** First month with a gap before outside money, months with a gap, number of separate gaps. */
  readonly depletion: PathEvents;
  /** Money by payer of a gap, the uncovered rest last: `(payer * years + year) * paths + p`. */
  readonly sharing: Float64Array<ArrayBuffer>;
  /** Sums by calendar year of what the Plan tallies: `(tally * years + year) * paths + p`. */
  readonly tallies: Float64Array<ArrayBuffer>;
}

/** Blocks of BLOCK_PATHS paths that cover `paths`; the last may be shorter. */
export function blocksOf(paths: number): { readonly firstPath: number; readonly paths: number }[] {
  return Array.from({ length: Math.ceil(paths / BLOCK_PATHS) }, (_, i) => ({
    firstPath: i * BLOCK_PATHS,
    paths: Math.min(BLOCK_PATHS, paths - i * BLOCK_PATHS),
  }));
}
