import type { WorldPlan } from "../scenario/plan.ts";
import type { BlockVariates } from "../variates/variates.ts";
import { annualFactors } from "./annualFactors.ts";
import { constructionFrequency, contractLevel, contractValues, workInProgress } from "./construction.ts";
import { drawExposure } from "./exposure.ts";
import { provincialFrequency, regionFrequency } from "./frequency.ts";
import { largeEventPayments } from "./largeEvents.ts";
import { drawParameters } from "./parameters.ts";
import { itemUnits, paidUnits } from "./payments.ts";
import { drawPensioners, type Pensioners } from "./pensioners.ts";
import { priceIndices } from "./prices.ts";

/**
 * World 外生情景: what happens to a block of paths whatever the rules are. Arrays are month-major (`t * paths + p`), those by
 * year `year * paths + p` with year 0 the start year.
 */
export interface World {
  readonly paths: number;
  readonly months: number;
  /** By region: contribution wages of the month, yuan. */
  readonly contributionBase: readonly Float64Array[];
  /** By region: value of construction projects that start in the month, yuan; empty without projects. */
  readonly contractValue: readonly Float64Array[];
  /** By region, by year (`year * paths + p`): headcount relative to the start. */
  readonly employment: readonly Float64Array[];
  /** By region and line (cells, items, the large event last): payments falling due, in mean claims or units. */
  readonly benefitUnits: readonly (readonly Float64Array[])[];
  /** By region and cell: number of claims by month of injury. */
  readonly claimCounts: readonly (readonly Float64Array[])[];
  readonly pensioners?: Pensioners;
  /** By price index, by step of `priceSteps`: price of a mean claim or unit relative to the start. */
  readonly prices: readonly Float64Array[];
  /** By year: provincial wage level relative to the start; yearly interest rate. */
  readonly wageLevel: Float64Array;
  readonly interestRate: Float64Array;
  /** Shift of the collection rate of each path. */
  readonly collectionShift: Float64Array;
  /** A uniform for whoever decides in that month. */
  readonly decision: Float64Array;
}

/** Draws the world of a block. `onStep` is called between pieces of work so that a long block can show that it lives. */
export function drawWorld(plan: WorldPlan, paths: number, draws: BlockVariates, onStep: () => void): World {
  const parameters = drawParameters(plan, paths, draws);
  const annual = annualFactors(plan, paths, parameters, draws);
  const provincial = provincialFrequency(plan, paths, draws);
  const prices = priceIndices(plan, paths, annual, parameters, draws);
  const decision = draws.array(plan.months * paths);
  draws.uniforms({ risk: "decision" }, decision);

  const level = plan.construction === undefined ? undefined : contractLevel(plan, plan.construction, paths, draws);
  const work =
    plan.construction === undefined || level === undefined
      ? undefined
      : workInProgress(plan, plan.construction, paths, level, draws);

  const scratch = { expected: draws.array(plan.months * paths), incurred: draws.array(plan.months * paths) };
  const base: Float64Array[] = [];
  const projects: Float64Array[] = [];
  const employment: Float64Array[] = [];
  const units: Float64Array[][] = [];
  const counts: Float64Array[][] = [];
  for (const region of plan.regions) {
    const exposure = drawExposure(plan, region, paths, annual, parameters, draws);
    base.push(exposure.contributionBase);
    employment.push(exposure.employment);
    const frequency = regionFrequency(plan, region, paths, provincial, exposure.employment, parameters, draws);
    const regionUnits: Float64Array[] = [];
    const regionCounts: Float64Array[] = [];
    const sites =
      work === undefined ? undefined : constructionFrequency(plan, paths, work, exposure.employment, frequency, draws);
    if (level !== undefined) projects.push(contractValues(plan, region, paths, level, draws));
    for (const cell of region.cells) {
      const onSites = cell.line === "construction" && sites !== undefined;
      const claims = paidUnits(plan, region, cell, paths, onSites ? sites : frequency, draws, scratch);
      regionUnits.push(claims.units);
      regionCounts.push(claims.counts);
      onStep();
    }
    for (const item of region.items) {
      regionUnits.push(itemUnits(plan, item, paths, regionCounts, prices, draws, scratch));
      onStep();
    }
    if (plan.largeEvent !== undefined) {
      regionUnits.push(largeEventPayments(plan, plan.largeEvent, region, paths, exposure.employment, draws));
    }
    units.push(regionUnits);
    counts.push(regionCounts);
  }
  return {
    paths,
    months: plan.months,
    contributionBase: base,
    contractValue: projects,
    employment,
    benefitUnits: units,
    claimCounts: counts,
    ...(plan.pensioners === undefined
      ? {}
      : { pensioners: drawPensioners(plan.pensioners, plan, counts, paths, plan.claimNoise ? draws : undefined) }),
    prices,
    wageLevel: annual.wageLevel,
    interestRate: annual.interestRate,
    collectionShift: parameters.collectionShift,
    decision,
  };
}
