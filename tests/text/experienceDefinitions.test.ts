import { expect, test } from "vitest";
import readme from "../../scenarios/README.md?raw";
import { provenanceOf } from "../../src/model/scenario/provenance.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import { experienceDefinitions } from "../../src/text/experienceDefinitions.ts";
import { fieldName } from "../../src/text/fields.ts";
import { quantityText } from "../../src/text/quantities.ts";
import { huainan, jiangsu, puyang, ratedFund, ratedUnder, rating, templateB } from "../model/ratedFund.ts";

const HAN = /[\u3400-\u9fff]/;

const scenarios: readonly (readonly [string, Scenario])[] = [
  ["Anhui", ratedUnder(["provisions/anhui"])],
  ["Suzhou", ratedUnder(["provisions/suzhou"])],
  ["template B", ratedUnder(["provisions/zhejiang", "provisions/floating-template-b"])],
  ["Puyang", ratedFund(rating(puyang))],
];

test.each(scenarios)("%s: every value has a name and a text in both languages", (_, scenario) => {
  const values = provenanceOf(scenario).filter(({ path }) => /experience|floatingSteps/.test(path));
  expect(values.length).toBeGreaterThan(12);
  const said = values.map(({ path, value, unit }) => {
    const zh = quantityText(value, unit, "zh", "yuan");
    const en = quantityText(value, unit, "en", "yuan");
    const [zhName, enName] = [fieldName(path, scenario, "zh"), fieldName(path, scenario, "en")];
    return { zhName, zh: `${zhName} ${zh.value} ${zh.unit}`, en: `${enName} ${en.value} ${en.unit}`, value: en.value };
  });
  expect(said.filter(({ zhName, zh }) => !HAN.test(zhName) || /[A-Za-z]{3}/.test(zh))).toEqual([]);
  expect(said.filter(({ en, value }) => value === "" || HAN.test(en) || /[a-z][A-Z]/.test(en))).toEqual([]);
});

test("the format page names every key", () => {
  const words = new Set([...readme.matchAll(/[A-Za-z0-9]+/g)].map(([word]) => word));
  const missing = scenarios.flatMap(([, { rules }]) =>
    [...keysOf([rules.contribution.experience, rules.contribution.floatingSteps])].filter((key) => !words.has(key)),
  );
  expect(missing).toEqual([]);
});

function keysOf(node: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  for (const [key, child] of Object.entries(node)) {
    if (!Array.isArray(node)) found.add(key);
    keysOf(child, found);
  }
  return found;
}

test("the template in force in words", () => {
  const said = (indicator: object) => experienceDefinitions(ratedFund(rating(indicator)).rules)["experienceIndicator"];
  expect(said(huainan)?.zh).toBe("按支缴率分档，分界为 20%、60%、80%、120%");
  expect(said(huainan)?.en).toBe("Steps by pay/contribution ratio, with thresholds at 20%, 60%, 80%, 120%");
  expect(said(templateB)?.zh).toBe("按有无新发工伤和支缴率双向分档，分界为 120%、300%");
  expect(said(jiangsu)?.zh).toBe("按连续无工伤的周期下浮至 80%、50%，不上浮");
  expect(said(puyang)?.en).toContain("lowered to 80% after 3 cycles without a claim");
  const words = experienceDefinitions(ratedFund(rating(huainan)).rules);
  expect(words["experienceCycle"]?.zh).toBe("费率每 24 个月浮动一次，首次自 2026 年 1 月起");
  expect(words["experienceDenominator"]?.en).toBe("Ratio divides by contributions paid");
  for (const { zh, en } of Object.values(words)) {
    expect(zh).toMatch(HAN);
    expect(en).not.toMatch(HAN);
  }
});

test("without the rule nothing is said", () => {
  expect(experienceDefinitions(ratedFund(undefined).rules)).toEqual({});
});
