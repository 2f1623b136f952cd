import type { LedgerPlan } from "../scenario/plan.ts";
import type { World } from "../world/world.ts";

/**
 * Benefits of each month by region at this rule set's prices, `t * paths + p`, yuan: Σ over benefit lines of units × mean cost
 * × price in the month of payment (none where a unit carries the price of its injury). Made for the whole block at once, since
 * no measure taken on a path changes a price. What each item costs goes into `tallies` by calendar year.
 */
export function priceBenefits(
  plan: LedgerPlan,
  world: World,
  year: readonly number[],
  tallies: Float64Array,
  years: number,
): Float64Array[] {
  const { paths, months, prices } = world;
  const cost = new Float64Array(paths);
  const rest = new Float64Array(paths);
  return world.benefitUnits.map((lines, r) => {
    const benefits = new Float64Array(months * paths);
    lines.forEach((units, line) => {
      const meanCost = plan.meanCost[r][line];
      if (meanCost === 0) return;
      const index = plan.priceIndex[r][line];
      const items = plan.lineItems[line];
      for (let t = 0; t < months; t++) {
        if (index < 0) priceMonth(units, t, meanCost, undefined, 0, cost);
        else priceMonth(units, t, meanCost, prices[index], plan.priceSteps[index][t] * paths, cost);
        addMonth(benefits, t * paths, cost);
        if (items !== undefined) tallyMonth(items, years, year[t], tallies, cost, rest);
      }
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
  const month = new Float64Array(paths);
  for (let t = 0; t < months; t++) {
    if (index < 0) priceMonth(units, t, meanCost, undefined, 0, month);
    else priceMonth(units, t, meanCost, prices[index], plan.priceSteps[index][t] * paths, month);
    cost.set(month, t * paths);
  }
}

/** Cost of a line of a region in a month by path; without a price a unit carries its own. */
function priceMonth(
  units: Float64Array,
  t: number,
  meanCost: number,
  price: Float64Array | undefined,
  step: number,
  cost: Float64Array,
): void {
  const paths = cost.length;
  const from = t * paths;
  if (price === undefined) for (let p = 0; p < paths; p++) cost[p] = units[from + p] * meanCost;
  else for (let p = 0; p < paths; p++) cost[p] = units[from + p] * meanCost * price[step + p];
}

function addMonth(benefits: Float64Array, to: number, cost: Float64Array): void {
  for (let p = 0; p < cost.length; p++) benefits[to + p] += cost[p];
}

/** Splits a month's cost of a line among its items; the last takes the remainder. `rest` is work space. */
function tallyMonth(
  items: LedgerPlan["lineItems"][number],
  years: number,
  year: number,
  tallies: Float64Array,
  cost: Float64Array,
  rest: Float64Array,
): void {
  const paths = cost.length;
  rest.set(cost);
  for (let i = 0; i < items.length; i++) {
    const to = (items[i].tally * years + year) * paths;
    if (i === items.length - 1) {
      for (let p = 0; p < paths; p++) tallies[to + p] += rest[p];
      return;
    }
    const { share } = items[i];
    for (let p = 0; p < paths; p++) {
      const part = cost[p] * share;
      rest[p] -= part;
      tallies[to + p] += part;
    }
  }
}
