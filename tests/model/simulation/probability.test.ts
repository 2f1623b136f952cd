import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanEstimate, NORMAL_975, pairedDifference, probability } from "../../../src/model/simulation/probability.ts";

/** Decimals: rounding alone, as printed in the sources, and of the search by which the second source finds its limits. */
const ROUNDING = 12;
const PRINTED = 4;
const SEARCH = 4;

describe("probability", () => {
  test("score intervals in Newcombe 1998, Statistics in Medicine 17:857, method 3", () => {
    const table = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [count, paths, low, high] of table) {
      const p = probability(count, paths);
      expect(p.low).toBeCloseTo(low, PRINTED);
      expect(p.high).toBeCloseTo(high, PRINTED);
    }
  });

  test("standard error by hand: 1 of 4 gives √(3/16/4)", () => {
    expect(probability(1, 4).standardError).toBeCloseTo(Math.sqrt(3 / 64), ROUNDING);
  });

  test("0 of n is not impossible and n of n not certain: z²/(n + z²) is left", () => {
    const left = NORMAL_975 ** 2 / (10_000 + NORMAL_975 ** 2);
    const never = probability(0, 10_000);
    expect(never).toMatchObject({ estimate: 0, standardError: 0, low: 0 });
    expect(never.high).toBeCloseTo(left, ROUNDING);
    const always = probability(10_000, 10_000);
    expect(always).toMatchObject({ estimate: 1, standardError: 0, high: 1 });
    expect(always.low).toBeCloseTo(1 - left, ROUNDING);
  });

  test("contains its estimate and is symmetrical", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const count = Math.round(n * share);
        const p = probability(count, n);
        const q = probability(n - count, n);
        expect(p.low).toBeGreaterThanOrEqual(0);
        expect(p.low).toBeLessThanOrEqual(p.estimate);
        expect(p.high).toBeGreaterThanOrEqual(p.estimate);
        expect(p.high).toBeLessThanOrEqual(1);
        expect(p.low + q.high).toBeCloseTo(1, ROUNDING);
      }),
    );
  });
});

const term = (count: number, p: number): number => (count === 0 ? 0 : count * Math.log(p));

/** Tango's statistic with the nuisance probability found by searching the likelihood, not by its formula. */
function scoreAt(a: number, b: number, n: number, delta: number): number {
  const likelihood = (q: number): number => term(b, q + delta) + term(a, q) + term(n - a - b, 1 - 2 * q - delta);
  let from = Math.max(0, -delta);
  let to = (1 - delta) / 2;
  for (let i = 0; i < 300; i += 1) {
    const [left, right] = [from + (to - from) * 0.382, from + (to - from) * 0.618];
    if (likelihood(left) < likelihood(right)) from = left;
    else to = right;
  }
  const q = (from + to) / 2;
  return (b - a - n * delta) / Math.sqrt(n * (2 * q + delta * (1 - delta)));
}

describe("paired difference", () => {
  test("Fagerland, Lydersen and Laake 2017, chapter 8: 16 and 6 discordant of 161", () => {
    const d = pairedDifference(16, 6, 161);
    expect(d.estimate).toBeCloseTo(-0.0621, PRINTED);
    expect(d.low).toBeCloseTo(-0.124, PRINTED);
    expect(d.high).toBeCloseTo(-0.0054, PRINTED);
  });

  test("the limits are where the score statistic is ± z", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 300 }), (a, b, concordant) => {
        const n = a + b + concordant;
        const d = pairedDifference(a, b, n);
        if (a + b === 0) return;
        expect(scoreAt(a, b, n, d.low)).toBeCloseTo(NORMAL_975, SEARCH);
        expect(scoreAt(a, b, n, d.high)).toBeCloseTo(-NORMAL_975, SEARCH);
      }),
    );
  });

  test("without a discordant path: estimate and standard error 0, interval ± z²/(n + z²)", () => {
    const limit = NORMAL_975 ** 2 / (1000 + NORMAL_975 ** 2);
    const d = pairedDifference(0, 0, 1000);
    expect(d).toMatchObject({ estimate: 0, standardError: 0 });
    expect(d.low).toBeCloseTo(-limit, ROUNDING);
    expect(d.high).toBeCloseTo(limit, ROUNDING);
  });

  test("standard error by hand: 3 against 1 of 10 has variance (4 − 4/10)/100", () => {
    expect(pairedDifference(1, 3, 10).standardError).toBeCloseTo(Math.sqrt(3.6) / 10, ROUNDING);
  });

  test("every path discordant one way reaches 1 and no further", () => {
    expect(pairedDifference(0, 5, 5)).toMatchObject({ estimate: 1, standardError: 0, high: 1 });
    expect(pairedDifference(5, 0, 5)).toMatchObject({ estimate: -1, standardError: 0, low: -1 });
  });

  test("turns round with the runs, bit for bit, and contains its estimate", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.nat(5000), (a, b, concordant) => {
        const n = a + b + concordant + 1;
        const forth = pairedDifference(a, b, n);
        const back = pairedDifference(b, a, n);
        expect([back.low + 0, back.high + 0]).toEqual([-forth.high + 0, -forth.low + 0]);
        expect(forth.low).toBeLessThanOrEqual(forth.estimate);
        expect(forth.high).toBeGreaterThanOrEqual(forth.estimate);
      }),
    );
  });
});

test("mean of differences by hand: 1, 2, 3 has standard error 1/√3", () => {
  const { estimate, standardError, low, high } = meanEstimate(new Float64Array([1, 2, 3]))!;
  expect(estimate).toBe(2);
  expect(standardError).toBeCloseTo(1 / Math.sqrt(3), ROUNDING);
  expect(high - low).toBeCloseTo((2 * NORMAL_975) / Math.sqrt(3), ROUNDING);
  expect(meanEstimate(new Float64Array([0.1, 0.1, 0.1]))).toEqual({
    estimate: 0.1,
    standardError: 0,
    low: 0.1,
    high: 0.1,
  });
  expect(meanEstimate(new Float64Array([1, Number.NaN]))).toBeNull();
});
