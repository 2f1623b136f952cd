import { momentsOf } from "./quantiles.ts";
import type { Estimate, Probability } from "./result.ts";

/** 97.5 % quantile of the standard normal distribution: every interval of a run has 95 %. */
export const NORMAL_975 = 1.959963984540054;
const Z = NORMAL_975;

/**
 * Probability of an event that `count` of `paths` paths met: the share, its Monte Carlo standard error √(p(1 − p)/n) and the
 * 95 % interval of Wilson (1927). 0 of n has low 0 and high > 0, n of n has low < 1 and high 1.
 */
export function probability(count: number, paths: number): Probability {
  const estimate = count / paths;
  const spread = (count * (paths - count)) / paths;
  const centre = count + (Z * Z) / 2;
  const half = Z * Math.sqrt(spread + (Z * Z) / 4);
  return {
    estimate,
    standardError: Math.sqrt(spread) / paths,
    low: count === 0 ? 0 : (centre - half) / (paths + Z * Z),
    high: count === paths ? 1 : (centre + half) / (paths + Z * Z),
  };
}

/**
 * Difference of the probabilities of one event in two runs over the same paths, B − A, of which `onlyA` paths met it in A
 * alone and `onlyB` in B alone: (onlyB − onlyA)/n, its standard error √(onlyA + onlyB − (onlyB − onlyA)²/n)/n, and the 95 %
 * score interval of Tango (1998, Statistics in Medicine 17:891–908). Without a discordant path the interval is
 * ± z²/(n + z²): that the runs never differed on these paths does not make them equal.
 */
export function pairedDifference(onlyA: number, onlyB: number, paths: number): Estimate {
  const net = onlyB - onlyA;
  return {
    estimate: net / paths,
    standardError: Math.sqrt(Math.max(0, onlyA + onlyB - (net * net) / paths)) / paths,
    low: -scoreLimit(onlyB, onlyA, paths) + 0,
    high: scoreLimit(onlyA, onlyB, paths),
  };
}

/**
 * Upper score limit: the greatest difference δ with nδ − (b − a) ≤ z √(n (2q + δ(1 − δ))), by bisection to the last bit, where q is
 * the likeliest probability of A alone given δ.
 */
function scoreLimit(a: number, b: number, n: number): number {
  let inside = (b - a) / n;
  let outside = 1;
  if (inside >= 1) return 1;
  for (;;) {
    const middle = inside + (outside - inside) / 2;
    if (middle <= inside || middle >= outside) return inside;
    const variance = middle >= 0 ? varianceAt(a, b, n, middle) : varianceAt(b, a, n, -middle);
    if (n * middle - (b - a) <= Z * Math.sqrt(variance)) inside = middle;
    else outside = middle;
  }
}

/** n (2q + δ(1 − δ)) for δ ≥ 0, with q the root ≥ 0 of 2n q² + β q − a δ(1 − δ) = 0, β = (2n + a − b) δ − (a + b). */
function varianceAt(a: number, b: number, n: number, delta: number): number {
  const beta = (2 * n + a - b) * delta - (a + b);
  const constant = a * delta * (1 - delta);
  const root = Math.sqrt(beta * beta + 8 * n * constant);
  const q = beta > 0 ? (2 * constant) / (beta + root) : (root - beta) / (4 * n);
  return n * (2 * q + delta * (1 - delta));
}

/** Mean of the values with the normal 95 % interval, standard error sd/√n; null where a value is NaN or there is none. */
export function meanEstimate(values: Float64Array): Estimate | null {
  const moments = momentsOf(values);
  if (moments === null) return null;
  const standardError = moments.sd / Math.sqrt(values.length);
  const half = Z * standardError;
  return { estimate: moments.mean, standardError, low: moments.mean - half, high: moments.mean + half };
}
