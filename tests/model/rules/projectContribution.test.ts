import { describe, expect, test } from "vitest";
import { type Ledger, openLedger } from "../../../src/model/ledger/ledger.ts";
import { balanceForecast } from "../../../src/model/ledger/outlook.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { regionForecast } from "../../../src/model/ledger/regionOutlook.ts";
import {
  averageProjectRate,
  type ProjectForm,
  projectContribution,
  projectRates,
  projectsSchema,
} from "../../../src/model/rules/projectContribution.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { ScenarioError } from "../../../src/model/scenario/problem.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { drawWorld } from "../../../src/model/world/world.ts";
import { assumed, fund } from "../fund.ts";
import { runBlock, series, yearLine } from "../run.ts";

const perMille = (value: number): object => assumed(Number((value / 1000).toPrecision(12)), "fraction");
const billion = 1e9;
const flat = { kind: "flat", rate: perMille(1.5) };
const steps = [
  { upTo: assumed(1 * billion, "yuan"), rate: perMille(1.2) },
  { upTo: assumed(5 * billion, "yuan"), rate: perMille(1) },
  { rate: perMille(0.8) },
];
const form = (each: object): ProjectForm =>
  projectsSchema.parse({ rates: [{ form: each }] }).rates[0]?.form ?? expect.fail("no form");

describe("contribution of one contract", () => {
  test.each([
    // Anhui: 1.5 ‰ of the contract price.
    ["flat 1.5 ‰ of 200 million", flat, 2e8, 300_000],
    // Slices of 1.2, 1.0, 0.8 ‰ at 1 and 5 billion (Hubei): 1.2 million, + 4 million, + 0.8 ‰ of the rest.
    ["slices, below the first edge", { kind: "sliced", steps }, 0.5 * billion, 600_000],
    ["slices, on the first edge", { kind: "sliced", steps }, billion, 1_200_000],
    ["slices, above it", { kind: "sliced", steps }, 2 * billion, 2_200_000],
    ["slices, on the second edge", { kind: "sliced", steps }, 5 * billion, 5_200_000],
    ["slices, above it", { kind: "sliced", steps }, 10 * billion, 9_200_000],
    // Tiers: the whole contract at the rate of its tier; the edge belongs to the lower one.
    ["tiers, just below the edge", { kind: "tiered", steps }, billion - 1000, 1_199_998.8],
    ["tiers, on the edge", { kind: "tiered", steps }, billion, 1_200_000],
    ["tiers, just above it", { kind: "tiered", steps }, billion + 1000, 1_000_001],
  ])("%s", (_, each, value, due) => {
    expect(projectContribution(form(each), value)).toBeCloseTo(due, 6);
  });
});

test.each(["tiered", "sliced"])("the average over lognormal contracts is that of the contracts (%s)", (kind) => {
  const rule = form({ kind, steps });
  const size = { mean: 1.2 * billion, cv: 1.5 };
  // Midpoint rule over z: V = exp(μ + σ z), 40,000 steps over ± 9 standard deviations.
  const sigma = Math.sqrt(Math.log(1 + size.cv ** 2));
  const mu = Math.log(size.mean) - sigma ** 2 / 2;
  const n = 40_000;
  let due = 0;
  for (let i = 0; i < n; i++) {
    const z = -9 + (18 * (i + 0.5)) / n;
    const density = Math.exp(-z * z * 0.5) / Math.sqrt(2 * Math.PI);
    due += projectContribution(rule, Math.exp(mu + sigma * z)) * density * (18 / n);
  }
  expect(averageProjectRate(rule, size) / (due / size.mean)).toBeCloseTo(1, 4);
});

test("a flat rate, one size of contracts and a single step are exact", () => {
  expect(averageProjectRate(form(flat), { mean: 0, cv: 0 })).toBe(0.0015);
  expect(averageProjectRate(form({ kind: "sliced", steps }), { mean: 2 * billion, cv: 0 })).toBeCloseTo(0.0011, 12);
  expect(averageProjectRate(form({ kind: "tiered", steps: [{ rate: perMille(2) }] }), { mean: 1, cv: 2 })).toBe(0.002);
});

