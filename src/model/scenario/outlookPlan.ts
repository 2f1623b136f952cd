import { calendarMonth, calendarYear, monthText } from "../calendar.ts";
import { appraisalOutgo } from "../rules/appraisal.ts";
import { preventionLimit, preventionOfMonth } from "../rules/preventionFee.ts";
import { owedShare } from "../rules/relief.ts";
import { benefitLines } from "./benefitLines.ts";
import { lastGoal } from "./compileMeasure.ts";
import type { CompiledRates } from "./compileRates.ts";
import { lastYearsContributions } from "./history.ts";
import { expectedPensions } from "./pensionOutlook.ts";
import type { PensionLedgerPlan } from "./pensionPlan.ts";
import { paidSeason } from "./pipeline.ts";
import type { LineHistory, OutlookPlan, WorldPlan } from "./plan.ts";
import { stepsPassed } from "./priceSteps.ts";
import type { Scenario } from "./schema.ts";
import { power } from "./wholePower.ts";

/** Months after the horizon that an outlook may reach: the next calendar year and the one after. */
export const MONTHS_BEYOND = 36;

/**
 * Expected share of each calendar month in a year's benefit payments, January first, with mean 1; `pensions` a month are paid
 * evenly.
 */
export function expectedBenefitSeason({ drivers }: Scenario, world: WorldPlan, pensions: number): number[] {
  const season = drivers.injurySeasonality.value;
  const total = new Array<number>(12).fill(pensions);
  let weight = pensions;
  for (const region of world.regions) {
    for (const { cost, paymentPattern } of benefitLines(region)) {
      weight += cost;
      paidSeason(paymentPattern, season).forEach((share, month) => {
        total[month] += cost * share;
      });
    }
  }
  return weight === 0 ? new Array<number>(12).fill(1) : total.map((share) => share / weight);
}

/**
 * Expected course of each line in yuan from the first month of the history to MONTHS_BEYOND after the horizon, with every
 * driver at its mean and base rates in force: seasonality × mean growth since the start × announced resets.
 */
