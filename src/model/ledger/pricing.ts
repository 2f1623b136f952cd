import { pensionItems } from "../scenario/pensionPlan.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import type { World } from "../world/world.ts";
import { type ClaimWindows, claimWindows } from "./claimWindows.ts";
import { addPensions, type PensionCost } from "./pensions.ts";
import { priceBenefits } from "./priceBenefits.ts";
import { recoveries } from "./recoveries.ts";

/**
 * What a rule set's prices make of a world for all months at once, whatever then happens on a path. Rule sets with the same prices
 * share it, so it is only read.
 */
export interface Pricing {
  /** Calendar-year index of each month. */
  readonly year: readonly number[];
  /** Benefits of each month by region with pensions, `t * paths + p`, and the part that is pensions. */
  readonly benefits: readonly Float64Array[];
  readonly pensions: PensionCost | undefined;
  /** Recovered advance payments of each month by region; empty where the rule is not in force. */
  readonly recoveries: readonly Float64Array[];
  /** What rate floating sees of the world. */
  readonly windows: ClaimWindows | undefined;
  /** Sums by calendar year of the Plan's first tallies: all that are known without the months. */
  readonly tallies: Float64Array;
}

/** The parts of a rule set on which its pricing depends: equal parts, equal pricing. */
export function pricedBy(plan: LedgerPlan): object {
  const { months, regions, startMonth, meanCost, priceIndex, priceSteps, lineItems } = plan;
  const { pensions, advance, experience } = plan;
  return { months, regions, startMonth, meanCost, priceIndex, priceSteps, lineItems, pensions, advance, experience };
}

export function pricingOf(plan: LedgerPlan, world: World): Pricing {
  const { paths, months } = world;
  const year = Array.from({ length: months }, (_, t) => Math.floor((plan.startMonth - 1 + t) / 12));
  const years = (year[months - 1] ?? 0) + 1;
  const tallies = new Float64Array(talliesOf(plan) * years * paths);
  const benefits = priceBenefits(plan, world, year, tallies, years);
  return {
    year,
    benefits,
    pensions: addPensions(plan, world, year, benefits, tallies, years),
    recoveries: recoveries(plan, world, year, tallies, years),
    windows: plan.experience === undefined ? undefined : claimWindows(plan.experience, plan, world, year),
    tallies,
  };
}

/** One more than the last tally that pricing writes to. */
function talliesOf({ lineItems, pensions, advance }: LedgerPlan): number {
  let last = advance === undefined ? -1 : advance.tally;
  if (pensions !== undefined) last = Math.max(last, pensions.tally + pensionItems.length - 1);
  for (const items of lineItems) for (const { tally } of items ?? []) last = Math.max(last, tally);
  return last + 1;
}
