import { z } from "zod";
import { byClass, dated } from "../scenario/quantity.ts";

/** Rates of the industry classes 1–8, fractions of the contribution base. */
export const classRates: z.ZodArray<z.ZodNumber> = byClass(z.number().min(0).max(1));

/**
 * Base rates 基准费率 by industry class and date (Ren-She-Bu-Fa [2015] 71: from 2015-10 about 0.2, 0.4, 0.7, 0.9, 1.1, 1.3, 1.6 and
 * 1.9 % for classes 1–8; pooling regions set the concrete level).
 */
export const baseRates = dated(classRates, "fraction");

/**
 * Average rate of a region = Σ payroll of the class × rate of the class ÷ payroll × mean factor of rate floating; 0 without
 * payroll. `payrolls` are contribution wages by class, yuan a month.
 */
export function averageRate(payrolls: readonly number[], rates: readonly number[], experienceFactor: number): number {
  const payroll = payrolls.reduce((sum, each) => sum + each, 0);
  const due = payrolls.reduce((sum, each, c) => sum + each * rates[c], 0);
  return payroll === 0 ? 0 : (due / payroll) * experienceFactor;
}
