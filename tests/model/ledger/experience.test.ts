import { describe, expect, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { experienceScale } from "../../../src/model/scenario/compileExperience.ts";
import { applyChanges } from "../../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../../src/model/scenario/parse.ts";
import { ScenarioError } from "../../../src/model/scenario/problem.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { tallyIndex } from "../../../src/model/scenario/tallies.ts";
import { foldLedger } from "../../../src/model/simulation/simulate.ts";
import { definitionsOf } from "../../../src/text/definitions.ts";
import { expectedText } from "../../../src/text/expectations.ts";
import { bundledFile } from "../../scenarios/bundled.ts";
import { assumed } from "../fund.ts";
import { worldOf } from "../properties/rows.ts";
import { huainan, jiangsu, puyang, ratedFund, ratedUnder, rating, templateA, templateB } from "../ratedFund.ts";
import { regionSeries, runBlock, series } from "../run.ts";

const rates = (scenario: Scenario): number[] => series(runBlock(scenario, 1), "rateLevel");
const withoutRule = rates(ratedFund(undefined))[0] ?? Number.NaN;

test.each([
  ["Huainan", huainan],
  ["template A", templateA],
  ["template B", templateB],
  ["Jiangsu", jiangsu],
  ["Puyang", puyang],
])("%s: where nothing moves, steps stand still and the rate stays what the basis states", (_, indicator) => {
  const found = rates(ratedFund(rating(indicator)));
  expect(Math.max(...found.map((rate) => Math.abs(rate / withoutRule - 1)))).toBeLessThan(1e-12);
});

/** Months from which the rate is another one. */
function changesIn(found: readonly number[]): number[] {
  return found.flatMap((rate, t) => (t > 0 && Math.abs(rate / (found[t - 1] ?? 0) - 1) > 1e-9 ? [t] : []));
}

describe("when steps change", () => {
  /** Claims fall by a fifth each January. */
  const fewer = { "drivers.frequencyTrend": -0.2 };

  test("a cycle's claims move the rate from its effective month on, and not before", () => {
    const found = rates(ratedFund(rating(huainan), fewer));
    expect(changesIn(found)).toEqual([24, 48, 72, 96]);
    expect(found[24]).toBeLessThan(found[23] ?? 0);
  });

  test("three months between the window's end and the effective month", () => {
    const later = rating(huainan, { windowEnd: assumed("2024-09", "month"), effective: assumed("2025-01", "month") });
    const found = rates(ratedFund(later, fewer));
    expect(changesIn(found)).toEqual([36, 60, 84]);
  });

  test("months of the first window before the start count as expected", () => {
    const later = rating(jiangsu, { windowEnd: assumed("2024-09", "month"), effective: assumed("2025-01", "month") });
    const plan = compile(ratedFund(later));
    expect(plan.ledger.experience).toMatchObject({ windowFrom: 0, monthsBefore: 15, seasonBefore: 15 });
  });

  test.each([
    [23, 24],
    [24, 48],
    [47, 48],
    [48, 72],
  ])("claims from month %d on first show in the rate of month %d", (from, shown) => {
    const compiled = compile(ratedFund(rating(huainan)));
    const world = worldOf(compiled);
    for (const counts of world.claimCounts.flat())
      counts.set(
        counts.slice(from * world.paths).map((each) => each * 2),
        from * world.paths,
      );
    expect(changesIn(series(foldLedger(compiled.ledger, world, 0), "rateLevel"))[0]).toBe(shown);
  });

  test("one region's claims move that region's rate alone", () => {
    const compiled = compile(ratedFund(rating(huainan)));
    const world = worldOf(compiled);
    for (const counts of world.claimCounts[0] ?? []) counts.fill(0);
    const block = foldLedger(compiled.ledger, world, 0);
    const a = regionSeries(block, 0, "rateLevel");
    const b = regionSeries(block, 1, "rateLevel");
    expect(a[24]).toBeLessThan((a[23] ?? 0) * 0.95);
    expect(Math.abs((b[99] ?? 0) / (b[0] ?? 0) - 1)).toBeLessThan(1e-12);
  });

  test("higher contributions paid lower the ratio: a measure of × 2 leads to lower steps, not where base rates count", () => {
    const doubled = {
      "rules.measure": {
        kind: "multiply",
        factor: assumed(2, "ratio"),
        cap: assumed(2, "ratio"),
        on: assumed("act", "reading"),
        effective: { kind: "nextMonth", lead: assumed(0, "months") },
        hold: assumed(0, "months"),
      },
      "rules.trigger.level": 1_200,
    };
    const paid = rates(ratedFund(rating(huainan), doubled));
    const base = rates(ratedFund(rating(huainan, { denominator: assumed("atBaseRate", "reading") }), doubled));
    expect(paid[24]).toBeLessThan((paid[23] ?? 0) * 0.95);
    expect(base[24]).toBeCloseTo(base[23] ?? 0, 12);
  });

  test("the journal says when and to which mean factor", () => {
    const compiled = compile(ratedFund(rating(huainan), { ...fewer, paths: 1 }));
    const journal: JournalEvent[] = [];
    foldLedger(compiled.ledger, worldOf(compiled), 0, () => {}, journal);
    const events = journal.filter(({ kind, region }) => kind === "stepsChanged" && region === 0);
    expect(events.map(({ t }) => t)).toEqual([24, 48, 72, 96]);
    expect(events[0]).toMatchObject({ rule: "rules.contribution.experience", amount: 0 });
    expect(events.map(({ value }) => value)).toEqual(events.map(({ value }) => value).sort((x = 0, y = 0) => y - x));
    expect(events[0]?.value).toBeGreaterThan(0.5);
    expect(events[0]?.value).toBeLessThan(1.5);
  });
});

test("revenue by step adds up to contributions of each year, and class 1 never pays less than 100 %", () => {
  const scenario = ratedFund(rating(huainan), { "drivers.frequencyTrend": -0.1 });
  const { shape } = compile(scenario);
  expect(shape.tallies.map(({ id, group }) => [id, group])).toEqual(
    ["50", "80", "100", "120", "150"].map((step) => [`rateStep.${step}`, "rateStep"]),
  );
  const block = runBlock(scenario, 2);
  const contributions = series(block, "contributionIncome", 1);
  for (let year = 0; year < shape.years; year++) {
    const byStep = shape.tallies.map(({ id }) => {
      const at = (tallyIndex(shape.tallies, id) * shape.years + year) * block.paths + 1;
      return block.tallies[at] ?? Number.NaN;
    });
    const total = contributions.slice(year * 12, year * 12 + 12).reduce((sum, each) => sum + each, 0);
    expect(Math.abs(byStep.reduce((sum, each) => sum + each, 0) - total)).toBeLessThan(1e-6);
    expect(Math.min(...byStep)).toBeGreaterThan(0);
  }
  const classOneOnly = ratedFund(rating(huainan), {
    "basis.regions.a.headcount.value": [1_000, 0, 0, 0, 0, 0, 0, 0],
    "basis.regions.b.headcount.value": [1_000, 0, 0, 0, 0, 0, 0, 0],
  });
  const low = runBlock(classOneOnly, 1);
  expect(low.tallies.slice(0, 2 * shape.years)).toEqual(new Float64Array(2 * shape.years));
});

test("calibrated to what was observed: twelve months of contributions at the start are those of the last twelve months", () => {
  const observed = {
    "rules.contribution.experience.calibrated": "observed",
    "rules.contribution.collectionRate": 0.97,
    "opening.history.0.contributionIncome": 8_123_456.78,
  };
  const scenario = ratedFund(rating(huainan), observed);
  const income = series(runBlock(scenario, 1), "contributionIncome").slice(0, 12);
  const sum = income.reduce((total, each) => total + each, 0);
  expect(Math.abs(sum / 8_123_456.78 - 1)).toBeLessThan(1e-9);
  // 16 class-regions × 1,000 × 5,000 yuan × mean rate, 12 months, at 90 % and 97 %.
  const dues = 2 * 1_000 * 5_000 * 0.081 * 0.9;
  expect(experienceScale(scenario, dues)).toBeCloseTo(8_123_456.78 / (12 * dues * 0.97), 12);
  expect(experienceScale(ratedFund(rating(huainan)), dues)).toBe(1);
});

describe("bad input", () => {
  const at = "rules.contribution.experience";
  test.each([
    [`${at}.indicator.thresholds`, assumed([0.2, 0.8, 0.6, 1.2], "ratio"), `${at}.indicator.thresholds.value`],
    [`${at}.indicator.thresholds`, assumed([0.2, 0.6, 0.8], "ratio"), `${at}.indicator.thresholds.value`],
    [`${at}.bands.0.payrollShare`, assumed(new Array(8).fill(0.2), "fraction"), `${at}.bands`],
    [`${at}.bands.0.payrollShare`, assumed([0.3], "fraction"), `${at}.bands.0.payrollShare.value`],
    [`${at}.cycle`, assumed(0, "months"), `${at}.cycle.value`],
    [`${at}.effective`, assumed("2025-12", "month"), `${at}.effective.value`],
    [`${at}.effective`, assumed("2028-01", "month"), `${at}.effective.value`],
    [
      "rules.contribution.floatingSteps.class1",
      assumed([0.8, 1, 1.2], "ratio"),
      "rules.contribution.floatingSteps.class1.value",
    ],
    [
      "rules.contribution.floatingSteps.class1",
      assumed([1, 1.2], "ratio"),
      "rules.contribution.floatingSteps.class1.value",
    ],
    [
      "rules.contribution.floatingSteps.others",
      assumed([0.5, 0.8, 1.2], "ratio"),
      "rules.contribution.floatingSteps.others.value",
    ],
    [`${at}.indicator`, { ...jiangsu, reductions: assumed([0.5, 0.8], "ratio") }, `${at}.indicator.reductions.value.1`],
  ])("%s is refused with its path and a reason in both languages", (path, value, refused) => {
    const problems = problemsOf(() => ratedFund(rating(huainan), { [path]: value }));
    expect(problems.map((problem) => problem.path)).toContain(refused);
    for (const { expected } of problems) {
      expect(expectedText(expected, "zh")).toMatch(/[\u3400-\u9fff]/);
      expect(expectedText(expected, "zh")).not.toMatch(/[A-Za-z]{4}/);
      expect(expectedText(expected, "en")).not.toMatch(/[\u3400-\u9fff]/);
    }
  });

  test("a fund that knows only totals, and a rule without steps", () => {
    const file = bundledFile("wuxi-2021");
    const rules = { "rules.contribution.experience": rating(huainan) };
    expect(problemsOf(() => parseScenario(applyChanges(file, rules)))).toMatchObject([
      { path: "rules.contribution.experience", expected: "a detailed basis: experience rating needs classes" },
      { path: "rules.contribution.floatingSteps" },
    ]);
  });
});

function problemsOf(act: () => unknown): ScenarioError["problems"] {
  try {
    act();
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  return [];
}

describe("the provisions", () => {
  test.each(["anhui", "jiangxi", "jilin", "suzhou", "zhejiang"])("%s rates by experience and says how", (province) => {
    const scenario = ratedUnder([`provisions/${province}`]);
    expect(scenario.rules.contribution.experience).toBeDefined();
    const { experienceIndicator, experienceCycle } = definitionsOf(scenario);
    expect(experienceIndicator?.zh).toMatch(province === "suzhou" ? /80%、50%/ : /支缴率/);
    expect(experienceCycle?.en).toContain("every 24 months");
    const block = runBlock({ ...scenario, months: 40 }, 5);
    expect(series(block, "contributionIncome").every((income) => income > 0)).toBe(true);
  });

  test.each([
    ["floating-huainan", "20%, 60%, 80%, 120%"],
    ["floating-template-a", "50%, 80%, 100%, 150%"],
    ["floating-template-b", "120%, 300%"],
  ])("%s takes the place of a province's own thresholds", (template, thresholds) => {
    const scenario = ratedUnder(["provisions/suzhou", `provisions/${template}`]);
    const { experienceIndicator } = definitionsOf(scenario);
    expect(experienceIndicator?.en).toContain(thresholds);
    expect(experienceIndicator?.source).toBeDefined();
    expect(scenario.rules.contribution.experience?.cycle.value).toBe(12);
    expect(() => compile(scenario)).not.toThrow();
  });
});
