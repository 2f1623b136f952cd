import { type Ledger, regionRing } from "./ledger.ts";

/**
 * Contributions of the month by region: due = contribution base × rate in force × seasonality; collected = due × collection
 * rate + arrears × catch-up. The collection rate carries the path's shift and stays within 0 and 1.
 */
export function collectContributions(ledger: Ledger, t: number, p: number): void {
  const { plan, world, paths, month } = ledger;
  const collectionRate = Math.min(1, Math.max(0, plan.collectionRate + world.collectionShift[p]));
  const season = plan.contributionSeason[t];
  const ring = regionRing(plan);
  const slot = (plan.historyMonths + t) % ring;
  month.contributionsDue = 0;
  month.contributionsAnnounced = 0;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    const base = world.contributionBase[r][t * paths + p] * season;
    const due = base * rateInForce(ledger, r, t, p);
    const current = due * collectionRate;
    const caughtUp = ledger.arrears[at] * plan.arrearsCatchUp;
    ledger.arrears[at] += due - current - caughtUp;
    month.contributions[r] = current + caughtUp;
    month.contributionsDue += due;
    const announced = base * plan.baseRate[r][t] * plan.notWaived[t];
    month.contributionsAnnounced += announced;
    ledger.regionContributions[(p * plan.regions + r) * ring + slot] = atAnnouncedRates(
      current + caughtUp,
      announced,
      due,
    );
    ledger.thisYearContributions[p] += current + caughtUp;
  }
}

/** Contributions as they would have come in at announced rates; without anything due only arrears came in. */
export function atAnnouncedRates(contributions: number, announced: number, due: number): number {
  return announced === due || due === 0 ? contributions : contributions * (announced / due);
}

/**
 * Average contribution rate 缴费费率 of a region in force, a fraction of the contribution base: (announced rate × steps of rate
 * floating × phased cut × local uplift × measure + points) × what relief leaves.
 */
export function rateInForce(ledger: Ledger, region: number, t: number, p: number): number {
  const { plan, paths, factor, points } = ledger;
  const multiplier = regionMultiplier(ledger, region * paths + p);
  return (plan.baseRate[region][t] * multiplier * factor[p] + points[p]) * plan.notWaived[t];
}

/** What the rules of a region make of its announced rate: steps of rate floating, phased cut, local uplift. */
export function regionMultiplier({ experience, cut, uplift }: Ledger, at: number): number {
  return experience[at] * cut[at] * uplift[at];
}

/** Contributions with the given factor and points relative to announced rates, for the pool, with the regions' rules as they are. */
export function rateRatio(ledger: Ledger, factor: number, points: number, p: number): number {
  const { plan, paths } = ledger;
  if (plan.averageRate === 0) return 1;
  // Written as a distance from 1, so that without such rules it is 1 to the bit.
  let multiplier = 1;
  for (let r = 0; r < plan.regions; r++) {
    multiplier += plan.dueShare[r] * (regionMultiplier(ledger, r * paths + p) - 1);
  }
  return (plan.averageRate * multiplier * factor + points) / plan.averageRate;
}