test("a place has the rates that name it, by date; the others those that name none", () => {
  // Jiashan: 1.3 ‰, from 2025-10 2.1 ‰ (notice of 2025); elsewhere 1.7 ‰.
  const rule = projectsSchema.parse({
    rates: [
      { form: { kind: "flat", rate: perMille(1.7) } },
      { regions: ["jiashan"], form: { kind: "flat", rate: perMille(1.3) } },
      { regions: ["jiashan"], from: "2025-10", form: { kind: "flat", rate: perMille(2.1) } },
    ],
  });
  const months = ["2025-08", "2025-09", "2025-10", "2025-11"];
  expect(projectRates(rule, "jiashan", months)).toEqual([0.0013, 0.0013, 0.0021, 0.0021]);
  expect(projectRates(rule, "other", months)).toEqual([0.0017, 0.0017, 0.0017, 0.0017]);
});

const severity = {
  family: "gamma",
  mean: assumed(10, "yuan"),
  cv: assumed(0, "ratio"),
  wageShare: assumed(0, "ratio"),
  excessTrend: assumed(0, "fraction/year"),
  medicalLoading: assumed(0, "ratio"),
};
const nothing = {
  frequency: assumed(new Array<number>(8).fill(0), "claims per person-year"),
  severity,
  paymentPattern: assumed([1], "fraction"),
};

/**
 * Nothing but construction: 12 million yuan of contracts a year at 1.5 ‰ = 1,500 yuan a month; 1,200 claims per 100 million = 12
 * claims a month of 10 yuan, from work that lasts four months.
 */
function sites(changes: Readonly<Record<string, unknown>> = {}): Scenario {
  return fund({
    "rules.contribution.baseRates": [assumed(new Array<number>(8).fill(0), "fraction")],
    "rules.contribution.projects": { rates: [{ form: flat }] },
    basis: {
      kind: "detailed",
      regions: [
        {
          id: "a",
          name: { zh: "甲", en: "A" },
          headcount: assumed(new Array<number>(8).fill(1), "persons"),
          contributionWage: assumed(new Array<number>(8).fill(1), "yuan/month"),
          experienceFactor: assumed(1, "ratio"),
          frequencyFactor: assumed(1, "ratio"),
          severityFactor: assumed(1, "ratio"),
          openingBalance: assumed(100_000, "yuan"),
          construction: { contractValue: assumed(12_000_000, "yuan/year") },
          loadings: {
            wageGrowth: assumed(1, "ratio"),
            employmentGrowth: assumed(1, "ratio"),
            logFrequency: assumed(1, "ratio"),
          },
        },
      ],
      construction: {
        claims: assumed(1_200, "claims per 100 million yuan"),
        duration: assumed([0.25, 0.25, 0.25, 0.25], "fraction"),
        past: assumed(1, "ratio"),
        severity,
        paymentPattern: assumed([1], "fraction"),
      },
      groups: { medical: nothing, disability: nothing, death: nothing, other: nothing },
    },
    ...changes,
  });
}

