import { excessOverLog1p, exp, log, log1p } from "./elementary.ts";
import { normalTail } from "./normal.ts";

/** Gamma distribution with scale 1: logarithms of Γ and of the probabilities below and above x. */

const HALF_LOG_2PI = 0.9189385332046727;
const INVERSE_SQRT_2PI = 0.3989422804014327;
const STIRLING_FROM = 10;
const UNIFORM_FROM = 20;
const UNIFORM_TERMS = 28;

/** Stirling's correction ln Γ(a) − (a − ½) ln a + a − ½ ln 2π for a ≥ 10, to 1e-17. */
function stirlingRest(a: number): number {
  const w = 1 / (a * a);
  return (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360 - w / 156)))))) / a;
}

let lastShape = Number.NaN;
let lastLogGamma = Number.NaN;

/**
 * ln Γ(a) for a > 0: Stirling's series, after raising small a above 10. Absolute error about 1e-14 for a below 10. Keeps the last
 * one, since searches ask again and again for the same shape.
 */
export function logGamma(a: number): number {
  if (a !== lastShape) {
    lastLogGamma = seriesLogGamma(a);
    lastShape = a;
  }
  return lastLogGamma;
}

function seriesLogGamma(a: number): number {
  let product = 1;
  let raised = a;
  for (; raised < STIRLING_FROM; raised += 1) product *= raised;
  return (raised - 0.5) * log(raised) - raised + HALF_LOG_2PI + stirlingRest(raised) - log(product);
}

/** Logarithm of x^a e^(−x) / Γ(a): the density at x times x, without cancellation for large a. */
export function logGammaDensity(a: number, x: number): number {
  if (a < STIRLING_FROM) return a * log(x) - x - logGamma(a + 1) + log(a);
  return 0.5 * log(a) - HALF_LOG_2PI - stirlingRest(a) - a * excessOverLog1p((x - a) / a);
}

/** Logarithm of the probability that a gamma variate with shape a stays at or below x > 0. */
export function logGammaLower(a: number, x: number): number {
  if (isUniform(a, x)) return log(uniformTail(a, x, -1));
  return x <= a + 1 ? logLowerSeries(a, x) : log1p(-exp(logUpperFraction(a, x)));
}

/** Logarithm of the probability that a gamma variate with shape a exceeds x > 0. */
export function logGammaUpper(a: number, x: number): number {
  if (isUniform(a, x)) return log(uniformTail(a, x, 1));
  return x <= a + 1 ? log1p(-exp(logLowerSeries(a, x))) : logUpperFraction(a, x);
}

/** Poisson distribution function: the probability of at most k events when `mean` > 0 are expected. */
export function poissonDistribution(k: number, mean: number): number {
  const a = k + 1;
  if (isUniform(a, mean)) return uniformTail(a, mean, 1);
  return exp(logGammaUpper(a, mean));
}

function logLowerSeries(a: number, x: number): number {
  let sum = 1;
  for (let n = 1, term = x / (a + 1); term > sum * 1e-17; n += 1, term *= x / (a + n)) sum += term;
  return logGammaDensity(a, x) - log(a) + log(sum);
}

/** Legendre's continued fraction for the upper tail, evaluated forwards (modified Lentz). */
function logUpperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100000; n += 1) {
    const weight = n * (a - n);
    b += 2;
    d = 1 / (weight * d + b || 1e-300);
    c = b + weight / c || 1e-300;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) break;
  }
  return logGammaDensity(a, x) + log(fraction);
}

function isUniform(a: number, x: number): boolean {
  const deviation = x - a;
  return a >= UNIFORM_FROM && deviation * deviation <= 400 * a && Math.abs(deviation) <= 0.6 * a;
}

/**
 * Temme's uniform expansion about the normal tail: Q(a, x) = Φ(−η√a) + e^(−aη²/2) S(η) / √(2πa), η²/2 = λ − 1 − ln λ,
 * λ = x/a. S solves η S − S′/a = f/Γ* − 1 with f = η/(λ − 1), which gives its Taylor coefficients backwards from those of f.
 * `side` 1 is the upper probability, −1 the lower.
 */
function uniformTail(a: number, x: number, side: number): number {
  const deviation = (x - a) / a;
  const halfSquare = excessOverLog1p(deviation);
  const eta = deviation < 0 ? -Math.sqrt(2 * halfSquare) : Math.sqrt(2 * halfSquare);
  let second = F[UNIFORM_TERMS - 1];
  let first = F[UNIFORM_TERMS - 2];
  let sum = second * eta + first;
  for (let n = UNIFORM_TERMS - 4; n >= 0; n -= 1) {
    const beta = ((n + 2) / a) * second + F[n + 1];
    sum = sum * eta + beta;
    second = first;
    first = beta;
  }
  const correction = (exp(-a * halfSquare) * INVERSE_SQRT_2PI * (sum / (1 + second / a))) / Math.sqrt(a);
  return normalTail(side * eta * Math.sqrt(a)) + side * correction;
}

/** Taylor coefficients in η of f = η/(λ − 1). */
const F = etaOverExcess();

function etaOverExcess(): Float64Array {
  // λ − 1 = m1 η + m2 η² + …, m1 = 1, from (λ − 1) λ′ = η λ.
  const m = new Float64Array(UNIFORM_TERMS + 2);
  m[1] = 1;
  for (let n = 2; n <= UNIFORM_TERMS + 1; n += 1) {
    let known = 0;
    for (let i = 2; i < n; i += 1) known += i * m[i] * m[n + 1 - i];
    m[n] = (m[n - 1] - known) / (n + 1);
  }
  const f = new Float64Array(UNIFORM_TERMS);
  f[0] = 1;
  for (let n = 1; n < UNIFORM_TERMS; n += 1) {
    let sum = 0;
    for (let i = 1; i <= n; i += 1) sum += m[i + 1] * f[n - i];
    f[n] = -sum;
  }
  return f;
}
