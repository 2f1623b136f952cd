import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChanges } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import { provenanceOf } from "../../src/model/scenario/provenance.ts";
import { definitionsOf } from "../../src/text/definitions.ts";
import { fieldName } from "../../src/text/fields.ts";
import { quantityText } from "../../src/text/quantities.ts";
import { ruleSentence } from "../../src/text/rule.ts";
import { arbitraryScenario } from "../model/arbitraryScenario.ts";
import { assumed, fund } from "../model/fund.ts";

const HAN = /[\u3400-\u9fff]/;
const broken = /undefined|null|NaN|\[object/;
const halfWidth = /[\u3400-\u9fff][,;:?!()]|[,;:?!()][\u3400-\u9fff]/;

test("whatever measure, decision and trigger: the sentence, the readings and the names are whole in both languages", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const scenario = parseScenario(applyChanges(file, {}));
      const said = Object.values(definitionsOf(scenario));
      const names = provenanceOf(scenario).filter(({ path }) =>
        /^rules\.(trigger|payableMonths|measure|decision)/.test(path),
      );
      const zh = [ruleSentence(scenario.rules, "zh"), ...said.map((each) => each.zh)];
      const en = [ruleSentence(scenario.rules, "en"), ...said.map((each) => each.en)];
      expect(zh.filter((text) => !HAN.test(text) || broken.test(text) || halfWidth.test(text))).toEqual([]);
      expect(en.filter((text) => HAN.test(text) || broken.test(text))).toEqual([]);
      for (const { path, value, unit } of names) {
        expect(fieldName(path, scenario, "zh")).not.toMatch(/[A-Za-z]{3}/);
        expect(fieldName(path, scenario, "en")).not.toMatch(/[a-z][A-Z]/);
        expect(quantityText(value, unit, "zh", "yuan").value).not.toBe("");
      }
    }),
    { numRuns: 100 },
  );
});

const times115 = {
  kind: "multiply",
  factor: assumed(1.15, "ratio"),
  cap: assumed(1.15, "ratio"),
  on: assumed("act", "reading"),
  effective: { kind: "january", lead: assumed(0, "months") },
  hold: assumed(0, "months"),
  lasts: assumed(12, "months"),
};

test("a budget in deficit in words", () => {
  const { rules } = fund({
    "rules.trigger": {
      kind: "budgetDeficit",
      margin: assumed(0, "fraction"),
      confirmation: assumed(1, "observations"),
      obligation: assumed("shall", "reading"),
    },
    "rules.measure": times115,
  });
  expect(ruleSentence(rules, "zh")).toBe(
    "不设月数线。编制下一年度预算时支大于收的，应当将基准费率上浮 15%，次年 1 月起执行，为期 12 个月。",
  );
  expect(ruleSentence(rules, "en")).toBe(
    "There is no line in months. When next year's budget is drafted with outgo above income, base rates shall be raised by 15%, from the next January, for 12 months.",
  );
});

test.each([
  [
    { kind: "refuses", probability: assumed(0.4, "fraction") },
    "每次有 40% 的概率不获批准，",
    ", refused each time with probability 40%",
  ],
  [{ kind: "capped", step: assumed(0.001, "fraction") }, "每次至多变动 0.1%，", ", by at most 0.1% a decision"],
  [
    { kind: "delayed", shortest: assumed(3, "months"), longest: assumed(9, "months") },
    "决策推迟 3–9 个月，",
    ", decided 3–9 months late",
  ],
])("who decides, in words: %j", (decision, zh, en) => {
  const { rules } = fund({ "rules.measure": times115, "rules.decision": decision });
  expect(ruleSentence(rules, "zh")).toContain(zh);
  expect(ruleSentence(rules, "en")).toContain(en);
});
