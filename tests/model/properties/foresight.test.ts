import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { monthText } from "../../../src/model/calendar.ts";
import { openLedger } from "../../../src/model/ledger/ledger.ts";
import { balanceForecast, outgoForecast } from "../../../src/model/ledger/outlook.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { LedgerPlan, Plan } from "../../../src/model/scenario/plan.ts";
import { foldLedger } from "../../../src/model/simulation/simulate.ts";
import type { World } from "../../../src/model/world/world.ts";
import { arbitraryScenario, RUNS, TIMEOUT } from "../arbitraryScenario.ts";
import { assumed, fund } from "../fund.ts";
import { cells, differences, planOf, poolAt, worldOf } from "./rows.ts";

vi.setConfig({ testTimeout: TIMEOUT });

/** The world with everything from month `t` on, and of every year that begins after it, replaced by `change`. */
function changedFrom({ ledger }: Plan, world: World, t: number, change: (number: number) => number): World {
  const year = Math.floor((ledger.startMonth - 1 + t) / 12) + ((ledger.startMonth - 1 + t) % 12 === 0 ? 0 : 1);
  const later =
    (from: number) =>
    (row: Float64Array): Float64Array =>
      row.map((each, i) => (i < from * world.paths ? each : change(each)));
  return {
    ...world,
    contributionBase: world.contributionBase.map(later(t)),
    employment: world.employment.map(later(year)),
    benefitUnits: world.benefitUnits.map((lines) => lines.map(later(t))),
    claimCounts: world.claimCounts.map((lines) => lines.map(later(t))),
    decision: later(t)(world.decision).map((u) => Math.min(Math.abs(u), 0.999)),
    prices: world.prices.map(later(year)),
    wageLevel: later(year)(world.wageLevel),
    interestRate: later(year)(world.interestRate),
  };
}

const rowsBefore = (rows: ReadonlyMap<string, number>, t: number): Map<string, number> =>
  new Map([...rows].filter(([name]) => Number(name.split(" ")[2]) < t));

test("nothing reads a later month: whatever happens from month t on, no row before it changes (rates, outlook and triggers too)", () => {
  fc.assert(
    fc.property(
      arbitraryScenario,
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom("restore", "as drawn"),
      fc.constantFrom("forward12", "budgetYear", "as drawn"),
      (file, t, measure, denominator) => {
        const plan = planOf(file, {
          ...(measure === "restore"
            ? { ...restoring((file as { start: string }).start), "rules.decision": { kind: "automatic" } }
            : {}),
          ...(denominator === "as drawn" ? {} : { "rules.payableMonths.denominator": denominator }),
          // The year before the first budget draft inside the run needs stated budgets.
          "rules.budgetDraft": 12,
        });
        const world = worldOf(plan);
        const known = foldLedger(plan.ledger, world, 0);
        for (const change of [(each: number) => 3 * each + 0.1, () => 0]) {
          const otherwise = foldLedger(plan.ledger, changedFrom(plan, world, t, change), 0);
          expect(differences(rowsBefore(cells(otherwise), t), rowsBefore(cells(known), t))).toEqual([]);
          known.triggers.forEach(({ first }, k) => {
            first.forEach((month, p) => {
              if (month >= 0 && month < t) expect(otherwise.triggers[k].first[p]).toBe(month);
            });
          });
        }
        expect(
          cells(
            foldLedger(
              plan.ledger,
              changedFrom(plan, world, t, () => 0),
              0,
            ),
          ),
        ).not.toEqual(cells(known));
      },
    ),
    { numRuns: 2 * RUNS },
  );
});

