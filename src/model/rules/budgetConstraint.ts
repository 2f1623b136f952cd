import { z } from "zod";
import { fraction, provenanceFields } from "../scenario/quantity.ts";

/**
 * What a drafted budget must keep to: no deficit (Anhui, Wan-Ren-She-Fa [2023] 21, three (three)), a small surplus (Zhejiang,
 * Zhe-Zheng-Ban-Fa [2023] 62, two (two) 3), or balance (Jilin, Ji-Zheng-Fa [2020] 20, three (three)). Real budgets have run
 * deficits while balances were high (DOMAIN.md section 9, 9): the constraint is observed, not enforced.
 */
export const budgetConstraintRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("noDeficit"), ...provenanceFields }),
  z.strictObject({
    kind: z.literal("smallSurplus"),
    ...provenanceFields,
    least: fraction.describe("Smallest surplus, of the budgeted outgo"),
    most: fraction.describe("Largest surplus, of the budgeted outgo"),
  }),
  z.strictObject({
    kind: z.literal("balance"),
    ...provenanceFields,
    tolerance: fraction.describe("Distance of income from outgo that still counts as balance, of the budgeted outgo"),
  }),
]);
export type BudgetConstraintRule = z.infer<typeof budgetConstraintRule>;

/** Surplus of the budget ÷ its outgo lies within [least, most]; `most` -1 for no upper end. */
export interface BudgetConstraintPlan {
  readonly least: number;
  readonly most: number;
}

export function budgetConstraintPlan(rule: BudgetConstraintRule): BudgetConstraintPlan {
  switch (rule.kind) {
    case "noDeficit":
      return { least: 0, most: -1 };
    case "smallSurplus":
      return { least: rule.least.value, most: rule.most.value };
    case "balance":
      return { least: -rule.tolerance.value, most: rule.tolerance.value };
  }
}

/** Whether a budget breaks the constraint; on either line it keeps it, within a hundred-millionth of the outgo for rounding. */
export function breaksConstraint({ least, most }: BudgetConstraintPlan, income: number, outgo: number): boolean {
  const surplus = income - outgo;
  const rounding = ROUNDING * outgo;
  if (surplus < least * outgo - rounding) return true;
  return most !== NO_UPPER_END && surplus > most * outgo + rounding;
}

const NO_UPPER_END = -1;
const ROUNDING = 1e-8;
