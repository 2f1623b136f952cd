import { z } from "zod";
import { provenanceFields, quantity, yuanPerMonth } from "../scenario/quantity.ts";

/**
 * Disability pension 伤残津贴 of grades 1–4, paid by the fund (Work Injury Insurance Regulations, article 35 (2)): a share of the own
 * wage W by grade; where it is below the local minimum wage, the fund pays the difference.
 */
export const disabilityPensionRule = z.strictObject({
  ...provenanceFields,
  shares: quantity(z.array(z.number().min(0).max(1)).length(4, { error: "4 grades" }), "fraction").describe(
    "Of the own wage, grades 1–4",
  ),
  minimumWage: yuanPerMonth
    .optional()
    .describe("Local minimum wage at the start; it is taken to grow with wages. Absent: no top-up"),
});
export type DisabilityPension = z.infer<typeof disabilityPensionRule>;

/** Monthly pension before the top-up, yuan. */
export function pensionBeforeTopUp(share: number, ownWage: number): number {
  return share * ownWage;
}

/** What the fund adds up to the minimum wage, yuan a month; 0 at the minimum wage and above. */
export function minimumWageTopUp(pension: number, minimumWage: number): number {
  return Math.max(0, minimumWage - pension);
}

/** Mean monthly pension of new recipients with the given shares of grades 1–4, each topped up for itself. */
export function meanDisabilityPension(
  shares: readonly number[],
  grades: readonly number[],
  ownWage: number,
  minimumWage: number,
): number {
  return shares.reduce((sum, share, grade) => {
    const pension = pensionBeforeTopUp(share, ownWage);
    return sum + grades[grade] * (pension + minimumWageTopUp(pension, minimumWage));
  }, 0);
}
