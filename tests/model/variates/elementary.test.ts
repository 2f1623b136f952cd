import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excessOverLog1p, exp, log, log1p, power } from "../../../src/model/variates/elementary.ts";
import { exact, relativeError, ulps } from "./reference.ts";

const ONE_ULP = 1;
const THREE_ULPS = 3;

/** Points spread by the golden ratio over [from, to]. */
function spread(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + (to - from) * ((i * 0.6180339887498949) % 1));
}

function worst(points: number[], error: (x: number) => number): number {
  return Math.max(...points.map(error));
}

const expError = (x: number): number => ulps(exp(x), exact(x).exp());
const logError = (x: number): number => ulps(log(x), exact(x).ln());
const excessError = (x: number): number => relativeError(excessOverLog1p(x), exact(x).minus(exact(x).plus(1).ln()));

describe("exponential", () => {
  test("is within one unit in the last place everywhere", () => {
    expect(worst(spread(-708, 709.7, 300), expError)).toBeLessThan(ONE_ULP);
    expect(worst(spread(-2, 2, 300), expError)).toBeLessThan(ONE_ULP);
    expect(worst(spread(-745, -708, 40), expError)).toBeLessThan(ONE_ULP);
  });

  test("ends of the range", () => {
    expect(exp(0)).toBe(1);
    expect([exp(709.79), exp(Infinity)]).toEqual([Infinity, Infinity]);
    expect([exp(-745.14), exp(-Infinity)]).toEqual([0, 0]);
    expect(exp(709.78)).toBeGreaterThan(1.79e308);
    expect(exp(-745.13)).toBe(Number.MIN_VALUE);
    expect(exp(Number.NaN)).toBeNaN();
  });

  test("never falls where its argument rises", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -750, max: 710, noNaN: true }),
        fc.double({ min: 0, max: 1e-3, noNaN: true }),
        (x, h) => {
          expect(exp(x + h)).toBeGreaterThanOrEqual(exp(x) * (1 - 3e-16));
        },
      ),
    );
  });
});

describe("logarithm", () => {
  test("is within one unit in the last place everywhere", () => {
    expect(worst(spread(0.5, 2, 300), logError)).toBeLessThan(ONE_ULP);
    expect(worst(spread(0.9999, 1.0001, 100), logError)).toBeLessThan(ONE_ULP);
    const sizes = spread(-1020, 1020, 200).map((k) => 2 ** Math.floor(k) * (1 + Math.abs(k % 1)));
    expect(worst(sizes, logError)).toBeLessThan(ONE_ULP);
    expect(worst([5e-324, 1e-310, 2.2250738585072014e-308, 1.7976931348623157e308], logError)).toBeLessThan(ONE_ULP);
  });

  test("ends of the range", () => {
    expect([log(1), log(0), log(Infinity)]).toEqual([0, -Infinity, Infinity]);
    expect([log(-1), log(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  });

  test("log1p and x − log1p(x) keep their relative accuracy near 0", () => {
    const small = spread(-12, 0, 150).map((digits, i) => (i % 2 === 0 ? 0.9 : -0.9) * 10 ** digits);
    expect(worst(small, (x) => ulps(log1p(x), exact(x).plus(1).ln()))).toBeLessThan(THREE_ULPS);
    expect(worst(small, excessError)).toBeLessThan(1e-15);
    expect([log1p(-1), log1p(0), excessOverLog1p(0)]).toEqual([-Infinity, 0, 0]);
  });

  test("power: 2^10, 9^½ and 10^−3 by hand", () => {
    expect(power(2, 10)).toBeCloseTo(1024, 10);
    expect(power(9, 0.5)).toBeCloseTo(3, 14);
    expect(power(10, -3)).toBeCloseTo(0.001, 16);
    expect([power(7, 0), power(Infinity, -2)]).toEqual([1, 0]);
  });
});
