import type { Ledger } from "./ledger.ts";
import { tally } from "./tally.ts";

/** Writes down what a payer covers of a region's gap, by payer and year and, where sharing is tallied, by region. */
export function recordPart(ledger: Ledger, payer: number, r: number, t: number, p: number, amount: number): void {
  const { plan, paths, year, record } = ledger;
  const { payers, tally: first } = plan.sharing;
  const years = record.sharing.length / ((payers.length + 1) * paths);
  record.sharing[(payer * years + year[t]) * paths + p] += amount;
  if (first >= 0) tally(ledger, first + payer * plan.regions + r, t, p, amount);
}

/** What a payer has covered in the calendar year so far, yuan. */
export function paidThisYear({ plan, paths, year, record }: Ledger, payer: number, t: number, p: number): number {
  const years = record.sharing.length / ((plan.sharing.payers.length + 1) * paths);
  return record.sharing[(payer * years + year[t]) * paths + p];
}
