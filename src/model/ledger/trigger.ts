import type { LedgerPlan, TriggerPlan } from "../scenario/plan.ts";
import type { observations } from "../scenario/rules.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { PAYABLE_MONTHS } from "./record.ts";

/** Whether payable months lie below (or at) the line, its tolerance included; NaN (no outgo) lies above every line. */
export function isBelow({ level, tolerance, strict }: TriggerPlan, payableMonths: number): boolean {
  return strict ? payableMonths < level + tolerance : payableMonths <= level + tolerance;
}

/** Edges of a band by the line that stands on them. */
const edges: { readonly [id in TriggerPlan["id"]]: string } = { watch: "upper", act: "lower" };

/**
 * Reserve trigger 预警触发 at the end of month `t`. The figure of an observation date becomes known after the information lag;
 * after as many observations below in a row as the confirmation asks, the trigger fires. It can fire again only after an
 * observation that is not below. Months below the line are counted at every month end.
 */
export function observeTriggers(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, record } = ledger;
  const observed = t - plan.payableMonths.informationLag;
  const isObservation = observed >= 0 && isObserved(plan, plan.payableMonths.observation, observed);
  for (let k = 0; k < plan.triggers.length; k++) {
    const trigger = plan.triggers[k];
    const events = record.triggers[k];
    const at = k * paths + p;
    if (isBelow(trigger, payableAt(ledger, t, p))) events.monthsBelow[p] += 1;
    if (!isObservation) continue;
    ledger.run[at] = isBelow(trigger, payableAt(ledger, observed, p)) ? ledger.run[at] + 1 : 0;
    const firesNow = ledger.run[at] >= trigger.confirmation;
    if (firesNow && ledger.fired[at] === 0) {
      events.firings[p] += 1;
      if (events.first[p] < 0) events.first[p] = t;
      const rule = plan.triggers.length === 1 ? "rules.trigger" : `rules.trigger.${edges[trigger.id]}`;
      const value = payableAt(ledger, observed, p);
      note(ledger, { t, kind: "triggerFired", rule, region: -1, amount: 0, value });
    }
    ledger.fired[at] = firesNow ? 1 : 0;
  }
}

/** Whether month `t` ends on an observation date. */
export function isObserved(plan: LedgerPlan, observation: (typeof observations)[number], t: number): boolean {
  const calendarMonth = ((plan.startMonth - 1 + t) % 12) + 1;
  switch (observation) {
    case "monthEnd":
      return true;
    case "quarterEnd":
      return calendarMonth % 3 === 0;
    case "yearEnd":
      return calendarMonth === 12;
  }
}

/** Payable months of the pool recorded for month `t`. */
export function payableAt({ plan, paths, record }: Ledger, t: number, p: number): number {
  return record.pool[(PAYABLE_MONTHS * plan.months + t) * paths + p];
}
