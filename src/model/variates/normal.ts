import { exp, log } from "./elementary.ts";

/** Standard normal distribution: upper tail, and quantile. */

const HALF_LOG_2PI = 0.9189385332046727;
const INVERSE_SQRT_2PI = 0.3989422804014327;
const FRACTION_FROM = 8;
const NODES_PER_UNIT = 4;
const TERMS = 12;

/** Taylor coefficients of Mills' ratio at the nodes 0, 1/4, … 8: `MILLS[node * TERMS + n]` belongs to (z − node/4)^n. */
const MILLS = millsTable();

function millsTable(): Float64Array {
  const table = new Float64Array((FRACTION_FROM * NODES_PER_UNIT + 1) * TERMS);
  for (let node = 0; node * TERMS < table.length; node += 1) {
    const z = node / NODES_PER_UNIT;
    const at = node * TERMS;
    table[at] = z < 2 ? 1 / (INVERSE_SQRT_2PI * exp(-z * z * 0.5)) / 2 - centralSeries(z) : millsFraction(z);
    table[at + 1] = z * table[at] - 1;
    // R' = z R − 1, differentiated n times and divided by n!.
    for (let n = 1; n < TERMS - 1; n += 1) table[at + n + 1] = (z * table[at + n] + table[at + n - 1]) / (n + 1);
  }
  return table;
}

/** (Φ(z) − ½) ÷ density at z, by its series of positive terms z^(2k+1) / (1 · 3 · … · (2k + 1)). */
function centralSeries(z: number): number {
  let sum = 0;
  for (let odd = 1, term = z; term > sum * 1e-17; odd += 2, term *= (z * z) / odd) sum += term;
  return sum;
}

/** Laplace's continued fraction 1/(z + 1/(z + 2/(z + 3/(z + …)))), to full precision for z ≥ 2. */
function millsFraction(z: number): number {
  let denominator = z;
  for (let k = z < FRACTION_FROM ? 400 : 60; k >= 1; k -= 1) denominator = z + k / denominator;
  return 1 / denominator;
}

/** Mills' ratio: probability above z ÷ density at z, for z ≥ 0. */
function millsRatio(z: number): number {
  if (z >= FRACTION_FROM) return millsFraction(z);
  const node = Math.floor(z * NODES_PER_UNIT + 0.5);
  const h = z - node / NODES_PER_UNIT;
  let sum = 0;
  for (let i = node * TERMS + TERMS - 1; i >= node * TERMS; i -= 1) sum = sum * h + MILLS[i];
  return sum;
}

/** Probability that a standard normal exceeds z, with small relative error in the far tail. */
export function normalTail(z: number): number {
  const tail = INVERSE_SQRT_2PI * exp(-0.5 * z * z) * millsRatio(Math.abs(z));
  return z < 0 ? 1 - tail : tail;
}

/** Natural logarithm of `normalTail`, for z ≥ 0 of any size. */
export function logNormalTail(z: number): number {
  return log(millsRatio(z)) - 0.5 * z * z - HALF_LOG_2PI;
}

/**
 * Standard normal quantile: the z below which a standard normal falls with probability u, 0 < u < 1. Rational
 * approximations of Wichura (1988), algorithm AS 241 PPND16: relative error about 1e-16. Antisymmetric about u = ½
 * exactly, as long as 1 − u is exact. −Infinity at 0, Infinity at 1.
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    const over =
      ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
        13731.69376550946) *
        r +
        1971.5909503065513) *
        r +
        133.14166789178438) *
        r +
      3.3871328727963665;
    const under =
      ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
      1;
    return (q * over) / under;
  }
  const tail = q < 0 ? u : 1 - u;
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : Number.NaN;
  const root = Math.sqrt(-log(tail));
  const z = root <= 5 ? outerQuantile(root - 1.6) : extremeQuantile(root - 5);
  return q < 0 ? -z : z;
}

function outerQuantile(r: number): number {
  const over =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const under =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return over / under;
}

function extremeQuantile(r: number): number {
  const over =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const under =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return over / under;
}
