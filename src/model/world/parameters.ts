import type { WorldPlan } from "../scenario/plan.ts";
import type { BlockVariates } from "../variates/variates.ts";

/** What is not known about the trends (parameter uncertainty), drawn once per path. */
export interface Parameters {
  readonly wageShift: Float64Array;
  readonly employmentShift: Float64Array;
  readonly frequencyShift: Float64Array;
  readonly severityShift: Float64Array;
  readonly collectionShift: Float64Array;
}

/** Normal shifts with the standard deviations of the plan, drawn even where they are 0, so that switching one on moves no other. */
export function drawParameters(plan: WorldPlan, paths: number, draws: BlockVariates): Parameters {
  const normals = draws.array(5 * paths);
  draws.normals({ risk: "parameters" }, [0, 1, 2, 3, 4], normals);
  function shift(slot: number, sd: number): Float64Array {
    const values = draws.array(paths);
    for (let p = 0; p < paths; p++) values[p] = sd * normals[slot * paths + p];
    return values;
  }
  return {
    wageShift: shift(0, plan.wageTrendSd),
    employmentShift: shift(1, plan.employmentTrendSd),
    frequencyShift: shift(2, plan.frequencyTrendSd),
    severityShift: shift(3, plan.severityTrendSd),
    collectionShift: shift(4, plan.collectionRateSd),
  };
}
