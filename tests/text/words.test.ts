import { expect, test } from "vitest";
import type { Trigger } from "../../src/model/rules/trigger.ts";
import { provenanceOf } from "../../src/model/scenario/provenance.ts";
import { chinese } from "../../src/text/chinese.ts";
import { definitionsOf } from "../../src/text/definitions.ts";
import { english } from "../../src/text/english.ts";
import { fieldName } from "../../src/text/fields.ts";
import { quantityText } from "../../src/text/quantities.ts";
import { ruleSentence } from "../../src/text/rule.ts";
import { bundled, bundledIds } from "../scenarios/bundled.ts";

const HAN = /[\u3400-\u9fff]/;
const scenarios = bundledIds.map((id) => bundled(id));

/** Every text of a dictionary, functions called with marks for their arguments. */
function texts(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const place = `${path}.${key}`;
    if (typeof value === "string") return [[place, value]];
    if (typeof value === "function") return [[place, String(value("1", "2", "3"))]];
    return texts(value, place);
  });
}

test("both languages have every entry, and neither speaks the other's", () => {
  const own = new Set([".lang", ".pageTitle"]);
  const zh = texts(chinese).filter(([path]) => !own.has(path));
  const en = texts(english).filter(([path]) => !own.has(path));
  expect(en.map(([path]) => path).sort()).toEqual(zh.map(([path]) => path).sort());
  expect(en.filter(([, text]) => HAN.test(text) || text.trim() === "")).toEqual([]);
  expect(zh.filter(([, text]) => !/[\u3400-\u9fff：、]/.test(text))).toEqual([]);
});

test("Chinese is written with full-width punctuation", () => {
  const halfWidth = /[\u3400-\u9fff][,;:?!()]|[,;:?!()][\u3400-\u9fff]/;
  expect(texts(chinese).filter(([, text]) => halfWidth.test(text))).toEqual([]);
});

test.each([
  ["rules.pensions.indexation.care.priceWeight", "长期待遇·待遇调整·生活护理费·物价增长的权重"],
  ["basis.outcomes.care.devices", "工伤结果·医疗费构成·辅助器具费"],
  ["rules.accounts.emergency.margin", "账户与资金流·紧急请款·计划倍数"],
  ["rules.trigger.margin", "触发·可容许的赤字"],
  ["rules.accounts.remittance.steps", "账户与资金流·上解·逐级上缴（月末前工作日）"],
  ["opening.of.local", "各地存放资金"],
  ["rules.settlement.deficit.local", "年度缺口分担·预算当期赤字时·市县"],
  ["basis.awards.0.from.1.delay", "新增定期待遇·伤残津贴（一至四级）·来源·第 2 项·受伤到开始领取的月数"],
  ["rules.benefits.advance.delay", "法定待遇·预支或先行支付·追回所需月数"],
])("a word that several rules use is said as each means it: %s is %s", (path, name) => {
  expect(fieldName(path, bundled("zhejiang-2024"), "zh")).toBe(name);
});

test("no name of a value shows the number of a list in the file", () => {
  const shown = scenarios.flatMap((scenario) =>
    provenanceOf(scenario).map(({ path }) => [path, fieldName(path, scenario, "zh")]),
  );
  expect(shown.filter(([, name = ""]) => /(^|·)\d+(·|$)/.test(name))).toEqual([]);
});

test.each(scenarios)("every value of $id has a name, a unit and a text in both languages", (scenario) => {
  const said = provenanceOf(scenario).map(({ path, value, unit }) => {
    const zh = quantityText(value, unit, "zh", "tenThousandYuan");
    const en = quantityText(value, unit, "en", "tenThousandYuan");
    return {
      path,
      zh: [fieldName(path, scenario, "zh"), `${zh.value} ${zh.unit}`],
      en: [fieldName(path, scenario, "en"), `${en.value} ${en.unit}`],
      value: en.value,
    };
  });
  expect(said.filter(({ zh }) => zh.some((text) => /[A-Za-z]{3}/.test(text)) || !HAN.test(zh[0] ?? ""))).toEqual([]);
  expect(said.filter(({ en }) => en.some((text) => HAN.test(text) || /[a-z][A-Z]/.test(text)))).toEqual([]);
  expect(said.filter(({ value }) => value === "")).toEqual([]);
});

/** The readings that a trigger has: a line, what stands in place of one, or the words for why there is none. */
function readingsOfTrigger(trigger: Trigger): readonly string[] {
  if (trigger.kind === "none") return ["trigger"];
  const confirmed = ["confirmation", "obligation"];
  return trigger.kind === "budgetDeficit"
    ? ["trigger", ...confirmed]
    : ["actLevel", "comparison", "tolerance", ...confirmed];
}

test.each(scenarios)("every reading in force in $id is said in both languages", (scenario) => {
  const definitions = definitionsOf(scenario);
  expect(Object.keys(definitions)).toEqual(
    expect.arrayContaining([
      "numerator",
      "denominator",
      "outgo",
      "observation",
      "informationLag",
      ...readingsOfTrigger(scenario.rules.trigger),
      "measure",
      "shortfall",
      "budgetDraft",
    ]),
  );
  const broken = /undefined|null|NaN/;
  const wrong = Object.entries(definitions).filter(
    ([, { value, zh, en }]) =>
      value === undefined || !HAN.test(zh) || HAN.test(en) || broken.test(zh) || broken.test(en),
  );
  expect(wrong).toEqual([]);
  expect(ruleSentence(scenario.rules, "en")).not.toMatch(HAN);
});

