import { describe, expect, it, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { LedgerBlock } from "../../../src/model/simulation/block.ts";
import { type FenYear, sharingToTheFen } from "../../../src/model/simulation/fenLedger.ts";
import { assumed, fund } from "../fund.ts";
import { type GivenYear, givenRegions } from "../givenRegions.ts";
import { regionSeries, series, yearLine } from "../run.ts";
import { historyOf, unit } from "../suzhouFund.ts";

const split = (local: number): object => ({
  province: assumed(1 - local, "fraction"),
  local: assumed(local, "fraction"),
});
const terms = { since: assumed("2025-01", "month"), month: assumed(4, "calendar month") };

const anhui = {
  kind: "anhui",
  ...terms,
  surplus: split(0.1),
  deficit: split(0.2),
  surplusOf: assumed("province", "reading"),
  within: assumed(0.05, "fraction"),
  middle: { upTo: assumed(0.1, "fraction"), split: split(0.4) },
  above: { split: split(0.6) },
  bands: assumed("slices", "reading"),
  managementShare: assumed(0, "fraction"),
};

/** Contributions 100 a month in both cities. Benefits a month by year, 2024 to 2027; A in deficit, B in surplus until 2026. */
const cityA: readonly GivenYear[] = [110, 110.5, 111.75, 110].map((benefits) => ({ contributions: 100, benefits }));
const cityB: readonly GivenYear[] = [80, 95, 101, 100].map((benefits) => ({ contributions: 100, benefits }));

function run(
  settlement: object,
  cities: readonly (readonly GivenYear[])[] = [cityA, cityB],
): { block: LedgerBlock; years: FenYear[]; journal: JournalEvent[]; settled: (year: number) => string[] } {
  const months = 40;
  const plan = compile(
    fund({
      months,
      paths: 1,
      "basis.regions": [unit("a", 100, 110, 1000), unit("b", 100, 80, 5000)],
      "opening.history": historyOf(200, 190),
      "rules.settlement": settlement,
    }),
  );
  const journal: JournalEvent[] = [];
  const ledger = openLedger(plan.ledger, givenRegions(months, cities), 0, journal);
  for (let t = 0; t < months; t++) projectMonth(ledger, t, 0);
  const settled = (year: number): string[] =>
    journal
      .filter(({ kind, t }) => kind === "settled" && Math.floor(t / 12) === year - 2024)
      .map(({ region, amount }) => `${"ab"[region]} ${amount.toFixed(2)}`);
  return { block: ledger.record, years: sharingToTheFen(plan.shape, ledger.record, 0), journal, settled };
}

/**
 * Three years by hand.
 *
 * year  city  budget: income, outgo, gap   final gap   over   ratio                     local part
 * 2024  A     not shared: the measure counts from 2025
 * 2025  A     1200  1320  120              126         5 %    9 : 1 (province +120)     12.60
 *       B     1200   960    –                –                                           –
 * 2026  A     1200  1325  125              141         12.8 % 8 : 2 (province −35)      0.2 × 131.25 + 0.4 × 6.25 + 0.6 × 3.50 = 30.85
 *       B     1200  1110    –               12         all    no budgeted gap           0.6 × 12 = 7.20
 *
 * A budget is drafted in October from the 12 months to October: 2026's of A from 2 × 110 + 10 × 110.5 = 1325, of B from 2 × 80 + 10 ×
 * 95 = 1110. Settled in April of the year after.
 */
describe("Anhui over three years, to the fen", () => {
  const { block, years, settled, journal } = run(anhui);

  test.each([
    // settled in, places, province, gap of the year before
    [2024, "0.00", "0.00", "0.00"],
    [2025, "0.00", "0.00", "0.00"],
    [2026, "12.60", "113.40", "126.00"],
    [2027, "38.05", "114.95", "153.00"],
  ])("April %d", (year, places, province, gap) => {
    const row = years.find((each) => each.year === year);
    const parts = Object.fromEntries((row?.parts ?? []).map(({ payer, amount }) => [payer, amount]));
    expect(parts).toEqual({ provincialFund: province, localGovernment: places, unpaid: "0.00" });
    expect(row?.gap).toBe(gap);
  });

  it("settles by city, in April, as subsidy income of the fund", () => {
    expect(settled(2026)).toEqual(["a 12.60"]);
    expect(settled(2027)).toEqual(["a 30.85", "b 7.20"]);
    expect(journal.filter(({ kind }) => kind === "settled").map(({ t }) => t)).toEqual([27, 39, 39]);
    expect([0, 1, 2, 3].map((year) => yearLine(block, year, "subsidyIncome").toFixed(2))).toEqual([
      "0.00",
      "0.00",
      "12.60",
      "38.05",
    ]);
  });

  test.each([
    // year, balances of A and B at its end, of the pool
    [0, "880.00", "5240.00", "6120.00"],
    [1, "754.00", "5300.00", "6054.00"],
    [2, "625.60", "5288.00", "5913.60"],
  ])("year %d: balances at its end", (year, a, b, pool) => {
    const end = 12 * year + 11;
    expect(regionSeries(block, 0, "fundBalance")[end]?.toFixed(2)).toBe(a);
    expect(regionSeries(block, 1, "fundBalance")[end]?.toFixed(2)).toBe(b);
    expect(series(block, "fundBalance")[end]?.toFixed(2)).toBe(pool);
  });

  it("by the other reading the whole excess over the budget goes by the last band", () => {
    // 2025: 5 % stays at the ratio. 2026: 0.2 × 125 + 0.6 × 16 = 34.60.
    const { settled: other } = run({ ...anhui, bands: assumed("wholeExcess", "reading") });
    expect([other(2026), other(2027)]).toEqual([["a 12.60"], ["a 34.60", "b 7.20"]]);
  });

  it("by the city's own balance a city with a budgeted gap is always in deficit", () => {
    // 2025: 0.2 × 126 = 25.20.
    expect(run({ ...anhui, surplusOf: assumed("city", "reading") }).settled(2026)).toEqual(["a 25.20"]);
  });

  it("puts a management gap on the place alone and shares the rest", () => {
    // 2025: A collects 1194 of 1200; half of the 6 below plan is its fault. The gap is 132: 3 + the share of 129 over a budget of 120:
    // 0.1 × 126 + 0.4 × 3 = 13.80.
    const slack = cityA.map((year, i) => (i === 1 ? { ...year, contributions: 99.5 } : year));
    const { settled: other } = run({ ...anhui, managementShare: assumed(0.5, "fraction") }, [slack, cityB]);
    expect(other(2026)).toEqual(["a 16.80"]);
  });
});

describe("other forms of the yearly settlement, on the same two cities", () => {
  it("Liaoning: 8 : 2 where the balance covers the gaps, less bonuses", () => {
    const liaoning = {
      kind: "liaoning",
      ...terms,
      covered: split(0.2),
      notCovered: split(0.4),
      bonuses: assumed([5, 2], "yuan"),
    };
    // Both collected all of their plan, so A stands first: 0.2 × 126 − 5; 2026: 0.2 × 141 − 5 and 0.2 × 12 − 2.
    const { settled } = run(liaoning);
    expect([settled(2026), settled(2027)]).toEqual([["a 20.20"], ["a 23.20", "b 0.40"]]);
  });

  it("Chizhou: 60 : 40 paid on the budget in April of the year, trued up in the April after", () => {
    const chizhou = { kind: "chizhou", ...terms, met: split(0.4), target: assumed(0.95, "fraction") };
    // April 2025: 0.4 × 120 = 48. 2026: true-up 0.4 × 126 − 48 = 2.40, and 0.4 × 125 = 50 on the new budget.
    // 2027: true-up of A 0.4 × 141 − 50 = 6.40, of B 0.4 × 12 = 4.80; budgets of 2027 from 2 × 110.5 + 10 × 111.75 = 1338.50 and
    // 2 × 95 + 10 × 101 = 1200: A 0.4 × 138.50 = 55.40.
    const { settled } = run(chizhou);
    expect([settled(2025), settled(2026), settled(2027)]).toEqual([["a 48.00"], ["a 52.40"], ["a 61.80", "b 4.80"]]);
  });

  it("Chizhou: a county that misses its target bears all", () => {
    const chizhou = { kind: "chizhou", ...terms, met: split(0.4), target: assumed(1, "fraction") };
    const slack = cityA.map((year, i) => (i === 1 ? { ...year, contributions: 99.5 } : year));
    // Gap 132, of which 48 were paid on the budget; 2026's budget from 12 × 100 less 10 × 0.50 collected: gap 130, 0.4 × 130 = 52.
    expect(run(chizhou, [slack, cityB]).settled(2026)).toEqual(["a 136.00"]);
  });

  it("apportioned: a share of the pool's gap by payroll, balance and injuries", () => {
    const apportioned = {
      kind: "apportioned",
      ...terms,
      localShare: assumed(0.5, "fraction"),
      weights: {
        population: assumed(0, "fraction"),
        payroll: assumed(0.5, "fraction"),
        balance: assumed(0.25, "fraction"),
        injuries: assumed(0.25, "fraction"),
      },
    };
    // 2025: the pool takes in 2400 and pays 1326 + 1140: half of 66 is 33. Keys: payroll 1 : 1, balances of 2024 880 : 5240, injuries 3 : 1.
    // A: 33 × (0.25 + 0.25 × 880 ÷ 6120 + 0.25 × 0.75) = 33 × 0.4734477 = 15.62.
    const { settled, years } = run(apportioned, [
      cityA.map((year) => ({ ...year, injuries: 3 })),
      cityB.map((year) => ({ ...year, injuries: 1 })),
    ]);
    expect(settled(2026)).toEqual(["a 15.62", "b 17.38"]);
    expect(years.find(({ year }) => year === 2026)?.gap).toBe("66.00");
  });
});
