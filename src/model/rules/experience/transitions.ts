import { exp, log } from "../../variates/elementary.ts";
import { type ClaimTotalTable, claimTotalTable } from "./claimTotal.ts";
import type { ExperiencePlan, StepRule } from "./experienceRating.ts";

/**
 * Nodes of the grids: logarithms of claim frequency and of cost per claim ÷ contributions, relative to the start. Read between
 * nodes, the share of a step is within 0.008 of the distribution's own (claim costs with cv 1.6, up to 15 claims a cycle).
 */
export const STEP = 0.2;
export const LEAST_FREQUENCY = -2;
export const FREQUENCY_NODES = 19;
export const LEAST_LEVEL = -1.4;
export const LEVEL_NODES = 15;

/**
 * Chance of each next state for employers of every cell, cumulated, on a grid: `(((frequency * levels +
 * level) * cells + cell) * (states − 1) + next) * rows + state`. One row stands for all states where the present one does not matter.
 */
export interface Transitions {
  readonly rows: number;
  readonly levels: number;
  readonly cumulative: Float32Array;
  /** By cell and state: the occupancy of steps that reproduces itself at the frequency and level of the start. */
  readonly stationary: Float64Array;
}

/** Tables last made, so that a worker's blocks and the alternatives of a scenario share them. */
const made: { plan: ExperiencePlan; text: string; transitions: Transitions }[] = [];

/** The tables of a plan, made once. */
export function transitionsOf(plan: ExperiencePlan): Transitions {
  const same = made.find((each) => each.plan === plan);
  if (same !== undefined) return same.transitions;
  const text = JSON.stringify([plan.rule, plan.factors, plan.paid, plan.shape, plan.claims, plan.dues, plan.bands]);
  const equal = made.find((each) => each.text === text);
  const transitions = equal?.transitions ?? tabulate(plan);
  made.unshift({ plan, text, transitions });
  made.length = Math.min(made.length, 6);
  return transitions;
}

function tabulate(plan: ExperiencePlan): Transitions {
  const { rule, bands, paid, claims, dues } = plan;
  const { states } = rule;
  const cells = claims.length;
  const rows = paid || dependsOnState(rule) ? states : 1;
  const levels = rule.thresholds.length === 0 ? 1 : LEVEL_NODES;
  const width = states - 1;
  const cumulative = new Float32Array(FREQUENCY_NODES * levels * cells * rows * width);
  const table = claimTotalTable(plan.shape);
  const row = new Float64Array(states);
  for (let cell = 0; cell < cells; cell++) {
    const factors = plan.factors[Math.floor(cell / bands) % 8];
    const logClaims = log(claims[cell]);
    const logDues = log(dues[cell]);
    for (let state = 0; state < rows; state++) {
      const logPaid = logDues + (paid ? log(factors[state]) : 0);
      for (let f = 0; f < FREQUENCY_NODES; f++) {
        for (let g = 0; g < levels; g++) {
          nextStates(
            rule,
            table,
            state,
            logClaims + LEAST_FREQUENCY + f * STEP,
            logPaid - (LEAST_LEVEL + g * STEP),
            row,
          );
          const at = ((f * levels + g) * cells + cell) * width * rows + state;
          let sum = 0;
          for (let j = 0; j < width; j++) {
            sum += row[j];
            cumulative[at + j * rows] = Math.min(1, Math.max(0, sum));
          }
        }
      }
    }
  }
  const stationary = new Float64Array(cells * states);
  const centre = nodeAtStart(levels);
  for (let cell = 0; cell < cells; cell++) {
    settle(cumulative, (centre * cells + cell) * rows * width, rows, states, stationary, cell * states);
  }
  return { rows, levels, cumulative, stationary };
}

/** The grid's node at the frequency and level of the start. */
export function nodeAtStart(levels: number): number {
  const frequency = Math.floor(-LEAST_FREQUENCY / STEP + 0.5);
  return frequency * levels + (levels === 1 ? 0 : Math.floor(-LEAST_LEVEL / STEP + 0.5));
}

/** Where a value relative to the start lies on a grid that begins at the logarithm `least`; the nearest edge beyond it. */
export function gridPosition(ratio: number, least: number, nodes: number): number {
  return Math.min(nodes - 1, Math.max(0, (log(ratio) - least) / STEP));
}

function dependsOnState({ next, states }: StepRule): boolean {
  const width = next.length / states;
  return next.some((state, i) => state !== next[i % width]);
}

/**
 * Chances of the next states of an employer, into `row`: with `mean` expected claims, of which a share is for injuries before the
 * cycle, P(no new injury, ratio ≤ x) = e^(−(1 − older) mean) × P(older claims ≤ x × contributions), and with one the rest of
 * P(all claims ≤ x × contributions). Contributions in mean claims; both as logarithms.
 */
export function nextStates(
  rule: StepRule,
  table: ClaimTotalTable,
  state: number,
  logMean: number,
  logContributions: number,
  row: Float64Array,
): void {
  const { thresholds, olderShare, next } = rule;
  const bands = thresholds.length + 1;
  const unhurt = exp(-(1 - olderShare) * exp(logMean));
  const logOlder = olderShare === 0 ? 0 : logMean + log(olderShare);
  row.fill(0);
  let calmBefore = 0;
  let hurtBefore = 0;
  for (let band = 0; band < bands; band++) {
    let calm = unhurt;
    let hurt = 1 - unhurt;
    if (band < bands - 1) {
      const logAmount = log(thresholds[band]) + logContributions;
      calm = olderShare === 0 ? unhurt : unhurt * table.below(logOlder, logAmount);
      hurt = Math.min(1 - unhurt, Math.max(hurtBefore, table.below(logMean, logAmount) - calm));
    }
    row[next[state * 2 * bands + band]] += calm - calmBefore;
    row[next[(state * 2 + 1) * bands + band]] += hurt - hurtBefore;
    calmBefore = calm;
    hurtBefore = hurt;
  }
}

/** Applies the transitions of one node until the occupancy no longer moves. */
function settle(
  cumulative: Float32Array,
  from: number,
  rows: number,
  states: number,
  occupancy: Float64Array,
  to: number,
): void {
  const width = states - 1;
  const next = new Float64Array(states);
  occupancy.fill(1 / states, to, to + states);
  for (let round = 0; round < 20_000; round++) {
    next.fill(0);
    for (let state = 0; state < states; state++) {
      const at = from + (rows === 1 ? 0 : state);
      const share = occupancy[to + state];
      let before = 0;
      for (let j = 0; j < width; j++) {
        next[j] += share * (cumulative[at + j * rows] - before);
        before = cumulative[at + j * rows];
      }
      next[width] += share * (1 - before);
    }
    let moved = 0;
    for (let j = 0; j < states; j++) {
      moved = Math.max(moved, Math.abs(next[j] - occupancy[to + j]));
      occupancy[to + j] = next[j];
    }
    if (moved < 1e-16) return;
  }
}
