import type { LedgerPlan, MeasurePlan, MeasureTerms } from "../scenario/plan.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { lowestFactorThatRestores } from "./restore.ts";
import { isObserved, payableAt } from "./trigger.ts";

const RULE = "rules.measure";

type TakenMeasure = Exclude<MeasurePlan, { readonly kind: "none" }>;

/** At the start of the month: a change decided earlier comes into force. */
export function putMeasureInForce(ledger: Ledger, t: number, p: number): void {
  if (ledger.effectiveMonth[p] !== t) return;
  ledger.factor[p] = ledger.decidedFactor[p];
  ledger.points[p] = ledger.decidedPoints[p];
  ledger.inForceSince[p] = t;
  ledger.effectiveMonth[p] = -1;
  note(ledger, { t, kind: "measureInForce", rule: RULE, region: -1, amount: 0, value: ledger.factor[p] });
}

/**
 * At an observation date of the exit: once payable months reach the exit level and the measure has been in force for its
 * shortest time, base rates return next month and the trigger may call for the measure again.
 */
export function returnToBaseRates(ledger: Ledger, t: number, p: number): void {
  const { plan, inForceSince } = ledger;
  const { measure } = plan;
  if (measure.kind === "none" || measure.exit === undefined || inForceSince[p] < 0) return;
  const observed = t - plan.payableMonths.informationLag;
  if (observed < 0 || !isObserved(plan, measure.exit.observation, observed)) return;
  if (payableAt(ledger, observed, p) < measure.exit.level || t + 1 - inForceSince[p] < measure.hold) return;
  ledger.factor[p] = 1;
  ledger.points[p] = 0;
  inForceSince[p] = -1;
  ledger.decisionMonth[p] = -1;
  ledger.effectiveMonth[p] = -1;
  note(ledger, { t: t + 1, kind: "measureEnded", rule: RULE, region: -1, amount: 0, value: 1 });
}

/**
 * While the trigger stands fired and nothing is under way, the decision maker is called: automatic at once, delayed after a
 * uniform delay, never. What is decided takes effect in the first month that the rule allows.
 */
export function decideMeasure(ledger: Ledger, t: number, p: number): void {
  const { plan, world, paths, decisionMonth, effectiveMonth, inForceSince } = ledger;
  const { measure, decision } = plan;
  if (measure.kind === "none" || decision.kind === "never" || effectiveMonth[p] >= 0) return;
  if (decisionMonth[p] < 0) {
    const called = ledger.fired[measure.trigger * paths + p] === 1 && isObservedNow(plan, t);
    const held = inForceSince[p] < 0 || t + 1 - inForceSince[p] >= measure.hold;
    if (!called || !held || !canGoFurther(ledger, measure, p)) return;
    const delay =
      decision.kind === "delayed"
        ? decision.shortest + Math.floor(world.decision[t * paths + p] * (decision.longest - decision.shortest + 1))
        : 0;
    decisionMonth[p] = t + delay;
  }
  if (decisionMonth[p] !== t) return;
  decisionMonth[p] = -1;
  const from = firstEffectiveMonth(plan, measure, t);
  const { factor, points } = decided(ledger, measure, t, from, p);
  if (factor === ledger.factor[p] && points === ledger.points[p]) return;
  ledger.decidedFactor[p] = factor;
  ledger.decidedPoints[p] = points;
  effectiveMonth[p] = from;
  note(ledger, { t, kind: "measureDecided", rule: RULE, region: -1, amount: 0, value: factor });
}

/** First month at least `lead` months after the end of month `t` that the rule allows. */
export function firstEffectiveMonth(plan: LedgerPlan, terms: MeasureTerms, t: number): number {
  const earliest = t + 1 + terms.lead;
  switch (terms.effective) {
    case "nextMonth":
      return earliest;
    case "january":
      return earliest + ((12 - ((plan.startMonth - 1 + earliest) % 12)) % 12);
    case "month":
      return Math.max(earliest, terms.effectiveMonth);
  }
}

function decided(
  ledger: Ledger,
  measure: TakenMeasure,
  t: number,
  from: number,
  p: number,
): { readonly factor: number; readonly points: number } {
  const factor = ledger.factor[p];
  const points = ledger.points[p];
  switch (measure.kind) {
    case "multiply":
      return { factor: Math.min(measure.cap, factor * measure.factor), points };
    case "addPoints":
      return { factor, points: Math.min(measure.cap, points + measure.points) };
    case "restore":
      return { factor: lowestFactorThatRestores(ledger, measure, t, from, p), points };
  }
}

function canGoFurther(ledger: Ledger, measure: TakenMeasure, p: number): boolean {
  return measure.kind === "addPoints" ? ledger.points[p] < measure.cap : ledger.factor[p] < measure.cap;
}

function isObservedNow(plan: LedgerPlan, t: number): boolean {
  const observed = t - plan.payableMonths.informationLag;
  return observed >= 0 && isObserved(plan, plan.payableMonths.observation, observed);
}
