import { describe, expect, test } from "vitest";
import { buildUpAmount } from "../../../src/model/rules/measures/buildUp.ts";
import { tableRatio } from "../../../src/model/rules/measures/classTable.ts";
import { rateRoundedUp, roundedUp, withinStep } from "../../../src/model/rules/measures/limits.ts";
import { decidedWithin, restoring } from "../../../src/model/rules/measures/restore.ts";
import { bandOf } from "../../../src/model/rules/measures/schedule.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { expectedText } from "../../../src/text/expectations.ts";
import { bundled } from "../../scenarios/bundled.ts";
import { assumed, expectedDrivers, fund } from "../fund.ts";
import { problemsOf } from "../problems.ts";
import { regionSeries, runBlock, series } from "../run.ts";

type Changes = Readonly<Record<string, unknown>>;

const terms = {
  on: assumed("act", "reading"),
  effective: { kind: "nextMonth", lead: assumed(0, "months") },
  hold: assumed(0, "months"),
};
const restore = (changed: object = {}): object => ({
  kind: "restore",
  cap: assumed(10, "ratio"),
  rounding: assumed(0, "fraction"),
  ...terms,
  ...changed,
});

function rates(changes: Changes): number[] {
  return series(runBlock(fund(changes), 1), "rateLevel").map((rate) => Number(rate.toFixed(9)));
}

describe("formulas", () => {
  test.each([
    [8.99, 0],
    [9, 1],
    [11.99, 1],
    [12, 2],
    [Number.NaN, 2],
  ])("bands at 9 and 12: %d lies in band %d", (figure, band) => {
    expect(bandOf([9, 12], figure)).toBe(band);
  });

  test.each([
    ["the share, where more is missing", 1_200, 0.015, 1, 100, 18],
    ["the part approved", 1_200, 0.015, 0.5, 100, 9],
    ["what is missing", 1_200, 0.015, 1, 12, 12],
    ["nothing missing", 1_200, 0.015, 1, 0, 0],
    ["more than enough", 1_200, 0.015, 1, -5, 0],
  ])("build-up: %s", (_, outgo, share, approved, missing, amount) => {
    expect(buildUpAmount(outgo, share, approved, missing)).toBeCloseTo(amount, 12);
  });

  test("a table of class rates on a payroll of 1 to 3: 0.2 and 0.4 % become 0.3 and 0.5 %", () => {
    // (1 × 0.3 + 3 × 0.5) ÷ (1 × 0.2 + 3 × 0.4) = 1.8 ÷ 1.4
    expect(tableRatio([1, 3], [0.002, 0.004], [0.003, 0.005])).toBeCloseTo(1.8 / 1.4, 12);
    expect(tableRatio([0, 0], [0.002, 0.004], [0.003, 0.005])).toBe(1);
  });

  test("rounding up, steps", () => {
    expect([roundedUp(0.0021, 0.001), roundedUp(0.002, 0.001), roundedUp(0.0021, 0)]).toEqual([0.003, 0.002, 0.0021]);
    expect(rateRoundedUp(1.05, 0.2, 0.001)).toBeCloseTo(1.05, 12);
    expect(rateRoundedUp(1.051, 0.2, 0.001)).toBeCloseTo(1.055, 12);
    expect([
      withinStep(1.5, 1, 0.2),
      withinStep(0.5, 1, 0.2),
      withinStep(1.1, 1, 0.2),
      withinStep(9, 1, undefined),
    ]).toEqual([1.2, 0.8, 1.1, 9]);
  });

  test("restoring solves a line: 800 at × 1, 50 more a tenth, 900 needed", () => {
    expect(restoring(1, 800, 500, 900, "below")).toBeCloseTo(1.2, 12);
    expect(restoring(1, 900, 500, 900, "below")).toBe(1);
    expect(restoring(1, 1_000, 500, 900, "above")).toBeCloseTo(0.8, 12);
    expect(restoring(1, 900, 500, 900, "above")).toBe(1);
    expect(restoring(1, 800, 0, 900, "below")).toBe(1);
  });

  test("limits: the cap, the floor, the step, and never to the other side", () => {
    const limits = { cap: 1.3, floor: 0.7, step: undefined };
    expect(decidedWithin(1.5, 1, 1, { side: "below", ...limits })).toBe(1.3);
    expect(decidedWithin(0.9, 1, 1, { side: "below", ...limits })).toBe(1);
    expect(decidedWithin(0.5, 1, 1, { side: "above", ...limits })).toBe(0.7);
    expect(decidedWithin(1.1, 1, 1, { side: "above", ...limits })).toBe(1);
    expect(decidedWithin(1.25, 1, 1, { side: "below", ...limits, step: 0.1 })).toBe(1.1);
  });
});

