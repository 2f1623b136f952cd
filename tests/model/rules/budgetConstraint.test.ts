import { describe, expect, test } from "vitest";
import { breaksConstraint, budgetConstraintPlan } from "../../../src/model/rules/budgetConstraint.ts";
import { assumed } from "../fund.ts";

describe("budget constraints, on an outgo of 1,000", () => {
  const noDeficit = budgetConstraintPlan({ kind: "noDeficit" });
  const small = budgetConstraintPlan({
    kind: "smallSurplus",
    least: assumed(0, "fraction") as never,
    most: assumed(0.05, "fraction") as never,
  });
  const balance = budgetConstraintPlan({ kind: "balance", tolerance: assumed(0.02, "fraction") as never });

  test.each([
    // income, breaks no deficit, breaks a surplus of 0 to 5 %, breaks balance within 2 %
    [979.99, true, true, true],
    [980, true, true, false],
    [999.99, true, true, false],
    [1000, false, false, false],
    [1020, false, false, false],
    [1020.01, false, false, true],
    [1050, false, false, true],
    [1050.01, false, true, true],
  ])("income %d", (income, ofNoDeficit, ofSmall, ofBalance) => {
    expect(breaksConstraint(noDeficit, income, 1000)).toBe(ofNoDeficit);
    expect(breaksConstraint(small, income, 1000)).toBe(ofSmall);
    expect(breaksConstraint(balance, income, 1000)).toBe(ofBalance);
  });
});
