import type { Measure } from "../rules/measure.ts";
import { actLevel, hasLine } from "../rules/trigger.ts";
import type { Check } from "./checkRules.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./schema.ts";

/** Rules between trigger, payable months, measures and decision. */
export const measureChecks: readonly Check[] = [
  { reads: ["rules.trigger", "rules.measure.kind", "rules.measure.on"], problems: checkTrigger },
  { reads: ["rules.measure", "rules.excessMeasure"], problems: checkDirections },
  { reads: ["rules.trigger", "rules.measure", "rules.excessMeasure"], problems: checkTargets },
  { reads: ["rules.measure"], problems: checkSchedule },
  { reads: ["rules.measure.kind", "basis.kind"], problems: checkClassTable },
  { reads: ["rules.trigger.kind", "rules.excessMeasure.kind"], problems: checkExcess },
  { reads: ["rules.decision"], problems: checkDecision },
  { reads: ["rules.payableMonths", "rules.measure"], problems: checkReading },
];

function checkTrigger({ rules }: Scenario): Problem[] {
  const { trigger, measure } = rules;
  const problems: Problem[] = [];
  if ((trigger.kind === "band" || trigger.kind === "corridor") && trigger.upper.value <= trigger.lower.value) {
    problems.push({
      path: "rules.trigger.upper.value",
      expected: `more than the lower edge ${trigger.lower.value}`,
      value: trigger.upper.value,
    });
  }
  if (measure.kind === "none" || measure.kind === "schedule") return problems;
  if (trigger.kind === "none") {
    problems.push({
      path: "rules.measure.kind",
      expected: 'a measure that needs no trigger: "none" or "schedule"',
      value: measure.kind,
    });
  } else if (trigger.kind !== "band" && measure.on.value === "watch") {
    problems.push({ path: "rules.measure.on.value", expected: '"act", the only line', value: "watch" });
  }
  return problems;
}

/** A measure that could only lower rates, or at the upper edge only raise them. */
function checkDirections({ rules: { measure, excessMeasure } }: Scenario): Problem[] {
  const problems: Problem[] = [];
  const limits =
    measure.kind === "multiply"
      ? { factor: measure.factor.value, cap: measure.cap.value }
      : measure.kind === "restore"
        ? { cap: measure.cap.value }
        : {};
  for (const [field, value] of Object.entries(limits)) {
    if (value < 1) problems.push({ path: `rules.measure.${field}.value`, expected: "at least 1", value });
  }
  if (excessMeasure === undefined || excessMeasure.kind === "none") return problems;
  const lowering = {
    ...(excessMeasure.kind === "multiply" ? { factor: excessMeasure.factor.value } : {}),
    floor: excessMeasure.floor.value,
  };
  for (const [field, value] of Object.entries(lowering)) {
    if (value > 1) problems.push({ path: `rules.excessMeasure.${field}.value`, expected: "at most 1", value });
  }
  return problems;
}

/** What a measure restores must lie on the right side of the line that calls for it. */
function checkTargets({ rules: { trigger, measure, excessMeasure } }: Scenario): Problem[] {
  const problems: Problem[] = [];
  const line = lineOf(trigger, measure);
  if (measure.kind === "restore" || measure.kind === "restorePoints" || measure.kind === "buildUp") {
    const { target } = measure;
    const path = "rules.measure.target.value";
    if (target === undefined && line === undefined) {
      problems.push({
        path: "rules.measure.target",
        expected: "a target in months, since the trigger has no line",
        value: undefined,
      });
    } else if (target !== undefined && line !== undefined && target.value < line) {
      problems.push({ path, expected: `at least the line ${line}`, value: target.value });
    } else if (target !== undefined && trigger.kind === "corridor" && target.value > trigger.upper.value) {
      problems.push({ path, expected: `at most the upper edge ${trigger.upper.value}`, value: target.value });
    }
  }
  if (excessMeasure?.kind === "restore" && excessMeasure.target !== undefined && trigger.kind === "corridor") {
    const path = "rules.excessMeasure.target.value";
    const { value } = excessMeasure.target;
    if (value > trigger.upper.value) {
      problems.push({ path, expected: `at most the upper edge ${trigger.upper.value}`, value });
    } else if (value < trigger.lower.value) {
      problems.push({ path, expected: `at least the line ${trigger.lower.value}`, value });
    }
  }
  return problems;
}

