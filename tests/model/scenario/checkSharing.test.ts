import { expect, test } from "vitest";
import { ScenarioError } from "../../../src/model/scenario/problem.ts";
import { expectedText } from "../../../src/text/expectations.ts";
import { assumed, fund } from "../fund.ts";
import { suzhouRules, unit, waterfall } from "../suzhouFund.ts";

const HAN = /[\u3400-\u9fff]/;
const regions = { "basis.regions": [unit("a", 125, 80, 3000), unit("b", 62.5, 60, 300)] };
const suzhou: Readonly<Record<string, unknown>> = { ...regions, ...suzhouRules };
const share = (value: number): object => assumed(value, "fraction");
const split = (province: number, local: number): object => ({ province: share(province), local: share(local) });
const terms = { since: assumed("2025-01", "month"), month: assumed(4, "calendar month") };
const payer = (id: string, more: object = {}): object => ({
  kind: "payer",
  id,
  name: { zh: "方", en: "payer" },
  share: share(1),
  ...more,
});
const steps = (...list: readonly object[]): object => ({ kind: "waterfall", steps: list });
const old = { kind: "oldBalances" };
const apportioned = (weights: readonly [number, number, number, number]): object => ({
  kind: "apportioned",
  ...terms,
  localShare: share(0.5),
  weights: {
    population: share(weights[0]),
    payroll: share(weights[1]),
    balance: share(weights[2]),
    injuries: share(weights[3]),
  },
});

/** Paths and words of what a file is refused with; each must be said in Chinese too. */
function refusals(changes: Readonly<Record<string, unknown>>): string[] {
  try {
    fund(changes);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    for (const { expected } of error.problems) expect(expectedText(expected, "zh")).toMatch(HAN);
    return error.problems.map(({ path, expected }) => `${path}: ${expected}`);
  }
  return [];
}

test("Suzhou's rules are accepted", () => {
  expect(refusals(suzhou)).toEqual([]);
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  [
    "a payer that refills who refills it",
    { "rules.shortfall": steps(old, payer("x", { refilledBy: "y" }), payer("y", { refilledBy: "x" })) },
    "rules.shortfall.steps.1.refilledBy: a payer that this one does not refill in turn: the waterfall would loop",
  ],
  [
    "a payer that refills itself",
    { "rules.shortfall": steps(old, payer("x", { refilledBy: "x" })) },
    "rules.shortfall.steps.1.refilledBy: a payer that this one does not refill in turn: the waterfall would loop",
  ],
  [
    "a payer refilled by the fund",
    { "rules.shortfall": steps(old, payer("x", { refilledBy: "oldBalances" })) },
    "rules.shortfall.steps.1.refilledBy: the id of a payer outside the fund: money of the units that are paid would loop",
  ],
  [
    "a pooled fund refilled in the month in which it pays",
    { ...suzhou, "rules.pooledFund.refill.lag": 0 },
    "rules.pooledFund.refill.lag.value: at least one month: units would refill in the same month the fund that pays them",
  ],
  [
    "a pooled fund under unified pooling",
    { ...suzhou, "rules.pooling": { kind: "unified" }, "rules.shortfall": { kind: "gap", payers: [] } },
    'rules.pooling: kind "separate", which a pooled fund needs',
  ],
  [
    "steps of units under unified pooling",
    { "rules.shortfall": steps(old, { kind: "ownSurplus" }) },
    "rules.shortfall.steps.1.kind: a step of unified pooling",
  ],
  [
    "separate pooling with an overdraft",
    { ...regions, "rules.pooling": { kind: "separate" }, "rules.shortfall": { kind: "overdraft" } },
    "rules.shortfall.kind: a rule without overdraft where units pay separately",
  ],
  [
    "outside money before the fund's own",
    { "rules.shortfall": steps(payer("x"), old) },
    "rules.shortfall.steps.1.kind: steps in order: own money, then the pooled fund, then payers outside the fund",
  ],
  [
    "a waterfall without the fund's own money",
    { "rules.shortfall": steps(payer("x")) },
    'rules.shortfall.steps: a step "oldBalances" under unified pooling',
  ],
  [
    "an id used twice",
    { "rules.shortfall": steps(old, payer("x"), payer("x")) },
    'rules.shortfall.steps.2.id: an id used once and not "unpaid"',
  ],
  [
    "shares that do not add up to one",
    { ...regions, "rules.settlement": { kind: "chizhou", ...terms, met: split(0.6, 0.3), target: share(1) } },
    "rules.settlement.met: shares that add up to 1",
  ],
  [
    "weights that do not add up to one",
    { ...regions, "rules.settlement": apportioned([0, 0.5, 0.25, 0.2]) },
    "rules.settlement.weights: shares that add up to 1",
  ],
  [
    "a key that the basis does not know",
    { ...regions, "rules.settlement": apportioned([0.25, 0.25, 0.25, 0.25]) },
    "rules.settlement.weights.population.value: 0: this basis does not know the insured by region",
  ],
  [
    "a settlement without places",
    { "rules.settlement": apportioned([0, 0.5, 0.25, 0.25]) },
    "basis.regions: at least two regions, between which a yearly settlement is made",
  ],
  [
    "a settlement from the middle of a year",
    { ...regions, "rules.settlement": { ...apportioned([0, 0.5, 0.25, 0.25]), since: assumed("2025-04", "month") } },
    "rules.settlement.since.value: a January",
  ],
  [
    "a surplus band upside down",
    { "rules.budget": { constraint: { kind: "smallSurplus", least: share(0.05), most: share(0.01) } } },
    "rules.budget.constraint.most.value: at least 0.05",
  ],
])("%s is refused with its place", (_what, changes, refusal) => {
  expect(refusals(changes)).toContain(refusal);
});

test("a step of the pooled fund without its rule is refused", () => {
  const { "rules.pooledFund": _without, ...rest } = suzhou;
  expect(refusals(rest)).toContain("rules.pooledFund: a pooled fund, which a step of the waterfall pays from");
});

test("a kind of sharing without its figures is refused", () => {
  expect(refusals({ ...regions, "rules.settlement": { kind: "liaoning", ...terms } }).length).toBeGreaterThan(0);
  expect(refusals({ ...suzhou, "rules.shortfall": { ...waterfall(), steps: [] } }).length).toBeGreaterThan(0);
});
