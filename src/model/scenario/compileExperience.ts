import { monthsBetween, monthText } from "../calendar.ts";
import type { ExperiencePlan, ExperienceRating } from "../rules/experience/experienceRating.ts";
import { type Steps, stepsOf } from "../rules/experience/steps.ts";
import { owedShare } from "../rules/relief.ts";
import type { Tally } from "../simulation/shape.ts";
import { type Outcome, outcomes } from "./basis.ts";
import { benefitLines } from "./benefitLines.ts";
import { monthlyProjectIncome } from "./compileProjects.ts";
import { historyOf } from "./history.ts";
import type { ClaimCell, WorldPlan } from "./plan.ts";
import { type Bilingual, inForceAt } from "./quantity.ts";
import type { Scenario } from "./schema.ts";

/** Standard base rates of the classes in month `t` of the horizon. */
function classRatesAt({ start, rules }: Scenario, t: number): readonly number[] {
  const stated = rules.contribution.baseRates;
  return stated === undefined ? [] : inForceAt(stated, monthText(start, t));
}

type DetailedBasis = Extract<Scenario["basis"], { kind: "detailed" }>;

/** The rule in force with what it needs, or undefined. */
function ratingOf(
  scenario: Scenario,
): { readonly rating: ExperienceRating; readonly steps: Steps; readonly basis: DetailedBasis } | undefined {
  const { experience, floatingSteps } = scenario.rules.contribution;
  if (experience === undefined || floatingSteps === undefined || scenario.basis.kind !== "detailed") return undefined;
  return {
    rating: experience,
    steps: stepsOf(experience, floatingSteps, classRatesAt(scenario, 0)),
    basis: scenario.basis,
  };
}

/** Contributions of each step, by calendar year. */
export function stepTallies(scenario: Scenario): Tally[] {
  const shown = ratingOf(scenario)?.steps.shown ?? [];
  return shown.map(({ id, percent, band }) => ({
    id: `rateStep.${id}`,
    group: "rateStep",
    unit: "yuan",
    name: percent === undefined ? bandName(band ?? 0) : percentName(percent),
  }));
}

function percentName(percent: number): Bilingual {
  return { zh: `按基准费率 ${percent}% 缴费`, en: `Paid at ${percent}% of the base rate` };
}

function bandName(band: number): Bilingual {
  return { zh: `上调 ${band} 档`, en: `Paid ${band} ${band === 1 ? "band" : "bands"} above the base rate` };
}

/**
 * What the regions' stated experience factors are multiplied by: 1, or where `calibrated` is "observed" the number with which
 * contributions due × collection rate, less what relief waived, and the contributions of construction projects meet the
 * contributions of the last 12 months before the start. `dues` are contributions due a month at the stated factors.
 */
export function experienceScale(scenario: Scenario, dues: number): number {
  const found = ratingOf(scenario);
  if (found === undefined || found.rating.calibrated.value === "stated") return 1;
  const { collectionRate, relief } = scenario.rules.contribution;
  let owed = 0;
  for (let t = -12; t < 0; t++) owed += dues * owedShare(relief, monthText(scenario.start, t));
  const expected = owed * collectionRate.value;
  const observed = historyOf(scenario, new Array<number>(12).fill(1), 0)
    .contributionIncome.slice(-12)
    .reduce((sum, each) => sum + each, 0);
  return expected === 0 ? 1 : Math.max(0, observed - 12 * monthlyProjectIncome(scenario)) / expected;
}

/**
 * The flat rule. Months of a cycle before the start count as expected; cycles that closed before it have had their effect. What is
 * simplified: a claim of any benefit group is one injury; it counts with its whole cost in the cycle of the injury; large
 * accidents, which strike single employers, move nobody; employers of a cell differ by chance only; all pay what is due.
 */
