import { describe, expect, test } from "vitest";
import { actLevel, hasLine, isBeyond, type TriggerPlan, triggersOf } from "../../../src/model/rules/trigger.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { definitionsOf } from "../../../src/text/definitions.ts";
import { ruleSentence } from "../../../src/text/rule.ts";
import { assumed, fund } from "../fund.ts";
import { problemsOf } from "../problems.ts";
import { runBlock, series } from "../run.ts";

type Changes = Readonly<Record<string, unknown>>;

const condition = {
  comparison: assumed("below", "reading"),
  tolerance: assumed(0, "months"),
  confirmation: assumed(1, "observations"),
  obligation: assumed("may", "reading"),
};
const line = (level: number): object => ({ kind: "line", level: assumed(level, "months"), ...condition });
const edges = (kind: "band" | "corridor", lower: number, upper: number): object => ({
  kind,
  lower: assumed(lower, "months"),
  upper: assumed(upper, "months"),
  ...condition,
});
const deficit = (margin: number, confirmation = 1): object => ({
  kind: "budgetDeficit",
  margin: assumed(margin, "fraction"),
  confirmation: assumed(confirmation, "observations"),
  obligation: assumed("shall", "reading"),
});
const silent = {
  kind: "none",
  words: { zh: "文件没有月数线。", en: "The document has no line in months." },
};

const outgo = (month: number): Changes => ({
  "basis.regions.a.claims": month / 10,
  "opening.history.0.benefitPayout": 12 * month,
});

/** First firing of every trigger of a fund whose balance stays where it starts. */
function firsts(trigger: object, balance: number, changes: Changes = {}): Record<string, number> {
  const scenario = fund({ "rules.trigger": trigger, "basis.regions.a.openingBalance": balance, ...changes });
  const block = runBlock(scenario, 1);
  return Object.fromEntries(
    compile(scenario).shape.triggers.map(({ id }, k) => [id, block.triggers[k].first[0] ?? Number.NaN]),
  );
}

const plan = (changed: Partial<TriggerPlan>): TriggerPlan => ({
  id: "act",
  reads: "payableMonths",
  side: "below",
  level: 9,
  tolerance: 0,
  strict: true,
  confirmation: 1,
  ...changed,
});

test.each([
  ["below 9, strictly", {}, [true, false, false]],
  ["9 or below", { strict: false }, [true, true, false]],
  ["about 9: half a month of tolerance", { tolerance: 0.5 }, [true, true, true]],
  ["above 9, strictly", { side: "above" as const }, [false, false, true]],
  ["9 or above", { side: "above" as const, strict: false }, [false, true, true]],
  ["above 9 less a tolerance of half a month", { side: "above" as const, tolerance: 0.5 }, [true, true, true]],
])("%s: 8.9, 9, 9.1 months", (_, changed, expected) => {
  expect([8.9, 9, 9.1].map((figure) => isBeyond(plan(changed), figure))).toEqual(expected);
});

test("no outgo lies above every line: it is never below, and always above", () => {
  expect(isBeyond(plan({ level: 1_000 }), Number.NaN)).toBe(false);
  expect(isBeyond(plan({ level: 1_000, side: "above" }), Number.NaN)).toBe(true);
});

test("kinds with a line, and the line that acts", () => {
  const kinds = [line(12), edges("band", 9, 12), edges("corridor", 2, 4), deficit(0), silent].map(
    (trigger) => fund({ "rules.trigger": trigger }).rules.trigger,
  );
  expect(kinds.map(hasLine)).toEqual([true, true, true, false, false]);
  expect(kinds.map(actLevel)).toEqual([12, 9, 2, undefined, undefined]);
  expect(kinds.map((trigger) => triggersOf(trigger).map(({ id }) => id))).toEqual([
    ["act"],
    ["watch", "act"],
    ["excess", "act"],
    ["budgetDeficit"],
    [],
  ]);
});

