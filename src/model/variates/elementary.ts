/**
 * Exponential and logarithm from + − × ÷ and bit access alone, so that every engine gives the same bytes (promise P3).
 * Error below one unit in the last place over the whole range, subnormal numbers included.
 */

/** ln 2 in two parts: k × LN2_HIGH is exact for |k| < 2^20. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019412;
const TWO_200 = 1.6069380442589903e60;
const LOWEST_EXPONENT = -1074;

/** Element k − LOWEST_EXPONENT is 2^k, for every power of two that a double can hold. */
const POWERS_OF_TWO = new Float64Array(1023 - LOWEST_EXPONENT + 1);
for (let i = 0, scale = Number.MIN_VALUE; i < POWERS_OF_TWO.length; i += 1, scale *= 2) POWERS_OF_TWO[i] = scale;

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);
bits[0] = 1;
const HIGH_WORD = words[1] === 0 ? 0 : 1;

/** e^x. Infinity above 709.78, 0 below −745.13, NaN for NaN. */
export function exp(x: number): number {
  if (!(x >= EXP_UNDERFLOW && x <= EXP_OVERFLOW)) return x > 0 ? Infinity : x < 0 ? 0 : Number.NaN;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const r2 = r * r;
  const r4 = r2 * r2;
  // Taylor's coefficients 1/n! of (e^r − 1 − r) / r²; the first term left out is below 1e-18 for |r| ≤ ln 2 / 2.
  const low = 0.5 + r * 0.16666666666666666 + r2 * (0.041666666666666664 + r * 0.008333333333333333);
  const middle =
    0.001388888888888889 + r * 1.984126984126984e-4 + r2 * (2.48015873015873e-5 + r * 2.7557319223985893e-6);
  const high =
    2.755731922398589e-7 + r * 2.505210838544172e-8 + r2 * (2.08767569878681e-9 + r * 1.6059043836821613e-10);
  const y = 1 + (r + r2 * (low + r4 * (middle + r4 * high)));
  if (k < -1021) return (y * POWERS_OF_TWO[k + 200 - LOWEST_EXPONENT]) / TWO_200;
  if (k === 1024) return y * 2 * POWERS_OF_TWO[1023 - LOWEST_EXPONENT];
  return y * POWERS_OF_TWO[k - LOWEST_EXPONENT];
}

/** ln x. −Infinity at 0, NaN below 0 and for NaN, Infinity at Infinity. */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : Number.NaN;
  let k = 0;
  let m = x;
  if (m < 2.2250738585072014e-308) {
    m *= TWO_200;
    k = -200;
  }
  bits[0] = m;
  const exponent = (words[HIGH_WORD] >>> 20) - 1023;
  k += exponent;
  m *= POWERS_OF_TWO[-exponent - LOWEST_EXPONENT];
  if (m > Math.SQRT2) {
    m *= 0.5;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const half = 0.5 * f * f;
  const rest = atanhRest(s * s);
  return k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
}

/** Σ 2 q^j / (2j + 1) for j ≥ 1, where q = s² ≤ 0.0295: what ln((1 + s)/(1 − s)) / s exceeds 2 by. */
function atanhRest(q: number): number {
  const q2 = q * q;
  const q4 = q2 * q2;
  const low = 0.6666666666666666 + q * 0.4 + q2 * (0.2857142857142857 + q * 0.2222222222222222);
  const middle = 0.18181818181818182 + q * 0.15384615384615385 + q2 * (0.13333333333333333 + q * 0.11764705882352941);
  return q * (low + q4 * (middle + q4 * (0.10526315789473684 + q * 0.09523809523809523)));
}

/** ln(1 + x), accurate for small x too. −Infinity at −1. */
export function log1p(x: number): number {
  const y = 1 + x;
  return y > 0 && y < Infinity ? log(y) + (x - (y - 1)) / y : log(y);
}

/** x − ln(1 + x) for x > −1, to full relative accuracy near 0 where it is about x²/2. */
export function excessOverLog1p(x: number): number {
  if (x < -0.45 || x > 0.8) return x - log1p(x);
  const y = x / (2 + x);
  const q = y * y;
  let sum = 0;
  for (let odd = 37; odd >= 3; odd -= 2) sum = sum * q + 2 / odd;
  return y * (x - q * sum);
}

/** base^exponent for base > 0, as e^(exponent × ln base): relative error about 1e-16 × |exponent × ln base|. */
export function power(base: number, exponent: number): number {
  return exp(exponent * log(base));
}
