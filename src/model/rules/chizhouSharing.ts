import { z } from "zod";
import { fraction, provenanceFields } from "../scenario/quantity.ts";
import { settlementTerms } from "./settlementTerms.ts";
import { split } from "./split.ts";

/**
 * Chizhou's form (unemployment insurance, 2020): the pool pays 60 % of a county's gap where the county met its targets, else the
 * county pays all. The local share of the budgeted gap enters the budget, is paid by the end of April of that year, and is trued
 * up by the final accounts in the April after.
 */
export const chizhouSharing = z.strictObject({
  kind: z.literal("chizhou"),
  ...provenanceFields,
  ...settlementTerms,
  met: split.describe("Where the targets are met"),
  target: fraction.describe("Share of the budgeted collection from which the targets are met"),
});
export type ChizhouSharing = z.infer<typeof chizhouSharing>;

export interface ChizhouPlan {
  readonly kind: "chizhou";
  readonly localIfMet: number;
  readonly target: number;
}

/** Whether a county met its targets: it collected at least the stated share of its plan. */
export function meetsTarget(plan: ChizhouPlan, planned: number, collected: number): boolean {
  return collected >= plan.target * planned;
}

/** What a county pays of its gap, yuan. */
export function chizhouLocalPart(plan: ChizhouPlan, met: boolean, gap: number): number {
  return met ? gap * plan.localIfMet : gap;
}
