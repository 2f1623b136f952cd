import { describe, expect, test } from "vitest";
import { type Ledger, openLedger } from "../../../src/model/ledger/ledger.ts";
import { balanceForecast, outgoForecast } from "../../../src/model/ledger/outlook.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { drawWorld } from "../../../src/model/world/world.ts";
import { assumed, fund } from "../fund.ts";
import { runBlock, series } from "../run.ts";

const PATHS = 3;

/** A ledger at the end of month `t`. */
function ledgerAfter(scenario: Scenario, t: number): Ledger {
  const { world: worldPlan, ledger: plan } = compile(scenario);
  const { months, key } = worldPlan;
  const draws = createExactVariates().open({ key, firstPath: 0, paths: PATHS, months });
  const ledger = openLedger(
    plan,
    drawWorld(worldPlan, PATHS, draws, () => {}),
    0,
  );
  for (let month = 0; month <= t; month++) for (let p = 0; p < PATHS; p++) projectMonth(ledger, month, p);
  return ledger;
}

/** 50 a month were paid in the year before the start, 100 a month from then on, as the claims say. */
const halved = { "opening.history.0.benefitPayout": 600 };
const forward = { "rules.payableMonths.denominator": assumed("forward12", "reading") };

describe("the forecaster scales what is expected by the last 12 known months", () => {
  test("twelve months ahead: half, three quarters, all of what the claims say", () => {
    const months = series(runBlock(fund({ ...halved, ...forward }), 1), "payableMonths");
    // June: 6 × 50 + 6 × 100 = 900 known of 1,200 expected. December: all 1,200.
    expect(months[5]).toBeCloseTo((900 * 12) / 900, 9);
    expect(months[11]).toBeCloseTo(9, 9);
  });

  test("with an information lag of three months it knows March in June", () => {
    const lagged = fund({
      ...halved,
      ...forward,
      "opening.history.0.from": "2022-11",
      "opening.history.0.months": 14,
      "opening.history.0.benefitPayout": 700,
      "rules.payableMonths.informationLag": 3,
    });
    // 9 × 50 + 3 × 100 = 750.
    expect(series(runBlock(lagged, 1), "payableMonths")[5]).toBeCloseTo((900 * 12) / 750, 9);
  });

  test.each([
    ["October", 10, 0, 1_100],
    ["July", 7, 0, 950],
    ["December", 12, 0, 1_200],
    ["October, by what July shows", 10, 3, 950],
  ])("next year's budget drafted in %s", (_, month, lag, budget) => {
    const block = runBlock(
      fund({
        "opening.history.0.from": "2022-11",
        "opening.history.0.months": 14,
        "opening.history.0.benefitPayout": 700,
        "rules.payableMonths.informationLag": lag,
        "opening.budgets": [
          {
            year: 2024,
            contributionIncome: assumed(0, "yuan"),
            otherIncome: assumed(0, "yuan"),
            benefitPayout: assumed(1_800, "yuan"),
            otherOutgo: assumed(0, "yuan"),
            transferUp: assumed(0, "yuan"),
          },
        ],
        "rules.budgetDraft": month,
        "rules.payableMonths.denominator": assumed("budgetYear", "reading"),
      }),
      1,
    );
    const months = series(block, "payableMonths");
    expect(months.slice(0, 12)).toEqual(new Array(12).fill(6));
    expect(months[12]).toBeCloseTo((900 * 12) / budget, 9);
    expect(months[23]).toBe(months[12]);
    // The year after is drafted when twelve months at 100 are known.
    expect(months[24]).toBeCloseTo(9, 9);
  });

  test("month by month by the seasonality of injuries, known months as they were", () => {
    const season = [2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const ledger = ledgerAfter(fund({ ...halved, "drivers.injurySeasonality": assumed(season, "ratio") }), 5);
    const at = (month: number): number => outgoForecast(ledger, 12 + 5, month, month + 1, 0);
    // History: 600 by season, so 100, 0, 50, …; known at the end of June: 300 + 600 of 1,200.
    expect(at(0)).toBeCloseTo(100, 9);
    expect(at(2)).toBeCloseTo(50, 9);
    expect(at(12)).toBe(200);
    expect(at(13)).toBe(0);
    expect(at(18)).toBeCloseTo(75, 9);
    expect(at(24)).toBeCloseTo(150, 9);
    expect(at(25)).toBeCloseTo(0, 9);
  });
});

test("where nothing is random the expected balance is the balance: growth, reset in July, transfer, interest", () => {
  const scenario = fund({
    "basis.regions.a.openingBalance": 3_000,
    "basis.regions.a.severity.wageShare": 1,
    "drivers.wageGrowth.mean": 0.1,
    "drivers.wageGrowth.latest": 0.1,
    "drivers.employmentGrowth.mean": 0.02,
    "drivers.employmentGrowth.latest": 0.02,
    "drivers.frequencyTrend": -0.03,
    "drivers.interestRate.mean": 0.012,
    "drivers.interestRate.latest": 0.012,
    "rules.contribution.baseReset": 7,
    "rules.costs.appraisal": 3,
    "rules.costs.otherIncome": 2,
    "rules.costs.prevention": { kind: "share", share: assumed(0.02, "fraction") },
    "rules.costs.transferUp.amount": 60,
    "opening.history.0.transferUp": 60,
    months: 48,
  });
  const actual = series(runBlock(scenario, 1), "fundBalance");
  const ledger = ledgerAfter(scenario, 23);
  const still = { from: 0, factor: 1, points: 0 };
  for (const t of [23, 24, 30, 35]) {
    expect(balanceForecast(ledger, 12 + 23, 12 + t, still, 0)).toBeCloseTo(actual[t] ?? Number.NaN, 6);
  }
});

test("the expected balance is linear in the rate from its month on", () => {
  const ledger = ledgerAfter(fund(), 11);
  const expected = (from: number, factor: number, points = 0): number =>
    balanceForecast(ledger, 12 + 11, 12 + 23, { from: 12 + from, factor, points }, 0);
  expect(expected(12, 1)).toBe(900);
  expect(expected(12, 1.5)).toBeCloseTo(900 + 12 * 50, 9);
  expect(expected(18, 1.5)).toBeCloseTo(900 + 6 * 50, 9);
  expect(expected(18, 1, 0.001)).toBeCloseTo(900 + 6 * 10, 9);
  expect(expected(24, 9)).toBe(900);
});

test("no later month is read: a future that changes leaves every forecast and decision as it was", () => {
  const restless = fund({
    "drivers.claimNoise": true,
    "drivers.wageGrowth.sd": 0.05,
    "drivers.logFrequency.sd": 0.1,
    "basis.regions.a.severity.cv": 1,
    "rules.measure": {
      kind: "restore",
      target: assumed(9, "months"),
      by: "2026-06",
      cap: assumed(3, "ratio"),
      rounding: assumed(0, "fraction"),
      on: assumed("act", "reading"),
      effective: { kind: "nextMonth", lead: assumed(0, "months") },
      hold: assumed(0, "months"),
    },
    ...forward,
  });
  const t = 16;
  const forecasts = (ledger: Ledger): number[] =>
    [0, 1, 2].flatMap((p) => [
      outgoForecast(ledger, 12 + t, 12 + t + 1, 12 + t + 13, p),
      balanceForecast(ledger, 12 + t, 12 + 35, { from: 12 + t + 1, factor: 1.2, points: 0 }, p),
      ledger.decidedFactor[p] ?? Number.NaN,
    ]);
  const honest = ledgerAfter(restless, t);
  const before = forecasts(honest);
  expect(new Set(before).size).toBeGreaterThan(6);
  expect(Math.max(...honest.decidedFactor)).toBeGreaterThan(1);

  const { world: worldPlan, ledger: plan } = compile(restless);
  const draws = createExactVariates().open({ key: worldPlan.key, firstPath: 0, paths: PATHS, months: 36 });
  const world = drawWorld(worldPlan, PATHS, draws, () => {});
  const later = (t + 1) * PATHS;
  for (const base of world.contributionBase) base.fill(1e9, later);
  for (const units of world.benefitUnits.flat()) units.fill(1e9, later);
  for (const price of world.prices) price.fill(1e3, 2 * PATHS);
  world.wageLevel.fill(1e3, 2 * PATHS);
  world.interestRate.fill(1, 2 * PATHS);
  world.decision.fill(0.5, later);
  const perturbed = openLedger(plan, world, 0);
  for (let month = 0; month <= t; month++) for (let p = 0; p < PATHS; p++) projectMonth(perturbed, month, p);
  expect(forecasts(perturbed)).toEqual(before);
});
