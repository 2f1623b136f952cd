import type { Ledger } from "./ledger.ts";

/**
 * Contributions of the month by region: due = contribution base × (base rate × factor + points) × seasonality; collected =
 * due × collection rate + arrears × catch-up. The collection rate carries the path's shift and stays within 0 and 1.
 */
export function collectContributions(ledger: Ledger, t: number, p: number): void {
  const { plan, world, paths, month } = ledger;
  const collectionRate = Math.min(1, Math.max(0, plan.collectionRate + world.collectionShift[p]));
  const season = plan.contributionSeason[t];
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    const due = world.contributionBase[r][t * paths + p] * rateInForce(ledger, r, p) * season;
    const current = due * collectionRate;
    const caughtUp = ledger.arrears[at] * plan.arrearsCatchUp;
    ledger.arrears[at] += due - current - caughtUp;
    month.contributions[r] = current + caughtUp;
    ledger.thisYearContributions[p] += current + caughtUp;
  }
}

/** Average contribution rate 缴费费率 of a region in force, a fraction of the contribution base. */
export function rateInForce({ plan, factor, points }: Ledger, region: number, p: number): number {
  return plan.baseRate[region] * factor[p] + points[p];
}

/** Contributions with the given factor and points relative to base rates, for the pool. */
export function rateRatio({ plan }: Ledger, factor: number, points: number): number {
  return plan.averageRate === 0 ? 1 : (plan.averageRate * factor + points) / plan.averageRate;
}
