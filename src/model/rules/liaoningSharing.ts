import { z } from "zod";
import { money, provenanceFields, quantity } from "../scenario/quantity.ts";
import { settlementTerms } from "./settlementTerms.ts";
import { split } from "./split.ts";

/**
 * Liaoning's form (unemployment insurance, 2022): province 8 : city 2 where the province's rolling balance is expected to cover the
 * year's gaps, else 6 : 4; the first cities by performance take a bonus off their share.
 */
export const liaoningSharing = z.strictObject({
  kind: z.literal("liaoning"),
  ...provenanceFields,
  ...settlementTerms,
  covered: split.describe("Where the rolling balance is expected to cover the year's gaps when the budget is drafted"),
  notCovered: split,
  bonuses: quantity(z.array(money).max(20), "yuan").describe("Off the share of the first city, the second, …"),
});
export type LiaoningSharing = z.infer<typeof liaoningSharing>;

export interface LiaoningPlan {
  readonly kind: "liaoning";
  readonly localIfCovered: number;
  readonly localIfNot: number;
  readonly bonuses: readonly number[];
}

/** What a city pays, yuan: its share of the gap less its bonus, never below nothing. */
export function liaoningLocalPart(plan: LiaoningPlan, covered: boolean, gap: number, bonus: number): number {
  return Math.max(0, gap * (covered ? plan.localIfCovered : plan.localIfNot) - bonus);
}

/** Bonus of each city, yuan: the cities by what they collected of their plan, the best first, equal ones in their order. */
export function liaoningBonuses(bonuses: readonly number[], fulfilment: readonly number[]): number[] {
  const ranked = fulfilment.map((_, city) => city).sort((a, b) => fulfilment[b] - fulfilment[a] || a - b);
  const bonusOf = new Array<number>(fulfilment.length).fill(0);
  ranked.slice(0, bonuses.length).forEach((city, place) => {
    bonusOf[city] = bonuses[place];
  });
  return bonusOf;
}