/** The line that calls for a measure, in months. */
function lineOf(trigger: Scenario["rules"]["trigger"], measure: Measure): number | undefined {
  if (trigger.kind === "band" && "on" in measure && measure.on.value === "watch") return trigger.upper.value;
  return hasLine(trigger) ? actLevel(trigger) : undefined;
}

function checkSchedule({ rules: { measure } }: Scenario): Problem[] {
  if (measure.kind !== "schedule") return [];
  const { edges, factors, points } = measure;
  if ((factors === undefined) === (points === undefined)) {
    return [{ path: "rules.measure", expected: '"factors" or "points", one of the two', value: measure.kind }];
  }
  const [field, values] = factors === undefined ? ["points", points?.value ?? []] : ["factors", factors.value];
  if (values.length === edges.value.length + 1) return [];
  return [
    {
      path: `rules.measure.${field}.value`,
      expected: `${edges.value.length + 1} values, one more than the edges`,
      value: values,
    },
  ];
}

function checkClassTable({ rules: { measure }, basis }: Scenario): Problem[] {
  if (measure.kind !== "classTable" || basis.kind === "detailed") return [];
  return [
    { path: "rules.measure.kind", expected: "a detailed basis, whose classes the table is for", value: basis.kind },
  ];
}

function checkExcess({ rules: { trigger, excessMeasure } }: Scenario): Problem[] {
  if (excessMeasure === undefined || excessMeasure.kind === "none" || trigger.kind === "corridor") return [];
  return [
    {
      path: "rules.excessMeasure.kind",
      expected: '"none", since the trigger is no corridor',
      value: excessMeasure.kind,
    },
  ];
}

function checkDecision({ rules: { decision } }: Scenario): Problem[] {
  if (decision.kind !== "delayed") return [];
  const { shortest, longest, weights } = decision;
  if (longest.value < shortest.value) {
    return [
      {
        path: "rules.decision.longest.value",
        expected: `at least the shortest delay ${shortest.value}`,
        value: longest.value,
      },
    ];
  }
  const delays = longest.value - shortest.value + 1;
  if (weights === undefined || weights.value.length === delays) return [];
  return [
    {
      path: "rules.decision.weights.value",
      expected: `${delays} weights, one for each delay`,
      value: weights.value,
    },
  ];
}

/** What a reading of payable months needs besides its word. */
function checkReading({ rules: { payableMonths, measure } }: Scenario): Problem[] {
  const { denominator, yearlyAmount, costRate, observation, observationMonth } = payableMonths;
  const exit = "exit" in measure ? measure.exit?.observation.value : undefined;
  const problems: Problem[] = [];
  if (denominator.value === "stated" && !((yearlyAmount?.value ?? 0) > 0)) {
    problems.push({
      path: "rules.payableMonths.yearlyAmount",
      expected: 'an amount above 0, which the denominator "stated" needs',
      value: yearlyAmount?.value,
    });
  }
  if (denominator.value === "costRate" && !((costRate?.value ?? 0) > 0)) {
    problems.push({
      path: "rules.payableMonths.costRate",
      expected: 'a share above 0, which the denominator "costRate" needs',
      value: costRate?.value,
    });
  }
  if (observationMonth === undefined && [observation.value, exit].includes("calendarMonth")) {
    problems.push({
      path: "rules.payableMonths.observationMonth",
      expected: 'the calendar month that "calendarMonth" observes',
      value: undefined,
    });
  }
  return problems;
}
