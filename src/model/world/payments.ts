import type { Outcome } from "../scenario/basis.ts";
import type { ClaimCell, ItemLine, WorldPlan, WorldRegion } from "../scenario/plan.ts";
import type { BlockVariates, Risk } from "../variates/variates.ts";

const claimRisks: Readonly<Record<string, Risk>> = {
  all: "claims.all",
  medical: "claims.medical",
  disability: "claims.disability",
  death: "claims.death",
  other: "claims.other",
  construction: "claims.construction",
};
const outcomeRisks: Readonly<Record<Outcome, Risk>> = {
  medicalOnly: "claims.medicalOnly",
  grades7to10: "claims.grades7to10",
  grades5to6: "claims.grades5to6",
  grades1to4: "claims.grades1to4",
  death: "claims.fatal",
  disease: "claims.disease",
};

/** Work space of one cell after another, months × paths. */
export interface Scratch {
  readonly expected: Float64Array;
  readonly incurred: Float64Array;
}

/**
 * Claims of one cell, and what falls due of them: due(t) = Σ pattern(d) × incurred(t − d) + payments for injuries before the
 * start (the opening pipeline), in mean claims at the prices of the start.
 */
export function paidUnits(
  plan: WorldPlan,
  region: WorldRegion,
  cell: ClaimCell,
  paths: number,
  frequency: Float64Array,
  draws: BlockVariates,
  scratch: Scratch,
): { readonly counts: Float64Array; readonly units: Float64Array } {
  const size = plan.months * paths;
  const expected = plan.claimNoise ? scratch.expected : draws.array(size);
  for (let i = 0; i < size; i++) expected[i] = cell.claims * frequency[i];
  if (!plan.claimNoise) {
    return { counts: expected, units: spread(plan, paths, expected, cell.paymentPattern, cell.pipeline, 1, draws) };
  }
  const counts = draws.array(size);
  const incurred = isSpread(cell) ? scratch.incurred : draws.array(size);
  const risk = cell.outcome === undefined ? claimRisks[cell.line] : outcomeRisks[cell.outcome];
  draws.claims({ risk, region: region.id }, expected, cell.severity, counts, incurred);
  return { counts, units: spread(plan, paths, incurred, cell.paymentPattern, cell.pipeline, 1, draws) };
}

/**
 * Payments of a statutory item, in units: summed over the region's cells before they are spread, so that an item costs one
 * convolution. An item priced at the injury carries the price of that month with it.
 */
export function itemUnits(
  plan: WorldPlan,
  item: ItemLine,
  paths: number,
  counts: readonly Float64Array[],
  prices: readonly Float64Array[],
  draws: BlockVariates,
  scratch: Scratch,
): Float64Array {
  const incurred = isSpread(item) ? scratch.incurred.fill(0) : draws.array(plan.months * paths);
  item.weights.forEach((weight, cell) => {
    if (weight === 0) return;
    const claims = counts[cell];
    for (let i = 0; i < incurred.length; i++) incurred[i] += weight * claims[i];
  });
  if (item.pricedAtInjury) {
    const price = prices[item.priceIndex];
    for (let t = 0; t < plan.months; t++) {
      const step = plan.priceSteps[item.priceIndex][t] * paths;
      for (let p = 0; p < paths; p++) incurred[t * paths + p] *= price[step + p];
    }
  }
  return spread(plan, paths, incurred, item.paymentPattern, item.pipeline, 1, draws);
}

/** Whether anything is paid after the month of the injury, or for injuries before the start. */
function isSpread({ paymentPattern, pipeline }: Pick<ItemLine, "paymentPattern" | "pipeline">): boolean {
  return paymentPattern.length !== 1 || pipeline.length !== 0;
}

/** Spreads what is incurred over the months in which it is paid, and adds `pipelineShare` of the opening pipeline. */
export function spread(
  plan: WorldPlan,
  paths: number,
  incurred: Float64Array,
  pattern: readonly number[],
  pipeline: readonly number[],
  pipelineShare: number,
  draws: BlockVariates,
): Float64Array {
  if (pattern.length === 1 && pipeline.length === 0) return incurred;
  const units = draws.array(plan.months * paths);
  for (let t = 0; t < plan.months; t++) {
    const to = t * paths;
    const known = (pipeline[t] ?? 0) * pipelineShare;
    for (let p = 0; p < paths; p++) units[to + p] = known;
    const delays = Math.min(pattern.length, t + 1);
    let delay = 0;
    // Four at a time and in order: the same sum with fewer turns through memory.
    for (; delay + 4 <= delays; delay += 4) {
      const [first, second, third, fourth] = [
        pattern[delay],
        pattern[delay + 1],
        pattern[delay + 2],
        pattern[delay + 3],
      ];
      if (first === 0 && second === 0 && third === 0 && fourth === 0) continue;
      let from = (t - delay - 3) * paths;
      for (let p = 0; p < paths; p++, from++) {
        const sum = units[to + p] + first * incurred[from + 3 * paths] + second * incurred[from + 2 * paths];
        units[to + p] = sum + third * incurred[from + paths] + fourth * incurred[from];
      }
    }
    for (; delay < delays; delay++) {
      const share = pattern[delay];
      if (share === 0) continue;
      const from = (t - delay) * paths;
      for (let p = 0; p < paths; p++) units[to + p] += share * incurred[from + p];
    }
  }
  return units;
}
