import { compile } from "../../../src/model/scenario/compile.ts";
import type { Plan } from "../../../src/model/scenario/plan.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import type { LedgerBlock } from "../../../src/model/simulation/block.ts";
import { createSimulator } from "../../../src/model/simulation/simulate.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { drawWorld, type World } from "../../../src/model/world/world.ts";

/** Paths of a test against a closed form, drawn in blocks. */
export const PATHS = 20_000;
const BLOCK = 1_000;

/** Standard errors by which an estimate may miss a closed form: about 1 in 150,000 for each comparison. */
export const STANDARD_ERRORS = 4.5;

/** Time that one test over PATHS paths may take, in milliseconds. */
export const LONG = 300_000;

/** The worlds of PATHS paths, block by block; their arrays are valid during the visit only. */
export function eachWorld(scenario: Scenario, visit: (world: World, firstPath: number, plan: Plan) => void): void {
  const plan = compile(scenario);
  const variates = createExactVariates();
  for (let firstPath = 0; firstPath < PATHS; firstPath += BLOCK) {
    const { key, months } = plan.world;
    const draws = variates.open({ key, firstPath, paths: BLOCK, months });
    visit(
      drawWorld(plan.world, BLOCK, draws, () => {}),
      firstPath,
      plan,
    );
  }
}

/** One number for each of PATHS paths: a row of the worlds (`array` and row index) after `read`. */
export function worldRows<Name extends string>(
  scenario: Scenario,
  rows: Readonly<Record<Name, (world: World, p: number) => number>>,
): Record<Name, Float64Array> {
  const names = Object.keys(rows) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, new Float64Array(PATHS)])) as Record<
    Name,
    Float64Array
  >;
  eachWorld(scenario, (world, firstPath) => {
    for (const name of names) {
      for (let p = 0; p < world.paths; p++) samples[name][firstPath + p] = rows[name](world, p);
    }
  });
  return samples;
}

/** The ledgers of PATHS paths, block by block. */
export function eachBlock(scenario: Scenario, visit: (block: LedgerBlock) => void): void {
  const simulator = createSimulator([compile(scenario)], createExactVariates());
  for (let firstPath = 0; firstPath < PATHS; firstPath += BLOCK) {
    for (const block of simulator.run({ firstPath, paths: BLOCK })) visit(block);
  }
}

/** How far the sample's mean lies from the expected one, in standard errors of its own; NaN for a sample that does not vary. */
export function missOfMean(sample: Float64Array, expected: number): number {
  const mean = sample.reduce((sum, each) => sum + each, 0) / sample.length;
  const squares = sample.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / (sample.length - 1) / sample.length);
  return Math.abs(mean - expected) / standardError;
}

/** The same for the variance about a known mean; its standard error is that of the squared deviations. */
export function missOfVariance(sample: Float64Array, mean: number, expected: number): number {
  return missOfMean(
    sample.map((each) => (each - mean) ** 2),
    expected,
  );
}

/** The same for the covariance about known means. */
export function missOfCovariance(
  [first, firstMean]: readonly [Float64Array, number],
  [second, secondMean]: readonly [Float64Array, number],
  expected: number,
): number {
  return missOfMean(
    first.map((each, p) => (each - firstMean) * (second[p] - secondMean)),
    expected,
  );
}

/** How far `count` of PATHS paths lies from a probability, in binomial standard errors. */
export function missOfProbability(count: number, probability: number): number {
  return Math.abs(count / PATHS - probability) / Math.sqrt((probability * (1 - probability)) / PATHS);
}
