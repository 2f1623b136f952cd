import fc from "fast-check";
import { monthText } from "../../src/model/calendar.ts";
import { balanceParts, denominators, observations, outgoReadings } from "../../src/model/rules/payableMonths.ts";
import { assumed, stillFund } from "./fund.ts";

/** Scenarios that each property is tried on; `PROPERTY_RUNS=1000 npx vitest run tests/model/properties` tries more. */
export const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 30);

/** Time that one property may take on a busy machine, in milliseconds. */
export const TIMEOUT = 300_000;

/** Shortest horizon of the random scenarios; every month that they name lies within it. */
const SHORTEST = 13;

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1_000 }).map((step) => min + ((max - min) * step) / 1_000);
const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const share = between(0, 1);

const level = new Array<number>(12).fill(1);
const peaked = [0.5, 0.4, 1.1, 1, 1, 1.5, 1, 1, 1, 1, 1, 1.5];
const injuries = [0.9, 0.6, 1.2, 1.1, 1.1, 1.1, 1, 1, 1, 1, 1, 1];
const patterns = [[1], [0.5, 0.25, 0.25], [0, 0, 0, 1], [0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]];
const correlations = [
  [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ],
  [
    [1, 0.5, -0.25, 0],
    [0.5, 1, 0, 0.25],
    [-0.25, 0, 1, 0],
    [0, 0.25, 0, 1],
  ],
  [
    [1, 1, 0, 0],
    [1, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ],
];

const severity = fc.record({
  family: oneOf("gamma", "lognormal"),
  cv: oneOf(0, 0.5, 1, 2),
  wageShare: oneOf(0, 0.5, 1),
  excessTrend: oneOf(0, 0.02),
  medicalLoading: oneOf(0, 1),
  pattern: oneOf(...patterns),
});
type Severity = typeof severity extends fc.Arbitrary<infer T> ? T : never;

const regionParts = fc.record({
  size: oneOf(0.3, 1, 4),
  claims: oneOf(0.5, 3, 25),
  rate: between(0.002, 0.02),
  severity,
  /** Benefits ÷ contributions, and months of benefits in hand. */
  cost: between(0.6, 1.6),
  reserve: between(0, 15),
  loadings: fc.tuple(oneOf(0, 1, 1.5), oneOf(0, 1), oneOf(0, 1, 1.5)),
});
type RegionParts = typeof regionParts extends fc.Arbitrary<infer T> ? T : never;

const driver = (mean: number, spread: number): fc.Arbitrary<object> =>
  fc
    .record({
      mean: between(-0.01, 2 * mean),
      persistence: oneOf(0, 0.5, 0.9),
      sd: oneOf(0, spread),
      latest: between(0, 2 * mean),
    })
    .map(({ mean: m, persistence, sd, latest }) => ({
      mean: assumed(m, "fraction/year"),
      persistence: assumed(persistence, "ratio"),
      sd: assumed(sd, "fraction/year"),
      latest: assumed(latest, "fraction/year"),
    }));

const measureTerms = fc.record({
  on: oneOf("watch", "act"),
  effective: oneOf("nextMonth", "january", "month"),
  lead: oneOf(0, 1, 6),
  month: fc.integer({ min: 0, max: SHORTEST - 1 }),
  hold: oneOf(0, 3, 12),
  exit: fc.option(
    fc.record({
      level: between(4, 16),
      observation: oneOf(...observations),
      comparison: oneOf(undefined, "atOrAbove", "above"),
    }),
    { nil: undefined },
  ),
  lasts: oneOf(undefined, 6, 12),
  exemptYears: oneOf(undefined, [2025], [2024, 2026]),
});

const measure = fc.oneof(
  fc.constant({ kind: "none" as const }),
  fc.record({
    kind: fc.constant("multiply" as const),
    factor: between(1, 1.3),
    cap: between(1, 1.6),
    terms: measureTerms,
  }),
  fc.record({
    kind: fc.constant("addPoints" as const),
    points: between(0, 0.003),
    cap: between(0, 0.006),
    terms: measureTerms,
  }),
  fc.record({
    kind: oneOf("restore" as const, "restorePoints" as const),
    target: fc.option(between(12, 20), { nil: undefined }),
    by: fc.option(fc.integer({ min: 0, max: SHORTEST - 1 }), { nil: undefined }),
    cap: between(1, 2),
    rounding: oneOf(0, 0.0005),
    step: oneOf(undefined, 0.1),
    terms: measureTerms,
  }),
  fc.record({ kind: fc.constant("classTable" as const), factor: between(0.8, 1.5), terms: measureTerms }),
  fc.record({
    kind: fc.constant("schedule" as const),
    values: oneOf("factors", "points"),
    step: oneOf(undefined, 0.002),
    terms: measureTerms,
  }),
  fc.record({
    kind: fc.constant("buildUp" as const),
    share: between(0, 0.2),
    approved: oneOf(1, 0.5),
    terms: measureTerms,
  }),
);
type MeasureParts = typeof measure extends fc.Arbitrary<infer T> ? T : never;

const rules = fc.record({
  collectionRate: oneOf(1, 0.95, 0.8),
  arrearsCatchUp: oneOf(0, 0.1),
  baseReset: fc.integer({ min: 1, max: 12 }),
  season: oneOf(level, peaked),
  prevention: oneOf("share", "amount"),
  costs: fc.tuple(share, share, share, fc.integer({ min: 1, max: 12 })),
  budgetDraft: fc.integer({ min: 1, max: 12 }),
  numerator: fc.subarray([...balanceParts], { minLength: 1 }),
  denominator: oneOf(...denominators),
  outgo: oneOf(...outgoReadings),
  observation: oneOf(...observations),
  lag: oneOf(0, 1, 3),
  band: fc.boolean(),
  lower: between(1, 12),
  width: between(0.5, 4),
  comparison: oneOf("below", "atOrBelow"),
  tolerance: oneOf(0, 0.5),
  confirmation: oneOf(1, 2, 3),
  measure,
  decision: oneOf("automatic", "never", "delayed", "weighted", "capped", "refuses"),
  delay: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 6 })),
  shortfall: oneOf("gap", "overdraft"),
  payers: oneOf([], [0.5], [0.25, 0.5], [0.9, 0.1], [0.2, 0.3, 0.5]),
});
type RuleParts = typeof rules extends fc.Arbitrary<infer T> ? T : never;

