import { describe, expect, test } from "vitest";
import type { ExperienceRating, FloatingSteps } from "../../../../src/model/rules/experience/experienceRating.ts";
import { bandOf, nextState, stepsOf } from "../../../../src/model/rules/experience/steps.ts";
import { huainan, jiangsu, nationalRates, puyang, ratedFund, rating, templateA, templateB } from "../../ratedFund.ts";

function ruleOf(indicator: object, changes: Readonly<Record<string, unknown>> = {}, rates = nationalRates) {
  const { contribution } = ratedFund(rating(indicator), changes).rules;
  return stepsOf(contribution.experience as ExperienceRating, contribution.floatingSteps as FloatingSteps, rates);
}

/** Percent of the base rate that an employer of a class pays after a cycle. */
function percentAfter(steps: ReturnType<typeof ruleOf>, c: number, injured: boolean, ratio: number, from = 2): number {
  const state = nextState(steps.rule, from, injured, ratio);
  return Math.round((steps.factors[c - 1]?.[state] ?? Number.NaN) * 1e6) / 1e4;
}

describe("pay/contribution ratio: both sides of each threshold, and the threshold itself", () => {
  test.each([
    // ratio %, Huainan, template A
    [0, 50, 50],
    [19.99, 50, 50],
    [20, 80, 50],
    [20.01, 80, 50],
    [50, 80, 50],
    [50.01, 80, 80],
    [59.99, 80, 80],
    [60, 100, 80],
    [79.99, 100, 80],
    [80, 120, 80],
    [80.01, 120, 100],
    [100, 120, 100],
    [100.01, 120, 120],
    [119.99, 120, 120],
    [120, 150, 120],
    [150, 150, 120],
    [150.01, 150, 150],
  ])("%d %%: Huainan pays %d %%, template A %d %%", (ratio, higher, lower) => {
    expect(percentAfter(ruleOf(huainan), 5, true, ratio / 100)).toBe(higher);
    const a = ruleOf(templateA, { "rules.contribution.experience.atThreshold": "lower" });
    expect(percentAfter(a, 5, true, ratio / 100)).toBe(lower);
  });

  test("class 1 takes the same bands and never pays less than 100 %", () => {
    const paid = [0, 0.3, 0.7, 0.9, 1.3].map((ratio) => percentAfter(ruleOf(huainan), 1, true, ratio));
    expect(paid).toEqual([100, 100, 100, 120, 150]);
  });

  test("a class that does not float pays its base rate whatever happens", () => {
    const from2 = ruleOf(huainan, { "rules.contribution.experience.fromClass": 2 });
    expect(percentAfter(from2, 1, true, 5)).toBe(100);
    expect(percentAfter(from2, 2, true, 5)).toBe(150);
  });

  test("a floor at the base rate of class 1: Suzhou's class 2 at 0.3 % may go to a half, at 0.2 % only to 75 %", () => {
    const floor = { "rules.contribution.experience.floor": "class1" };
    const rates = (second: number): number[] => [0.0015, second, ...nationalRates.slice(2)];
    expect(percentAfter(ruleOf(huainan, floor, rates(0.003)), 2, false, 0)).toBe(50);
    expect(percentAfter(ruleOf(huainan, floor, rates(0.002)), 2, false, 0)).toBe(75);
    expect(percentAfter(ruleOf(huainan, {}, rates(0.002)), 2, false, 0)).toBe(50);
  });
});

test.each([
  [false, 0, 80],
  [false, 120, 80],
  [false, 120.01, 100],
  [false, 400, 100],
  [true, 0, 100],
  [true, 120, 100],
  [true, 120.01, 120],
  [true, 300, 120],
  [true, 300.01, 150],
])("template B, new injury %s and ratio %d %%: %d %%", (injured, ratio, percent) => {
  const steps = ruleOf(templateB, {
    "rules.contribution.experience.atThreshold": "lower",
    "rules.contribution.experience.fromClass": 3,
  });
  expect(percentAfter(steps, 3, injured, ratio / 100)).toBe(percent);
  expect(percentAfter(steps, 2, injured, ratio / 100)).toBe(100);
});

/** Percent paid after each cycle, given whether there was a claim in it. */
function course(steps: ReturnType<typeof ruleOf>, c: number, start: number, claims: readonly number[]): number[] {
  let state = start;
  return claims.map((ratio) => {
    state = nextState(steps.rule, state, ratio > 0, ratio);
    return Math.round((steps.factors[c - 1]?.[state] ?? Number.NaN) * 1e6) / 1e4;
  });
}

test("Jiangsu: one clean cycle 80 %, two in a row 50 %, a claim leads back; class 1 never down", () => {
  const steps = ruleOf(jiangsu);
  expect(steps.rule.states).toBe(3);
  expect(course(steps, 4, 2, [0, 0, 0, 0.1, 0, 0.1, 0, 0])).toEqual([80, 50, 50, 100, 80, 100, 80, 50]);
  expect(course(steps, 1, 2, [0, 0, 0.1])).toEqual([100, 100, 100]);
});

test("Jiangsu with thresholds for the higher steps", () => {
  const steps = ruleOf({
    ...jiangsu,
    thresholds: { value: [1, 2], unit: "ratio", source: { document: "x" } },
  });
  expect(course(steps, 4, 2, [0.99, 1, 1.99, 2, 0, 0])).toEqual([100, 120, 120, 150, 80, 50]);
});

test("Puyang: 0.1 points a band in class 2 up to 1.5 %, 0.2 in class 3 up to 3 %; three clean years less 20 %", () => {
  const rates = [0.005, 0.01, 0.02, 0, 0, 0, 0, 0];
  const steps = ruleOf(
    puyang,
    {
      "rules.contribution.experience.atThreshold": "lower",
      "rules.contribution.experience.fromClass": 2,
    },
    rates,
  );
  const atBase = 3;
  const raised = [1, 1.01, 2.01, 3.01, 4.01, 5.01];
  expect(raised.map((ratio) => course(steps, 2, atBase, [ratio])[0])).toEqual([100, 110, 120, 130, 140, 150]);
  expect(raised.map((ratio) => course(steps, 3, atBase, [ratio])[0])).toEqual([100, 110, 120, 130, 140, 150]);
  expect(course(steps, 2, atBase, [0, 0, 0, 0, 0.5])).toEqual([100, 100, 80, 80, 100]);
  expect(course(steps, 2, atBase, [0, 0, 6, 0, 0, 0])).toEqual([100, 100, 150, 100, 100, 80]);
  const capped = ruleOf(
    { ...puyang, cap: { value: [1, 0.0125, 1, 1, 1, 1, 1, 1], unit: "fraction", source: { document: "x" } } },
    {},
    rates,
  );
  expect(course(capped, 2, atBase, [5.5])).toEqual([125]);
});

test("bands count thresholds passed", () => {
  const { rule } = ruleOf(huainan);
  expect([0, 0.2, 0.6, 0.8, 1.2].map((ratio) => bandOf(rule, ratio))).toEqual([0, 1, 2, 3, 4]);
  expect([0, 0.2, 0.6, 0.8, 1.2].map((ratio) => bandOf({ ...rule, atThreshold: "lower" }, ratio))).toEqual([
    0, 0, 1, 2, 3,
  ]);
});
