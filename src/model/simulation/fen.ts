import type { JournalEvent } from "../ledger/journal.ts";

/** Yuan; two sums that are nearer than this are one. */
const HALF_FEN = 0.005;

/**
 * Events in order of time whose money is whole fen 分. The gaps of a month, and the parts that make them up (what payers bring,
 * and what stays unpaid), are rounded by their running sums, and the last part takes the remainder: parts add up to the gap to
 * the fen, region by region where regions have gaps of their own. Every other amount is rounded by itself.
 */
export function toFen(events: readonly JournalEvent[]): JournalEvent[] {
  const sorted = [...events].sort((a, b) => a.t - b.t);
  const groups = new Map<string, JournalEvent[]>();
  for (const event of sorted) {
    const key = event.kind === "gapOpened" || isPart(event) ? groupOf(event, sorted) : "";
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  const amounts = new Map([...groups].flatMap(([key, group]) => (key === "" ? [] : gapToFen(group))));
  return sorted.map((event) => ({ ...event, amount: amounts.get(event) ?? Math.round(event.amount * 100) / 100 }));
}

/** The gap that an event belongs to: that of its month, or of its region in it. */
function groupOf({ t, region }: JournalEvent, events: readonly JournalEvent[]): string {
  const isPooled = events.some((event) => event.t === t && event.kind === "gapOpened" && event.region < 0);
  return isPooled ? String(t) : `${t} ${region}`;
}

function gapToFen(events: readonly JournalEvent[]): [JournalEvent, number][] {
  const opened = { yuan: 0, fen: 0 };
  const shared = { yuan: 0, fen: 0 };
  const fens = events.map((event) => {
    const sum = isPart(event) ? shared : opened;
    sum.yuan += event.amount;
    const fen = Math.round(sum.yuan * 100) - sum.fen;
    sum.fen += fen;
    return fen;
  });
  const last = events.map(isPart).lastIndexOf(true);
  if (last >= 0 && Math.abs(opened.yuan - shared.yuan) < HALF_FEN) fens[last] += opened.fen - shared.fen;
  return events.map((event, i) => [event, fens[i] / 100]);
}

function isPart({ kind }: JournalEvent): boolean {
  return kind === "gapPaid" || kind === "unpaid";
}
