import type { WorldPlan, WorldRegion } from "../scenario/plan.ts";
import type { BlockVariates } from "../variates/variates.ts";
import type { AnnualFactors } from "./annualFactors.ts";
import type { Parameters } from "./parameters.ts";

export interface Exposure {
  /** Contribution wages of each month, yuan. */
  readonly contributionBase: Float64Array;
  /** Headcount by year relative to the start. */
  readonly employment: Float64Array;
}

/**
 * Exposure 参保风险量 of a region. Regional growth = mean + loading × provincial deviation + own noise. Headcount steps each
 * January; the contribution wage each reset month, by the growth of the year before's average wage (a reset in the start
 * year by the latest known growth).
 */
export function drawExposure(
  plan: WorldPlan,
  region: WorldRegion,
  paths: number,
  annual: AnnualFactors,
  parameters: Parameters,
  draws: BlockVariates,
): Exposure {
  const years = plan.januaries.length + 1;
  const wageNoise = draws.array((years - 1) * paths);
  const employmentNoise = draws.array((years - 1) * paths);
  draws.normals({ risk: "wageGrowth", region: region.id }, plan.januaries, wageNoise);
  draws.normals({ risk: "employmentGrowth", region: region.id }, plan.januaries, employmentNoise);

  const [wage, employmentDriver] = plan.drivers;
  const employment = draws.array(years * paths).fill(1);
  const wageStep = draws.array(years * paths);
  for (let p = 0; p < paths; p++) wageStep[p] = 1 + plan.latestWageGrowth;
  for (let y = 1; y < years; y++) {
    for (let p = 0; p < paths; p++) {
      const at = y * paths + p;
      const growth =
        employmentDriver.mean +
        parameters.employmentShift[p] +
        region.employmentLoading * annual.employmentDeviation[at] +
        plan.regionalEmploymentSd * employmentNoise[at - paths];
      employment[at] = employment[at - paths] * (1 + Math.max(-0.9, growth));
      const wageGrowth =
        wage.mean +
        parameters.wageShift[p] +
        region.wageLoading * annual.wageDeviation[at] +
        plan.regionalWageSd * wageNoise[at - paths];
      wageStep[at] = 1 + Math.max(-0.9, wageGrowth);
    }
  }

  const contributionBase = draws.array(plan.months * paths);
  const wageLevel = new Float64Array(paths).fill(region.payroll);
  let reset = 0;
  for (let t = 0; t < plan.months; t++) {
    const year = plan.year[t] * paths;
    if (plan.baseResets[reset] === t) {
      reset++;
      for (let p = 0; p < paths; p++) wageLevel[p] *= wageStep[year + p];
    }
    for (let p = 0; p < paths; p++) contributionBase[t * paths + p] = wageLevel[p] * employment[year + p];
  }
  return { contributionBase, employment };
}
