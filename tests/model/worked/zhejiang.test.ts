import { describe, expect, it, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { sharingToTheFen } from "../../../src/model/simulation/fenLedger.ts";
import { bundled } from "../../scenarios/bundled.ts";
import { assumed, fund } from "../fund.ts";
import { type GivenYear, givenRegions } from "../givenRegions.ts";
import { regionSeries, series, yearLine } from "../run.ts";
import { historyOf, unit } from "../suzhouFund.ts";

const MONTHS = 48;
/** Benefits a month of the years 2024 to 2027; the large accident happens in city a in 2026. Contributions at base rates. */
const city = (contributions: number, benefits: readonly number[]): readonly GivenYear[] =>
  benefits.map((each) => ({ contributions, benefits: each }));
const cities = [city(50, [60, 65, 135, 45]), city(30, [40, 43, 43, 30]), city(20, [20, 22, 22, 15])];

function run() {
  const { trigger, payableMonths, measure, decision, shortfall } = bundled("zhejiang-2024").rules;
  if (shortfall.kind !== "waterfall") throw new Error("article 38 is an order of steps");
  // Article 38 names finance of the same level and no share: here it pays four fifths, so that something stays unpaid.
  const steps = shortfall.steps.map((step) =>
    step.kind === "payer" ? { ...step, share: assumed(0.8, "fraction") } : step,
  );
  const plan = compile(
    fund({
      months: MONTHS,
      paths: 1,
      "basis.regions": [unit("a", 50, 60, 700), unit("b", 30, 40, 400), unit("c", 20, 20, 300)],
      "opening.history": historyOf(100, 100),
      "opening.of.termDeposits": [{ amount: assumed(60, "yuan"), matures: "2027-06" }],
      "rules.trigger": trigger,
      "rules.payableMonths": payableMonths,
      "rules.measure": measure,
      "rules.decision": decision,
      "rules.shortfall": { ...shortfall, steps },
    }),
  );
  const journal: JournalEvent[] = [];
  const ledger = openLedger(plan.ledger, givenRegions(MONTHS, cities), 0, journal);
  for (let t = 0; t < MONTHS; t++) projectMonth(ledger, t, 0);
  return { plan, block: ledger.record, journal, years: sharingToTheFen(plan.shape, ledger.record, 0) };
}

/**
 * Four years by hand; the pool takes in 100 a month at base rates, which finance 50, 30 and 20.
 *
 * Opening balance 1,400 (60 of it on deposit until June 2027); 2023 paid 100 a month.
 *
 * 2024: 120 a month. Balance and months at the quarters' ends: 1340 ÷ 105, 1280 ÷ 110, 1220 ÷ 115, 1160 ÷ 120, so below 12 in June.
 * 2025: 130 a month. March: 1070 ÷ 122.50 = 8.73, below 9: decided; the first January at least 6 months later is that of 2026.
 * 2026: base rates × 1.15 bring 115 a month; the accident lifts benefits to 200. Of the 800 in hand, 740 can be drawn at once: 85 a
 *   month until August (680), in September the last 60 and 25 from the deposit, in October its last 35. Then a gap, of which finance
 *   pays four fifths. What stays unpaid is due first in the next month and takes the contributions that come in before the month's
 *   own benefits do, so that the gap of a month is counted once:
 *               due             comes in, drawn   gap of the month   finance   still unpaid
 *     October   200             115 + 35          50                 40.00     10.00
 *     November  10 + 200        115               85                 68.00     27.00
 *     December  27 + 200        115               85                 68.00     44.00
 * 2027: 90 a month, 115 come in. January: 44 + 90 due, 19 stay unpaid. February: 19 + 90 due, 6 stay. Then 25 a month: 256.
 */
describe("Zhejiang over four years, to the fen", () => {
  const { plan, block, journal, years } = run();
  const fen = (amount: number | undefined): string => (amount ?? Number.NaN).toFixed(2);

  test.each([
    // year, contributions, benefits paid, subsidies of finance, balance at its end
    [2024, "1200.00", "1440.00", "0.00", "1160.00"],
    [2025, "1200.00", "1560.00", "0.00", "800.00"],
    [2026, "1380.00", "2356.00", "176.00", "0.00"],
    [2027, "1380.00", "1124.00", "0.00", "256.00"],
  ])("%d: contributions %s, benefits %s, finance %s, balance %s", (year, contributions, benefits, finance, balance) => {
    const y = year - 2024;
    expect(fen(yearLine(block, y, "contributionIncome"))).toBe(contributions);
    expect(fen(yearLine(block, y, "benefitPayout"))).toBe(benefits);
    const parts = years[y]?.parts ?? [];
    expect(parts.find(({ payer }) => payer === "finance")?.amount).toBe(finance);
    expect(fen(yearLine(block, y, "fundBalance"))).toBe(balance);
  });

  test.each([
    // month, balance, mean monthly outgo of the last 12 months
    ["2024-03", "1340.00", 105],
    ["2024-06", "1280.00", 110],
    ["2024-12", "1160.00", 120],
    ["2025-03", "1070.00", 122.5],
    ["2025-12", "800.00", 130],
    ["2026-12", "0.00", 2356 / 12],
    ["2027-12", "256.00", 1124 / 12],
  ])("%s: %s in hand, %d a month", (month, balance, outgo) => {
    const t = 12 * (Number(month.slice(0, 4)) - 2024) + Number(month.slice(5)) - 1;
    expect(fen(series(block, "fundBalance")[t])).toBe(balance);
    expect(series(block, "payableMonths")[t]).toBeCloseTo(Number(balance) / outgo, 9);
  });

  it("is below 12 months in June 2024 and below 9 in March 2025, at quarters' ends only", () => {
    const [watch, act] = block.triggers;
    expect([watch?.first[0], act?.first[0]]).toEqual([5, 14]);
    // February 2025: 1100 ÷ 121.67 = 9.04; the line itself is met by no quarter's end.
    expect(series(block, "payableMonths")[13]).toBeCloseTo((1100 * 12) / 1460, 9);
  });

  it("raises base rates from January 2026, the first at least 6 months after March 2025", () => {
    const rates = series(block, "rateLevel");
    expect(rates[23]).toBeCloseTo(0.01, 12);
    expect(rates[24]).toBeCloseTo(0.0115, 12);
    expect(rates[MONTHS - 1]).toBeCloseTo(0.0115, 12);
  });

  it("pays the gap of 2026 in the order of article 38", () => {
    const year = years[2];
    expect(Object.fromEntries((year?.parts ?? []).map(({ payer, amount }) => [payer, amount]))).toEqual({
      oldBalances: "740.00",
      reserveFund: "0.00",
      termDeposits: "60.00",
      finance: "176.00",
      unpaid: "44.00",
    });
    const amounts = (kind: string): string[] => {
      const byMonth = new Map<number, number>();
      for (const event of journal) {
        if (event.kind === kind) byMonth.set(event.t - 23, (byMonth.get(event.t - 23) ?? 0) + event.amount);
      }
      return [...byMonth].map(([month, amount]) => `${month}: ${amount.toFixed(2)}`);
    };
    expect(amounts("gapOpened")).toEqual(["10: 50.00", "11: 85.00", "12: 85.00"]);
    expect(amounts("gapPaid")).toEqual(["10: 40.00", "11: 68.00", "12: 68.00"]);
    expect(amounts("unpaid")).toEqual(["10: 10.00", "11: 17.00", "12: 17.00"]);
  });

  test.each([
    // month of 2027, paid, balance at its end: 44 of 2026 first, then the month's own 90
    [1, "115.00", "0.00"],
    [2, "109.00", "6.00"],
    [3, "90.00", "31.00"],
  ])("what 2026 left unpaid is paid first: month %d of 2027", (month, paid, balance) => {
    expect(fen(series(block, "benefitPayout")[35 + month])).toBe(paid);
    expect(fen(series(block, "fundBalance")[35 + month])).toBe(balance);
  });

  it("moves every yuan once: regions add up to the pool, and income less outgo to the balance", () => {
    const pool = series(block, "fundBalance");
    for (const [t, balance] of pool.entries()) {
      const regions = plan.shape.regions.map((_, r) => regionSeries(block, r, "fundBalance")[t] ?? Number.NaN);
      expect(regions.reduce((sum, each) => sum + each, 0)).toBeCloseTo(balance, 9);
    }
    const total = (line: "contributionIncome" | "benefitPayout"): number =>
      [0, 1, 2, 3].reduce((sum, y) => sum + yearLine(block, y, line), 0);
    expect(fen(1400 + total("contributionIncome") + 176 - total("benefitPayout"))).toBe("256.00");
  });
});
