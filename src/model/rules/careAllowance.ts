import { z } from "zod";
import { provenanceFields, quantity } from "../scenario/quantity.ts";

/**
 * Living-care allowance 生活护理费 (Work Injury Insurance Regulations, article 34): 50 %, 40 % or 30 % of the base wage of benefits A for
 * those who depend on care fully, mostly or partly. Paid by the fund.
 */
export const careAllowanceRule = z.strictObject({
  ...provenanceFields,
  shares: quantity(z.array(z.number().min(0).max(1)).length(3, { error: "3 degrees of care" }), "fraction").describe(
    "Of the base wage A: fully, mostly, partly dependent",
  ),
});
export type CareAllowance = z.infer<typeof careAllowanceRule>;

/** Mean monthly allowance of new recipients, by their shares in the three degrees, yuan. */
export function meanCareAllowance(shares: readonly number[], degrees: readonly number[], baseWage: number): number {
  return baseWage * shares.reduce((sum, share, degree) => sum + degrees[degree] * share, 0);
}