test("nor does a corridor, a drafted budget or a projection read a later month", () => {
  const condition = {
    confirmation: assumed(1, "observations"),
    obligation: assumed("shall", "reading"),
  };
  const strict = { ...condition, comparison: assumed("below", "reading"), tolerance: assumed(0, "months") };
  const soon = { effective: { kind: "nextMonth", lead: assumed(0, "months") }, hold: assumed(0, "months") };
  const rounding = assumed(0, "fraction");
  const restore = { kind: "restore", cap: assumed(5, "ratio"), rounding, on: assumed("act", "reading"), ...soon };
  const corridor = {
    "rules.trigger": { kind: "corridor", lower: assumed(6, "months"), upper: assumed(7, "months"), ...strict },
    "rules.measure": restore,
    "rules.excessMeasure": { kind: "restore", floor: assumed(0, "ratio"), rounding, ...soon },
  };
  const deficit = {
    "rules.trigger": { kind: "budgetDeficit", margin: assumed(0, "fraction"), ...condition },
    "rules.measure": { ...restore, target: assumed(12, "months") },
  };
  fc.assert(
    fc.property(
      arbitraryScenario,
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(corridor, deficit),
      fc.constantFrom(undefined, 0, 1),
      fc.constantFrom("costRate", "as drawn"),
      (file, t, rule, projection, denominator) => {
        const plan = planOf(file, {
          ...rule,
          ...(projection === undefined
            ? {}
            : { "rules.payableMonths.projection": assumed(projection, "calendar years") }),
          ...(denominator === "as drawn" ? {} : { "rules.payableMonths.denominator": denominator }),
          "rules.decision": { kind: "automatic" },
        });
        const world = worldOf(plan);
        const known = foldLedger(plan.ledger, world, 0);
        for (const change of [(each: number) => 3 * each + 0.1, () => 0]) {
          const otherwise = foldLedger(plan.ledger, changedFrom(plan, world, t, change), 0);
          expect(differences(rowsBefore(cells(otherwise), t), rowsBefore(cells(known), t))).toEqual([]);
          known.triggers.forEach(({ first }, k) => {
            first.forEach((month, p) => {
              if (month >= 0 && month < t) expect(otherwise.triggers[k].first[p]).toBe(month);
            });
          });
        }
      },
    ),
    { numRuns: 2 * RUNS },
  );
});

/** A trigger that fires at the first month end, and the rate that would restore 40 months a year after the start. */
function restoring(start: string): Readonly<Record<string, unknown>> {
  return {
    "rules.trigger": {
      kind: "line",
      level: assumed(40, "months"),
      comparison: assumed("below", "reading"),
      tolerance: assumed(0, "months"),
      confirmation: assumed(1, "observations"),
      obligation: assumed("shall", "reading"),
    },
    "rules.payableMonths.observation": "monthEnd",
    "rules.payableMonths.informationLag": 0,
    "rules.measure": {
      kind: "restore",
      target: assumed(40, "months"),
      by: monthText(start, 12),
      cap: assumed(1_000, "ratio"),
      rounding: assumed(0, "fraction"),
      on: assumed("act", "reading"),
      effective: { kind: "nextMonth", lead: assumed(0, "months") },
      hold: assumed(0, "months"),
    },
  };
}

/** Funds without chance whose history is the expected course: growth, seasonality, resets, transfers and interest vary. */
const certain = fc
  .record({
    startMonth: fc.integer({ min: 1, max: 12 }),
    wage: fc.constantFrom(0, 0.06),
    employment: fc.constantFrom(0, 0.03),
    frequency: fc.constantFrom(0, -0.02),
    price: fc.constantFrom(0, 0.5, 1),
    trend: fc.constantFrom(0, 0.03),
    interest: fc.constantFrom(0, 0.024),
    reset: fc.integer({ min: 1, max: 12 }),
    transfer: fc.integer({ min: 1, max: 12 }),
    seasonal: fc.boolean(),
    level: fc.constantFrom(100, 300),
    denominator: fc.constantFrom("forward12", "trailing12", "budgetYear"),
  })
  .map((parts): Plan => {
    const season = [0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1.5, 1.5];
    const start = `2024-${String(parts.startMonth).padStart(2, "0")}`;
    const history = (fund().opening.history[0] ?? {}) as object;
    const still = (mean: number): object => ({
      mean: assumed(mean, "fraction/year"),
      persistence: assumed(0, "ratio"),
      sd: assumed(0, "fraction/year"),
      latest: assumed(mean, "fraction/year"),
    });
    const plan = compile(
      fund({
        start,
        months: 60,
        paths: 1,
        "opening.history": [{ ...history, from: `2023-${start.slice(5)}` }],
        "opening.budgets": [2024, 2025].map((year) => ({
          year,
          contributionIncome: assumed(1_200, "yuan"),
          otherIncome: assumed(0, "yuan"),
          benefitPayout: assumed(1_200, "yuan"),
          otherOutgo: assumed(0, "yuan"),
          transferUp: assumed(0, "yuan"),
        })),
        "basis.regions.a.openingBalance": parts.level * 50,
        "basis.regions.a.severity.wageShare": parts.price,
        "basis.regions.a.severity.excessTrend": parts.trend,
        "drivers.wageGrowth": still(parts.wage),
        "drivers.employmentGrowth": still(parts.employment),
        "drivers.interestRate": still(parts.interest),
        "drivers.frequencyTrend": parts.frequency,
        "drivers.injurySeasonality": parts.seasonal ? season : new Array<number>(12).fill(1),
        "rules.contribution.baseReset": parts.reset,
        "rules.contribution.seasonality": parts.seasonal ? season.toReversed() : new Array<number>(12).fill(1),
        "rules.costs.appraisal": 3,
        "rules.costs.prevention.amount": 2,
        "rules.costs.transferUp.amount": 40,
        "rules.costs.transferUp.month": parts.transfer,
        "rules.costs.otherIncome": 1,
        "rules.payableMonths.denominator": parts.denominator,
        "rules.payableMonths.outgo": "totalOutgo",
      }),
    );
    return { ...plan, ledger: withExpectedHistory(plan.ledger) };
  });

