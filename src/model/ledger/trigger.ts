import { type Observation, observesMonth } from "../rules/payableMonths.ts";
import { isBeyond, type TriggerPlan } from "../rules/trigger.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { nextBudgetSurplus } from "./outlook.ts";
import { projectedPayableMonths } from "./projection.ts";
import { PAYABLE_MONTHS } from "./record.ts";

/**
 * Reserve trigger 预警触发 at the end of month `t`. The figure of an observation date becomes known after the information lag;
 * after as many observations beyond the line in a row as the confirmation asks, the trigger fires. It can fire again only after
 * an observation that is not beyond it. Months beyond the line are counted at every month end; of a trigger that reads the
 * budget, the drafts that show a deficit.
 */
export function observeTriggers(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, record } = ledger;
  for (let k = 0; k < plan.triggers.length; k++) {
    const trigger = plan.triggers[k];
    const events = record.triggers[k];
    const at = k * paths + p;
    const isObservation = isObservedNow(plan, trigger, t);
    let figure = Number.NaN;
    if (trigger.reads === "budget") {
      if (!isObservation) continue;
      figure = nextBudgetSurplus(ledger, t, p);
      if (isBeyond(trigger, figure)) events.monthsBelow[p] += 1;
    } else {
      const now = plan.payableMonths.projection < 0 ? payableAt(ledger, t, p) : judgedFigure(ledger, t, p);
      if (isBeyond(trigger, now)) events.monthsBelow[p] += 1;
      if (!isObservation) continue;
      figure = judgedFigure(ledger, t, p);
    }
    ledger.run[at] = isBeyond(trigger, figure) ? ledger.run[at] + 1 : 0;
    const firesNow = ledger.run[at] >= trigger.confirmation;
    if (firesNow && ledger.fired[at] === 0) {
      events.firings[p] += 1;
      if (events.first[p] < 0) events.first[p] = t;
      note(ledger, { t, kind: "triggerFired", rule: placeOf(plan, trigger), region: -1, amount: 0, value: figure });
    }
    ledger.fired[at] = firesNow ? 1 : 0;
  }
}

/** Place of a line in the scenario: that of an edge where the trigger has two. */
function placeOf(plan: LedgerPlan, { id }: TriggerPlan): string {
  if (plan.triggers.length === 1) return "rules.trigger";
  return id === "act" ? "rules.trigger.lower" : "rules.trigger.upper";
}

/**
 * The figure on which a trigger, an exit or a schedule is judged at the end of month `t`: payable months one information lag
 * before, or with a projection what the outlook expects of them. Only at a month whose figure is known.
 */
export function judgedFigure(ledger: Ledger, t: number, p: number): number {
  const { projection, informationLag } = ledger.plan.payableMonths;
  return projection < 0 ? payableAt(ledger, t - informationLag, p) : projectedPayableMonths(ledger, t, p);
}

/** Whether what a trigger reads of an observation date becomes known at the end of month `t`; undefined reads payable months. */
export function isObservedNow(plan: LedgerPlan, trigger: TriggerPlan | undefined, t: number): boolean {
  if (trigger?.reads === "budget") return (plan.startMonth - 1 + t) % 12 === plan.budgetDraft - 1;
  const observed = t - plan.payableMonths.informationLag;
  return observed >= 0 && isObserved(plan, plan.payableMonths.observation, observed);
}

/** Whether month `t` ends on an observation date. */
export function isObserved(plan: LedgerPlan, observation: Observation, t: number): boolean {
  return observesMonth(observation, ((plan.startMonth - 1 + t) % 12) + 1, plan.payableMonths.observationMonth);
}

/** Payable months of the pool recorded for month `t`. */
export function payableAt({ plan, paths, record }: Ledger, t: number, p: number): number {
  return record.pool[(PAYABLE_MONTHS * plan.months + t) * paths + p];
}
