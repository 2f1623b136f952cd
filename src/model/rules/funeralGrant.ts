import { z } from "zod";
import { monthsCount } from "../scenario/quantity.ts";

/**
 * Funeral grant 丧葬补助金: six months of A, paid by the fund for a death at work, a death from the injury during paid leave, and the
 * death of a person of grades 1–4 after the leave (Work Injury Insurance Regulations, article 39 (1)).
 */
export const funeralGrantRule = z.strictObject({ months: monthsCount.describe("Months of A") });

export function funeralGrant(months: number, average: number): number {
  return months * average;
}
