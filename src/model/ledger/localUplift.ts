import { gapShare, upliftAfter } from "../rules/localUplift.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { firstEffectiveMonth } from "./measures.ts";
import { regionForecast } from "./regionOutlook.ts";
import { isObserved } from "./trigger.ts";

const RULE = "rules.contribution.localUplift";

/** Start of the month: an uplift that a place applied for earlier comes into force. */
export function putUpliftInForce(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, uplift, upliftSince, upliftFrom, decidedUplift } = ledger;
  if (plan.uplift === undefined) return;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    if (upliftFrom[at] !== t) continue;
    uplift[at] = decidedUplift[at];
    upliftSince[at] = t;
    upliftFrom[at] = -1;
    if (ledger.journal === undefined) continue;
    note(ledger, { t, kind: "upliftInForce", rule: RULE, region: r, amount: 0, value: uplift[at] });
  }
}

/**
 * At an observation date each place looks at its coming twelve months (regionOutlook.ts), at the rates in force. One whose gap is
 * above the threshold applies, always or while the trigger stands fired, and is granted the next step; one whose gap is below
 * the exit returns to base rates next month, once the uplift was in force for its shortest time. The choice of who decides about
 * the province's own measure does not bear on it.
 */
export function decideUplift(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, uplift, upliftSince, upliftFrom, decidedUplift } = ledger;
  const rule = plan.uplift;
  if (rule === undefined || !isObserved(plan, rule.observation, t)) return;
  const called = rule.trigger < 0 || ledger.fired[rule.trigger * paths + p] === 1;
  const next = plan.historyMonths + t + 1;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    const raised = upliftSince[at] >= 0;
    if (upliftFrom[at] >= 0 || (raised && t + 1 - upliftSince[at] < rule.hold)) continue;
    if (!raised && !called) continue;
    const { income, outgo } = regionForecast(ledger, r, t, next, next + 12, p);
    const gap = gapShare(income, outgo);
    if (raised && gap < rule.exit) {
      uplift[at] = 1;
      upliftSince[at] = -1;
      if (ledger.journal === undefined) continue;
      note(ledger, { t: t + 1, kind: "measureEnded", rule: RULE, region: r, amount: 0, value: 1 });
      continue;
    }
    const granted = called ? upliftAfter(rule, gap, uplift[at]) : uplift[at];
    if (granted === uplift[at]) continue;
    decidedUplift[at] = granted;
    upliftFrom[at] = firstEffectiveMonth(plan, rule, t);
  }
}
