import { z } from "zod";
import { quantity } from "../scenario/quantity.ts";
import { byGrade } from "./grades.ts";

/**
 * One-time disability grant 一次性伤残补助金: 27, 25, 23, 21, 18, 16, 13, 11, 9, 7 months of the own wage W for grades 1–10, paid by
 * the fund once the grade stands (Work Injury Insurance Regulations, articles 35–37; Social Insurance Law, article 38).
 */
export const lumpSumRule = z.strictObject({
  months: quantity(byGrade(z.number().min(0).max(120), 1), "months").describe("Months of W by grade 1–10"),
});

/** Grant of a grade in yuan; 0 outside grades 1–10. */
export function lumpSum(months: readonly number[], grade: number, ownWage: number): number {
  return (months[grade - 1] ?? 0) * ownWage;
}