const world = fc.record({
  drivers: fc.tuple(driver(0.06, 0.02), driver(0.01, 0.02), driver(0.02, 0.03), driver(0.02, 0.005)),
  correlation: oneOf(...correlations),
  regional: oneOf(0, 0.02),
  frequency: fc.tuple(oneOf(0, 0.9), oneOf(0, 0.05), oneOf(0, -0.02)),
  mixing: oneOf(0, 0.04),
  season: oneOf(level, injuries),
  claimNoise: fc.boolean(),
  largeEvent: fc.option(
    fc.record({
      perYear: oneOf(0.5, 6),
      months: between(0.5, 3),
      tailIndex: oneOf(1.2, 2),
      pattern: oneOf(...patterns),
    }),
    { nil: undefined },
  ),
  uncertainty: fc.record({ on: fc.boolean(), sd: oneOf(0, 0.01) }),
});
type WorldParts = typeof world extends fc.Arbitrary<infer T> ? T : never;

const opening = fc.record({
  parts: fc.tuple(share, share, share, share, share),
  matures: fc.tuple(fc.integer({ min: 0, max: SHORTEST - 1 }), fc.integer({ min: 0, max: SHORTEST - 1 })),
  stationary: fc.boolean(),
  arrears: oneOf(0, 0.5),
  unpaid: oneOf(0, 0.5),
  history: fc.tuple(between(0.7, 1.2), between(0.7, 1.2)),
});
type OpeningParts = typeof opening extends fc.Arbitrary<infer T> ? T : never;

/**
 * Random valid scenario files of both bases with 1–4 regions: drivers, rules, measures, decisions, shortfalls and readings all
 * vary, balances and costs so that triggers fire and gaps open on some paths. Months from SHORTEST to 30, four paths.
 */
