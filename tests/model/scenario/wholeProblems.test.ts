import { expect, test } from "vitest";
import { resolveScenario } from "../../../src/model/scenario/overlay.ts";
import { ScenarioError } from "../../../src/model/scenario/problem.ts";
import { stillFund } from "../fund.ts";

function problemsIn(file: unknown): string[] {
  try {
    resolveScenario(file, () => stillFund);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ path }) => path);
  }
}

test("a file with a base names the change that fits nowhere together with everything else that is wrong", () => {
  expect(problemsIn({ base: "still", id: "BAD ID", changes: { months: -3, "a.b": 2 } }).sort()).toEqual([
    "a.b",
    "id",
    "months",
  ]);
});

test('a change of "__proto__" is refused, not dropped', () => {
  expect(problemsIn(JSON.parse('{"base":"still","id":"x","changes":{"__proto__":1}}'))).toContain("__proto__");
});
