import { poolBalance } from "./accounts.ts";
import { note } from "./journal.ts";
import { type Ledger, outgoLines } from "./ledger.ts";
import { coverBySteps, recordByDue, recordOwnMoney } from "./poolSteps.ts";
import { recordPart } from "./recordPart.ts";
import { payUnits } from "./separatePayment.ts";

/**
 * Pays the outgo of the month: first what was carried, then the month's own, each in the order of `outgoLines`. Cash never goes
 * below zero: what the fund's own money (all its accounts) cannot pay is the month's gap. Payers cover their shares of what
 * the month adds to it (they were asked for the carried part before), the last one taking the remainder where the shares add
 * up to 1; what nobody covers stays unpaid and is due first next month. Fund finance rules (Cai-She [2017] 144), article 38.
 * Under "overdraft" everything is paid and the balance may run negative.
 */
export function payOutgo(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, unpaid, month, remainderRegion } = ledger;
  const { regions } = plan;
  if (plan.sharing.separate) {
    payUnits(ledger, t, p);
    return;
  }
  const { due, carried, paid } = month;
  month.subsidy.fill(0);
  month.gap = 0;
  const totalDue = total(due, 0, due.length);
  const balance = poolBalance(ledger, p);
  const available = Math.max(
    0,
    balance +
      total(month.contributions, 0, regions) +
      total(month.interest, 0, regions) +
      total(month.otherIncome, 0, regions) +
      total(month.settled, 0, regions),
  );
  if (plan.sharing.steps.length > 0) {
    recordOwnMoney(ledger, totalDue, available - balance, Math.max(0, totalDue - available), t, p);
  }
  if (plan.overdraft || totalDue <= available) {
    paid.set(due);
    for (let i = 0; i < due.length; i++) unpaid[i * paths + p] = 0;
    return;
  }
  for (let i = 0; i < due.length; i++) carried[i] = unpaid[i * paths + p];
  month.gap = totalDue - available;
  const newGap = Math.max(0, month.gap - total(carried, 0, carried.length));
  const subsidy =
    plan.sharing.steps.length > 0
      ? coverBySteps(ledger, newGap, totalDue, t, p)
      : coverGap(ledger, t, p, newGap, totalDue);
  paid.fill(0);
  const left = payLines(ledger, (i) => carried[i], available + subsidy);
  payLines(ledger, (i) => Math.max(0, due[i] - carried[i]), left);
  for (let i = 0; i < due.length; i++) unpaid[i * paths + p] = Math.max(0, due[i] - paid[i]);
  let rest = subsidy;
  for (let r = 0; r < regions; r++) {
    let regionDue = 0;
    for (let line = 0; line < outgoLines.length; line++) regionDue += due[line * regions + r];
    if (r === remainderRegion) continue;
    month.subsidy[r] = subsidy * (regionDue / totalDue);
    rest -= month.subsidy[r];
  }
  month.subsidy[remainderRegion] = rest;
}

/** Pays line after line from `money`, regions of a line in proportion to their claims; returns what is left. */
function payLines({ plan, month, remainderRegion }: Ledger, claim: (i: number) => number, money: number): number {
  const { regions } = plan;
  const { paid } = month;
  let left = money;
  for (let first = 0; first < paid.length; first += regions) {
    let lineDue = 0;
    for (let r = 0; r < regions; r++) lineDue += claim(first + r);
    const linePaid = Math.min(left, lineDue);
    left -= linePaid;
    let rest = linePaid;
    for (let r = 0; r < regions; r++) {
      if (r === remainderRegion || lineDue === 0) continue;
      const each = claim(first + r) * (linePaid / lineDue);
      rest -= each;
      paid[first + r] += each;
    }
    paid[first + remainderRegion] += rest;
  }
  return left;
}

/** Money that payers bring for a new gap, recorded by payer and calendar year; the uncovered rest is recorded last. */
function coverGap(ledger: Ledger, t: number, p: number, gap: number, totalDue: number): number {
  const { payerShares: shares, sharing } = ledger.plan;
  const complete = Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9;
  const rule = "rules.shortfall";
  const isNoted = ledger.journal !== undefined && gap > 0;
  if (isNoted) note(ledger, { t, kind: "gapOpened", rule, region: -1, amount: gap });
  let covered = 0;
  for (let payer = 0; payer < shares.length; payer++) {
    const part = complete && payer === shares.length - 1 ? gap - covered : gap * shares[payer];
    covered += part;
    recordForPool(ledger, payer, part, totalDue, t, p);
    if (isNoted) note(ledger, { t, kind: "gapPaid", rule, region: -1, amount: part, payer: sharing.payers[payer] });
  }
  recordForPool(ledger, sharing.payers.length, gap - covered, totalDue, t, p);
  if (isNoted && gap > covered) note(ledger, { t, kind: "unpaid", rule, region: -1, amount: gap - covered });
  return covered;
}

/** Without a tally by region a part is recorded whole. */
function recordForPool(ledger: Ledger, payer: number, part: number, totalDue: number, t: number, p: number): void {
  if (ledger.plan.sharing.tally < 0) recordPart(ledger, payer, 0, t, p, part);
  else recordByDue(ledger, payer, part, totalDue, t, p);
}

function total(values: Float64Array, first: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[first + i];
  return sum;
}
