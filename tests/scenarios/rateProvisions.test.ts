import { describe, expect, test } from "vitest";
import { compile } from "../../src/model/scenario/compile.ts";
import { resolveScenario } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import { provenanceOf } from "../../src/model/scenario/provenance.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import { definitionsOf } from "../../src/text/definitions.ts";
import { fieldName } from "../../src/text/fields.ts";
import { quantityText } from "../../src/text/quantities.ts";
import { detailedFile, nationalRates, place } from "../model/detailedFund.ts";
import { assumed } from "../model/fund.ts";
import { runBlock, series } from "../model/run.ts";

const files = import.meta.glob<unknown>("../../scenarios/provisions/*.json", { eager: true, import: "default" });

interface File {
  readonly basis: object;
  readonly rules: { readonly contribution: Readonly<Record<string, unknown>> };
  readonly opening: { readonly history: readonly object[] };
}

/** Contribution rules of a document and of those that it builds on, over the still fund on the detailed basis. */
function underProvisions(id: string, start: string, balance = 10_000): Scenario {
  const formerRates = assumed(new Array<number>(8).fill(0.003), "fraction");
  const file = detailedFile({
    start,
    "opening.history.0.from": `${Number(start.slice(0, 4)) - 1}${start.slice(4)}`,
    "basis.regions": [place("a", { formerRates, openingBalance: assumed(balance, "yuan") })],
  }) as File;
  const { baseRates: _, ...contribution } = file.rules.contribution;
  const load = (wanted: string): unknown => {
    const document = files[`../../scenarios/${wanted}.json`] as File;
    // Construction projects need sites, which the still fund does not have.
    const { projects: __, ...rates } = document.rules.contribution;
    return { ...document, rules: { contribution: rates } };
  };
  return parseScenario(
    resolveScenario({ ...file, includes: [`provisions/${id}`], rules: { ...file.rules, contribution } }, load),
  );
}

const systems = [
  ["national", "2024-01"],
  ["zhejiang", "2024-01"],
  ["anhui", "2024-01"],
  ["jiangxi", "2024-01"],
  ["jilin", "2021-07"],
  ["suzhou", "2020-05"],
] as const;

describe.each(systems)("the rate rules of %s", (id, start) => {
  const scenario = underProvisions(id, start);

  test("run", () => {
    const income = series(runBlock(scenario, 1), "contributionIncome");
    expect(income.every((each) => each >= 0)).toBe(true);
    expect(Math.max(...income)).toBeGreaterThan(0);
  });

  test("have a name, a unit and a text in both languages", () => {
    const said = provenanceOf(scenario)
      .filter(({ path }) => path.startsWith("rules.contribution"))
      .map(({ path, value, unit }) => ({
        path,
        zh: [fieldName(path, scenario, "zh"), quantityText(value, unit, "zh", "yuan").value],
        en: [fieldName(path, scenario, "en"), quantityText(value, unit, "en", "yuan").value],
      }));
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter(({ zh }) => zh.some((text) => /[A-Za-z]{3}/.test(text) || text === ""))).toEqual([]);
    expect(said.filter(({ en }) => en.some((text) => /[\u3400-\u9fff]|[a-z][A-Z]/.test(text) || text === ""))).toEqual(
      [],
    );
    expect(new Set(said.map(({ zh }) => zh[0])).size).toBe(said.length);
  });

  test("name every reading in force in both languages", () => {
    const definitions = definitionsOf(scenario);
    const names = Object.keys(definitions);
    expect(names).toEqual(expect.arrayContaining(["phasedCut", "cutScope", "relief", "baseLimits"]));
    for (const { zh, en } of Object.values(definitions)) {
      expect(zh).toMatch(/[\u3400-\u9fff]/);
      expect(en).not.toMatch(/[\u3400-\u9fff]|undefined|NaN/);
    }
  });
});

test("base rates of every document are those of base_rates.csv, in force from its date", () => {
  const at = (id: string, start: string): number => compile(underProvisions(id, start)).ledger.averageRate;
  // Half the payroll in class 1, half in class 8.
  const average = ((nationalRates[0] ?? 0) + (nationalRates[7] ?? 0)) / 2;
  for (const id of ["national", "anhui", "jiangxi", "jilin"]) expect(at(id, "2024-01")).toBeCloseTo(average, 12);
  expect(at("suzhou", "2020-05")).toBeCloseTo((0.0015 + 0.015) / 2, 12);
  // The place's former 0.3 % of class 1 is above the standard 0.2 % and is kept; 0.3 % of class 8 rises to 1.9 %.
  expect(at("zhejiang", "2024-01")).toBeCloseTo((0.003 + 0.019) / 2, 12);
});

/** 2,100 a month come in at national rates; benefits of the history are 100 a month, so 2,400 pay for 24 months. */
test.each([
  [2_399, 0.2],
  [2_400, 0.5],
  [1_800, 0.2],
  [1_799, 0],
])("the national cut of 2024 at a balance of %d is %d, and ends with the year", (balance, cut) => {
  const income = series(runBlock(underProvisions("national", "2024-01", balance), 1), "contributionIncome");
  expect(income[0]).toBeCloseTo(2_100 * (1 - cut), 6);
  expect(income[11]).toBeCloseTo(2_100 * (1 - cut), 6);
  expect(income[12]).toBeCloseTo(2_100, 6);
});

test("Suzhou: relief to December 2020, the uniform cut to April 2021 also with three months in hand", () => {
  // 100,000 × 0.15 % + 100,000 × 1.5 %.
  const rates = 1_650;
  const income = series(runBlock(underProvisions("suzhou", "2020-05", 300), 1), "contributionIncome");
  // May and June: 40 % of contributions are small firms' and free, half of the rest: 30 % owed. July to December: 60 %.
  const owed = [0.3, 0.3, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 1, 1, 1, 1];
  owed.forEach((share, t) => expect(income[t]).toBeCloseTo(rates * 0.8 * share, 6));
  // From May 2021 by its own payable months: it has none left.
  expect(income[12]).toBeCloseTo(rates, 6);
});

test("a fund in which every rate rule says none is to the bit the fund without them", () => {
  const without = runBlock(parseScenario(detailedFile()), 20);
  const none = runBlock(
    parseScenario(
      detailedFile({
        "rules.contribution.cityRates": { kind: "standard" },
        "rules.contribution.phasedCut": { kind: "none" },
        "rules.contribution.relief": { kind: "none" },
        "rules.contribution.localUplift": { kind: "none" },
      }),
    ),
    20,
  );
  expect([none.pool, none.regions, none.years]).toEqual([without.pool, without.regions, without.years]);
});

test("uplift: Zhejiang's places at any time, Anhui's only at the action line", () => {
  const called = (id: string): unknown => {
    const { localUplift } = underProvisions(id, "2024-01").rules.contribution;
    return localUplift?.kind === "onApplication" ? [localUplift.called.value, localUplift.appliesTo.value] : undefined;
  };
  expect([called("zhejiang"), called("anhui"), called("jiangxi")]).toEqual([
    ["always", "all"],
    ["act", "all"],
    undefined,
  ]);
});
