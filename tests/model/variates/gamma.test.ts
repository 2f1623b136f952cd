import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logGamma, logGammaLower, logGammaUpper, poissonDistribution } from "../../../src/model/variates/gamma.ts";
import { gammaQuantile, logGammaQuantile } from "../../../src/model/variates/gammaQuantile.ts";
import { gammaTable, LARGE_SHAPE, largeGamma, tabledGamma } from "../../../src/model/variates/gammaTable.ts";
import { normalQuantile, normalTail } from "../../../src/model/variates/normal.ts";
import { exact, gammaBelow, logGammaOf, poissonBelow, relativeError } from "./reference.ts";

const SHAPES = [0.001, 0.03, 0.3, 1, 2.5, 9.9, 15, 19.9, 20, 25, 40, 100, 1000];
const MAP_TOLERANCE = 1e-5;
const DEVIATES = [-6.3, -4.75, -3, -1.5, -0.5, 0, 0.7, 2, 3.5, 4.75, 6.3];

describe("gamma distribution", () => {
  test("ln Γ: factorials, Γ(½) = √π, and 13 digits elsewhere", () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
    for (const a of SHAPES)
      expect(exact(logGamma(a)).minus(logGammaOf(a)).abs().toNumber()).toBeLessThan(1e-14 * (1 + a));
  });

  test("both tails have 12 correct digits, through every way of computing them", () => {
    for (const a of SHAPES) {
      for (const deviate of [-4, -2, -1, 0, 0.5, 1, 2, 4]) {
        const x = a > 1 ? a * Math.max(0.02, 1 + deviate / Math.sqrt(a)) : a * Math.exp(deviate);
        const below = gammaBelow(a, x);
        expect(relativeError(Math.exp(logGammaLower(a, x)), below)).toBeLessThan(1e-12);
        expect(relativeError(Math.exp(logGammaUpper(a, x)), exact(1).minus(below))).toBeLessThan(1e-11);
      }
    }
  });

  test("shape 1 is exponential: 1 − e^−x", () => {
    for (const x of [1e-9, 0.1, 1, 2, 30]) {
      expect(logGammaUpper(1, x)).toBeCloseTo(-x, 12);
      expect(Math.exp(logGammaLower(1, x)) / -Math.expm1(-x)).toBeCloseTo(1, 12);
    }
  });

  test("Poisson probabilities agree with plain sums", () => {
    for (const mean of [0.01, 3, 25, 60]) {
      const sums = poissonBelow(mean, 100);
      for (const k of [0, 1, 5, 20, 30, 60, 100])
        expect(relativeError(poissonDistribution(k, mean), sums[k])).toBeLessThan(1e-12);
    }
  });
});

describe("gamma quantile", () => {
  test("inverts the 50-digit distribution function to a relative 1e-9", () => {
    for (const a of [0.01, 0.3, 1, 2.5, 9.9, 25, 100, 1000]) {
      for (const u of [1e-6, 1e-3, 0.1, 0.5, 0.9, 0.999, 1 - 1e-6]) {
        const x = gammaQuantile(a, u);
        if (x < 1e-290) continue;
        const lower = gammaBelow(a, x * (1 - 1e-9));
        const upper = gammaBelow(a, x * (1 + 1e-9));
        expect(lower.lt(exact(u)) && upper.gt(exact(u))).toBe(true);
      }
    }
  });

  test("published chi-square points: ½ χ² with 2a degrees of freedom", () => {
    expect(2 * gammaQuantile(0.5, 0.95)).toBeCloseTo(3.841458820694124, 10);
    expect(2 * gammaQuantile(5, 0.95)).toBeCloseTo(18.307038053275146, 10);
    expect(2 * gammaQuantile(50, 0.01)).toBeCloseTo(70.06489492539978, 9);
    expect(gammaQuantile(1, 0.5)).toBeCloseTo(Math.LN2, 12);
  });

  test("as a map |F(Q(u)) − u| ≤ 1e-5 for shapes 1e-3 to 1e7, and rises with u", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 7, noNaN: true }),
        fc.double({ min: 1e-9, max: 0.999, noNaN: true }),
        (digits, u) => {
          const a = 10 ** digits;
          const x = gammaQuantile(a, u);
          // Below 1e-300 the quantile is rounded, and the distribution function there is x^a: no map to test.
          const error = x > 1e-300 ? Math.exp(logGammaLower(a, x)) - u : 0;
          expect(Math.abs(error)).toBeLessThan(MAP_TOLERANCE * 1e-4);
          expect(gammaQuantile(a, u + 5e-4)).toBeGreaterThanOrEqual(x);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("fast gamma quantiles", () => {
  test("a table of one small shape agrees with the exact quantile", () => {
    for (const a of [0.001, 0.02, 0.1, 0.5, 1, 2.9]) {
      const table = gammaTable(a);
      for (let z = -6.33; z < 6.34; z += 0.057) {
        const quantile = Math.exp(logGammaQuantile(a, z));
        // 1e-250 stands for anything smaller.
        const error = (tabledGamma(table, z) * a + 1e-250) / (quantile + 1e-250) - 1;
        expect(Math.abs(error)).toBeLessThan(1e-6);
      }
    }
  });

  test("the table of all large shapes agrees with the exact quantile to 1e-8", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -6.34, max: 6.34, noNaN: true }),
        (v, z) => {
          const a = LARGE_SHAPE * 10 ** (7 * v * v);
          expect(Math.abs((largeGamma(a, z) * a) / Math.exp(logGammaQuantile(a, z)) - 1)).toBeLessThan(1e-8);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("as maps |F(Q(u)) − u| ≤ 1e-5, against the 50-digit distribution", () => {
    for (const a of [0.3, 1, 2.5, 3, 7, 40, 400]) {
      const table = gammaTable(a);
      for (const z of DEVIATES) {
        const u = 1 - normalTail(z);
        const multiples = [tabledGamma(table, z), ...(a >= LARGE_SHAPE ? [largeGamma(a, z)] : [])];
        for (const multiple of multiples) {
          const error = gammaBelow(a, a * multiple)
            .minus(u)
            .abs();
          expect(error.toNumber()).toBeLessThan(MAP_TOLERANCE);
        }
      }
    }
  });

  test("extreme shapes give numbers", () => {
    expect(largeGamma(Infinity, 3)).toBe(1);
    expect(largeGamma(1e300, -6.3)).toBe(1);
    for (const a of [1e-30, 1e-9, 1e-4]) {
      const table = gammaTable(a);
      for (const word of [0.5, 1e9, 4294967295.5]) {
        const x = tabledGamma(table, normalQuantile(word / 2 ** 32));
        expect(x >= 0 && x < Infinity).toBe(true);
      }
    }
  });
});
