import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/scenario/compile.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import { expectedDrivers } from "../model/fund.ts";
import { runBlock, series, yearLine } from "../model/run.ts";
import { bundled } from "./bundled.ts";

/** Wuxi city level, budget execution form 社预执行07表, second quarter of 2021, yuan. */
const form = {
  opening: 694_417_573.66,
  budget: {
    contributions: 709_841_093,
    interest: 23_940_874.72,
    benefits: 880_133_229.3,
    prevention: 3_800_000,
    transferUp: 11_960_000,
    totalOutgo: 895_893_229.3,
    closing: 532_306_312.08,
  },
  firstHalf2020: { totalIncome: 143_987_121.83, totalOutgo: 316_122_848.17, closing: 964_868_882.03 },
  opening2020: 1_137_004_608.37,
  firstHalf2021: { totalOutgo: 441_617_250.49, benefits: 428_040_322.43, closing: 631_374_684.5 },
};
/** Kunming 2017 by quarter, 100 million yuan. */
const kunming = { income: [0.94, 1.02, 1.37, 1.19], outgo: [0.64, 0.43, 0.75, 0.86] };
const FEN = 0.005;
/** What the digits of the stated monthly rate of interest and payroll leave over a year. */
const YUAN = 1;

describe("Wuxi 2021: levels of the published budget", () => {
  const scenario = bundled("wuxi-2021");
  const year = rollForward(scenario);

  it("holds the form's opening balance, 9.30 months of the year's budgeted outgo", () => {
    const { openingBalance, openingPayableMonths } = compile(scenario).shape;
    expect(openingBalance).toBe(form.opening);
    expect(openingPayableMonths).toBeCloseTo(form.opening / (form.budget.totalOutgo / 12), 9);
    expect(openingPayableMonths).toBeCloseTo(9.3, 2);
  });

  it("expects the budget's contributions, interest, benefits and closing balance in 2021", () => {
    expect(Math.abs(year.contributions - form.budget.contributions)).toBeLessThan(YUAN);
    expect(Math.abs(year.interest - form.budget.interest)).toBeLessThan(YUAN);
    expect(Math.abs(year.benefits - form.budget.benefits)).toBeLessThan(YUAN);
    expect(Math.abs(year.balance - form.budget.closing)).toBeLessThan(YUAN);
  });

  it("runs to the budget, and to its closing balance, when nothing is left to chance", () => {
    const block = runBlock(bundled("wuxi-2021", { ...expectedDrivers, months: 12 }), 1);
    const { contributions, interest, benefits, prevention, transferUp, closing } = form.budget;
    expect(Math.abs(yearLine(block, 0, "contributionIncome") - contributions)).toBeLessThan(YUAN);
    expect(Math.abs(yearLine(block, 0, "interestIncome") - interest)).toBeLessThan(YUAN);
    expect(Math.abs(yearLine(block, 0, "benefitPayout") - benefits)).toBeLessThan(YUAN);
    expect(yearLine(block, 0, "prevention")).toBeCloseTo(prevention, 6);
    expect(yearLine(block, 0, "transferUp")).toBe(transferUp);
    expect(Math.abs(yearLine(block, 0, "fundBalance") - closing)).toBeLessThan(YUAN);
    const [may = 0, june = 0] = series(block, "totalOutgo").slice(4, 6);
    expect(june - may).toBeCloseTo(transferUp, 2);
  });

  it("late payments of the year equal its new arrears", () => {
    expect(Math.abs(year.arrears - scenario.opening.arrears.value)).toBeLessThan(YUAN);
  });

  it("closes 2020 at the balance with which 2021 opens", () => {
    const [first, second] = scenario.opening.history;
    expect(income(first)).toBeCloseTo(form.firstHalf2020.totalIncome, 2);
    expect(outgo(first)).toBeCloseTo(form.firstHalf2020.totalOutgo, 2);
    expect(Math.abs(form.opening2020 + income(first) - outgo(first) - form.firstHalf2020.closing)).toBeLessThan(FEN);
    expect(Math.abs(form.firstHalf2020.closing + income(second) - outgo(second) - form.opening)).toBeLessThan(2 * FEN);
    expect((second?.benefitPayout.value ?? 0) / (first?.benefitPayout.value ?? 1)).toBeCloseTo(1.61 / 1.07, 9);
  });

  it("spreads income and payments over the year as Kunming's quarters of 2017", () => {
    expect(quarters(scenario.rules.contribution.seasonality.value)).toEqual(shares(kunming.income));
    expect(quarters(scenario.drivers.injurySeasonality.value)).toEqual(shares(kunming.outgo));
  });

  it("shows the half-year's actuals beside the fan and fits nothing to them", () => {
    const { closing, totalOutgo, benefits } = form.firstHalf2021;
    expect(scenario.hindcast?.map(({ month, series: name, point }) => [month, name, point.value])).toEqual([
      ["2021-06", "fundBalance", closing],
      ["2021-06", "payableMonths", Math.round((closing / (totalOutgo / 6)) * 1e4) / 1e4],
      ["2021-06", "payableMonths", Math.round((closing / (benefits / 6)) * 1e4) / 1e4],
    ]);
    expect(closing / (totalOutgo / 6)).toBeCloseTo(8.58, 2);
    expect(closing / (benefits / 6)).toBeCloseTo(8.85, 2);
  });
});

