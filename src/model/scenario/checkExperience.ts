import { monthsBetween } from "../calendar.ts";
import type { ExperienceRating, FloatingSteps } from "../rules/experience/experienceRating.ts";
import type { Check } from "./checkRules.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./schema.ts";

const path = "rules.contribution.experience";

/** Rules between the fields of experience rating, and between it and the steps and classes that it needs. */
export const experienceChecks: readonly Check[] = [
  { reads: ["basis.kind", path, "rules.contribution.floatingSteps"], problems: checkNeeds },
  { reads: [path, "rules.contribution.floatingSteps"], problems: checkSteps },
  { reads: [`${path}.windowEnd`, `${path}.effective`, `${path}.cycle`], problems: checkDates },
  { reads: [`${path}.bands`], problems: checkBands },
];

function checkNeeds({ basis, rules }: Scenario): Problem[] {
  const { experience, floatingSteps } = rules.contribution;
  if (experience === undefined) return [];
  const problems: Problem[] = [];
  if (basis.kind !== "detailed") {
    problems.push({ path, expected: "a detailed basis: experience rating needs classes", value: basis.kind });
  }
  if (floatingSteps === undefined) {
    problems.push({
      path: "rules.contribution.floatingSteps",
      expected: "the steps of rate floating, which experience rating needs",
      value: undefined,
    });
  }
  return problems;
}

function checkSteps({ rules }: Scenario): Problem[] {
  const { experience, floatingSteps } = rules.contribution;
  if (floatingSteps === undefined) return [];
  const upwards = floatingSteps.others.value.length - floatingSteps.others.value.indexOf(1);
  const problems: Problem[] = [];
  if (floatingSteps.class1.value.length !== upwards) {
    problems.push({
      path: "rules.contribution.floatingSteps.class1.value",
      expected: `${upwards} steps, as many as the other classes have from 1 upwards`,
      value: floatingSteps.class1.value,
    });
  }
  if (experience !== undefined) problems.push(...checkIndicator(experience, floatingSteps));
  return problems;
}

function checkIndicator({ indicator }: ExperienceRating, { others }: FloatingSteps): Problem[] {
  const base = others.value.indexOf(1);
  const above = others.value.length - 1 - base;
  const problems: Problem[] = [];
  const thresholds = indicator.thresholds?.value;
  const wanted = { ratio: others.value.length - 1, twoWay: 2, noClaims: above, points: undefined }[indicator.kind];
  if (thresholds !== undefined && wanted !== undefined && thresholds.length !== wanted) {
    problems.push({
      path: `${path}.indicator.thresholds.value`,
      expected: `${wanted} thresholds, one between each two steps`,
      value: thresholds,
    });
  }
  if (indicator.kind === "twoWay" && (base < 1 || above < 2)) {
    problems.push({
      path: "rules.contribution.floatingSteps.others.value",
      expected: "a step below 1 and two above it, which the two-way table needs",
      value: others.value,
    });
  }
  if (indicator.kind === "noClaims") {
    indicator.reductions.value.forEach((reduction, i) => {
      const most = i === 0 ? 1 : indicator.reductions.value[i - 1];
      if (reduction > most) {
        problems.push({
          path: `${path}.indicator.reductions.value.${i}`,
          expected: `at most ${most}`,
          value: reduction,
        });
      }
    });
  }
  if (indicator.kind === "points" && indicator.cleanFactor.value > 1) {
    problems.push({
      path: `${path}.indicator.cleanFactor.value`,
      expected: "at most 1",
      value: indicator.cleanFactor.value,
    });
  }
  return problems;
}

/** New steps take effect after the window that they rest on, and before the next one has closed. */
function checkDates({ rules: { contribution } }: Scenario): Problem[] {
  const rating = contribution.experience;
  if (rating === undefined) return [];
  const wait = monthsBetween(rating.windowEnd.value, rating.effective.value);
  if (wait >= 1 && wait <= rating.cycle.value) return [];
  return [
    {
      path: `${path}.effective.value`,
      expected: `a month after ${rating.windowEnd.value}, at most ${rating.cycle.value} months later`,
      value: rating.effective.value,
    },
  ];
}

function checkBands({ rules: { contribution } }: Scenario): Problem[] {
  const bands = contribution.experience?.bands ?? [];
  if (bands.length === 0) return [];
  const problems: Problem[] = [];
  for (let c = 0; c < 8; c++) {
    const sum = bands.reduce((total, { payrollShare }) => total + payrollShare.value[c], 0);
    if (Math.abs(sum - 1) > 1e-9) {
      problems.push({
        path: `${path}.bands`,
        expected: `payroll shares that add up to 1 in class ${c + 1}`,
        value: sum,
      });
    }
  }
  return problems;
}
