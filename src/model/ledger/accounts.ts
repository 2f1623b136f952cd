import { type Ledger, outgoLines } from "./ledger.ts";
import { callLocalMoney, drawLocal, moveLocalMoney } from "./localAccounts.ts";
import { drawReserve, keepReserve } from "./reserveFund.ts";

/** Balance of the pool: the sum of the regions' notional balances in id order, yuan. */
export function poolBalance({ plan, paths, sum, carry }: Ledger, p: number): number {
  let balance = 0;
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
export function keepAccounts(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, month } = ledger;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    add(ledger, at, month.contributions[r]);
    add(ledger, at, month.interest[r]);
    add(ledger, at, month.otherIncome[r]);
    add(ledger, at, month.subsidy[r]);
    for (let line = 0; line < outgoLines.length; line++) add(ledger, at, -month.paid[line * plan.regions + r]);
  }
  if (!plan.overdraft && (month.gap > 0 || poolBalance(ledger, p) < 0)) {
    const at = ledger.remainderRegion * paths + p;
    ledger.sum[at] = 0;
    ledger.carry[at] = 0;
    ledger.sum[at] = -poolBalance(ledger, p);
  }
  placeMoney(ledger, t, p);
}

/**
 * Where the money lies: term deposits move to the pooled account when they mature, money of the places by their rules; the
 * reserve fund is kept. A pooled account that would run dry draws on money not yet remitted, the turnover fund, the reserve fund and
 * term deposits, in this order (article 38: old balances, reserve, cash-in of investments); on a reserve that is not for shortfalls
 * last. Under an overdraft the pooled account takes what is left below zero.
 */
function placeMoney(ledger: Ledger, t: number, p: number): void {
  const { plan, reserveFund, termDeposits, local } = ledger;
  if (plan.accounts === undefined || local === undefined) {
    termDeposits[p] -= Math.min(termDeposits[p], plan.opening.maturing[t]);
  } else moveLocalMoney(ledger, plan.accounts, local, t, p);
  keepReserve(ledger, t, p);
  let short = -pooledAccount(ledger, p);
  for (const part of plan.reserve?.shortfall === false ? reserveLast : reserveThird) {
    if (short <= 0) return;
    if (part === "reserveFund") {
      const drawn = Math.min(short, reserveFund[p]);
      if (drawn > 0) drawReserve(ledger, t, p, drawn);
      short -= drawn;
    } else short -= drawPart(ledger, part, short, t, p);
  }
}

type LocalPart = "unremitted" | "turnoverFund" | "termDeposits";
const reserveThird: readonly (LocalPart | "reserveFund")[] = [
  "unremitted",
  "turnoverFund",
  "reserveFund",
  "termDeposits",
];
const reserveLast: readonly (LocalPart | "reserveFund")[] = [
  "unremitted",
  "turnoverFund",
  "termDeposits",
  "reserveFund",
];

/** Draws up to `amount` from a part of the fund's money into the pooled account; returns what came. */
function drawPart(ledger: Ledger, part: LocalPart, amount: number, t: number, p: number): number {
  const { plan, local } = ledger;
  if (plan.accounts === undefined || local === undefined) {
    const drawn = Math.min(amount, ledger[part][p]);
    ledger[part][p] -= drawn;
    return drawn;
  }
  if (part === "unremitted") return callLocalMoney(ledger, plan.accounts, local, amount, t, p);
  return drawLocal(ledger, local, part === "turnoverFund" ? "turnoverFund" : "term", amount, p);
}

/** Balance of the pooled account: all that lies in no other account, yuan. */
export function pooledAccount(ledger: Ledger, p: number): number {
  const { turnoverFund, reserveFund, unremitted, termDeposits } = ledger;
  return poolBalance(ledger, p) - turnoverFund[p] - reserveFund[p] - unremitted[p] - termDeposits[p];
}

function add({ sum, carry }: Ledger, at: number, amount: number): void {
  const before = sum[at];
  const after = before + amount;
  carry[at] += Math.abs(before) >= Math.abs(amount) ? before - after + amount : amount - after + before;
  sum[at] = after;
}
