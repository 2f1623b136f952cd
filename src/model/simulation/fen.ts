import type { JournalEvent } from "../ledger/journal.ts";

/** Yuan; two sums that are nearer than this are one. */
const HALF_FEN = 0.005;

/**
 * Events in order of time whose money is whole fen 分. The gaps of a month, and the parts that make them up (what payers bring,
 * and what stays unpaid), are rounded by their running sums, and the last part takes the remainder: parts add up to the gap
 * to the fen. Every other amount is rounded by itself.
 */
export function toFen(events: readonly JournalEvent[]): JournalEvent[] {
  const sorted = [...events].sort((a, b) => a.t - b.t);
  const months = new Set(sorted.map(({ t }) => t));
  return [...months].flatMap((month) => monthToFen(sorted.filter(({ t }) => t === month)));
}

function monthToFen(events: readonly JournalEvent[]): JournalEvent[] {
  const opened = { yuan: 0, fen: 0 };
  const shared = { yuan: 0, fen: 0 };
  const rounded = events.map((event) => {
    const sum = event.kind === "gapOpened" ? opened : isPart(event) ? shared : { yuan: 0, fen: 0 };
    sum.yuan += event.amount;
    const fen = Math.round(sum.yuan * 100) - sum.fen;
    sum.fen += fen;
    return { ...event, amount: fen / 100 };
  });
  const last = rounded.filter(isPart).pop();
  if (last === undefined || Math.abs(opened.yuan - shared.yuan) >= HALF_FEN) return rounded;
  const remainder = (Math.round(last.amount * 100) + opened.fen - shared.fen) / 100;
  return rounded.map((event) => (event === last ? { ...event, amount: remainder } : event));
}

function isPart({ kind }: JournalEvent): boolean {
  return kind === "gapPaid" || kind === "unpaid";
}