describe("the five texts", () => {
  test.each([
    [1_200, { watch: -1, act: -1 }],
    [1_199, { watch: 0, act: -1 }],
    [900, { watch: 0, act: -1 }],
    [899, { watch: 0, act: 0 }],
  ])("Zhejiang, 9 to 12 months, with %d yuan", (balance, expected) => {
    expect(firsts(edges("band", 9, 12), balance)).toEqual(expected);
  });

  test.each([
    ["act", 899, 0.01, 0.0115],
    ["act", 900, 0.01, 0.01],
    ["watch", 1_199, 0.01, 0.0115],
    ["watch", 1_200, 0.01, 0.01],
  ])("Zhejiang acts at 9 or at 12: on %s, with %d yuan", (on, balance, before, after) => {
    const times115 = {
      kind: "multiply",
      factor: assumed(1.15, "ratio"),
      cap: assumed(1.15, "ratio"),
      on: assumed(on, "reading"),
      effective: { kind: "january", lead: assumed(0, "months") },
      hold: assumed(0, "months"),
    };
    const block = runBlock(
      fund({
        "rules.trigger": edges("band", 9, 12),
        "rules.measure": times115,
        "basis.regions.a.openingBalance": balance,
      }),
      1,
    );
    expect([0, 12].map((t) => series(block, "rateLevel")[t]?.toFixed(6))).toEqual(
      [before, after].map((rate) => rate.toFixed(6)),
    );
  });

  test.each([
    [950, -1],
    [949, 0],
    [899, 0],
  ])("Anhui, about 9 months with half a month of tolerance, with %d yuan", (balance, act) => {
    expect(firsts({ ...line(9), tolerance: assumed(0.5, "months") }, balance)).toEqual({ act });
  });

  test.each([
    [1_200, -1],
    [1_199.99, 11],
  ])("Jiangxi, sharp 12 months at the year end, with %d yuan", (balance, act) => {
    expect(firsts(line(12), balance, { "rules.payableMonths.observation": "yearEnd" })).toEqual({ act });
  });

  test.each([
    ["balance", 0, 100, -1],
    ["one yuan short a month", 0, 101, 9],
    ["a deficit of a fifth of outgo, which the margin allows", 0.2, 125, -1],
    ["more than a fifth: 26 of 126", 0.2, 126, 9],
  ])("Jilin, no line: the budget drafted in October shows %s (margin %d)", (_, margin, month, first) => {
    expect(firsts(deficit(margin), 900, outgo(month))).toEqual({ budgetDeficit: first });
  });

  test("Jilin, two budgets in a row", () => {
    expect(firsts(deficit(0, 2), 900, outgo(101))).toEqual({ budgetDeficit: 21 });
  });

  test("Jilin, rates of the budget year: in force while the budget at base rates is in deficit", () => {
    // 104 out, 100 in at base rates: × 1.1 is for 2025 alone, so the budget of 2026 is drafted at base rates, in deficit again.
    const measure = {
      kind: "multiply",
      factor: assumed(1.1, "ratio"),
      cap: assumed(1.1, "ratio"),
      on: assumed("act", "reading"),
      effective: { kind: "january", lead: assumed(0, "months") },
      hold: assumed(0, "months"),
      lasts: assumed(12, "months"),
    };
    const block = runBlock(
      fund({ ...outgo(104), months: 48, "rules.trigger": deficit(0), "rules.measure": measure }),
      1,
    );
    expect([11, 23, 35, 47].map((t) => series(block, "rateLevel")[t]?.toFixed(4))).toEqual([
      "0.0100",
      "0.0110",
      "0.0110",
      "0.0110",
    ]);
  });

  test("Jilin, a rate without an end: the next budget is drafted at it, and is not in deficit", () => {
    const endless = {
      kind: "multiply",
      factor: assumed(1.1, "ratio"),
      cap: assumed(2, "ratio"),
      on: assumed("act", "reading"),
      effective: { kind: "january", lead: assumed(0, "months") },
      hold: assumed(0, "months"),
    };
    const found = series(
      runBlock(fund({ ...outgo(104), months: 48, "rules.trigger": deficit(0), "rules.measure": endless }), 1),
      "rateLevel",
    );
    expect([11, 23, 35, 47].map((t) => found[t]?.toFixed(4))).toEqual(["0.0100", "0.0110", "0.0110", "0.0110"]);
  });

  test("a budget stated in the scenario decides, and not the outlook", () => {
    const budget = (benefits: number): object => ({
      year: 2025,
      contributionIncome: assumed(1_200, "yuan"),
      otherIncome: assumed(0, "yuan"),
      benefitPayout: assumed(benefits, "yuan"),
      otherOutgo: assumed(0, "yuan"),
      transferUp: assumed(0, "yuan"),
    });
    expect(firsts(deficit(0), 900, { ...outgo(101), "opening.budgets": [budget(1_200)], months: 20 })).toEqual({
      budgetDeficit: -1,
    });
    expect(firsts(deficit(0), 900, { "opening.budgets": [budget(1_201)] })).toEqual({ budgetDeficit: 9 });
  });

  test("Suzhou, none: nothing fires, and the words stand for the line", () => {
    const scenario = fund({ "rules.trigger": silent });
    expect(firsts(silent, 0)).toEqual({});
    expect(ruleSentence(scenario.rules, "zh")).toBe("文件没有月数线。");
    expect(definitionsOf(scenario)["trigger"]?.en).toBe("The document has no line in months.");
  });
});

test.each([
  [200, { excess: -1, act: -1 }],
  [199, { excess: -1, act: 0 }],
  [400, { excess: -1, act: -1 }],
  [401, { excess: 0, act: -1 }],
])("a corridor of 2 to 4 months with %d yuan", (balance, expected) => {
  expect(firsts(edges("corridor", 2, 4), balance)).toEqual(expected);
});

describe("bad input", () => {
  const measure = {
    kind: "multiply",
    factor: assumed(1.1, "ratio"),
    cap: assumed(1.1, "ratio"),
    on: assumed("act", "reading"),
    effective: { kind: "nextMonth", lead: assumed(0, "months") },
    hold: assumed(0, "months"),
  };
  test.each([
    [
      "a corridor whose edges are the wrong way round",
      { "rules.trigger": edges("corridor", 4, 2) },
      "rules.trigger.upper.value",
      "more than the lower edge 4",
    ],
    [
      "a measure that nothing calls for",
      { "rules.trigger": silent, "rules.measure": measure },
      "rules.measure.kind",
      'a measure that needs no trigger: "none" or "schedule"',
    ],
    [
      "a measure on the watch line of a corridor",
      { "rules.trigger": edges("corridor", 2, 4), "rules.measure": { ...measure, on: assumed("watch", "reading") } },
      "rules.measure.on.value",
      '"act", the only line',
    ],
    [
      "a margin of more than everything",
      { "rules.trigger": deficit(1.5) },
      "rules.trigger.margin.value",
      "a number ≤ 1",
    ],
  ])("%s", (_, changes, path, expected) => {
    expect(problemsOf(changes)).toMatchObject([{ path, expected }]);
  });
});
