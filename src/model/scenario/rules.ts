import { z } from "zod";
import { decisionSchema } from "../rules/decision.ts";
import { excessMeasureSchema, measureSchema } from "../rules/measure.ts";
import { payableMonthsSchema } from "../rules/payableMonths.ts";
import { projectsSchema } from "../rules/projectContribution.ts";
import { triggerSchema } from "../rules/trigger.ts";
import {
  bilingual,
  byClass,
  calendarMonthNumber,
  fraction,
  provenanceFields,
  quantity,
  seasonality,
  yuanPerMonth,
  yuanPerYear,
} from "./quantity.ts";

/** What happens when the fund cannot pay. */
const shortfall = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("gap"),
    ...provenanceFields,
    payers: z
      .array(z.strictObject({ id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]*$/), name: bilingual, share: fraction }))
      .max(20)
      .describe("Who covers which share of a gap once the fund's own money is used up; the rest stays unpaid"),
  }),
  z.strictObject({ kind: z.literal("overdraft"), ...provenanceFields }),
]);

/** The rules in force. */
export const rulesSchema = z.strictObject({
  contribution: z.strictObject({
    baseRates: quantity(byClass(z.number().min(0).max(1)), "fraction")
      .optional()
      .describe("Base rate 基准费率 by class; needed by the detailed basis"),
    collectionRate: fraction,
    arrearsCatchUp: fraction.describe("Share of arrears collected each month"),
    baseReset: calendarMonthNumber.describe("Month in which the contribution base takes over last year's wages"),
    seasonality,
    projects: projectsSchema.optional(),
  }),
  costs: z.strictObject({
    prevention: z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("share"),
        ...provenanceFields,
        share: fraction.describe("Of last year's contributions"),
      }),
      z.strictObject({ kind: z.literal("amount"), ...provenanceFields, amount: yuanPerMonth }),
    ]),
    appraisal: yuanPerMonth.describe("Grows with wages"),
    otherIncome: yuanPerMonth,
    transferUp: z.strictObject({ amount: yuanPerYear, month: calendarMonthNumber }),
  }),
  budgetDraft: calendarMonthNumber.describe("Month in which next year's budget is drafted"),
  payableMonths: payableMonthsSchema,
  trigger: triggerSchema,
  measure: measureSchema,
  excessMeasure: excessMeasureSchema.optional().describe("At the upper edge of a corridor"),
  decision: decisionSchema,
  shortfall,
});
export type Rules = z.infer<typeof rulesSchema>;