/** 100 in, 120 out: 980 after January are 8.2 months; nine are 1,080. */
const short: Changes = {
  "basis.regions.a.claims": 12,
  "basis.regions.a.openingBalance": 1_000,
  "opening.history.0.benefitPayout": 1_440,
};

describe("restoring", () => {
  test("without a target the line that called, without a month the end of the year in force", () => {
    // 1,080 at the end of December from 980: 100 ÷ 11 more than 120 a month, on 10,000.
    expect(rates({ ...short, "rules.measure": restore() })[1]).toBeCloseTo((120 + 100 / 11) / 10_000, 9);
  });

  test("in points: the same money from every rate, rounded up to a hundredth of a percent, within the cap", () => {
    const points = (cap: number, rounding: number): object => ({
      kind: "restorePoints",
      cap: assumed(cap, "fraction"),
      rounding: assumed(rounding, "fraction"),
      ...terms,
    });
    // 20 + 9.09 = 29.09 on 10,000 are 0.2909 percent.
    expect(rates({ ...short, "rules.measure": points(0.01, 0) })[1]).toBeCloseTo(0.012909091, 9);
    expect(rates({ ...short, "rules.measure": points(0.01, 0.0001) })[1]).toBeCloseTo(0.013, 9);
    expect(rates({ ...short, "rules.measure": points(0.002, 0) })[1]).toBeCloseTo(0.012, 9);
  });

  test("a step: a quarter of base rates at each decision", () => {
    const found = rates({ ...short, "rules.measure": restore({ step: assumed(0.1, "ratio") }) });
    expect(found.slice(0, 4)).toEqual([0.01, 0.011, 0.012, 0.013]);
  });
});

describe("a class table", () => {
  const table = {
    kind: "classTable",
    classRates: assumed([0.003, 0.005, 0.008, 0.01, 0.012, 0.014, 0.017, 0.02], "fraction"),
    ...terms,
  };
  const always = { ...expectedDrivers, months: 24, "rules.trigger.lower": 500, "rules.trigger.upper": 600 };
  const scenario = bundled("zhejiang-2024", {
    ...always,
    "rules.measure": table,
    "rules.decision": { kind: "automatic" },
  });

  test("prices every city by its own mix of classes", () => {
    if (scenario.basis.kind !== "detailed") throw new Error("Zhejiang is detailed");
    const { baseRate } = compile(scenario).ledger;
    const block = runBlock(scenario, 1);
    const cities = [...scenario.basis.regions].sort((a, b) => (a.id < b.id ? -1 : 1));
    const old = scenario.rules.contribution.baseRates?.[0]?.value ?? [];
    const found = cities.map(({ headcount, contributionWage }, r) => {
      let [before, after] = [0, 0];
      headcount.value.forEach((persons, c) => {
        before += persons * contributionWage.value[c] * (old[c] ?? 0);
        after += persons * contributionWage.value[c] * ([0.003, 0.005, 0.008, 0.01, 0.012, 0.014, 0.017, 0.02][c] ?? 0);
      });
      const rate = regionSeries(block, r, "rateLevel")[6] ?? Number.NaN;
      return [rate / baseRate[r][6], after / before] as const;
    });
    expect(new Set(found.map(([, ratio]) => ratio.toFixed(6))).size).toBeGreaterThan(5);
    for (const [rate, ratio] of found) expect(rate).toBeCloseTo(ratio, 9);
  });

  test("a decision maker who grants little goes part of the way in every city", () => {
    const step = 0.0002;
    const capped = {
      ...always,
      "rules.measure": table,
      "rules.decision": { kind: "capped", step: assumed(step, "fraction") },
    };
    const block = runBlock(bundled("zhejiang-2024", capped), 1);
    const pool = series(block, "rateLevel");
    const changes = pool.map((rate, t) => rate - (pool[t - 1] ?? rate)).filter((change) => change > 1e-6);
    expect(changes.length).toBeGreaterThan(1);
    for (const change of changes) expect(change).toBeLessThan(step * 1.02);
  });
});

