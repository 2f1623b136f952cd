import type { ExperiencePlan } from "../rules/experience/experienceRating.ts";
import { type Transitions, transitionsOf } from "../rules/experience/transitions.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import type { World } from "../world/world.ts";
import type { ClaimWindows } from "./claimWindows.ts";

/** Steps of rate floating on which the employers of a block of paths stand, and what the cycle in hand has seen. */
export interface StepState {
  readonly plan: ExperiencePlan;
  readonly transitions: Transitions;
  readonly windows: ClaimWindows;
  /** Share of a cell's employers in each state, `(p * cells + cell) * states + state`. */
  readonly occupancy: Float64Array;
  /** Mean factor of each region at the start. */
  readonly openingMean: Float64Array;
  /** Share of a region's contributions that comes from each shown step, `(p * regions + region) * steps + step`. */
  readonly shares: Float64Array;
  /** By month, which cycle closes at its end, and which takes effect at its start; -1 for none. */
  readonly closes: Int32Array;
  readonly takesEffect: Int32Array;
  /** Contribution base of the window × rate relative to the start, `region * paths + p`: in hand, and of the last one closed. */
  readonly dues: Float64Array;
  readonly closedDues: Float64Array;
  /** Contributions since the last tally by step, `region * paths + p`. */
  readonly collected: Float64Array;
  /** Scratch: the states of one cell. */
  readonly next: Float64Array;
}

/** Steps on the first day: the occupancy that reproduces itself while frequency, costs and wages stay as they are. */
export function openSteps(
  plan: ExperiencePlan,
  ledgerPlan: LedgerPlan,
  world: World,
  windows: ClaimWindows,
): StepState {
  const { paths, months } = world;
  const { regions } = ledgerPlan;
  const transitions = transitionsOf(plan);
  const { stationary } = transitions;
  const occupancy = new Float64Array(paths * stationary.length);
  for (let p = 0; p < paths; p++) occupancy.set(stationary, p * stationary.length);
  const dues = new Float64Array(regions * paths);
  for (let r = 0; r < regions; r++) {
    dues.fill(plan.regionPayroll[r] * plan.monthsBefore, r * paths, (r + 1) * paths);
  }
  const state: StepState = {
    plan,
    transitions,
    windows,
    occupancy,
    openingMean: new Float64Array(regions),
    shares: new Float64Array(paths * regions * plan.shownSteps),
    closes: atMonths(plan.windowEnds, months),
    takesEffect: atMonths(plan.effects, months),
    dues,
    closedDues: new Float64Array(regions * paths),
    collected: new Float64Array(regions * paths),
    next: new Float64Array(plan.rule.states),
  };
  for (let r = 0; r < regions; r++) state.openingMean[r] = weigh(state, plan.openingWeights, r, 0);
  for (let p = 1; p < paths; p++) state.shares.copyWithin(p * regions * plan.shownSteps, 0, regions * plan.shownSteps);
  return state;
}

function atMonths(indices: readonly number[], months: number): Int32Array {
  const filled = new Int32Array(months).fill(-1);
  indices.forEach((t, cycle) => {
    if (t < months) filled[t] = cycle;
  });
  return filled;
}

/**
 * Mean factor of a region, Σ share of base-rate contributions × factor × occupancy, with the share of each step in what is paid.
 * 1 for a region without contributions.
 */
export function weigh(
  { plan, occupancy, shares }: StepState,
  weights: readonly number[],
  region: number,
  p: number,
): number {
  const { bands, factors, shownStep, shownSteps, rule } = plan;
  const cells = weights.length;
  const perRegion = 8 * bands;
  const to = (p * (cells / perRegion) + region) * shownSteps;
  shares.fill(0, to, to + shownSteps);
  let mean = 0;
  let cell = region * perRegion;
  let from = (p * cells + cell) * rule.states;
  for (let c = 0; c < 8; c++) {
    const factor = factors[c];
    const shown = shownStep[c];
    for (let band = 0; band < bands; band++, cell++) {
      const weight = weights[cell];
      for (let state = 0; state < rule.states; state++, from++) {
        const part = weight * occupancy[from] * factor[state];
        mean += part;
        shares[to + shown[state]] += part;
      }
    }
  }
  if (mean === 0) return 1;
  for (let j = 0; j < shownSteps; j++) shares[to + j] /= mean;
  return mean;
}