/** The ledger plan with a history that went as expected, and expected courses that know the shape of each line, not its level. */
function withExpectedHistory(plan: LedgerPlan): LedgerPlan {
  const { contribution, regionContribution, project, regionProject, benefit, otherOutgo, transfer } = plan.outlook;
  const past = (line: readonly number[]): number[] => line.slice(0, plan.historyMonths);
  const times = (line: readonly number[], factor: number): number[] => line.map((each) => each * factor);
  return {
    ...plan,
    outlook: {
      contribution: times(contribution, 2),
      regionContribution: regionContribution.map((line) => times(line, 2)),
      project: times(project, 4),
      regionProject: regionProject.map((line) => times(line, 4)),
      benefit: times(benefit, 3),
      otherOutgo: times(otherOutgo, 0.5),
      transfer: times(transfer, 5),
    },
    history: {
      contributionIncome: past(contribution),
      projectIncome: past(project),
      benefitPayout: past(benefit),
      otherOutgo: past(otherOutgo),
      transferUp: past(transfer),
    },
  };
}

const EXACT = 1e-9;

test("in a fund without chance the outlook is what happens: balances, next year's outgo, the drafted budget", () => {
  fc.assert(
    fc.property(certain, fc.integer({ min: -1, max: 20 }), fc.integer({ min: 1, max: 36 }), (plan, t, ahead) => {
      const ledger = openLedger(plan.ledger, worldOf(plan), 0);
      for (let month = 0; month <= t; month++) projectMonth(ledger, month, 0);
      const known = plan.ledger.historyMonths + t;
      const unchanged = { from: known + 1, factor: 1, points: 0 };
      const balance = balanceForecast(ledger, known, known + ahead, unchanged, 0);
      const outgo = outgoForecast(ledger, known, known + 1, known + 1 + ahead, 0);

      const { record } = ledger;
      for (let month = t + 1; month < 60; month++) projectMonth(ledger, month, 0);
      let paid = 0;
      for (let month = t + 1; month <= t + ahead; month++) paid += poolAt(record, "totalOutgo", month, 0);
      expect(Math.abs(balance / poolAt(record, "fundBalance", t + ahead, 0) - 1)).toBeLessThan(EXACT);
      expect(Math.abs(outgo / paid - 1)).toBeLessThan(EXACT);
    }),
    { numRuns: 2 * RUNS },
  );
});

test("in a fund without chance payable months by the forward and by the budget year say what the next months cost", () => {
  fc.assert(
    fc.property(certain, (plan) => {
      const record = foldLedger(plan.ledger, worldOf(plan), 0);
      const { denominator } = plan.ledger.payableMonths;
      for (let t = 0; t < 48; t++) {
        const sinceJanuary = (plan.ledger.startMonth - 1 + t) % 12;
        const from = denominator === "forward12" ? t + 1 : denominator === "trailing12" ? t - 11 : t - sinceJanuary;
        const stated = denominator === "budgetYear" && from < 12 + (13 - plan.ledger.startMonth);
        if (from < 0 || from + 12 > 60 || stated) continue;
        let year = 0;
        for (let month = from; month < from + 12; month++) year += poolAt(record, "totalOutgo", month, 0);
        const expected = (poolAt(record, "fundBalance", t, 0) * 12) / year;
        expect(Math.abs(poolAt(record, "payableMonths", t, 0) / expected - 1)).toBeLessThan(EXACT);
      }
    }),
    { numRuns: RUNS },
  );
});
