import { expect, test } from "vitest";
import {
  type BudgetConstraintRule,
  breaksConstraint,
  budgetConstraintPlan,
} from "../../../src/model/rules/budgetConstraint.ts";
import { assumed } from "../fund.ts";

const small = { kind: "smallSurplus", least: assumed(0, "fraction"), most: assumed(0.05, "fraction") };
const balance = { kind: "balance", tolerance: assumed(0.02, "fraction") };
const breaks = (rule: object, income: number): boolean =>
  breaksConstraint(budgetConstraintPlan(rule as BudgetConstraintRule), income, 1_000_000);

test.each([
  // budgeted income against an outgo of 1,000,000: no deficit, a surplus of 0 to 5 %, balance within 2 %
  [979_999, true, true, true],
  [980_000, true, true, false],
  [999_999, true, true, false],
  [1_000_000, false, false, false],
  [1_020_000, false, false, false],
  [1_020_001, false, false, true],
  [1_050_000, false, false, true],
  [1_050_001, false, true, true],
])("an income of %d", (income, noDeficit, surplus, balanced) => {
  expect([breaks({ kind: "noDeficit" }, income), breaks(small, income), breaks(balance, income)]).toEqual([
    noDeficit,
    surplus,
    balanced,
  ]);
});
