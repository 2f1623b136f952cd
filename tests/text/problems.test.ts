import { expect, test } from "vitest";
import { applyChanges } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import { type Problem, ScenarioError } from "../../src/model/scenario/problem.ts";
import { problemWords } from "../../src/text/problems.ts";
import { bundledFile } from "../scenarios/bundled.ts";

function problemsOf(changes: Readonly<Record<string, unknown>>): readonly Problem[] {
  try {
    parseScenario(applyChanges(bundledFile("zhejiang-2024"), changes));
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  throw new Error("nothing was refused");
}

test.each([
  ["months", -5, "≥ 1 的数", "a number ≥ 1"],
  ["surprise", 1, "没有这个字段", "no such key"],
  ["start", "2024-13", "月份，写作 2024-01", "a month such as 2024-01"],
  ["rules.trigger.upper.value", 3, "大于下沿 9", "more than the lower edge 9"],
])("a bad %s is named in both languages with path, expectation and value", (path, value, zh, en) => {
  const [problem = { path: "", expected: "", value: undefined }] = problemsOf({ [path]: value });
  expect(problemWords(problem, "zh")).toEqual({ path, expected: zh, value: JSON.stringify(value) });
  expect(problemWords(problem, "en")).toEqual({ path, expected: en, value: JSON.stringify(value) });
});

test("a value of any depth or length is shown in a short line", () => {
  let deep: unknown = 1;
  for (let i = 0; i < 200_000; i++) deep = [deep];
  const shown = problemWords({ path: "a", expected: "number", value: deep }, "zh");
  expect(shown).toEqual({ path: "a", expected: "数字", value: "[[[…]]]" });
  expect(problemWords({ path: "", expected: "a JSON file", value: "x".repeat(1e6) }, "zh").value.length).toBeLessThan(
    100,
  );
  expect(problemWords({ path: "", expected: "string", value: undefined }, "en").path).toBe("(whole file)");
});
