import { describe, expect, it } from "vitest";
import { resolveScenario } from "../../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../../src/model/scenario/parse.ts";
import { ScenarioError } from "../../../src/model/scenario/problem.ts";
import { expectedText } from "../../../src/text/expectations.ts";
import { bundledFile } from "../../scenarios/bundled.ts";
import { assumed, fund } from "../fund.ts";
import { runTallied } from "./items.ts";
import { outcomeFund, outcomeFundFile } from "./outcomeFund.ts";

/** Path and expectation of every problem of a file. */
function problemsOf(read: () => unknown): (readonly [string, string])[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ path, expected }) => [path, expected]);
  }
}

const benefits = (outcomeFundFile as { readonly rules: { readonly benefits: object } }).rules.benefits;
const amounts = (factor: number, region = "a"): object => ({
  kind: "amounts",
  medical: assumed([6, 5, 4, 3, 2, 1], "yuan"),
  float: assumed(0.2, "fraction"),
  cities: [{ region, factor: assumed(factor, "ratio") }],
});

it("a wage that the definition needs and the basis lacks is refused, also where new pensions hang on the items", () => {
  const weighted = {
    base: "jilin-2021",
    id: "jilin-2021-weighted",
    alternative: { zh: "加权", en: "Weighted" },
    changes: {
      "rules.benefits.wageBase.definition": {
        kind: "weighted",
        privateWeight: assumed(0.5, "fraction"),
        basis: "assumption",
        reason: { zh: "试", en: "Trial" },
      },
    },
  };
  expect(problemsOf(() => parseScenario(resolveScenario(weighted, bundledFile)))).toEqual([
    ["rules.benefits.wageBase.average.private", "the average wage that the definition needs"],
  ]);
});

describe("bad input of the statutory items is refused, in both languages", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string, string])[] = [
    [
      "grade shares that do not add up",
      { "basis.outcomes.grades5to6.grades.value": [0.5, 0.4] },
      "basis.outcomes.grades5to6.grades.value",
      "shares that add up to 1",
    ],
    [
      "too few grades",
      { "basis.outcomes.grades7to10.grades.value": [0.5, 0.5] },
      "basis.outcomes.grades7to10.grades.value",
      "grades 7 to 10",
    ],
    [
      "a grant table of the wrong length",
      { "rules.benefits.lumpSum.months.value": [27, 25, 23] },
      "rules.benefits.lumpSum.months.value",
      "grades 1 to 10",
    ],
    [
      "a subsidy table of the wrong length",
      { "rules.benefits.medicalSubsidy.medical.value": [30, 25, 10, 7, 4] },
      "rules.benefits.medicalSubsidy.medical.value",
      "grades 5 to 10",
    ],
    [
      "neither groups nor outcomes",
      {
        basis: { ...(outcomeFundFile as { readonly basis: object }).basis, outcomes: undefined },
        "rules.benefits": {},
      },
      "basis",
      '"groups", "outcomes" or both',
    ],
    [
      "a series that the definition needs",
      { "rules.benefits.wageBase.average": { private: [assumed(48_000, "yuan/year")] } },
      "rules.benefits.wageBase.average.nonPrivate",
      "the average wage that the definition needs",
    ],
    [
      "averages out of order",
      {
        "rules.benefits.wageBase.average.nonPrivate": [
          { ...assumed(84_000, "yuan/year"), from: "2024-06" },
          { ...assumed(80_000, "yuan/year"), from: "2023-06" },
        ],
      },
      "rules.benefits.wageBase.average.nonPrivate.1.from",
      "dates in order",
    ],
    [
      "a grant without its base wage",
      { "rules.benefits": { funeral: { months: assumed(6, "months") } } },
      "rules.benefits.wageBase",
      'a value, which "funeral" needs',
    ],
    [
      "no growth of U",
      { "drivers.urbanIncome": undefined },
      "drivers.urbanIncome",
      'a value, which "deathGrant" needs',
    ],
    ["a floor above the cap", { "rules.benefits.ownWage.floor": 4 }, "rules.benefits.ownWage.floor.value", "at most 3"],
    [
      "a city beyond the range",
      { "rules.benefits.medicalSubsidy": amounts(1.21) },
      "rules.benefits.medicalSubsidy.cities.0.factor.value",
      "a factor within 0.2 of 1",
    ],
    [
      "a city that is no region",
      { "rules.benefits.medicalSubsidy": amounts(1.2, "elsewhere") },
      "rules.benefits.medicalSubsidy.cities.0.region",
      "the id of a region",
    ],
    [
      "parts of more than the whole",
      { "basis.outcomes.care.travel": 0.9 },
      "basis.outcomes.care",
      "shares that add up to 1 at most",
    ],
    [
      "investigation without an amount",
      { "rules.costs.investigation": { payer: assumed("fund", "reading") } },
      "rules.costs.investigation.amount",
      "an amount, since the fund pays for investigation",
    ],
    [
      "retirement cuts of the wrong length",
      {
        "rules.benefits.medicalSubsidy.retirementCut": {
          of: assumed("both", "reading"),
          share: assumed([0.8, 0.6], "fraction"),
        },
      },
      "rules.benefits.medicalSubsidy.retirementCut.share.value",
      "one value for each of the last five years",
    ],
  ];

  it.each(cases)("%s", (_, changes, path, expected) => {
    expect(problemsOf(() => outcomeFund(changes))).toContainEqual([path, expected]);
    expect(expectedText(expected, "zh")).toMatch(/^应为/);
    expect(expectedText(expected, "zh").replace(/“[a-zA-Z]+”|\bid\b/g, "")).not.toMatch(/[a-z]{2}/);
  });

  it("a city on the edge of the range is accepted", () => {
    expect(problemsOf(() => outcomeFund({ "rules.benefits.medicalSubsidy": amounts(1.2) }))).toEqual([]);
    expect(problemsOf(() => outcomeFund({ "rules.benefits.medicalSubsidy": amounts(0.8) }))).toEqual([]);
  });

  it("items that are asked for without outcomes are refused; those that law lists rest", () => {
    expect(problemsOf(() => fund({ "rules.benefits": benefits }))).toEqual([]);
    expect(problemsOf(() => fund({ "rules.benefits": { ...benefits, perItem: assumed(true, "reading") } }))).toEqual([
      ["rules.benefits.perItem.value", "a basis with outcomes, which items need"],
    ]);
    expect(problemsOf(() => outcomeFund({ "rules.benefits.perItem": assumed(true, "reading") }))).toEqual([]);
    expect(runTallied(fund({ "rules.benefits": benefits })).ids).toEqual([]);
  });
});

