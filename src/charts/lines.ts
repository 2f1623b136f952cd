import type { EventSummary, RunSummary } from "../model/simulation/result.ts";
import type { LineRole } from "./words.ts";

/** One line of the reserve trigger with what happened at it. */
export interface WatchedLine {
  readonly id: string;
  readonly role: LineRole;
  readonly level: number;
  readonly event: EventSummary;
}

/** The lines of the trigger from the highest to the lowest; the lowest acts, those above it watch. */
export function watchedLines(summary: RunSummary): WatchedLine[] {
  return Object.entries(summary.triggers)
    .sort(([, a], [, b]) => b.level - a.level)
    .map(([id, event], i, all) => ({ id, role: i === all.length - 1 ? "act" : "watch", level: event.level, event }));
}
