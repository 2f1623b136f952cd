import { payable } from "../rules/payableMonths.ts";
import { poolBalance } from "./accounts.ts";
import type { Ledger } from "./ledger.ts";
import { alreadyDecided, balanceForecast, budgetForecast, contributionBase, outgoForecast } from "./outlook.ts";
import { knownAt } from "./payableMonths.ts";

/**
 * Payable months that the outlook expects at the end of the calendar year `projection` years after the last known month, if the
 * rate stays as it is or as already decided (§158 SGB VI: "on 31 December of the next year at the unchanged rate").
 */
export function projectedPayableMonths(ledger: Ledger, t: number, p: number): number {
  const { plan } = ledger;
  const known = knownAt(plan, t);
  const calendarMonth = (((plan.startMonth - 1 + known - plan.historyMonths) % 12) + 12) % 12;
  const until = known - calendarMonth + 11 + 12 * plan.payableMonths.projection;
  const balance = balanceForecast(ledger, known, until, alreadyDecided(ledger, p), p);
  return payable(balance - uncounted(ledger, p), yearAround(ledger, t, until, p));
}

/** Twelve months' outgo by the denominator reading as it will stand at the end of month `until`. */
export function yearAround(ledger: Ledger, t: number, until: number, p: number): number {
  const { plan } = ledger;
  const known = knownAt(plan, t);
  const sinceJanuary = (plan.startMonth - 1 + (until - plan.historyMonths)) % 12;
  const january = until - sinceJanuary;
  switch (plan.payableMonths.denominator) {
    case "trailing12":
      return outgoForecast(ledger, known, until - 11, until + 1, p);
    case "previousCalendarYear":
      return outgoForecast(ledger, known, january - 12, january, p);
    case "budgetYear":
      return budgetForecast(ledger, t, january, p);
    case "forward12":
      return outgoForecast(ledger, known, until + 1, until + 13, p);
    case "currentMonth":
      return 12 * outgoForecast(ledger, known, until, until + 1, p);
    case "stated":
      return plan.payableMonths.yearlyAmount;
    case "costRate":
      return plan.payableMonths.costRate * contributionBase(ledger, known, until - 11, until + 1, p);
  }
}

/** Money of the fund that the numerator reading leaves out, yuan. */
export function uncounted(ledger: Ledger, p: number): number {
  const { numerator } = ledger.plan.payableMonths;
  const other = (["turnoverFund", "reserveFund", "unremitted", "termDeposits", "pooledFund"] as const).map((part) => ({
    amount: ledger[part][p],
    counted: numerator.includes(part),
  }));
  const outside = other.reduce((sum, { amount, counted }) => (counted ? sum : sum + amount), 0);
  if (numerator.includes("pooledAccount")) return outside;
  return outside + poolBalance(ledger, p) - other.reduce((sum, { amount }) => sum + amount, 0);
}
