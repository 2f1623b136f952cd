import { describe, expect, test } from "vitest";
import { owedShare, type Relief, waivedShare } from "../../../src/model/rules/relief.ts";
import { assumed, fund } from "../fund.ts";
import { runBlock, series } from "../run.ts";

test.each([
  // small firms' share, what they and large ones are spared, waived in all
  [0.4, 1, 0.5, 0.7],
  [0.4, 1, 0, 0.4],
  [0, 1, 0.5, 0.5],
  [1, 1, 0.5, 1],
  [0.4, 0, 0, 0],
])("with %d of contributions owed by small firms, %d and %d spared, %d is waived", (share, small, large, waived) => {
  expect(waivedShare(share, small, large)).toBeCloseTo(waived, 12);
});

const national: Relief = {
  kind: "bySize",
  smallShare: { value: 0.4, unit: "fraction" },
  terms: [
    {
      from: "2020-02",
      to: "2020-06",
      small: { value: 1, unit: "fraction" },
      large: { value: 0.5, unit: "fraction" },
    },
    { from: "2020-07", to: "2020-12", small: { value: 1, unit: "fraction" }, large: { value: 0, unit: "fraction" } },
  ],
};

describe("national relief of 2020", () => {
  test.each([
    ["2020-01", 1],
    ["2020-02", 0.3],
    ["2020-06", 0.3],
    ["2020-07", 0.6],
    ["2020-12", 0.6],
    ["2021-01", 1],
  ])("in %s the share %d is owed", (month, owed) => {
    expect(owedShare(national, month)).toBeCloseTo(owed, 12);
  });

  test("no relief leaves all owed", () => {
    expect(owedShare({ kind: "none" }, "2020-03")).toBe(1);
    expect(owedShare(undefined, "2020-03")).toBe(1);
  });

  const file = {
    start: "2020-01",
    "opening.history.0.from": "2019-01",
    "rules.contribution.relief": {
      kind: "bySize",
      smallShare: assumed(0.4, "fraction"),
      terms: [
        { from: "2020-02", to: "2020-06", small: assumed(1, "fraction"), large: assumed(0.5, "fraction") },
        { from: "2020-07", to: "2020-12", small: assumed(1, "fraction"), large: assumed(0, "fraction") },
      ],
    },
  };

  test("a year of contributions of 100 a month: 100 + 5 × 30 + 6 × 60, then 100 again; nothing becomes arrears", () => {
    const block = runBlock(fund(file), 1);
    const income = series(block, "contributionIncome");
    expect(income[0]).toBe(100);
    for (let t = 1; t <= 5; t++) expect(income[t]).toBeCloseTo(30, 9);
    for (let t = 6; t <= 11; t++) expect(income[t]).toBeCloseTo(60, 9);
    expect(income[12]).toBe(100);
    // Waived: 5 × 70 + 6 × 40 = 590, in the first year only.
    expect(block.tallies[0]).toBeCloseTo(590, 9);
    expect(block.tallies[1]).toBe(0);
  });

  test("the alternative without relief is the fund without the rule", () => {
    const none = runBlock(fund({ ...file, "rules.contribution.relief": { kind: "none" } }), 1);
    const absent = runBlock(fund({ start: "2020-01", "opening.history.0.from": "2019-01" }), 1);
    expect(none.pool).toEqual(absent.pool);
  });
});
