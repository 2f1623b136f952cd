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
    windowEnds.forEach((end, window) => {
      const before = window === 0;
      claims.fill(before ? perMonth * seasonBefore : 0);
      cost.fill(before ? perMonth * meanCost * seasonBefore : 0);
      season.fill(before ? seasonBefore : 0);
      heads.fill(before ? monthsBefore : 0);
      const from = before ? windowFrom : windowEnds[window - 1] + 1;
      for (let t = from; t <= end && t < world.months; t++) {
        const now = t * paths;
        const inYear = year[t] * paths;
        const headcount = world.employment[r];
        const factor = rating.season[t];
        for (let p = 0; p < paths; p++) {
          heads[p] += headcount[inYear + p];
          season[p] += factor * headcount[inYear + p];
        }
        world.claimCounts[r].forEach((counts, cell) => {
          const prices = world.prices[plan.priceIndex[r][cell]];
          const price = plan.meanCost[r][cell];
          for (let p = 0; p < paths; p++) {
            claims[p] += counts[now + p];
            cost[p] += counts[now + p] * price * prices[inYear + p];
          }
        });
      }
      const to = (window * plan.regions + r) * paths;
      for (let p = 0; p < paths; p++) {
        const expected = perMonth * season[p];
        const relative = expected === 0 ? 1 : claims[p] / expected;
        frequency[to + p] = gridPosition(relative, LEAST_FREQUENCY, FREQUENCY_NODES);
        costPerClaim[to + p] = claims[p] === 0 ? 1 : cost[p] / claims[p] / meanCost;
        exposure[to + p] = rating.regionPayroll[r] * heads[p];
      }
    });
  }
  return { frequency, costPerClaim, exposure };
}
