import { describe, expect, test } from "vitest";
import { cutAt, expectedCut, forgoneBy, type PhasedCutPlan } from "../../../src/model/rules/phasedCut.ts";

/** Ren-She-Bu-Fa [2018] 25: from 18 months a fifth, from 24 a half. */
const national = [
  { level: 18, cut: 0.2 },
  { level: 24, cut: 0.5 },
];

describe("cut by payable months", () => {
  // The first six are the published vectors (Jiangsu: 18 and 24 included).
  test.each([
    [17.99, 0],
    [18, 20],
    [23.5, 20],
    [23.99, 20],
    [24, 50],
    [36, 50],
    [0, 0],
    [-3, 0],
    [Number.NaN, 50],
  ])("%d months give %i %%", (months, percent) => {
    expect(cutAt(national, months)).toBe(percent / 100);
  });
});

describe("contributions forgone by a uniform cut", () => {
  test.each([
    // due without a cut, uniform, own entitlement, forgone
    ["a unit that qualifies for nothing", 1_000, 0.5, 0, 500],
    ["one that qualifies for the lower step", 1_000, 0.5, 0.2, 300],
    ["one that qualifies for as much", 1_000, 0.2, 0.2, 0],
    ["one that would have more", 1_000, 0.2, 0.5, 0],
  ])("%s", (_, due, uniform, entitled, forgone) => {
    expect(forgoneBy(due, uniform, entitled)).toBeCloseTo(forgone, 9);
  });
});

test.each([
  ["its own term", 0, 2, 0.8],
  ["after it", 0, 3, 1],
  ["a later term, as now", 0, 5, 0.8],
  ["a later uniform term", 0, 7, 0.5],
  ["far beyond what is announced", 0, 99, 0.5],
])("expected in %s", (_, t, later, expected) => {
  const rule: PhasedCutPlan = {
    byRegion: false,
    bands: national,
    terms: [
      { testedOn: -1, uniform: -1 },
      { testedOn: 3, uniform: -1 },
      { testedOn: 5, uniform: 0.5 },
    ],
    termAt: [0, 0, 0, -1, -1, 1, 1, 2],
    stopsBelow: 0,
  };
  expect(expectedCut(rule, 0.8, t, later)).toBe(expected);
  expect(expectedCut(undefined, 0.8, t, later)).toBe(1);
});
