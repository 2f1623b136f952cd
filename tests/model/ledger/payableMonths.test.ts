import { describe, expect, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import { assumed, fund } from "../fund.ts";
import { runBlock, series } from "../run.ts";

/** History or budget lines in yuan. */
function lines(benefits: number, other = 0, transfer = 0): object {
  return {
    contributionIncome: assumed(1_200, "yuan"),
    otherIncome: assumed(0, "yuan"),
    benefitPayout: assumed(benefits, "yuan"),
    otherOutgo: assumed(other, "yuan"),
    transferUp: assumed(transfer, "yuan"),
  };
}

/**
 * Benefits and contributions grow by 20 % each January: 100, 120, 144 a month, after 1,000 in the year before the start. The
 * balance stays at 900, so that only the denominator moves.
 */
const growing = {
  "drivers.wageGrowth.mean": 0.2,
  "drivers.wageGrowth.latest": 0.2,
  "basis.regions.a.severity.wageShare": 1,
  "opening.history.0.benefitPayout": 1_000,
};

function payable(changes: Readonly<Record<string, unknown>>): {
  readonly opening: number | null;
  readonly ends: number[];
} {
  const scenario = fund(changes);
  return {
    opening: compile(scenario).shape.openingPayableMonths,
    ends: series(runBlock(scenario, 1), "payableMonths"),
  };
}

describe("the denominator of payable months", () => {
  // Opening, June 2024, December 2024, January 2025, June 2025, December 2025, December 2026: 900 × 12 ÷ the year's outgo.
  const cases: readonly (readonly [string, string, readonly number[]])[] = [
    ["the last 12 months", "trailing12", [1_000, 1_100, 1_200, 1_220, 1_320, 1_440, 1_728]],
    ["the calendar year before", "previousCalendarYear", [1_000, 1_000, 1_000, 1_200, 1_200, 1_200, 1_440]],
    ["the budget of the year", "budgetYear", [1_080, 1_080, 1_080, 1_440, 1_440, 1_440, 1_728]],
    ["the next 12 months", "forward12", [1_200, 1_320, 1_440, 1_464, 1_584, 1_728, 2_073.6]],
    ["the month itself", "currentMonth", [1_000, 1_200, 1_200, 1_440, 1_440, 1_440, 1_728]],
  ];
  test.each(cases)("%s", (_, denominator, outgo) => {
    const { opening, ends } = payable({
      ...growing,
      "opening.budgets": [{ year: 2024, ...lines(1_080) }],
      "rules.payableMonths.denominator": assumed(denominator, "reading"),
    });
    const found = [opening, ...[5, 11, 12, 17, 23, 35].map((t) => ends[t])];
    outgo.forEach((year, i) => expect(found[i]).toBeCloseTo((900 * 12) / year, 9));
  });

  test("started in November, the next year's budget is stated and the one after drafted in October", () => {
    const { opening, ends } = payable({
      ...growing,
      start: "2024-11",
      "opening.history": [{ from: "2023-11", months: 12, ...lines(1_200) }],
      "opening.budgets": [
        { year: 2024, ...lines(1_080) },
        { year: 2025, ...lines(1_350) },
      ],
      "rules.payableMonths.denominator": assumed("budgetYear", "reading"),
    });
    expect(opening).toBeCloseTo(10, 9);
    expect(ends[1]).toBeCloseTo(10, 9);
    expect(ends[2]).toBeCloseTo(8, 9);
    expect(ends[13]).toBeCloseTo(8, 9);
    // 2026 at 144 a month, as drafted at the end of October 2025.
    expect(ends[14]).toBeCloseTo((900 * 12) / 1_728, 9);
  });

  test("started in March, the year before runs from January to December", () => {
    const { opening, ends } = payable({
      start: "2024-03",
      // 50 a month in 2023, 100 a month in January and February 2024.
      "opening.history": [
        { from: "2023-01", months: 12, ...lines(600) },
        { from: "2024-01", months: 2, ...lines(200) },
      ],
      "rules.payableMonths.denominator": assumed("previousCalendarYear", "reading"),
    });
    expect(opening).toBeCloseTo(18, 9);
    expect(ends[9]).toBeCloseTo(18, 9);
    // In January 2025 the year before is 2024, history and run together.
    expect(ends[10]).toBeCloseTo(9, 9);
    expect(ends[22]).toBeCloseTo(9, 9);
  });
});

describe("the outgo that is counted", () => {
  // 100 benefits, 10 appraisal and 10 prevention a month, 240 to the upper level in June; 140 a month come in.
  const items = {
    "rules.costs.appraisal": 10,
    "rules.costs.prevention.amount": 10,
    "rules.costs.otherIncome": 40,
    "rules.costs.transferUp.amount": 240,
    "opening.history.0.otherOutgo": 240,
    "opening.history.0.transferUp": 240,
    "opening.budgets": [{ year: 2024, ...lines(1_200, 240, 240) }],
  };
  const readings: readonly (readonly [string, number])[] = [
    ["benefits", 1_200],
    ["withoutTransfers", 1_440],
    ["totalOutgo", 1_680],
  ];

  test.each(readings)("%s: %d a year, by every denominator", (outgo, year) => {
    for (const denominator of ["trailing12", "previousCalendarYear", "budgetYear", "forward12"]) {
      const { opening, ends } = payable({
        ...items,
        "rules.payableMonths.outgo": assumed(outgo, "reading"),
        "rules.payableMonths.denominator": assumed(denominator, "reading"),
      });
      expect(opening).toBeCloseTo((900 * 12) / year, 9);
      for (const december of [11, 23, 35]) expect(ends[december]).toBeCloseTo((900 * 12) / year, 9);
    }
  });

  test.each([
    ["benefits", 780 / 100],
    ["withoutTransfers", 780 / 120],
    ["totalOutgo", 780 / 360],
  ])("%s in the month of the transfer", (outgo, months) => {
    const { ends } = payable({
      ...items,
      "rules.payableMonths.outgo": assumed(outgo, "reading"),
      "rules.payableMonths.denominator": assumed("currentMonth", "reading"),
    });
    // Five months of +20, then 140 in and 360 out.
    expect(ends[5]).toBeCloseTo(months, 9);
  });
});

describe("the money that is counted", () => {
  // 900 in all: turnover 100, reserve 200, not remitted 50, deposits 150 until July, so 400 in the pooled account.
  const parts = {
    "opening.of.turnoverFund": 100,
    "opening.of.reserveFund": 200,
    "opening.of.unremitted": 50,
    "opening.of.termDeposits": [{ amount: assumed(150, "yuan"), matures: "2024-07" }],
  };
  const cases: readonly (readonly [readonly string[], number, number])[] = [
    [["pooledAccount"], 4, 5.5],
    [["turnoverFund"], 1, 1],
    [["reserveFund"], 2, 2],
    [["unremitted"], 0.5, 0.5],
    [["termDeposits"], 1.5, 0],
    [["pooledAccount", "turnoverFund", "reserveFund", "termDeposits"], 8.5, 8.5],
    [["pooledAccount", "turnoverFund", "reserveFund", "termDeposits", "unremitted"], 9, 9],
  ];
  test.each(cases)("%j: %d months, %d once the deposit has matured", (numerator, before, after) => {
    const { opening, ends } = payable({ ...parts, "rules.payableMonths.numerator": assumed(numerator, "reading") });
    expect(opening).toBe(before);
    expect(ends.slice(0, 6)).toEqual(new Array(6).fill(before));
    expect(ends.slice(6)).toEqual(new Array(30).fill(after));
  });
});

test("without outgo the figure is NaN and lies above every line", () => {
  const scenario = fund({
    "basis.regions.a.claims": 0,
    "opening.history.0.benefitPayout": 0,
    "rules.trigger.comparison": "atOrBelow",
    "rules.trigger.level": 1_000,
  });
  const block = runBlock(scenario, 1);
  expect(series(block, "payableMonths")).toEqual(new Array(36).fill(Number.NaN));
  expect(block.triggers[0]).toEqual({
    first: Float64Array.of(-1),
    monthsBelow: Float64Array.of(0),
    firings: Float64Array.of(0),
  });
  const shape = compile(scenario).shape;
  expect(shape.openingPayableMonths).toBeNull();
  expect(shape.triggers[0]?.belowAtStart).toBe(false);
});