describe("in the fund", () => {
  test("contributions come at the start of a project, claims run off over its work", () => {
    const block = runBlock(sites(), 1);
    expect(series(block, "contributionIncome").slice(0, 3)).toEqual([1500, 1500, 1500]);
    // 12 million ÷ 12 × 1,200 ÷ 100 million = 12 claims of 10 yuan.
    for (const paid of series(block, "benefitPayout")) expect(paid).toBeCloseTo(120, 9);
    expect(yearLine(block, 0, "contributionIncome")).toBeCloseTo(18_000, 9);
    expect(block.tallies.slice(0, 1)[0]).toBeCloseTo(18_000, 9);
  });

  test("fewer starts than in the past: income falls at once, claims only as old sites are finished", () => {
    const paid = series(runBlock(sites({ "basis.construction.past": 2 }), 1), "benefitPayout");
    // Work in months 0, 1, 2, 3: one, two, three, four quarters of the new level, the rest of the old one.
    expect(paid.slice(0, 5)).toEqual([
      expect.closeTo(120 * 1.75, 9),
      expect.closeTo(120 * 1.5, 9),
      expect.closeTo(120 * 1.25, 9),
      expect.closeTo(120, 9),
      expect.closeTo(120, 9),
    ]);
  });

  test("a rate that changes by date changes income from that month", () => {
    const later = { from: "2024-03", form: { kind: "flat", rate: perMille(3) } };
    const block = runBlock(sites({ "rules.contribution.projects": { rates: [{ form: flat }, later] } }), 1);
    expect(series(block, "contributionIncome").slice(0, 4)).toEqual([1500, 1500, 3000, 3000]);
  });

  test("the value of starts grows each January; the outlook expects it", () => {
    const driver = {
      mean: assumed(0.1, "fraction/year"),
      persistence: assumed(0, "ratio"),
      sd: assumed(0, "fraction/year"),
      latest: assumed(0.1, "fraction/year"),
    };
    const scenario = sites({ "drivers.construction": driver });
    const income = series(runBlock(scenario, 1), "contributionIncome");
    expect(income[11]).toBeCloseTo(1500, 9);
    expect(income[12]).toBeCloseTo(1650, 9);
    const { outlook, historyMonths } = compile(scenario).ledger;
    expect(outlook.project[historyMonths + 24]).toBeCloseTo(1500 * 1.21, 9);
    expect(outlook.project[historyMonths + 24]).toBeCloseTo(income[24] ?? 0, 9);
  });
});

describe("a local uplift", () => {
  const uplift = (appliesTo: string): object => ({
    kind: "onApplication",
    appliesTo: assumed(appliesTo, "reading"),
    called: assumed("always", "reading"),
    observation: assumed("yearEnd", "reading"),
    threshold: assumed(0.2, "fraction"),
    factor: assumed(1.2, "ratio"),
    cap: assumed(1.2, "ratio"),
    effective: { kind: "nextMonth", lead: assumed(0, "months") },
    hold: assumed(12, "months"),
  });
  // 2,000 yuan of other benefits a month beside the 120 of the sites: far above the 1,500 of project contributions.
  const heavy = {
    "basis.groups.medical.frequency": assumed(new Array<number>(8).fill(1), "claims per person-year"),
    "basis.groups.medical.severity.mean": 3_000,
  };

  test.each(["all", "construction"])("raises the rate of projects too (read as %s)", (appliesTo) => {
    const scenario = sites({ ...heavy, "rules.contribution.localUplift": uplift(appliesTo) });
    const block = runBlock(scenario, 1);
    expect(series(block, "contributionIncome")[11]).toBeCloseTo(1_500, 9);
    expect(series(block, "contributionIncome")[12]).toBeCloseTo(1_800, 9);
    const { shape } = compile(scenario);
    const at = shape.tallies.findIndex(({ id }) => id === "income.localUplift");
    expect(block.tallies[at * shape.years + 1]).toBeCloseTo(12 * 300, 6);
  });
});

test("contributions forgone by a uniform cut count those of projects", () => {
  const cut = {
    kind: "uniform",
    cut: assumed(0.2, "fraction"),
    from: "2024-01",
    to: "2024-12",
    scope: assumed("region", "reading"),
    bands: [{ level: assumed(18, "months"), cut: assumed(0.2, "fraction") }],
    terms: [],
  };
  // One month of benefits in hand: no cut by the region's own months, so the whole 20 % of 18,000 yuan are forgone.
  const scenario = sites({ "rules.contribution.phasedCut": cut, "basis.regions.a.openingBalance": 100 });
  const block = runBlock(scenario, 1);
  expect(yearLine(block, 0, "contributionIncome")).toBeCloseTo(0.8 * 18_000, 6);
  const { shape } = compile(scenario);
  const at = shape.tallies.findIndex(({ id }) => id === "income.forgone");
  expect(block.tallies[at * shape.years]).toBeCloseTo(0.2 * 18_000, 6);
});

