import { describe, expect, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { gapShare, type LocalUpliftPlan, upliftAfter } from "../../../src/model/rules/localUplift.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { drawWorld } from "../../../src/model/world/world.ts";
import { assumed, fund, region } from "../fund.ts";
import { regionSeries, runBlock, yearLine } from "../run.ts";

test.each([
  // income, outgo, gap ÷ income
  [100, 120, 0.2],
  [100, 100, 0],
  [100, 80, -0.2],
  [0, 80, Number.POSITIVE_INFINITY],
  [0, 0, 0],
])("income %d and outgo %d: gap %d of income", (income, outgo, gap) => {
  expect(gapShare(income, outgo)).toBe(gap);
});

const plan: LocalUpliftPlan = {
  payroll: true,
  trigger: -1,
  observation: "yearEnd",
  threshold: 0.2,
  factor: 1.2,
  cap: 1.5,
  effective: "january",
  lead: 0,
  effectiveMonth: 0,
  hold: 12,
  exit: -0.05,
};

test.each([
  // gap, multiple in force, granted
  ["below the threshold", 0.19, 1, 1],
  ["on the threshold", 0.2, 1, 1],
  ["above it", 0.21, 1, 1.2],
  ["a second step", 0.21, 1.2, 1.44],
  ["up to the cap", 0.21, 1.44, 1.5],
  ["at the cap", 0.21, 1.5, 1.5],
])("a gap %s", (_, gap, current, granted) => {
  expect(upliftAfter(plan, gap, current)).toBeCloseTo(granted, 12);
});

const rule = {
  kind: "onApplication",
  appliesTo: assumed("all", "reading"),
  called: assumed("always", "reading"),
  observation: assumed("yearEnd", "reading"),
  threshold: assumed(0.2, "fraction"),
  factor: assumed(1.25, "ratio"),
  cap: assumed(1.25, "ratio"),
  effective: { kind: "january", lead: assumed(0, "months") },
  hold: assumed(12, "months"),
};

/** Place a takes in 50 and pays `outgo` a month, place b 50 and 50; both in the history as in the run. */
function twoPlaces(outgo: number, more: Readonly<Record<string, unknown>> = {}): Scenario {
  return fund({
    "basis.regions": [region("a", 5_000, 20_000), region("b", 5_000, 20_000)],
    "basis.regions.a.claims": outgo / 10,
    "opening.history.0.benefitPayout": 12 * (outgo + 50),
    "rules.contribution.localUplift": rule,
    ...more,
  });
}

/** Multiples of the announced rate of 1 % by region in month `t`. */
function multiples(scenario: Scenario, t: number): number[] {
  const block = runBlock(scenario, 1);
  return [0, 1].map((r) => Math.round((regionSeries(block, r, "rateLevel")[t] ?? Number.NaN) * 1e8) / 1e6);
}

describe("a place with a large gap raises its own rates", () => {
  test.each([
    // outgo a month at an income of 50, rate of a in 2024 and 2025; b never changes
    ["below the threshold", 59, 1],
    ["on the threshold", 60, 1],
    ["above the threshold", 61, 1.25],
  ])("gap %s: outgo %d", (_, outgo, next) => {
    expect(multiples(twoPlaces(outgo), 11)).toEqual([1, 1]);
    expect(multiples(twoPlaces(outgo), 12)).toEqual([next, 1]);
  });

  test("its income for the year is 12 × 50 × 1.25, and the tally has what came of it", () => {
    const scenario = twoPlaces(61);
    const block = runBlock(scenario, 1);
    expect(yearLine(block, 1, "contributionIncome")).toBeCloseTo(12 * 62.5 + 12 * 50, 9);
    expect([0, 1, 2].map((year) => block.tallies[year])).toEqual([0, 150, 150].map((each) => expect.closeTo(each, 9)));
  });

  test("with the uplift in force the gap is what is left; at the cap nothing more is granted", () => {
    const two = twoPlaces(90, { "rules.contribution.localUplift.cap": 1.5 });
    // 90 against 50: × 1.25 from 2025; 90 against 62.5 is still above a fifth: × 1.5 from 2026, the cap.
    expect([11, 12, 24, 35].map((t) => multiples(two, t)[0])).toEqual([1, 1.25, 1.5, 1.5]);
  });

  test.each([
    // exit, rate in 2026: with the uplift income is 62.5 and outgo 61, a surplus of 2.4 %.
    ["above the surplus", -0.02, 1],
    ["below it", -0.03, 1.25],
  ])("it ends when the gap is below the exit: exit %s", (_, exit, after) => {
    const ends = twoPlaces(61, { "rules.contribution.localUplift.exit": assumed(exit, "fraction") });
    expect(multiples(ends, 24)[0]).toBe(after);
  });

  test("not before its shortest time is over", () => {
    const ends = { "rules.contribution.localUplift.exit": assumed(-0.02, "fraction") };
    const months = { "rules.contribution.localUplift.observation": "monthEnd" };
    const held = (hold: number): number[] =>
      [12, 13, 23, 24].map(
        (t) => multiples(twoPlaces(61, { ...ends, ...months, "rules.contribution.localUplift.hold": hold }), t)[0] ?? 0,
      );
    expect(held(12)).toEqual([1.25, 1.25, 1.25, 1]);
    expect(held(1)).toEqual([1.25, 1, 1, 1.25]);
  });

  test.each([
    ["while the trigger stands fired", 3_000, [1, 1.25]],
    ["not while it does not", 20_000, [1, 1]],
  ])("called at the action line: %s", (_, balance, expected) => {
    const called = twoPlaces(61, {
      "basis.regions.a.openingBalance": balance / 4,
      "basis.regions.b.openingBalance": balance / 4,
      "rules.trigger.level": 15,
      "rules.contribution.localUplift.called": "act",
    });
    expect([11, 12].map((t) => multiples(called, t)[0])).toEqual(expected);
  });

  test("read as construction only, payroll rates stay as they are (projects: see projectContribution.test.ts)", () => {
    const construction = twoPlaces(61, { "rules.contribution.localUplift.appliesTo": "construction" });
    const none = twoPlaces(61, { "rules.contribution.localUplift": { kind: "none" } });
    expect(runBlock(construction, 1).pool).toEqual(runBlock(none, 1).pool);
  });

  test("the journal says who, when and how much", () => {
    const { world: worldPlan, ledger: ledgerPlan } = compile(twoPlaces(61));
    const { months, key } = worldPlan;
    const draws = createExactVariates().open({ key, firstPath: 0, paths: 1, months });
    const journal: JournalEvent[] = [];
    const ledger = openLedger(
      ledgerPlan,
      drawWorld(worldPlan, 1, draws, () => {}),
      0,
      journal,
    );
    for (let month = 0; month < months; month++) projectMonth(ledger, month, 0);
    expect(journal.filter(({ kind }) => kind === "upliftInForce")).toEqual([
      { t: 12, kind: "upliftInForce", rule: "rules.contribution.localUplift", region: 0, amount: 0, value: 1.25 },
    ]);
  });
});
