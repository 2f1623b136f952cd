import { anhuiLocalPart, managementGap } from "../rules/anhuiSharing.ts";
import { apportion } from "../rules/apportionedSharing.ts";
import { chizhouLocalPart, meetsTarget } from "../rules/chizhouSharing.ts";
import { liaoningBonuses, liaoningLocalPart } from "../rules/liaoningSharing.ts";
import { type SettlementPlan, yearlyGap } from "../rules/settlement.ts";
import { poolBalance } from "./accounts.ts";
import { note } from "./journal.ts";
import { type Ledger, outgoLines } from "./ledger.ts";
import { recordPart } from "./recordPart.ts";
import { regionForecast } from "./regionOutlook.ts";
import type { BudgetOfRegions, SettlementState } from "./sharingState.ts";

/** In January the drafted budget of each place comes into force; on the first day one is drafted for the rest of the year. */
export function openSettlementYear(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, sharing } = ledger;
  const state = sharing.settlement;
  if (state === undefined) return;
  if (t === 0) {
    draft(ledger, state.budget, -1, 0, 13 - plan.startMonth, p);
    if (plan.startMonth > plan.budgetDraft)
      draft(ledger, state.nextBudget, -1, 13 - plan.startMonth, 25 - plan.startMonth, p);
    return;
  }
  if ((plan.startMonth - 1 + t) % 12 !== 0) return;
  const { budget, nextBudget } = state;
  budget.covered[p] = nextBudget.covered[p];
  for (let at = p; at < plan.regions * paths; at += paths) {
    for (const line of ["income", "outgo", "contributions"] as const) {
      budget[line][at] = nextBudget[line][at];
      state[line][at] = 0;
    }
    state.payroll[at] = 0;
    state.injuries[at] = 0;
    state.advance[at] = 0;
  }
}

/** At the end of the drafting month: next year's income and outgo of each place, as the outlook sees them. */
export function draftRegionBudgets(ledger: Ledger, t: number, p: number): void {
  const { plan, sharing } = ledger;
  const month = ((plan.startMonth - 1 + t) % 12) + 1;
  if (sharing.settlement === undefined || month !== plan.budgetDraft) return;
  draft(ledger, sharing.settlement.nextBudget, t, t + 13 - month, t + 25 - month, p);
}

function draft(ledger: Ledger, budget: BudgetOfRegions, t: number, from: number, to: number, p: number): void {
  const { plan, paths } = ledger;
  let gaps = 0;
  for (let r = 0; r < plan.regions; r++) {
    const forecast = regionForecast(ledger, r, t, plan.historyMonths + from, plan.historyMonths + to, p);
    budget.income[r * paths + p] = forecast.income;
    budget.outgo[r * paths + p] = forecast.outgo;
    budget.contributions[r * paths + p] = forecast.contributions;
    gaps += yearlyGap(forecast.income, forecast.outgo);
  }
  budget.covered[p] = poolBalance(ledger, p) >= gaps ? 1 : 0;
}

/** In the month of settlement, before payments: places pay what they owe for the year before, in Chizhou's form also on the budget. */
export function receiveSettlement(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, year, sharing, month } = ledger;
  const { settlement } = plan.sharing;
  const state = sharing.settlement;
  if (settlement === undefined || state === undefined) return;
  month.settled.fill(0);
  if (((plan.startMonth - 1 + t) % 12) + 1 !== settlement.month) return;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    if (settlement.by.kind === "chizhou" && plan.startYear + year[t] >= settlement.firstYear) {
      state.advance[at] = settlement.by.localIfMet * yearlyGap(state.budget.income[at], state.budget.outgo[at]);
      state.local[at] += state.advance[at];
    }
    const paid = Math.max(0, state.local[at]);
    state.local[at] -= paid;
    month.settled[r] = paid;
    recordPart(ledger, settlement.local, r, t, p, paid);
    recordPart(ledger, settlement.province, r, t, p, state.province[at]);
    state.province[at] = 0;
    if (paid > 0 && ledger.journal !== undefined) {
      note(ledger, { t, kind: "settled", rule: "rules.settlement", region: r, amount: paid, payer: "localGovernment" });
    }
  }
}

