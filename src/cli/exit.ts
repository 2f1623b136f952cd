import { ScenarioError } from "../model/scenario/problem.ts";
import { UsageError } from "./usage.ts";

/** Exit status: 2 for bad input, 130 for Ctrl-C, 1 for a fault of the program or the machine. */
export function exitStatusOf(error: unknown): number {
  if (error instanceof ScenarioError || error instanceof UsageError) return 2;
  return isCancelled(error) ? 130 : 1;
}

/** What is said on stderr; the stack only where the program itself is at fault. */
export function reasonOf(error: unknown): string {
  if (isCancelled(error)) return "cancelled, nothing was written";
  if (!(error instanceof Error)) return String(error);
  const expected = exitStatusOf(error) === 2 || error.name === "WorkerFailure" || "code" in error;
  return expected ? error.message : (error.stack ?? error.message);
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
