import { applyChanges, resolveScenario } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import { bundledFile } from "../scenarios/bundled.ts";
import { assumed, stillFund } from "./fund.ts";

type Changes = Readonly<Record<string, unknown>>;

const eight = (value: number): number[] => new Array<number>(8).fill(value);
export const nationalRates: readonly number[] = [0.002, 0.004, 0.007, 0.009, 0.011, 0.013, 0.016, 0.019];

export const floatingSteps: object = {
  class1: assumed([1, 1.2, 1.5], "ratio"),
  others: assumed([0.5, 0.8, 1, 1.2, 1.5], "ratio"),
};

/** Three sizes of employers, the same in every class. */
const bands = [
  [10, 0.3],
  [60, 0.3],
  [400, 0.4],
].map(([employees, share]) => ({
  employees: assumed(employees, "persons"),
  payrollShare: assumed(eight(share ?? 0), "fraction"),
}));

/** Experience rating by an indicator: cycles of two years, the first window ending with 2025. */
export function rating(indicator: object, changes: Changes = {}): object {
  return {
    cycle: assumed(24, "months"),
    windowEnd: assumed("2025-12", "month"),
    effective: assumed("2026-01", "month"),
    fromClass: assumed(1, "class"),
    floor: assumed("none", "reading"),
    denominator: assumed("paid", "reading"),
    atThreshold: assumed("higher", "reading"),
    indicator,
    bands,
    calibrated: assumed("stated", "reading"),
    ...changes,
  };
}

export const huainan: object = { kind: "ratio", thresholds: assumed([0.2, 0.6, 0.8, 1.2], "ratio") };
export const templateA: object = { kind: "ratio", thresholds: assumed([0.5, 0.8, 1, 1.5], "ratio") };
export const templateB: object = {
  kind: "twoWay",
  thresholds: assumed([1.2, 3], "ratio"),
  olderShare: assumed(0.2, "fraction"),
};
export const jiangsu: object = { kind: "noClaims", reductions: assumed([0.8, 0.5], "ratio") };
/** Three classes of old at places 1 to 3; the others do not float. */
export const puyang: object = {
  kind: "points",
  thresholds: assumed([1, 2, 3, 4, 5], "ratio"),
  points: assumed([0, 0.001, 0.002, 0, 0, 0, 0, 0], "fraction"),
  cap: assumed([1, 0.015, 0.03, 1, 1, 1, 1, 1], "fraction"),
  cleanCycles: assumed(3, "cycles"),
  cleanFactor: assumed(0.8, "ratio"),
};

const severity = (mean: number, cv: number): object => ({
  family: "gamma",
  mean: assumed(mean, "yuan"),
  cv: assumed(cv, "ratio"),
  wageShare: assumed(0, "ratio"),
  excessTrend: assumed(0, "fraction/year"),
  medicalLoading: assumed(0, "ratio"),
});

function group(perRate: number, mean: number, cv: number): object {
  return {
    frequency: assumed(
      nationalRates.map((rate) => rate * perRate),
      "claims per person-year",
    ),
    severity: severity(mean, cv),
    paymentPattern: assumed([1], "fraction"),
  };
}

/**
 * A detailed fund in which nothing moves: a thousand insured in every class, 5,000 yuan a month each; 0.6 small claims of 20,000
 * and 0.3 large ones of 80,000 yuan a year for each unit of base rate, so that claims cost 60 % of base-rate contributions.
 */
export function ratedFund(experience: object | undefined, changes: Changes = {}): Scenario {
  const one = assumed(1, "ratio");
  const region = (id: string): object => ({
    id,
    name: { zh: id, en: id },
    headcount: assumed(eight(1_000), "persons"),
    contributionWage: assumed(eight(5_000), "yuan/month"),
    experienceFactor: assumed(0.9, "ratio"),
    frequencyFactor: one,
    severityFactor: one,
    openingBalance: assumed(10_000_000, "yuan"),
    loadings: { wageGrowth: one, employmentGrowth: one, logFrequency: one },
  });
  const contribution = {
    "rules.contribution.baseRates": [assumed([...nationalRates], "fraction")],
    "rules.contribution.floatingSteps": floatingSteps,
    ...(experience === undefined ? {} : { "rules.contribution.experience": experience }),
  };
  return parseScenario(
    applyChanges(stillFund, {
      months: 100,
      basis: {
        kind: "detailed",
        regions: [region("a"), region("b")],
        groups: {
          medical: group(0.6, 20_000, 2),
          disability: group(0.3, 80_000, 1),
          death: group(0, 1, 1),
          other: group(0, 1, 1),
        },
      },
      ...contribution,
      ...changes,
    }),
  );
}

/** The fund under what provisions files, the later going before the earlier, say about rate floating. */
export function ratedUnder(includes: readonly string[]): Scenario {
  const { rules } = resolveScenario({ includes, id: "x" }, bundledFile) as {
    readonly rules: { readonly contribution: { readonly experience: object; readonly floatingSteps: object } };
  };
  const { experience, floatingSteps: steps } = rules.contribution;
  return ratedFund(experience, { "rules.contribution.floatingSteps": steps });
}
