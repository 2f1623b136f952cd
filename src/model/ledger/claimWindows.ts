import type { ExperiencePlan } from "../rules/experience/experienceRating.ts";
import { FREQUENCY_NODES, gridPosition, LEAST_FREQUENCY } from "../rules/experience/transitions.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import type { World } from "../world/world.ts";

/** What the windows of experience rating see of the world, `(window * regions + region) * paths + p`. */
export interface ClaimWindows {
  /** Claims ÷ claims of the same headcount at the start's frequency, as a position on the grid of frequencies. */
  readonly frequency: Float64Array;
  /** Mean cost of the window's claims at their years' prices, relative to the start. */
  readonly costPerClaim: Float64Array;
  /** Contribution wages of the window's headcount at the wages of the start, yuan. */
  readonly exposure: Float64Array;
}

/** Claims and headcount by window for the whole block at once, since no rule changes them; months before the start as expected. */
export function claimWindows(
  rating: ExperiencePlan,
  plan: LedgerPlan,
  world: World,
  year: readonly number[],
): ClaimWindows {
  const { paths } = world;
  const { windowEnds, windowFrom, monthsBefore, seasonBefore } = rating;
  const size = windowEnds.length * plan.regions * paths;
  const frequency = new Float64Array(size);
  const costPerClaim = new Float64Array(size);
  const exposure = new Float64Array(size);
  const claims = new Float64Array(paths);
  const cost = new Float64Array(paths);
  const heads = new Float64Array(paths);
  const season = new Float64Array(paths);
  for (let r = 0; r < plan.regions; r++) {
    const [perMonth, meanCost] = [rating.regionClaims[r], rating.regionCost[r]];
    const costs = plan.meanCost[r].map((own, cell) => [
      { costPerClaim: own, priceIndex: plan.priceIndex[r][cell] },
      ...rating.itemCosts[r],
    ]);
    for (let window = 0; window < windowEnds.length; window++) {
      const first = window === 0;
      claims.fill(first ? perMonth * seasonBefore : 0);
      cost.fill(first ? perMonth * meanCost * seasonBefore : 0);
      season.fill(first ? seasonBefore : 0);
      heads.fill(first ? monthsBefore : 0);
      const from = first ? windowFrom : windowEnds[window - 1] + 1;
      const end = Math.min(windowEnds[window], world.months - 1);
      for (let t = from; t <= end; t++) {
        addHeads(heads, season, world.employment[r], year[t] * paths, rating.season[t]);
        for (const cell of rating.employerCells[r]) {
          const counts = world.claimCounts[r][cell];
          addClaims(claims, counts, t * paths);
          addCosts(cost, counts, t, costs[cell], world.prices, plan.priceSteps);
        }
      }
      const to = (window * plan.regions + r) * paths;
      for (let p = 0; p < paths; p++) {
        const expected = perMonth * season[p];
        const relative = expected === 0 ? 1 : claims[p] / expected;
        frequency[to + p] = gridPosition(relative, LEAST_FREQUENCY, FREQUENCY_NODES);
        costPerClaim[to + p] = claims[p] === 0 ? 1 : cost[p] / claims[p] / meanCost;
        exposure[to + p] = rating.regionPayroll[r] * heads[p];
      }
    }
  }
  return { frequency, costPerClaim, exposure };
}

function addHeads(
  heads: Float64Array,
  season: Float64Array,
  headcount: Float64Array,
  inYear: number,
  factor: number,
): void {
  for (let p = 0; p < heads.length; p++) {
    heads[p] += headcount[inYear + p];
    season[p] += factor * headcount[inYear + p];
  }
}

function addClaims(claims: Float64Array, counts: Float64Array, now: number): void {
  for (let p = 0; p < claims.length; p++) claims[p] += counts[now + p];
}

/** Adds the costs of a month's claims in their order, two at a time. */
function addCosts(
  cost: Float64Array,
  counts: Float64Array,
  t: number,
  costs: ExperiencePlan["itemCosts"][number],
  prices: readonly Float64Array[],
  priceSteps: LedgerPlan["priceSteps"],
): void {
  const paths = cost.length;
  const now = t * paths;
  let i = 0;
  for (; i + 1 < costs.length; i += 2) {
    const [one, two] = [costs[i].costPerClaim, costs[i + 1].costPerClaim];
    const [price, other] = [prices[costs[i].priceIndex], prices[costs[i + 1].priceIndex]];
    const step = priceSteps[costs[i].priceIndex][t] * paths;
    const otherStep = priceSteps[costs[i + 1].priceIndex][t] * paths;
    for (let p = 0; p < paths; p++) {
      const count = counts[now + p];
      cost[p] = cost[p] + count * one * price[step + p] + count * two * other[otherStep + p];
    }
  }
  if (i === costs.length) return;
  const each = costs[i].costPerClaim;
  const price = prices[costs[i].priceIndex];
  const step = priceSteps[costs[i].priceIndex][t] * paths;
  for (let p = 0; p < paths; p++) cost[p] += counts[now + p] * each * price[step + p];
}
