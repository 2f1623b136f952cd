import type { LedgerPlan } from "../scenario/plan.ts";
import type { LedgerBlock } from "../simulation/block.ts";
import type { World } from "../world/world.ts";

/**
 * Benefits of each month by region at this rule set's prices, `t * paths + p`, yuan: Σ over benefit lines of units × mean cost
 * × price in the month of payment (none where a unit carries the price of its injury). Made for the whole block at once, since
 * no measure taken on a path changes a price. What each item costs goes into the record's tallies by calendar year.
 */
export function priceBenefits(
  plan: LedgerPlan,
  world: World,
  year: readonly number[],
  record: LedgerBlock,
): Float64Array[] {
  const { paths, months } = world;
  const cost = new Float64Array(months * paths);
  return world.benefitUnits.map((lines, r) => {
    const benefits = new Float64Array(months * paths);
    lines.forEach((units, line) => {
      priceLine(plan, world, r, line, units, cost);
      for (let i = 0; i < cost.length; i++) benefits[i] += cost[i];
      tallyLine(plan, world, year, record, line, cost);
    });
    return benefits;
  });
}

/** Writes the cost of a line of a region into `cost`. */
export function priceLine(
  plan: LedgerPlan,
  { paths, months, prices }: World,
  region: number,
  line: number,
  units: Float64Array,
  cost: Float64Array,
): void {
  const meanCost = plan.meanCost[region][line];
  const index = plan.priceIndex[region][line];
  if (index < 0) {
    for (let i = 0; i < cost.length; i++) cost[i] = units[i] * meanCost;
    return;
  }
  const price = prices[index];
  const steps = plan.priceSteps[index];
  for (let t = 0; t < months; t++) {
    const priceAt = steps[t] * paths;
    for (let p = 0; p < paths; p++) cost[t * paths + p] = units[t * paths + p] * meanCost * price[priceAt + p];
  }
}

/** Splits a line's cost among its items; the last takes the remainder. */
function tallyLine(
  plan: LedgerPlan,
  { paths, months }: World,
  year: readonly number[],
  { tallies }: LedgerBlock,
  line: number,
  cost: Float64Array,
): void {
  const items = plan.lineItems[line];
  if (items === undefined) return;
  const years = tallies.length / (plan.tallies * paths);
  for (let t = 0; t < months; t++) {
    for (let p = 0; p < paths; p++) {
      const amount = cost[t * paths + p];
      let rest = amount;
      for (let i = 0; i < items.length; i++) {
        const part = i === items.length - 1 ? rest : amount * items[i].share;
        rest -= part;
        tallies[(items[i].tally * years + year[t]) * paths + p] += part;
      }
    }
  }
}
