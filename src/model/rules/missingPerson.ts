import { z } from "zod";
import { fraction, wholeMonths } from "../scenario/quantity.ts";

/**
 * Missing persons 下落不明: the employer pays wages for three months from the month of the accident; from the fourth month the fund
 * pays survivor pensions and may advance half of the death grant to a family in hardship, the rest when the court has declared the
 * death (Work Injury Insurance Regulations, article 41).
 */
export const missingRule = z.strictObject({
  share: fraction.describe("Missing persons among deaths"),
  employerMonths: wholeMonths.describe("Months in which the employer goes on paying wages"),
  advance: fraction.describe("Share of the death grant that is advanced"),
  hardship: fraction.describe("Share of the families that get the advance"),
  declared: wholeMonths.describe("Months until the death is declared"),
});

export interface MissingPlan {
  readonly share: number;
  readonly employerMonths: number;
  readonly advance: number;
  readonly hardship: number;
  readonly declared: number;
}

/** Who supports the family in the given month from the accident, the first month being 1. */
export function payerOfMonth(month: number, employerMonths: number): "employer" | "fund" {
  return month <= employerMonths ? "employer" : "fund";
}

/** Payment pattern of the death grant over all deaths, some of them missing persons: shares by month after the accident, sum 1. */
export function grantPattern(pattern: readonly number[], plan: MissingPlan | undefined): number[] {
  if (plan === undefined || plan.share === 0) return [...pattern];
  const { share, employerMonths, advance, hardship, declared } = plan;
  const months = Math.max(pattern.length, employerMonths + 1, declared + 1);
  const early = advance * hardship;
  return Array.from(
    { length: months },
    (_, delay) =>
      (1 - share) * (pattern[delay] ?? 0) +
      (delay === employerMonths ? share * early : 0) +
      (delay === declared ? share * (1 - early) : 0),
  );
}
