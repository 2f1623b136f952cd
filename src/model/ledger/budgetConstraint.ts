import { breaksConstraint } from "../rules/budgetConstraint.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { balanceForecast, totalOutgoForecast } from "./outlook.ts";
import { tally } from "./tally.ts";

/**
 * At the end of the drafting month: next year's budget of the pool, all income and all outgo as the outlook sees them at the rates
 * in force or decided, is held against the constraint. A budget that breaks it is counted in the year of the draft.
 */
export function checkBudget(ledger: Ledger, t: number, p: number): void {
  const { plan, effectiveMonth, factor, points, decidedFactor, decidedPoints } = ledger;
  const { constraint, budgetTally } = plan.sharing;
  const calendarMonth = ((plan.startMonth - 1 + t) % 12) + 1;
  if (constraint === undefined || calendarMonth !== plan.budgetDraft) return;
  const january = plan.historyMonths + t + 13 - calendarMonth;
  const known = plan.historyMonths + t - plan.payableMonths.informationLag;
  const decided = effectiveMonth[p] >= 0;
  const change = {
    from: plan.historyMonths + (decided ? effectiveMonth[p] : t),
    factor: decided ? decidedFactor[p] : factor[p],
    points: decided ? decidedPoints[p] : points[p],
  };
  const outgo = totalOutgoForecast(ledger, known, january, january + 12, p);
  const surplus =
    balanceForecast(ledger, known, january + 11, change, p) - balanceForecast(ledger, known, january - 1, change, p);
  const broken = breaksConstraint(constraint, outgo + surplus, outgo);
  if (broken) tally(ledger, budgetTally, t, p, 1);
  if (ledger.journal !== undefined) {
    const rule = "rules.budget.constraint";
    note(ledger, {
      t,
      kind: "budgetDrafted",
      rule,
      region: -1,
      amount: outgo,
      value: outgo === 0 ? 0 : surplus / outgo,
    });
  }
}
