import { z } from "zod";
import { baseRates, classRates } from "../rules/baseRate.ts";
import { byGrade, gradeShares } from "../rules/grades.ts";
import { AGE_GROUPS, pensionKinds, sexes } from "./pensionPlan.ts";
import {
  bilingual,
  byClass,
  fraction,
  growth,
  money,
  paymentPattern,
  quantity,
  ratio,
  yuan,
  yuanPerMonth,
  yuanPerYear,
} from "./quantity.ts";

const regionId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, { error: "lower-case letters, digits and hyphens" })
  .max(60);

/** How strongly a region follows the provincial driver; 1 follows it fully. */
const loadings = z.strictObject({ wageGrowth: ratio, employmentGrowth: ratio, logFrequency: ratio });

/**
 * Cost of one claim at the prices of the start. Mean cost grows each January by wageShare × wage growth of the year before
 * + excessTrend + medicalLoading × medical excess trend.
 */
const severity = z.strictObject({
  family: z.enum(["gamma", "lognormal"]),
  mean: yuan,
  cv: quantity(z.number().min(0).max(100), "ratio"),
  wageShare: ratio,
  excessTrend: growth,
  medicalLoading: ratio,
});
export type Severity = z.infer<typeof severity>;

/** Fund-level basis 总量口径: a fund that knows only its totals. */
const fundLevel = z.strictObject({
  kind: z.literal("fundLevel"),
  regions: z
    .array(
      z.strictObject({
        id: regionId,
        name: bilingual,
        payroll: yuanPerMonth.describe("Contribution wages of all insured, a month, at the start"),
        contributionRate: fraction.describe("Average rate in force at the start, contributions due ÷ payroll"),
        claims: quantity(z.number().nonnegative().max(1e9), "claims/month"),
        severity,
        paymentPattern,
        openingBalance: yuan,
        loadings,
      }),
    )
    .min(1)
    .max(200),
});

/** Benefit groups of the detailed basis; statutory items come as further lines of the same shape. */
export const benefitGroups = ["medical", "disability", "death", "other"] as const;
export type BenefitGroup = (typeof benefitGroups)[number];

const group = z.strictObject({
  frequency: quantity(byClass(z.number().min(0).max(1)), "claims per person-year"),
  severity,
  paymentPattern,
});

/** Outcomes 工伤结果 of a recognised injury or disease in the detailed basis; each makes a claim cell of its own. */
export const outcomes = ["medicalOnly", "grades7to10", "grades5to6", "grades1to4", "death", "disease"] as const;
export type Outcome = (typeof outcomes)[number];

const outcome = {
  frequency: quantity(byClass(z.number().min(0).max(1)), "claims per person-year"),
  severity: severity.describe("Medical cost of a case: treatment, rehabilitation, devices and travel"),
  paymentPattern: paymentPattern.describe("Months in which the medical cost is paid"),
  inpatientDays: quantity(z.number().min(0).max(10_000), "days").optional().describe("Days in hospital a case"),
};
const graded = (first: number, last: number) =>
  z.strictObject({
    ...outcome,
    grades: quantity(gradeShares(first, last), "fraction").describe(`Shares of grades ${first} to ${last}`),
  });

/** Outcomes with what the statutory items need to know of them; grants and subsidies follow from the rules. */
const outcomesSchema = z.strictObject({
  medicalOnly: z.strictObject(outcome),
  grades7to10: graded(7, 10),
  grades5to6: graded(5, 6),
  grades1to4: graded(1, 4),
  death: z.strictObject(outcome),
  disease: graded(1, 10).describe("Occupational diseases, all with a grade"),
  care: z
    .strictObject({ rehabilitation: fraction, devices: fraction, travel: fraction })
    .describe("Parts of the medical cost besides treatment"),
  leaving: quantity(byGrade(z.number().min(0).max(1), 5), "fraction").describe(
    "Share of grades 5–10 who end their contract in the end",
  ),
  nearRetirement: quantity(
    z.array(z.number().min(0).max(1)).length(5, { error: "one value for each of the last five years" }),
    "fraction",
  )
    .optional()
    .describe("Share of leavers with less than 5, 4, 3, 2, 1 years to retirement, the longest first"),
  delays: z
    .strictObject({
      stay: paymentPattern.describe("Hospital meals"),
      appraisal: paymentPattern.describe("From injury to the grade, when the grant is paid"),
      termination: paymentPattern.describe("From injury to the end of the contract, of those who leave"),
      death: paymentPattern.describe("From death to the grants"),
    })
    .describe("Months from the injury or death to the payment"),
});

