import { describe, expect, test } from "vitest";
import { assumed, fund } from "../fund.ts";
import { runBlock, series } from "../run.ts";

type Changes = Readonly<Record<string, unknown>>;

interface Restore {
  readonly target?: number;
  readonly by?: string;
  readonly cap?: number;
  readonly rounding?: number;
  readonly lead?: number;
}

/** Lowest rate that restores `target` payable months by `by`, from the month after the decision. */
function restore({ target = 9, by = "2025-12", cap = 100, rounding = 0, lead = 0 }: Restore = {}): object {
  return {
    kind: "restore",
    target: assumed(target, "months"),
    by,
    cap: assumed(cap, "ratio"),
    rounding: assumed(rounding, "fraction"),
    on: assumed("act", "reading"),
    effective: { kind: "nextMonth", lead: assumed(lead, "months") },
    hold: assumed(0, "months"),
  };
}

/**
 * 100 in, 120 out a month, 1,000 in hand: 980 after January, 8.2 payable months, which fires. Nine months are 1,080; left alone
 * the fund would hold 520 in December 2025.
 */
const short = {
  "basis.regions.a.claims": 12,
  "basis.regions.a.openingBalance": 1_000,
  "opening.history.0.benefitPayout": 1_440,
};

function run(changes: Changes, measure: object): { readonly months: number[]; readonly rates: number[] } {
  const block = runBlock(fund({ ...short, ...changes, "rules.measure": measure }), 1);
  return { months: series(block, "payableMonths"), rates: series(block, "rateLevel") };
}

describe("the lowest rate that restores nine months by December 2025", () => {
  test("hits the target exactly: 100 yuan more in 23 months are (120 + 100 ÷ 23) ÷ 10,000", () => {
    const { months, rates } = run({}, restore());
    expect(months[0]).toBeCloseTo(980 / 120, 9);
    expect(rates[0]).toBe(0.01);
    expect(rates[1]).toBeCloseTo((120 + 100 / 23) / 10_000, 12);
    expect(rates[23]).toBeCloseTo(rates[1] ?? Number.NaN, 12);
    expect(months[23]).toBeCloseTo(9, 9);
  });

  test("a lead leaves fewer months for the same money", () => {
    // Six more months at −20: 860 at the end of July 2024, then 17 months to 1,080.
    const { months, rates } = run({}, restore({ lead: 6 }));
    expect(rates[6]).toBe(0.01);
    expect(rates[7]).toBeCloseTo((120 + 220 / 17) / 10_000, 12);
    expect(months[23]).toBeCloseTo(9, 9);
  });

  test.each([
    ["interest of 1.2 %", { "drivers.interestRate.mean": 0.012, "drivers.interestRate.latest": 0.012 }],
    [
      "appraisal, prevention, other income, a transfer in June",
      {
        "rules.costs.appraisal": 4,
        "rules.costs.prevention.amount": 2,
        "rules.costs.otherIncome": 3,
        "rules.costs.transferUp.amount": 60,
        "opening.history.0.otherOutgo": 72,
        "opening.history.0.transferUp": 60,
      },
    ],
    [
      "wages and benefits growing by 10 %",
      {
        "drivers.wageGrowth.mean": 0.1,
        "drivers.wageGrowth.latest": 0.1,
        "basis.regions.a.severity.wageShare": 1,
        "opening.history.0.contributionIncome": 1_200 / 1.1,
        "opening.history.0.benefitPayout": 1_440 / 1.1,
        "basis.regions.a.openingBalance": 900,
      },
    ],
    ["figures known a month late", { "rules.payableMonths.informationLag": 1 }],
    [
      "a reserve of 100 that the numerator leaves out",
      {
        "opening.of.reserveFund": 100,
        "rules.payableMonths.numerator": assumed(["pooledAccount", "turnoverFund", "termDeposits"], "reading"),
      },
    ],
    ["the denominator of the next 12 months", { "rules.payableMonths.denominator": assumed("forward12", "reading") }],
    [
      "the denominator of the year before",
      { "rules.payableMonths.denominator": assumed("previousCalendarYear", "reading") },
    ],
    ["the denominator of the month", { "rules.payableMonths.denominator": assumed("currentMonth", "reading") }],
    [
      "the denominator of a budget that is still to be drafted",
      { "rules.payableMonths.denominator": assumed("budgetYear", "reading"), "opening.budgets": [budget(2024, 1_440)] },
    ],
    [
      "the denominator of a budget already stated",
      {
        "rules.payableMonths.denominator": assumed("budgetYear", "reading"),
        "opening.budgets": [budget(2024, 1_440), budget(2025, 1_600)],
      },
    ],
  ])("exactly also with %s", (_, changes) => {
    const { months, rates } = run(changes, restore());
    expect(rates[23]).toBeGreaterThan(0.01);
    expect(months[23]).toBeCloseTo(9, 9);
  });

  test("within the year of a budget in force it is that budget that divides", () => {
    // Budget 1,200: nine months are 900. 880 after January, eleven months to go: 20 ÷ 11 above 120.
    const { months, rates } = run(
      {
        "basis.regions.a.openingBalance": 900,
        "rules.payableMonths.denominator": assumed("budgetYear", "reading"),
        "opening.budgets": [budget(2024, 1_200)],
      },
      restore({ by: "2024-12" }),
    );
    expect(rates[1]).toBeCloseTo((120 + 20 / 11) / 10_000, 12);
    expect(months[11]).toBeCloseTo(9, 9);
  });
});

