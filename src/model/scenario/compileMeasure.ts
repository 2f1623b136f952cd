import { monthsBetween } from "../calendar.ts";
import type { ExcessMeasure, Measure, MeasurePlan, MeasureTerms, RestoreGoal } from "../rules/measure.ts";
import { tableRatio } from "../rules/measures/classTable.ts";
import { triggersOf } from "../rules/trigger.ts";
import { inForceAt } from "./quantity.ts";
import type { Scenario } from "./schema.ts";

type Taken = Exclude<Measure, { readonly kind: "none" }>;
type TakenExcess = Exclude<ExcessMeasure, { readonly kind: "none" }>;
type Called = Exclude<Taken, { readonly kind: "schedule" }>;

/** The measure of a scenario in flat numbers. */
export function measureOf(scenario: Scenario): MeasurePlan {
  const { measure } = scenario.rules;
  switch (measure.kind) {
    case "none":
      return { kind: "none" };
    case "schedule":
      return {
        kind: "schedule",
        edges: measure.edges.value,
        of: measure.factors === undefined ? "points" : "factor",
        values: measure.factors?.value ?? measure.points?.value ?? [],
        step: measure.step?.value,
        ...standing(scenario, measure, -1, "below"),
        lasts: 0,
        exit: undefined,
      };
    case "multiply":
      return {
        kind: "multiply",
        factor: measure.factor.value,
        cap: measure.cap.value,
        floor: 0,
        ...called(scenario, measure),
      };
    case "addPoints":
      return {
        kind: "addPoints",
        points: measure.points.value,
        cap: measure.cap.value,
        ...called(scenario, measure),
      };
    case "restore":
    case "restorePoints": {
      const terms = called(scenario, measure);
      return { kind: measure.kind, ...goal(scenario, measure, terms, measure.cap.value, 0), ...terms };
    }
    case "classTable":
      return {
        kind: "classTable",
        ratios: tableRatios(scenario, measure.classRates.value),
        ...called(scenario, measure),
      };
    case "buildUp": {
      const terms = called(scenario, measure);
      return {
        kind: "buildUp",
        share: measure.share.value,
        approved: measure.approved.value,
        target: measure.target?.value ?? lineOf(scenario, terms.trigger),
        ...terms,
      };
    }
  }
}

/** The measure at the upper edge of a corridor. */
export function excessMeasureOf(scenario: Scenario): MeasurePlan {
  const measure = scenario.rules.excessMeasure;
  if (measure === undefined || measure.kind === "none") return { kind: "none" };
  const trigger = triggersOf(scenario.rules.trigger).findIndex(({ id }) => id === "excess");
  const terms = { ...standing(scenario, measure, trigger, "above"), lasts: 0, exit: undefined };
  // What only lowers needs no cap.
  if (measure.kind === "multiply") {
    return {
      kind: "multiply",
      factor: measure.factor.value,
      cap: Number.MAX_VALUE,
      floor: measure.floor.value,
      ...terms,
    };
  }
  return { kind: "restore", ...goal(scenario, measure, terms, Number.MAX_VALUE, measure.floor.value), ...terms };
}

/** Last month that a restoring measure may look at; 0 without one. */
export function lastGoal({ start, months, rules }: Scenario): number {
  const goals = [rules.measure, rules.excessMeasure].map((measure) => {
    if (measure?.kind !== "restore" && measure?.kind !== "restorePoints") return 0;
    // Without a month it is the December after the rate takes effect, at most 23 months after the lead has passed.
    return measure.by === undefined ? months + measure.effective.lead.value + 24 : monthsBetween(start, measure.by);
  });
  return Math.max(...goals);
}

function called(scenario: Scenario, measure: Called): MeasureTerms {
  const id = measure.on.value;
  const { exit } = measure;
  const triggers = triggersOf(scenario.rules.trigger);
  return {
    ...standing(
      scenario,
      measure,
      triggers.findIndex((trigger) => trigger.id === id || trigger.reads === "budget"),
      "below",
    ),
    lasts: measure.lasts?.value ?? 0,
    exit:
      exit === undefined
        ? undefined
        : {
            level: exit.level.value,
            observation: exit.observation.value,
            strict: exit.comparison?.value === "above",
          },
  };
}

function standing(
  { start }: Scenario,
  measure: Taken | TakenExcess,
  trigger: number,
  side: MeasureTerms["side"],
): Omit<MeasureTerms, "lasts" | "exit"> {
  return {
    trigger,
    side,
    effective: measure.effective.kind,
    lead: measure.effective.lead.value,
    effectiveMonth: measure.effective.kind === "month" ? monthsBetween(start, measure.effective.month) : 0,
    hold: measure.hold.value,
    exemptYears: measure.exemptYears?.value ?? [],
  };
}

function goal(
  scenario: Scenario,
  measure: Extract<Taken | TakenExcess, { readonly kind: "restore" | "restorePoints" }>,
  { trigger }: { readonly trigger: number },
  cap: number,
  floor: number,
): RestoreGoal {
  return {
    target: measure.target?.value ?? lineOf(scenario, trigger),
    by: measure.by === undefined ? -1 : monthsBetween(scenario.start, measure.by),
    rounding: measure.rounding.value,
    step: measure.step?.value,
    cap,
    floor,
  };
}

function lineOf({ rules }: Scenario, trigger: number): number {
  return triggersOf(rules.trigger)[trigger]?.level ?? 0;
}

/** By region in id order. */
function tableRatios({ basis, start, rules }: Scenario, newRates: readonly number[]): number[] {
  if (basis.kind !== "detailed") return basis.regions.map(() => 1);
  const stated = rules.contribution.baseRates;
  const oldRates = stated === undefined ? [] : inForceAt(stated, start);
  return [...basis.regions]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ headcount, contributionWage }) =>
      tableRatio(
        headcount.value.map((persons, c) => persons * contributionWage.value[c]),
        oldRates,
        newRates,
      ),
    );
}
