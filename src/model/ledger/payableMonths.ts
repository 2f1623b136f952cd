import { type BalancePart, payable } from "../rules/payableMonths.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import { seriesNames } from "../simulation/block.ts";
import { poolBalance, pooledAccount } from "./accounts.ts";
import { historicOutgo, type Ledger, outgoByReading } from "./ledger.ts";
import { contributionBase, expectedOutgo, type KnownMonths, outgoForecast } from "./outlook.ts";
import { FUND_BALANCE, PAYABLE_MONTHS } from "./record.ts";

/**
 * Payable months 可支付月数 at the end of the month = numerator ÷ (denominator ÷ 12), for the pool by the reading in force.
 * A region's figure is notional (its own balance where units pay separately): balance over the pool's denominator × its share of
 * the last 12 months' outgo. NaN where
 * the denominator is zero: above every line.
 */
export function observePayableMonths(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, record } = ledger;
  const { months, regions } = plan;
  const year = yearlyOutgo(ledger, t, p);
  const numerator = countedBalance(ledger, p);
  record.pool[(PAYABLE_MONTHS * months + t) * paths + p] = payable(numerator, year);

  const { trailingOutgo } = ledger.month;
  let pool = 0;
  for (let r = 0; r < regions; r++) {
    let own = 0;
    for (let i = 0; i < 12; i++) own += ledger.regionOutgo[(p * regions + r) * 12 + i];
    trailingOutgo[r] = own;
    pool += own;
  }
  const SERIES = seriesNames.length;
  const counted = poolBalance(ledger, p);
  for (let r = 0; r < regions; r++) {
    const share = pool === 0 ? 0 : trailingOutgo[r] / pool;
    const balance = record.regions[((r * SERIES + FUND_BALANCE) * months + t) * paths + p];
    // The region that is the whole fund has its figure to the bit: its share is exactly 1.
    const regionNumerator = plan.sharing.separate || counted === 0 ? balance : numerator * (balance / counted);
    record.regions[((r * SERIES + PAYABLE_MONTHS) * months + t) * paths + p] = payable(regionNumerator, year * share);
  }
}

/** Payable months on the first day, from history and budget alone. */
export function openingPayableMonths(plan: LedgerPlan): number {
  const { opening, payableMonths, historyMonths } = plan;
  const total = plan.openingBalance.reduce((sum, each) => sum + each, 0);
  const parts: Record<BalancePart, number> = {
    turnoverFund: opening.turnoverFund,
    reserveFund: opening.reserveFund,
    unremitted: opening.unremitted,
    termDeposits: opening.termDeposits,
    pooledFund: plan.sharing.pooledFund?.opening ?? 0,
    pooledAccount: total - opening.turnoverFund - opening.reserveFund - opening.unremitted - opening.termDeposits,
  };
  const numerator = payableMonths.numerator.reduce((sum, part) => sum + parts[part], 0);
  const sumOfHistory = (from: number, to: number): number => {
    let sum = 0;
    for (let month = from; month < to; month++) sum += historicOutgo(plan, month);
    return sum;
  };
  switch (payableMonths.denominator) {
    case "trailing12":
      return payable(numerator, sumOfHistory(historyMonths - 12, historyMonths));
    case "previousCalendarYear": {
      const january = historyMonths - (plan.startMonth - 1) - 12;
      return payable(numerator, sumOfHistory(january, january + 12));
    }
    case "budgetYear":
      return payable(numerator, plan.budgetedOutgo[plan.startYear] ?? 0);
    case "forward12":
      return payable(
        numerator,
        expectedOutgo(plan, plan.history, historyMonths - 1, historyMonths, historyMonths + 12),
      );
    case "currentMonth":
      return payable(numerator, 12 * historicOutgo(plan, historyMonths - 1));
    case "stated":
      return payable(numerator, payableMonths.yearlyAmount);
    case "costRate": {
      let contributions = 0;
      for (let month = historyMonths - 12; month < historyMonths; month++) {
        contributions += plan.history.contributionIncome[month] - plan.history.projectIncome[month];
      }
      const collected = plan.averageRate * plan.collectionRate;
      return payable(numerator, collected === 0 ? 0 : (payableMonths.costRate * contributions) / collected);
    }
  }
}

/** A region's notional payable months on the first day: the pool's × its share of the balance ÷ its share of past outgo. */
export function openingRegionMonths(plan: LedgerPlan, region: number): number {
  const total = plan.openingBalance.reduce((sum, each) => sum + each, 0);
  if (plan.outgoShare[region] === 0) return Number.NaN;
  if (total === 0) return 0;
  return (openingPayableMonths(plan) * (plan.openingBalance[region] / total)) / plan.outgoShare[region];
}

/** Money that the numerator counts, yuan. */
export function countedBalance(ledger: Ledger, p: number): number {
  let sum = 0;
  for (const part of ledger.plan.payableMonths.numerator) {
    sum += part === "pooledAccount" ? pooledAccount(ledger, p) : ledger[part][p];
  }
  return sum;
}

/** Outgo of twelve months by the denominator reading, as known at the end of month `t`. */
export function yearlyOutgo(ledger: Ledger, t: number, p: number): number {
  const { plan } = ledger;
  const now = plan.historyMonths + t;
  switch (plan.payableMonths.denominator) {
    case "trailing12":
      return knownOutgo(ledger, now - 11, now + 1, p);
    case "previousCalendarYear": {
      const january = now - ((plan.startMonth - 1 + t) % 12);
      return knownOutgo(ledger, january - 12, january, p);
    }
    case "budgetYear":
      return ledger.budget[p];
    case "forward12":
      return outgoForecast(ledger, knownAt(plan, t), now + 1, now + 13, p);
    case "currentMonth":
      return 12 * knownOutgo(ledger, now, now + 1, p);
    case "stated":
      return plan.payableMonths.yearlyAmount;
    case "costRate":
      return plan.payableMonths.costRate * contributionBase(ledger, now, now - 11, now + 1, p);
  }
}

/** Outgo by the reading in force of known months, counted from the first month of the history. */
export function knownOutgo(
  { plan, paths, knownBenefits, knownOtherOutgo, knownTransfer }: Ledger,
  from: number,
  to: number,
  p: number,
): number {
  let sum = 0;
  for (let month = from; month < to; month++) {
    const at = month * paths + p;
    sum += outgoByReading(plan, knownBenefits[at], knownOtherOutgo[at], knownTransfer[at]);
  }
  return sum;
}

/** Last month that is known at the end of month `t`, counted from the first month of the history. */
export function knownAt(plan: LedgerPlan, t: number): KnownMonths {
  return plan.historyMonths + t - plan.payableMonths.informationLag;
}
