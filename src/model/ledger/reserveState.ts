import type { ReservePlan } from "../rules/reserveFund.ts";

/** What the reserve rule remembers, by path. */
export interface ReserveState {
  /** Contributions of the last 12 months, `p * 12 + t % 12`, and of the period in hand. */
  readonly contributions: Float64Array;
  readonly period: Float64Array;
  readonly lastYearOutgo: Float64Array;
  readonly thisYearOutgo: Float64Array;
  /** Balance of the pool at the end of the year before. */
  readonly yearEnd: Float64Array;
  /** What is to be set aside this month. */
  readonly due: Float64Array;
}

export function openReserve(
  plan: ReservePlan,
  paths: number,
  contributions: readonly number[],
  balance: number,
): ReserveState {
  const ring = new Float64Array(12 * paths);
  const last = contributions.slice(-12);
  for (let p = 0; p < paths; p++) last.forEach((each, i) => ring.set([each], p * 12 + i));
  return {
    contributions: ring,
    period: new Float64Array(paths).fill(plan.openingPeriod),
    lastYearOutgo: new Float64Array(paths).fill(plan.lastYearOutgo),
    thisYearOutgo: new Float64Array(paths).fill(plan.thisYearOutgo),
    yearEnd: new Float64Array(paths).fill(balance),
    due: new Float64Array(paths),
  };
}
