import { describe, expect, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import { assumed, fund } from "../fund.ts";
import { runBlock } from "../run.ts";

/** 90 in, 100 out: payable months fall by 0.1 a month from `months` on the first day, without a rounding error. */
function falling(months: number): Record<string, unknown> {
  return { "basis.regions.a.contributionRate": 0.009, "basis.regions.a.openingBalance": 100 * months };
}

/** First firing, number of firings and months below of a one-path run, by trigger. */
function outcome(changes: Readonly<Record<string, unknown>>): { first: number; firings: number; below: number }[] {
  return runBlock(fund(changes), 1).triggers.map(({ first, firings, monthsBelow }) => ({
    first: first[0] ?? Number.NaN,
    firings: firings[0] ?? Number.NaN,
    below: monthsBelow[0] ?? Number.NaN,
  }));
}

describe("a line at 9 months", () => {
  // From 9.6: 9.5 at the end of January 2024, 9.0 at the end of June (month 5), 8.9 at the end of July (month 6).
  const cases: readonly (readonly [string, Record<string, unknown>, number])[] = [
    ["below: exactly 9 in June does not fire, 8.9 in July does", {}, 6],
    ["at or below: exactly 9 in June fires", { "rules.trigger.comparison": "atOrBelow" }, 5],
    ["tolerance of half a month: 9.5 in January does not fire, 9.4 does", { "rules.trigger.tolerance": 0.5 }, 1],
    [
      "at or below with that tolerance: 9.5 fires",
      { "rules.trigger.tolerance": 0.5, "rules.trigger.comparison": "atOrBelow" },
      0,
    ],
    ["two observations in a row", { "rules.trigger.confirmation": 2 }, 7],
    ["three in a row", { "rules.trigger.confirmation": 3 }, 8],
    ["a month's information lag: July is known at the end of August", { "rules.payableMonths.informationLag": 1 }, 7],
    ["lag and confirmation add up", { "rules.payableMonths.informationLag": 1, "rules.trigger.confirmation": 3 }, 9],
    ["quarter ends: June does not fire, September does", { "rules.payableMonths.observation": "quarterEnd" }, 8],
    [
      "quarter ends, at or below: June",
      { "rules.payableMonths.observation": "quarterEnd", "rules.trigger.comparison": "atOrBelow" },
      5,
    ],
    [
      "two quarter ends in a row: December",
      { "rules.payableMonths.observation": "quarterEnd", "rules.trigger.confirmation": 2 },
      11,
    ],
    [
      "three quarter ends in a row: next March",
      { "rules.payableMonths.observation": "quarterEnd", "rules.trigger.confirmation": 3 },
      14,
    ],
    [
      "a quarter end known a month later: October",
      { "rules.payableMonths.observation": "quarterEnd", "rules.payableMonths.informationLag": 1 },
      9,
    ],
    ["year ends: December", { "rules.payableMonths.observation": "yearEnd" }, 11],
    ["two year ends in a row", { "rules.payableMonths.observation": "yearEnd", "rules.trigger.confirmation": 2 }, 23],
    ["no line, no firing", { "rules.trigger.level": 0 }, -1],
  ];
  test.each(cases)("%s", (_, changes, first) => {
    expect(outcome({ ...falling(9.6), ...changes })[0]?.first).toBe(first);
  });

  test("it fires once while it stays below, and months below count every month end", () => {
    expect(outcome(falling(9.6))).toEqual([{ first: 6, firings: 1, below: 30 }]);
    const quarterly = { ...falling(9.6), "rules.payableMonths.observation": "quarterEnd" };
    expect(outcome(quarterly)).toEqual([{ first: 8, firings: 1, below: 30 }]);
  });

  test("quarters are those of the calendar, whatever month the run starts in", () => {
    const from = (start: string, history: string): number | undefined =>
      outcome({
        ...falling(9.6),
        start,
        "opening.history.0.from": history,
        "rules.payableMonths.observation": "quarterEnd",
      })[0]?.first;
    // Month 6 is the first below: August is no quarter end, September (month 7) is.
    expect(from("2024-02", "2023-02")).toBe(7);
    // Here month 6 is September itself.
    expect(from("2024-03", "2023-03")).toBe(6);
  });
});

describe("a band from 9 to 12", () => {
  const band = (lower: number, upper: number): object => ({
    kind: "band",
    upper: assumed(upper, "months"),
    lower: assumed(lower, "months"),
    comparison: assumed("below", "reading"),
    tolerance: assumed(0, "months"),
    confirmation: assumed(1, "observations"),
    obligation: assumed("may", "reading"),
  });

  test("is watched at its upper edge and acted on at its lower one", () => {
    // From 12.6: exactly 12.0 in month 5, 11.9 in month 6; exactly 9.0 in month 35, 8.9 in month 36.
    const found = outcome({ ...falling(12.6), months: 48, "rules.trigger": band(9, 12) });
    expect(found).toEqual([
      { first: 6, firings: 1, below: 42 },
      { first: 36, firings: 1, below: 12 },
    ]);
    const shape = compile(fund({ "rules.trigger": band(9, 12) })).shape;
    expect(shape.triggers.map(({ id, level }) => [id, level])).toEqual([
      ["watch", 12],
      ["act", 9],
    ]);
  });

  test("stands below at the start on either side of each edge", () => {
    const below = (balance: number, comparison = "below"): boolean[] =>
      compile(
        fund({
          "basis.regions.a.openingBalance": balance,
          "rules.trigger": band(9, 12),
          "rules.trigger.comparison": comparison,
        }),
      ).shape.triggers.map(({ belowAtStart }) => belowAtStart);
    expect(below(1_200)).toEqual([false, false]);
    expect(below(1_199.99)).toEqual([true, false]);
    expect(below(900)).toEqual([true, false]);
    expect(below(899.99)).toEqual([true, true]);
    expect(below(1_200, "atOrBelow")).toEqual([true, false]);
    expect(below(900, "atOrBelow")).toEqual([true, true]);
  });
});

describe("a fund that swings over the line", () => {
  // 200 in one month, none in the next: 9.5 and 8.5 payable months in turn.
  const swinging = {
    "basis.regions.a.openingBalance": 850,
    "rules.contribution.seasonality": assumed([2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0], "ratio"),
  };

  test("fires again only after an observation that is not below", () => {
    expect(outcome(swinging)).toEqual([{ first: 1, firings: 18, below: 18 }]);
  });

  test("by quarters: March and September stand above, June and December fire", () => {
    const quarterly = { ...swinging, "rules.payableMonths.observation": "quarterEnd" };
    expect(outcome(quarterly)).toEqual([{ first: 5, firings: 6, below: 18 }]);
  });

  test("never twice in a row below: a confirmation of two never fires", () => {
    expect(outcome({ ...swinging, "rules.trigger.confirmation": 2 })).toEqual([{ first: -1, firings: 0, below: 18 }]);
  });
});
