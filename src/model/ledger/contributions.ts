import { expectedCut, forgoneBy } from "../rules/phasedCut.ts";
import { type Ledger, regionRing } from "./ledger.ts";
import { tally } from "./tally.ts";

/**
 * Contributions of the month by region: due = contribution base × what limits make of it × rate in force × seasonality;
 * collected = due × collection rate + arrears × catch-up. The collection rate carries the path's shift and stays within 0 and 1.
 */
export function collectContributions(ledger: Ledger, t: number, p: number): void {
  const { plan, world, paths, month } = ledger;
  const collectionRate = Math.min(1, Math.max(0, plan.collectionRate + world.collectionShift[p]));
  const season = plan.contributionSeason[t];
  const ring = regionRing(plan);
  const slot = (plan.historyMonths + t) % ring;
  const keeps = plan.cut !== undefined || plan.uplift !== undefined || plan.notWaived[t] !== 1;
  month.contributionsDue = 0;
  month.contributionsAnnounced = 0;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    const base = world.contributionBase[r][t * paths + p] * plan.baseFactor[r][t] * season;
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
    if (keeps) keepRateRules(ledger, r, t, p, base);
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
  return rateBeforeRelief(ledger, region, t, p) * ledger.plan.notWaived[t];
}

function rateBeforeRelief(ledger: Ledger, region: number, t: number, p: number): number {
  const { plan, paths, factor, points } = ledger;
  return plan.baseRate[region][t] * regionMultiplier(ledger, region * paths + p) * factor[p] + points[p];
}

/** What phased cut, relief and local uplift make of the month's contributions due, kept by region and summed by year. */
function keepRateRules(ledger: Ledger, region: number, t: number, p: number, base: number): void {
  const { plan, paths, experience, uplift } = ledger;
  const { rateTallies } = plan;
  const at = region * paths + p;
  const raised = onPayroll(ledger, uplift[at]);
  const uncut = base * plan.baseRate[region][t] * experience[at] * raised * ledger.factor[p] * plan.notWaived[t];
  keepCutAndUplift(ledger, region, t, p, uncut, raised);
  if (plan.notWaived[t] !== 1) {
    tally(ledger, rateTallies.waived, t, p, base * rateBeforeRelief(ledger, region, t, p) * (1 - plan.notWaived[t]));
  }
}

/** What phased cut and local uplift make of contributions that are `uncut` with the uplift `raised` in them; of projects likewise. */
export function keepCutAndUplift(
  ledger: Ledger,
  region: number,
  t: number,
  p: number,
  uncut: number,
  raised: number,
): void {
  const { plan, paths, cut, entitledCut } = ledger;
  const { rateTallies } = plan;
  const at = region * paths + p;
  if (plan.cut !== undefined) {
    tally(ledger, rateTallies.cut, t, p, uncut * (1 - cut[at]));
    const term = plan.cut.termAt[t];
    if (term >= 0 && plan.cut.terms[term].uniform >= 0) {
      const forgone = forgoneBy(uncut, plan.cut.terms[term].uniform, entitledCut[at]);
      ledger.forgone[at] += forgone;
      ledger.forgoneThisYear[at] += forgone;
      tally(ledger, rateTallies.forgone, t, p, forgone);
    }
  }
  if (plan.uplift !== undefined) tally(ledger, rateTallies.uplift, t, p, uncut * cut[at] * (1 - 1 / raised));
}

/** What the rules of a region make of its announced rate: steps of rate floating, phased cut, local uplift, class table. */
export function regionMultiplier(ledger: Ledger, at: number): number {
  const { experience, cut, uplift, table } = ledger;
  return experience[at] * cut[at] * onPayroll(ledger, uplift[at]) * table[at];
}

/** A local uplift on payroll rates: 1 where it is read as covering construction projects only. */
function onPayroll({ plan }: Ledger, uplift: number): number {
  return plan.uplift === undefined || plan.uplift.payroll ? uplift : 1;
}

/** The same in a later month, as it looks at the end of month `t`: announced ends of a cut and decided uplifts are known. */
export function expectedMultiplier(ledger: Ledger, at: number, t: number, later: number): number {
  const { plan, experience, cut, table } = ledger;
  const raised = onPayroll(ledger, expectedUplift(ledger, at, later));
  return experience[at] * expectedCut(plan.cut, cut[at], t, later) * raised * table[at];
}

/** Project contributions of a region in a later month ÷ those at announced rates: phased cut and local uplift, as above. */
export function expectedProjectMultiplier(ledger: Ledger, at: number, t: number, later: number): number {
  return expectedCut(ledger.plan.cut, ledger.cut[at], t, later) * expectedUplift(ledger, at, later);
}

function expectedUplift({ uplift, upliftFrom, decidedUplift }: Ledger, at: number, later: number): number {
  return upliftFrom[at] >= 0 && later >= upliftFrom[at] ? decidedUplift[at] : uplift[at];
}

/** The same for the pool. */
export function poolProjectMultiplier(ledger: Ledger, t: number, later: number, p: number): number {
  const { plan, paths } = ledger;
  // Written as a distance from 1, so that without such rules it is 1 to the bit.
  let multiplier = 1;
  for (let r = 0; r < plan.regions; r++) {
    multiplier += plan.projectShare[r] * (expectedProjectMultiplier(ledger, r * paths + p, t, later) - 1);
  }
  return multiplier;
}

/**
 * Contributions of the pool with the given factor and points relative to announced rates in the month `later`, with the regions'
 * rules as they are expected then at the end of month `t`.
 */
export function rateRatio(ledger: Ledger, factor: number, points: number, t: number, later: number, p: number): number {
  const { plan, paths } = ledger;
  const averageRate = plan.averageRateAt[Math.min(later, plan.averageRateAt.length - 1)];
  if (averageRate === 0) return 1;
  // Written as a distance from 1, so that without such rules it is 1 to the bit.
  let multiplier = 1;
  for (let r = 0; r < plan.regions; r++) {
    multiplier += plan.dueShare[r] * (expectedMultiplier(ledger, r * paths + p, t, later) - 1);
  }
  return (averageRate * multiplier * factor + points) / averageRate;
}
