import { describe, expect, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { type PathTrace, type TracedMonth, tracePath } from "../../../src/model/simulation/trace.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { bundled } from "../../scenarios/bundled.ts";
import { assumed, fund } from "../fund.ts";
import { regionSeries, runBlock, series, yearLine } from "../run.ts";
import { historyOf, suzhouRules, uniformCut, unit } from "../suzhouFund.ts";

const HALF_FEN = 0.005;

function trace(scenario: Scenario, path = 0): PathTrace {
  return tracePath(compile(scenario), createExactVariates(), path);
}

function kinds({ events }: PathTrace): string[] {
  return events.map(({ t, kind }) => `${t} ${kind}`);
}

/** Opening 300 yuan, 100 a month in and 110 out: short of 9 months from the start, empty after 30. */
const poor = {
  "basis.regions.a.openingBalance": 300,
  "basis.regions.a.severity.mean": 11,
  "rules.payableMonths.observation": "quarterEnd",
};
const payers = [
  { id: "province", name: { zh: "省级", en: "Province" }, share: assumed(1 / 3, "fraction") },
  { id: "county", name: { zh: "县级", en: "County" }, share: assumed(1 / 3, "fraction") },
];

describe.each(["wuxi-2021", "zhejiang-2024"])("a path of %s run alone", (id) => {
  const scenario = bundled(id, { months: 60 });
  const block = runBlock(scenario, 5, 250);
  const third = trace(scenario, 253);

  test("has every number of the same path in a block, to the bit", () => {
    for (const name of ["contributionIncome", "benefitPayout", "fundBalance", "rateLevel"] as const) {
      expect(third.pool.map((month) => month[name])).toEqual(series(block, name, 3));
      for (const [r, region] of third.regions.entries()) {
        expect(region.months.map((month) => month[name])).toEqual(regionSeries(block, r, name, 3));
      }
    }
    expect(third.pool.map(({ payableMonths }) => payableMonths ?? Number.NaN)).toEqual(
      series(block, "payableMonths", 3),
    );
  });

  test("adds up: opening and flows to closing, months to the calendar year, regions to the pool, accounts to the balance", () => {
    for (const [t, month] of third.pool.entries()) {
      expect(Math.abs(closing(month) - month.fundBalance)).toBeLessThan(HALF_FEN);
      for (const { months } of third.regions) {
        expect(Math.abs(closing(months[t]) - (months[t]?.fundBalance ?? 0))).toBeLessThan(HALF_FEN);
      }
      const balances = third.regions.reduce((sum, { months }) => sum + (months[t]?.fundBalance ?? 0), 0);
      expect(Math.abs(balances - month.fundBalance)).toBeLessThan(HALF_FEN);
      const accounts = Object.values(third.accounts[t] ?? {}).reduce((sum: number, each: number) => sum + each, 0);
      expect(Math.abs(accounts - month.fundBalance)).toBeLessThan(HALF_FEN);
    }
    const months = 12 - (Number(scenario.start.slice(5)) - 1);
    const interest = third.pool.slice(0, months).reduce((sum, month) => sum + month.interestIncome, 0);
    expect(Math.abs(interest - yearLine(block, 0, "interestIncome", 3))).toBeLessThan(HALF_FEN);
  });

  test("knows each firing that the block counted", () => {
    const fired = third.events.filter(({ kind }) => kind === "triggerFired");
    expect(fired).toHaveLength(block.triggers.reduce((sum, { firings }) => sum + (firings[3] ?? 0), 0));
  });

  function closing(month: TracedMonth): number {
    const { openingBalance, contributionIncome, interestIncome, subsidyIncome, otherIncome } = month;
    const income = contributionIncome + interestIncome + subsidyIncome + otherIncome;
    return openingBalance + income - month.benefitPayout - month.otherOutgo + month.moved;
  }
});

test("the trigger, the decision, the measure in force and its end are told with their figures", () => {
  const measure = {
    kind: "multiply",
    factor: assumed(2, "ratio"),
    cap: assumed(2, "ratio"),
    on: assumed("act", "reading"),
    effective: { kind: "january", lead: assumed(0, "months") },
    hold: assumed(0, "months"),
    exit: { level: assumed(9, "months"), observation: assumed("yearEnd", "reading") },
  };
  const told = trace(fund({ ...poor, "rules.measure": measure }));
  // Three months at 100 in and 110 out leave 270, which is 2.6 months of the last twelve (9 × 100 and 3 × 110).
  expect(told.events.slice(0, 4)).toEqual([
    { t: 2, kind: "triggerFired", rule: "rules.trigger", region: -1, amount: 0, value: (270 * 12) / (900 + 330) },
    { t: 2, kind: "measureDecided", rule: "rules.measure", region: -1, amount: 0, value: 2 },
    { t: 9, kind: "budgetDrafted", rule: "rules.budgetDraft", region: -1, amount: expect.any(Number) },
    { t: 12, kind: "measureInForce", rule: "rules.measure", region: -1, amount: 0, value: 2 },
  ]);
  // A year at 200 in and 110 out from 180 reaches 1,260: 11.5 months; base rates return in the month after.
  expect(kinds(told).slice(4)).toEqual(["21 budgetDrafted", "24 measureEnded", "33 budgetDrafted"]);
});

test("a gap, who paid it and what stayed unpaid are told, and add up to the fen", () => {
  const told = trace(fund({ ...poor, "rules.shortfall.payers": payers, "basis.regions.a.severity.mean": 10.9999 }));
  const poorer = trace(fund({ ...poor, "basis.regions.a.severity.mean": 20.0005, "rules.shortfall.payers": payers }));
  expect(told.events.every(({ kind }) => kind !== "gapOpened")).toBe(false);
  for (const { events } of [told, poorer]) {
    for (const { t, amount } of events.filter(({ kind }) => kind === "gapOpened")) {
      const parts = events.filter((event) => event.t === t && (event.kind === "gapPaid" || event.kind === "unpaid"));
      expect(parts.map(({ kind, payer }) => [kind, payer])).toEqual([
        ["gapPaid", "province"],
        ["gapPaid", "county"],
        ["unpaid", undefined],
      ]);
      expect(parts.reduce((fen, part) => fen + Math.round(part.amount * 100), 0)).toBe(Math.round(amount * 100));
      expect(Math.abs(amount * 100 - Math.round(amount * 100))).toBeLessThan(1e-6);
    }
  }
  const subsidies = poorer.pool.map(({ subsidyIncome }) => subsidyIncome);
  expect(Math.max(...subsidies)).toBeGreaterThan(60);
});

test("a month without outgo has no payable months", () => {
  expect(trace(fund({ "basis.regions.a.claims": 0, months: 14 })).pool[13]?.payableMonths).toBeNull();
});

test("what begins in the month after the last is not told", () => {
  const measure = {
    kind: "multiply",
    factor: assumed(2, "ratio"),
    cap: assumed(2, "ratio"),
    on: assumed("act", "reading"),
    effective: { kind: "nextMonth", lead: assumed(0, "months") },
    hold: assumed(0, "months"),
    exit: { level: assumed(2, "months"), observation: assumed("monthEnd", "reading") },
  };
  const begun = ["2 triggerFired", "2 measureDecided", "3 measureInForce"];
  expect(kinds(trace(fund({ ...poor, "rules.measure": measure, months: 4 })))).toEqual(begun);
  expect(kinds(trace(fund({ ...poor, "rules.measure": measure, months: 5 })))).toEqual([...begun, "4 measureEnded"]);
});

describe("units that pay separately, with a pooled fund beside them", () => {
  const told = trace(
    fund({
      "basis.regions": [unit("a", 125, 80, 3000), unit("b", 62.5, 60, 300), unit("c", 37.5, 45, 100)],
      "opening.history": historyOf(180, 185),
      ...suzhouRules,
      "rules.contribution.phasedCut": uniformCut,
      "rules.pooledFund.initial.share": 0.01,
    }),
  );

  test("balances of the units and of the pooled fund are the fund's, and every account rolls forward", () => {
    for (const [t, month] of told.pool.entries()) {
      const units = told.regions.reduce((sum, { months }) => sum + (months[t]?.fundBalance ?? 0), 0);
      expect(units + (told.accounts[t]?.pooledFund ?? 0)).toBeCloseTo(month.fundBalance, 6);
      for (const each of [month, ...told.regions.map(({ months }) => months[t])]) {
        if (each === undefined) throw new Error("a month is missing");
        const income = each.contributionIncome + each.interestIncome + each.subsidyIncome + each.otherIncome;
        const closing = each.openingBalance + income - each.benefitPayout - each.otherOutgo + each.moved;
        expect(closing).toBeCloseTo(each.fundBalance, 6);
      }
    }
    expect(told.accounts.some(({ pooledFund }) => pooledFund > 0)).toBe(true);
  });

  test("the gap of each unit is the sum of what was paid and what nobody paid, to the fen", () => {
    const gaps = told.events.filter(({ kind }) => kind === "gapOpened");
    expect(gaps.length).toBeGreaterThan(12);
    for (const { t, region, amount } of gaps) {
      const parts = told.events.filter(
        (event) => event.t === t && event.region === region && (event.kind === "gapPaid" || event.kind === "unpaid"),
      );
      expect(parts.reduce((fen, part) => fen + Math.round(part.amount * 100), 0)).toBe(Math.round(amount * 100));
    }
    expect(new Set(told.events.map(({ payer }) => payer))).toContain("finance");
  });
});
