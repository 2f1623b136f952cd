import type { WorldPlan, WorldRegion } from "../scenario/plan.ts";
import type { BlockVariates } from "../variates/variates.ts";
import type { Parameters } from "./parameters.ts";

/** Provincial log-frequency: AR(1) by month from 0 at the start, with its variance in each month. */
export interface ProvincialFrequency {
  readonly log: Float64Array;
  readonly variance: readonly number[];
}

export function provincialFrequency(plan: WorldPlan, paths: number, draws: BlockVariates): ProvincialFrequency {
  const log = draws.array(plan.months * paths);
  draws.normals(
    { risk: "logFrequency" },
    Array.from({ length: plan.months }, (_, t) => t),
    log,
  );
  const { frequencyPersistence: persistence, frequencySd: sd } = plan;
  const variance: number[] = [];
  for (let t = 0; t < plan.months; t++) {
    variance.push(sd * sd + (t === 0 ? 0 : persistence * persistence * variance[t - 1]));
    for (let p = 0; p < paths; p++) {
      const at = t * paths + p;
      log[at] = sd * log[at] + (t === 0 ? 0 : persistence * log[at - paths]);
    }
  }
  return { log, variance };
}

/**
 * Injury frequency 工伤发生率 of a region relative to the start, by month: headcount × trend × seasonality × provincial
 * factor exp(loading × log − loading² × variance ÷ 2), whose mean is 1 in every month, × the region's yearly gamma factor,
 * which makes counts negative binomial.
 */
export function regionFrequency(
  plan: WorldPlan,
  region: WorldRegion,
  paths: number,
  provincial: ProvincialFrequency,
  employment: Float64Array,
  { frequencyShift }: Parameters,
  draws: BlockVariates,
): Float64Array {
  const loading = region.frequencyLoading;
  const frequency = draws.array(plan.months * paths);
  for (let t = 0; t < plan.months; t++) {
    const correction = 0.5 * loading * loading * provincial.variance[t];
    for (let p = 0; p < paths; p++) {
      const at = t * paths + p;
      frequency[at] = loading * provincial.log[at] - correction;
    }
  }
  draws.exponentials(frequency);

  const years = plan.januaries.length + 1;
  const mixing = draws.array(years * paths);
  draws.gammas({ risk: "mixing", region: region.id }, [0, ...plan.januaries], plan.mixingVariance, mixing);
  const trend = draws.array(years * paths).fill(1);
  for (let y = 1; y < years; y++) {
    for (let p = 0; p < paths; p++) {
      trend[y * paths + p] = trend[(y - 1) * paths + p] * Math.max(0, 1 + plan.frequencyTrend + frequencyShift[p]);
    }
  }
  for (let t = 0; t < plan.months; t++) {
    const year = plan.year[t] * paths;
    const season = plan.season[t];
    for (let p = 0; p < paths; p++) {
      frequency[t * paths + p] *= season * employment[year + p] * trend[year + p] * mixing[year + p];
    }
  }
  return frequency;
}