export const arbitraryScenario: fc.Arbitrary<unknown> = fc
  .record({
    startMonth: fc.integer({ min: 1, max: 12 }),
    months: fc.integer({ min: SHORTEST, max: 30 }),
    seed: fc.nat().map((seed) => `random-${seed}`),
    detailed: fc.boolean(),
    ids: fc.shuffledSubarray(["a", "b", "m", "z"], { minLength: 1 }),
    regions: fc.tuple(regionParts, regionParts, regionParts, regionParts),
    groups: fc.tuple(severity, severity, severity, severity),
    classes: oneOf(level.slice(0, 8), [0, 0, 3, 2, 1, 1, 1, 0]),
    rules,
    world,
    opening,
  })
  .map(({ startMonth, months, seed, detailed, ids, regions, groups, classes, ...parts }) => {
    const start = `2024-${String(startMonth).padStart(2, "0")}`;
    const used = ids.map((id, i) => ({ id, ...regions[i] }));
    // Contributions a month of a region of size 1 are about 10,000 yuan.
    const flow = used.reduce((sum, { size }) => sum + 10_000 * size, 0);
    const total = used.reduce((sum, { size, reserve }) => sum + 10_000 * size * reserve, 0);
    const still = stillFund as Record<string, object>;
    return {
      ...still,
      id: "random",
      start,
      months,
      paths: 4,
      seed,
      basis: detailed
        ? { kind: "detailed", regions: used.map((each) => detailedRegion(each, classes)), groups: groupsOf(groups) }
        : { kind: "fundLevel", regions: used.map(fundRegion) },
      opening: openingOf(parts.opening, start, startMonth, parts.rules.budgetDraft, flow, total),
      drivers: driversOf(parts.world, flow),
      uncertainty: {
        on: parts.world.uncertainty.on,
        wageTrend: assumed(parts.world.uncertainty.sd, "fraction/year"),
        employmentTrend: assumed(parts.world.uncertainty.sd, "fraction/year"),
        frequencyTrend: assumed(parts.world.uncertainty.sd, "fraction/year"),
        severityTrend: assumed(parts.world.uncertainty.sd, "fraction/year"),
        collectionRate: assumed(parts.world.uncertainty.sd, "fraction"),
      },
      rules: rulesOf(parts.rules, start, flow, detailed),
    };
  });

const words = (id: string): object => ({ zh: id, en: id });
const loadingsOf = ([wage, employment, frequency]: RegionParts["loadings"]): object => ({
  wageGrowth: assumed(wage, "ratio"),
  employmentGrowth: assumed(employment, "ratio"),
  logFrequency: assumed(frequency, "ratio"),
});
const severityOf = (mean: number, { family, cv, wageShare, excessTrend, medicalLoading }: Severity): object => ({
  family,
  mean: assumed(mean, "yuan"),
  cv: assumed(cv, "ratio"),
  wageShare: assumed(wageShare, "ratio"),
  excessTrend: assumed(excessTrend, "fraction/year"),
  medicalLoading: assumed(medicalLoading, "ratio"),
});

function fundRegion({
  id,
  size,
  claims,
  rate,
  severity: cost,
  ...region
}: RegionParts & { readonly id: string }): object {
  return {
    id,
    name: words(id),
    payroll: assumed((10_000 * size) / rate, "yuan/month"),
    contributionRate: assumed(rate, "fraction"),
    claims: assumed(claims, "claims/month"),
    severity: severityOf((10_000 * size * region.cost) / claims, cost),
    paymentPattern: assumed(cost.pattern, "fraction"),
    openingBalance: assumed(10_000 * size * region.reserve, "yuan"),
    loadings: loadingsOf(region.loadings),
  };
}

/** 1,000 persons with 1,000 yuan a month at 1 % for size 1; four groups with costs that add up to the contributions. */
function detailedRegion(
  { id, size, cost, ...region }: RegionParts & { readonly id: string },
  classes: readonly number[],
): object {
  const persons = classes.map((weight) => (weight * size * 1_000) / 8);
  return {
    id,
    name: words(id),
    headcount: assumed(persons, "persons"),
    contributionWage: assumed(new Array<number>(8).fill(1_000), "yuan/month"),
    experienceFactor: assumed(1, "ratio"),
    frequencyFactor: assumed(cost, "ratio"),
    severityFactor: assumed(1, "ratio"),
    openingBalance: assumed(10_000 * size * region.reserve, "yuan"),
    loadings: loadingsOf(region.loadings),
  };
}

function groupsOf(shapes: readonly [Severity, Severity, Severity, Severity]): object {
  const [medical, disability, death, other] = [0.03, 0.006, 0.0006, 0.012].map((frequency, g) => ({
    frequency: assumed(new Array<number>(8).fill(frequency), "claims per person-year"),
    severity: severityOf(30 / frequency, shapes[g]),
    paymentPattern: assumed(shapes[g].pattern, "fraction"),
  }));
  return { medical, disability, death, other };
}

