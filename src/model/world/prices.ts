import type { WorldPlan } from "../scenario/plan.ts";
import type { BlockVariates } from "../variates/variates.ts";
import type { AnnualFactors } from "./annualFactors.ts";
import type { Parameters } from "./parameters.ts";

/**
 * Price of a mean claim relative to the start, by year: grows each January by wageShare × growth of the year before's
 * average wage + excessTrend + the path's trend shift + medicalLoading × medical excess. Never falls by more than 90 %.
 */
export function priceIndices(
  plan: WorldPlan,
  paths: number,
  annual: AnnualFactors,
  { severityShift }: Parameters,
  draws: BlockVariates,
): Float64Array[] {
  const years = plan.januaries.length + 1;
  return plan.priceIndices.map(({ wageShare, excessTrend, medicalLoading }) => {
    const index = draws.array(years * paths).fill(1);
    for (let y = 1; y < years; y++) {
      for (let p = 0; p < paths; p++) {
        const at = y * paths + p;
        const growth =
          wageShare * annual.wageGrowth[at] +
          excessTrend +
          severityShift[p] +
          medicalLoading * annual.medicalExcess[at];
        index[at] = index[at - paths] * (1 + Math.max(-0.9, growth));
      }
    }
    return index;
  });
}
