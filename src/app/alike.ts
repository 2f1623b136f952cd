import { hasLine } from "../model/rules/trigger.ts";
import type { Scenario } from "../model/scenario/schema.ts";

/** Why the firings of two scenarios are not the same event: another line, or another reading of the same line. */
export type Unlike = "line" | "reading";

/**
 * Whether being below a line is the same event in two scenarios: the same line, comparison, tolerance and confirmation, and
 * payable months read the same way. Undefined where it is; a paired difference means something only then.
 */
export function unlikeEvent(
  a: Scenario,
  b: Scenario,
  lineOfA: number | null | undefined,
  lineOfB: number | null | undefined,
): Unlike | undefined {
  if (lineOfA !== lineOfB) return "line";
  const [one, other] = [conditionOf(a), conditionOf(b)];
  return one.every((value, i) => value === other[i]) ? undefined : "reading";
}

/** Whether two scenarios differ only in what is done after a firing, so that the first firing is the same on every path. */
export function differOnlyInMeasure(a: Scenario, b: Scenario): boolean {
  return beforeMeasure(a) === beforeMeasure(b);
}

function beforeMeasure({ basis, opening, drivers, uncertainty, rules }: Scenario): string {
  const { measure: _, excessMeasure: __, decision: ___, ...others } = rules;
  return JSON.stringify([basis, opening, drivers, uncertainty ?? null, others]);
}

function conditionOf({ rules: { trigger, payableMonths } }: Scenario): readonly unknown[] {
  return [
    ...(hasLine(trigger) ? [trigger.comparison.value, trigger.tolerance.value] : [trigger.kind]),
    trigger.kind === "none" ? 0 : trigger.confirmation.value,
    [...payableMonths.numerator.value].sort().join(" "),
    payableMonths.denominator.value,
    payableMonths.outgo.value,
    payableMonths.yearlyAmount?.value,
    payableMonths.costRate?.value,
    payableMonths.observation.value,
    payableMonths.observationMonth?.value,
    payableMonths.projection?.value,
    payableMonths.informationLag.value,
  ];
}
