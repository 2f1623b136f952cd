import type { LedgerPlan } from "../scenario/plan.ts";
import type { World } from "../world/world.ts";

/**
 * Benefits of each month by region at this rule set's prices, `t * paths + p`, yuan: Σ over benefit lines of units × mean cost
 * × price of the year. Made for the whole block at once, since no measure taken on a path changes a price.
 */
export function priceBenefits(plan: LedgerPlan, world: World, year: readonly number[]): Float64Array[] {
  const { paths, months, prices } = world;
  return world.benefitUnits.map((lines, r) => {
    const benefits = new Float64Array(months * paths);
    lines.forEach((units, line) => {
      const meanCost = plan.meanCost[r][line];
      const price = prices[plan.priceIndex[r][line]];
      for (let t = 0; t < months; t++) {
        const priceAt = year[t] * paths;
        for (let p = 0; p < paths; p++) benefits[t * paths + p] += units[t * paths + p] * meanCost * price[priceAt + p];
      }
    });
    return benefits;
  });
}
