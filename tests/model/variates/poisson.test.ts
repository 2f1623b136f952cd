import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poissonDistribution } from "../../../src/model/variates/gamma.ts";
import { normalQuantile } from "../../../src/model/variates/normal.ts";
import { nearQuantile, poissonQuantile } from "../../../src/model/variates/poisson.ts";
import { poissonBelow } from "./reference.ts";

describe("Poisson quantile", () => {
  test("mean 2 by hand: e^−2 = 0.1353, then 0.4060, 0.6767, 0.8571", () => {
    expect([0.13, 0.14, 0.4, 0.41, 0.67, 0.68, 0.857, 0.858].map((u) => poissonQuantile(2, u))).toEqual([
      0, 1, 1, 2, 2, 3, 3, 4,
    ]);
  });

  test("no expected claims give none; a missing mean is not hidden", () => {
    expect([poissonQuantile(0, 0.999999), poissonQuantile(-1, 0.5), poissonQuantile(1e-300, 0.9999)]).toEqual([
      0, 0, 0,
    ]);
    expect(poissonQuantile(Number.NaN, 0.5)).toBeNaN();
  });

  test("steps exactly at the 50-digit distribution function, on both sides of every step", () => {
    const RELATIVE_MARGIN = 1e-11;
    for (const mean of [0.3, 1, 5, 9.99, 10, 10.01, 13, 20, 30, 71, 83, 120]) {
      const sums = poissonBelow(mean, 250).map((sum) => sum.toNumber());
      for (let k = 0; k < 250; k += 1) {
        if (sums[k] < 1e-10 || sums[k] > 1 - 1e-10) continue;
        const margin = RELATIVE_MARGIN * Math.min(1, sums[k]);
        expect(poissonQuantile(mean, sums[k] - margin)).toBe(k);
        expect(poissonQuantile(mean, sums[k] + margin)).toBe(k + 1);
      }
    }
  });

  test("is the generalised inverse at any mean: P(N < k) < u ≤ P(N ≤ k)", () => {
    const word = fc.integer({ min: 0, max: 4294967295 });
    fc.assert(
      fc.property(fc.double({ min: -3, max: 6, noNaN: true }), word, (digits, w) => {
        const mean = 10 ** digits;
        const u = (w + 0.5) / 2 ** 32;
        const k = poissonQuantile(mean, u);
        expect(poissonDistribution(k, mean)).toBeGreaterThan(u - 1e-12);
        expect(k === 0 ? 0 : poissonDistribution(k - 1, mean)).toBeLessThan(u + 1e-12);
      }),
      { numRuns: 3000 },
    );
  });

  test("rises with u and with the mean", () => {
    const u = fc.double({ min: 1e-9, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 200, noNaN: true }),
        u,
        fc.double({ min: 0, max: 9e-3, noNaN: true }),
        (mean, low, h) => {
          expect(poissonQuantile(mean, low + h)).toBeGreaterThanOrEqual(poissonQuantile(mean, low));
          expect(poissonQuantile(mean * (1 + h), low)).toBeGreaterThanOrEqual(poissonQuantile(mean, low));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("the expansion is within 0.006 ÷ mean, where it decides without the distribution function", () => {
    const ROUNDING = 1e-7;
    let largest = 0;
    for (const mean of [10, 10.3, 11, 12.5, 15, 20, 30, 50, 82, 200, 1000, 10000, 1000000]) {
      const spread = Math.sqrt(mean);
      const step = Math.max(1, Math.floor(spread / 60));
      for (let k = Math.max(0, Math.floor(mean - 5 * spread)); k < mean + 5 * spread; k += step) {
        const z = normalQuantile(poissonDistribution(k, mean));
        const within = z / spread > -0.75 && z / spread < 2.0625 && Math.abs(z) < 5;
        const share = Math.abs(nearQuantile(mean, z) - k - 1) / (0.006 / mean + ROUNDING);
        if (within) largest = Math.max(largest, share);
      }
    }
    expect(largest).toBeGreaterThan(0.1);
    expect(largest).toBeLessThan(1);
  });

  test("the ends of the 32-bit grid at very large and very small means", () => {
    for (const mean of [1e-12, 0.5, 9.9, 10, 30, 80, 700, 1e6, 1e9]) {
      const ends = [0.5 / 2 ** 32, 1 - 0.5 / 2 ** 32].map((u) => poissonQuantile(mean, u));
      for (const k of ends) expect(Math.abs(k - mean)).toBeLessThan(7 * Math.sqrt(mean) + 15);
      expect(ends[1]).toBeGreaterThanOrEqual(ends[0]);
    }
  });
});
