import { describe, expect, test } from "vitest";
import { averageRate } from "../../../src/model/rules/baseRate.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { inForceAt } from "../../../src/model/scenario/quantity.ts";
import { detailedFund, nationalRates, place } from "../detailedFund.ts";
import { assumed } from "../fund.ts";
import { runBlock, series } from "../run.ts";

describe("average rate of a place", () => {
  test.each([
    // payroll by class, rates by class in per mille, experience factor, average in per mille
    ["all in class 1", [100, 0, 0], [2, 4, 7], 1, 2],
    ["half and half", [100, 0, 100], [2, 4, 7], 1, 4.5],
    ["one, two and three parts", [100, 200, 300], [2, 4, 7], 1, (200 + 800 + 2_100) / 600],
    ["with an experience factor", [100, 0, 100], [2, 4, 7], 0.8, 3.6],
    ["no payroll", [0, 0, 0], [2, 4, 7], 1, 0],
  ])("%s", (_, payrolls, rates, experience, average) => {
    expect(averageRate(payrolls, rates, experience)).toBeCloseTo(average, 12);
  });
});

test.each([
  ["2014-01", 1],
  ["2015-09", 1],
  ["2015-10", 2],
  ["2023-12", 2],
  ["2024-01", 3],
  ["2030-06", 3],
])("in %s the value %i is in force", (month, value) => {
  const stated = [
    { value: 1, unit: "ratio" },
    { value: 2, unit: "ratio", from: "2015-10" },
    { value: 3, unit: "ratio", from: "2024-01" },
  ];
  expect(inForceAt(stated, month)).toBe(value);
});

test("before the first date the first value is taken", () => {
  expect(inForceAt([{ value: 7, unit: "ratio", from: "2024-01" }], "2020-01")).toBe(7);
});

describe("base rates by date in a run", () => {
  const changed = {
    "rules.contribution.baseRates": [
      assumed(nationalRates, "fraction"),
      { ...assumed([0.003, 0, 0, 0, 0, 0, 0, 0.025], "fraction"), from: "2025-07" },
    ],
  };

  test("contributions are Σ payroll × rate of the class, from the month of the change at the new ones", () => {
    const income = series(runBlock(detailedFund(changed), 1), "contributionIncome");
    // 100,000 × 0.2 % + 100,000 × 1.9 % = 2,100; from July 2025 (month 18) 300 + 2,500 = 2,800.
    expect(income[0]).toBeCloseTo(2_100, 9);
    expect(income[17]).toBeCloseTo(2_100, 9);
    expect(income[18]).toBeCloseTo(2_800, 9);
    expect(income[35]).toBeCloseTo(2_800, 9);
  });

  test("the outlook sees an announced change: next year's course is at the new rates", () => {
    const { ledger } = compile(detailedFund(changed));
    const { contribution, regionContribution } = ledger.outlook;
    expect(contribution[12 + 17]).toBeCloseTo(2_100, 9);
    expect(contribution[12 + 18]).toBeCloseTo(2_800, 9);
    expect(regionContribution[0]).toEqual(contribution);
    expect(ledger.averageRateAt[17]).toBeCloseTo(0.0105, 12);
    expect(ledger.averageRateAt[18]).toBeCloseTo(0.014, 12);
  });

  test("a place that has its own table pays by it, by date; the other by the standard", () => {
    const own = [
      assumed([0.0015, 0.003, 0.005, 0.006, 0.008, 0.009, 0.011, 0.015], "fraction"),
      { ...assumed(nationalRates, "fraction"), from: "2025-01" },
    ];
    const { baseRate } = compile(
      detailedFund({
        "basis.regions": [
          place("a", { ownBaseRates: own }),
          place("b", { ownBaseRates: [assumed(nationalRates, "fraction")] }),
        ],
        "rules.contribution.cityRates": { kind: "own" },
      }),
    ).ledger;
    expect([baseRate[0]?.[11], baseRate[0]?.[12], baseRate[1]?.[0]]).toEqual([0.00825, 0.0105, 0.0105]);
  });
});
