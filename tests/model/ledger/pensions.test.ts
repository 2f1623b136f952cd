import { describe, expect, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { foldLedger } from "../../../src/model/simulation/simulate.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { drawWorld } from "../../../src/model/world/world.ts";
import { assumed } from "../fund.ts";
import { awards, mortality, onlyAt, pensionFund, pensionRules, persons } from "../pensionFund.ts";
import { runBlock, series } from "../run.ts";

const first = [0, 0, 0, 0, 0, 0, 0, 0];
const wages = (mean: number, latest: number): object => ({
  "drivers.wageGrowth.mean": mean,
  "drivers.wageGrowth.latest": latest,
});

/** One recipient of 1,000 yuan a month who does not die, from January 2024. */
function one(kind: string, changes: Readonly<Record<string, unknown>>): Scenario {
  return pensionFund(
    {
      months: 60,
      "basis.pensioners": [persons(kind, "male", onlyAt(30, 1), 1000)],
      "drivers.mortality": mortality(0),
      "rules.pensions": pensionRules,
      ...changes,
    },
    0,
  );
}

function weighted(firstMonth: string, everyYears: number, wageWeight: number, downward = "never"): object {
  return {
    kind: "weighted",
    first: firstMonth,
    everyYears: assumed(everyYears, "years"),
    downward: assumed(downward, "reading"),
    wageWeight: assumed(wageWeight, "fraction"),
    priceWeight: assumed(1 - wageWeight, "fraction"),
    priceGrowth: assumed(0.02, "fraction/year"),
  };
}

const paid = (scenario: Scenario): number[] =>
  series(runBlock(scenario, 1), "benefitPayout").map((each) => Math.round(each * 1e4) / 1e4);
const at = (month: string): number => (Number(month.slice(0, 4)) - 2024) * 12 + Number(month.slice(5)) - 1;

describe("adjustment of a pension of 1,000 yuan, wages +8 % before 2024 and +5 % a year from 2025", () => {
  // 0.6 × 8 % + 0.4 × 2 % = 5.6 %; 0.6 × 5 % + 0.4 × 2 % = 3.8 %.
  test.each([
    ["2024-06", 1000],
    ["2024-07", 1056],
    ["2025-06", 1056],
    ["2025-07", 1096.128],
    ["2026-07", 1137.7809],
    ["2027-07", 1181.0165],
    ["2028-06", 1181.0165],
    ["2028-07", 1225.8952],
    ["2028-12", 1225.8952],
  ])("every July: %s %d", (month, amount) => {
    const scenario = one("disability", {
      ...wages(0.05, 0.08),
      "rules.pensions.indexation": { disability: weighted("2024-07", 1, 0.6) },
    });
    expect(paid(scenario)[at(month)]).toBeCloseTo(amount, 3);
  });

  // The adjustment of March 2025 takes up 2024 and 2025, that of March 2027 the two years after.
  test.each([
    ["2025-02", 1000],
    ["2025-03", 1096.128],
    ["2026-12", 1096.128],
    ["2027-02", 1096.128],
    ["2027-03", 1181.0165],
    ["2028-12", 1181.0165],
  ])("every second March from 2025: %s %d", (month, amount) => {
    const scenario = one("spouse", {
      ...wages(0.05, 0.08),
      "rules.pensions.indexation": { survivors: weighted("2025-03", 2, 0.6) },
    });
    expect(paid(scenario)[at(month)]).toBeCloseTo(amount, 3);
  });

  test("a first adjustment years before the start gives the same months", () => {
    const from = (month: string): number[] =>
      paid(
        one("spouse", {
          ...wages(0.05, 0.08),
          "rules.pensions.indexation": { survivors: weighted(month, 2, 0.6) },
        }),
      );
    expect(from("2019-03")).toEqual(from("2025-03"));
  });

  test("falling wages: never down, or followed", () => {
    const falling = (downward: string): number[] =>
      paid(
        one("care", {
          ...wages(-0.05, 0),
          "rules.pensions.indexation": { care: weighted("2024-07", 1, 1, downward) },
        }),
      );
    expect([falling("never")[11], falling("never")[59]]).toEqual([1000, 1000]);
    expect([falling("follows")[11], falling("follows")[17], falling("follows")[18]]).toEqual([1000, 1000, 950]);
  });

  test("announced rates, and a jump beside them", () => {
    const stated = {
      kind: "stated",
      first: "2024-01",
      everyYears: assumed(1, "years"),
      downward: assumed("never", "reading"),
      increase: [assumed(0.03, "fraction/year"), { ...assumed(0.02, "fraction/year"), from: "2026-01" }],
      jump: { month: "2027-06", increase: assumed(0.1, "fraction/year") },
    };
    const found = paid(one("disability", { "rules.pensions.indexation": { disability: stated } }));
    expect(
      ["2024-12", "2025-01", "2026-01", "2027-01", "2027-05", "2027-06", "2028-01"].map((month) => found[at(month)]),
    ).toEqual([1000, 1030, 1050.6, 1071.612, 1071.612, 1178.7732, 1202.3487]);
  });
});

test("new disability pensions are a share of the wage of their year, those in payment stay", () => {
  const scenario = one("disability", {
    months: 36,
    ...wages(0.1, 0),
    "basis.groups.death.frequency.value": [0.001, ...first.slice(1)],
    "basis.awards": [awards("disability", 30, 1, 0)],
  });
  // One new pension of grade 4 a month: 75 % of 4,000 yuan in 2024, of 4,400 in 2025, of 4,840 in 2026.
  const found = paid(scenario);
  expect(found[0]).toBe(1000 + 3000);
  expect(found[11]).toBe(1000 + 12 * 3000);
  expect(found[12]).toBe(1000 + 12 * 3000 + 3300);
  expect(found[35]).toBeCloseTo(1000 + 12 * (3000 + 3300 + 3630), 6);
});

test("care follows A: in payment as new, from the month in which the figure is published", () => {
  const scenario = one("care", {
    months: 36,
    ...wages(0.05, 0.08),
    "basis.pensioners": [persons("care", "male", onlyAt(30, 10), 1800)],
    "basis.groups.death.frequency.value": [0.001, ...first.slice(1)],
    "basis.awards": [awards("care", 30, 1, 0)],
    "rules.benefits": {
      wageBase: {
        definition: { kind: "provincial" },
        average: { provincial: [assumed(72_000, "yuan/year")] },
        published: [assumed(7, "calendar month")],
      },
    },
    "rules.pensions.indexation": { care: weighted("2024-07", 1, 1) },
  });
  // 30 % of 6,000 yuan; A is 6,480 from July 2024, then 5 % more each July.
  const found = paid(scenario);
  const base = (t: number): number => (t < 6 ? 6000 : t < 18 ? 6480 : t < 30 ? 6804 : 7144.2);
  found.forEach((cost, t) => expect(cost).toBeCloseTo(0.3 * base(t) * (10 + t + 1), 4));
});

const age = (before: number, after: number, everyMonths: number): object => ({
  before: assumed(before, "years"),
  after: assumed(after, "years"),
  from: "2025-01",
  everyMonths: assumed(everyMonths, "months"),
});
const retirement = {
  men: age(60, 63, 4),
  women: age(55, 58, 4),
  womenWorkers: age(50, 55, 2),
  workersShare: assumed(0.5, "fraction"),
  oldAgePension: assumed(0.8, "ratio"),
};

describe("handover to the old-age pension", () => {
  const stock = (sex: string, years: number, changes: Readonly<Record<string, unknown>> = {}): Scenario =>
    one("disability", {
      months: 24,
      "basis.pensioners": [persons("disability", sex, onlyAt(years, 100), 1000)],
      "rules.pensions.retirement": retirement,
      ...changes,
    });

  test("100 men of 55–59: one in sixty a month reaches 60 and costs a fifth; from 2025 later", () => {
    const found = paid(stock("male", 57));
    for (let t = 0; t < 12; t++) expect(found[t]).toBeCloseTo(100_000 - (0.8 * 100_000 * t) / 60, 3);
    // In January 2025 one fifth is 60–64; the age is 60 and a month.
    expect(found[12]).toBeCloseTo(100_000 - 0.8 * 1000 * (20 - (20 * 1) / 60), 3);
    // In July it is 60 and 2 months, half a year after January: 4 months before 60 on the ages of January.
    expect(found[18]).toBeCloseTo(100_000 - 0.8 * 1000 * (20 + (80 * 4) / 60), 3);
  });

  test("women: half at the workers' age of 50, half at 55", () => {
    const found = paid(stock("female", 52));
    expect(found[0]).toBeCloseTo(100_000, 3);
    // Of 50–54 in January all workers are retired at the start: what they are paid is already the difference.
    // So 100,000 is 0.6 of the pensions; in July a tenth of the others has reached 55: 1 − 0.8 × (0.5 + 0.05) is left.
    expect(found[6]).toBeCloseTo((100_000 * 0.56) / 0.6, 3);
    const older = paid(stock("female", 57));
    expect(older[0]).toBe(100_000);
    expect(older[11]).toBe(100_000);
  });

  test("survivors beside them are paid for life", () => {
    const survivors = persons("spouse", "male", onlyAt(70, 10), 100);
    const both = paid(
      stock("male", 57, {
        "basis.pensioners": [persons("disability", "male", onlyAt(57, 100), 1000), survivors],
      }),
    );
    paid(stock("male", 57)).forEach((cost, t) => expect(both[t] - cost).toBeCloseTo(1000, 3));
  });

  test("the opening level is what is paid, whoever is retired", () => {
    expect(paid(stock("male", 70))[0]).toBeCloseTo(100_000, 6);
    expect(paid(stock("male", 62))[23]).toBeLessThanOrEqual(100_000);
  });
});

test("the outlook expects exactly what happens where nothing is random", () => {
  const scenario = one("disability", {
    months: 48,
    ...wages(0.05, 0.05),
    "basis.pensioners": [
      persons("disability", "male", onlyAt(57, 50), 1000),
      persons("spouse", "female", onlyAt(47, 30), 900),
    ],
    "basis.groups.death.frequency.value": [0.001, ...first.slice(1)],
    "basis.awards": [awards("disability", 40, 0.5, 5), awards("spouse", 40, 0.4, 2)],
    "drivers.mortality": mortality(0.04),
    "drivers.employmentGrowth.mean": 0.02,
    "drivers.frequencyTrend": -0.01,
    "rules.pensions.retirement": retirement,
    "rules.pensions.indexation": { disability: weighted("2024-07", 1, 0.6), survivors: weighted("2025-01", 2, 0.2) },
  });
  const { ledger } = compile(scenario);
  const found = series(runBlock(scenario, 1), "benefitPayout");
  found.forEach((cost, t) => expect(ledger.outlook.benefit[ledger.historyMonths + t] / cost).toBeCloseTo(1, 10));
  // Before the start it lies below, by the growth of the first year.
  const yearBefore = ledger.outlook.benefit[ledger.historyMonths - 12];
  expect(yearBefore * found[12]).toBeCloseTo(found[0] * found[0], 3);
});

test("items are tallied by year, and adjustments of a path are written down", () => {
  const scenario = one("disability", {
    ...wages(0.05, 0.08),
    "basis.pensioners": [
      persons("disability", "male", onlyAt(30, 2), 1000),
      persons("care", "female", onlyAt(30, 1), 500),
      persons("spouse", "female", onlyAt(30, 1), 300),
      persons("child", "female", onlyAt(0, 1), 100),
    ],
    "rules.pensions.indexation": { disability: weighted("2024-07", 1, 0.6), survivors: weighted("2024-07", 1, 0.6) },
  });
  const { world, ledger, shape } = compile(scenario);
  const ids = shape.tallies.map(({ id }) => id);
  expect(ids).toEqual(["item.disability.pension", "item.disability.care", "item.death.survivors"]);
  const draws = createExactVariates().open({ key: world.key, firstPath: 0, paths: 1, months: 60 });
  const journal: JournalEvent[] = [];
  const block = foldLedger(
    ledger,
    drawWorld(world, 1, draws, () => {}),
    0,
    () => {},
    journal,
  );
  const year = (item: number, y: number): number => block.tallies[item * 5 + y];
  expect(year(0, 0)).toBeCloseTo(6 * 2000 + 6 * 2112, 6);
  expect(year(1, 0)).toBe(6000);
  expect(year(1, 4)).toBeCloseTo(6000, 6);
  expect(year(2, 0)).toBeCloseTo(6 * 400 + 6 * 422.4, 6);
  const total = [0, 1, 2].reduce((sum, item) => sum + year(item, 2), 0);
  expect(total).toBeCloseTo(
    series(block, "benefitPayout")
      .slice(24, 36)
      .reduce((sum, each) => sum + each, 0),
    6,
  );
  const indexed = journal.filter(({ kind }) => kind === "indexed");
  expect(indexed.slice(0, 2)).toEqual([
    {
      t: 6,
      kind: "indexed",
      rule: "rules.pensions.indexation.disability",
      region: -1,
      amount: expect.closeTo(112, 6),
      value: expect.closeTo(0.056, 9),
    },
    {
      t: 6,
      kind: "indexed",
      rule: "rules.pensions.indexation.survivors",
      region: -1,
      amount: expect.closeTo(22.4, 6),
      value: expect.closeTo(0.056, 9),
    },
  ]);
  expect(indexed.map(({ t }) => t)).toEqual([6, 6, 18, 18, 30, 30, 42, 42, 54, 54]);
});

test("rules and mortality without pensioners change nothing, and pensioners move no other draw", () => {
  const noisy = { "drivers.claimNoise": true, "drivers.mixing": 0.1, "drivers.logFrequency.sd": 0.05 };
  const plain = compile(pensionFund(noisy));
  const ruled = compile(pensionFund({ ...noisy, "rules.pensions": pensionRules, "drivers.mortality": mortality(0.1) }));
  expect(JSON.stringify(ruled.world)).toBe(JSON.stringify(plain.world));
  expect(JSON.stringify(ruled.ledger)).toBe(JSON.stringify(plain.ledger));
  const stocked = compile(
    pensionFund({
      ...noisy,
      "rules.pensions": pensionRules,
      "drivers.mortality": mortality(0.1),
      "basis.pensioners": [persons("care", "male", onlyAt(30, 10), 10)],
    }),
  );
  const counts = [plain, stocked].map(({ world }) => {
    const draws = createExactVariates().open({ key: world.key, firstPath: 0, paths: 50, months: world.months });
    return [...drawWorld(world, 50, draws, () => {}).claimCounts[0][2]];
  });
  expect(counts[1]).toEqual(counts[0]);
});
