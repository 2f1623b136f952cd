import { describe, expect, test } from "vitest";
import { type Ledger, openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { regionForecast } from "../../../src/model/ledger/regionOutlook.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { drawWorld } from "../../../src/model/world/world.ts";
import { assumed, fund, region } from "../fund.ts";

/** A ledger at the end of month `t`, of one path. */
function ledgerAfter(scenario: Scenario, t: number): Ledger {
  const { world: worldPlan, ledger: plan } = compile(scenario);
  const { months, key } = worldPlan;
  const draws = createExactVariates().open({ key, firstPath: 0, paths: 1, months });
  const ledger = openLedger(
    plan,
    drawWorld(worldPlan, 1, draws, () => {}),
    0,
  );
  for (let month = 0; month <= t; month++) projectMonth(ledger, month, 0);
  return ledger;
}

/** Two regions: a with 3/4 of payroll, claims and history (75 a month in, 75 out), b with the rest. */
const two = { "basis.regions": [region("a", 7_500, 600), region("b", 2_500, 300)] };

/** The calendar year 2025 from the first month of the history, January 2023. */
const NEXT_YEAR = [24, 36] as const;

describe("expected income and outgo of a region", () => {
  test("where nothing moves it is what the region takes in and pays", () => {
    const ledger = ledgerAfter(fund(two), 9);
    expect(regionForecast(ledger, 0, 9, ...NEXT_YEAR, 0)).toMatchObject({ income: 900, outgo: 900 });
    expect(regionForecast(ledger, 1, 9, ...NEXT_YEAR, 0)).toMatchObject({ income: 300, outgo: 300 });
  });

  test.each([
    // Known at the end of June: 6 × 50 of the history and 6 × 100, of which a has 3/4; then by June less the lag.
    ["June, nothing late", 5, 0, 675, 225],
    ["June, three months late", 5, 3, 562.5, 187.5],
    ["December", 11, 0, 900, 300],
  ])("in %s it scales the course by the last 12 known months", (_, t, lag, a, b) => {
    const halved = fund({
      ...two,
      "opening.history.0.from": "2022-10",
      "opening.history.0.months": 15,
      "opening.history.0.contributionIncome": 750,
      "opening.history.0.benefitPayout": 750,
      "rules.payableMonths.informationLag": lag,
    });
    const ledger = ledgerAfter(halved, t);
    const from = 15 + t + 1;
    for (const [r, expected] of [
      [0, a],
      [1, b],
    ] as const) {
      const { income, outgo } = regionForecast(ledger, r, t, Math.max(from, 27), Math.max(from, 27) + 12, 0);
      expect(income).toBeCloseTo(expected, 9);
      expect(outgo).toBeCloseTo(expected, 9);
    }
  });

  test("months that are known stand as they were, later ones as expected", () => {
    const ledger = ledgerAfter(fund({ ...two, "opening.history.0.benefitPayout": 600 }), 5);
    // 2024: 6 months of 75 known; six more at 75 × (6 × 37.5 + 6 × 75) ÷ 900.
    expect(regionForecast(ledger, 0, 5, 12, 24, 0).outgo).toBeCloseTo(450 + 6 * 56.25, 9);
  });

  test("interest on the last known balance, other income by payroll, costs and the transfer among the outgo", () => {
    const ledger = ledgerAfter(
      fund({
        ...two,
        "drivers.interestRate.mean": 0.12,
        "drivers.interestRate.latest": 0.12,
        "rules.costs.otherIncome": 4,
        "rules.costs.appraisal": 8,
        "opening.history.0.otherOutgo": 96,
        "rules.costs.transferUp.amount": 40,
        "opening.history.0.transferUp": 40,
      }),
      9,
    );
    const balance = (ledger.sum[0] ?? 0) + (ledger.carry[0] ?? 0);
    const { income, outgo } = regionForecast(ledger, 0, 9, ...NEXT_YEAR, 0);
    expect(income).toBeCloseTo(900 + 12 * (0.01 * balance) + 12 * 3, 9);
    expect(outgo).toBeCloseTo(900 + 12 * 6 + 30, 9);
  });

  test("a changed rate: contributions at the rate in force or as decided, whatever they were collected at", () => {
    const changed = {
      ...two,
      "basis.regions.a.openingBalance": 100,
      "rules.measure": {
        kind: "multiply",
        factor: assumed(1.2, "ratio"),
        cap: assumed(1.2, "ratio"),
        on: assumed("act", "reading"),
        effective: { kind: "january", lead: assumed(0, "months") },
        hold: assumed(12, "months"),
      },
    };
    // Fires in January 2024, decided for January 2025: known at once.
    expect(regionForecast(ledgerAfter(fund(changed), 3), 0, 3, ...NEXT_YEAR, 0).income).toBeCloseTo(1.2 * 900, 9);
    expect(regionForecast(ledgerAfter(fund(changed), 3), 0, 3, 16, 24, 0).income).toBeCloseTo(8 * 75, 9);
    expect(regionForecast(ledgerAfter(fund(changed), 15), 0, 15, 36, 48, 0).income).toBeCloseTo(1.2 * 900, 9);
  });

  test("after relief of 40 % to the end of 2024 the next year is expected in full", () => {
    const relief = {
      kind: "bySize",
      smallShare: assumed(0.4, "fraction"),
      terms: [
        { from: "2024-03", to: "2024-12", small: assumed(1, "fraction"), large: assumed(0, "fraction") },
        { from: "2025-01", to: "2025-01", small: assumed(0.5, "fraction"), large: assumed(0, "fraction") },
      ],
    };
    const ledger = ledgerAfter(fund({ ...two, "rules.contribution.relief": relief }), 9);
    // The rest of 2024 at 60 % of 75, January 2025 at 80 %, then in full.
    expect(regionForecast(ledger, 0, 9, 22, 24, 0).income).toBeCloseTo(2 * 45, 9);
    expect(regionForecast(ledger, 0, 9, ...NEXT_YEAR, 0).income).toBeCloseTo(60 + 11 * 75, 9);
  });

  test("the regions add up to the pool's outgo", () => {
    const ledger = ledgerAfter(fund({ ...two, "rules.costs.appraisal": 7, "opening.history.0.otherOutgo": 84 }), 7);
    const sum = [0, 1].reduce((total, r) => total + regionForecast(ledger, r, 7, ...NEXT_YEAR, 0).outgo, 0);
    expect(sum).toBeCloseTo(1_284, 9);
  });
});
