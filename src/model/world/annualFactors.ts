import type { WorldPlan } from "../scenario/plan.ts";
import type { BlockVariates, Risk } from "../variates/variates.ts";
import type { Parameters } from "./parameters.ts";

/** Yearly drivers of a block, `year * paths + p`, year 0 being the start year. */
export interface AnnualFactors {
  /** Deviation of growth from its mean; 0 in year 0. */
  readonly wageDeviation: Float64Array;
  readonly employmentDeviation: Float64Array;
  /** Medical excess growth of the year. */
  readonly medicalExcess: Float64Array;
  readonly interestRate: Float64Array;
  /** Provincial growth of the year before's average wage, as it enters in January, and its level relative to the start. */
  readonly wageGrowth: Float64Array;
  readonly wageLevel: Float64Array;
}

const risks: readonly Risk[] = ["wageGrowth", "employmentGrowth", "medicalExcess", "interestRate"];

/**
 * Correlated AR(1) drivers: deviation(y) = persistence × deviation(y − 1) + sd × ε(y), ε = correlation factor × independent
 * normals, each from its driver's own stream at the slot of the January. Interest never falls below 0, growth below −90 %.
 */
export function annualFactors(
  plan: WorldPlan,
  paths: number,
  { wageShift }: Parameters,
  draws: BlockVariates,
): AnnualFactors {
  const years = plan.januaries.length + 1;
  const normals = risks.map((risk) => {
    const out = draws.array((years - 1) * paths);
    draws.normals({ risk }, plan.januaries, out);
    return out;
  });
  const deviations = plan.drivers.map((driver, d) => {
    const row = plan.correlation[d];
    const out = draws.array(years * paths);
    const last = new Float64Array(paths).fill(driver.opening);
    for (let y = 1; y < years; y++) {
      for (let p = 0; p < paths; p++) {
        const at = (y - 1) * paths + p;
        const shock =
          row[0] * normals[0][at] + row[1] * normals[1][at] + row[2] * normals[2][at] + row[3] * normals[3][at];
        last[p] = driver.persistence * last[p] + driver.sd * shock;
        out[y * paths + p] = last[p];
      }
    }
    return out;
  });
  const [wageDeviation, employmentDeviation, medicalDeviation, interestDeviation] = deviations;
  const [wage, , medical, interest] = plan.drivers;

  const medicalExcess = draws.array(years * paths);
  const interestRate = draws.array(years * paths);
  const wageGrowth = draws.array(years * paths);
  const wageLevel = draws.array(years * paths).fill(1);
  for (let p = 0; p < paths; p++) interestRate[p] = Math.max(0, interest.mean + interest.opening);
  for (let y = 1; y < years; y++) {
    for (let p = 0; p < paths; p++) {
      const at = y * paths + p;
      medicalExcess[at] = medical.mean + medicalDeviation[at];
      interestRate[at] = Math.max(0, interest.mean + interestDeviation[at]);
      wageGrowth[at] = Math.max(-0.9, wage.mean + wageShift[p] + wageDeviation[at]);
      wageLevel[at] = wageLevel[at - paths] * (1 + wageGrowth[at]);
    }
  }
  return { wageDeviation, employmentDeviation, medicalExcess, interestRate, wageGrowth, wageLevel };
}
