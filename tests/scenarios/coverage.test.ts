import { describe, expect, it } from "vitest";
import { merged } from "../../src/model/scenario/merge.ts";
import { resolveScenario } from "../../src/model/scenario/overlay.ts";
import { parseProvisions, provisionChain } from "../../src/model/scenario/provisions.ts";
import { bundledFile, bundledIds } from "./bundled.ts";
import { type CoveredDocument, coverageProblems, type Product } from "./coverageProblems.ts";

/** Numbered rules of the five texts: 183. */
const counts = [
  { prefix: "000", id: "provisions/zhejiang", rules: 53 },
  { prefix: "001", id: "provisions/anhui", rules: 36 },
  { prefix: "002", id: "provisions/jiangxi", rules: 37 },
  { prefix: "003", id: "provisions/jilin", rules: 29 },
  { prefix: "004", id: "provisions/suzhou", rules: 28 },
];

const table = import.meta.glob<Record<string, unknown>>("../../scenarios/provisions/coverage.json", {
  eager: true,
  import: "default",
});
const coverage = table["../../scenarios/provisions/coverage.json"];

describe("scenarios/provisions/coverage.json", () => {
  it("covers 183 rules", () => {
    expect(counts.reduce((sum, { rules }) => sum + rules, 0)).toBe(183);
    expect(Object.keys(coverage)).toHaveLength(183);
  });

  it.each(counts)("$id: every rule is carried by what it names", ({ prefix, id, rules }) => {
    const own = Object.fromEntries(Object.entries(coverage).filter(([rule]) => rule.startsWith(`${prefix}-`)));
    const articles = parseProvisions(id, bundledFile(id)).articles;
    const document: CoveredDocument = { prefix, rules, articles, scenarios: scenariosUnder(id) };
    expect(coverageProblems(own, { documents: [document], ruleFiles, testFiles })).toEqual([]);
  });
});

const fromRoot = (path: string): string => path.replace("../../", "");
const ruleFiles = Object.keys(import.meta.glob("../../src/model/rules/**/*.ts")).map(fromRoot);
const testFiles = Object.keys(import.meta.glob("../model/rules/**/*.test.ts")).map((path) =>
  path.replace("..", "tests"),
);

/** The rules that a document states, laid over those that it builds on, and the bundled scenarios that stand under it. */
function scenariosUnder(id: string): unknown[] {
  const rules = provisionChain(id, bundledFile).reduce<unknown>((below, { file }) => merged(below, file.rules), {});
  const whole = bundledIds.map((each) => resolveScenario(bundledFile(each), bundledFile));
  return [{ rules }, ...whole.filter((scenario) => provisionsOf(scenario).includes(id))];
}

function provisionsOf(scenario: unknown): readonly unknown[] {
  const ids: unknown =
    typeof scenario === "object" && scenario !== null ? Reflect.get(scenario, "provisions") : undefined;
  return Array.isArray(ids) ? ids : [];
}

describe("a coverage table", () => {
  const modelled = { status: "modelled", file: "src/model/rules/line.ts", fields: ["rules.line", "regions.north"] };
  const reason = { zh: "没有数字。", en: "It has no figure." };
  const document: CoveredDocument = {
    prefix: "900",
    rules: 3,
    articles: [
      { id: "900-R01", fields: ["rules.line", "regions.north"] },
      { id: "900-R02", fields: [] },
      { id: "900-R03", fields: [] },
    ],
    scenarios: [{ rules: { line: { value: 12 } } }, { regions: [{ id: "north" }] }],
  };
  const product: Product = {
    documents: [document],
    ruleFiles: ["src/model/rules/line.ts", "src/model/rules/untested.ts"],
    testFiles: ["tests/model/rules/line.test.ts"],
  };
  const good = { "900-R01": modelled, "900-R02": { status: "shown" }, "900-R03": { status: "outside", reason } };
  const { "900-R02": _shown, ...short } = good;

  it("holds when every rule is there, and its file, test and fields exist", () => {
    expect(coverageProblems(good, product)).toEqual([]);
  });

  it.each([
    ["a rule is missing", short, "900-R02: not in the table"],
    ["a rule is unknown", { ...good, "900-R04": { status: "shown" } }, "900-R04: no document has this rule"],
    [
      "the rule file does not exist",
      { ...good, "900-R01": { ...modelled, file: "src/model/rules/none.ts" } },
      "900-R01: there is no src/model/rules/none.ts",
    ],
    [
      "the rule has no test",
      { ...good, "900-R01": { ...modelled, file: "src/model/rules/untested.ts" } },
      "900-R01: there is no tests/model/rules/untested.test.ts",
    ],
    [
      "no scenario has the field",
      { ...good, "900-R01": { ...modelled, fields: ["rules.line.level"] } },
      "900-R01: no scenario of 900 has rules.line.level",
    ],
    [
      "a list has no such element",
      { ...good, "900-R01": { ...modelled, fields: ["regions.south"] } },
      "900-R01: no scenario of 900 has regions.south",
    ],
    [
      "the article names other fields",
      { ...good, "900-R01": { ...modelled, fields: ["rules.line"] } },
      "900-R01: the article names other fields",
    ],
    ["modelled names no field", { ...good, "900-R01": { ...modelled, fields: [] } }, "900-R01.fields: "],
    ["outside has no reason", { ...good, "900-R03": { status: "outside" } }, "900-R03.reason: "],
    ["the status is another word", { ...good, "900-R02": { status: "planned" } }, "900-R02.status: "],
    ["shown names a file", { ...good, "900-R02": { status: "shown", file: "x" } }, "900-R02.: "],
  ])("fails when %s", (_, wrong, problem) => {
    expect(coverageProblems(wrong, product)).toContainEqual(expect.stringContaining(problem));
  });

  it.each([
    ["an article is missing", document.articles.slice(0, 2), "900-R03: no article"],
    [
      "an article stands twice",
      [...document.articles, { id: "900-R02", fields: [] }],
      "900-R02: an article too many in 900",
    ],
    [
      "an article has no rule",
      [...document.articles, { id: "901-R01", fields: [] }],
      "901-R01: an article too many in 900",
    ],
    [
      "an article that is only shown names a field that is nowhere",
      [document.articles[0], { id: "900-R02", fields: ["rules.gone"] }, document.articles[2]],
      "900-R02: no scenario of 900 has rules.gone",
    ],
  ])("fails when %s", (_, articles, problem) => {
    expect(coverageProblems(good, { ...product, documents: [{ ...document, articles }] })).toEqual([problem]);
  });
});
