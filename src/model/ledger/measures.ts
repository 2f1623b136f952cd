import { delayOf, isRefused } from "../rules/decision.ts";
import type { MeasurePlan, MeasureTerms } from "../rules/measure.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import { decideAmount } from "./decideAmount.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { isObserved, isObservedNow, judgedFigure } from "./trigger.ts";

type TakenMeasure = Exclude<MeasurePlan, { readonly kind: "none" }>;

const MEASURE = 0;
const EXCESS = 1;
const rules = ["rules.measure", "rules.excessMeasure"] as const;

/** At the start of the month: a change decided earlier comes into force. */
export function putMeasureInForce(ledger: Ledger, t: number, p: number): void {
  if (ledger.effectiveMonth[p] !== t) return;
  ledger.factor[p] = ledger.decidedFactor[p];
  ledger.points[p] = ledger.decidedPoints[p];
  layTable(ledger, ledger.decidedTable[p], p);
  ledger.inForceSince[p] = t;
  ledger.measureInForce[p] = ledger.calledMeasure[p];
  ledger.effectiveMonth[p] = -1;
  const rule = rules[ledger.calledMeasure[p]];
  note(ledger, { t, kind: "measureInForce", rule, region: -1, amount: 0, value: ledger.factor[p] });
}

/**
 * Base rates return next month, and the trigger may call for the measure again: at an observation date of the exit, once payable
 * months reach the exit level and the measure has been in force for its shortest time; at the end of the months that it lasts,
 * unless a new decision follows on; and before a calendar year that is exempt.
 */
export function returnToBaseRates(ledger: Ledger, t: number, p: number): void {
  const { plan, inForceSince } = ledger;
  if (inForceSince[p] < 0) return;
  const measure = ledger.measureInForce[p] === EXCESS ? plan.excessMeasure : plan.measure;
  if (measure.kind === "none") return;
  const monthsInForce = t + 1 - inForceSince[p];
  const ended = measure.lasts > 0 && monthsInForce >= measure.lasts && ledger.effectiveMonth[p] !== t + 1;
  if (ended || isExempt(plan, measure, t + 1)) {
    endMeasure(ledger, t, p, ended);
    return;
  }
  const { exit } = measure;
  if (exit === undefined) return;
  const observed = t - plan.payableMonths.informationLag;
  if (observed < 0 || !isObserved(plan, exit.observation, observed)) return;
  const figure = judgedFigure(ledger, t, p);
  if (figure < exit.level || (exit.strict && figure === exit.level) || monthsInForce < measure.hold) return;
  endMeasure(ledger, t, p, false);
}

/** A decision that is under way goes on only where the measure ends by its own time. */
function endMeasure(ledger: Ledger, t: number, p: number, decisionsGoOn: boolean): void {
  const rule = rules[ledger.measureInForce[p]];
  ledger.factor[p] = 1;
  ledger.points[p] = 0;
  layTable(ledger, 0, p);
  ledger.inForceSince[p] = -1;
  note(ledger, { t: t + 1, kind: "measureEnded", rule, region: -1, amount: 0, value: 1 });
  if (decisionsGoOn) return;
  ledger.decisionMonth[p] = -1;
  ledger.effectiveMonth[p] = -1;
}

/** Puts a part of the way to the new class table in force, by region. */
function layTable(ledger: Ledger, share: number, p: number): void {
  const { plan, paths, table, tableShare } = ledger;
  if (plan.measure.kind !== "classTable") return;
  tableShare[p] = share;
  for (let r = 0; r < plan.regions; r++) table[r * paths + p] = 1 + share * (plan.measure.ratios[r] - 1);
}

/**
 * While the trigger stands fired and nothing is under way, the decision maker is called: automatic at once, delayed after a
 * delay, refusing with a probability, never. What is decided takes effect in the first month that the rule allows, not before
 * the one in force has had its shortest time, and not in an exempt calendar year.
 */
export function decideMeasure(ledger: Ledger, t: number, p: number): void {
  const { plan } = ledger;
  if (plan.decision.kind === "never") return;
  if (plan.measure.kind !== "none") decide(ledger, plan.measure, MEASURE, t, p);
  if (plan.excessMeasure.kind !== "none") decide(ledger, plan.excessMeasure, EXCESS, t, p);
}

function decide(ledger: Ledger, measure: TakenMeasure, which: number, t: number, p: number): void {
  const { plan, world, paths, decisionMonth, effectiveMonth, inForceSince } = ledger;
  if (effectiveMonth[p] >= 0) return;
  if (decisionMonth[p] < 0) {
    const fired = measure.trigger < 0 || ledger.fired[measure.trigger * paths + p] === 1;
    if (!fired || !isObservedNow(plan, plan.triggers[measure.trigger], t)) return;
    const held = inForceSince[p] < 0 || firstEffectiveMonth(plan, measure, t) - inForceSince[p] >= measure.hold;
    if (!held || !canGoFurther(ledger, measure, p)) return;
    const uniform = world.decision[t * paths + p];
    if (isRefused(plan.decision, uniform)) return;
    decisionMonth[p] = t + delayOf(plan.decision, uniform);
    ledger.calledMeasure[p] = which;
  }
  if (decisionMonth[p] !== t || ledger.calledMeasure[p] !== which) return;
  decisionMonth[p] = -1;
  const from = firstEffectiveMonth(plan, measure, t);
  if (isExempt(plan, measure, from)) return;
  decideAmount(ledger, measure, t, from, p);
  const { decidedFactor, decidedPoints, decidedTable } = ledger;
  const unchanged =
    decidedFactor[p] === ledger.factor[p] &&
    decidedPoints[p] === ledger.points[p] &&
    decidedTable[p] === ledger.tableShare[p];
  const base = decidedFactor[p] === 1 && decidedPoints[p] === 0 && decidedTable[p] === 0;
  // A measure that lasts a stated time begins anew with the same rates, and ends by itself where none is needed.
  if (measure.lasts > 0 ? base : unchanged) return;
  effectiveMonth[p] = from;
  note(ledger, { t, kind: "measureDecided", rule: rules[which], region: -1, amount: 0, value: decidedFactor[p] });
}

/** First month at least `lead` months after the end of month `t` that the rule allows. */
export function firstEffectiveMonth(
  plan: Pick<LedgerPlan, "startMonth">,
  terms: Pick<MeasureTerms, "effective" | "lead" | "effectiveMonth">,
  t: number,
): number {
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

/** Whether month `t` lies in a calendar year in which the measure is not in force. */
function isExempt({ startYear, startMonth }: LedgerPlan, { exemptYears }: MeasureTerms, t: number): boolean {
  if (exemptYears.length === 0) return false;
  return exemptYears.includes(startYear + Math.floor((startMonth - 1 + t) / 12));
}

function canGoFurther(ledger: Ledger, measure: TakenMeasure, p: number): boolean {
  if (measure.lasts > 0) return true;
  switch (measure.kind) {
    case "multiply":
    case "restore":
      return measure.side === "below" ? ledger.factor[p] < measure.cap : ledger.factor[p] > measure.floor;
    case "addPoints":
    case "restorePoints":
      return ledger.points[p] < measure.cap;
    case "classTable":
      return ledger.tableShare[p] < 1;
    case "schedule":
    case "buildUp":
      return true;
  }
}
