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

const INTERVALS = 2 * LARGEST_DEVIATE * STEPS_PER_UNIT;

/**
 * Table of ln(quantile ÷ mean) for one shape: polynomials of degree 5 in z on intervals of 1/8, each made when it is first wanted,
 * since most shapes are met on few of them.
 */
export interface GammaTable {
  readonly a: number;
  /** NaN where an interval is not yet made. */
  readonly coefficients: Float64Array;
  /** Value, slope and bend at the ends of the intervals; NaN where not yet known. */
  readonly nodes: Float64Array;
}

/** An empty table for a shape a > 0. */
export function gammaTable(a: number): GammaTable {
  return {
    a,
    coefficients: new Float64Array(INTERVALS * COEFFICIENTS).fill(Number.NaN),
    nodes: new Float64Array((INTERVALS + 1) * 3).fill(Number.NaN),
  };
}

/** Gamma quantile ÷ mean at Φ(z) by the table of its shape. */
export function tabledGamma(table: GammaTable, z: number): number {
  const { coefficients } = table;
  const steps = (z + LARGEST_DEVIATE) * STEPS_PER_UNIT;
  const interval = Math.floor(steps);
  const t = steps - interval;
  const at = interval * COEFFICIENTS;
  if (Number.isNaN(coefficients[at])) makeInterval(table, interval);
  const low = coefficients[at] + t * coefficients[at + 1];
  const middle = coefficients[at + 2] + t * coefficients[at + 3];
  const t2 = t * t;
  return exp(low + t2 * (middle + t2 * (coefficients[at + 4] + t * coefficients[at + 5])));
}

function makeInterval({ a, coefficients, nodes }: GammaTable, interval: number): void {
  makeNode(a, nodes, interval);
  makeNode(a, nodes, interval + 1);
  const from = interval * 3;
  const [y0, slope0, bend0] = [nodes[from], nodes[from + 1], nodes[from + 2]];
  const rise = nodes[from + 3] - y0 - slope0 - bend0;
  const rise1 = nodes[from + 4] - slope0 - 2 * bend0;
  const rise2 = nodes[from + 5] - bend0;
  const at = interval * COEFFICIENTS;
  coefficients[at] = y0;
  coefficients[at + 1] = slope0;
  coefficients[at + 2] = bend0;
  coefficients[at + 3] = 10 * rise - 4 * rise1 + rise2;
  coefficients[at + 4] = -15 * rise + 7 * rise1 - 2 * rise2;
  coefficients[at + 5] = 6 * rise - 3 * rise1 + rise2;
}

/** ln(quantile ÷ mean) at the beginning of an interval, with its first derivative and half its second, by interval. */
function makeNode(a: number, nodes: Float64Array, i: number): void {
  if (!Number.isNaN(nodes[i * 3])) return;
  const h = 1 / STEPS_PER_UNIT;
  const z = i * h - LARGEST_DEVIATE;
  const logQuantile = logGammaQuantile(a, z);
  const rate = logGammaQuantileSlope(a, z, logQuantile);
  nodes[i * 3] = logQuantile - log(a);
  nodes[i * 3 + 1] = rate * h;
  nodes[i * 3 + 2] = rate * (-z - rate * (a - exp(logQuantile))) * h * h * 0.5;
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
