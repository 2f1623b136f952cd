import { recovered } from "../rules/advancePayment.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import type { World } from "../world/world.ts";
import { priceLine } from "./priceBenefits.ts";

/**
 * What comes back of advance payments by region and month, `t * paths + p`, yuan (Social Insurance Law, articles 41 and 42): a
 * share of what was advanced `delay` months before, in the months before the start of the expected amount. No regions
 * where the rule is not in force.
 */
export function recoveries(
  plan: LedgerPlan,
  world: World,
  year: readonly number[],
  tallies: Float64Array,
  years: number,
): Float64Array[] {
  const { advance } = plan;
  if (advance === undefined) return [];
  const { paths, months } = world;
  const cost = new Float64Array(months * paths);
  return world.benefitUnits.map((lines, r) => {
    priceLine(plan, world, r, advance.line, lines[advance.line], cost);
    const back = new Float64Array(months * paths);
    const before = recovered(advance.before[r], advance.recovery);
    for (let t = 0; t < months; t++) {
      const now = t * paths;
      const from = (t - advance.delay) * paths;
      const to = (advance.tally * years + year[t]) * paths;
      for (let p = 0; p < paths; p++) {
        const amount = from < 0 ? before : recovered(cost[from + p], advance.recovery);
        back[now + p] = amount;
        tallies[to + p] += amount;
      }
    }
    return back;
  });
}
