import { describe, expect, it } from "vitest";
import { parseProvisions } from "../../src/model/scenario/provisions.ts";
import { bundledFile, provisionIds } from "./bundled.ts";

const chineseThenAscii = /[\u4e00-\u9fff][,;:!?()]|[,;:!?(][\u4e00-\u9fff]/;

it("no two articles have one number", () => {
  const ids = provisionIds.flatMap((id) => parseProvisions(id, bundledFile(id)).articles.map((article) => article.id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

describe.each(provisionIds)("%s", (id) => {
  const { articles } = parseProvisions(id, bundledFile(id));

  it("gives the first words of the original, at most 15 characters of Chinese with ASCII digits", () => {
    for (const { begins } of articles) {
      expect(begins.length).toBeLessThanOrEqual(15);
      expect(begins).toMatch(/[\u4e00-\u9fff]/);
      expect(begins).not.toMatch(/[\s０-９]/);
    }
  });

  it("says each rule in Chinese with full-width punctuation, and in English without Chinese", () => {
    for (const { place, says } of articles) {
      expect(says.zh).toMatch(/。[）”]?$/);
      expect(says.zh).not.toMatch(chineseThenAscii);
      expect(says.en).toMatch(/\.\)?$/);
      expect(`${says.en}${place.en}`).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
