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

/**
 * What the firing chart counts: the lines of payable months, or without any what `what` says, whose level is null: a budget
 * drafted in deficit, or, where the rules watch nothing, the fund that cannot pay.
 */
export interface CallingEvent {
  readonly what: "line" | "budgetDeficit" | "cannotPay";
  readonly role: LineRole;
  readonly level: number | null;
  readonly event: EventSummary;
}

export function callingEvents(summary: RunSummary): CallingEvent[] {
  const deficit = summary.triggers["budgetDeficit"];
  if (deficit !== undefined) return [{ what: "budgetDeficit", role: "act", level: null, event: deficit }];
  const lines = watchedLines(summary);
  if (lines.length > 0) return lines.map((line) => ({ what: "line", ...line }));
  return [{ what: "cannotPay", role: "act", level: null, event: summary.depletion }];
}
