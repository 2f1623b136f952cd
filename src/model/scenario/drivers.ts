import { z } from "zod";
import { AGE_GROUPS } from "./pensionPlan.ts";
import {
  deviation,
  growth,
  paymentPattern,
  persistence,
  provenanceFields,
  quantity,
  ratio,
  seasonality,
  yuan,
} from "./quantity.ts";

/** Annual drivers in the order of the rows and columns of `correlation`. */
export const annualDrivers = ["wageGrowth", "employmentGrowth", "medicalExcess", "interestRate"] as const;

/** Yearly AR(1): next = mean + persistence × (last − mean) + sd × ε, drawn each January; `latest` is the value before the start. */
const autoregression = z.strictObject({ mean: growth, persistence, sd: deviation, latest: growth });

const byAge = quantity(
  z.array(z.number().min(0).max(1)).length(AGE_GROUPS, { error: "21 five-year ages, 0–4 to 100 and over" }),
  "fraction/year",
);

/** What moves the fund from outside; no rule can change it. */
export const driversSchema = z.strictObject({
  wageGrowth: autoregression.describe("Growth of the average wage of the year before, as it enters in January"),
  employmentGrowth: autoregression,
  medicalExcess: autoregression.describe("Growth of medical cost beyond wages and trend"),
  interestRate: autoregression.describe("Yearly interest on the fund's balance; never below 0"),
  construction: autoregression
    .optional()
    .describe("Growth of the value of construction projects that start; by itself, not correlated with the others"),
  correlation: quantity(z.array(z.array(z.number().min(-1).max(1)).length(4)).length(4), "correlation"),
  regional: z
    .strictObject({ wageGrowth: deviation, employmentGrowth: deviation })
    .describe("Own yearly noise of each region"),
  logFrequency: z.strictObject({
    persistence: quantity(z.number().min(0).max(0.9999), "ratio").describe("Monthly persistence"),
    sd: quantity(z.number().min(0).max(1), "per month"),
  }),
  frequencyTrend: growth,
  mixing: quantity(z.number().min(0).max(10), "ratio").describe(
    "Variance of the yearly gamma factor of a region that makes counts negative binomial",
  ),
  injurySeasonality: seasonality,
  claimNoise: z
    .boolean()
    .optional()
    .describe(
      "false: claims, large events and deaths of pensioners stand at their expected number, cost at its mean; default true",
    ),
  mortality: z
    .strictObject({
      male: byAge,
      female: byAge,
      excessFactor: z.strictObject({
        disabled: ratio.describe("Grades 1–4 and recipients of care against the table"),
        survivors: ratio,
      }),
      improvement: quantity(z.number().min(-0.1).max(0.1), "fraction/year").describe("Yearly fall of mortality"),
    })
    .optional()
    .describe("Probability of dying within a year, by sex and five-year age; needed where the basis has pensioners"),
  urbanIncome: z
    .strictObject({ wageShare: ratio, excessTrend: growth })
    .optional()
    .describe("Urban disposable income per head grows each January by wageShare × wage growth + excessTrend"),
  largeEvent: z
    .strictObject({
      perYear: quantity(z.number().min(0).max(12), "events/year").describe(
        "In the whole pool, at the exposure of the start",
      ),
      threshold: yuan.describe("Smallest cost of such an event, at the prices of the start"),
      tailIndex: quantity(z.number().min(1.01).max(20), "ratio").describe("Pareto tail index of the cost"),
      cap: yuan.describe("Largest cost of such an event"),
      wageShare: ratio,
      paymentPattern,
    })
    .optional(),
});

/** Standard deviations of what is not known about the trends, drawn once per path. */
export const uncertaintySchema = z.strictObject({
  on: z.boolean().describe("false switches parameter uncertainty off"),
  ...provenanceFields,
  wageTrend: deviation,
  employmentTrend: deviation,
  frequencyTrend: deviation,
  severityTrend: deviation,
  collectionRate: quantity(fractionDeviation(), "fraction"),
});

function fractionDeviation(): z.ZodNumber {
  return z.number().min(0).max(0.5);
}
