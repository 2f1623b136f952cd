import { pooledAccount } from "./accounts.ts";
import type { Ledger } from "./ledger.ts";
import { callLocalMoney, drawLocal, moveLocalMoney } from "./localAccounts.ts";
import { drawReserve, keepReserve } from "./reserveFund.ts";

/**
 * Where the money lies: term deposits move to the pooled account when they mature, money of the places by their rules; the
 * reserve fund is kept. A pooled account that would run dry draws on money not yet remitted, the turnover fund, the reserve fund and
 * term deposits, in this order (article 38: old balances, reserve, cash-in of investments); on a reserve that is not for shortfalls
 * last. Under an overdraft the pooled account takes what is left below zero.
 */
export function placeMoney(ledger: Ledger, t: number, p: number): void {
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
