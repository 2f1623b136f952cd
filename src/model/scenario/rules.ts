import { z } from "zod";
import { accountsRule } from "../rules/accounts.ts";
import { reserveRule } from "../rules/reserveFund.ts";
import {
  bilingual,
  byClass,
  calendarMonthNumber,
  fraction,
  month,
  monthsCount,
  provenanceFields,
  quantity,
  ratio,
  seasonality,
  wholeMonths,
  yuanPerMonth,
  yuanPerYear,
} from "./quantity.ts";

function reading<const Words extends readonly [string, ...string[]]>(words: Words) {
  return quantity(z.enum(words), "reading");
}

/** Parts that the numerator of payable months may count. */
export const balanceParts = ["pooledAccount", "turnoverFund", "reserveFund", "unremitted", "termDeposits"] as const;
export type BalancePart = (typeof balanceParts)[number];

export const denominators = ["trailing12", "previousCalendarYear", "budgetYear", "forward12", "currentMonth"] as const;
export const outgoReadings = ["totalOutgo", "withoutTransfers", "benefits"] as const;
export const observations = ["monthEnd", "quarterEnd", "yearEnd"] as const;

/** Payable months 可支付月数 = numerator ÷ (denominator ÷ its months). */
const payableMonths = z.strictObject({
  numerator: quantity(
    z
      .array(z.enum(balanceParts))
      .min(1)
      .max(balanceParts.length)
      .refine((parts) => new Set(parts).size === parts.length, { error: "each part once" }),
    "reading",
  ),
  denominator: reading(denominators),
  outgo: reading(outgoReadings),
  observation: reading(observations),
  informationLag: wholeMonths,
});

const condition = {
  ...provenanceFields,
  comparison: reading(["below", "atOrBelow"]),
  tolerance: monthsCount.describe("Added to the line"),
  confirmation: quantity(z.int().min(1).max(24), "observations").describe("Observations in a row"),
  obligation: reading(["may", "shall"]),
};

/** Reserve trigger 预警触发: a line, or a band that is watched at its upper and acted on at its lower edge. */
const trigger = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("band"), upper: monthsCount, lower: monthsCount, ...condition }),
  z.strictObject({ kind: z.literal("line"), level: monthsCount, ...condition }),
]);
export type Trigger = z.infer<typeof trigger>;

/** When a decided measure takes effect: the first such month at least `lead` months after the decision. */
const effective = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("nextMonth"), lead: wholeMonths }),
  z.strictObject({ kind: z.literal("january"), lead: wholeMonths }),
  z.strictObject({ kind: z.literal("month"), month, lead: wholeMonths }),
]);
export type Effective = z.infer<typeof effective>;

const measureTerms = {
  ...provenanceFields,
  on: reading(["watch", "act"]).describe("The line that calls for the measure; a trigger with one line has only act"),
  effective,
  hold: wholeMonths.describe("Shortest time in force"),
  exit: z
    .strictObject({ level: monthsCount, observation: reading(observations) })
    .optional()
    .describe("At or above this level base rates return the month after"),
};

/** Measure taken when the trigger fires. */
const measure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none"), ...provenanceFields }),
  z.strictObject({
    kind: z.literal("multiply"),
    factor: ratio.describe("Each decision multiplies base rates by this"),
    cap: ratio.describe("Base rates never above this multiple"),
    ...measureTerms,
  }),
  z.strictObject({
    kind: z.literal("addPoints"),
    points: fraction.describe("Each decision adds this to every rate"),
    cap: fraction.describe("Never more than this in all"),
    ...measureTerms,
  }),
  z.strictObject({
    kind: z.literal("restore"),
    target: monthsCount.describe("Payable months to be restored"),
    by: month.describe("Month at whose end they shall be restored"),
    cap: ratio.describe("Base rates never above this multiple"),
    rounding: quantity(z.number().min(0).max(0.1), "fraction").describe(
      "The average rate is rounded up to a multiple of this; 0 rounds nothing",
    ),
    ...measureTerms,
  }),
]);
export type Measure = z.infer<typeof measure>;

/** Who decides, and when. */
const decision = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("automatic"), ...provenanceFields }),
  z.strictObject({ kind: z.literal("never"), ...provenanceFields }),
  z.strictObject({
    kind: z.literal("delayed"),
    ...provenanceFields,
    shortest: wholeMonths,
    longest: wholeMonths.describe("The delay is uniform between shortest and longest"),
  }),
]);

export type Decision = z.infer<typeof decision>;

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
  payableMonths,
  trigger,
  measure,
  decision,
  shortfall,
  accounts: accountsRule.optional(),
  reserve: reserveRule.optional(),
});
export type Rules = z.infer<typeof rulesSchema>;