function openingOf(
  parts: OpeningParts,
  start: string,
  startMonth: number,
  budgetDraft: number,
  flow: number,
  total: number,
): object {
  const [turnover, reserve, unremitted, early, late] = parts.parts.map((part) => assumed((part * total) / 6, "yuan"));
  const year = (flows: number): object => ({
    contributionIncome: assumed(12 * flow, "yuan"),
    otherIncome: assumed(0, "yuan"),
    benefitPayout: assumed(12 * flow * flows, "yuan"),
    otherOutgo: assumed(0.3 * flow, "yuan"),
    transferUp: assumed(0.2 * flow, "yuan"),
  });
  return {
    of: {
      turnoverFund: turnover,
      reserveFund: reserve,
      unremitted,
      termDeposits: [
        { amount: early, matures: monthText(start, parts.matures[0]) },
        { amount: late, matures: monthText(start, parts.matures[1]) },
      ],
    },
    pipeline: parts.stationary
      ? { kind: "stationary" }
      : { kind: "stated", payments: assumed([0.4 * flow, 0.2 * flow, 0, 0.1 * flow], "yuan") },
    arrears: assumed(parts.arrears * flow, "yuan"),
    unpaid: assumed(parts.unpaid * flow, "yuan"),
    history: [
      { from: monthText(start, -24), months: 12, ...year(parts.history[0]) },
      { from: monthText(start, -12), months: 12, ...year(parts.history[1]) },
    ],
    budgets: (startMonth > budgetDraft ? [2024, 2025] : [2024]).map((budget) => ({ year: budget, ...year(1) })),
  };
}

function driversOf(parts: WorldParts, flow: number): object {
  const [wageGrowth, employmentGrowth, medicalExcess, interestRate] = parts.drivers;
  const event = parts.largeEvent;
  return {
    wageGrowth,
    employmentGrowth,
    medicalExcess,
    interestRate,
    correlation: assumed(parts.correlation, "correlation"),
    regional: {
      wageGrowth: assumed(parts.regional, "fraction/year"),
      employmentGrowth: assumed(parts.regional, "fraction/year"),
    },
    logFrequency: {
      persistence: assumed(parts.frequency[0], "ratio"),
      sd: assumed(parts.frequency[1], "per month"),
    },
    frequencyTrend: assumed(parts.frequency[2], "fraction/year"),
    mixing: assumed(parts.mixing, "ratio"),
    injurySeasonality: assumed(parts.season, "ratio"),
    claimNoise: parts.claimNoise,
    ...(event === undefined
      ? {}
      : {
          largeEvent: {
            perYear: assumed(event.perYear, "events/year"),
            threshold: assumed(event.months * flow, "yuan"),
            tailIndex: assumed(event.tailIndex, "ratio"),
            cap: assumed(10 * event.months * flow, "yuan"),
            wageShare: assumed(1, "ratio"),
            paymentPattern: assumed(event.pattern, "fraction"),
          },
        }),
  };
}

function rulesOf(parts: RuleParts, start: string, flow: number, detailed: boolean): object {
  const [prevention, appraisal, otherIncome, transferMonth] = parts.costs;
  const condition = {
    comparison: assumed(parts.comparison, "reading"),
    tolerance: assumed(parts.tolerance, "months"),
    confirmation: assumed(parts.confirmation, "observations"),
    obligation: assumed("may", "reading"),
  };
  const [shortest, spread] = parts.delay;
  return {
    contribution: {
      baseRates: [assumed(new Array<number>(8).fill(0.01), "fraction")],
      collectionRate: assumed(parts.collectionRate, "fraction"),
      arrearsCatchUp: assumed(parts.arrearsCatchUp, "fraction"),
      baseReset: assumed(parts.baseReset, "calendar month"),
      seasonality: assumed(parts.season, "ratio"),
    },
    costs: {
      prevention:
        parts.prevention === "share"
          ? { kind: "share", share: assumed(0.05 * prevention, "fraction") }
          : { kind: "amount", amount: assumed(0.05 * prevention * flow, "yuan/month") },
      appraisal: assumed(0.02 * appraisal * flow, "yuan/month"),
      otherIncome: assumed(0.1 * otherIncome * flow, "yuan/month"),
      transferUp: { amount: assumed(0.2 * flow, "yuan/year"), month: assumed(transferMonth, "calendar month") },
    },
    budgetDraft: assumed(parts.budgetDraft, "calendar month"),
    payableMonths: {
      numerator: assumed(parts.numerator, "reading"),
      denominator: assumed(parts.denominator, "reading"),
      outgo: assumed(parts.outgo, "reading"),
      observation: assumed(parts.observation, "reading"),
      informationLag: assumed(parts.lag, "months"),
      yearlyAmount: assumed(10 * flow, "yuan/year"),
      costRate: assumed(0.01, "fraction"),
      observationMonth: assumed(parts.budgetDraft, "calendar month"),
    },
    trigger: parts.band
      ? {
          kind: "band",
          upper: assumed(parts.lower + parts.width, "months"),
          lower: assumed(parts.lower, "months"),
          ...condition,
        }
      : { kind: "line", level: assumed(parts.lower, "months"), ...condition },
    measure: measureOf(parts.measure, parts.band, start, detailed),
    decision: decisionOf(parts.decision, shortest, spread),
    shortfall:
      parts.shortfall === "overdraft"
        ? { kind: "overdraft" }
        : {
            kind: "gap",
            payers: parts.payers.map((part, i) => ({
              id: `payer-${i}`,
              name: words(`payer ${i}`),
              share: assumed(part, "fraction"),
            })),
          },
  };
}