test("a schedule in points, a tenth of a percent a step", () => {
  const schedule = (step: object): object => ({
    kind: "schedule",
    edges: assumed([6, 9], "months"),
    points: assumed([0.004, 0.002, 0], "fraction"),
    effective: terms.effective,
    hold: terms.hold,
    ...step,
  });
  const fall = { "basis.regions.a.openingBalance": 595, "rules.payableMonths.observation": "yearEnd", months: 24 };
  expect(rates({ ...fall, "rules.measure": schedule({}) })[12]).toBe(0.014);
  expect(rates({ ...fall, "rules.measure": schedule({ step: assumed(0.001, "ratio") }) })[12]).toBe(0.011);
  expect(rates({ ...fall, "basis.regions.a.openingBalance": 600, "rules.measure": schedule({}) })[12]).toBe(0.012);
});

describe("bad input: path, reason, and the reason in Chinese", () => {
  const corridor = {
    kind: "corridor",
    lower: assumed(2, "months"),
    upper: assumed(4, "months"),
    comparison: assumed("below", "reading"),
    tolerance: assumed(0, "months"),
    confirmation: assumed(1, "observations"),
    obligation: assumed("shall", "reading"),
  };
  const schedule = {
    kind: "schedule",
    edges: assumed([6, 9], "months"),
    factors: assumed([1.2, 1.1, 1], "ratio"),
    effective: terms.effective,
    hold: terms.hold,
  };
  const { factors: _factors, ...bare } = schedule;
  const excess = {
    kind: "restore",
    floor: assumed(0.5, "ratio"),
    rounding: assumed(0, "fraction"),
    effective: terms.effective,
    hold: terms.hold,
  };
  test.each([
    [
      "a target below the line",
      { "rules.measure": restore({ target: assumed(8, "months") }) },
      "rules.measure.target.value",
      "at least the line 9",
      "应为不低于触发线 9 的月数",
    ],
    [
      "a target above the corridor",
      { "rules.trigger": corridor, "rules.measure": restore({ target: assumed(5, "months") }) },
      "rules.measure.target.value",
      "at most the upper edge 4",
      "应为不高于上沿 4 的月数",
    ],
    [
      "a target that the upper edge lowers to below the lower edge",
      { "rules.trigger": corridor, "rules.excessMeasure": { ...excess, target: assumed(1, "months") } },
      "rules.excessMeasure.target.value",
      "at least the line 2",
      "应为不低于触发线 2 的月数",
    ],
    [
      "a measure at an upper edge that is not there",
      { "rules.excessMeasure": excess },
      "rules.excessMeasure.kind",
      '"none", since the trigger is no corridor',
      "应为 “none”（触发条件没有上限）",
    ],
    [
      "a lowering measure that raises",
      { "rules.trigger": corridor, "rules.excessMeasure": { ...excess, floor: assumed(1.5, "ratio") } },
      "rules.excessMeasure.floor.value",
      "at most 1",
      "应为 ≤ 1 的数",
    ],
    [
      "bands that do not ascend",
      { "rules.measure": { ...schedule, edges: assumed([9, 6], "months") } },
      "rules.measure.edges.value",
      "levels in ascending order",
      "应为由低到高排列的界限",
    ],
    [
      "a band without a rate",
      { "rules.measure": { ...schedule, factors: assumed([1.2, 1], "ratio") } },
      "rules.measure.factors.value",
      "3 values, one more than the edges",
      "应为 3 个数（比界限多一个）",
    ],
    [
      "a schedule without rates",
      { "rules.measure": bare },
      "rules.measure",
      '"factors" or "points", one of the two',
      "应写明 “factors” 或 “points”，二者择一",
    ],
    [
      "a class table of seven classes",
      { "rules.measure": { kind: "classTable", classRates: assumed(new Array(7).fill(0.01), "fraction"), ...terms } },
      "rules.measure.classRates.value",
      "8 industry classes",
      "应为 8 个行业风险类别",
    ],
    [
      "a class table for a fund without classes",
      { "rules.measure": { kind: "classTable", classRates: assumed(new Array(8).fill(0.01), "fraction"), ...terms } },
      "rules.measure.kind",
      "a detailed basis, whose classes the table is for",
      "应为明细口径（新费率表按行业类别制定）",
    ],
    [
      "restoring without a line and without a target",
      {
        "rules.trigger": {
          kind: "budgetDeficit",
          margin: assumed(0, "fraction"),
          confirmation: assumed(1, "observations"),
          obligation: assumed("shall", "reading"),
        },
        "rules.measure": restore(),
      },
      "rules.measure.target",
      "a target in months, since the trigger has no line",
      "应写明以月数计的目标（触发条件没有月数线）",
    ],
  ])("%s", (_, changes, path, expected, zh) => {
    expect(problemsOf(changes)[0]).toMatchObject({ path, expected });
    expect(expectedText(expected, "zh")).toBe(zh);
  });
});
