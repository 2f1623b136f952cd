import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/scenario/compile.ts";
import { provenanceOf } from "../../src/model/scenario/provenance.ts";
import { bundled, bundledFile, bundledIds } from "./bundled.ts";

const chineseThenAscii = /[\u4e00-\u9fff][,;:!?()]|[,;:!?(][\u4e00-\u9fff]/;

describe("bundled scenario files", () => {
  it("are a baseline of each of the five systems and of Wuxi, with their alternatives", () => {
    const baselines = bundledIds.filter((id) => !Object.hasOwn(bundledFile(id) as object, "base"));
    expect(baselines).toEqual([
      "anhui-2024",
      "jiangxi-2024",
      "jilin-2021",
      "suzhou-2020",
      "wuxi-2021",
      "zhejiang-2024",
    ]);
    expect(bundledIds.length).toBeGreaterThanOrEqual(26);
  });

  it.each(bundledIds)("%s is valid, carries its file's name and compiles", (id) => {
    const scenario = bundled(id);
    expect(scenario.id).toBe(id);
    expect(scenario.alternative).toBeDefined();
    expect(compile(scenario).shape.paths).toBe(10_000);
  });

  it.each(bundledIds)("%s names the document of every fact", (id) => {
    const facts = provenanceOf(bundled(id)).filter(({ kind }) => kind === "fact");
    expect(facts.filter(({ source }) => source === undefined)).toEqual([]);
    expect(facts.length).toBeGreaterThan(0);
  });

  it.each(bundledIds)("%s gives the reason of every derivation and assumption, none by a bare change", (id) => {
    const others = provenanceOf(bundled(id)).filter(({ kind }) => kind !== "fact");
    expect(others.filter(({ reason }) => reason === undefined || reason.en.endsWith("without a source."))).toEqual([]);
  });

  it.each(bundledIds)("%s writes Chinese with full-width punctuation and English without Chinese", (id) => {
    const texts: { zh: string; en: string }[] = [];
    collectTexts(bundled(id), texts);
    for (const { zh, en } of texts) {
      expect(zh).not.toMatch(chineseThenAscii);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

function collectTexts(node: unknown, found: { zh: string; en: string }[]): void {
  if (typeof node !== "object" || node === null) return;
  if ("zh" in node && "en" in node) found.push({ zh: String(node.zh), en: String(node.en) });
  for (const child of Object.values(node)) collectTexts(child, found);
}
