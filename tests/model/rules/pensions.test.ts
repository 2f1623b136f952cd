import { describe, expect, test } from "vitest";
import { monthText } from "../../../src/model/calendar.ts";
import { meanCareAllowance } from "../../../src/model/rules/careAllowance.ts";
import {
  meanDisabilityPension,
  minimumWageTopUp,
  pensionBeforeTopUp,
} from "../../../src/model/rules/disabilityPension.ts";
import { adjustmentFactor } from "../../../src/model/rules/indexation.ts";
import {
  monthsLater,
  paidAfterRetirement,
  type RisingAge,
  retirementAge,
  retirementDifference,
} from "../../../src/model/rules/retirement.ts";
import { leftByCeiling, survivorShare } from "../../../src/model/rules/survivorPension.ts";
import type { Quantity } from "../../../src/model/scenario/quantity.ts";

const SHARES = [0.9, 0.85, 0.8, 0.75];
const known = <T>(value: T, unit: string): Quantity<T> => ({ value, unit });

describe("disability pensions of grades 1–4", () => {
  // golden_benefit_vectors.csv: own wage after cap and floor, minimum wage, grade, pension before the top-up, top-up.
  test.each([
    ["typical", 8000, 2200, 1, 7200, 0],
    ["typical", 8000, 2200, 2, 6800, 0],
    ["typical", 8000, 2200, 3, 6400, 0],
    ["typical", 8000, 2200, 4, 6000, 0],
    ["high wage, capped", 21000, 2200, 1, 18900, 0],
    ["high wage, capped", 21000, 2200, 2, 17850, 0],
    ["high wage, capped", 21000, 2200, 3, 16800, 0],
    ["high wage, capped", 21000, 2200, 4, 15750, 0],
    ["low wage, floored", 4200, 2200, 1, 3780, 0],
    ["low wage, floored", 4200, 2200, 2, 3570, 0],
    ["low wage, floored", 4200, 2200, 3, 3360, 0],
    ["low wage, floored", 4200, 2200, 4, 3150, 0],
    ["low wage, minimum-wage top-up", 4300, 3400, 1, 3870, 0],
    ["low wage, minimum-wage top-up", 4300, 3400, 2, 3655, 0],
    ["low wage, minimum-wage top-up", 4300, 3400, 3, 3440, 0],
    ["low wage, minimum-wage top-up", 4300, 3400, 4, 3225, 175],
    ["at the minimum wage", 4000, 3000, 4, 3000, 0],
    ["a yuan below it", 4000, 3001, 4, 3000, 1],
  ])("%s: W %d, minimum wage %d, grade %d: %d and a top-up of %d", (_, wage, minimum, grade, pension, topUp) => {
    const before = pensionBeforeTopUp(SHARES[grade - 1], wage);
    expect(before).toBeCloseTo(pension, 9);
    expect(minimumWageTopUp(before, minimum)).toBeCloseTo(topUp, 9);
  });

  test("the mean of new recipients tops up each grade for itself", () => {
    expect(meanDisabilityPension(SHARES, [0.1, 0.2, 0.3, 0.4], 4300, 0)).toBeCloseTo(387 + 731 + 1032 + 1290, 9);
    expect(meanDisabilityPension(SHARES, [0.1, 0.2, 0.3, 0.4], 4300, 3400)).toBeCloseTo(387 + 731 + 1032 + 1360, 9);
  });
});

test("living-care allowance: 50, 40 and 30 % of A of 7,000", () => {
  expect(
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0.2, 0.3, 0.5],
    ].map((degrees) => meanCareAllowance([0.5, 0.4, 0.3], degrees, 7000)),
  ).toEqual([3500, 2800, 2100, 2590]);
});

test("survivors' pensions: 40 % for the spouse, 30 % for others, 10 points more, together not above the wage", () => {
  const rule = { spouse: 0.4, other: 0.3, supplement: 0.1 };
  expect([
    survivorShare(rule, true, false),
    survivorShare(rule, false, false),
    survivorShare(rule, true, true),
    survivorShare(rule, false, true),
  ]).toEqual([0.4, 0.3, 0.5, 0.4]);
  // Spouse and two children: 1.0 of the wage, the ceiling itself; one more relative: 1.3, cut to 1 in proportion.
  expect(leftByCeiling(1, 1)).toBe(1);
  expect(0.4 * leftByCeiling(1.3, 1) + 3 * 0.3 * leftByCeiling(1.3, 1)).toBeCloseTo(1, 12);
  expect(leftByCeiling(1.3, 1)).toBeCloseTo(0.769231, 6);
});

