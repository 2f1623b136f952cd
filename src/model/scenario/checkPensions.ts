import { monthsBetween } from "../calendar.ts";
import { benefitChecks } from "./checkBenefits.ts";
import { type Awards, statedPensioners } from "./compilePensioners.ts";
import { groupOf } from "./compilePensions.ts";
import { compileRegions } from "./compileRegions.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./schema.ts";

/** Pensioners and awards by themselves: places, lines, ages and shares. */
export function checkPensioners(scenario: Scenario): Problem[] {
  const { pensioners, awards } = statedPensioners(scenario);
  const problems: Problem[] = [];
  const regions = scenario.basis.regions.map(({ id }) => id);
  pensioners.forEach(({ kind, region, ages }, i) => {
    if (region !== undefined && !regions.includes(region)) {
      problems.push({
        path: `basis.pensioners.${i}.region`,
        expected: "the id of a region of the basis",
        value: region,
      });
    }
    if (kind === "child") problems.push(...grownUp(ages.value, `basis.pensioners.${i}.ages.value`));
  });
  const lines = awards.length === 0 ? [] : linesOf(scenario);
  awards.forEach((award, i) => {
    const path = `basis.awards.${i}`;
    if (awards.findIndex(({ kind }) => kind === award.kind) !== i) {
      problems.push({ path: `${path}.kind`, expected: "a kind of pension used once", value: award.kind });
    }
    award.from.forEach(({ line }, j) => {
      if (lines === undefined || lines.includes(line)) return;
      problems.push({
        path: `${path}.from.${j}.line`,
        expected: `a line of claims of the basis: ${lines.map((each) => JSON.stringify(each)).join(", ")}`,
        value: line,
      });
    });
    problems.push(...checkShares(award, path));
  });
  return problems;
}

/** Shares of ages and of grades, which make whole pensions. */
function checkShares({ kind, male, female, mix }: Awards, path: string): Problem[] {
  const problems: Problem[] = [];
  const ages = sum(male.value) + sum(female.value);
  if (Math.abs(ages - 1) > 1e-6) {
    problems.push({
      path: `${path}.male.value`,
      expected: "shares that add up to 1 with those of the other sex",
      value: ages,
    });
  }
  if (kind === "child") {
    problems.push(...grownUp(male.value, `${path}.male.value`), ...grownUp(female.value, `${path}.female.value`));
  }
  const parts = { disability: 4, care: 3, survivors: 2 }[groupOf(kind)];
  if (mix.value.length !== parts) {
    problems.push({ path: `${path}.mix.value`, expected: `${parts} shares`, value: mix.value });
  } else if (Math.abs(sum(mix.value) - 1) > 1e-6) {
    problems.push({ path: `${path}.mix.value`, expected: "shares that add up to 1", value: mix.value });
  }
  return problems;
}

function grownUp(ages: readonly number[], path: string): Problem[] {
  const first = ages.findIndex((each, group) => group > 3 && each !== 0);
  return first < 0 ? [] : [{ path: `${path}.${first}`, expected: "0, since children leave at 18", value: ages[first] }];
}

/** What pensioners need: mortality, the rule of each kind, and the base wage for care. */
export function checkPensionRules(scenario: Scenario): Problem[] {
  const { pensioners, awards } = statedPensioners(scenario);
  const { rules, drivers, start, months } = scenario;
  const kinds = [...new Set([...pensioners, ...awards].map(({ kind }) => kind))];
  const problems: Problem[] = [];
  const need = (path: string, expected: string): void => {
    problems.push({ path, expected, value: undefined });
  };
  if (kinds.length > 0 && drivers.mortality === undefined)
    need("drivers.mortality", "mortality, which pensioners need");
  if (kinds.length > 0 && rules.pensions === undefined) {
    need("rules.pensions", "rules for pensions, which pensioners need");
  }
  if (rules.pensions !== undefined) {
    for (const group of new Set(kinds.map(groupOf))) {
      if (rules.pensions[group] === undefined)
        need(`rules.pensions.${group}`, "a rule for these pensions, which the basis has");
    }
  }
  if (awards.some(({ kind }) => kind === "care") && rules.benefits?.wageBase === undefined) {
    need("rules.benefits.wageBase", "the base wage of benefits, which new care allowances need");
  }
  for (const group of ["disability", "care", "survivors"] as const) {
    const month = rules.pensions?.indexation?.[group]?.jump?.month;
    if (month === undefined || (monthsBetween(start, month) >= 0 && monthsBetween(start, month) < months)) continue;
    const path = `rules.pensions.indexation.${group}.jump.month`;
    problems.push({ path, expected: `a month of the ${months} months from ${start}`, value: month });
  }
  for (const who of ["men", "women", "womenWorkers"] as const) {
    const rise = rules.pensions?.retirement?.[who];
    if (rise === undefined || rise.after.value >= rise.before.value) continue;
    const path = `rules.pensions.retirement.${who}.after.value`;
    problems.push({ path, expected: `at least the age before ${rise.before.value}`, value: rise.after.value });
  }
  return problems;
}

/** Lines of claims of the basis; undefined where the statutory items lack what they need, which other checks say. */
function linesOf(scenario: Scenario): string[] | undefined {
  if (benefitChecks.some(({ problems }) => problems(scenario).length > 0)) return undefined;
  return compileRegions(scenario).regions[0].cells.map(({ line }) => line);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