export function expectedCourse(
  scenario: Scenario,
  world: WorldPlan,
  history: LineHistory,
  { baseRate, baseFactor, notWaived }: CompiledRates,
  projectRate: readonly (readonly number[])[] | undefined,
  pensions: PensionLedgerPlan | undefined,
): OutlookPlan {
  const { start, rules, drivers } = scenario;
  const before = history.contributionIncome.length;
  const last = Math.max(world.months, lastGoal(scenario)) + MONTHS_BEYOND;
  const startYear = calendarYear(start, 0);
  const wage = 1 + drivers.wageGrowth.mean.value;
  const employment = 1 + drivers.employmentGrowth.mean.value;
  const frequency = 1 + drivers.frequencyTrend.value;
  const monthOf = (t: number): number => Math.min(Math.max(0, t), notWaived.length - 1);
  // Before the start contributions were at the rates of the start, under the limits that the basis states, less relief of the time.
  const dueOf = (r: number, t: number): number =>
    world.regions[r].payroll * (t < 0 ? 1 : baseFactor[r][monthOf(t)]) * baseRate[r][monthOf(t)];
  const owedAt = (t: number): number =>
    t < 0 ? owedShare(rules.contribution.relief, monthText(start, t)) : notWaived[monthOf(t)];
  const duesAt = (t: number): number => world.regions.reduce((sum, _, r) => sum + dueOf(r, t), 0) * owedAt(t);
  const { collectionRate, baseReset, seasonality } = rules.contribution;

  const costs = costByPrice(world, false);
  const siteCosts = costByPrice(world, true);
  const claimSeason = expectedBenefitSeason(scenario, world, 0);
  const pensionCost = expectedPensions(scenario, world, pensions, last, before);
  const course = {
    contribution: [] as number[],
    regionContribution: world.regions.map((): number[] => []),
    project: [] as number[],
    regionProject: world.regions.map((): number[] => []),
    benefit: [] as number[],
    otherOutgo: [] as number[],
    transfer: [] as number[],
  };
  const yearOf = (t: number): number => calendarYear(start, t) - startYear;
  const resetsDone = (t: number): number => yearOf(t) + (calendarMonth(start, t) >= baseReset.value ? 1 : 0);
  const levelOf = (due: number, t: number): number =>
    due *
    power(employment, yearOf(t)) *
    power(wage, resetsDone(t) - resetsDone(0)) *
    seasonality.value[calendarMonth(start, t) - 1];
  const contributionsOf = (t: number): number => levelOf(duesAt(t), t);
  const firstPrevention = lastYearsContributions(scenario, history);
  const yearly = new Map<number, number>();
  const contributionsOfYear = (year: number): number => {
    const known = yearly.get(year);
    if (known !== undefined) return known;
    const january = year * 12 - (calendarMonth(start, 0) - 1);
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += contributionsOf(january + i) * collectionRate.value;
    yearly.set(year, sum);
    return sum;
  };
  for (let t = -before; t < last; t++) {
    const year = yearOf(t);
    course.contribution.push(contributionsOf(t));
    course.regionContribution.forEach((own, r) => {
      own.push(levelOf(dueOf(r, t) * owedAt(t), t));
    });
    let projects = 0;
    course.regionProject.forEach((own, r) => {
      const due = (projectRate?.[r][monthOf(t)] ?? 0) * world.regions[r].contractValue * startedAt(world, year);
      own.push(due);
      projects += due;
    });
    course.project.push(projects);
    const sites = siteCosts.reduce((sum, { cost, growth }) => sum + cost * power(growth, year), 0);
    const price = costs.reduce(
      (sum, { cost, growth, stepMonth }) =>
        sum + cost * power(growth, stepMonth === 1 ? year : stepsPassed(start, stepMonth, t)),
      0,
    );
    course.benefit.push(
      (price * power(employment, year) + sites * workAt(world, t, yearOf)) *
        power(frequency, year) *
        claimSeason[calendarMonth(start, t) - 1] +
        pensionCost[before + t],
    );
    const collected = year <= 0 ? firstPrevention : contributionsOfYear(year - 1);
    const planned =
      rules.costs.prevention.kind === "amount"
        ? rules.costs.prevention.amount.value
        : (rules.costs.prevention.share.value * collected) / 12;
    const prevention = preventionOfMonth(planned, preventionLimit(rules.costs.preventionCeiling), collected, 0);
    const appraisal = appraisalOutgo(rules.costs.appraisal.value, rules.costs.investigation);
    course.otherOutgo.push(appraisal * power(wage, year) + prevention);
    course.transfer.push(
      calendarMonth(start, t) === rules.costs.transferUp.month.value
        ? rules.costs.transferUp.amount.value * power(wage, year)
        : 0,
    );
  }
  return course;
}

/** Expected value of projects that start in a year relative to the start; before it that of the past. */
function startedAt({ construction }: WorldPlan, year: number): number {
  if (construction === undefined) return 1;
  if (year < 0) return construction.past;
  let level = 1;
  let deviation = construction.driver.opening;
  for (let y = 1; y <= year; y++) {
    deviation *= construction.driver.persistence;
    level *= 1 + construction.driver.mean + deviation;
  }
  return level;
}

/** Expected work on construction sites in month `t` relative to a steady level of the start. */
function workAt(world: WorldPlan, t: number, yearOf: (t: number) => number): number {
  const { construction } = world;
  if (construction === undefined) return 0;
  return construction.duration.reduce(
    (sum, share, delay) => sum + share * (t - delay < 0 ? construction.past : startedAt(world, yearOf(t - delay))),
    0,
  );
}

/** Expected monthly cost at the start by price index, with the yearly growth of its price; of construction sites, or of all else. */
function costByPrice(
  world: WorldPlan,
  sites: boolean,
): { readonly cost: number; readonly growth: number; readonly stepMonth: number }[] {
  const [wage, , medical] = world.drivers;
  return world.priceIndices.map(({ wageShare, excessTrend, medicalLoading, stepMonth }, index) => {
    let cost = 0;
    for (const region of world.regions) {
      for (const line of benefitLines(region)) {
        if (line.priceIndex === index && (line.name === "construction") === sites) cost += line.cost;
      }
    }
    return { cost, growth: 1 + wageShare * wage.mean + excessTrend + medicalLoading * medical.mean, stepMonth };
  });
}
