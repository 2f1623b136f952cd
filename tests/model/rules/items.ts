import { compile } from "../../../src/model/scenario/compile.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import type { LedgerBlock } from "../../../src/model/simulation/block.ts";
import { runPlans } from "../run.ts";

/** A run with its tallies by name: `of(id, year, path)`. */
export interface TalliedRun {
  readonly block: LedgerBlock;
  readonly ids: readonly string[];
  readonly of: (id: string, year: number, p?: number) => number;
}

export function runTallied(scenario: Scenario, paths = 1): TalliedRun {
  const plan = compile(scenario);
  const [block] = runPlans([plan], paths);
  if (block === undefined) throw new Error("one block for one plan");
  const { tallies, years } = plan.shape;
  return {
    block,
    ids: tallies.map(({ id }) => id),
    of: (id, year, p = 0) => {
      const index = tallies.findIndex((tally) => tally.id === id);
      return block.tallies[(index * years + year) * paths + p] ?? Number.NaN;
    },
  };
}
