/** Ranks of the quantiles of a series in thousandths, in the order of `quantileNames`. */
export const seriesPermille: readonly number[] = [25, 50, 100, 250, 500, 750, 900, 950, 975];

/** Mean, standard deviation and the quantiles of `seriesPermille`; null where there is no number. */
export interface Spread {
  readonly mean: number | null;
  readonly sd: number | null;
  readonly quantiles: readonly (number | null)[];
}

/** The spread of one series over the paths in one month. Mean and sd are null if any path has no number. */
export function spreadOf(values: Float64Array): Spread {
  const moments = momentsOf(values);
  return { mean: moments?.mean ?? null, sd: moments?.sd ?? null, quantiles: quantilesOf(values, seriesPermille) };
}

/**
 * Mean and standard deviation (divisor n − 1) by compensated sums of the differences from the first value, then from the
 * mean, so that equal values give exactly themselves and a deviation of exactly 0. One value has deviation 0. Null for no
 * values and where a value is NaN.
 */
export function momentsOf(values: Float64Array): { readonly mean: number; readonly sd: number } | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values[0] + sumOfDifferences(values, values[0]) / n;
  if (Number.isNaN(mean)) return null;
  if (n === 1) return { mean, sd: 0 };
  const rest = sumOfDifferences(values, mean);
  const squares = sumOfSquaredDifferences(values, mean);
  return { mean, sd: Math.sqrt(Math.max(0, squares - (rest * rest) / n) / (n - 1)) };
}

/**
 * Quantiles of type 7 (Hyndman and Fan 1996; the default of R): x₍ₖ₎ + (h − k)(x₍ₖ₊₁₎ − x₍ₖ₎) with h = (n − 1) q, k = ⌊h⌋ and
 * order statistics counted from 0. NaN ranks above every number; a quantile that falls on one, or between a number and
 * one, is null, and so is every quantile of no values. `permille` are the q in thousandths, rising.
 */
export function quantilesOf(values: Float64Array, permille: readonly number[]): (number | null)[] {
  if (values.length === 0) return permille.map(() => null);
  const heights = permille.map((thousandths) => rankOf(values.length, thousandths));
  const ranks = heights.flatMap((height) => [Math.floor(height), Math.ceil(height)]);
  const selected = orderStatistics(values, ranks);
  return heights.map((height, i) => between(selected[2 * i], selected[2 * i + 1], height - ranks[2 * i]));
}

/** The rank h = (n − 1) q of a quantile, counted from 0; one rounding at most, so that a rank that is whole is exact. */
export function rankOf(count: number, permille: number): number {
  return ((count - 1) * permille) / 1000;
}

/** Interpolated value; null if it needs a NaN. At fraction 0 the upper value does not matter. */
export function between(lower: number, upper: number, fraction: number): number | null {
  const value = fraction === 0 ? lower : lower + fraction * (upper - lower);
  return Number.isNaN(value) ? null : value + 0;
}

const BINS = 8192;
const SMALL = 512;
const tally = new Int32Array(BINS + 1);
/** Where the next value of a wanted bin goes; -1 for bins that hold no wanted rank. */
const places = new Int32Array(BINS + 1);
let binOfValue = new Uint16Array(0);

/** The values of the given ranks (rising, from 0), by counting into bins and sorting only the bins that hold one. */
function orderStatistics(values: Float64Array, ranks: readonly number[]): number[] {
  const n = values.length;
  if (n <= SMALL) return pick(values, ranks);
  const { least, greatest, numbers } = rangeOf(values);
  if (numbers === 0) return ranks.map(() => Number.NaN);
  if (least === greatest) return ranks.map((rank) => (rank < numbers ? least : Number.NaN));
  const scale = BINS / (greatest - least);
  if (!(scale > 0 && scale < Infinity)) return pick(values, ranks);
  tallyBins(values, least, scale);
  places.fill(-1);
  const starts: number[] = [];
  const wanted: [number, number][] = [];
  let below = 0;
  let gathered = 0;
  for (let bin = 0, next = 0; bin < BINS && next < ranks.length; bin += 1) {
    const above = below + tally[bin];
    if (ranks[next] < above) {
      places[bin] = gathered;
      wanted.push([gathered, gathered + tally[bin]]);
      for (; next < ranks.length && ranks[next] < above; next += 1) starts.push(gathered + ranks[next] - below);
      gathered += tally[bin];
    }
    below = above;
  }
  const chosen = new Float64Array(gathered);
  for (let i = 0; i < n; i += 1) {
    const place = places[binOfValue[i]];
    if (place >= 0) {
      chosen[place] = values[i];
      places[binOfValue[i]] = place + 1;
    }
  }
  for (const [from, to] of wanted) chosen.subarray(from, to).sort();
  return ranks.map((_, i) => (i < starts.length ? chosen[starts[i]] : Number.NaN));
}

function pick(values: Float64Array, ranks: readonly number[]): number[] {
  const sorted = values.slice();
  sorted.sort();
  return ranks.map((rank) => sorted[rank]);
}

function rangeOf(values: Float64Array): { least: number; greatest: number; numbers: number } {
  let least = Infinity;
  let greatest = -Infinity;
  let numbers = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    if (!Number.isNaN(value)) numbers += 1;
  }
  return { least, greatest, numbers };
}

/** Notes the bin of every value; NaN has the bin after the last. */
function tallyBins(values: Float64Array, least: number, scale: number): void {
  if (binOfValue.length < values.length) binOfValue = new Uint16Array(values.length);
  tally.fill(0);
  for (let i = 0; i < values.length; i += 1) {
    const scaled = (values[i] - least) * scale;
    const bin = scaled < BINS ? Math.floor(scaled) : Number.isNaN(scaled) ? BINS : BINS - 1;
    binOfValue[i] = bin;
    tally[bin] += 1;
  }
}

function sumOfDifferences(values: Float64Array, origin: number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const term = values[i] - origin;
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

function sumOfSquaredDifferences(values: Float64Array, origin: number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const term = (values[i] - origin) * (values[i] - origin);
    const next = sum + term;
    lost += sum >= term ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}