/** After payments: the year's accounts of each place; at its end its gap is shared. */
export function keepSettlementAccounts(ledger: Ledger, t: number, p: number): void {
  const { plan, world, paths, year, month, sharing } = ledger;
  const { settlement } = plan.sharing;
  const state = sharing.settlement;
  if (settlement === undefined || state === undefined) return;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    state.contributions[at] += month.contributions[r];
    state.income[at] += month.contributions[r] + month.interest[r] + month.otherIncome[r];
    for (let line = 0; line < outgoLines.length; line++) state.outgo[at] += month.paid[line * plan.regions + r];
    state.payroll[at] += world.contributionBase[r][t * paths + p];
    for (const counts of world.claimCounts[r]) state.injuries[at] += counts[t * paths + p];
  }
  const isYearEnd = (plan.startMonth - 1 + t) % 12 === 11;
  if (isYearEnd && plan.startYear + year[t] >= settlement.firstYear) shareYear(ledger, settlement, state, p);
}

function shareYear(ledger: Ledger, settlement: SettlementPlan, state: SettlementState, p: number): void {
  const { plan, paths } = ledger;
  const gaps = new Array<number>(plan.regions);
  for (let r = 0; r < plan.regions; r++) gaps[r] = yearlyGap(state.income[r * paths + p], state.outgo[r * paths + p]);
  const parts = localParts(ledger, settlement, state, gaps, p);
  for (let r = 0; r < plan.regions; r++) {
    state.local[r * paths + p] += parts[r] - state.advance[r * paths + p];
    if (settlement.by.kind !== "apportioned") state.province[r * paths + p] += gaps[r] - parts[r];
  }
  if (settlement.by.kind !== "apportioned") return;
  // The pool's own part of the pool's gap belongs to no city; it stands with the last one.
  const local = parts.reduce((sum, part) => sum + part, 0);
  state.province[(plan.regions - 1) * paths + p] += apportionedGap(ledger, state, p) - local;
}

function localParts(
  ledger: Ledger,
  settlement: SettlementPlan,
  state: SettlementState,
  gaps: readonly number[],
  p: number,
): number[] {
  const { plan, paths, sharing } = ledger;
  const { by } = settlement;
  const { budget } = state;
  const at = (r: number): number => r * paths + p;
  const ofRegions = (values: Float64Array): number[] => gaps.map((_, r) => values[at(r)]);
  switch (by.kind) {
    case "anhui": {
      const balances = gaps.map((_, r) => budget.income[at(r)] - budget.outgo[at(r)]);
      const province = balances.reduce((sum, balance) => sum + balance, 0);
      return gaps.map((gap, r) => {
        const surplus = (by.surplusOfProvince ? province : balances[r]) >= 0;
        const management = managementGap(
          by.managementShare,
          budget.contributions[at(r)],
          state.contributions[at(r)],
          gap,
        );
        return management + anhuiLocalPart(by, surplus, Math.max(0, -balances[r]), gap - management);
      });
    }
    case "liaoning": {
      const bonuses = liaoningBonuses(
        by.bonuses,
        gaps.map((_, r) => ratioOf(state.contributions[at(r)], budget.contributions[at(r)])),
      );
      return gaps.map((gap, r) => liaoningLocalPart(by, budget.covered[p] === 1, gap, bonuses[r]));
    }
    case "chizhou":
      return gaps.map((gap, r) =>
        chizhouLocalPart(by, meetsTarget(by, budget.contributions[at(r)], state.contributions[at(r)]), gap),
      );
    case "apportioned":
      return apportion(by.localShare * apportionedGap(ledger, state, p), by.weights, [
        settlement.population.length === plan.regions ? settlement.population : gaps.map(() => 1),
        ofRegions(state.payroll),
        ofRegions(sharing.lastYearBalance),
        ofRegions(state.injuries),
      ]);
  }
}

/** The pool's gap of the year: surpluses of some places go towards the gaps of others. */
function apportionedGap({ plan, paths }: Ledger, state: SettlementState, p: number): number {
  let income = 0;
  let outgo = 0;
  for (let r = 0; r < plan.regions; r++) {
    income += state.income[r * paths + p];
    outgo += state.outgo[r * paths + p];
  }
  return yearlyGap(income, outgo);
}

/** Collected ÷ planned; a place without a plan has met it. */
function ratioOf(collected: number, planned: number): number {
  return planned === 0 ? 1 : collected / planned;
}
