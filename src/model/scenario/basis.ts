import { z } from "zod";
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
  groups: z.strictObject({ medical: group, disability: group, death: group, other: group }),
});

export const basisSchema = z.discriminatedUnion("kind", [fundLevel, detailed]);