describe("bad input", () => {
  const refused = (changes: Readonly<Record<string, unknown>>): readonly string[] => {
    try {
      sites(changes);
    } catch (error) {
      if (error instanceof ScenarioError) return error.problems.map(({ path }) => path);
      throw error;
    }
    return [];
  };
  const rates = (...entries: readonly object[]): Readonly<Record<string, unknown>> => ({
    "rules.contribution.projects": { rates: entries },
  });
  test.each([
    [
      "a region that is not there",
      rates({ regions: ["b"], form: flat }),
      "rules.contribution.projects.rates.0.regions.0",
    ],
    [
      "dates out of order",
      rates({ from: "2024-05", form: flat }, { from: "2024-05", form: flat }),
      "rules.contribution.projects.rates.1.from",
    ],
    [
      "tiers without sizes of contracts",
      rates({ form: { kind: "tiered", steps } }),
      "rules.contribution.projects.contracts",
    ],
    [
      "edges that fall",
      rates({ form: { kind: "sliced", steps: [steps[1], steps[0], steps[2]] } }),
      "rules.contribution.projects.rates.0.form.steps.1.upTo",
    ],
    ["a fund without construction", { "basis.regions.a.construction": undefined }, "rules.contribution.projects"],
  ])("%s is refused", (_, changes, path) => {
    expect(refused(changes)).toContain(path);
  });
});

describe("an announced end of a phased cut is known to the outlook", () => {
  // Contracts bring 1,500 yuan a month, 1,200 under a cut of 20 % for 2024: 18,000 in 2025.
  const halfKnown = { "opening.history.0.contributionIncome": 18_000 };
  const cut = {
    kind: "uniform",
    bands: [{ level: assumed(1_000, "months"), cut: assumed(0.5, "fraction") }],
    terms: [],
    scope: assumed("pool", "reading"),
    cut: assumed(0.2, "fraction"),
    from: "2024-01",
    to: "2024-12",
  };
  function atOctober(changes: Readonly<Record<string, unknown>>): Ledger {
    const { world: worldPlan, ledger: plan } = compile(sites({ ...halfKnown, ...changes }));
    const { months, key } = worldPlan;
    const draws = createExactVariates().open({ key, firstPath: 0, paths: 1, months });
    const ledger = openLedger(
      plan,
      drawWorld(worldPlan, 1, draws, () => {}),
      0,
    );
    for (let month = 0; month <= 9; month++) projectMonth(ledger, month, 0);
    return ledger;
  }
  const none = atOctober({});
  const cutIn2024 = atOctober({ "rules.contribution.phasedCut": cut });

  test.each([
    // months of the history and the run: November and December 2024, the year 2025
    ["while the cut lasts", 22, 24, 2_400],
    ["after it", 24, 36, 18_000],
  ])("%s: of the place", (_, from, to, income) => {
    expect(regionForecast(cutIn2024, 0, 9, from, to, 0).contributions).toBeCloseTo(income, 6);
  });

  test("of the pool", () => {
    const change = { from: 1_000, factor: 1, points: 0 };
    const grows = (ledger: Ledger, from: number, to: number): number =>
      balanceForecast(ledger, 21, to, change, 0) - balanceForecast(ledger, 21, from, change, 0);
    expect(grows(none, 21, 23) - grows(cutIn2024, 21, 23)).toBeCloseTo(600, 6);
    expect(grows(none, 23, 35) - grows(cutIn2024, 23, 35)).toBeCloseTo(0, 6);
  });
});
