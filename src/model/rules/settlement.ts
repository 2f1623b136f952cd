import { z } from "zod";
import { type AnhuiPlan, anhuiSharing } from "./anhuiSharing.ts";
import { type ApportionedPlan, apportionedSharing } from "./apportionedSharing.ts";
import { type ChizhouPlan, chizhouSharing } from "./chizhouSharing.ts";
import { type LiaoningPlan, liaoningSharing } from "./liaoningSharing.ts";

/**
 * Yearly sharing of gaps between the pool and its places, settled in a month of the following year: the places' money comes in as
 * subsidy income of the fund, the rest the pool has borne already. Dated from the measure, not from the start of pooling.
 */
export const settlementRule = z.discriminatedUnion("kind", [
  anhuiSharing,
  liaoningSharing,
  chizhouSharing,
  apportionedSharing,
]);
export type SettlementRule = z.infer<typeof settlementRule>;

export interface SettlementPlan {
  readonly by: AnhuiPlan | LiaoningPlan | ChizhouPlan | ApportionedPlan;
  /** First calendar year whose gaps are shared. */
  readonly firstYear: number;
  /** Calendar month of the settlement. */
  readonly month: number;
  /** Insured by region, for apportionment; empty where the basis does not know them. */
  readonly population: readonly number[];
  /** Places of "provincialFund" and "localGovernment" among the payers of the run. */
  readonly province: number;
  readonly local: number;
}

/** Gap of a year, yuan: outgo − income where that is positive. */
export function yearlyGap(income: number, outgo: number): number {
  return Math.max(0, outgo - income);
}
