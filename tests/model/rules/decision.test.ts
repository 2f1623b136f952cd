import { describe, expect, test } from "vitest";
import { type DecisionPlan, delayOf, isRefused } from "../../../src/model/rules/decision.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { assumed, fund } from "../fund.ts";
import { problemsOf } from "../problems.ts";
import { runBlock, runPlans, series } from "../run.ts";

type Changes = Readonly<Record<string, unknown>>;

/** Below the line from the first month on; rates × 1.3 from the month after the decision. */
const called: Changes = {
  "basis.regions.a.openingBalance": 300,
  "rules.measure": {
    kind: "multiply",
    factor: assumed(1.3, "ratio"),
    cap: assumed(1.3, "ratio"),
    on: assumed("act", "reading"),
    effective: { kind: "nextMonth", lead: assumed(0, "months") },
    hold: assumed(0, "months"),
  },
};

function rates(decision: object, changes: Changes = {}): number[] {
  return series(runBlock(fund({ ...called, ...changes, "rules.decision": decision }), 1), "rateLevel").map((rate) =>
    Number(rate.toFixed(9)),
  );
}

describe("delays", () => {
  const weighted: DecisionPlan = { kind: "delayed", shortest: 2, longest: 4, weights: [0.5, 0.25, 0.25] };
  test.each([
    [0, 2],
    [0.499, 2],
    [0.5, 3],
    [0.749, 3],
    [0.75, 4],
    [0.999, 4],
  ])("by weights of 50, 25 and 25 %%: %d is %d months", (uniform, delay) => {
    expect(delayOf(weighted, uniform)).toBe(delay);
  });

  test("uniform without weights, none for who does not delay", () => {
    const uniform: DecisionPlan = { kind: "delayed", shortest: 2, longest: 4, weights: undefined };
    expect([0, 0.333, 0.334, 0.667, 0.999].map((u) => delayOf(uniform, u))).toEqual([2, 2, 3, 4, 4]);
    expect(delayOf({ kind: "automatic" }, 0.9)).toBe(0);
  });

  test("a delay that is certain", () => {
    const decision = {
      kind: "delayed",
      shortest: assumed(1, "months"),
      longest: assumed(3, "months"),
      weights: assumed([0, 0, 1], "fraction"),
    };
    expect(rates(decision).findIndex((rate) => rate > 0.01)).toBe(4);
  });
});

test.each([
  [0, 1],
  [0.3, 0.7],
  [1, 0],
])("a refusal with probability %d leaves the rest in the first month", (probability, share) => {
  const plans = [{ kind: "refuses", probability: assumed(probability, "fraction") }].map((decision) =>
    compile(fund({ ...called, "rules.decision": decision, paths: 400 })),
  );
  const [block] = runPlans(plans, 400);
  let raised = 0;
  for (let p = 0; p < 400; p++) if ((series(block, "rateLevel", p)[1] ?? 0) > 0.01) raised += 1;
  expect(Math.abs(raised / 400 - share)).toBeLessThanOrEqual(probability % 1 === 0 ? 0 : 0.08);
});

test("a refusal is not for ever: the call is put again at the next observation", () => {
  const block = runBlock(
    fund({ ...called, "rules.decision": { kind: "refuses", probability: assumed(0.5, "fraction") }, paths: 100 }),
    100,
  );
  for (let p = 0; p < 100; p++) expect(series(block, "rateLevel", p)[35]).toBeCloseTo(0.013, 12);
});

test("what one refuses at 30 % is refused at 60 %: the same uniforms decide", () => {
  for (const u of [0, 0.29, 0.3, 0.59, 0.6]) {
    const refused = [0.3, 0.6].map((probability) => isRefused({ kind: "refuses", probability }, u));
    expect(refused).toEqual([u < 0.3, u < 0.6]);
  }
});

test("who grants at most 0.1 points a decision reaches × 1.3 in three steps", () => {
  const decision = { kind: "capped", step: assumed(0.001, "fraction") };
  expect(rates(decision).slice(0, 5)).toEqual([0.01, 0.011, 0.012, 0.013, 0.013]);
});

test.each([
  [
    "weights that leave a delay without one",
    {
      kind: "delayed",
      shortest: assumed(0, "months"),
      longest: assumed(2, "months"),
      weights: assumed([0.5, 0.5], "fraction"),
    },
    "rules.decision.weights.value",
    "3 weights, one for each delay",
  ],
  [
    "weights that do not add up",
    {
      kind: "delayed",
      shortest: assumed(0, "months"),
      longest: assumed(1, "months"),
      weights: assumed([0.5, 0.4], "fraction"),
    },
    "rules.decision.weights.value",
    "shares that add up to 1",
  ],
  [
    "a probability above 1",
    { kind: "refuses", probability: assumed(1.1, "fraction") },
    "rules.decision.probability.value",
    "a number ≤ 1",
  ],
])("%s: refused", (_, decision, path, expected) => {
  expect(problemsOf({ "rules.decision": decision })).toMatchObject([{ path, expected }]);
});
