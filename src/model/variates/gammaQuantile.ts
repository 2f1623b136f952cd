import { exp, log, log1p } from "./elementary.ts";
import { logGamma, logGammaDensity, logGammaLower, logGammaUpper } from "./gamma.ts";
import { logNormalTail, normalQuantile, normalTail } from "./normal.ts";

const ENOUGH = 1e-11;
const LARGEST_MOVE = 5;
/** Below e^−700 the gamma probability is x^a / Γ(a + 1) to full precision, whatever the shape. */
const SMALLEST_LOG = -700;

/**
 * Quantile of the gamma distribution with shape a and scale 1: the x below which it falls with probability u, 0 < u < 1.
 * Relative error about 1e-12 (growing as 1e-14 ÷ shape for small shapes); 0 where x is below e^−745.
 */
export function gammaQuantile(a: number, u: number): number {
  return exp(logGammaQuantile(a, normalQuantile(u)));
}

/**
 * ln x of the gamma quantile at probability Φ(z), for z of either sign and any size. Halley steps in y = ln x on the
 * logarithm of the probability of the smaller side, which is concave in y: steps approach from one side and cannot run away.
 */
export function logGammaQuantile(a: number, z: number): number {
  const logBelow = z < 0 ? logNormalTail(-z) : log1p(-normalTail(z));
  // The probability below x is never more than x^a / Γ(a + 1), and nearly that for small x.
  const least = (logBelow + logGamma(a + 1)) / a;
  if (least < SMALLEST_LOG) return least;
  const below = z < 0 || least < -1;
  const logProbability = below ? logBelow : logNormalTail(z);
  let y = least < -1 ? least : cubeStart(a, z);
  for (let step = 0; step < 100; step += 1) {
    const x = exp(y);
    const logTail = below ? logGammaLower(a, x) : logGammaUpper(a, x);
    const hazard = exp(logGammaDensity(a, x) - logTail);
    const slope = below ? hazard : -hazard;
    const newton = (logTail - logProbability) / slope;
    const relativeBend = a - x - slope;
    const move = newton / Math.max(0.5, 1 - 0.5 * newton * relativeBend);
    y -= Math.max(-LARGEST_MOVE, Math.min(LARGEST_MOVE, move));
    if (!(Math.abs(newton) > ENOUGH * Math.max(1, Math.abs(y)))) break;
  }
  return y;
}

/** Derivative by z of `logGammaQuantile`, given its result: normal density ÷ gamma density in ln x. */
export function logGammaQuantileSlope(a: number, z: number, logQuantile: number): number {
  const logNormalDensity = -0.5 * z * z - 0.9189385332046727;
  if (logQuantile < SMALLEST_LOG) {
    const logBelow = z < 0 ? logNormalTail(-z) : log1p(-normalTail(z));
    return exp(logNormalDensity - logBelow) / a;
  }
  return exp(logNormalDensity - logGammaDensity(a, exp(logQuantile)));
}

/** ln of a near quantile: Wilson and Hilferty's cube, for small shapes a bound on the tail. */
function cubeStart(a: number, z: number): number {
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  return root > 0.2 && a > 0.3 ? log(a) + 3 * log(root) : log(a + 0.05 + 0.5 * z * z);
}