function decisionOf(kind: RuleParts["decision"], shortest: number, spread: number): object {
  const delays = { shortest: assumed(shortest, "months"), longest: assumed(shortest + spread, "months") };
  switch (kind) {
    case "delayed":
      return { kind, ...delays };
    case "weighted": {
      const weights = Array.from({ length: spread + 1 }, (_, i) => (2 * (i + 1)) / ((spread + 1) * (spread + 2)));
      return { kind: "delayed", ...delays, weights: assumed(weights, "fraction") };
    }
    case "capped":
      return { kind, step: assumed(0.001, "fraction") };
    case "refuses":
      return { kind, probability: assumed(0.5, "fraction") };
    default:
      return { kind };
  }
}

function measureOf(parts: MeasureParts, band: boolean, start: string, detailed: boolean): object {
  if (parts.kind === "none") return { kind: "none" };
  const { on, effective, lead, month, hold, exit, lasts, exemptYears } = parts.terms;
  const standing = {
    ...(exemptYears === undefined ? {} : { exemptYears: assumed(exemptYears, "calendar years") }),
    effective: {
      kind: effective,
      ...(effective === "month" ? { month: monthText(start, month) } : {}),
      lead: assumed(lead, "months"),
    },
    hold: assumed(hold, "months"),
  };
  const terms = {
    ...standing,
    on: assumed(band ? on : "act", "reading"),
    ...(lasts === undefined ? {} : { lasts: assumed(lasts, "months") }),
    ...(exit === undefined
      ? {}
      : {
          exit: {
            level: assumed(exit.level, "months"),
            observation: assumed(exit.observation, "reading"),
            ...(exit.comparison === undefined ? {} : { comparison: assumed(exit.comparison, "reading") }),
          },
        }),
  };
  switch (parts.kind) {
    case "multiply":
      return { kind: "multiply", factor: assumed(parts.factor, "ratio"), cap: assumed(parts.cap, "ratio"), ...terms };
    case "addPoints":
      return {
        kind: "addPoints",
        points: assumed(parts.points, "fraction"),
        cap: assumed(parts.cap, "fraction"),
        ...terms,
      };
    case "restore":
    case "restorePoints": {
      const points = parts.kind === "restorePoints";
      return {
        kind: parts.kind,
        // At least the highest line: 12 months and 4 for the width of a band.
        ...(parts.target === undefined ? {} : { target: assumed(parts.target + 4, "months") }),
        ...(parts.by === undefined ? {} : { by: monthText(start, parts.by) }),
        cap: points ? assumed(0.01 * (parts.cap - 1), "fraction") : assumed(parts.cap, "ratio"),
        rounding: assumed(parts.rounding, "fraction"),
        ...(parts.step === undefined
          ? {}
          : { step: points ? assumed(0.01 * parts.step, "fraction") : assumed(parts.step, "ratio") }),
        ...terms,
      };
    }
    case "classTable":
      return detailed
        ? {
            kind: "classTable",
            classRates: assumed(
              new Array<number>(8).fill(0.01).map((rate, c) => rate * parts.factor * (0.9 + 0.02 * c)),
              "fraction",
            ),
            ...terms,
          }
        : { kind: "none" };
    case "schedule":
      return {
        kind: "schedule",
        edges: assumed([3, 6, 9, 12], "months"),
        ...(parts.values === "factors"
          ? { factors: assumed([1.4, 1.2, 1.1, 1, 0.9], "ratio") }
          : { points: assumed([0.004, 0.003, 0.002, 0.001, 0], "fraction") }),
        ...(parts.step === undefined ? {} : { step: assumed(parts.step, "ratio") }),
        ...standing,
      };
    case "buildUp":
      return {
        kind: "buildUp",
        share: assumed(parts.share, "fraction"),
        approved: assumed(parts.approved, "fraction"),
        ...terms,
      };
  }
}