describe("adjustments", () => {
  test.each([
    ["one year: 0.6 × 8 % + 0.4 × 2 %", [0.08], 0.6, 0.008, true, 1.056],
    ["two years at once", [0.08, 0.05], 0.6, 0.008, true, 1.056 * 1.038],
    ["falling wages, followed", [-0.05], 1, 0, false, 0.95],
    ["falling wages, never down", [-0.05], 1, 0, true, 1],
    ["no growth", [0], 1, 0, true, 1],
    ["the fall of one year eats part of the growth of the other", [-0.05, 0.1], 1, 0, true, 1.045],
  ])("%s", (_, growth, weight, addition, neverDown, factor) => {
    expect(adjustmentFactor(growth, weight, addition, neverDown)).toBeCloseTo(factor, 12);
  });
});

describe("retirement", () => {
  const rise = (before: number, after: number, everyMonths: number): RisingAge => ({
    before: known(before, "years"),
    after: known(after, "years"),
    from: "2025-01",
    everyMonths: known(everyMonths, "months"),
  });
  const [men, women, workers] = [rise(60, 63, 4), rise(55, 58, 4), rise(50, 55, 2)];

  // Who reaches the old age in a month retires so many months later: table of the decision of 2024-09-13.
  test.each([
    ["2024-12", 0, 0, 0],
    ["2025-01", 1, 1, 1],
    ["2025-02", 1, 1, 1],
    ["2025-03", 1, 1, 2],
    ["2025-04", 1, 1, 2],
    ["2025-05", 2, 2, 3],
    ["2025-12", 3, 3, 6],
    ["2026-01", 4, 4, 7],
    ["2034-10", 30, 30, 59],
    ["2034-11", 30, 30, 60],
    ["2036-08", 35, 35, 60],
    ["2036-09", 36, 36, 60],
    ["2045-01", 36, 36, 60],
  ])("reached in %s: men %d, women %d, workers %d months later", (month, ...later) => {
    expect([men, women, workers].map((each) => monthsLater(each, month))).toEqual(later);
  });

  // From which age people stand retired in a month, in months above the old age.
  test.each([
    ["2024-12", 0, 0],
    ["2025-01", 1, 1],
    // Those of April 2025 retire in May; those of May, two months later, in July.
    ["2025-05", 1, 2],
    ["2025-06", 2, 2],
    ["2025-07", 2, 3],
    // Workers of October 2034, 59 months later, retire in September 2039; those of November, 60 months later, in November.
    ["2039-08", 36, 59],
    ["2039-09", 36, 59],
    ["2039-10", 36, 60],
    ["2039-11", 36, 60],
    ["2050-01", 36, 60],
  ])("in %s men are %d and workers %d months beyond the old age", (month, ...beyond) => {
    const at = (monthsAgo: number): string => monthText(month, -monthsAgo);
    expect([(retirementAge(men, at) - 60) * 12, (retirementAge(workers, at) - 50) * 12].map(Math.round)).toEqual(
      beyond,
    );
  });

  test.each([
    ["below the old-age pension", 2999, 3000, 0],
    ["as much", 3000, 3000, 0],
    ["a yuan above", 3001, 3000, 1],
  ])("the fund pays what is above the old-age pension: %s", (_, pension, oldAge, paid) => {
    expect(retirementDifference(pension, oldAge)).toBe(paid);
  });

  test("those without a right to a pension keep it less their personal account", () => {
    const rule = { men, women, womenWorkers: workers, workersShare: known(0.5, "fraction") };
    expect(paidAfterRetirement({ ...rule, oldAgePension: known(0.8, "ratio") })).toBeCloseTo(0.2, 12);
    expect(paidAfterRetirement({ ...rule, oldAgePension: known(1.2, "ratio") })).toBe(0);
    const withoutRight = { share: known(0.1, "fraction"), personalAccount: known(0.05, "fraction") };
    expect(paidAfterRetirement({ ...rule, oldAgePension: known(0.8, "ratio"), withoutRight })).toBeCloseTo(
      0.9 * 0.2 + 0.1 * 0.95,
      12,
    );
  });
});
