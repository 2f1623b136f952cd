import { describe, expect, it } from "vitest";
import { merged } from "../../../src/model/scenario/merge.ts";
import { ScenarioError } from "../../../src/model/scenario/problem.ts";
import { provisionChain } from "../../../src/model/scenario/provisions.ts";
import { definitionsOf } from "../../../src/text/definitions.ts";
import { expectedText } from "../../../src/text/expectations.ts";
import { bundledFile } from "../../scenarios/bundled.ts";
import { assumed } from "../fund.ts";
import { awards, everyAge, mortality, onlyAt, pensionFund, pensionRules, persons } from "../pensionFund.ts";
import { runTallied } from "./items.ts";

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

const sound = {
  "basis.pensioners": [persons("disability", "male", onlyAt(30, 10), 1000)],
  "basis.awards": [awards("spouse", 40, 1, 12)],
  "drivers.mortality": mortality(0.01),
  "rules.pensions": pensionRules,
};
const spouse = awards("spouse", 40, 1, 12);

describe("bad input of pensioners is refused, in both languages", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string, string])[] = [
    [
      "ages of the wrong length",
      { "basis.pensioners.0.ages.value": new Array<number>(20).fill(1) },
      "basis.pensioners.0.ages.value",
      "21 five-year ages, 0–4 to 100 and over",
    ],
    [
      "mortality of the wrong length",
      { "drivers.mortality.male.value": [0.1] },
      "drivers.mortality.male.value",
      "21 five-year ages, 0–4 to 100 and over",
    ],
    [
      "an award line that does not exist",
      { "basis.awards": [awards("spouse", 40, 1, 12, "fall")] },
      "basis.awards.0.from.0.line",
      'a line of claims of the basis: "medical", "disability", "death", "other"',
    ],
    [
      "awards and pensioners without mortality",
      { "drivers.mortality": undefined },
      "drivers.mortality",
      "mortality, which pensioners need",
    ],
    [
      "pensioners without rules",
      { "rules.pensions": undefined },
      "rules.pensions",
      "rules for pensions, which pensioners need",
    ],
    [
      "a kind without its rule",
      { "rules.pensions": { disability: pensionRules.disability } },
      "rules.pensions.survivors",
      "a rule for these pensions, which the basis has",
    ],
    [
      "new care without the base wage",
      { "basis.awards": [awards("care", 40, 1, 12)] },
      "rules.benefits.wageBase",
      "the base wage of benefits, which new care allowances need",
    ],
    [
      "a region that is none",
      { "basis.pensioners": [persons("disability", "male", onlyAt(30, 10), 1000, "z")] },
      "basis.pensioners.0.region",
      "the id of a region of the basis",
    ],
    [
      "grown-up children",
      { "basis.pensioners": [persons("child", "male", onlyAt(20, 10), 1000)] },
      "basis.pensioners.0.ages.value.4",
      "0, since children leave at 18",
    ],
    ["a kind twice", { "basis.awards": [spouse, spouse] }, "basis.awards.1.kind", "a kind of pension used once"],
    [
      "shares of ages that do not add up",
      { "basis.awards": [{ ...spouse, female: assumed(onlyAt(40, 0.1), "fraction") }] },
      "basis.awards.0.male.value",
      "shares that add up to 1 with those of the other sex",
    ],
    [
      "a mix of the wrong length",
      { "basis.awards": [{ ...spouse, mix: assumed([0.5, 0.3, 0.2], "fraction") }] },
      "basis.awards.0.mix.value",
      "2 shares",
    ],
    [
      "a mix that does not add up",
      { "basis.awards": [{ ...spouse, mix: assumed([0.5, 0.3], "fraction") }] },
      "basis.awards.0.mix.value",
      "shares that add up to 1",
    ],
    [
      "three grades",
      { "rules.pensions.disability.shares": assumed([0.9, 0.85, 0.8], "fraction") },
      "rules.pensions.disability.shares.value",
      "4 grades",
    ],
    [
      "two degrees of care",
      { "rules.pensions.care.shares": assumed([0.5, 0.4], "fraction") },
      "rules.pensions.care.shares.value",
      "3 degrees of care",
    ],
    [
      "a jump after the end",
      {
        "rules.pensions.indexation": {
          disability: {
            kind: "stated",
            first: "2024-01",
            everyYears: assumed(1, "years"),
            downward: assumed("never", "reading"),
            increase: [assumed(0.03, "fraction/year")],
            jump: { month: "2030-01", increase: assumed(0.1, "fraction/year") },
          },
        },
      },
      "rules.pensions.indexation.disability.jump.month",
      "a month of the 36 months from 2024-01",
    ],
  ];

  it.each(cases)("%s", (_, changes, path, expected) => {
    expect(problemsOf(() => pensionFund({ ...sound, ...changes }))).toContainEqual([path, expected]);
    expect(expectedText(expected, "zh")).toMatch(/^应为/);
    expect(expectedText(expected, "zh").replace(/"[^"]*"|\bid\b/g, "")).not.toMatch(/[a-z]{2}/);
  });

  it("a retirement age that falls", () => {
    const age = (before: number, after: number): object => ({
      before: assumed(before, "years"),
      after: assumed(after, "years"),
      from: "2025-01",
      everyMonths: assumed(4, "months"),
    });
    const retirement = {
      men: age(63, 60),
      women: age(55, 58),
      womenWorkers: age(50, 50),
      workersShare: assumed(0.5, "fraction"),
      oldAgePension: assumed(0.8, "ratio"),
    };
    expect(problemsOf(() => pensionFund({ ...sound, "rules.pensions.retirement": retirement }))).toEqual([
      ["rules.pensions.retirement.men.after.value", "at least the age before 63"],
    ]);
    expect(expectedText("at least the age before 63", "zh")).toBe("应为不低于原年龄 63");
  });

  it("what is sound is accepted", () => {
    expect(problemsOf(() => pensionFund(sound))).toEqual([]);
  });
});