/** The year 2021 by hand: expected contributions, benefits and interest, month by month. */
function rollForward({ basis, drivers, rules, opening }: Scenario) {
  if (basis.kind !== "fundLevel") throw new Error("Wuxi is a fund-level scenario");
  const [fund] = basis.regions;
  if (fund === undefined) throw new Error("Wuxi has one region");
  const { collectionRate, arrearsCatchUp, baseReset, seasonality } = rules.contribution;
  const total = {
    contributions: 0,
    interest: 0,
    benefits: 0,
    balance: fund.openingBalance.value,
    arrears: opening.arrears.value,
  };
  for (let month = 1; month <= 12; month++) {
    const base = fund.payroll.value * (month >= baseReset.value ? 1 + drivers.wageGrowth.latest.value : 1);
    const due = base * fund.contributionRate.value * (seasonality.value[month - 1] ?? 0);
    const caughtUp = total.arrears * arrearsCatchUp.value;
    const contributions = due * collectionRate.value + caughtUp;
    total.arrears += due * (1 - collectionRate.value) - caughtUp;
    const benefits = fund.claims.value * fund.severity.mean.value * (drivers.injurySeasonality.value[month - 1] ?? 0);
    const interest = (total.balance * drivers.interestRate.latest.value) / 12;
    const prevention = rules.costs.prevention.kind === "amount" ? rules.costs.prevention.amount.value : Number.NaN;
    const transfer = month === rules.costs.transferUp.month.value ? rules.costs.transferUp.amount.value : 0;
    total.balance += contributions + interest - benefits - prevention - transfer;
    total.contributions += contributions;
    total.interest += interest;
    total.benefits += benefits;
  }
  return total;
}

type Period = Scenario["opening"]["history"][number] | undefined;

function income(period: Period): number {
  return period === undefined ? Number.NaN : period.contributionIncome.value + period.otherIncome.value;
}

function outgo(period: Period): number {
  return period === undefined
    ? Number.NaN
    : period.benefitPayout.value + period.otherOutgo.value + period.transferUp.value;
}

/** Share of each quarter of a year, to six digits. */
function quarters(factors: readonly number[]): number[] {
  return [0, 3, 6, 9].map((from) => rounded(factors.slice(from, from + 3).reduce((sum, each) => sum + each, 0) / 12));
}

function shares(amounts: readonly number[]): number[] {
  const total = amounts.reduce((sum, each) => sum + each, 0);
  return amounts.map((each) => rounded(each / total));
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
