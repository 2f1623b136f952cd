import type { MeasurePlan } from "../scenario/plan.ts";
import { poolBalance } from "./accounts.ts";
import type { Ledger } from "./ledger.ts";
import { balanceForecast, budgetForecast, outgoForecast } from "./outlook.ts";
import { knownAt } from "./payableMonths.ts";

/**
 * Lowest multiple of base rates, in force from month `from`, with which the outlook expects the target payable months at the
 * end of the target month; not below the multiple in force, not above the cap, the average rate rounded up to the stated step.
 * The expected balance is linear in the multiple, so two forecasts solve it. Money that the numerator does not count is taken
 * to stay as it is. After the target month nothing changes.
 */
export function lowestFactorThatRestores(
  ledger: Ledger,
  measure: Extract<MeasurePlan, { readonly kind: "restore" }>,
  t: number,
  from: number,
  p: number,
): number {
  const { plan } = ledger;
  const current = ledger.factor[p];
  if (measure.by < from) return current;
  const points = ledger.points[p];
  const known = knownAt(plan, t);
  const until = plan.historyMonths + measure.by;
  const start = plan.historyMonths + from;
  const atCurrent = balanceForecast(ledger, known, until, { from: start, factor: current, points }, p);
  const atNext = balanceForecast(ledger, known, until, { from: start, factor: current + 1, points }, p);
  const perMultiple = atNext - atCurrent;
  if (!(perMultiple > 0)) return current;
  const needed = (measure.target * yearAround(ledger, t, until, p)) / 12 + uncounted(ledger, p);
  if (atCurrent >= needed) return current;
  const factor = current + (needed - atCurrent) / perMultiple;
  return Math.max(current, Math.min(measure.cap, roundedUp(factor, plan.averageRate, measure.rounding)));
}

/** Twelve months' outgo by the denominator reading as it will stand at the end of month `until`. */
function yearAround(ledger: Ledger, t: number, until: number, p: number): number {
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
  }
}

/** Money of the fund that the numerator reading leaves out, yuan. */
function uncounted(ledger: Ledger, p: number): number {
  const { numerator } = ledger.plan.payableMonths;
  const other = (["turnoverFund", "reserveFund", "unremitted", "termDeposits", "pooledFund"] as const).map((part) => ({
    amount: ledger[part][p],
    counted: numerator.includes(part),
  }));
  const outside = other.reduce((sum, { amount, counted }) => (counted ? sum : sum + amount), 0);
  if (numerator.includes("pooledAccount")) return outside;
  return outside + poolBalance(ledger, p) - other.reduce((sum, { amount }) => sum + amount, 0);
}

/** Multiple at which the average rate is the next multiple of `step`; 0 rounds nothing. 1e-9 of a step absorbs float noise. */
function roundedUp(factor: number, averageRate: number, step: number): number {
  if (step === 0 || averageRate === 0) return factor;
  return (Math.ceil((factor * averageRate) / step - 1e-9) * step) / averageRate;
}
