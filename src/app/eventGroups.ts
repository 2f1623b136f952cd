import type { JournalEvent } from "../model/ledger/journal.ts";
import type { PathTrace } from "../model/simulation/trace.ts";

/** What happens in the ordinary course. */
const ordinary: ReadonlySet<JournalEvent["kind"]> = new Set([
  "budgetDrafted",
  "called",
  "indexed",
  "refilled",
  "remitted",
  "stepsChanged",
  "transferred",
  "turnoverSet",
]);

/** Kinds that only move money, and may do so month after month. */
const movements: ReadonlySet<JournalEvent["kind"]> = new Set(["called", "emergencyRequest", "remitted", "transferred"]);

/** Events of one rule in as many regions stand one by one; more are told together. */
const FEW = 3;

/** Events of a month that are told together: what one rule did in several regions. */
export interface EventGroup {
  readonly events: readonly [JournalEvent, ...JournalEvent[]];
  readonly together: boolean;
}

/**
 * The events of a month by kind, rule and payer. What one rule did in more than a few regions is one group; movements of money
 * stand after what calls for attention, otherwise the order is that of the month.
 */
export function groupsOf(events: readonly JournalEvent[]): EventGroup[] {
  const byRule = new Map<string, [JournalEvent, ...JournalEvent[]]>();
  for (const event of events) {
    const key = `${event.kind} ${event.rule} ${event.payer ?? ""}`;
    const found = byRule.get(key);
    if (found === undefined) byRule.set(key, [event]);
    else found.push(event);
  }
  const groups = [...byRule.values()].flatMap((members): EventGroup[] =>
    members.length > FEW
      ? [{ events: members, together: true }]
      : members.map((event) => ({ events: [event], together: false })),
  );
  const order = new Map(events.map((event, i) => [event, i]));
  const rank = ({ events: [first], together }: EventGroup): number =>
    (together || movements.has(first.kind) ? events.length : 0) + (order.get(first) ?? 0);
  return groups.sort((a, b) => rank(a) - rank(b));
}

/** Movements of money that a path has in more than half of its months: naming them in each would hide the rest. */
export function monthlyKinds({ events, pool }: PathTrace): ReadonlySet<JournalEvent["kind"]> {
  const months = new Map<JournalEvent["kind"], Set<number>>();
  for (const { kind, t } of events) {
    if (movements.has(kind)) months.set(kind, (months.get(kind) ?? new Set()).add(t));
  }
  return new Set([...months].filter(([, found]) => found.size * 2 > pool.length).map(([kind]) => kind));
}

/** Whether nothing out of the ordinary happened in a month of the path. */
export function isQuiet({ events }: PathTrace, t: number, monthly: ReadonlySet<JournalEvent["kind"]>): boolean {
  return events.every((event) => event.t !== t || ordinary.has(event.kind) || monthly.has(event.kind));
}
