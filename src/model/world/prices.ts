import type { WorldPlan } from "../scenario/plan.ts";
import type { BlockVariates } from "../variates/variates.ts";
import type { AnnualFactors } from "./annualFactors.ts";
import type { Parameters } from "./parameters.ts";

/**
 * Price of a unit relative to the start, `step * paths + p`, step 0 being the start: grows once a year by wageShare × growth of
 * the year before's average wage + excessTrend + trendShare × the path's trend shift + medicalLoading × medical excess. Never
 * falls by more than 90 %. A step in the start year takes the latest known wage growth.
 */
export function priceIndices(
  plan: WorldPlan,
  paths: number,
  annual: AnnualFactors,
  { severityShift }: Parameters,
  draws: BlockVariates,
): Float64Array[] {
  return plan.priceIndices.map(({ wageShare, excessTrend, medicalLoading, trendShare }, i) => {
    const steps = yearsOfSteps(plan.priceSteps[i], plan.year);
    const index = draws.array(Math.max(steps.length, plan.januaries.length) * paths + paths).fill(1);
    steps.forEach((year, step) => {
      for (let p = 0; p < paths; p++) {
        const at = year * paths + p;
        const growth =
          wageShare * (year === 0 ? plan.latestWageGrowth : annual.wageGrowth[at]) +
          excessTrend +
          trendShare * severityShift[p] +
          medicalLoading * annual.medicalExcess[at];
        const to = (step + 1) * paths + p;
        index[to] = index[to - paths] * (1 + Math.max(-0.9, growth));
      }
    });
    return index;
  });
}

/** Calendar-year index of each step. */
function yearsOfSteps(steps: readonly number[], year: readonly number[]): number[] {
  const years: number[] = [];
  steps.forEach((passed, t) => {
    if (passed > years.length) years.push(year[t]);
  });
  return years;
}
