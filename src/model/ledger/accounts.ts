import { type Ledger, outgoLines } from "./ledger.ts";

/** Balance of the pool: the sum of the regions' balances in id order, and a pooled fund beside them, yuan. */
export function poolBalance({ plan, paths, sum, carry, pooledFund }: Ledger, p: number): number {
  let balance = pooledFund[p];
  for (let r = 0; r < plan.regions; r++) balance += sum[r * paths + p] + carry[r * paths + p];
  return balance;
}

/** Interest of a month = balance at its start × yearly rate ÷ 12; a region in debt to the others owes it. */
export function creditInterest({ plan, world, paths, year, sum, carry, month }: Ledger, t: number, p: number): void {
  const rate = world.interestRate[year[t] * paths + p] / 12;
  for (let r = 0; r < plan.regions; r++) month.interest[r] = (sum[r * paths + p] + carry[r * paths + p]) * rate;
}

/**
 * Roll-forward: closing = opening + income − outgo paid, as compensated (Neumaier) sums. After a gap the pool stands at
 * exactly zero: one region takes what rounding left.
 */
export function keepAccounts(ledger: Ledger, p: number): void {
  const { plan, paths, month } = ledger;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    add(ledger, at, month.contributions[r]);
    add(ledger, at, month.interest[r]);
    add(ledger, at, month.otherIncome[r]);
    add(ledger, at, month.subsidy[r]);
    if (plan.sharing.tally >= 0) {
      add(ledger, at, month.settled[r]);
      add(ledger, at, month.transferIn[r]);
      add(ledger, at, -month.transferOut[r]);
    }
    for (let line = 0; line < outgoLines.length; line++) add(ledger, at, -month.paid[line * plan.regions + r]);
  }
  if (plan.sharing.separate) emptyUnits(ledger, p);
  else if (!plan.overdraft && (month.gap > 0 || poolBalance(ledger, p) < 0)) {
    const at = ledger.remainderRegion * paths + p;
    ledger.sum[at] = 0;
    ledger.carry[at] = 0;
    ledger.sum[at] = -poolBalance(ledger, p);
  }
}

/** A unit that lacked money stands at exactly nothing, and none stands below it by rounding. */
function emptyUnits({ plan, paths, sum, carry, sharing }: Ledger, p: number): void {
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    if (sharing.short[r] === 0 && sum[at] + carry[at] >= 0) continue;
    sum[at] = 0;
    carry[at] = 0;
  }
}

/** Balance of the pooled account: all that lies in no other account, yuan. */
export function pooledAccount(ledger: Ledger, p: number): number {
  const { turnoverFund, reserveFund, unremitted, termDeposits, pooledFund } = ledger;
  return poolBalance(ledger, p) - pooledFund[p] - turnoverFund[p] - reserveFund[p] - unremitted[p] - termDeposits[p];
}

function add({ sum, carry }: Ledger, at: number, amount: number): void {
  if (amount === 0) return;
  const before = sum[at];
  const after = before + amount;
  carry[at] += Math.abs(before) >= Math.abs(amount) ? before - after + amount : amount - after + before;
  sum[at] = after;
}
