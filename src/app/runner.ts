import type { WorkerPool } from "../../workers/pool.ts";
import type { RunHandle, RunRequest, RunWatch } from "../../workers/run.ts";

/** What starts runs for the page. */
export interface Runner {
  start(request: RunRequest, watch: RunWatch): Promise<RunHandle>;
  /** Ends all workers. */
  end(): void;
}

/** Runs on web workers. Their code is loaded with the first run, so that the page itself opens without it. */
export function createRunner(): Runner {
  let pool: WorkerPool | undefined;
  return {
    start: async (request, watch) => {
      const [{ createPagePool }, { startRun }] = await Promise.all([
        import("../../workers/spawn.ts"),
        import("../../workers/run.ts"),
      ]);
      pool ??= createPagePool();
      return startRun(request, pool, watch);
    },
    end: () => {
      pool?.terminate();
      pool = undefined;
    },
  };
}
