import { describe, expect, it, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { type Ledger, openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { sharingToTheFen } from "../../../src/model/simulation/fenLedger.ts";
import type { RunShape } from "../../../src/model/simulation/shape.ts";
import { assumed, fund } from "../fund.ts";
import { worldOf } from "../properties/rows.ts";
import { regionSeries, series, yearLine } from "../run.ts";
import { historyOf, suzhouRules, uniformCut, unit, waterfall } from "../suzhouFund.ts";

interface Run {
  readonly ledger: Ledger;
  readonly shape: RunShape;
  readonly journal: readonly JournalEvent[];
  /** Pooled fund at the end of each month. */
  readonly pooled: readonly number[];
}

/**
 * Three units. Monthly contributions with the cut, and benefits: a 100 and 80, b 50 and 60, c 30 and 45; balances 3,000, 300 and 100.
 * The units pay 185 a month, so the pooled fund's line of three months is 555.
 */
function run(changes: Readonly<Record<string, unknown>> = {}, prepare: (ledger: Ledger) => void = () => {}): Run {
  const plan = compile(
    fund({
      paths: 1,
      "basis.regions": [unit("a", 125, 80, 3000), unit("b", 62.5, 60, 300), unit("c", 37.5, 45, 100)],
      "opening.history": historyOf(180, 185),
      ...suzhouRules,
      "rules.contribution.phasedCut": uniformCut,
      ...changes,
    }),
  );
  const journal: JournalEvent[] = [];
  const ledger = openLedger(plan.ledger, worldOf(plan), 0, journal);
  prepare(ledger);
  const pooled: number[] = [];
  for (let t = 0; t < plan.ledger.months; t++) {
    projectMonth(ledger, t, 0);
    pooled.push(ledger.pooledFund[0]);
  }
  return { ledger, shape: plan.shape, journal, pooled };
}

const fen = (amount: number | undefined): string => (amount ?? Number.NaN).toFixed(2);

/**
 * Three years by hand.
 *
 * 2024. In June c has 100 − 5 × 15 = 25, pays 15 and the provincial reserve (1 % of 100), and can remit only 9 of its 10 to the pooled
 * fund; a remits 300, b 30: 339. From July c lacks 15 a month: 90, all due to the cut, by which c forgoes 7.50 a month (52.50 so
 * far in July, 90 by December). a pays benefits and reserve (80 + 30) from 100 of contributions and 10 of its surplus of the year.
 * At the year's end the fund holds 249 and lacks 306 to 555.
 *
 * 2025. c lacks 15 a month and forgoes 7.50 anew: 90 for the cut, 90 aid, 18 of it paid by its government to city finance. In June
 * the units refill 306 by their balances of 2910 : 147 : 0. The fund: 249 − 180 + 306 = 375.
 *
 * 2026. b has 10.8156 left: it lacks 9.1844 in February and 10 a month from March, less than the 12.50 a month that it forgoes, so
 * all of it is due to the cut. In June 180 are called for, 179.3120 from a, and 0.6880 from b, which has nothing.
 */
describe("Suzhou over three years, to the fen", () => {
  const { ledger, shape, pooled, journal } = run();
  const years = sharingToTheFen(shape, ledger.record, 0);

  test.each([
    // year, own surplus, own balance, pooled fund for the cut, aid, finance, unpaid, gap
    [2024, "10.00", "214.00", "90.00", "0.00", "0.00", "0.00", "314.00"],
    [2025, "9.10", "121.47", "90.00", "90.00", "0.00", "0.00", "310.57"],
    [2026, "8.30", "10.82", "199.18", "90.00", "0.00", "0.00", "308.30"],
  ])("%d: who pays", (year, surplus, balance, cut, aid, finance, unpaid, gap) => {
    const row = years.find((each) => each.year === year);
    expect(row?.parts).toEqual([
      { payer: "ownSurplus", amount: surplus },
      { payer: "ownBalance", amount: balance },
      { payer: "pooledFund", amount: cut },
      { payer: "pooledAid", amount: aid },
      { payer: "finance", amount: finance },
      { payer: "unpaid", amount: unpaid },
    ]);
    expect(row?.gap).toBe(gap);
  });

  test.each([
    // year, balances of a, b and c and of the pooled fund at its end
    [0, "2910.00", "147.00", "0.00", "249.00"],
    [1, "2829.61", "10.82", "0.00", "375.00"],
    [2, "2862.00", "0.00", "0.00", "265.13"],
  ])("year %d: balances at its end", (year, a, b, c, fundBalance) => {
    const end = 12 * year + 11;
    const balances = [0, 1, 2].map((r) => fen(regionSeries(ledger.record, r, "fundBalance")[end]));
    expect([...balances, fen(pooled[end])]).toEqual([a, b, c, fundBalance]);
    const all = [0, 1, 2].reduce((sum, r) => sum + (regionSeries(ledger.record, r, "fundBalance")[end] ?? 0), 0);
    expect(Math.abs(all + (pooled[end] ?? 0) - (series(ledger.record, "fundBalance")[end] ?? 0))).toBeLessThan(0.005);
  });

  it("remits and refills in June, the amounts limited by what a unit has", () => {
    const moved = journal
      .filter(({ kind }) => kind === "remitted" || kind === "refilled")
      .map(({ t, kind, region, amount }) => [t, kind, region, fen(amount)]);
    expect(moved).toEqual([
      [5, "remitted", 0, "300.00"],
      [5, "remitted", 1, "30.00"],
      [5, "remitted", 2, "9.00"],
      [17, "refilled", 0, "291.29"],
      [17, "refilled", 1, "14.71"],
      [29, "refilled", 0, "179.31"],
    ]);
  });

  it("sums by year what each unit pays into the pooled fund", () => {
    const byYear = (unitId: string): string[] => {
      const at = shape.tallies.findIndex(({ id }) => id === `account.toPooledFund.${unitId}`);
      return Array.from({ length: 3 }, (_, year) => fen(ledger.record.tallies[at * 3 + year]));
    };
    expect([byYear("a"), byYear("b"), byYear("c")]).toEqual([
      ["300.00", "291.29", "179.31"],
      ["30.00", "14.71", "0.00"],
      ["9.00", "0.00", "0.00"],
    ]);
  });

  it("pays the provincial reserve as a transfer up: 1 % of last year's balances", () => {
    expect([0, 1, 2].map((year) => fen(yearLine(ledger.record, year, "transferUp")))).toEqual([
      "34.00",
      "30.57",
      "28.30",
    ]);
  });

  it("notes the local share: 20 % of the aid, not of the gap", () => {
    const at = shape.tallies.findIndex(({ id }) => id === "sharing.localShareOfAid.c");
    const byYear = Array.from({ length: 3 }, (_, year) => fen(ledger.record.tallies[at * 3 + year]));
    expect(byYear).toEqual(["0.00", "18.00", "18.00"]);
  });

  it("has no month in which the fund could not pay", () => {
    expect(ledger.record.depletion.monthsBelow[0]).toBe(0);
  });
});

describe("readings", () => {
  /** c alone has nothing; it has forgone 10 this year and 100 in all before the first month. */
  const noCut = {
    "rules.contribution.phasedCut": { kind: "none" },
    "rules.pooledFund.openingBalance": assumed(60, "yuan"),
  };
  const prepare = (ledger: Ledger): void => {
    ledger.forgone[2] = 100;
    ledger.forgoneThisYear[2] = 10;
  };
  const units = [unit("a", 100, 80, 3000), unit("b", 60, 60, 300), unit("c", 30, 45, 0)];
  const paid = (rule: object, months: number, more: Readonly<Record<string, unknown>> = {}): Record<string, string> => {
    const { ledger, shape } = run(
      { ...noCut, "basis.regions": units, months, "rules.shortfall": rule, ...more },
      prepare,
    );
    const [year] = sharingToTheFen(shape, ledger.record, 0);
    return Object.fromEntries((year?.parts ?? []).map(({ payer, amount }) => [payer, amount]));
  };

  it("limits the part due to the cut by what was forgone this year, or in all", () => {
    // c lacks 15 in the first month: 10 of it were forgone this year, 100 in all.
    expect(paid(waterfall("currentYear"), 1)).toMatchObject({ pooledFund: "10.00", pooledAid: "5.00" });
    expect(paid(waterfall("cumulative"), 1)).toMatchObject({ pooledFund: "15.00", pooledAid: "0.00" });
  });

  it("pays at most what the pooled fund has, then finance its half, and leaves the rest unpaid", () => {
    // 60 yuan pay four months of 15; in the fifth finance pays 7.50 and 7.50 stay unpaid.
    const parts = paid(waterfall("cumulative"), 5);
    expect(parts).toMatchObject({ pooledFund: "60.00", pooledAid: "0.00", finance: "7.50", unpaid: "7.50" });
  });

  it("gives the local share of aid back to the fund only where the switch says so", () => {
    // Aid of 15 a month; with 3 returned each month 60 yuan last for 5 months: 60, 48, 36, 24, 12.
    const step = (returns: string): object => waterfall("currentYear", returns);
    const none = (ledger: Ledger): void => {
      ledger.forgone.fill(0);
    };
    const pooled = (returns: string): readonly number[] =>
      run({ ...noCut, "basis.regions": units, months: 4, "rules.shortfall": step(returns) }, none).pooled;
    expect(pooled("cityFinance").map(fen)).toEqual(["45.00", "30.00", "15.00", "0.00"]);
    expect(pooled("pooledFund").map(fen)).toEqual(["48.00", "36.00", "24.00", "12.00"]);
  });

  it("ends the steps of the city rules after their last month", () => {
    const until = { until: { value: "2024-02", unit: "month", basis: "assumption", reason: { zh: "测", en: "t" } } };
    // Two months of 15 from the pooled fund, then half of 15 from finance.
    expect(paid(waterfall("cumulative", "cityFinance", until), 3)).toMatchObject({
      pooledFund: "30.00",
      finance: "7.50",
      unpaid: "7.50",
    });
  });

  it("pays the cut's part only to a unit below the line of payable months", () => {
    // c has 0 payable months: a line of 0 excludes it, and the whole gap is aid.
    expect(paid(waterfall("cumulative"), 1, { "rules.shortfall.steps.2.below": 0 })).toMatchObject({
      pooledFund: "0.00",
      pooledAid: "15.00",
    });
  });
});