describe("rounded up to a step", () => {
  test("reaches the target, and one step less would not", () => {
    // 1.2435 % becomes 1.25 %: 5 more than 120 in each of 23 months, 1,095 in all; at 1.20 % it would stay at 980.
    const { months, rates } = run({}, restore({ rounding: 0.0005 }));
    expect(rates[1]).toBeCloseTo(0.0125, 12);
    expect(months[23]).toBeCloseTo(1_095 / 120, 9);
    expect(980 / 120).toBeLessThan(9);
  });

  test("a rate that already is a whole step stays: 23 months of 1 to 40 yuan above 120", () => {
    for (let above = 1; above <= 40; above++) {
      const opening = 1_100 - 23 * above;
      const { months, rates } = run({ "basis.regions.a.openingBalance": opening }, restore({ rounding: 0.0001 }));
      expect(rates[1]).toBeCloseTo((120 + above) / 10_000, 12);
      expect(months[23]).toBeCloseTo(9, 9);
    }
  });
});

describe("limits", () => {
  test("the cap binds: 1.1 times the rate is all there is", () => {
    const { months, rates } = run({}, restore({ cap: 1.1 }));
    expect(rates.slice(1)).toEqual(new Array(35).fill(0.01 * 1.1));
    expect(months[23]).toBeCloseTo((980 - 23 * 10) / 120, 9);
  });

  test.each([
    ["without rounding", 0],
    ["with a step that the rate in force is no multiple of", 0.0003],
  ])("enough already, %s: nothing changes", (_, rounding) => {
    // 130 in: 1,010 after January, 8.4 months; left alone 1,240 are there in December 2025, more than 10.3 months, 1,236.
    const growing = { "basis.regions.a.payroll": 13_000, "opening.history.0.contributionIncome": 1_560 };
    const { months, rates } = run(growing, restore({ target: 10.3, rounding }));
    expect(months[0]).toBeCloseTo(1_010 / 120, 9);
    expect(new Set(rates)).toEqual(new Set([0.01]));
  });

  test("a target month that is the first month in force: all of it in one month", () => {
    // 980 after January, 1,080 at the end of February: 220 in.
    const { months, rates } = run({}, restore({ by: "2024-02" }));
    expect(rates[1]).toBeCloseTo(0.022, 12);
    expect(months[1]).toBeCloseTo(9, 9);
  });

  test("a decision after the target month changes nothing", () => {
    expect(new Set(run({}, restore({ by: "2024-01" })).rates)).toEqual(new Set([0.01]));
    expect(new Set(run({}, restore({ by: "2024-02", lead: 1 })).rates)).toEqual(new Set([0.01]));
  });
});

function budget(year: number, benefits: number): object {
  return {
    year,
    contributionIncome: assumed(0, "yuan"),
    otherIncome: assumed(0, "yuan"),
    benefitPayout: assumed(benefits, "yuan"),
    otherOutgo: assumed(0, "yuan"),
    transferUp: assumed(0, "yuan"),
  };
}
