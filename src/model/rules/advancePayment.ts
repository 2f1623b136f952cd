import { z } from "zod";
import { fraction, wholeMonths, yuan } from "../scenario/quantity.ts";

/**
 * Advance payment 先行支付: the fund pays where an employer is uninsured and does not pay, or a third party does not, and recovers
 * from them later (Social Insurance Law, articles 41 and 42). Cases are counted against recognised claims. What comes
 * back is other income of the fund.
 */
export const advanceRule = z.strictObject({
  cases: fraction.describe("Advance payments for each recognised claim"),
  amount: yuan.describe("Mean advance at the start; grows with wages"),
  recovery: fraction.describe("Share that comes back"),
  delay: wholeMonths.describe("Months until it comes back"),
});

/** Recovered in a month, yuan: a share of what was advanced `delay` months before. */
export function recovered(advanced: number, recovery: number): number {
  return advanced * recovery;
}
