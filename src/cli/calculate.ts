import { localHand } from "../../workers/local.ts";
import { createPool, RunCancelled } from "../../workers/pool.ts";
import { type RunOutcome, type RunRequest, type RunWatch, startRun } from "../../workers/run.ts";
import { progressOn } from "./progress.ts";
import { threadHand } from "./threads.ts";

/** Runs the scenarios on worker threads (0: in this thread), with progress on stderr. Ctrl-C rejects with RunCancelled. */
export async function calculate(
  request: RunRequest,
  workers: number,
  signal: AbortSignal,
  onRows?: RunWatch["onRows"],
): Promise<RunOutcome> {
  if (signal.aborted) throw new RunCancelled();
  const pool = workers === 0 ? createPool(localHand, 1) : createPool(() => threadHand(), workers);
  const watch: RunWatch = { onProgress: progressOn(process.stderr), ...(onRows === undefined ? {} : { onRows }) };
  const run = startRun(request, pool, watch);
  const cancel = (): void => run.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    return await run.outcome;
  } finally {
    signal.removeEventListener("abort", cancel);
    pool.terminate();
  }
}
