import { z } from "zod";
import { ratio } from "../scenario/quantity.ts";

/**
 * Own wage 本人工资: W, the average monthly contribution wage of the twelve months before the accident, not above `cap` × A and
 * not below `floor` × A (Work Injury Insurance Regulations, article 64: 300 % and 60 %).
 */
export const ownWageRule = z.strictObject({
  cap: ratio.describe("Multiple of A above which W does not count"),
  floor: ratio.describe("Multiple of A that W counts at least"),
});

export interface OwnWagePlan {
  readonly cap: number;
  readonly floor: number;
}

/** W in yuan a month of a person with the given contribution wage; the limits themselves are allowed. */
export function ownWage(contributionWage: number, average: number, { cap, floor }: OwnWagePlan): number {
  return Math.min(cap * average, Math.max(floor * average, contributionWage));
}

/**
 * Mean W of a group of injured persons: each class's mean wage within the limits, weighted by the injured of the class (the
 * spread of wages within a class is not known). Without anybody injured, weighted by the insured; 0 without anybody.
 */
export function meanOwnWage(
  wages: readonly number[],
  injured: readonly number[],
  insured: readonly number[],
  average: number,
  plan: OwnWagePlan,
): number {
  const weights = injured.some((each) => each > 0) ? injured : insured;
  const total = weights.reduce((sum, each) => sum + each, 0);
  if (total === 0) return 0;
  return wages.reduce((sum, wage, c) => sum + weights[c] * ownWage(wage, average, plan), 0) / total;
}
