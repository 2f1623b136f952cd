import { calendarMonth } from "../calendar.ts";
import { keyOf } from "../variates/seed.ts";
import { contentDigest } from "./canonical.ts";
import { compileLedger } from "./compileLedger.ts";
import { compilePensioners } from "./compilePensioners.ts";
import { type CompiledRegions, compileRegions } from "./compileRegions.ts";
import { compileShape } from "./compileShape.ts";
import { correlationFactor } from "./correlation.ts";
import { annualDrivers } from "./drivers.ts";
import { truncatedParetoMean } from "./largeEvent.ts";
import { stationaryPipeline } from "./pipeline.ts";
import type { ConstructionPlan, LargeEventPlan, Plan, WorldPlan } from "./plan.ts";
import { stepsPassed } from "./priceSteps.ts";
import type { Scenario } from "./schema.ts";
import { talliesOf } from "./tallies.ts";

/** The flat Plan of a valid scenario. Regions in id order. */
export function compile(scenario: Scenario): Plan {
  const compiled = compileRegions(scenario);
  const world = compileWorld(scenario, compiled);
  const tallies = talliesOf(scenario);
  const ledger = compileLedger(scenario, compiled, world, tallies);
  const planDigest = contentDigest({ world, ledger });
  return { world, ledger, shape: compileShape(scenario, ledger, tallies, planDigest) };
}

function compileWorld(scenario: Scenario, { regions, priceIndices, largeEventPrice }: CompiledRegions): WorldPlan {
  const { start, months, drivers, uncertainty, rules } = scenario;
  const startMonth = calendarMonth(start, 0);
  const later = Array.from({ length: months }, (_, t) => t).slice(1);
  const januaries = later.filter((t) => calendarMonth(start, t) === 1);
  const correlation = correlationFactor(drivers.correlation.value);
  if (correlation === undefined) throw new Error("a checked scenario has a positive semidefinite correlation");
  const [wage, employment, medical, interest] = annualDrivers.map((name) => {
    const { mean, persistence, sd, latest } = drivers[name];
    return {
      mean: mean.value,
      persistence: persistence.value,
      sd: sd.value,
      opening: latest.value - mean.value,
    };
  });
  const unknown = uncertainty.on ? 1 : 0;
  const pensioners = compilePensioners(scenario, { januaries, regions });
  return {
    key: keyOf(scenario.seed),
    months,
    januaries,
    year: Array.from({ length: months }, (_, t) => Math.floor((startMonth - 1 + t) / 12)),
    baseResets: later.filter((t) => calendarMonth(start, t) === rules.contribution.baseReset.value),
    drivers: [wage, employment, medical, interest],
    correlation,
    regionalWageSd: drivers.regional.wageGrowth.value,
    regionalEmploymentSd: drivers.regional.employmentGrowth.value,
    latestWageGrowth: drivers.wageGrowth.latest.value,
    frequencyPersistence: drivers.logFrequency.persistence.value,
    frequencySd: drivers.logFrequency.sd.value,
    frequencyTrend: drivers.frequencyTrend.value,
    mixingVariance: drivers.mixing.value,
    claimNoise: drivers.claimNoise ?? true,
    season: Array.from({ length: months }, (_, t) => drivers.injurySeasonality.value[calendarMonth(start, t) - 1]),
    priceIndices,
    priceSteps: priceIndices.map(({ stepMonth }) =>
      Array.from({ length: months }, (_, t) => stepsPassed(start, stepMonth, t)),
    ),
    regions,
    largeEvent: compileLargeEvent(scenario, largeEventPrice),
    construction: compileConstruction(scenario),
    ...(pensioners === undefined ? {} : { pensioners }),
    wageTrendSd: unknown * uncertainty.wageTrend.value,
    employmentTrendSd: unknown * uncertainty.employmentTrend.value,
    frequencyTrendSd: unknown * uncertainty.frequencyTrend.value,
    severityTrendSd: unknown * uncertainty.severityTrend.value,
    collectionRateSd: unknown * uncertainty.collectionRate.value,
  };
}

function compileConstruction({ basis, drivers: { construction } }: Scenario): ConstructionPlan | undefined {
  if (basis.kind !== "detailed" || basis.construction === undefined) return undefined;
  return {
    driver: {
      mean: construction?.mean.value ?? 0,
      persistence: construction?.persistence.value ?? 0,
      sd: construction?.sd.value ?? 0,
      opening: construction === undefined ? 0 : construction.latest.value - construction.mean.value,
    },
    duration: basis.construction.duration.value,
    past: basis.construction.past.value,
  };
}

function compileLargeEvent({ drivers, opening, start }: Scenario, priceIndex: number): LargeEventPlan | undefined {
  const event = drivers.largeEvent;
  if (event === undefined) return undefined;
  const perMonth = event.perYear.value / 12;
  const tail = { tailIndex: event.tailIndex.value, cap: event.cap.value / event.threshold.value };
  const meanSize = truncatedParetoMean(tail);
  const pattern = event.paymentPattern.value;
  return {
    perMonth,
    tail,
    meanSize,
    meanCost: event.threshold.value,
    paymentPattern: pattern,
    pipeline:
      opening.pipeline.kind === "stationary"
        ? stationaryPipeline(perMonth * meanSize, pattern, new Array<number>(12).fill(1), start)
        : [],
    priceIndex,
  };
}
