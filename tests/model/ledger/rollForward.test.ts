import { describe, expect, test } from "vitest";
import { assumed, fund, region } from "../fund.ts";
import { regionSeries, runBlock, series, yearLine } from "../run.ts";

const FEN = 0.005;

describe("with all volatility off the run is a roll-forward that can be worked by hand", () => {
  test("income equals outgo: nothing moves, and exactly nine payable months do not fire a rule that says below 9", () => {
    const block = runBlock(fund());
    expect(series(block, "contributionIncome")).toEqual(new Array(36).fill(100));
    expect(series(block, "benefitPayout")).toEqual(new Array(36).fill(100));
    expect(series(block, "fundBalance")).toEqual(new Array(36).fill(900));
    expect(series(block, "payableMonths")).toEqual(new Array(36).fill(9));
    expect(block.triggers[0]?.first[0]).toBe(-1);
    expect(block.triggers[0]?.monthsBelow[0]).toBe(0);
  });

  test.each([
    ["one fen less than nine months fires", { "basis.regions.a.openingBalance": 899.99 }, 0],
    ["nine months fire a rule that says at or below 9", { "rules.trigger.comparison": "atOrBelow" }, 0],
    [
      "one fen more does not",
      { "rules.trigger.comparison": "atOrBelow", "basis.regions.a.openingBalance": 900.01 },
      -1,
    ],
    ["nine months fire a rule that says about 9, give or take half a month", { "rules.trigger.tolerance": 0.5 }, 0],
    ["nine and a half do not", { "rules.trigger.tolerance": 0.5, "basis.regions.a.openingBalance": 950 }, -1],
  ])("%s", (_, changes, first) => {
    expect(runBlock(fund(changes)).triggers[0]?.first[0]).toBe(first);
  });

  test("growth enters each January, and so does interest by month", () => {
    // Wages +10 % a year for payroll (100 → 110 → 121), benefits follow half of it (100 → 105 → 110.25); 1.2 % interest.
    const block = runBlock(
      fund({
        "drivers.wageGrowth.mean": 0.1,
        "drivers.wageGrowth.latest": 0.1,
        "basis.regions.a.severity.wageShare": 0.5,
        "drivers.interestRate.mean": 0.012,
        "drivers.interestRate.latest": 0.012,
      }),
    );
    let balance = 900;
    const expected: number[] = [];
    for (let t = 0; t < 36; t++) {
      const contributions = [100, 110, 121][Math.floor(t / 12)] ?? 0;
      const benefits = [100, 105, 110.25][Math.floor(t / 12)] ?? 0;
      balance += balance * 0.001 + contributions - benefits;
      expected.push(balance);
    }
    series(block, "fundBalance").forEach((each, t) => expect(each).toBeCloseTo(expected[t] ?? 0, 9));
    expect(series(block, "fundBalance")[0]).toBeCloseTo(900.9, 9);
    expect(yearLine(block, 1, "contributionIncome")).toBeCloseTo(1_320, 9);
    expect(yearLine(block, 2, "benefitPayout")).toBeCloseTo(1_323, 9);
    expect(yearLine(block, 0, "interestIncome")).toBeCloseTo(
      expected.slice(0, 12).reduce((sum, each) => sum + each / 1.001 / 1000, 0),
      6,
    );
  });

  test("all paths are the same path: standard error 0", () => {
    const block = runBlock(fund({ "drivers.wageGrowth.mean": 0.07 }), 50);
    for (let p = 1; p < 50; p++) expect(series(block, "fundBalance", p)).toEqual(series(block, "fundBalance", 0));
  });

  test("a contribution base that resets in July takes over last year's growth in July", () => {
    const block = runBlock(
      fund({
        "rules.contribution.baseReset": 7,
        "drivers.wageGrowth.mean": 0.1,
        "drivers.wageGrowth.latest": 0.04,
      }),
    );
    const contributions = series(block, "contributionIncome");
    expect(contributions[5]).toBe(100);
    expect(contributions[6]).toBeCloseTo(104, 9);
    expect(contributions[17]).toBeCloseTo(104, 9);
    // Persistence 0: the growth of the next Januaries is the mean.
    expect(contributions[18]).toBeCloseTo(114.4, 9);
  });

  test("what is not collected becomes arrears, and a tenth of arrears is caught up each month", () => {
    const block = runBlock(
      fund({ "rules.contribution.collectionRate": 0.9, "rules.contribution.arrearsCatchUp": 0.1 }),
    );
    // 90; arrears 10. Then 90 + 1; arrears 19. Then 90 + 1.9; arrears 27.1.
    expect(series(block, "contributionIncome").slice(0, 3)).toEqual(
      [90, 91, 91.9].map((each) => expect.closeTo(each, 9) as number),
    );
    expect(yearLine(block, 0, "arrears")).toBeCloseTo(100 * (1 - 0.9 ** 12), 9);
  });

  test("seasonality of contributions and payment delay of benefits", () => {
    const season = [2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const block = runBlock(
      fund({
        "rules.contribution.seasonality": assumed(season, "ratio"),
        "basis.regions.a.paymentPattern": assumed([0.5, 0.25, 0.25], "fraction"),
      }),
    );
    expect(series(block, "contributionIncome").slice(0, 4)).toEqual([200, 0, 100, 100]);
    // The opening pipeline pays what injuries before the start still cost: a stationary fund starts stationary.
    expect(series(block, "benefitPayout")).toEqual(new Array(36).fill(100));
  });

  test("other items: appraisal, prevention, a transfer in June, other income", () => {
    const block = runBlock(
      fund({
        "rules.costs.appraisal": 2,
        "rules.costs.prevention": { kind: "share", share: assumed(0.03, "fraction") },
        "rules.costs.otherIncome": 5,
        "rules.costs.transferUp.amount": 60,
      }),
    );
    // Outgo 100 + 2 + 3 % of last year's 1,200 ÷ 12 = 3; in June 60 more.
    expect(series(block, "totalOutgo").slice(4, 7)).toEqual([105, 165, 105]);
    expect(series(block, "totalIncome")[0]).toBe(105);
    expect(yearLine(block, 1, "transferUp")).toBe(60);
    expect(yearLine(block, 1, "prevention")).toBeCloseTo(36, 9);
    expect(yearLine(block, 0, "fundBalance")).toBeCloseTo(840, 9);
  });
});

describe("a fund that cannot pay", () => {
  // 50 yuan in hand, 100 in, 120 out: a gap of 20 each month once the 50 are used up.
  const poor = { "basis.regions.a.openingBalance": 50, "basis.regions.a.claims": 12 };

  test("cash stays at zero, the shortfall is a gap, and what nobody covers is unpaid and due first", () => {
    const block = runBlock(fund(poor));
    expect(series(block, "fundBalance").slice(0, 4)).toEqual([30, 10, 0, 0]);
    expect(series(block, "benefitPayout").slice(0, 5)).toEqual([120, 120, 110, 100, 100]);
    expect(yearLine(block, 0, "unpaid")).toBeCloseTo(190, 9);
    expect(block.depletion.first[0]).toBe(2);
    expect(block.depletion.monthsBelow[0]).toBe(34);
    expect(block.depletion.firings[0]).toBe(1);
  });

  test("payers cover their shares, the last one the remainder; nothing stays unpaid", () => {
    const payers = [
      { id: "province", name: { zh: "省", en: "Province" }, share: assumed(0.9, "fraction") },
      { id: "cities", name: { zh: "市", en: "Cities" }, share: assumed(0.1, "fraction") },
    ];
    const block = runBlock(fund({ ...poor, "rules.shortfall.payers": payers }));
    expect(series(block, "benefitPayout")).toEqual(new Array(36).fill(120));
    expect(series(block, "fundBalance").slice(2)).toEqual(new Array(34).fill(0));
    // First year: a gap of 10 in month 3 and of 20 in the nine months after.
    expect(block.sharing[0]).toBeCloseTo(171, 9);
    expect(block.sharing[3 * 10]).toBeCloseTo(19, 9);
    expect(yearLine(block, 0, "subsidyIncome")).toBeCloseTo(190, 9);
  });

  test("an overdraft runs negative instead", () => {
    const block = runBlock(fund({ ...poor, "rules.shortfall": { kind: "overdraft" } }));
    expect(series(block, "fundBalance").slice(0, 5)).toEqual([30, 10, -10, -30, -50]);
    expect(block.depletion.first[0]).toBe(2);
  });

  test("a payer of half covers half of each month's new gap, not of what it left before", () => {
    const payers = [{ id: "province", name: { zh: "省", en: "Province" }, share: assumed(0.5, "fraction") }];
    const block = runBlock(fund({ ...poor, "rules.shortfall.payers": payers }), 1);
    // 10 in month 3 and 20 in each of the nine after: half is covered, half stays unpaid and is carried.
    expect(series(block, "benefitPayout").slice(0, 5)).toEqual([120, 120, 115, 110, 110]);
    expect(yearLine(block, 0, "subsidyIncome")).toBeCloseTo(95, 9);
    expect(yearLine(block, 0, "unpaid")).toBeCloseTo(95, 9);
    // By payer, the uncovered rest last, for each of three years.
    expect([0, 1, 2, 3, 4, 5].map((i) => block.sharing[i])).toEqual(
      [95, 120, 120, 95, 120, 120].map((each) => expect.closeTo(each, 9) as number),
    );
    expect(yearLine(block, 2, "unpaid")).toBeCloseTo(95 + 120 + 120, 9);
  });

  test("what was unpaid is paid when money comes, and then the gap is over", () => {
    const season = [0, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const block = runBlock(
      fund({
        "basis.regions.a.openingBalance": 0,
        "rules.contribution.seasonality": assumed(season, "ratio"),
        months: 12,
      }),
      1,
    );
    expect(series(block, "benefitPayout").slice(0, 3)).toEqual([0, 200, 100]);
    expect(series(block, "fundBalance")).toEqual(new Array(12).fill(0));
    expect(yearLine(block, 0, "unpaid")).toBe(0);
    expect(block.depletion.monthsBelow[0]).toBe(1);
    expect(block.depletion.firings[0]).toBe(1);
  });

  test("benefits unpaid before the start are due in the first month", () => {
    const block = runBlock(fund({ "opening.unpaid": 50 }), 1);
    expect(series(block, "benefitPayout").slice(0, 3)).toEqual([150, 100, 100]);
    expect(series(block, "fundBalance")[0]).toBe(850);
  });

  test("carried outgo is paid before the month's own, which is paid benefits first", () => {
    // 105 in, 100 benefits and 10 appraisal due: 5 of the appraisal stay unpaid, then 10, then 15.
    const block = runBlock(
      fund({ "basis.regions.a.openingBalance": 0, "rules.costs.otherIncome": 5, "rules.costs.appraisal": 10 }),
      1,
    );
    // The third month pays 10 carried, so that only 95 are left for benefits.
    expect(series(block, "benefitPayout").slice(0, 3)).toEqual([100, 100, 95]);
    expect(series(block, "totalOutgo")).toEqual(new Array(36).fill(105));
    expect(yearLine(block, 0, "unpaid")).toBeCloseTo(60, 9);
  });

  test("a short pooled account draws on money not remitted, turnover, reserve and deposits, in this order", () => {
    // 100 in hand, 20 less each month: 10 in the pooled account, then 30 + 20 + 25 + 15.
    const parts = {
      ...poor,
      "basis.regions.a.openingBalance": 100,
      "opening.of.unremitted": 30,
      "opening.of.turnoverFund": 20,
      "opening.of.reserveFund": 25,
      "opening.of.termDeposits": [{ amount: assumed(15, "yuan"), matures: "2024-12" }],
      "rules.payableMonths.denominator": assumed("currentMonth", "reading"),
    };
    const held = (part: string): number[] =>
      series(
        runBlock(fund({ ...parts, "rules.payableMonths.numerator": assumed([part], "reading") }), 1),
        "payableMonths",
      )
        .slice(0, 5)
        .map((months) => Math.round(months * 120 * 1e6) / 1e6);
    expect(held("pooledAccount")).toEqual([0, 0, 0, 0, 0]);
    expect(held("unremitted")).toEqual([20, 0, 0, 0, 0]);
    expect(held("turnoverFund")).toEqual([20, 20, 0, 0, 0]);
    expect(held("reserveFund")).toEqual([25, 25, 25, 5, 0]);
    expect(held("termDeposits")).toEqual([15, 15, 15, 15, 0]);
    expect(runBlock(fund(parts), 1).depletion.first[0]).toBe(5);
  });

  test("a deposit that matures lies in the pooled account from that month on", () => {
    const deposits = [
      { amount: assumed(40, "yuan"), matures: "2024-02" },
      { amount: assumed(60, "yuan"), matures: "2024-04" },
    ];
    const held = series(
      runBlock(
        fund({
          "opening.of.termDeposits": deposits,
          "rules.payableMonths.numerator": assumed(["termDeposits"], "reading"),
        }),
        1,
      ),
      "payableMonths",
    );
    expect(held.slice(0, 5)).toEqual([1, 0.6, 0.6, 0, 0]);
  });

  test("money in other accounts is used before a gap opens: unremitted, turnover, reserve, term deposits", () => {
    const block = runBlock(
      fund({
        ...poor,
        "opening.of.reserveFund": 20,
        "opening.of.unremitted": 10,
        "rules.payableMonths.numerator": assumed(["reserveFund"], "reading"),
      }),
    );
    // Reserve 20 while the pooled account (20 → 0) and the 10 not remitted last; then it pays too.
    const twelfth = (t: number): number => ((series(block, "payableMonths")[t] ?? 0) * (1_200 + 20 * (t + 1))) / 12;
    expect(twelfth(0)).toBeCloseTo(20, 9);
    expect(twelfth(1)).toBeCloseTo(10, 9);
    expect(twelfth(2)).toBeCloseTo(0, 9);
    expect(block.depletion.first[0]).toBe(2);
  });
});

describe("regions", () => {
  test("are notional accounts of the pool and add up to it; with one region the account is the fund", () => {
    const two = { "basis.regions": [region("b", 20_000, 300), region("a", 10_000, 600)] };
    const block = runBlock(fund({ ...two, "opening.history.0.benefitPayout": 3_600 }));
    expect(regionSeries(block, 0, "benefitPayout")).toEqual(new Array(36).fill(100));
    expect(regionSeries(block, 1, "contributionIncome")).toEqual(new Array(36).fill(200));
    expect(series(block, "fundBalance")[35]).toBeCloseTo(900, 6);
    expect(series(block, "payableMonths")[0]).toBeCloseTo(3, 12);
    const own = runBlock(fund());
    expect(regionSeries(own, 0, "payableMonths")).toEqual(series(own, "payableMonths"));
  });

  test("opening + items = closing within half a fen in every month", () => {
    const block = runBlock(
      fund({
        "basis.regions": [region("b", 20_000, 3e9), region("a", 10_000.01, 6e9)],
        "drivers.interestRate.mean": 0.03,
        "drivers.interestRate.latest": 0.03,
      }),
    );
    let balance = 9e9;
    for (let t = 0; t < 36; t++) {
      balance += (series(block, "totalIncome")[t] ?? 0) - (series(block, "totalOutgo")[t] ?? 0);
      expect(Math.abs((series(block, "fundBalance")[t] ?? 0) - balance)).toBeLessThan(FEN);
    }
  });
});
