import { applyChanges } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";

const words = { zh: "测试基金", en: "Test fund" };
const reason = { zh: "测试用数", en: "A figure of the test" };

/** A quantity of a test: an assumption. */
export function assumed(value: unknown, unit: string): object {
  return { value, unit, basis: "assumption", reason };
}

const still = {
  mean: assumed(0, "fraction/year"),
  persistence: assumed(0, "ratio"),
  sd: assumed(0, "fraction/year"),
  latest: assumed(0, "fraction/year"),
};
const evenly = assumed(new Array<number>(12).fill(1), "ratio");

/**
 * A fund-level fund of one region in which nothing moves: payroll 10,000 a month at 1 %, so 100 yuan of contributions; 10
 * claims a month of 10 yuan, so 100 yuan of benefits; opening balance 900, which pays exactly nine months.
 */
export const stillFund: unknown = {
  schema: 1,
  id: "still",
  title: words,
  about: words,
  start: "2024-01",
  months: 36,
  paths: 10,
  seed: "still",
  basis: {
    kind: "fundLevel",
    regions: [region("a", 10_000, 900)],
  },
  opening: {
    of: {
      turnoverFund: assumed(0, "yuan"),
      reserveFund: assumed(0, "yuan"),
      unremitted: assumed(0, "yuan"),
      termDeposits: [],
    },
    pipeline: { kind: "stationary" },
    arrears: assumed(0, "yuan"),
    unpaid: assumed(0, "yuan"),
    history: [
      {
        from: "2023-01",
        months: 12,
        contributionIncome: assumed(1_200, "yuan"),
        otherIncome: assumed(0, "yuan"),
        benefitPayout: assumed(1_200, "yuan"),
        otherOutgo: assumed(0, "yuan"),
        transferUp: assumed(0, "yuan"),
      },
    ],
    budgets: [],
  },
  drivers: {
    wageGrowth: still,
    employmentGrowth: still,
    medicalExcess: still,
    interestRate: still,
    correlation: assumed(
      [
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ],
      "correlation",
    ),
    regional: { wageGrowth: assumed(0, "fraction/year"), employmentGrowth: assumed(0, "fraction/year") },
    logFrequency: { persistence: assumed(0, "ratio"), sd: assumed(0, "per month") },
    frequencyTrend: assumed(0, "fraction/year"),
    mixing: assumed(0, "ratio"),
    injurySeasonality: evenly,
    claimNoise: false,
  },
  uncertainty: {
    on: true,
    wageTrend: assumed(0, "fraction/year"),
    employmentTrend: assumed(0, "fraction/year"),
    frequencyTrend: assumed(0, "fraction/year"),
    severityTrend: assumed(0, "fraction/year"),
    collectionRate: assumed(0, "fraction"),
  },
  rules: {
    contribution: {
      collectionRate: assumed(1, "fraction"),
      arrearsCatchUp: assumed(0, "fraction"),
      baseReset: assumed(1, "calendar month"),
      seasonality: evenly,
    },
    costs: {
      prevention: { kind: "amount", amount: assumed(0, "yuan/month") },
      appraisal: assumed(0, "yuan/month"),
      otherIncome: assumed(0, "yuan/month"),
      transferUp: { amount: assumed(0, "yuan/year"), month: assumed(6, "calendar month") },
    },
    budgetDraft: assumed(10, "calendar month"),
    payableMonths: {
      numerator: assumed(["pooledAccount", "turnoverFund", "reserveFund", "termDeposits"], "reading"),
      denominator: assumed("trailing12", "reading"),
      outgo: assumed("withoutTransfers", "reading"),
      observation: assumed("monthEnd", "reading"),
      informationLag: assumed(0, "months"),
    },
    trigger: {
      kind: "line",
      level: assumed(9, "months"),
      comparison: assumed("below", "reading"),
      tolerance: assumed(0, "months"),
      confirmation: assumed(1, "observations"),
      obligation: assumed("may", "reading"),
    },
    measure: { kind: "none" },
    decision: { kind: "automatic" },
    shortfall: { kind: "gap", payers: [] },
  },
};

/** One region of a fund-level fund: 10 claims a month for every 10,000 yuan of payroll, 10 yuan each. */
export function region(id: string, payroll: number, openingBalance: number): object {
  return {
    id,
    name: { zh: id, en: id },
    payroll: assumed(payroll, "yuan/month"),
    contributionRate: assumed(0.01, "fraction"),
    claims: assumed(payroll / 1_000, "claims/month"),
    severity: {
      family: "gamma",
      mean: assumed(10, "yuan"),
      cv: assumed(0, "ratio"),
      wageShare: assumed(0, "ratio"),
      excessTrend: assumed(0, "fraction/year"),
      medicalLoading: assumed(0, "ratio"),
    },
    paymentPattern: assumed([1], "fraction"),
    openingBalance: assumed(openingBalance, "yuan"),
    loadings: {
      wageGrowth: assumed(1, "ratio"),
      employmentGrowth: assumed(1, "ratio"),
      logFrequency: assumed(1, "ratio"),
    },
  };
}

/** The still fund with changes by dotted path. */
export function fund(changes: Readonly<Record<string, unknown>> = {}): Scenario {
  return parseScenario(applyChanges(stillFund, changes));
}

/** Changes that switch off every source of noise: the run is then its own expectation, on every path. */
export const expectedDrivers: Readonly<Record<string, unknown>> = {
  "uncertainty.on": false,
  "drivers.wageGrowth.sd": 0,
  "drivers.employmentGrowth.sd": 0,
  "drivers.medicalExcess.sd": 0,
  "drivers.interestRate.sd": 0,
  "drivers.regional.wageGrowth": 0,
  "drivers.regional.employmentGrowth": 0,
  "drivers.logFrequency.sd": 0,
  "drivers.mixing": 0,
  "drivers.claimNoise": false,
};
