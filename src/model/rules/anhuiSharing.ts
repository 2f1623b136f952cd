import { z } from "zod";
import { fraction, provenanceFields, reading } from "../scenario/quantity.ts";
import { settlementTerms } from "./settlementTerms.ts";
import { split } from "./split.ts";

/**
 * Anhui's sharing of a city's yearly gap (measure on budget management and responsibility sharing, published 2025-01-15). The
 * budgeted gap is shared 9 : 1 between province and place where the budgeted current-period balance is a surplus, 8 : 2 where a
 * deficit; a final gap that exceeds it by up to 5 % is shared at the same ratio, between 5 and 10 % the part over the budget at
 * 60 : 40, beyond at 40 : 60. A management gap 管理缺口 (collection below plan by fault) is borne by the place alone.
 */
export const anhuiSharing = z.strictObject({
  kind: z.literal("anhui"),
  ...provenanceFields,
  ...settlementTerms,
  surplus: split.describe("Where the budgeted current-period balance is a surplus, or balanced"),
  deficit: split.describe("Where it is a deficit"),
  surplusOf: reading(["province", "city"]).describe("Whose budgeted balance decides"),
  within: fraction.describe("Excess over the budgeted gap up to which the ratio stays"),
  middle: z.strictObject({ upTo: fraction, split }),
  above: z.strictObject({ split }),
  bands: reading(["slices", "wholeExcess"]).describe(
    "Whether each band shares its own slice, or the last one reached shares all that exceeds the budgeted gap",
  ),
  managementShare: fraction.describe("Share of collection below plan that is a management gap"),
});
export type AnhuiSharing = z.infer<typeof anhuiSharing>;

export interface AnhuiPlan {
  readonly kind: "anhui";
  readonly localInSurplus: number;
  readonly localInDeficit: number;
  readonly surplusOfProvince: boolean;
  readonly within: number;
  readonly upTo: number;
  readonly localInMiddle: number;
  readonly localAbove: number;
  readonly slices: boolean;
  readonly managementShare: number;
}

/**
 * What the place pays of a final gap, yuan. A final gap below the budgeted one is shared at the ratio of the budget; with a
 * budgeted gap of nothing all of it exceeds every band. Each line belongs to the band below it (exactly 5 % keeps the ratio).
 */
export function anhuiLocalPart(plan: AnhuiPlan, surplus: boolean, budgetGap: number, finalGap: number): number {
  const local = surplus ? plan.localInSurplus : plan.localInDeficit;
  const atRatio = budgetGap + budgetGap * plan.within;
  if (finalGap <= atRatio) return local * finalGap;
  const middleEnds = budgetGap + budgetGap * plan.upTo;
  if (!plan.slices) {
    const excess = finalGap - budgetGap;
    return local * budgetGap + excess * (finalGap <= middleEnds ? plan.localInMiddle : plan.localAbove);
  }
  const middle = Math.min(finalGap, middleEnds) - atRatio;
  return local * atRatio + middle * plan.localInMiddle + Math.max(0, finalGap - middleEnds) * plan.localAbove;
}

/** Management gap, yuan: a stated share of the collection below plan, at most the gap itself. */
export function managementGap(share: number, planned: number, collected: number, gap: number): number {
  return Math.min(gap, share * Math.max(0, planned - collected));
}
