import { FREQUENCY_NODES, gridPosition, LEAST_LEVEL, LEVEL_NODES } from "../rules/experience/transitions.ts";
import { rateInForce } from "./contributions.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { type StepState, weigh } from "./stepState.ts";
import { tally } from "./tally.ts";

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