test("a rule in words says when, what, from when and until when", () => {
  const { rules } = bundled("zhejiang-2024");
  expect(ruleSentence(rules, "zh")).toBe(
    "可支付月数低于 12 个月即予关注。季度末可支付月数低于 9 个月的，可将基准费率上浮 15%，满 6 个月后的首个 1 月起执行；年末达到 15 个月后恢复基准费率。",
  );
  expect(ruleSentence(rules, "en")).toBe(
    "Payable months below 12 months are watched. When payable months are below 9 months at a quarter end, base rates may be raised by 15%, from the first January at least 6 months later; base rates return after 15 months at a year end.",
  );
  expect(ruleSentence(bundled("zhejiang-2024-never").rules, "en")).toContain("nothing is done");
});

test("values are shown in the unit a reader expects", () => {
  expect(quantityText(0.009, "fraction", "zh", "yuan").value).toBe("0.9%");
  expect(quantityText(694_417_573.66, "yuan", "zh", "hundredMillionYuan")).toEqual({ value: "6.9442", unit: "亿元" });
  expect(quantityText(9_360, "yuan/month", "zh", "hundredMillionYuan")).toEqual({ value: "9360", unit: "元／月" });
  expect(quantityText(316_666.67, "yuan", "zh", "hundredMillionYuan")).toEqual({ value: "31.667", unit: "万元" });
  expect(quantityText([0, 7_000, 2e9], "yuan", "zh", "hundredMillionYuan")).toMatchObject({ unit: "元" });
  expect(quantityText(7, "calendar month", "zh", "yuan")).toEqual({ value: "7 月", unit: "" });
  expect(quantityText(7, "calendar month", "en", "yuan")).toEqual({ value: "July", unit: "" });
  expect(quantityText(1, "observations", "en", "yuan").unit).toBe("observation");
  expect(quantityText([0.002, 0.004], "fraction", "zh", "yuan").value).toBe("0.2%、0.4%");
  expect(quantityText(694_417_573.66, "yuan", "en", "yuan")).toEqual({
    value: "694\u202f417\u202f573.66",
    unit: "yuan",
  });
  expect(quantityText("quarterEnd", "reading", "zh", "yuan").value).toBe("季度末");
  expect(
    quantityText(
      Array.from({ length: 20 }, () => 1),
      "ratio",
      "en",
      "yuan",
    ).value,
  ).toContain("(20 in all)");
});

test("an amount of any scenario reads back from its text, whatever unit is chosen", () => {
  const yuanIn: { readonly [unit: string]: number } = { 元: 1, 万元: 1e4, 亿元: 1e8 };
  const amounts = scenarios.flatMap((scenario) => provenanceOf(scenario)).filter(({ unit }) => unit.startsWith("yuan"));
  const wrong = amounts.flatMap(({ path, value, unit }) =>
    (["yuan", "tenThousandYuan", "hundredMillionYuan"] as const).flatMap((chosen) => {
      if (unit === "yuan or months") return [];
      const shown = quantityText(value, unit, "zh", chosen);
      const scale = yuanIn[shown.unit.split("／")[0] ?? ""] ?? Number.NaN;
      const read = shown.value.split("、").map((number) => Number(number.replace(/\u202f/g, "")) * scale);
      const exact = Array.isArray(value) ? value : [value];
      const near = exact.every((yuan, i) => Math.abs((read[i] ?? 0) - yuan) <= 5e-4 * yuan);
      return near ? [] : [[path, shown, chosen]];
    }),
  );
  expect(amounts.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test("a delay without play and shares that leave no rest are said plainly", () => {
  const { rules } = bundled("wuxi-2021-restore-9");
  expect(ruleSentence(rules, "zh")).toContain("在 2024 年 12 月末恢复");
  expect(ruleSentence(rules, "zh")).toContain("决策推迟 9 个月，");
  expect(ruleSentence(rules, "en")).toContain("by the end of December 2024, decided 9 months late");
  const { decision, shortfall } = definitionsOf(bundled("wuxi-2021-restore-9"));
  expect([decision?.zh, shortfall?.zh]).toEqual(["决策推迟 9 个月", "缺口分担：财政补贴 100%"]);
  const partly = definitionsOf(bundled("wuxi-2021", { "rules.shortfall.payers.finance.share": 0.5 }));
  expect(partly["shortfall"]?.zh).toBe("缺口分担：财政补贴 50%；其余挂账并优先支付");
});

const pageSources = Object.values(
  import.meta.glob<string>("../../src/app/*.{ts,tsx}", { eager: true, query: "?raw", import: "default" }),
)
  .join("\n")
  .replace(/class="[^"]*"/g, "");

/** Whether the page takes a word from its section, by its key, by a key that stands quoted, or with the whole section. */
function isTaken(section: string, key: string): boolean {
  const has = (pattern: string): boolean => new RegExp(pattern).test(pageSources);
  if (has(`\\b(${section}|words)\\.${key}\\b`) || has(`Object\\.values\\(words\\.${section}\\.?${key}`)) return true;
  return has(`\\b(${section}|words)\\[`) && (has(`"${key}"`) || key.endsWith("Meaning"));
}

test("every word is used by the page", () => {
  const unused = texts(chinese)
    .map(([path]) => path.split(".").slice(1))
    .filter(([section = "", key]) => (key === undefined ? !isTaken("words", section) : !isTaken(section, key)));
  expect(unused).toEqual([]);
});
