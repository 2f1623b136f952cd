import { describe, expect, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { type Ledger, openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { drawWorld } from "../../../src/model/world/world.ts";
import { assumed, fund, region } from "../fund.ts";
import { runBlock, series, yearLine } from "../run.ts";

/** A term of the cut, an assumption of the test. */
function term(from: string, to: string, testedOn?: string): object {
  const { basis, reason } = assumed(0, "") as { basis: unknown; reason: unknown };
  return { from, to, ...(testedOn === undefined ? {} : { testedOn }), basis, reason };
}

const bands = [
  { level: assumed(18, "months"), cut: assumed(0.2, "fraction") },
  { level: assumed(24, "months"), cut: assumed(0.5, "fraction") },
];

/** The cut by payable months in the terms, tested on the pool. */
function cut(more: object = {}): object {
  return {
    kind: "byPayableMonths",
    bands,
    terms: [term("2023-05", "2024-12")],
    scope: assumed("pool", "reading"),
    ...more,
  };
}

/** The still fund (100 in, 100 out a month) that can pay so many months on the first day. */
function fundAt(months: number, rule: object = cut(), more: Readonly<Record<string, unknown>> = {}): Scenario {
  return fund({ "basis.regions.a.openingBalance": 100 * months, "rules.contribution.phasedCut": rule, ...more });
}

/** The ledger of one path at its end, with its journal. */
function told(scenario: Scenario): { readonly ledger: Ledger; readonly journal: readonly JournalEvent[] } {
  const { world: worldPlan, ledger: plan } = compile(scenario);
  const { months, key } = worldPlan;
  const draws = createExactVariates().open({ key, firstPath: 0, paths: 1, months });
  const journal: JournalEvent[] = [];
  const ledger = openLedger(
    plan,
    drawWorld(worldPlan, 1, draws, () => {}),
    0,
    journal,
  );
  for (let month = 0; month < months; month++) projectMonth(ledger, month, 0);
  return { ledger, journal };
}

describe("the cut goes by payable months before the term", () => {
  test.each([
    // months on the first day, contributions of 2024, given up
    ["17.99: none", 17.99, 1_200],
    ["18: a fifth", 18, 960],
    ["23.99: a fifth", 23.99, 960],
    ["24: a half", 24, 600],
  ])("%s", (_, months, contributions) => {
    const block = runBlock(fundAt(months), 1);
    expect(yearLine(block, 0, "contributionIncome")).toBeCloseTo(contributions, 9);
    expect(block.tallies[0]).toBeCloseTo(1_200 - contributions, 9);
    // The term ends with 2024.
    expect(yearLine(block, 1, "contributionIncome")).toBe(1_200);
    expect(block.tallies[1]).toBe(0);
  });

  test("a term later in the run is tested on the December before it, or on the month that it names", () => {
    // 26 months on the first day, then 10 of 120 a month are not earned: 24.8 after 12 months, 23 after 30 (June 2026).
    const falling = { "basis.regions.a.contributionRate": 0.009, months: 48 };
    const tested = (month?: string): number[] => {
      const rule = cut({ terms: [term("2026-07", "2027-06", month)] });
      return series(runBlock(fundAt(26, rule, falling), 1), "contributionIncome").slice(29, 43);
    };
    // December 2025: 26 − 24 × 0.1 = 23.6: a fifth of 90 for twelve months.
    expect(tested().map(Math.round)).toEqual([90, ...new Array<number>(12).fill(72), 90]);
    // December 2024: 26 − 1.2 = 24.8: a half.
    expect(tested("2024-12").map(Math.round)).toEqual([90, ...new Array<number>(12).fill(45), 90]);
  });

  test("by region: each place by its own months; the pool's average decides for none", () => {
    const two = {
      "basis.regions": [region("a", 5_000, 50 * 30), region("b", 5_000, 50 * 10)],
      "rules.contribution.phasedCut": cut({ scope: assumed("region", "reading") }),
    };
    // a has 30 months (a half), b 10 (none): 25 + 50; the pool has 20 (a fifth of 100).
    expect(series(runBlock(fund(two), 1), "contributionIncome")[0]).toBeCloseTo(75, 9);
    const pool = { ...two, "rules.contribution.phasedCut": cut() };
    expect(series(runBlock(fund(pool), 1), "contributionIncome")[0]).toBeCloseTo(80, 9);
  });
});

describe("a cut that stops", () => {
  const stopping = cut({ stopsBelow: assumed(18, "months"), terms: [term("2023-05", "2025-12")] });

  test("Henan 2023: the month after payable months fall below 18", () => {
    // 19 months; each month 80 comes in and 100 goes out: 18 after five months (on the line, stays), 17.8 after six.
    const income = series(runBlock(fundAt(19, stopping), 1), "contributionIncome");
    expect(income.slice(0, 8).map(Math.round)).toEqual([80, 80, 80, 80, 80, 80, 100, 100]);
    expect(income[23]).toBeCloseTo(100, 9);
  });

  test("by what is known after the information lag", () => {
    const lagged = {
      "rules.payableMonths.informationLag": 2,
      "opening.history.0.from": "2022-11",
      "opening.history.0.months": 14,
      "opening.history.0.benefitPayout": 1_400,
      "opening.history.0.contributionIncome": 1_400,
    };
    const income = series(runBlock(fundAt(19, stopping, lagged), 1), "contributionIncome");
    expect(income.slice(4, 10).map(Math.round)).toEqual([80, 80, 80, 80, 100, 100]);
  });

  test("the next term tests anew; the journal has beginning and end of both", () => {
    const rule = cut({
      stopsBelow: assumed(18, "months"),
      terms: [term("2023-05", "2024-12"), term("2025-01", "2025-02", "2023-12")],
    });
    // Budgets, which are drafted each October, are the journal's only other events.
    const journal = told(fundAt(19, rule)).journal.filter(({ kind }) => kind !== "budgetDrafted");
    expect(journal.map(({ t, kind, value }) => [t, kind, value])).toEqual([
      [0, "cutInForce", 0.8],
      [6, "cutEnded", 1],
      [12, "cutInForce", 0.8],
      [13, "cutEnded", 1],
    ]);
    expect(journal.every(({ rule: place }) => place === "rules.contribution.phasedCut")).toBe(true);
  });
});

describe("a uniform cut (Suzhou)", () => {
  const uniform = cut({
    kind: "uniform",
    cut: assumed(0.5, "fraction"),
    from: "2024-01",
    to: "2025-04",
    terms: [term("2023-05", "2024-12"), term("2025-05", "2025-12", "2023-12")],
    scope: assumed("region", "reading"),
  });
  /** Three places of 30, 20 and 10 months: entitled to a half, a fifth and nothing. Each has 40 a month at full rates. */
  const threeFor = (months: number): Scenario =>
    fund({
      months,
      "basis.regions": [region("a", 4_000, 1_200), region("b", 4_000, 800), region("c", 4_000, 400)],
      "opening.history.0.benefitPayout": 1_440,
      "opening.history.0.contributionIncome": 1_440,
      "rules.contribution.phasedCut": uniform,
    });
  const three = threeFor(36);

  test("all pay half, also a place that would not qualify; afterwards each by its own months", () => {
    const income = series(runBlock(three, 1), "contributionIncome");
    for (let t = 0; t < 16; t++) expect(income[t]).toBeCloseTo(60, 9);
    // From May 2025, tested on December 2023 (the first day): 20 + 32 + 40; from 2026 all in full.
    for (let t = 16; t < 24; t++) expect(income[t]).toBeCloseTo(92, 9);
    expect(income[24]).toBeCloseTo(120, 9);
  });

  test.each([
    // place, forgone a month = 40 × (0.5 − own entitlement), in all after 16 months
    ["a", 0, 0],
    ["b", 1, 16 * 12],
    ["c", 2, 16 * 20],
  ])("place %s forgoes what it did not qualify for", (_, r, forgone) => {
    const { ledger } = told(three);
    expect(ledger.forgone[r]).toBeCloseTo(forgone, 9);
    // The count of the year began anew in January 2025, with four months of the cut, and in January 2026.
    expect(told(threeFor(16)).ledger.forgoneThisYear[r]).toBeCloseTo(forgone / 4, 9);
    expect(ledger.forgoneThisYear[r]).toBe(0);
  });

  test("the year's count holds the year alone; the tally has both years", () => {
    const block = runBlock(three, 1);
    const years = block.years.length / 11;
    expect(years).toBe(3);
    // Second tally of the scenario: 12 × 32, 4 × 32, nothing.
    expect([3, 4, 5].map((at) => block.tallies[at])).toEqual([384, 128, 0].map((each) => expect.closeTo(each, 9)));
  });
});

test("the forecaster knows that a cut ends: next year's income of a place is at full rates", () => {
  const rule = cut({ terms: [term("2023-05", "2024-12")] });
  const measured = fundAt(20, rule, {
    "rules.trigger.level": 17.7,
    "rules.measure": {
      kind: "restore",
      target: assumed(17.7, "months"),
      by: "2026-12",
      cap: assumed(3, "ratio"),
      rounding: assumed(0, "fraction"),
      on: assumed("act", "reading"),
      effective: { kind: "january", lead: assumed(0, "months") },
      hold: assumed(12, "months"),
    },
  });
  // 20 − 12 × 0.2 = 17.6 at the end of 2024, which fires. Then 100 in and 100 out: 10 yuan are missing in 24 months.
  const rates = series(runBlock(measured, 1), "rateLevel");
  expect(rates[11]).toBeCloseTo(0.008, 12);
  expect(rates[12]).toBeCloseTo(0.01 * (1 + 10 / 2_400), 9);
});

test("no cut and a fund without the rule are the same fund", () => {
  expect(runBlock(fundAt(30, { kind: "none" }), 2).pool).toEqual(
    runBlock(fund({ "basis.regions.a.openingBalance": 3_000 }), 2).pool,
  );
});
