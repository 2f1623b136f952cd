import { z } from "zod";
import { accountsRule } from "../rules/accounts.ts";
import { advanceRule } from "../rules/advancePayment.ts";
import { investigationRule } from "../rules/appraisal.ts";
import { baseRates } from "../rules/baseRate.ts";
import { budgetConstraintRule } from "../rules/budgetConstraint.ts";
import { cityRates } from "../rules/cityRates.ts";
import { contributionBase } from "../rules/contributionBase.ts";
import { deathGrantRule } from "../rules/deathGrant.ts";
import { decisionSchema } from "../rules/decision.ts";
import { experienceRating, floatingSteps } from "../rules/experience/experienceRating.ts";
import { funeralGrantRule } from "../rules/funeralGrant.ts";
import { localUplift } from "../rules/localUplift.ts";
import { lumpSumRule } from "../rules/lumpSum.ts";
import { excessMeasureSchema, measureSchema } from "../rules/measure.ts";
import { medicalCareRule } from "../rules/medicalCare.ts";
import { medicalSubsidyRule } from "../rules/medicalSubsidy.ts";
import { missingRule } from "../rules/missingPerson.ts";
import { ownWageRule } from "../rules/ownWage.ts";
import { payableMonthsSchema } from "../rules/payableMonths.ts";
import { pensionsRule } from "../rules/pensions.ts";
import { phasedCut } from "../rules/phasedCut.ts";
import { pooledFundRule } from "../rules/pooledFund.ts";
import { poolingRule } from "../rules/pooling.ts";
import { preventionCeilingRule } from "../rules/preventionFee.ts";
import { projectsSchema } from "../rules/projectContribution.ts";
import { relief } from "../rules/relief.ts";
import { reserveRule } from "../rules/reserveFund.ts";
import { settlementRule } from "../rules/settlement.ts";
import { triggerSchema } from "../rules/trigger.ts";
import { wageBaseRule } from "../rules/wageBase.ts";
import { waterfallRule } from "../rules/waterfall.ts";
import {
  bilingual,
  calendarMonthNumber,
  dated,
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
  waterfallRule,
]);

/** Statutory benefits 法定待遇 that the fund pays; one key an item, absent = not in force. */
const benefits = z.strictObject({
  perItem: quantity(z.literal(true), "reading")
    .optional()
    .describe("Insists that benefits are worked out item by item; absent, items rest where the basis has no outcomes"),
  wageBase: wageBaseRule.optional().describe("Base wage A"),
  ownWage: ownWageRule.optional().describe("Limits of the own wage W"),
  minimumWage: dated(z.number().positive().max(1e6), "yuan/month").optional().describe("Local minimum wage"),
  medicalCare: medicalCareRule.optional(),
  lumpSum: lumpSumRule.optional(),
  medicalSubsidy: medicalSubsidyRule.optional(),
  funeral: funeralGrantRule.optional(),
  deathGrant: deathGrantRule.optional(),
  missing: missingRule.optional(),
  advance: advanceRule.optional(),
});
export type Benefits = z.infer<typeof benefits>;

/** The rules in force. */
export const rulesSchema = z.strictObject({
  contribution: z.strictObject({
    baseRates: baseRates.optional().describe("Base rate 基准费率 by class and date; needed by the detailed basis"),
    cityRates: cityRates.optional().describe("Which base rates a place has; left out: the standard"),
    localUplift: localUplift.optional(),
    phasedCut: phasedCut.optional(),
    relief: relief.optional(),
    contributionBase: contributionBase.optional(),
    collectionRate: fraction,
    arrearsCatchUp: fraction.describe("Share of arrears collected each month"),
    baseReset: calendarMonthNumber.describe("Month in which the contribution base takes over last year's wages"),
    seasonality,
    projects: projectsSchema.optional(),
    floatingSteps: floatingSteps.optional().describe("Steps of rate floating 费率浮动 that the national rules allow"),
    experience: experienceRating.optional().describe("Experience rating 费率浮动; needs the detailed basis"),
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
    preventionCeiling: preventionCeilingRule.optional(),
    appraisal: yuanPerMonth.describe("Grows with wages"),
    investigation: investigationRule.optional(),
    otherIncome: yuanPerMonth,
    transferUp: z.strictObject({ amount: yuanPerYear, month: calendarMonthNumber }),
  }),
  benefits: benefits.optional(),
  pensions: pensionsRule.optional().describe("Long-term benefits; needed where the basis has pensioners"),
  budgetDraft: calendarMonthNumber.describe("Month in which next year's budget is drafted"),
  payableMonths: payableMonthsSchema,
  trigger: triggerSchema,
  measure: measureSchema,
  excessMeasure: excessMeasureSchema.optional().describe("At the upper edge of a corridor"),
  decision: decisionSchema,
  shortfall,
  pooling: poolingRule.optional(),
  pooledFund: pooledFundRule.optional(),
  settlement: settlementRule.optional(),
  budget: z.strictObject({ constraint: budgetConstraintRule }).optional(),
  accounts: accountsRule.optional(),
  reserve: reserveRule.optional(),
});
export type Rules = z.infer<typeof rulesSchema>;