describe.each(["zhejiang", "anhui", "jiangxi", "jilin", "suzhou"])("provisions of %s", (id) => {
  const { drivers } = bundledFile("basis/mortality-china") as { readonly drivers: { readonly mortality: object } };

  it("with the nation's mortality pensions are adjusted and end", () => {
    const scenario = pensionFund({
      months: 120,
      "basis.pensioners": [
        persons("disability", "male", everyAge(10), 1000),
        persons("care", "female", everyAge(5), 800),
        persons("relative", "female", everyAge(5), 600),
      ],
      "drivers.mortality": drivers.mortality,
      "rules.pensions": provisionChain(`provisions/${id}`, bundledFile).reduce<unknown>(
        (whole, { file }) => merged(whole, file.rules["pensions"] ?? {}),
        {},
      ),
    });
    const { of } = runTallied(scenario);
    // Opening amounts a year, and a table of mortality under which fewer of them are left after five.
    expect(of("item.disability.care", 0) / (12 * 105 * 800)).toBeCloseTo(1, 9);
    expect(of("item.death.survivors", 0) / (12 * 105 * 600)).toBeCloseTo(1, 1);
    for (const item of ["disability.pension", "disability.care", "death.survivors"]) {
      expect(of(`item.${item}`, 5)).toBeGreaterThan(0);
      expect(of(`item.${item}`, 5)).toBeLessThan(of(`item.${item}`, 0));
    }
    const kind = scenario.rules.pensions?.indexation?.disability?.kind;
    expect(kind).toBe(id === "zhejiang" ? "stated" : "weighted");
    const definitions = definitionsOf(scenario);
    for (const name of ["indexation.disability", "indexation.care", "indexation.survivors", "retirement"]) {
      expect(definitions[name]?.zh).toMatch(/[\u3400-\u9fff]/);
      expect(definitions[name]?.en).not.toMatch(/[\u3400-\u9fff]|undefined|NaN/);
    }
  });
});
