import type { Ledger } from "./ledger.ts";

/** Adds `amount` to a tally of the Plan in the calendar year of month `t`. */
export function tally(
  { plan, paths, year, record }: Ledger,
  index: number,
  t: number,
  p: number,
  amount: number,
): void {
  const years = record.tallies.length / (plan.tallies * paths);
  record.tallies[(index * years + year[t]) * paths + p] += amount;
}
