import { z } from "zod";
import { dated, ratio } from "../scenario/quantity.ts";

/**
 * Death grant 一次性工亡补助金: twenty times U, the national disposable income per head of urban residents in the year before the
 * death (Work Injury Insurance Regulations, article 39 (3)). Grades 1–4 who die after their paid leave get none. `income` is
 * dated by the first month of the year of death; after the start U moves with `drivers.urbanIncome`.
 */
export const deathGrantRule = z.strictObject({
  multiple: ratio.describe("Multiple of U"),
  income: dated(z.number().positive().max(1e9), "yuan/year").describe("U of the year before, by year of death"),
});

/** Grant in yuan; nothing for a person of grades 1–4 who dies after the leave. */
export function deathGrant(multiple: number, income: number, afterLeaveOfGrades1to4 = false): number {
  return afterLeaveOfGrades1to4 ? 0 : multiple * income;
}
