import { keepCutAndUplift } from "./contributions.ts";
import { type Ledger, regionRing } from "./ledger.ts";
import { tally } from "./tally.ts";

/**
 * Contributions from construction projects 工程项目缴费 by region: value of the projects that start in the month × rate (‰) ×
 * phased cut × local uplift, received in full at the start. Part of the month's contributions; outside the rate level. Measures,
 * steps of rate floating and relief concern employers' payroll and leave them alone.
 */
export function collectProjects(ledger: Ledger, t: number, p: number): void {
  const { plan, world, paths, month } = ledger;
  if (plan.projectRate === undefined || world.contractValue.length === 0) return;
  const ring = regionRing(plan);
  const slot = (plan.historyMonths + t) % ring;
  let pool = 0;
  let announced = 0;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    const uncut = world.contractValue[r][t * paths + p] * plan.projectRate[r][t];
    const received = uncut * ledger.cut[at] * ledger.uplift[at];
    if (plan.cut !== undefined || plan.uplift !== undefined) {
      keepCutAndUplift(ledger, r, t, p, uncut * ledger.uplift[at], ledger.uplift[at]);
    }
    month.projects[r] = received;
    month.contributions[r] += received;
    // At announced rates, so that the outlook can scale them by the cut and the uplift that it expects.
    ledger.regionProjects[(p * plan.regions + r) * ring + slot] = uncut;
    announced += uncut;
    pool += received;
  }
  ledger.knownProjects[(plan.historyMonths + t) * paths + p] = announced;
  ledger.thisYearContributions[p] += pool;
  if (plan.projectTally >= 0) tally(ledger, plan.projectTally, t, p, pool);
}
