import { Decimal } from "decimal.js";

/** Distribution functions to 40 digits and more, by textbook series; they share nothing with the code under test. */

Decimal.set({ precision: 50 });
const PI = Decimal.acos(-1);
const NEGLIGIBLE = new Decimal("1e-45");

/** The exact value of a double; `new Decimal(x)` would take its shortest decimal text. */
export function exact(x: number): Decimal {
  if (!Number.isFinite(x)) throw new Error(`exact: expected a finite number, got ${x}`);
  let whole = x;
  let halvings = 0;
  for (; !Number.isInteger(whole); whole *= 2) halvings += 1;
  return new Decimal(BigInt(whole).toString()).div(new Decimal(2).pow(halvings));
}

/** |got − reference| ÷ |reference|. */
export function relativeError(got: number, reference: Decimal): number {
  return exact(got).minus(reference).div(reference).abs().toNumber();
}

/** |got − reference| in units of the last place of a double of that size. */
export function ulps(got: number, reference: Decimal): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(reference.toNumber()));
  const low = view.getFloat64(0);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return exact(got)
    .minus(reference)
    .div(exact(view.getFloat64(0)).minus(exact(low)))
    .abs()
    .toNumber();
}

/** Φ(z) = ½ + density × Σ z^(2k+1) / (1 · 3 · … · (2k+1)). */
export function normalBelow(z: number): Decimal {
  const x = exact(z);
  let sum = new Decimal(0);
  for (let odd = 1, term = x; term.abs().gt(NEGLIGIBLE); odd += 2, term = term.times(x).times(x).div(odd)) {
    sum = sum.plus(term);
  }
  return x.times(x).div(-2).exp().div(PI.times(2).sqrt()).times(sum).plus(0.5);
}

const BERNOULLI_TERMS = [
  [1, 12],
  [-1, 360],
  [1, 1260],
  [-1, 1680],
  [1, 1188],
  [-691, 360360],
  [1, 156],
  [-3617, 122400],
];

/** ln Γ(a): recurrence up to 400, Stirling's series from there (first term left out below 1e-42). */
export function logGammaOf(a: number): Decimal {
  let raised = exact(a);
  let product = new Decimal(1);
  for (; raised.lt(400); raised = raised.plus(1)) product = product.times(raised);
  let sum = raised.minus(0.5).times(raised.ln()).minus(raised).plus(PI.times(2).ln().div(2));
  let power = raised;
  for (const [over, under] of BERNOULLI_TERMS) {
    sum = sum.plus(new Decimal(over).div(under).div(power));
    power = power.times(raised).times(raised);
  }
  return sum.minus(product.ln());
}

/** Probability that a gamma variate with shape a stays below x: the series of the lower incomplete gamma function. */
export function gammaBelow(a: number, x: number): Decimal {
  const shape = exact(a);
  const at = exact(x);
  let sum = new Decimal(1);
  let term = sum;
  for (let n = 1; n < x - a || term.gt(sum.times(NEGLIGIBLE)); n += 1) {
    term = term.times(at).div(shape.plus(n));
    sum = sum.plus(term);
  }
  const logGammaNext = logGammaOf(a).plus(shape.ln());
  return shape.times(at.ln()).minus(at).minus(logGammaNext).exp().times(sum);
}

/** Probabilities of at most 0, 1, … `most` Poisson events: plain sums of e^(−mean) mean^k / k!. */
export function poissonBelow(mean: number, most: number): Decimal[] {
  const sums: Decimal[] = [];
  let term = exact(-mean).exp();
  let sum = new Decimal(0);
  for (let k = 0; k <= most; k += 1) {
    sum = sum.plus(term);
    sums.push(sum);
    term = term.times(mean).div(k + 1);
  }
  return sums;
}

/** Largest distance between the empirical distribution of `draws` and the continuous distribution function. */
export function kolmogorovDistance(draws: Float64Array, distribution: (x: number) => number): number {
  const sorted = draws.slice().sort();
  let distance = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    const p = distribution(sorted[i]);
    distance = Math.max(distance, p - i / sorted.length, (i + 1) / sorted.length - p);
  }
  return distance;
}

/** Probabilities of at most 0, 1, … `trials` of so many: plain sums of C(n, k) q^k (1 − q)^(n − k). */
export function binomialBelow(trials: number, q: number): Decimal[] {
  const chance = exact(q);
  const odds = chance.div(chance.neg().plus(1));
  const sums: Decimal[] = [];
  let term = chance.neg().plus(1).pow(trials);
  let sum = new Decimal(0);
  for (let k = 0; k <= trials; k += 1) {
    sum = sum.plus(term);
    sums.push(sum);
    term = term
      .times(odds)
      .times(trials - k)
      .div(k + 1);
  }
  return sums;
}
