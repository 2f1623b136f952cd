/**
 * The one way by which randomness reaches the model: it fills arrays for a block of paths. It knows no insurance.
 *
 * Draws are addressed, not sequenced (promise P2): one xoshiro128++ stream per (seed, path, region or common, risk), its
 * state hashed from those names alone; month is the outer loop; every risk reserves a fixed number of 32-bit slots a
 * month, drawn whether used or not. So a region's draws depend on no other region, risk, horizon or number of paths.
 *
 * Arrays are month-major: element `t * paths + p` belongs to month t of path `firstPath + p`.
 */

/** Closed list of the sources of chance; a stream's state depends on the name, so names never change their meaning. */
export type Risk =
  | "wageGrowth"
  | "employmentGrowth"
  | "medicalExcess"
  | "interestRate"
  | "logFrequency"
  | "mixing"
  | "claims.all"
  | "claims.medical"
  | "claims.disability"
  | "claims.death"
  | "claims.other"
  | "claims.medicalOnly"
  | "claims.grades7to10"
  | "claims.grades5to6"
  | "claims.grades1to4"
  | "claims.fatal"
  | "claims.disease"
  | "claims.construction"
  | "contractValue"
  | "largeEvent"
  | "decision"
  | "parameters"
  | `decrement.${PensionKind}.${Sex}`;

/** Pensioners whose number is drawn apart: grades 1–4, recipients of care, and survivors. */
export type PensionKind = "disability" | "care" | "spouse" | "child" | "relative";
export type Sex = "male" | "female";

/** Which stream: `region` is a region's id, or undefined for what all regions share. */
export interface Stream {
  readonly risk: Risk;
  readonly region?: string;
}

/** Two key words made from the seed text by `keyOf`. */
export type SeedKey = readonly [number, number];

/** A run of consecutive paths over the same months. */
export interface PathBlock {
  readonly key: SeedKey;
  readonly firstPath: number;
  readonly paths: number;
  readonly months: number;
}

/** Cost of one claim as a multiple of its mean. `cv` = standard deviation ÷ mean; 0 makes every claim cost its mean. */
export interface SeverityShape {
  readonly family: "gamma" | "lognormal";
  readonly cv: number;
}

/** Size of a rare event: Pareto with `tailIndex` α > 1 on [1, cap] (as a multiple of the threshold), truncated at `cap`. */
export interface TailShape {
  readonly tailIndex: number;
  readonly cap: number;
}

/** Up to this many claims of a cell and month are drawn one by one; more are drawn as an aggregate. */
export const SINGLE_CLAIMS = 6;

export interface Variates {
  /** Begins a block. Arrays of an earlier block may be reused and are no longer valid. */
  open(block: PathBlock): BlockVariates;
}

export interface BlockVariates {
  /** A zeroed array in the memory that the fills write to. */
  array(length: number): Float64Array;

  /** Standard normals for the months in `at` (ascending) only: `out[i * paths + p]` belongs to month `at[i]`. 1 slot a month. */
  normals(stream: Stream, at: readonly number[], out: Float64Array): void;

  /** Uniforms in (0, 1) with 48 bits for every month. 2 slots a month. */
  uniforms(stream: Stream, out: Float64Array): void;

  /** Gamma variates with mean 1 and the given variance for the months in `at`; all 1 when `variance` is 0. 1 slot a month. */
  gammas(stream: Stream, at: readonly number[], variance: number, out: Float64Array): void;

  /**
   * Claims of one cell for every month: `counts` gets Poisson counts with mean `expected` (both months × paths), `totals`
   * the sum of that many independent severities, in multiples of the mean severity. Exact up to SINGLE_CLAIMS claims, and
   * for gamma severities at any number; more lognormal claims are drawn as a shifted gamma with the same mean, variance and
   * skewness (always positive). 2 + SINGLE_CLAIMS slots a month: count, aggregate, single claims.
   */
  claims(
    stream: Stream,
    expected: Float64Array,
    severity: SeverityShape,
    counts: Float64Array,
    totals: Float64Array,
  ): void;

  /**
   * At most one rare event a month, with probability `probability` (months × paths); `sizes` gets its size in multiples of
   * the threshold, else 0. 4 slots a month: two make a 48-bit uniform for the event, two for its size.
   */
  rareEvents(stream: Stream, probability: Float64Array, tail: TailShape, sizes: Float64Array): void;

  /**
   * Turns standard normals into binomial counts: element i is the smallest k such that at most k of `trials` (whole numbers)
   * happen, each with probability `q`, with the probability that a standard normal stays below `normals`. Draws nothing
   * itself, because the trials of one year depend on the counts of the years before: the caller draws the normals of all
   * years at once, one slot a month. `out` may be `normals`.
   */
  binomials(normals: Float64Array, trials: Float64Array, q: Float64Array, out: Float64Array): void;

  /** Replaces every element by its natural exponential, with portable maths. */
  exponentials(values: Float64Array): void;
}
