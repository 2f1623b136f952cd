import { z } from "zod";
import { fraction, provenanceFields } from "../scenario/quantity.ts";
import { settlementTerms } from "./settlementTerms.ts";

/** What a city's part of a sum may go by. */
export const apportionmentKeys = ["population", "payroll", "balance", "injuries"] as const;
export type ApportionmentKey = (typeof apportionmentKeys)[number];

/**
 * A stated local share of the pool's yearly gap, split over cities by population (insured), payroll, last year's balance and
 * injuries, each with a weight: Anhui ("local population, industry and economic scale", Wan-Ren-She-Fa [2023] 21, three (six)) and
 * Zhejiang ask for such factors without stating a ratio.
 */
export const apportionedSharing = z.strictObject({
  kind: z.literal("apportioned"),
  ...provenanceFields,
  ...settlementTerms,
  localShare: fraction.describe("Of the pool's gap of the year"),
  weights: z.strictObject({ population: fraction, payroll: fraction, balance: fraction, injuries: fraction }),
});
export type ApportionedSharing = z.infer<typeof apportionedSharing>;

export interface ApportionedPlan {
  readonly kind: "apportioned";
  readonly localShare: number;
  /** Weights in the order of `apportionmentKeys`. */
  readonly weights: readonly number[];
}

/**
 * Each city's part of `amount`, yuan = amount × Σ weight × city's key ÷ sum of the key. A key that is nothing everywhere counts
 * as equal parts; a balance below zero counts as none. The last city takes the remainder, so that the parts add up.
 */
export function apportion(amount: number, weights: readonly number[], keys: readonly (readonly number[])[]): number[] {
  const cities = keys[0].length;
  const parts = new Array<number>(cities).fill(0);
  let rest = amount;
  for (let city = 0; city < cities - 1; city++) {
    let share = 0;
    keys.forEach((key, k) => {
      const sum = key.reduce((total, each) => total + Math.max(0, each), 0);
      share += weights[k] * (sum === 0 ? 1 / cities : Math.max(0, key[city]) / sum);
    });
    parts[city] = amount * share;
    rest -= parts[city];
  }
  parts[cities - 1] = rest;
  return parts;
}
