import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../../src/model/variates/normal.ts";
import { truncatedPareto } from "../../../src/model/variates/pareto.ts";
import { severityQuantiles } from "../../../src/model/variates/severity.ts";
import { gammaBelow } from "./reference.ts";

/** Mean, variance and skewness of a quantile function of z, by Simpson's rule over the normal density. */
function moments(quantile: (z: number) => number): { mean: number; variance: number; skewness: number } {
  const steps = 4096;
  const h = 12.8 / steps;
  const weighted = (power: (x: number) => number): number => {
    let sum = 0;
    for (let i = 0; i <= steps; i += 1) {
      const z = -6.4 + i * h;
      const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      sum += (weight * power(quantile(z)) * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
    }
    return (sum * h) / 3;
  };
  const mean = weighted((x) => x);
  const variance = weighted((x) => (x - mean) ** 2);
  return { mean, variance, skewness: weighted((x) => (x - mean) ** 3) / variance ** 1.5 };
}

describe("severity", () => {
  test("cv 0: every claim costs the mean", () => {
    for (const family of ["gamma", "lognormal"] as const) {
      const { single, aggregate } = severityQuantiles({ family, cv: 0 });
      expect([single(2), aggregate(17, -3)]).toEqual([1, 17]);
    }
  });

  test("a lognormal claim with cv 1: median 1/√2, standard deviate 1 at e^√ln 2 times that", () => {
    const { single } = severityQuantiles({ family: "lognormal", cv: 1 });
    expect(single(0)).toBeCloseTo(Math.SQRT1_2, 14);
    expect(single(1)).toBeCloseTo(Math.SQRT1_2 * Math.exp(Math.sqrt(Math.LN2)), 14);
  });

  test("aggregates have mean n and variance n cv²; lognormal ones the skewness (cv³ + 3 cv) / √n", () => {
    for (const cv of [0.2, 0.7, 1, 1.5]) {
      const lognormalOf = severityQuantiles({ family: "lognormal", cv }).aggregate;
      const gammaOf = severityQuantiles({ family: "gamma", cv }).aggregate;
      for (const count of [7, 10, 100, 5000]) {
        const lognormal = moments((z) => lognormalOf(count, z));
        expect(lognormal.mean / count).toBeCloseTo(1, 5);
        expect(lognormal.variance / (count * cv * cv)).toBeCloseTo(1, 3);
        expect(lognormal.skewness / ((cv ** 3 + 3 * cv) / Math.sqrt(count))).toBeCloseTo(1, 2);
        const gamma = moments((z) => gammaOf(count, z));
        expect(gamma.mean / count).toBeCloseTo(1, 6);
        expect(gamma.variance / (count * cv * cv)).toBeCloseTo(1, 5);
        expect(gamma.skewness / ((2 * cv) / Math.sqrt(count))).toBeCloseTo(1, 4);
      }
    }
  });

  test("n gamma claims are gamma with shape n / cv²: |F(Q(u)) − u| ≤ 1e-5", () => {
    for (const cv of [0.4, 1, 2.5]) {
      const { single, aggregate } = severityQuantiles({ family: "gamma", cv });
      for (const u of [1e-6, 0.01, 0.3, 0.8, 0.999, 1 - 1e-6]) {
        const z = normalQuantile(u);
        const shape = 1 / (cv * cv);
        expect(
          gammaBelow(shape, single(z) * shape)
            .minus(u)
            .abs()
            .toNumber(),
        ).toBeLessThan(1e-5);
        for (const count of [7, 8, 30]) {
          expect(
            gammaBelow(count * shape, aggregate(count, z) * shape)
              .minus(u)
              .abs()
              .toNumber(),
          ).toBeLessThan(1e-5);
        }
      }
    }
  });

  test("costs are positive, finite and rise with z, at any cv", () => {
    const family = fc.constantFrom("gamma" as const, "lognormal" as const);
    const count = fc.oneof(fc.integer({ min: 7, max: 40 }), fc.integer({ min: 7, max: 1000000 }));
    fc.assert(
      fc.property(
        family,
        fc.double({ min: -9, max: 2, noNaN: true }),
        count,
        fc.double({ min: -6.33, max: 6, noNaN: true }),
        (f, digits, n, z) => {
          const { single, aggregate } = severityQuantiles({ family: f, cv: 10 ** digits });
          for (const quantile of [single, (y: number) => aggregate(n, y)]) {
            expect(quantile(z)).toBeGreaterThanOrEqual(0);
            expect(quantile(z)).toBeLessThan(Infinity);
            expect(quantile(z + 0.3)).toBeGreaterThanOrEqual(quantile(z));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("truncated Pareto", () => {
  test("α = 2, cap 2 by hand: F(x) = (1 − x^−2) / ¾", () => {
    const tail = { tailIndex: 2, cap: 2 };
    expect(truncatedPareto(tail, 0.5)).toBeCloseTo(Math.sqrt(1 / 0.625), 14);
    for (const x of [1.001, 1.3, 1.7, 1.999]) expect(truncatedPareto(tail, (1 - x ** -2) / 0.75)).toBeCloseTo(x, 13);
  });

  test("stays within 1 and the cap; cap 1 and an infinite cap work", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.01, max: 30, noNaN: true }),
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-15, max: 1 - 1e-15, noNaN: true }),
        (tailIndex, cap, u) => {
          const size = truncatedPareto({ tailIndex, cap }, u);
          expect(size >= 1 && size <= cap).toBe(true);
        },
      ),
    );
    expect(truncatedPareto({ tailIndex: 1.5, cap: 1 }, 0.7)).toBe(1);
    expect(truncatedPareto({ tailIndex: 2, cap: Infinity }, 0.75)).toBeCloseTo(2, 14);
  });
});
