import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/scenario/compile.ts";
import { resolveScenario } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import { provenanceOf } from "../../src/model/scenario/provenance.ts";
import { parseProvisions } from "../../src/model/scenario/provisions.ts";
import { definitionsOf } from "../../src/text/definitions.ts";
import { ruleSentence } from "../../src/text/rule.ts";
import { runPlans, series } from "../model/run.ts";
import { bundledFile } from "./bundled.ts";
import basis from "./newProvince/basis.json?raw";
import provisions from "./newProvince/provisions.json?raw";
import file from "./newProvince/scenario.json?raw";

/** Three texts of JSON that no code knows, and of the bundled files the national one alone. */
const texts: Readonly<Record<string, string>> = { "provisions/new": provisions, "basis/new": basis };
const asked: string[] = [];
function load(id: string): unknown {
  asked.push(id);
  const text = texts[id];
  return text === undefined ? bundledFile(id) : JSON.parse(text);
}

describe("a province added by JSON alone", () => {
  const scenario = parseScenario(resolveScenario(JSON.parse(file), load));
  const plan = compile(scenario);
  const [block] = runPlans([plan], 100);

  it("builds on the national document and on no other", () => {
    expect(scenario.provisions).toEqual(["provisions/national", "provisions/new"]);
    expect(new Set(asked)).toEqual(new Set(["provisions/national", "provisions/new", "basis/new"]));
    expect(parseProvisions("provisions/new", JSON.parse(provisions)).articles).toHaveLength(2);
  });

  it("has its own line, measure, reserve and sharing, and the rest of the nation", () => {
    expect(plan.ledger.triggers).toMatchObject([{ id: "act", level: 6, strict: true }]);
    expect(plan.ledger.sharing.settlement).toMatchObject({
      firstYear: 2025,
      month: 3,
      by: { localInSurplus: 0.3, localInDeficit: 0.5, localInMiddle: 0.6, localAbove: 0.8 },
    });
    expect(scenario.rules.reserve).toMatchObject({ kind: "shareOfOutgo", share: { value: 0.08 } });
    expect(scenario.rules.shortfall).toMatchObject({ kind: "waterfall" });
    expect(plan.shape.payers.map(({ id }) => id)).toContain("localGovernment");
  });

  it("runs: the line fires, rates rise by a fifth from the third month on, and places settle their gaps in March", () => {
    const first = block.triggers[0]?.first ?? new Float64Array();
    expect(first.some((t) => t >= 0)).toBe(true);
    first.forEach((t, p) => {
      const rates = series(block, "rateLevel", p);
      if (t >= 0 && t + 3 < block.months) {
        expect((rates[t + 3] ?? 0) / (rates[t] ?? 1)).toBeCloseTo(1.2, 9);
        expect((rates[t + 2] ?? 0) / (rates[t] ?? 1)).toBeCloseTo(1, 9);
      }
    });
    const local = plan.shape.payers.findIndex(({ id }) => id === "localGovernment");
    const settledIn2026 = block.sharing.slice(
      (local * plan.shape.years + 1) * 100,
      (local * plan.shape.years + 2) * 100,
    );
    expect(settledIn2026.some((amount) => amount > 0)).toBe(true);
  });

  it("is said in both languages, and every value has its source or its reason", () => {
    for (const { zh, en } of Object.values(definitionsOf(scenario))) expect(`${zh}${en}`).not.toMatch(/undefined|NaN/);
    expect(ruleSentence(scenario.rules, "en")).toMatch(/6 months/);
    expect(ruleSentence(scenario.rules, "zh")).toMatch(/6 个月/);
    const bare = provenanceOf(scenario).filter(({ source, reason }) => source === undefined && reason === undefined);
    expect(bare).toEqual([]);
  });
});
