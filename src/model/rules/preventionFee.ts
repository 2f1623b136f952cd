import { z } from "zod";
import { fraction, quantity } from "../scenario/quantity.ts";

/**
 * Ceiling of the prevention fee 工伤预防费: in principle 3 % of what was collected in the year before, more only with the consent of
 * the province (one province: up to 5 %), and only once benefits and reserve are secured (Ren-She-Bu-Gui [2017] 13, articles
 * 4–6; Work Injury Insurance Regulations, article 12).
 */
export const preventionCeilingRule = z.strictObject({
  share: fraction.describe("Of last year's contributions, without consent"),
  withConsent: fraction.describe("Of last year's contributions, with the province's consent"),
  consent: quantity(z.boolean(), "reading").describe("Whether the province has consented"),
});
export type PreventionCeiling = z.infer<typeof preventionCeilingRule>;

/** Share of last year's contributions that may be spent at most; no rule, no limit. */
export function preventionLimit(rule: PreventionCeiling | undefined): number {
  if (rule === undefined) return Number.MAX_VALUE;
  return rule.consent.value ? rule.withConsent.value : rule.share.value;
}

/**
 * Prevention fee of a month in yuan: what is planned, not above a twelfth of limit × last year's contributions, and nothing while
 * the ceiling is in force and benefits are unpaid.
 */
export function preventionOfMonth(
  planned: number,
  limit: number,
  lastYearContributions: number,
  unpaidBenefits: number,
): number {
  if (limit === Number.MAX_VALUE) return planned;
  return unpaidBenefits > 0 ? 0 : Math.min(planned, (limit * lastYearContributions) / 12);
}
