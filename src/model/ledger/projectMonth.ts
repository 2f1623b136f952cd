import { creditInterest, keepAccounts } from "./accounts.ts";
import { benefitsDue } from "./benefits.ts";
import { checkBudget } from "./budgetConstraint.ts";
import { collectContributions } from "./contributions.ts";
import { costsDue } from "./costs.ts";
import { changeSteps, watchSteps } from "./experience.ts";
import type { Ledger } from "./ledger.ts";
import { decideUplift, putUpliftInForce } from "./localUplift.ts";
import { decideMeasure, putMeasureInForce, returnToBaseRates } from "./measures.ts";
import { draftBudget, openBudgetYear } from "./outlook.ts";
import { observePayableMonths } from "./payableMonths.ts";
import { putCutInForce, stopCut } from "./phasedCut.ts";
import { placeMoney } from "./placeMoney.ts";
import { creditPooledFund, observePooledFund, provincialReserveDue, remitToPooledFund } from "./pooledFund.ts";
import { collectProjects } from "./projects.ts";
import { recordMonth } from "./record.ts";
import { draftRegionBudgets, receiveSettlement } from "./settlement.ts";
import { payOutgo } from "./sharing.ts";
import { keepSharingAccounts, openSharingYear } from "./sharingYear.ts";
import { observeTriggers } from "./trigger.ts";

/**
 * One month of one path: the story of the fund. State stands as at the start of the month, flows happen during it, the
 * trigger is tested at its end, and what is decided then takes effect in a later month. Money in yuan.
 *
 *   exposure → rate in force → contributions → benefits → other items → interest → payment, gap and its sharing
 *   → roll-forward → payable months → trigger → measures from a later month
 *
 * closing balance = opening balance + contributions + interest + other income + subsidies − outgo paid, for every region and
 * for the pool. A measure never reads a later month: see outlook.ts.
 */
export function projectMonth(ledger: Ledger, t: number, p: number): void {
  // Exposure and claims are the world's: no rule changes them. A new calendar year opens its budget and its contribution count.
  openBudgetYear(ledger, t, p);
  openSharingYear(ledger, t, p);

  // Experience rating 费率浮动: where a cycle's new steps take effect, employers move to them.
  changeSteps(ledger, t, p);

  // Rate in force 缴费费率: base rates, or what a measure decided in an earlier month, a phased cut and local uplift make of them.
  putMeasureInForce(ledger, t, p);
  putCutInForce(ledger, t, p);
  putUpliftInForce(ledger, t, p);

  // Contributions 工伤保险费收入: base × rate × seasonality, what is collected of it, and arrears caught up.
  collectContributions(ledger, t, p);
  collectProjects(ledger, t, p);
  watchSteps(ledger, t, p);

  // Benefits 待遇支出 falling due: units of the world at this year's prices, and what was left unpaid before.
  benefitsDue(ledger, t, p);

  // Other items: appraisal, prevention, transfers up, other income.
  costsDue(ledger, t, p);
  provincialReserveDue(ledger, t, p);

  // Interest on the balance at the start of the month.
  creditInterest(ledger, t, p);
  creditPooledFund(ledger, t, p);

  // Yearly settlement 缺口分担结算: in its month places pay their part of last year's gaps.
  receiveSettlement(ledger, t, p);

  // Payment. What the fund's own money cannot pay is a gap 基金缺口, shared among payers; the uncovered rest stays unpaid.
  payOutgo(ledger, t, p);
  remitToPooledFund(ledger, t, p);

  // Roll-forward of balances, and of the accounts in which the money lies.
  keepAccounts(ledger, p);
  keepSharingAccounts(ledger, t, p);
  placeMoney(ledger, t, p);
  recordMonth(ledger, t, p);

  // Payable months 可支付月数 at the end of the month.
  observePayableMonths(ledger, t, p);
  observePooledFund(ledger, t, p);

  // Reserve trigger 预警触发 by what is known at the end of the month.
  observeTriggers(ledger, t, p);

  // Measures: base rates return, or a change is decided that takes effect in a later month. Next year's budget is drafted.
  returnToBaseRates(ledger, t, p);
  decideMeasure(ledger, t, p);
  stopCut(ledger, t, p);
  decideUplift(ledger, t, p);
  draftBudget(ledger, t, p);
  draftRegionBudgets(ledger, t, p);
  checkBudget(ledger, t, p);
}
