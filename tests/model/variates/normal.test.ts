import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logNormalTail, normalQuantile, normalTail } from "../../../src/model/variates/normal.ts";
import { exact, normalBelow, relativeError } from "./reference.ts";

describe("normal tail", () => {
  test("has 14 correct digits from −8 to 8", () => {
    for (let z = -7.9; z < 8; z += 0.13) {
      expect(relativeError(normalTail(z), exact(1).minus(normalBelow(z)))).toBeLessThan(1e-14);
    }
  });

  test("far tails by the asymptotic series 1 − 1/z² + 3/z⁴ − 15/z⁶ + …", () => {
    for (const z of [20, 50, 1000]) {
      const w = 1 / (z * z);
      const series = 1 - w * (1 - w * (3 - w * (15 - w * (105 - w * (945 - w * 10395)))));
      const reference = -0.5 * z * z - Math.log(z * Math.sqrt(2 * Math.PI)) + Math.log(series);
      expect(Math.abs(logNormalTail(z) / reference - 1)).toBeLessThan(1e-10);
    }
  });
});

describe("normal quantile", () => {
  test("published values: upper 5 %, 2.5 %, 0.5 % and 1e-6 points", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 14);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.995)).toBeCloseTo(2.5758293035489004, 14);
    expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 13);
  });

  test("inverts the distribution function to 15 digits, for the 32-bit grid's ends too", () => {
    const RELATIVE = 2e-15;
    const probabilities = [
      0.5 / 2 ** 32,
      0.5 / 2 ** 48,
      1e-9,
      1e-6,
      1e-3,
      0.01,
      0.0749,
      0.0751,
      0.2,
      0.37,
      0.4999,
      0.7,
      0.999,
    ];
    for (const u of probabilities) {
      const z = normalQuantile(u);
      const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
      const error = normalBelow(z).minus(exact(u)).toNumber() / density;
      expect(Math.abs(error / z)).toBeLessThan(RELATIVE);
    }
  });

  test("is antisymmetric on the 32-bit grid, and infinite at the ends", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4294967295 }), (word) => {
        const u = (word + 0.5) / 2 ** 32;
        expect(normalQuantile(u)).toBe(-normalQuantile(1 - u));
      }),
    );
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });

  test("rises with u", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-15, max: 0.999, noNaN: true }),
        fc.double({ min: 1e-9, max: 9e-4, noNaN: true }),
        (u, h) => {
          expect(normalQuantile(u * (1 + h))).toBeGreaterThan(normalQuantile(u));
        },
      ),
    );
  });
});
