import { z } from "zod";
import { provenanceFields, quantity, yuanPerMonth } from "../scenario/quantity.ts";

/**
 * Investigation for recognition 工伤认定调查: Jiangxi lists it among the fund's expenditure, Zhejiang and Anhui put it on local
 * budgets (DOMAIN 9.8), so `payer` is a switch. The appraisal of working capacity is always the fund's (Work Injury
 * Insurance Regulations, article 12).
 */
export const investigationRule = z.strictObject({
  ...provenanceFields,
  payer: quantity(z.enum(["fund", "localBudget"]), "reading"),
  amount: yuanPerMonth.optional().describe("Cost a month; grows with wages. Needed where the fund pays"),
});
export type Investigation = z.infer<typeof investigationRule>;

/** What the fund spends a month on appraisal and, where it pays for it, investigation; yuan at the start. */
export function appraisalOutgo(appraisal: number, investigation: Investigation | undefined): number {
  return appraisal + investigationOutgo(investigation);
}

/** The investigation's part of it. */
export function investigationOutgo(investigation: Investigation | undefined): number {
  return investigation?.payer.value === "fund" ? (investigation.amount?.value ?? 0) : 0;
}
