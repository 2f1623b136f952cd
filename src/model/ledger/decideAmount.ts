import type { MeasurePlan } from "../rules/measure.ts";
import { buildUpAmount } from "../rules/measures/buildUp.ts";
import { withinStep } from "../rules/measures/limits.ts";
import { bandOf } from "../rules/measures/schedule.ts";
import type { Ledger } from "./ledger.ts";
import { contributionBase, tableMultiple } from "./outlook.ts";
import { countedBalance, knownAt, knownOutgo } from "./payableMonths.ts";
import { yearAround } from "./projection.ts";
import { rateThatRestores } from "./restore.ts";
import { judgedFigure } from "./trigger.ts";

type TakenMeasure = Exclude<MeasurePlan, { readonly kind: "none" }>;

/**
 * What a decision at the end of month `t` makes of the rates from month `from`: the factor on base rates, points on every rate,
 * part of the way to a new class table. A decision maker who grants at most a step is held to it here.
 */
export function decideAmount(ledger: Ledger, measure: TakenMeasure, t: number, from: number, p: number): void {
  const { decidedFactor, decidedPoints, decidedTable } = ledger;
  const ends = measure.lasts > 0;
  const factor = ends ? 1 : ledger.factor[p];
  const points = ends ? 0 : ledger.points[p];
  decidedFactor[p] = factor;
  decidedPoints[p] = points;
  decidedTable[p] = ends ? 0 : ledger.tableShare[p];
  switch (measure.kind) {
    case "multiply":
      decidedFactor[p] = Math.max(measure.floor, Math.min(measure.cap, factor * measure.factor));
      break;
    case "addPoints":
      decidedPoints[p] = Math.min(measure.cap, points + measure.points);
      break;
    case "restore":
      decidedFactor[p] = rateThatRestores(ledger, measure, t, from, p);
      break;
    case "restorePoints":
      decidedPoints[p] = rateThatRestores(ledger, measure, t, from, p);
      break;
    case "classTable":
      decidedTable[p] = 1;
      break;
    case "schedule": {
      const value = measure.values[bandOf(measure.edges, judgedFigure(ledger, t, p))];
      if (measure.of === "factor") decidedFactor[p] = withinStep(value, factor, measure.step);
      else decidedPoints[p] = withinStep(value, points, measure.step);
      break;
    }
    case "buildUp":
      decidedPoints[p] = buildUpPoints(ledger, measure, t, from, p);
      break;
  }
  grant(ledger, p);
}

/**
 * Points on every rate that collect the amount in the twelve months from `from`: amount ÷ (contribution base × collection
 * rate) by the outlook. Last year is the twelve known months before. What is missing is counted against the denominator in
 * force.
 */
function buildUpPoints(
  ledger: Ledger,
  measure: Extract<MeasurePlan, { readonly kind: "buildUp" }>,
  t: number,
  from: number,
  p: number,
): number {
  const { plan } = ledger;
  const known = knownAt(plan, t);
  const outgo = knownOutgo(ledger, known - 11, known + 1, p);
  const missing = (measure.target * yearAround(ledger, t, plan.historyMonths + t, p)) / 12 - countedBalance(ledger, p);
  const amount = buildUpAmount(outgo, measure.share, measure.approved, missing);
  const begin = plan.historyMonths + from;
  const base = contributionBase(ledger, known, begin, begin + 12, p) * plan.collectionRate;
  return base > 0 ? amount / base : 0;
}

/** Holds a decision to the largest change of the average rate that the decision maker grants. */
function grant(ledger: Ledger, p: number): void {
  const { plan, decidedFactor, decidedPoints, decidedTable } = ledger;
  if (plan.decision.kind !== "capped" || plan.averageRate === 0) return;
  const { step } = plan.decision;
  decidedFactor[p] = withinStep(decidedFactor[p], ledger.factor[p], step / plan.averageRate);
  decidedPoints[p] = withinStep(decidedPoints[p], ledger.points[p], step);
  const wholeTable = Math.abs(tableMultiple(ledger, 1) - 1) * plan.averageRate;
  if (wholeTable > 0) decidedTable[p] = withinStep(decidedTable[p], ledger.tableShare[p], step / wholeTable);
}
