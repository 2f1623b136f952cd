import { z } from "zod";
import { fraction, provenanceFields, ratio } from "../scenario/quantity.ts";

/**
 * Survivors' pensions 供养亲属抚恤金 (Work Injury Insurance Regulations, article 39 (2)): 40 % of the wage of the deceased for the
 * spouse, 30 % for each other dependant, 10 points more for a lone elderly person or an orphan; together not above the wage.
 */
export const survivorPensionRule = z.strictObject({
  ...provenanceFields,
  spouse: fraction,
  other: fraction.describe("Each child or other relative"),
  supplement: fraction.describe("Added for a lone elderly person or an orphan"),
  ceiling: ratio.describe("All pensions of a family together, as a multiple of the wage"),
});
export type SurvivorPension = z.infer<typeof survivorPensionRule>;

/** Share of the wage that a dependant is due before the ceiling. */
export function survivorShare(
  rule: { readonly spouse: number; readonly other: number; readonly supplement: number },
  isSpouse: boolean,
  isLoneOrOrphan: boolean,
): number {
  return (isSpouse ? rule.spouse : rule.other) + (isLoneOrOrphan ? rule.supplement : 0);
}

/** What the ceiling leaves of each share of a family whose shares add up to `together`: all are cut in proportion. */
export function leftByCeiling(together: number, ceiling: number): number {
  return together > ceiling ? ceiling / together : 1;
}
