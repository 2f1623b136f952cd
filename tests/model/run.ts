import { compile } from "../../src/model/scenario/compile.ts";
import type { Plan } from "../../src/model/scenario/plan.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import {
  type LedgerBlock,
  type SeriesName,
  seriesNames,
  type YearLine,
  yearLines,
} from "../../src/model/simulation/block.ts";
import { createSimulator } from "../../src/model/simulation/simulate.ts";
import { createExactVariates } from "../../src/model/variates/exact.ts";

/** One block of a scenario's paths, in this thread. */
export function runBlock(scenario: Scenario, paths = scenario.paths, firstPath = 0): LedgerBlock {
  return runPlans([compile(scenario)], paths, firstPath)[0];
}

export function runPlans(plans: readonly Plan[], paths: number, firstPath = 0): LedgerBlock[] {
  return createSimulator(plans, createExactVariates()).run({ firstPath, paths });
}

/** A pool series of one path by month. */
export function series(block: LedgerBlock, name: SeriesName, p = 0): number[] {
  const s = seriesNames.indexOf(name);
  return Array.from(
    { length: block.months },
    (_, t) => block.pool[(s * block.months + t) * block.paths + p] ?? Number.NaN,
  );
}

/** A region's series of one path by month; regions stand in id order. */
export function regionSeries(block: LedgerBlock, region: number, name: SeriesName, p = 0): number[] {
  const s = seriesNames.indexOf(name);
  return Array.from(
    { length: block.months },
    (_, t) => block.regions[((region * seriesNames.length + s) * block.months + t) * block.paths + p] ?? Number.NaN,
  );
}

/** All paths of a pool series in month `t`. */
export function acrossPaths(block: LedgerBlock, name: SeriesName, t: number): Float64Array {
  const s = seriesNames.indexOf(name);
  const at = (s * block.months + t) * block.paths;
  return block.pool.slice(at, at + block.paths);
}

/** A calendar-year line of one path; year 0 is the start year. */
export function yearLine(block: LedgerBlock, year: number, name: YearLine, p = 0): number {
  return block.years[(year * yearLines.length + yearLines.indexOf(name)) * block.paths + p] ?? Number.NaN;
}