describe("the five systems' benefits as their provisions state them", () => {
  const { rules, ...rest } = outcomeFundFile as { readonly rules: Readonly<Record<string, object>> };
  const { benefits: _, ...others } = rules;
  /** The fund of the tests under a province's statutory benefits and costs; its other rules are the fund's own. */
  const composed = (id: string) => {
    const file = { ...rest, includes: [`provisions/${id}`], rules: {} };
    const { rules: stated } = resolveScenario(file, bundledFile) as {
      readonly rules: Readonly<Record<string, object>>;
    };
    const costs = { ...others["costs"], investigation: Reflect.get(stated["costs"] ?? {}, "investigation") as unknown };
    return parseScenario({ ...rest, rules: { ...others, costs, benefits: stated["benefits"] } });
  };

  it.each([
    // A on the first day: weighted 30 : 70; non-private; on-post; non-private; the figure assumed for Suzhou
    ["zhejiang", (0.3 * 128_825 + 0.7 * 71_934) / 12, (0.35 * 2_490) / 30],
    ["anhui", 98_649 / 12, 30],
    ["jiangxi", 90_397 / 12, 30],
    ["jilin", 87_222 / 12, 30],
    ["suzhou", 99_551 / 12, 30],
  ])("%s", (id, average, meals) => {
    const scenario = composed(id);
    const busy = {
      ...scenario,
      basis: outcomeFund({
        "basis.outcomes.death.frequency": [0, 0, 0, 0.001, 0, 0, 0, 0],
        "basis.outcomes.death.inpatientDays": assumed(1, "days"),
      }).basis,
    };
    const { ids, of } = runTallied(busy);
    // Twelve deaths: five or six months at the figure of the start, all of them where nothing grows.
    expect(of("item.death.funeral", 0)).toBeCloseTo(12 * 6 * average, 4);
    expect(of("item.medical.meals", 0)).toBeCloseTo(12 * meals, 6);
    expect(ids).toContain("item.disability.medicalSubsidy");
    expect(ids.includes("account.investigation")).toBe(id === "jiangxi");
  });
});
