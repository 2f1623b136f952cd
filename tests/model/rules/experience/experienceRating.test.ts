import { expect, test } from "vitest";
import { experienceRating, floatingSteps } from "../../../../src/model/rules/experience/experienceRating.ts";
import { applyChanges } from "../../../../src/model/scenario/overlay.ts";
import { parseProvisions } from "../../../../src/model/scenario/provisions.ts";
import { bundledFile } from "../../../scenarios/bundled.ts";
import { assumed } from "../../fund.ts";

const suzhou = parseProvisions("provisions/suzhou", bundledFile("provisions/suzhou"));

const steps = (class1: readonly number[], others: readonly number[]): object => ({
  class1: assumed(class1, "ratio"),
  others: assumed(others, "ratio"),
});

test.each([
  ["the national steps", [1, 1.2, 1.5], [0.5, 0.8, 1, 1.2, 1.5], true],
  ["class 1 below its base rate", [0.8, 1, 1.2], [0.5, 0.8, 1, 1.2, 1.5], false],
  ["others without 100 %", [1, 1.2, 1.5], [0.5, 0.8, 1.2, 1.5], false],
  ["a step out of order", [1, 1.5, 1.2], [0.5, 0.8, 1, 1.2, 1.5], false],
  ["the same step twice", [1, 1, 1.2], [0.5, 0.8, 1, 1.2, 1.5], false],
])("steps: %s", (_, class1, others, accepted) => {
  expect(floatingSteps.safeParse(steps(class1, others)).success).toBe(accepted);
});

test("the national steps are those of Ren-She-Bu-Fa [2015] 71", () => {
  const { contribution } = parseProvisions("provisions/national", bundledFile("provisions/national")).rules as {
    contribution: { floatingSteps: { class1: { value: unknown }; others: { value: unknown } } };
  };
  expect(contribution.floatingSteps.class1.value).toEqual([1, 1.2, 1.5]);
  expect(contribution.floatingSteps.others.value).toEqual([0.5, 0.8, 1, 1.2, 1.5]);
});

const { experience } = suzhou.rules["contribution"] as { readonly experience: unknown };

test("Suzhou floats rates by one cycle for all five units: nothing of the rule names a unit", () => {
  const { success } = experienceRating.safeParse(experience);
  expect(success).toBe(true);
  expect(JSON.stringify(experience)).not.toMatch(/"region/);
});

test.each([
  ["a cycle of no month", { cycle: assumed(0, "months") }],
  ["a class that does not exist", { fromClass: assumed(9, "class") }],
  ["employer sizes of no one", { bands: [] }],
  ["shares of seven classes", { "bands.0.payrollShare": assumed(new Array<number>(7).fill(1), "fraction") }],
])("refused: %s", (_, changes) => {
  expect(experienceRating.safeParse(applyChanges(experience, changes as Record<string, unknown>)).success).toBe(false);
});
