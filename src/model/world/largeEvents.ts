import type { LargeEventPlan, WorldPlan, WorldRegion } from "../scenario/plan.ts";
import type { BlockVariates } from "../variates/variates.ts";
import { spread } from "./payments.ts";

/** Payments for rare large accidents of a region (one accident, many victims), in thresholds at the prices of the start. */
export function largeEventPayments(
  plan: WorldPlan,
  event: LargeEventPlan,
  region: WorldRegion,
  paths: number,
  employment: Float64Array,
  draws: BlockVariates,
): Float64Array {
  const probability = draws.array(plan.months * paths);
  const perMonth = event.perMonth * region.largeEventShare;
  for (let t = 0; t < plan.months; t++) {
    const year = plan.year[t] * paths;
    for (let p = 0; p < paths; p++) probability[t * paths + p] = Math.min(1, perMonth * employment[year + p]);
  }
  const sizes = draws.array(plan.months * paths);
  if (plan.claimNoise) draws.rareEvents({ risk: "largeEvent", region: region.id }, probability, event.tail, sizes);
  else for (let i = 0; i < sizes.length; i++) sizes[i] = probability[i] * event.meanSize;
  return spread(plan, paths, sizes, event.paymentPattern, event.pipeline, region.largeEventShare, draws);
}
