import fc from "fast-check";
import { quantileSorted } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { momentsOf, quantilesOf, seriesPermille, spreadOf } from "../../../src/model/simulation/quantiles.ts";
import { noise } from "./blocks.ts";

const ROUNDING = 1e-12;
/** Fuel consumption of the 32 cars of R's `mtcars`. */
const mpg = new Float64Array([
  21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9,
  21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
]);

const alternating = (first: number, low: number, high: number): Float64Array =>
  new Float64Array(1001).map((_, i) => (i === 0 ? first : i % 2 === 1 ? low : high));
const digits = (got: number, certified: number): number =>
  got === certified ? 15 : -Math.log10(Math.abs(got - certified) / certified);

describe("quantiles", () => {
  test("of 1 to 10 by hand: h = 9q", () => {
    const values = new Float64Array([10, 1, 9, 2, 8, 3, 7, 4, 6, 5]);
    const expected = [1.225, 1.45, 1.9, 3.25, 5.5, 7.75, 9.1, 9.55, 9.775];
    quantilesOf(values, seriesPermille).forEach((q, i) => expect(q).toBeCloseTo(expected[i], 12));
    expect(values[0]).toBe(10);
  });

  test("R: quantile(mtcars$mpg, c(0, .1, .25, .5, .75, .9, 1))", () => {
    const expected = [10.4, 14.34, 15.425, 19.2, 22.8, 30.09, 33.9];
    quantilesOf(mpg, [0, 100, 250, 500, 750, 900, 1000]).forEach((q, i) => expect(q).toBeCloseTo(expected[i], 10));
  });

  test("NaN ranks above every number; a quantile on it, or between a number and it, is null", () => {
    // Five values, h = 4q: 0.75 falls on the number 4, 0.8 between it and the NaN, 1 on the NaN.
    const values = new Float64Array([Number.NaN, 4, 3, 2, 1]);
    expect(quantilesOf(values, [500, 750, 800, 1000])).toEqual([3, 4, null, null]);
    expect(quantilesOf(new Float64Array([Number.NaN]), [0, 500])).toEqual([null, null]);
    expect(quantilesOf(new Float64Array(0), [500])).toEqual([null]);
  });

  test("NaN in a long column: the line between null and number is where the numbers end", () => {
    const values = new Float64Array(1001).map((_, i) => (i < 900 ? 899 - i : Number.NaN));
    expect(quantilesOf(values, [500, 899, 900, 950])).toEqual([500, 899, null, null]);
    expect(quantilesOf(new Float64Array(1001).fill(Number.NaN), seriesPermille)).toEqual(
      seriesPermille.map(() => null),
    );
  });

  test("counting and selecting gives the bytes of sorting", () => {
    const shapes = fc.constantFrom<(u: number, i: number) => number>(
      (u) => u,
      (u) => -1e9 + 2e9 * u * u * u,
      (u) => Math.floor(u * 5),
      (u, i) => (i === 7 ? 1e15 : u),
      (u) => (u < 0.3 ? Number.NaN : u),
      (u) => (u < 0.5 ? 0.009 : 0.01035),
      (u, i) => (i === 3 ? Infinity : u),
      () => 4.2,
      (u) => u * Number.MIN_VALUE * 8,
      (u) => 1 - u ** 8,
    );
    fc.assert(
      fc.property(shapes, fc.integer({ min: 513, max: 1500 }), fc.nat(1000), (shape, n, salt) => {
        const values = new Float64Array(n).map((_, i) => shape(noise(i, salt), i));
        const sorted = values.slice().sort();
        const permille = [0, ...seriesPermille, 1000];
        const byHand = permille.map((thousandths) => {
          const h = ((n - 1) * thousandths) / 1000;
          const k = Math.floor(h);
          const q = h === k ? sorted[k] : sorted[k] + (h - k) * (sorted[k + 1] - sorted[k]);
          return Number.isNaN(q) ? null : q;
        });
        expect(quantilesOf(values, permille)).toEqual(byHand);
      }),
      { numRuns: 60 },
    );
  });

  test("agree with simple-statistics", () => {
    const values = new Float64Array(4001).map((_, i) => noise(i, 3) ** 3);
    const sorted = Array.from(values).sort((a, b) => a - b);
    quantilesOf(values, seriesPermille).forEach((q, i) => {
      expect(Math.abs(q! - quantileSorted(sorted, seriesPermille[i] / 1000))).toBeLessThan(ROUNDING);
    });
  });
});

describe("mean and standard deviation", () => {
  test("R: mean(mtcars$mpg), sd(mtcars$mpg)", () => {
    const { mean, sd } = momentsOf(mpg)!;
    expect(mean).toBeCloseTo(20.090625, 12);
    expect(sd).toBeCloseTo(6.026948052089105, 12);
  });

  test("NIST StRD: NumAcc1 to NumAcc4, certified 1, 0.1, 0.1, 0.1", () => {
    const cases: [Float64Array, mean: number, sd: number, sdDigits: number][] = [
      [new Float64Array([10000001, 10000003, 10000002]), 10000002, 1, 15],
      [alternating(1.2, 1.1, 1.3), 1.2, 0.1, 14],
      [alternating(1000000.2, 1000000.1, 1000000.3), 1000000.2, 0.1, 9],
      [alternating(10000000.2, 10000000.1, 10000000.3), 10000000.2, 0.1, 8],
    ];
    for (const [values, mean, sd, sdDigits] of cases) {
      const moments = momentsOf(values)!;
      expect(digits(moments.mean, mean)).toBeGreaterThanOrEqual(15);
      expect(digits(moments.sd, sd)).toBeGreaterThanOrEqual(sdDigits);
    }
  });

  test("a small sum is not lost beside large terms that cancel", () => {
    expect(momentsOf(new Float64Array([0, 1e16, 1, 1, -1e16]))!.mean).toBe(0.4);
  });

  test("equal values give exactly themselves and a deviation of exactly 0", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.integer({ min: 1, max: 999 }), (value, n) => {
        const { mean, sd, quantiles } = spreadOf(new Float64Array(n).fill(value));
        expect([mean, sd]).toEqual([value + 0 === 0 ? mean : value, 0]);
        for (const q of quantiles) expect(q).toBe(value + 0);
      }),
    );
  });

  test("one value has deviation 0; a NaN leaves none; no values neither", () => {
    expect(momentsOf(new Float64Array([5]))).toEqual({ mean: 5, sd: 0 });
    expect(spreadOf(new Float64Array([1, Number.NaN, 2]))).toMatchObject({ mean: null, sd: null });
    expect(momentsOf(new Float64Array(0))).toBeNull();
  });
});
