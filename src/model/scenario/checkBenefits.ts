import { seriesNeeded } from "../rules/wageBase.ts";
import type { Check } from "./checkRules.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./schema.ts";

/** Rules between the statutory items and what they need. */
export const benefitChecks: readonly Check[] = [
  { reads: ["basis.kind", "basis.groups", "basis.outcomes"], problems: checkLines },
  { reads: ["basis.kind", "basis.outcomes", "rules.benefits"], problems: checkOutcomes },
  { reads: ["basis.kind", "basis.outcomes", "rules.benefits"], problems: checkNeeds },
  { reads: ["rules.benefits.wageBase"], problems: checkSeries },
  { reads: ["rules.benefits.medicalSubsidy", "basis.regions.id"], problems: checkCities },
  {
    reads: ["basis.kind", "basis.outcomes", "rules.benefits.deathGrant", "drivers.urbanIncome"],
    problems: checkIncome,
  },
  { reads: ["basis.kind", "basis.outcomes.care", "basis.outcomes.nearRetirement"], problems: checkParts },
  { reads: ["rules.costs.preventionCeiling", "rules.costs.investigation"], problems: checkCosts },
];

function checkLines({ basis }: Scenario): Problem[] {
  return basis.kind === "detailed" && basis.groups === undefined && basis.outcomes === undefined
    ? [{ path: "basis", expected: '"groups", "outcomes" or both', value: undefined }]
    : [];
}

/** Items are priced by claims of an outcome; a fund that knows only totals or groups has none. */
function checkOutcomes(scenario: Scenario): Problem[] {
  const { perItem } = scenario.rules.benefits ?? {};
  if (perItem === undefined || hasOutcomes(scenario)) return [];
  return [
    {
      path: "rules.benefits.perItem.value",
      expected: "a basis with outcomes, which items need",
      value: scenario.basis.kind,
    },
  ];
}

/** Without outcomes items rest, and need nothing. */
function hasOutcomes({ basis }: Scenario): boolean {
  return basis.kind === "detailed" && basis.outcomes !== undefined;
}

function checkNeeds(scenario: Scenario): Problem[] {
  const { benefits } = scenario.rules;
  if (benefits === undefined || !hasOutcomes(scenario)) return [];
  const needs: [string, string, boolean][] = [
    ["wageBase", "lumpSum", benefits.lumpSum !== undefined],
    ["ownWage", "lumpSum", benefits.lumpSum !== undefined],
    ["wageBase", "medicalSubsidy", benefits.medicalSubsidy?.kind === "months"],
    ["wageBase", "funeral", benefits.funeral !== undefined],
    ["minimumWage", "meals", benefits.medicalCare?.meals.kind === "shareOfMinimumWage"],
    ["deathGrant", "missing", benefits.missing !== undefined],
  ];
  const stated: Readonly<Record<string, unknown>> = benefits;
  const problems: Problem[] = needs
    .filter(([needed, , inForce]) => inForce && stated[needed] === undefined)
    .map(([needed, item]) => ({
      path: `rules.benefits.${needed}`,
      expected: `a value, which "${item}" needs`,
      value: undefined,
    }));
  const limits = benefits.ownWage;
  if (limits !== undefined && limits.floor.value > limits.cap.value) {
    problems.push({
      path: "rules.benefits.ownWage.floor.value",
      expected: `at most ${limits.cap.value}`,
      value: limits.floor.value,
    });
  }
  return problems;
}

function checkSeries({ rules: { benefits } }: Scenario): Problem[] {
  const rule = benefits?.wageBase;
  if (rule === undefined) return [];
  return seriesNeeded(rule)
    .filter((series) => rule.average[series] === undefined)
    .map((series) => ({
      path: `rules.benefits.wageBase.average.${series}`,
      expected: "the average wage that the definition needs",
      value: undefined,
    }));
}

function checkCities({ basis, rules: { benefits } }: Scenario): Problem[] {
  const rule = benefits?.medicalSubsidy;
  if (rule?.kind !== "amounts") return [];
  return (rule.cities ?? []).flatMap(({ region, factor }, i) => {
    const path = `rules.benefits.medicalSubsidy.cities.${i}`;
    const problems: Problem[] = [];
    if (!basis.regions.some(({ id }) => id === region)) {
      problems.push({ path: `${path}.region`, expected: "the id of a region", value: region });
    }
    if (Math.abs(factor.value - 1) > rule.float.value + 1e-9) {
      problems.push({
        path: `${path}.factor.value`,
        expected: `a factor within ${rule.float.value} of 1`,
        value: factor.value,
      });
    }
    return problems;
  });
}

function checkIncome(scenario: Scenario): Problem[] {
  const { rules, drivers } = scenario;
  return hasOutcomes(scenario) && rules.benefits?.deathGrant !== undefined && drivers.urbanIncome === undefined
    ? [
        {
          path: "drivers.urbanIncome",
          expected: 'a value, which "deathGrant" needs',
          value: undefined,
        },
      ]
    : [];
}

function checkParts({ basis }: Scenario): Problem[] {
  if (basis.kind !== "detailed" || basis.outcomes === undefined) return [];
  const { care, nearRetirement } = basis.outcomes;
  const parts: [string, number][] = [
    ["basis.outcomes.care", care.rehabilitation.value + care.devices.value + care.travel.value],
    ["basis.outcomes.nearRetirement.value", (nearRetirement?.value ?? []).reduce((sum, each) => sum + each, 0)],
  ];
  return parts
    .filter(([, sum]) => sum > 1 + 1e-9)
    .map(([path, value]) => ({ path, expected: "shares that add up to 1 at most", value }));
}

function checkCosts({ rules: { costs } }: Scenario): Problem[] {
  const problems: Problem[] = [];
  const { investigation, preventionCeiling: ceiling } = costs;
  if (investigation?.payer.value === "fund" && investigation.amount === undefined) {
    problems.push({
      path: "rules.costs.investigation.amount",
      expected: "an amount, since the fund pays for investigation",
      value: undefined,
    });
  }
  if (ceiling !== undefined && ceiling.withConsent.value < ceiling.share.value) {
    problems.push({
      path: "rules.costs.preventionCeiling.withConsent.value",
      expected: `at least ${ceiling.share.value}`,
      value: ceiling.withConsent.value,
    });
  }
  return problems;
}
