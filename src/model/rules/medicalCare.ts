import { z } from "zod";
import { fraction, provenanceFields, quantity, yuan } from "../scenario/quantity.ts";

/**
 * Hospital meals 住院伙食补助费: a daily amount for days in hospital, set by the pooling region (Work Injury Insurance Regulations,
 * article 30). Zhejiang: 35 % of the local minimum wage by actual days (Zhejiang regulations, article 24); the minimum wage
 * is monthly, so `days` of it make a month. It grows with wages each January; a fixed amount stays as it is.
 * Treatment, rehabilitation, devices and travel are paid at cost: the basis states them as parts of the medical cost.
 */
const mealsRule = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("shareOfMinimumWage"),
    ...provenanceFields,
    share: fraction,
    days: quantity(z.number().min(1).max(31), "days").describe("Days that make a month of the minimum wage"),
  }),
  z.strictObject({ kind: z.literal("daily"), ...provenanceFields, amount: yuan.describe("Yuan a day") }),
]);
export type Meals = z.infer<typeof mealsRule>;

/** Medical care 工伤医疗待遇: what is paid by a standard and not at cost. */
export const medicalCareRule = z.strictObject({ meals: mealsRule });

/** Allowance a day in yuan. */
export function mealsPerDay(rule: Meals, minimumWage: number): number {
  return rule.kind === "daily" ? rule.amount.value : (rule.share.value * minimumWage) / rule.days.value;
}
