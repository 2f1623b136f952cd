import { describe, expect, it } from "vitest";
import { type Article, type Provisions, parseProvisions } from "../../src/model/scenario/provisions.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import { bundled, bundledFile, provisionIds } from "./bundled.ts";

/** Documents whose rules are numbered: the prefix of the numbers, and how many there are. */
const numbered = [
  { id: "provisions/zhejiang", seed: "000", rules: 53 },
  { id: "provisions/anhui", seed: "001", rules: 36 },
  { id: "provisions/jiangxi", seed: "002", rules: 37 },
  { id: "provisions/jilin", seed: "003", rules: 29 },
  { id: "provisions/suzhou", seed: "004", rules: 28 },
] as const;

const chineseThenAscii = /[\u4e00-\u9fff][,;:!?()]|[,;:!?(][\u4e00-\u9fff]/;
const chineseLetters = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
const fieldPath = /^rules(\.[a-z][a-zA-Z0-9]*)+$/;

const provisions = (id: string): Provisions => parseProvisions(id, bundledFile(id));

/** Ids of the articles of a document for which `isWrong` holds. */
const wrong = (id: string, isWrong: (article: Article) => boolean): readonly string[] =>
  provisions(id)
    .articles.filter(isWrong)
    .map((article) => article.id);

/** A document over the fund that its own basis describes, with nothing of the bundled scenario's rules but what no text states. */
const under = (id: "zhejiang-2024" | "anhui-2024"): Scenario => bundled(id, { months: 12 });

describe("provisions files", () => {
  it.each(provisionIds)("%s is valid", (id) => {
    expect(provisions(id).id).toBe(id);
  });

  it.each(numbered)("$id states each of its $rules rules exactly once, in order", ({ id, seed, rules }) => {
    const expected = Array.from({ length: rules }, (_, i) => `${seed}-R${String(i + 1).padStart(2, "0")}`);
    expect(provisions(id).articles.map((article) => article.id)).toEqual(expected);
  });

  it("number each article once among all documents", () => {
    const ids = provisionIds.flatMap((id) => provisions(id).articles.map((article) => article.id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it("state the national law in numbered articles", () => {
    const ids = provisions("provisions/national").articles.map((article) => article.id);
    expect(ids).toEqual(ids.map((_, i) => `N-${String(i + 1).padStart(2, "0")}`));
    expect(ids.length).toBeGreaterThanOrEqual(25);
  });

  it.each(provisionIds)("%s writes Chinese with full-width punctuation, in whole sentences", (id) => {
    expect(wrong(id, ({ place, says }) => chineseThenAscii.test(place.zh + says.zh))).toEqual([]);
    expect(wrong(id, ({ says }) => !/[\u4e00-\u9fff].*。$/.test(says.zh))).toEqual([]);
  });

  it.each(provisionIds)("%s writes English without Chinese, in whole sentences", (id) => {
    expect(wrong(id, ({ place, says }) => chineseLetters.test(place.en + says.en))).toEqual([]);
    expect(wrong(id, ({ says }) => !says.en.endsWith("."))).toEqual([]);
  });

  it.each(provisionIds)("%s quotes the first words only, with ASCII digits and without line breaks", (id) => {
    expect(wrong(id, ({ begins }) => begins.length > 16 || /\s|[０-９％]/u.test(begins))).toEqual([]);
  });

  it.each(provisionIds)("%s names scenario fields by dotted paths, each once in an article", (id) => {
    expect(wrong(id, ({ fields }) => !fields.every((field) => fieldPath.test(field)))).toEqual([]);
    expect(wrong(id, ({ fields }) => new Set(fields).size < fields.length)).toEqual([]);
  });

  it("of Zhejiang give a fund its band of 9 to 12 months, which permits and does not oblige", () => {
    const { trigger, payableMonths } = under("zhejiang-2024").rules;
    expect(trigger).toMatchObject({ kind: "band", upper: { value: 12 }, lower: { value: 9 } });
    expect(trigger).toMatchObject({ comparison: { value: "below" }, obligation: { value: "may" } });
    expect(payableMonths.denominator.reason?.zh).toContain("基金支付能力");
  });

  it("of Anhui give a fund its line of about 9 months, and payable months as the national file reads them", () => {
    const { trigger, payableMonths } = under("anhui-2024").rules;
    expect(trigger).toMatchObject({
      kind: "line",
      level: { value: 9 },
      tolerance: { value: 0.5, basis: "assumption" },
      obligation: { value: "may" },
    });
    expect(payableMonths.denominator).toMatchObject({ value: "trailing12", basis: "assumption" });
  });
});
