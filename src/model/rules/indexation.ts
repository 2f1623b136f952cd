import { z } from "zod";
import { dated, growth, month, provenanceFields, quantity } from "../scenario/quantity.ts";

const terms = {
  ...provenanceFields,
  first: month.describe("Month of an adjustment; the others follow every so many years before and after it"),
  everyYears: quantity(z.int().min(1).max(10), "years"),
  downward: quantity(z.enum(["follows", "never"]), "reading").describe("Whether pensions may fall"),
  jump: z
    .strictObject({ month, increase: growth })
    .optional()
    .describe("An announced adjustment beside the regular ones, in one month"),
};

/**
 * Indexation of pensions in payment 长期待遇调整 (Work Injury Insurance Regulations, article 40; Ren-She-Bu-Fa [2017] 58): in principle
 * at least every two years. `weighted`: each year's growth is wageWeight × growth of the average wage of the year before +
 * priceWeight × growth of prices, and an adjustment takes up all years since the last one. `stated`: the rate in force
 * in the month of the adjustment, announced by date, such as that of basic old-age pensions.
 */
export const indexationRule = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("weighted"),
    ...terms,
    wageWeight: quantity(z.number().min(0).max(1), "fraction"),
    priceWeight: quantity(z.number().min(0).max(1), "fraction"),
    priceGrowth: growth.describe("Growth of consumer prices a year"),
  }),
  z.strictObject({
    kind: z.literal("stated"),
    ...terms,
    increase: dated(z.number().min(-0.5).max(1), "fraction/year"),
  }),
]);
export type Indexation = z.infer<typeof indexationRule>;

/** Factor of an adjustment over years with the given wage growth: Π (1 + wageWeight × growth + addition), not below 1 if never down. */
export function adjustmentFactor(
  wageGrowth: readonly number[],
  wageWeight: number,
  addition: number,
  neverDown: boolean,
): number {
  let factor = 1;
  for (const each of wageGrowth) factor *= 1 + wageWeight * each + addition;
  return neverDown ? Math.max(1, factor) : factor;
}
