import type { WorkerPool } from "../../workers/pool.ts";
import type { RunHandle, RunRequest, RunWatch } from "../../workers/run.ts";
import type { Tracer } from "../../workers/trace.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { PathTrace } from "../model/simulation/trace.ts";

/** What starts runs for the page. */
export interface Runner {
  start(request: RunRequest, watch: RunWatch): Promise<RunHandle>;
  /** One path of the scenario in a place, in full detail, on a worker apart from those of runs. */
  trace(scenarios: readonly Scenario[], place: number, path: number): Promise<PathTrace>;
  /** Ends all workers. */
  end(): void;
}

/** Runs on web workers. Their code is loaded with the first run, so that the page itself opens without it. */
export function createRunner(): Runner {
  let pool: WorkerPool | undefined;
  let tracing: { readonly pool: WorkerPool; scenarios: readonly Scenario[]; tracer: Tracer } | undefined;
  return {
    start: async (request, watch) => {
      const [{ createPagePool }, { startRun }] = await Promise.all([
        import("../../workers/spawn.ts"),
        import("../../workers/run.ts"),
      ]);
      pool ??= createPagePool();
      return startRun(request, pool, watch);
    },
    trace: async (scenarios, place, path) => {
      const [{ createTracePool }, { openTracer }] = await Promise.all([
        import("../../workers/spawn.ts"),
        import("../../workers/trace.ts"),
      ]);
      if (tracing?.scenarios !== scenarios) {
        const own = tracing?.pool ?? createTracePool();
        tracing = { pool: own, scenarios, tracer: openTracer(scenarios, own) };
      }
      return tracing.tracer.trace(place, path);
    },
    end: () => {
      pool?.terminate();
      tracing?.pool.terminate();
      pool = undefined;
      tracing = undefined;
    },
  };
}
