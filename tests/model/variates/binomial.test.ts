import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  binomialDistribution,
  binomialQuantileAt,
  nearBinomialQuantile,
} from "../../../src/model/variates/binomial.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { normalQuantile, normalTail } from "../../../src/model/variates/normal.ts";
import { binomialBelow } from "./reference.ts";

const quantile = (trials: number, q: number, u: number): number => binomialQuantileAt(trials, q, normalQuantile(u));

describe("binomial quantile", () => {
  test("3 trials at ¼ by hand: 27/64 = 0.4219, then 54/64 = 0.8438, 63/64 = 0.9844", () => {
    expect([0.42, 0.423, 0.843, 0.845, 0.984, 0.985].map((u) => quantile(3, 0.25, u))).toEqual([0, 1, 1, 2, 2, 3]);
    expect([0.015, 0.017, 0.156, 0.158, 0.578, 0.579].map((u) => quantile(3, 0.75, u))).toEqual([0, 1, 1, 2, 2, 3]);
  });

  test("nobody, no risk and certainty; a missing number is not hidden", () => {
    expect([quantile(0, 0.5, 0.9), quantile(10, 0, 0.999), quantile(10, 1, 0.001), quantile(0, 1, 0.5)]).toEqual([
      0, 0, 10, 0,
    ]);
    expect(quantile(Number.NaN, 0.5, 0.5)).toBeNaN();
    expect(quantile(10, Number.NaN, 0.5)).toBeNaN();
  });

  test("steps exactly at the 50-digit distribution function, on both sides of every step", () => {
    const cases = [
      [7, 0.3],
      [400, 0.005],
      [900, 0.011],
      [1200, 0.0084],
      [1300, 0.0084],
      [80, 0.5],
      [2000, 0.03],
      [150, 0.9],
    ] as const;
    for (const [trials, q] of cases) {
      binomialBelow(trials, q).forEach((below, k) => {
        const sum = below.toNumber();
        if (sum < 1e-10 || sum > 1 - 1e-10) return;
        const margin = Math.max(1e-12, 1e-11 * sum);
        expect([trials, q, quantile(trials, q, sum - margin)]).toEqual([trials, q, k]);
        expect([trials, q, quantile(trials, q, sum + margin)]).toEqual([trials, q, k + 1]);
      });
    }
  });

  test("is the generalised inverse at any size: P(N < k) < u ≤ P(N ≤ k)", () => {
    const word = fc.integer({ min: 0, max: 4294967295 });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6, noNaN: true }),
        fc.double({ min: -4, max: -1e-3, noNaN: true }),
        word,
        (digits, digitsOfQ, w) => {
          const trials = Math.floor(10 ** digits);
          const q = 10 ** digitsOfQ;
          const u = (w + 0.5) / 2 ** 32;
          const k = quantile(trials, q, u);
          expect(binomialDistribution(k, trials, q)).toBeGreaterThan(u - 1e-10);
          expect(binomialDistribution(k - 1, trials, q)).toBeLessThan(u + 1e-10);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("the expansion is within 0.5 ÷ deviation, where it decides without the distribution function", () => {
    let largest = 0;
    for (const variance of [10, 10.4, 12, 15, 20, 30, 50, 100, 1000, 10000]) {
      for (const q of [0.0005, 0.005, 0.02, 0.1, 0.3, 0.5]) {
        const trials = Math.ceil(variance / (q * (1 - q)));
        const deviation = Math.sqrt(trials * q * (1 - q));
        const step = Math.max(1, Math.floor(deviation / 30));
        for (let k = Math.floor(trials * q - 3 * deviation); k < trials * q + 3 * deviation; k += step) {
          const z = normalQuantile(binomialDistribution(k, trials, q));
          if (Math.abs(z) >= 3) continue;
          largest = Math.max(largest, (Math.abs(nearBinomialQuantile(trials, q, z) - k - 1) * deviation) / 0.5);
        }
      }
    }
    expect(largest).toBeGreaterThan(0.1);
    expect(largest).toBeLessThan(1);
  });

  test("rises with u", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1e-9, max: 0.98, noNaN: true }),
        fc.double({ min: 0, max: 0.015, noNaN: true }),
        (trials, q, u, h) => {
          expect(quantile(trials, q, u + h)).toBeGreaterThanOrEqual(quantile(trials, q, u));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("100,000 draws of a stock have its mean, variance and distribution", () => {
    const draws = createExactVariates().open({ key: [21, 22], firstPath: 0, paths: 10_000, months: 10 });
    for (const [trials, q] of [
      [30, 0.01],
      [600, 0.02],
      [5000, 0.01],
      [90, 0.7],
    ] as const) {
      const counts = draws.array(100_000);
      const each = (value: number): Float64Array => new Float64Array(100_000).fill(value);
      draws.normals({ risk: "decrement.care.male", region: "a" }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], counts);
      draws.binomials(counts, each(trials), each(q), counts);
      const mean = trials * q;
      const variance = mean * (1 - q);
      const sum = counts.reduce((total, count) => total + count, 0) / counts.length;
      expect(Math.abs(sum - mean) / Math.sqrt(variance / counts.length)).toBeLessThan(4.5);
      const squares = counts.reduce((total, count) => total + (count - mean) ** 2, 0) / counts.length;
      const fourth = variance * (1 + 3 * (trials - 2) * q * (1 - q));
      expect(Math.abs(squares - variance) / Math.sqrt((fourth - variance ** 2) / counts.length)).toBeLessThan(4.5);
      const found = new Float64Array(trials + 1);
      for (const count of counts) found[count] += 1 / counts.length;
      let [observed, distance] = [0, 0];
      binomialBelow(trials, q).forEach((below, k) => {
        observed += found[k];
        distance = Math.max(distance, Math.abs(observed - below.toNumber()));
      });
      expect(distance).toBeLessThan(0.0062);
    }
  });

  test("a normal and its tail give back the same place", () => {
    for (const u of [1e-9, 0.01, 0.5, 0.9999]) expect(normalTail(-normalQuantile(u))).toBeCloseTo(u, 14);
  });
});
