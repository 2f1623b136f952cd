import { z } from "zod";
import {
  bilingual,
  fraction,
  month,
  monthsCount,
  provenanceFields,
  quantity,
  reading,
  yuanPerYear,
} from "../scenario/quantity.ts";

const until = quantity(z.union([month, z.literal("open")]), "month")
  .optional()
  .describe('Last month of the step; "open" where no end is known');

/**
 * One step of a waterfall. Money of the fund first: a unit's surplus of the year and its cumulative balance (separate pooling), or
 * old balances, reserve and term deposits (unified); then the pooled fund; then payers outside the fund.
 */
const step = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ownSurplus"), ...provenanceFields }),
  z.strictObject({ kind: z.literal("ownBalance"), ...provenanceFields }),
  z.strictObject({ kind: z.literal("oldBalances"), ...provenanceFields }),
  z.strictObject({ kind: z.literal("reserveFund"), ...provenanceFields }),
  z.strictObject({ kind: z.literal("termDeposits"), ...provenanceFields }),
  z.strictObject({
    kind: z.literal("pooledCut"),
    ...provenanceFields,
    forgone: reading(["currentYear", "cumulative"]).describe("Whose contributions forgone by the uniform cut count"),
    below: monthsCount.describe("Only for a unit whose payable months at the end of the month before lie below this"),
    until,
  }),
  z.strictObject({
    kind: z.literal("pooledAid"),
    ...provenanceFields,
    localShare: fraction.describe("Of the aid; the unit's government pays it to city finance"),
    returns: reading(["cityFinance", "pooledFund"]).describe("Where the local share goes"),
    until,
  }),
  z.strictObject({
    kind: z.literal("payer"),
    ...provenanceFields,
    id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]*$/),
    name: bilingual,
    share: fraction.describe("Of what the steps before leave"),
    limit: yuanPerYear.optional().describe("Never more than this in a calendar year"),
    below: monthsCount.optional().describe("Only where payable months at the end of the month before lie below this"),
    until,
    refilledBy: z.string().optional().describe("Payer who makes good in the same month what this one pays"),
  }),
]);

/** Ordered steps by which a gap is met; what they leave stays unpaid. */
export const waterfallRule = z.strictObject({
  kind: z.literal("waterfall"),
  ...provenanceFields,
  steps: z.array(step).min(1).max(20),
});
export type WaterfallRule = z.infer<typeof waterfallRule>;
export type WaterfallStep = WaterfallRule["steps"][number];

export interface WaterfallStepPlan {
  readonly kind: WaterfallStep["kind"];
  /** Dotted place in the scenario, for the journal. */
  readonly rule: string;
  /** Place of who bears it among the payers of the run, and its id. */
  readonly payer: number;
  readonly payerId: string;
  readonly share: number;
  /** Yuan in a calendar year; Infinity for none is written -1. */
  readonly limit: number;
  /** Payable months below which it applies; -1 for always. */
  readonly below: number;
  /** Last month index; -1 for open. */
  readonly until: number;
  readonly cumulative: boolean;
  readonly localShare: number;
  readonly returnsToFund: boolean;
}

/** Whether a step's money is the fund's own, a unit's or the pooled fund's: a gap is measured after it. */
export function isFundMoney(kind: WaterfallStep["kind"]): boolean {
  return kind !== "payer";
}

/**
 * Most that the pooled fund pays for the part of a unit's gap due to the uniform cut, before the pooled fund's own balance limits
 * it: the smaller of gap and contributions forgone and not yet made good. Su-Fu-Ban [2020] 86, two (three).
 */
export function gapDueToCut(gap: number, forgone: number): number {
  return Math.max(0, Math.min(gap, forgone));
}

/** The part of an aid that the unit's government pays: a share of the aid, not of the gap (DOMAIN.md section 9, 12). */
export function localShareOfAid(aid: number, localShare: number): number {
  return aid * localShare;
}

/** Ids that a chain of `refilledBy` passes more than once from `id` on; empty where it ends. */
export function refillLoop(steps: readonly WaterfallStep[], id: string): readonly string[] {
  const seen: string[] = [];
  for (let next: string | undefined = id; next !== undefined; ) {
    const current: string = next;
    if (seen.includes(current)) return seen;
    seen.push(current);
    const found = steps.find((each) => each.kind === "payer" && each.id === current);
    next = found?.kind === "payer" ? found.refilledBy : undefined;
  }
  return [];
}

/** Who bears in the end what `id` pays: the last of its chain of `refilledBy`. */
export function bearerOf(steps: readonly WaterfallStep[], id: string): string {
  let bearer = id;
  for (let passed = 0; passed < steps.length; passed++) {
    const found = steps.find((each) => each.kind === "payer" && each.id === bearer);
    if (found?.kind !== "payer" || found.refilledBy === undefined) return bearer;
    bearer = found.refilledBy;
  }
  return bearer;
}
