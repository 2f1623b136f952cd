import { expect, test } from "vitest";
import { groupsOf, isQuiet, monthlyKinds } from "../../src/app/eventGroups.ts";
import type { JournalEvent } from "../../src/model/ledger/journal.ts";
import type { PathTrace } from "../../src/model/simulation/trace.ts";

function event(kind: JournalEvent["kind"], t: number, region = -1, rule = "rules.remittance"): JournalEvent {
  return { t, kind, rule, region, amount: 100 };
}

function trace(months: number, events: readonly JournalEvent[]): PathTrace {
  const pool = Array.from({ length: months }, () => ({}));
  return { path: 0, start: "2024-01", pool, events, accounts: [], regions: [], sharing: [] } as unknown as PathTrace;
}

test("what one rule does in more than three regions stands together, after what calls for attention", () => {
  const paid = [0, 1, 2, 3].map((region) => event("remitted", 0, region));
  const fired = event("triggerFired", 0, -1, "rules.trigger.lower");
  const groups = groupsOf([...paid, fired]);
  expect(groups.map(({ events, together }) => [events[0].kind, events.length, together])).toEqual([
    ["triggerFired", 1, false],
    ["remitted", 4, true],
  ]);
});

test("three regions stand one by one, and rules and payers are kept apart", () => {
  const three = [0, 1, 2].map((region) => event("gapPaid", 0, region));
  expect(groupsOf(three).map(({ together }) => together)).toEqual([false, false, false]);
  const two = [0, 1, 2, 3].map((region) => event("gapPaid", 0, region, region < 2 ? "rules.a" : "rules.b"));
  expect(groupsOf(two)).toHaveLength(4);
});

test("movements of more than half of the months are monthly; gaps never are", () => {
  const events = [0, 1, 2].flatMap((t) => [event("remitted", t, 0), event("remitted", t, 1), event("gapOpened", t)]);
  expect([...monthlyKinds(trace(5, events))]).toEqual(["remitted"]);
  expect([...monthlyKinds(trace(6, events))]).toEqual([]);
});

test("a month is quiet where only the ordinary happens; a request for cash is ordinary only where it is monthly", () => {
  const path = trace(4, [event("indexed", 0), event("emergencyRequest", 1), event("gapOpened", 2)]);
  expect([0, 1, 2, 3].map((t) => isQuiet(path, t, new Set()))).toEqual([true, false, false, true]);
  expect(isQuiet(path, 1, new Set(["emergencyRequest"]))).toBe(true);
});
