import { ScenarioError } from "../src/model/scenario/problem.ts";
import type { Scenario } from "../src/model/scenario/schema.ts";
import type { PathTrace } from "../src/model/simulation/trace.ts";
import type { Session, WorkerPool } from "./pool.ts";

/** Runs single paths of some scenarios again, in full detail. */
export interface Tracer {
  /**
   * One path of the scenario in this place. Rejects with a ScenarioError (bad input), a WorkerFailure, or RunCancelled where a
   * tracer of other scenarios was opened on the pool meanwhile.
   */
  trace(place: number, path: number): Promise<PathTrace>;
}

/**
 * A tracer on a pool of its own, so that a run that is going on is neither ended nor held up. Each of its workers loads the
 * scenarios once.
 */
export function openTracer(scenarios: readonly Scenario[], pool: WorkerPool): Tracer {
  const session: Session<void> = pool.begin(async (calls) => {
    const loaded = await calls.load(scenarios, false);
    if (loaded.kind === "refused") throw new ScenarioError(loaded.problems);
  });
  return {
    trace: (place, path) => session.perform(`path ${path}`, (calls) => calls.trace(place, path), { urgent: true }),
  };
}