/** Work on construction projects: claims follow the value of the work done, long after the contribution was paid. */
const constructionSchema = z.strictObject({
  claims: quantity(z.number().nonnegative().max(1e6), "claims per 100 million yuan").describe(
    "Claims per 100 million yuan of contract value, over the life of a project",
  ),
  duration: paymentPattern.describe("Shares of a project's work in its first month, its second, and so on"),
  past: ratio.describe("Value of projects started in the years before the start ÷ that of the start"),
  severity,
  paymentPattern,
});

export type Construction = z.infer<typeof constructionSchema>;

/** Persons or shares of the five-year ages 0–4, 5–9, … 95–99, 100 and over. */
function byAge<T extends z.ZodType>(value: T): z.ZodArray<T> {
  return z.array(value).length(AGE_GROUPS, { error: "21 five-year ages, 0–4 to 100 and over" });
}

/** Pensioners at the start: those of one kind and sex, of one region or of the whole fund (then spread by insured headcount). */
const pensioners = z.strictObject({
  kind: z.enum(pensionKinds),
  sex: z.enum(sexes),
  region: regionId.optional(),
  ages: quantity(byAge(z.number().nonnegative().max(1e9)), "persons").describe("Persons; children stand at 0–17"),
  monthly: yuanPerMonth.describe("Mean amount paid to one of them"),
});

/** New pensions of a kind: from what claims, after how long, at what ages. */
const awards = z.strictObject({
  kind: z.enum(pensionKinds),
  from: z
    .array(
      z.strictObject({
        line: z.string().min(1).max(40).describe("Line of claims"),
        personsPerClaim: ratio,
        delay: quantity(z.int().min(0).max(240), "months").describe("From the injury to the first pension"),
      }),
    )
    .min(1)
    .max(20),
  male: quantity(byAge(z.number().min(0).max(1)), "fraction").describe("Share of men of each age in new pensions"),
  female: quantity(byAge(z.number().min(0).max(1)), "fraction").describe("Share of women of each age"),
  mix: quantity(z.array(z.number().min(0).max(1)).min(2).max(4), "fraction").describe(
    "Shares of grades 1–4; of full, most and part dependence on care; of others and of lone elderly or orphans",
  ),
});

/** Detailed basis: exposure 参保风险量 by region and industry class, benefits by group. */
const detailed = z.strictObject({
  kind: z.literal("detailed"),
  regions: z
    .array(
      z.strictObject({
        id: regionId,
        name: bilingual,
        headcount: quantity(byClass(z.number().nonnegative().max(1e10)), "persons"),
        contributionWage: quantity(byClass(money), "yuan/month"),
        formerRates: quantity(classRates, "fraction")
          .optional()
          .describe("Base rates of the place before the province had one table"),
        ownBaseRates: baseRates.optional().describe("Base rates of the place itself by date"),
        experienceFactor: ratio.describe("Mean factor of rate floating on base rates"),
        frequencyFactor: ratio.describe("Injury frequency against the table of the groups"),
        severityFactor: ratio.describe("Cost of a claim against the table of the groups"),
        openingBalance: yuan,
        construction: z
          .strictObject({ contractValue: yuanPerYear.describe("Value of projects that start in a year") })
          .optional(),
        loadings,
      }),
    )
    .min(1)
    .max(200),
  construction: constructionSchema.optional(),
  groups: z.strictObject({ medical: group, disability: group, death: group, other: group }).optional(),
  outcomes: outcomesSchema
    .optional()
    .describe("Claims by outcome, for the statutory items; beside or instead of groups"),
  pensioners: z.array(pensioners).max(2_000).optional(),
  awards: z.array(awards).max(5).optional(),
});

export const basisSchema = z.discriminatedUnion("kind", [fundLevel, detailed]);
