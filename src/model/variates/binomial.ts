import { exp, log, log1p } from "./elementary.ts";
import { logGamma } from "./gamma.ts";
import { normalTail } from "./normal.ts";

/** Up to this variance probabilities are summed from 0 (of the rarer of the two outcomes). */
const SUM_BELOW = 10;
/** Where the expansion is nearer than this ÷ deviation to a step, and beyond so many deviations, the distribution function decides. */
const ERROR_TIMES_DEVIATION = 0.5;
const EXTREME = 3;
const MOST_FACTORS = 1000;
const NEGLIGIBLE = 1e-18;

/**
 * Binomial quantile by its standard normal z: the smallest k such that at most k of `trials` happen with probability Φ(z) or
 * more, each happening with probability q. Whole `trials`; 0 for none or q ≤ 0, all of them for q ≥ 1. Exact, except where
 * the distribution function meets Φ(z) within rounding (1e-12).
 */
export function binomialQuantileAt(trials: number, q: number, z: number): number {
  if (!(trials > 0) || !(q > 0)) return trials >= 0 && (q <= 0 || trials === 0) ? 0 : Number.NaN;
  if (q >= 1) return trials;
  if (q > 0.5) return trials - binomialQuantileAt(trials, 1 - q, -z);
  if (trials * q * (1 - q) < SUM_BELOW) return summedQuantile(trials, q, normalTail(-z));
  const near = nearBinomialQuantile(trials, q, z);
  let k = Math.max(0, Math.min(trials, Math.floor(near)));
  const toStep = Math.abs(near - Math.floor(near + 0.5));
  if (Math.abs(z) < EXTREME && toStep > ERROR_TIMES_DEVIATION / Math.sqrt(trials * q * (1 - q))) return k;
  const u = normalTail(-z);
  while (k > 0 && binomialDistribution(k - 1, trials, q) >= u) k -= 1;
  while (k < trials && binomialDistribution(k, trials, q) < u) k += 1;
  return k;
}

/** Sums probabilities upwards from 0; for variances below SUM_BELOW and q ≤ ½, so that the first one is not 0. */
function summedQuantile(trials: number, q: number, u: number): number {
  let probability = noneOf(trials, q);
  const odds = q / (1 - q);
  let sum = probability;
  let k = 0;
  while (sum < u && k < trials) {
    probability *= (odds * (trials - k)) / (k + 1);
    k += 1;
    if (sum + probability === sum && k > trials * q) break;
    sum += probability;
  }
  return k;
}

/** (1 − q)^trials: by squares where so few factors lose no digits that count. */
function noneOf(trials: number, q: number): number {
  if (trials > MOST_FACTORS) return exp(trials * log1p(-q));
  let result = 1;
  let square = 1 - q;
  for (let left = trials; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

/**
 * The x whose whole part is the binomial quantile, by the Cornish and Fisher expansion of the count plus a uniform on ±½ (which
 * has the same distribution function halfway between two counts): its variance is larger by 1/12, its fourth cumulant
 * smaller by 1/120. Off by less than 0.5 ÷ deviation for |z| < 3 and variances from 10 on: see the tests.
 */
export function nearBinomialQuantile(trials: number, q: number, z: number): number {
  const count = trials * q * (1 - q);
  const variance = count + 1 / 12;
  const deviation = Math.sqrt(variance);
  const skewness = (count * (1 - 2 * q)) / (variance * deviation);
  const excess = (count * (1 - 6 * q * (1 - q)) - 1 / 120) / (variance * variance);
  const z2 = z * z;
  const shifted =
    z + (skewness * (z2 - 1)) / 6 + (excess * z * (z2 - 3)) / 24 - (skewness * skewness * z * (2 * z2 - 5)) / 36;
  return trials * q + deviation * shifted + 0.5;
}

/** Probability of at most k of `trials`, 0 < q < 1: the shorter tail summed outwards from k, until a term no longer counts. */
export function binomialDistribution(k: number, trials: number, q: number): number {
  if (k < 0) return 0;
  if (k >= trials) return 1;
  return k < trials * q ? tail(k, trials, q) : 1 - tail(trials - k - 1, trials, 1 - q);
}

/** Probability of at most k where k is below the mean. */
function tail(k: number, trials: number, q: number): number {
  const odds = (1 - q) / q;
  let term = 1;
  let sum = 1;
  for (let i = k; i > 0 && term > sum * NEGLIGIBLE; i -= 1) {
    term *= (odds * i) / (trials - i + 1);
    sum += term;
  }
  return sum * probabilityOf(k, trials, q);
}

/** Probability of exactly k. */
function probabilityOf(k: number, trials: number, q: number): number {
  const choose = logGamma(trials + 1) - logGamma(k + 1) - logGamma(trials - k + 1);
  return exp(choose + k * log(q) + (trials - k) * log1p(-q));
}
