import { exp, log } from "./elementary.ts";
import { logGammaQuantile, logGammaQuantileSlope } from "./gammaQuantile.ts";
import { interpolate } from "./polynomial.ts";

/**
 * Fast gamma quantiles with mean 1 as functions of a normal deviate z, |z| ≤ 6.5: interpolated in the logarithm between
 * exact quantiles, relative error below 1e-8 (for shapes below 0.1, that of the logarithm).
 */

/** From this shape on, one table in (z/√a, 1/a) serves every shape. */
export const LARGE_SHAPE = 3;
const LARGEST_DEVIATE = 6.5;

const STEPS_PER_UNIT = 8;
const COEFFICIENTS = 6;

/** Table of ln(quantile ÷ mean) for one shape a > 0: polynomials of degree 5 in z on intervals of 1/8. */
export function gammaTable(a: number): Float64Array {
  const intervals = 2 * LARGEST_DEVIATE * STEPS_PER_UNIT;
  const table = new Float64Array(intervals * COEFFICIENTS);
  const h = 1 / STEPS_PER_UNIT;
  const shift = log(a);
  let y0 = 0;
  let slope0 = 0;
  let bend0 = 0;
  for (let i = 0; i <= intervals; i += 1) {
    const z = i * h - LARGEST_DEVIATE;
    const logQuantile = logGammaQuantile(a, z);
    const rate = logGammaQuantileSlope(a, z, logQuantile);
    const y1 = logQuantile - shift;
    const slope1 = rate * h;
    const bend1 = rate * (-z - rate * (a - exp(logQuantile))) * h * h * 0.5;
    if (i > 0) {
      const rise = y1 - y0 - slope0 - bend0;
      const rise1 = slope1 - slope0 - 2 * bend0;
      const rise2 = bend1 - bend0;
      const at = (i - 1) * COEFFICIENTS;
      table[at] = y0;
      table[at + 1] = slope0;
      table[at + 2] = bend0;
      table[at + 3] = 10 * rise - 4 * rise1 + rise2;
      table[at + 4] = -15 * rise + 7 * rise1 - 2 * rise2;
      table[at + 5] = 6 * rise - 3 * rise1 + rise2;
    }
    y0 = y1;
    slope0 = slope1;
    bend0 = bend1;
  }
  return table;
}

/** Gamma quantile ÷ mean at Φ(z) by the table of its shape. */
export function tabledGamma(table: Float64Array, z: number): number {
  const steps = (z + LARGEST_DEVIATE) * STEPS_PER_UNIT;
  const interval = Math.floor(steps);
  const t = steps - interval;
  const at = interval * COEFFICIENTS;
  const low = table[at] + t * table[at + 1];
  const middle = table[at + 2] + t * table[at + 3];
  const t2 = t * t;
  return exp(low + t2 * (middle + t2 * (table[at + 4] + t * table[at + 5])));
}

const LARGE_STEPS = 16;
const LARGE_RANGE = 3.8125;
const ORDERS = 6;
const INTERVAL_SIZE = ORDERS * COEFFICIENTS;
/** Chebyshev's extreme points on [0, 1], for LARGE_SHAPE ÷ a; the first one stands for a → ∞. */
const INVERSE_SHAPES = [0, 0.09549150281252627, 0.3454915028125263, 0.6545084971874737, 0.9045084971874737, 1];

/** Gamma quantile ÷ mean at Φ(z) for a shape a ≥ LARGE_SHAPE: 1 when a is infinite. */
export function largeGamma(a: number, z: number): number {
  const steps = (z / Math.sqrt(a) + LARGE_RANGE) * LARGE_STEPS;
  const interval = Math.floor(steps);
  const t = steps - interval - 0.5;
  const inverse = LARGE_SHAPE / a;
  const start = interval * INTERVAL_SIZE;
  const t2 = t * t;
  const t4 = t2 * t2;
  let sum = 0;
  for (let at = start + INTERVAL_SIZE - COEFFICIENTS; at >= start; at -= COEFFICIENTS) {
    const low = LARGE[at] + t * LARGE[at + 1] + t2 * (LARGE[at + 2] + t * LARGE[at + 3]);
    sum = sum * inverse + (low + t4 * (LARGE[at + 4] + t * LARGE[at + 5]));
  }
  return exp(sum);
}

/** Element `(interval * ORDERS + k) * COEFFICIENTS + m` belongs to (LARGE_SHAPE ÷ a)^k × (steps from the interval's middle)^m. */
const LARGE = largeTable();

function largeTable(): Float64Array {
  const intervals = 2 * LARGE_RANGE * LARGE_STEPS;
  const reach = COEFFICIENTS / 2 - 0.5;
  const orders: Float64Array[] = [];
  for (let i = -2; i <= intervals + 2; i += 1) {
    const s = i / LARGE_STEPS - LARGE_RANGE;
    const values = INVERSE_SHAPES.map((inverse) => {
      const a = LARGE_SHAPE / inverse;
      return inverse === 0 ? logLimit(s) : logGammaQuantile(a, s * Math.sqrt(a)) - log(a);
    });
    const coefficients = new Float64Array(ORDERS);
    interpolate(INVERSE_SHAPES, values, coefficients, 0);
    orders.push(coefficients);
  }
  const table = new Float64Array(intervals * INTERVAL_SIZE);
  const nodes = Array.from({ length: COEFFICIENTS }, (_, i) => i - reach);
  for (let interval = 0; interval < intervals; interval += 1) {
    for (let k = 0; k < ORDERS; k += 1) {
      const values = nodes.map((_, i) => orders[interval + i][k]);
      interpolate(nodes, values, table, interval * INTERVAL_SIZE + k * COEFFICIENTS);
    }
  }
  return table;
}

/** y = ln(x/a) for a → ∞ with s = z/√a kept: the root of e^y − 1 − y = s²/2 with the sign of s. */
function logLimit(s: number): number {
  if (s === 0) return 0;
  let y = s > 0 ? log(1 + s + 0.5 * s * s) : -0.5 * s * s + s;
  for (let step = 0; step < 50; step += 1) {
    const excess = exp(y) - 1 - y;
    const move = (excess - 0.5 * s * s) / (excess + y);
    y -= move;
    if (!(Math.abs(move) > 1e-15 * Math.abs(y))) break;
  }
  return y;
}
