import type { EventSummary, RunSummary } from "../model/simulation/result.ts";
import type { LineRole } from "./words.ts";

/** One line of the reserve trigger with what happened at it. */
export interface WatchedLine {
  readonly id: string;
  readonly role: LineRole;
  readonly level: number;
  readonly event: EventSummary;
}

/**
 * The lines of the trigger from the highest to the lowest; the lowest acts, those above it watch, the upper edge of a corridor
 * limits. A trigger without a line of payable months has none.
 */
export function watchedLines(summary: RunSummary): WatchedLine[] {
  return Object.entries(summary.triggers)
    .flatMap(([id, event]) => (event.level === null ? [] : [{ id, level: event.level, event }]))
    .sort((a, b) => b.level - a.level)
    .map((line, i, all) => ({
      ...line,
      role: line.id === "excess" ? "excess" : i === all.length - 1 ? "act" : "watch",
    }));
}

/** What calls for the measure: the lines, or without any the budget drafted in deficit, whose level is null. */
export interface CallingEvent {
  readonly role: LineRole;
  readonly level: number | null;
  readonly event: EventSummary;
}

export function callingEvents(summary: RunSummary): CallingEvent[] {
  const deficit = summary.triggers["budgetDeficit"];
  return deficit === undefined ? watchedLines(summary) : [{ role: "act", level: null, event: deficit }];
}