export function compileExperience(
  scenario: Scenario,
  world: WorldPlan,
  tallies: readonly Tally[],
): ExperiencePlan | undefined {
  const found = ratingOf(scenario);
  if (found === undefined) return undefined;
  const { rating, steps, basis } = found;
  const cycle = rating.cycle.value;
  const regions = [...basis.regions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const stated = [...Object.values(basis.groups ?? {}), ...outcomesOf(basis)];
  const classes = Array.from({ length: 8 }, (_, c) => c);
  const frequency = classes.map((c) => stated.reduce((sum, each) => sum + each.frequency.value[c], 0));
  // Mean cost of a class against the others, from the stated costs; the level is the region's, with all that a claim brings.
  const relative = classes.map((c) => {
    const cost = stated.reduce((sum, each) => sum + each.frequency.value[c] * each.severity.mean.value, 0);
    return frequency[c] === 0 ? 0 : cost / frequency[c];
  });
  const monthly = world.regions.map(({ cells }) => employersClaims(cells));
  const regionCost = world.regions.map((region, r) => {
    const cost = benefitLines(region).reduce((sum, line) => (line.name === "construction" ? sum : sum + line.cost), 0);
    return monthly[r] === 0 ? 0 : cost / monthly[r];
  });
  const rates = classRatesAt(scenario, 0);
  const claims: number[] = [];
  const dues: number[] = [];
  for (const [r, { headcount, frequencyFactor, contributionWage }] of regions.entries()) {
    const injured = classes.map((c) => headcount.value[c] * frequency[c]);
    const all = injured.reduce((sum, each) => sum + each, 0);
    const average = injured.reduce((sum, each, c) => sum + each * relative[c], 0) / (all === 0 ? 1 : all);
    for (const c of classes) {
      const meanCost = average === 0 ? 0 : (regionCost[r] * relative[c]) / average;
      for (const { employees } of rating.bands) {
        claims.push(((employees.value * frequency[c] * cycle) / 12) * frequencyFactor.value);
        const paid = employees.value * contributionWage.value[c] * rates[c] * cycle;
        dues.push(meanCost === 0 ? 0 : paid / meanCost);
      }
    }
  }
  const closed = monthsBetween(scenario.start, rating.windowEnd.value);
  const effective = monthsBetween(scenario.start, rating.effective.value);
  const windowEnds: number[] = [];
  const effects: number[] = [];
  for (let later = 0; effective + later < world.months; later += cycle) {
    if (closed + later < 0) continue;
    windowEnds.push(closed + later);
    effects.push(effective + later);
  }
  const from = (windowEnds[0] ?? 0) - cycle + 1;
  const seasons = scenario.drivers.injurySeasonality.value;
  const startMonth = Number(scenario.start.slice(5, 7)) - 1;
  let seasonBefore = 0;
  for (let t = from; t < 0; t++) seasonBefore += seasons[(((startMonth + t) % 12) + 12) % 12];
  return {
    bands: rating.bands.length,
    rule: steps.rule,
    factors: steps.factors,
    shownStep: steps.shownStep,
    shownSteps: steps.shown.length,
    tally: tallies.findIndex(({ id }) => id === `rateStep.${steps.shown[0].id}`),
    paid: rating.denominator.value === "paid",
    shape: shapeOf(world),
    claims,
    dues,
    windowEnds,
    effects,
    weights: effects.map((t) => weightsAt(scenario, regions, rating, t)),
    openingWeights: weightsAt(scenario, regions, rating, 0),
    regionClaims: monthly,
    regionCost,
    employerCells: world.regions.map(({ cells }) =>
      cells.flatMap(({ line }, i) => (line === "construction" ? [] : [i])),
    ),
    itemCosts: world.regions.map(({ items }, r) =>
      items.map(({ units, meanCost, priceIndex }) => ({
        costPerClaim: monthly[r] === 0 ? 0 : (units * meanCost) / monthly[r],
        priceIndex,
      })),
    ),
    regionPayroll: world.regions.map(({ payroll }) => payroll),
    season: world.season,
    windowFrom: Math.max(0, from),
    monthsBefore: Math.max(0, -from),
    seasonBefore,
  };
}

/** Claims a month of employers, without those of construction sites, which pay by contract. */
function employersClaims(cells: readonly ClaimCell[]): number {
  return cells.reduce((sum, { line, claims }) => (line === "construction" ? sum : sum + claims), 0);
}

function outcomesOf({ outcomes: stated }: DetailedBasis): NonNullable<DetailedBasis["outcomes"]>[Outcome][] {
  return stated === undefined ? [] : outcomes.map((outcome) => stated[outcome]);
}

/** Share of each cell in its region's contributions at the base rates of month `t`. */
function weightsAt(
  scenario: Scenario,
  regions: DetailedBasis["regions"],
  { bands }: ExperienceRating,
  t: number,
): number[] {
  const rates = classRatesAt(scenario, t);
  return regions.flatMap(({ headcount, contributionWage }) => {
    const dues = headcount.value.flatMap((persons, c) =>
      bands.map(({ payrollShare }) => persons * contributionWage.value[c] * rates[c] * payrollShare.value[c]),
    );
    const sum = dues.reduce((total, each) => total + each, 0);
    return dues.map((each) => (sum === 0 ? 0 : each / sum));
  });
}

/** Least spread of claim costs that the tables resolve. */
const LEAST_CV2 = 0.01;

/** 1 ÷ cv² of one claim of a region, whatever its benefit line; the mean over regions by claims. */
function shapeOf({ regions }: WorldPlan): number {
  let weight = 0;
  let spread = 0;
  for (const { cells: all } of regions) {
    const cells = all.filter(({ line }) => line !== "construction");
    const claims = cells.reduce((sum, cell) => sum + cell.claims, 0);
    const mean = cells.reduce((sum, cell) => sum + cell.claims * cell.meanCost, 0);
    const square = cells.reduce((sum, { claims: n, meanCost, severity }) => {
      return sum + n * meanCost * meanCost * (1 + severity.cv * severity.cv);
    }, 0);
    weight += claims;
    if (mean > 0) spread += claims * ((square * claims) / (mean * mean) - 1);
  }
  return 1 / Math.max(LEAST_CV2, weight === 0 ? 1 : spread / weight);
}
