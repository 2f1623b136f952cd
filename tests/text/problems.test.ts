import { expect, test } from "vitest";
import { applyChanges, resolveScenario } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import { type Problem, ScenarioError } from "../../src/model/scenario/problem.ts";
import { placeName } from "../../src/text/places.ts";
import { problemWords } from "../../src/text/problems.ts";
import { bundledFile } from "../scenarios/bundled.ts";

const zhejiang = resolveScenario(bundledFile("zhejiang-2024"), bundledFile);

function problemsOf(changes: Readonly<Record<string, unknown>>): readonly Problem[] {
  try {
    parseScenario(applyChanges(zhejiang, changes));
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  throw new Error("nothing was refused");
}

test.each([
  ["months", -5, "月数", "应为 ≥ 1 的数", "Months", "Expected a number ≥ 1"],
  ["surprise", 1, "", "不应有此字段", "", "Not a known key"],
  [
    "start",
    "2024-13",
    "开始月份",
    "应为月份，如 2024-01",
    "First month of the run",
    "Expected a month such as 2024-01",
  ],
  ["start", 7, "开始月份", "应为月份，如 2024-01", "First month of the run", "Expected a month such as 2024-01"],
  ["seed", 7, "种子", "应为文字", "Seed", "Expected a text"],
  ["paths", 1.5, "路径数", "应为整数", "Paths", "Expected a whole number"],
  ["drivers", 7, "外部变动", "应为一组字段 { }", "Outside drivers", "Expected a group of fields { }"],
  [
    "basis.regions.0.headcount.value.0",
    -1,
    "第 1 个统筹区·参保人数·第 1 类",
    "应为 ≥ 0 的数",
    "Region 1 / insured headcount / class 1",
    "Expected a number ≥ 0",
  ],
  [
    "rules.trigger.upper.value",
    3,
    "触发·关注线（上沿）",
    "应为大于下沿 9 的数",
    "Trigger / watch line (upper edge)",
    "Expected more than the lower edge 9",
  ],
])("a bad %s is named in both languages with place, path, expectation and value", (path, bad, ...said) => {
  const [placeZh, zh, placeEn, en] = said;
  const [problem = { path: "", expected: "", value: undefined }] = problemsOf({ [path]: bad });
  const value = JSON.stringify(bad);
  expect(problemWords(problem, "zh")).toEqual({ place: placeZh, path, expected: zh, value });
  expect(problemWords(problem, "en")).toEqual({ place: placeEn, path, expected: en, value });
});

test.each([
  ["opening.history.1.benefitPayout.value", "历史·第 2 期·工伤保险待遇支出"],
  ["hindcast.0.month", "第 1 点·月份"],
  ["drivers.injurySeasonality.value.6", "工伤季节性·7 月"],
  ["drivers.correlation.value.0.2", "相关系数·第 1 项·第 3 项"],
  ["basis.regions", "基金概况·统筹区"],
  ["title.zh", "名称·中文"],
  ["constructor.__proto__", ""],
])("the place %s is said as %s", (path, said) => {
  expect(placeName(path, "zh")).toBe(said);
});

test("a fault of JSON is named by line and column", () => {
  const problem = { path: "line 4, column 21", expected: "what JSON allows here", value: "]" };
  expect(problemWords(problem, "zh")).toMatchObject({ place: "第 4 行第 21 列", path: "" });
  expect(problemWords(problem, "en")).toMatchObject({ place: "Line 4, column 21", path: "" });
});

test("a value of any depth or length is shown in a short line", () => {
  let deep: unknown = 1;
  for (let i = 0; i < 200_000; i++) deep = [deep];
  const shown = problemWords({ path: "a", expected: "number", value: deep }, "zh");
  expect(shown).toEqual({ place: "", path: "a", expected: "应为数字", value: "[[[…]]]" });
  expect(problemWords({ path: "", expected: "a JSON file", value: "x".repeat(1e6) }, "zh").value.length).toBeLessThan(
    100,
  );
  expect(problemWords({ path: "", expected: "string", value: undefined }, "en").place).toBe("The whole file");
});
