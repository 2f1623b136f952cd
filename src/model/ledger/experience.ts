import type { ExperiencePlan } from "../rules/experience/experienceRating.ts";
import {
  FREQUENCY_NODES,
  gridPosition,
  LEAST_LEVEL,
  LEVEL_NODES,
  type Transitions,
  transitionsOf,
} from "../rules/experience/transitions.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import type { World } from "../world/world.ts";
import { type ClaimWindows, claimWindows } from "./claimWindows.ts";
import { rateInForce } from "./contributions.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { tally } from "./tally.ts";

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
  year: readonly number[],
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
    windows: claimWindows(plan, ledgerPlan, world, year),
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
function weigh({ plan, occupancy, shares }: StepState, weights: readonly number[], region: number, p: number): number {
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

/**
 * At the start of a month in which a cycle's steps take effect: employers of each cell move by the chances that belong to the
 * window's frequency and cost level. `experience` of a region = mean factor now ÷ mean factor at the start.
 */
export function changeSteps(ledger: Ledger, t: number, p: number): void {
  const { steps, paths, plan } = ledger;
  if (steps === undefined || steps.takesEffect[t] < 0) return;
  const weights = steps.plan.weights[steps.takesEffect[t]];
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    const window = (steps.takesEffect[t] * plan.regions + r) * paths + p;
    move(steps, r, p, steps.windows.frequency[window], levelOf(steps, window, at));
    const mean = weigh(steps, weights, r, p);
    ledger.experience[at] = mean / steps.openingMean[r];
    if (ledger.journal !== undefined) {
      note(ledger, {
        t,
        kind: "stepsChanged",
        rule: "rules.contribution.experience",
        region: r,
        amount: 0,
        value: mean,
      });
    }
  }
}

/** Position on the grid of levels: cost per claim ÷ contributions per head, both relative to the start. */
function levelOf({ windows, closedDues }: StepState, window: number, at: number): number {
  const exposure = windows.exposure[window];
  const perHead = exposure === 0 ? 1 : closedDues[at] / exposure;
  const ratio = perHead === 0 ? Number.POSITIVE_INFINITY : windows.costPerClaim[window] / perHead;
  return gridPosition(ratio, LEAST_LEVEL, LEVEL_NODES);
}

/** Moves the employers of a region's cells from state to state, with the tables read between three nodes. */
function move(
  { plan, transitions, occupancy, next }: StepState,
  region: number,
  p: number,
  x: number,
  y: number,
): void {
  const { rows, levels, cumulative } = transitions;
  const cells = plan.claims.length;
  const perRegion = 8 * plan.bands;
  const { states } = plan.rule;
  const width = states - 1;
  const i = Math.min(FREQUENCY_NODES - 2, Math.floor(x));
  const j = levels === 1 ? 0 : Math.min(levels - 2, Math.floor(y));
  const u = x - i;
  const v = levels === 1 ? 0 : y - j;
  const node = cells * rows * width;
  // Linear on a triangle of nodes. Its long side runs where frequency × level is constant, along which chances change least.
  const upward = levels * node;
  const right = levels === 1 ? 0 : node;
  const low = (i * levels + j) * node + region * perRegion * rows * width;
  const near = u + v <= 1;
  const corner = near ? low : low + upward + right;
  const above = low + upward;
  const beside = low + right;
  const wCorner = Math.abs(1 - u - v);
  const wAbove = near ? u : 1 - v;
  const wBeside = near ? v : 1 - u;
  let at = 0;
  let from = (p * cells + region * perRegion) * states;
  for (let cell = 0; cell < perRegion; cell++) {
    for (let k = 0; k < width; k++) {
      let sum = 0;
      for (let state = 0; state < rows; state++, at++) {
        const chance =
          wCorner * cumulative[corner + at] + wAbove * cumulative[above + at] + wBeside * cumulative[beside + at];
        sum += rows === 1 ? chance : occupancy[from + state] * chance;
      }
      next[k] = sum;
    }
    let before = 0;
    for (let k = 0; k < width; k++) {
      occupancy[from + k] = next[k] - before;
      before = next[k];
    }
    occupancy[from + width] = Math.max(0, 1 - before);
    from += states;
  }
}

/** After contributions: what the ratio of the window in hand divides by, and contributions by step once a year. */
export function watchSteps(ledger: Ledger, t: number, p: number): void {
  const { steps, plan, world, paths, month } = ledger;
  if (steps === undefined) return;
  const { paid, windowFrom } = steps.plan;
  const watching = t >= windowFrom;
  const closing = steps.closes[t] >= 0;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    steps.collected[at] += month.contributions[r];
    if (!watching) continue;
    const announced = plan.baseRate[r][0];
    const rate = paid ? rateInForce(ledger, r, t, p) / ledger.experience[at] : plan.baseRate[r][t];
    steps.dues[at] += world.contributionBase[r][t * paths + p] * (announced === 0 ? 1 : rate / announced);
    if (closing) {
      steps.closedDues[at] = steps.dues[at];
      steps.dues[at] = 0;
    }
  }
  const last = t + 1 === plan.months || ledger.year[t + 1] !== ledger.year[t];
  if (last || steps.takesEffect[t + 1] >= 0) tallySteps(ledger, steps, t, p);
}

/** Contributions by step since the last tally, at the shares that stood all that time; the highest step takes the remainder. */
function tallySteps(ledger: Ledger, { plan, shares, collected }: StepState, t: number, p: number): void {
  const { paths } = ledger;
  const { regions } = ledger.plan;
  const last = plan.shownSteps - 1;
  let rest = 0;
  for (let r = 0; r < regions; r++) rest += collected[r * paths + p];
  for (let j = 0; j < last; j++) {
    let amount = 0;
    for (let r = 0; r < regions; r++)
      amount += collected[r * paths + p] * shares[(p * regions + r) * plan.shownSteps + j];
    tally(ledger, plan.tally + j, t, p, amount);
    rest -= amount;
  }
  tally(ledger, plan.tally + last, t, p, rest);
  for (let r = 0; r < regions; r++) collected[r * paths + p] = 0;
}
