import { describe, expect, it, test } from "vitest";
import { apportion } from "../../../src/model/rules/apportionedSharing.ts";
import { breaksConstraint, budgetConstraintPlan } from "../../../src/model/rules/budgetConstraint.ts";
import { chizhouLocalPart, meetsTarget } from "../../../src/model/rules/chizhouSharing.ts";
import { liaoningBonuses, liaoningLocalPart } from "../../../src/model/rules/liaoningSharing.ts";
import { yearlyGap } from "../../../src/model/rules/settlement.ts";
import { gapDueToCut, localShareOfAid } from "../../../src/model/rules/waterfall.ts";
import { assumed } from "../fund.ts";

describe("Liaoning: 8 : 2 where the rolling balance covers the gaps, else 6 : 4, less a bonus", () => {
  const plan = {
    kind: "liaoning",
    localIfCovered: 0.2,
    localIfNot: 0.4,
    bonuses: [5_000_000, 4_000_000, 3_000_000],
  } as const;

  test.each([
    // covered, gap, bonus, the city pays
    [true, 100_000_000, 0, 20_000_000],
    [false, 100_000_000, 0, 40_000_000],
    [true, 100_000_000, 5_000_000, 15_000_000],
    [true, 25_000_000, 5_000_000, 0],
    [true, 10_000_000, 5_000_000, 0],
  ])("covered %s, gap %d, bonus %d", (covered, gap, bonus, pays) => {
    expect(liaoningLocalPart(plan, covered, gap, bonus)).toBe(pays);
  });

  it("gives the bonuses to the three cities that collected most of their plan, equal ones in their order", () => {
    expect(liaoningBonuses(plan.bonuses, [0.9, 1.1, 1, 1.1, 0.5])).toEqual([0, 5_000_000, 3_000_000, 4_000_000, 0]);
    expect(liaoningBonuses(plan.bonuses, [1, 0.9])).toEqual([5_000_000, 4_000_000]);
  });
});

describe("Chizhou: 60 : 40 where the targets are met, else all local", () => {
  const plan = { kind: "chizhou", localIfMet: 0.4, target: 0.95 } as const;
  test.each([
    // planned, collected, the county pays of a gap of 200
    [1000, 949, 200],
    [1000, 950, 80],
    [1000, 951, 80],
  ])("plan %d, collected %d", (planned, collected, pays) => {
    expect(chizhouLocalPart(plan, meetsTarget(plan, planned, collected), 200)).toBe(pays);
  });
});

describe("apportionment by weighted keys", () => {
  it("splits 1,000 by population, payroll, balance and injuries", () => {
    // city A: 0.4 × 60/100 + 0.3 × 50/100 + 0.2 × 0/100 + 0.1 × 20/50 = 0.24 + 0.15 + 0 + 0.04 = 0.43
    const keys = [
      [60, 40],
      [50, 50],
      [-30, 100],
      [20, 30],
    ];
    const [a, b] = apportion(1000, [0.4, 0.3, 0.2, 0.1], keys);
    expect(a).toBeCloseTo(430, 9);
    expect(b).toBe(1000 - (a ?? 0));
  });

  it("splits evenly by a key that is nothing everywhere", () => {
    expect(apportion(90, [1], [[0, 0, 0]])).toEqual([30, 30, 30]);
  });
});

test.each([
  // income, outgo, gap
  [100, 99, 0],
  [100, 100, 0],
  [100, 101, 1],
])("a year with income %d and outgo %d", (income, outgo, gap) => {
  expect(yearlyGap(income, outgo)).toBe(gap);
});

test("the pooled fund pays the smaller of gap and contributions forgone; 20 % of the aid, not of the gap, is local", () => {
  expect([gapDueToCut(15, 40), gapDueToCut(15, 15), gapDueToCut(15, 10), gapDueToCut(15, 0)]).toEqual([15, 15, 10, 0]);
  expect(localShareOfAid(50, 0.2)).toBe(10);
});

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
