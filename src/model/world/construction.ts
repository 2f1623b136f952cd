import type { ConstructionPlan, WorldPlan, WorldRegion } from "../scenario/plan.ts";
import type { BlockVariates } from "../variates/variates.ts";

/**
 * Value of construction projects that start, relative to the start, by year: grows each January by the yearly AR(1) driver, the
 * same for all regions. Growth never below −90 %.
 */
export function contractLevel(
  plan: WorldPlan,
  construction: ConstructionPlan,
  paths: number,
  draws: BlockVariates,
): Float64Array {
  const { mean, persistence, sd, opening } = construction.driver;
  const years = plan.januaries.length + 1;
  const normals = draws.array((years - 1) * paths);
  draws.normals({ risk: "contractValue" }, plan.januaries, normals);
  const level = draws.array(years * paths).fill(1);
  const deviation = new Float64Array(paths).fill(opening);
  for (let y = 1; y < years; y++) {
    for (let p = 0; p < paths; p++) {
      deviation[p] = persistence * deviation[p] + sd * normals[(y - 1) * paths + p];
      level[y * paths + p] = level[(y - 1) * paths + p] * (1 + Math.max(-0.9, mean + deviation[p]));
    }
  }
  return level;
}

/** Value of projects of a region that start in each month, yuan, `t * paths + p`. */
export function contractValues(
  plan: WorldPlan,
  region: WorldRegion,
  paths: number,
  level: Float64Array,
  draws: BlockVariates,
): Float64Array {
  const values = draws.array(plan.months * paths);
  for (let t = 0; t < plan.months; t++) {
    const year = plan.year[t] * paths;
    for (let p = 0; p < paths; p++) values[t * paths + p] = region.contractValue * level[year + p];
  }
  return values;
}

/**
 * Projects at work relative to the start, the same for all regions: in month t Σ duration(d) × value started in month t − d;
 * projects from before the start are in force at the level `past`.
 */
export function workInProgress(
  plan: WorldPlan,
  { duration, past }: ConstructionPlan,
  paths: number,
  level: Float64Array,
  draws: BlockVariates,
): Float64Array {
  const work = draws.array(plan.months * paths);
  for (let t = 0; t < plan.months; t++) {
    for (let delay = 0; delay < duration.length; delay++) {
      const share = duration[delay];
      const started = t - delay;
      const year = started < 0 ? -1 : plan.year[started] * paths;
      for (let p = 0; p < paths; p++) work[t * paths + p] += share * (year < 0 ? past : level[year + p]);
    }
  }
  return work;
}

/** Injury frequency on a region's construction sites relative to the start: projects at work × its frequency without its headcount. */
export function constructionFrequency(
  plan: WorldPlan,
  paths: number,
  work: Float64Array,
  employment: Float64Array,
  frequency: Float64Array,
  draws: BlockVariates,
): Float64Array {
  const onSites = draws.array(plan.months * paths);
  for (let t = 0; t < plan.months; t++) {
    const now = plan.year[t] * paths;
    for (let p = 0; p < paths; p++) {
      onSites[t * paths + p] = work[t * paths + p] * (frequency[t * paths + p] / employment[now + p]);
    }
  }
  return onSites;
}
