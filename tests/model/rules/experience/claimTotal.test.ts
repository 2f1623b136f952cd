import { describe, expect, test } from "vitest";
import { claimTotalBelow, claimTotalTable } from "../../../../src/model/rules/experience/claimTotal.ts";
import { logGammaLower } from "../../../../src/model/variates/gamma.ts";

describe("claims of a cycle cost at most an amount", () => {
  test("ten employees at 6.5 claims per thousand a year, two years: 87.8 % have no claim", () => {
    const mean = 10 * 0.0065 * 2;
    expect(claimTotalBelow(mean, 0.5, 0)).toBeCloseTo(Math.exp(-0.13), 14);
    expect(Math.exp(-0.13)).toBeCloseTo(0.878, 3);
  });

  test("exponential costs (cv 1), by hand: e^−m (1 + m (1 − e^−y) + m²/2 (1 − e^−y (1 + y)) + …)", () => {
    const [m, y] = [0.3, 1.5];
    let below = 0;
    let poisson = Math.exp(-m);
    let erlang = 0;
    for (let k = 0; k < 40; k++) {
      below += poisson * (1 - Math.exp(-y) * erlang);
      erlang += y ** k / factorial(k);
      poisson *= m / (k + 1);
    }
    expect(claimTotalBelow(m, 1, y)).toBeCloseTo(below, 13);
  });

  test("nobody to be injured costs nothing; less than nothing is impossible", () => {
    expect(claimTotalBelow(0, 1, 0)).toBe(1);
    expect(claimTotalBelow(2, 1, -1)).toBe(0);
  });

  test.each([0.15, 1, 4])("many claims: the shifted gamma is within 0.0015 of the sum, shape %d", (shape) => {
    for (const y of [20, 40, 50, 60, 90, 130]) {
      let sum = 0;
      let logPoisson = -50;
      for (let k = 0; k < 400; k++) {
        const cost = k === 0 ? 1 : Math.exp(logGammaLower(k * shape, y * shape));
        sum += Math.exp(logPoisson) * cost;
        logPoisson += Math.log(50 / (k + 1));
      }
      expect(Math.abs(claimTotalBelow(50, shape, y) - sum)).toBeLessThan(0.0015);
    }
  });

  test.each([
    [0.1, 0.0015],
    [0.3, 0.0025],
    [1, 0.0035],
  ])("the table of shape %d is within %d of it everywhere and keeps its order", (shape, tolerance) => {
    const table = claimTotalTable(shape);
    let worst = 0;
    for (const mean of [0.0013, 0.037, 0.13, 0.9, 2.7, 7.7, 31, 49, 77, 260]) {
      let before = 0;
      for (let logAmount = -8; logAmount < 7.5; logAmount += 0.237) {
        const found = table.below(Math.log(mean), logAmount);
        worst = Math.max(worst, Math.abs(found - claimTotalBelow(mean, shape, Math.exp(logAmount))));
        expect(found).toBeGreaterThanOrEqual(before);
        expect(table.below(Math.log(mean * 1.3), logAmount)).toBeLessThanOrEqual(found + 1e-12);
        before = found;
      }
    }
    expect(worst).toBeLessThan(tolerance);
  });
});

function factorial(k: number): number {
  return k === 0 ? 1 : k * factorial(k - 1);
}
