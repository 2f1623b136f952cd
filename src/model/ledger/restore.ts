import type { MeasurePlan } from "../rules/measure.ts";
import { rateRoundedUp, roundedUp } from "../rules/measures/limits.ts";
import { decidedWithin, restoring } from "../rules/measures/restore.ts";
import type { Ledger } from "./ledger.ts";
import { balanceForecast } from "./outlook.ts";
import { knownAt } from "./payableMonths.ts";
import { uncounted, yearAround } from "./projection.ts";

/** Points between the two forecasts that solve for them. */
const UNIT = 0.01;

/**
 * Lowest multiple of base rates (or fewest points on every rate), in force from month `from`, with which the outlook expects the
 * target payable months at the end of the target month; not below what it starts from, not above the cap, rounded up to the
 * stated step. At the upper edge of a corridor it lowers instead: not above what it starts from, not below the floor. A measure
 * that lasts a stated time starts from base rates, any other from those in force. The expected balance is linear in the
 * multiple, so two forecasts solve it. Money that the numerator does not count is taken to stay as it is. After the target
 * month nothing changes.
 */
export function rateThatRestores(
  ledger: Ledger,
  measure: Extract<MeasurePlan, { readonly kind: "restore" | "restorePoints" }>,
  t: number,
  from: number,
  p: number,
): number {
  const { plan } = ledger;
  const byPoints = measure.kind === "restorePoints";
  const ends = measure.lasts > 0;
  const factor = ends ? 1 : ledger.factor[p];
  const points = ends ? 0 : ledger.points[p];
  const start = byPoints ? points : factor;
  const by = measure.by >= 0 ? measure.by : decemberOf(plan.startMonth, from);
  if (by < from) return start;
  const known = knownAt(plan, t);
  const until = plan.historyMonths + by;
  const begin = plan.historyMonths + from;
  const atStart = balanceForecast(ledger, known, until, { from: begin, factor, points }, p);
  const atNext = balanceForecast(
    ledger,
    known,
    until,
    byPoints ? { from: begin, factor, points: points + UNIT } : { from: begin, factor: factor + 1, points },
    p,
  );
  const perUnit = (atNext - atStart) / (byPoints ? UNIT : 1);
  const needed = (measure.target * yearAround(ledger, t, until, p)) / 12 + uncounted(ledger, p);
  const solved = restoring(start, atStart, perUnit, needed, measure.side);
  if (solved === start) return start;
  const rounded = byPoints
    ? roundedUp(solved, measure.rounding)
    : rateRoundedUp(solved, plan.averageRate, measure.rounding);
  const inForce = byPoints ? ledger.points[p] : ledger.factor[p];
  return decidedWithin(rounded, start, inForce, measure);
}

/** Month index of the December of the calendar year of month `from`. */
function decemberOf(startMonth: number, from: number): number {
  return from + 11 - ((startMonth - 1 + from) % 12);
}
