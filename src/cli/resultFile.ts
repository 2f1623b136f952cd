import type { RunOutcome } from "../../workers/run.ts";
import type { DocumentInForce } from "../model/scenario/provisions.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { type EngineIdentity, engine } from "../model/simulation/engine.ts";
import type { RunDifference, RunSummary } from "../model/simulation/result.ts";
import { type Definition, definitionsOf } from "../text/definitions.ts";

/** A run as a file tells it: what documents and readings were in force, and all its numbers. */
export interface ToldRun extends RunSummary {
  readonly provisions: readonly DocumentInForce[];
  readonly definitions: { readonly [reading: string]: Definition };
}

/** What `run` writes; resultSchema.ts states the same for readers of the file. */
export interface RunResult extends ToldRun {
  readonly engine: EngineIdentity;
}

/** What `compare` writes: the baseline first, every other run with its difference from it. */
export interface CompareResult extends Pick<RunSummary, "seed" | "paths" | "months" | "start"> {
  readonly engine: EngineIdentity;
  readonly alternatives: readonly (ToldRun & { readonly difference?: RunDifference })[];
}

/** The result of one run. */
export function runResult(scenario: Scenario, summary: RunSummary, provisions: readonly DocumentInForce[]): RunResult {
  return { engine, ...told(scenario, summary, provisions) };
}

/** The result of a comparison; the outcome's first run is the baseline. Documents in force stand in the order of the scenarios. */
export function compareResult(
  scenarios: readonly Scenario[],
  outcome: RunOutcome,
  provisions: readonly (readonly DocumentInForce[])[],
): CompareResult {
  const [baseline] = outcome.summaries;
  if (baseline === undefined) throw new Error("nothing was run");
  return {
    engine,
    seed: baseline.seed,
    paths: baseline.paths,
    months: baseline.months,
    start: baseline.start,
    alternatives: outcome.summaries.map((summary, i) => {
      const scenario = scenarios[i];
      if (scenario === undefined) throw new Error("a summary without a scenario");
      const difference = outcome.differences[i - 1];
      return {
        ...told(scenario, summary, provisions[i] ?? []),
        ...(i === 0 || difference === undefined ? {} : { difference }),
      };
    }),
  };
}

function told(scenario: Scenario, summary: RunSummary, provisions: readonly DocumentInForce[]): ToldRun {
  const { scenario: name, seed, paths, months, start, ...numbers } = summary;
  return { scenario: name, seed, paths, months, start, provisions, definitions: definitionsOf(scenario), ...numbers };
}
