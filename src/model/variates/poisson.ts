import { exp, log } from "./elementary.ts";
import { poissonDistribution } from "./gamma.ts";
import { normalQuantile } from "./normal.ts";
import { interpolate } from "./polynomial.ts";

/** Up to this mean probabilities are summed from 0. */
const SUM_BELOW = 10;
/** Range of s = z/√mean in the table; below it, too, probabilities are summed. */
const LEAST = -0.75;
const MOST = 2.0625;
const STEPS_PER_UNIT = 16;
const COEFFICIENTS = 6;
/** The next term of the expansion is near −A / (x + B mean) over the table's range; A / (1 + B) is 8/405. */
const A = 0.02184;
const B = 0.1057;
/** What the approximation is off by is below this ÷ mean, plus the table's error and rounding: see the tests. */
const ERROR_TIMES_MEAN = 0.006;
const ROUNDING = 1e-7;

/**
 * Poisson quantile: the smallest k with probability at least u of at most k events, 0 < u < 1. 0 when `mean` is 0 or less.
 * Exact, except where the distribution function meets u within rounding (1e-12).
 */
export function poissonQuantile(mean: number, u: number): number {
  if (!(mean > 0)) return mean <= 0 ? 0 : Number.NaN;
  if (mean < SUM_BELOW) return summedQuantile(mean, u);
  const z = normalQuantile(u);
  const s = z / Math.sqrt(mean);
  if (!(s > LEAST && s < MOST)) return summedQuantile(mean, u);
  const near = nearQuantile(mean, z);
  const nearest = Math.floor(near + 0.5);
  if (Math.abs(near - nearest) > ERROR_TIMES_MEAN / mean + ROUNDING) return Math.floor(near);
  return poissonDistribution(nearest - 1, mean) >= u ? nearest - 1 : nearest;
}

/** Sums probabilities upwards from 0; for means below 700, beyond which nobody gets here with 32-bit u. */
function summedQuantile(mean: number, u: number): number {
  let probability = exp(-mean);
  let sum = probability;
  let k = 0;
  while (sum < u && probability > 0) {
    k += 1;
    probability *= k < INVERSES.length ? mean * INVERSES[k] : mean / k;
    if (sum + probability === sum && k > mean) break;
    sum += probability;
  }
  return k;
}

const INVERSES = Float64Array.from({ length: 128 }, (_, k) => 1 / k);

/**
 * The x with Q(x, mean) = Φ(z), where Q is the upper gamma probability with shape x, so that the Poisson quantile is the
 * whole part of x. Expansion for large means at fixed s = z/√mean (Temme; Giles, TOMS 955), for s within the table:
 * mean r + ln(s √r / (r − 1)) / ln r + …, where r ln r − r + 1 = s²/2.
 */
export function nearQuantile(mean: number, z: number): number {
  const root = Math.sqrt(mean);
  const steps = (z / root - LEAST) * STEPS_PER_UNIT;
  const interval = Math.floor(steps);
  const t = steps - interval - 0.5;
  const at = interval * 2 * COEFFICIENTS;
  const x = mean + root * z + z * z * polynomial(at, t) + polynomial(at + COEFFICIENTS, t);
  return x - A / (x + B * mean);
}

function polynomial(at: number, t: number): number {
  const t2 = t * t;
  const low = TABLE[at] + t * TABLE[at + 1] + t2 * (TABLE[at + 2] + t * TABLE[at + 3]);
  return low + t2 * t2 * (TABLE[at + 4] + t * TABLE[at + 5]);
}

const TABLE = correctionTable();

function correctionTable(): Float64Array {
  const intervals = (MOST - LEAST) * STEPS_PER_UNIT;
  const table = new Float64Array(intervals * 2 * COEFFICIENTS);
  const nodes = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5];
  for (let interval = 0; interval < intervals; interval += 1) {
    const at = interval * 2 * COEFFICIENTS;
    const terms = nodes.map((node) => expansionTerms((interval + 0.5 + node) / STEPS_PER_UNIT + LEAST));
    interpolate(
      nodes,
      terms.map((term) => term[0]),
      table,
      at,
    );
    interpolate(
      nodes,
      terms.map((term) => term[1]),
      table,
      at + COEFFICIENTS,
    );
  }
  return table;
}

/** (r − 1 − s) / s² and ln(s √r / (r − 1)) / ln r. */
function expansionTerms(s: number): readonly [number, number] {
  if (s === 0) return [1 / 6, 1 / 3];
  let r = 1 + s + (s * s) / 6;
  for (let step = 0; step < 30; step += 1) r -= (r * log(r) - r + 1 - 0.5 * s * s) / log(r);
  return [(r - 1 - s) / (s * s), log((s * Math.sqrt(r)) / (r - 1)) / log(r)];
}
