import { applyChanges } from "../../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../../src/model/scenario/parse.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { assumed, stillFund } from "../fund.ts";

const eight = (value: number): number[] => new Array<number>(8).fill(value);

/** One class with people: 12,000 of class 4 with 8,000 yuan a month, so a yearly frequency of 0.001 is one claim a month. */
export function detailedRegion(id: string, persons = 12_000, wage = 8_000): object {
  return {
    id,
    name: { zh: id, en: id },
    headcount: assumed([0, 0, 0, persons, 0, 0, 0, 0], "persons"),
    contributionWage: assumed(eight(wage), "yuan/month"),
    experienceFactor: assumed(1, "ratio"),
    frequencyFactor: assumed(1, "ratio"),
    severityFactor: assumed(1, "ratio"),
    openingBalance: assumed(1e9, "yuan"),
    loadings: {
      wageGrowth: assumed(1, "ratio"),
      employmentGrowth: assumed(1, "ratio"),
      logFrequency: assumed(1, "ratio"),
    },
  };
}

function outcome(more: object = {}): object {
  return {
    frequency: assumed(eight(0), "claims per person-year"),
    severity: {
      family: "gamma",
      mean: assumed(0, "yuan"),
      cv: assumed(1, "ratio"),
      wageShare: assumed(0, "ratio"),
      excessTrend: assumed(0, "fraction/year"),
      medicalLoading: assumed(0, "ratio"),
    },
    paymentPattern: assumed([1], "fraction"),
    ...more,
  };
}

const grades = (...shares: number[]): object => ({ grades: assumed(shares, "fraction") });

/**
 * A fund known by outcome, in which nobody is injured until a test says so. A = 84,000 ÷ 12 = 7,000, published in June; U =
 * 50,000; every item in force and paid in the month of the injury; no past injuries; nothing grows.
 */
export const outcomeFundFile: unknown = applyChanges(stillFund, {
  basis: {
    kind: "detailed",
    regions: [detailedRegion("a")],
    outcomes: {
      medicalOnly: outcome(),
      grades7to10: outcome(grades(0.1, 0.2, 0.3, 0.4)),
      grades5to6: outcome(grades(0.5, 0.5)),
      grades1to4: outcome(grades(0.25, 0.25, 0.25, 0.25)),
      death: outcome(),
      disease: outcome(grades(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)),
      care: {
        rehabilitation: assumed(0.1, "fraction"),
        devices: assumed(0.05, "fraction"),
        travel: assumed(0.05, "fraction"),
      },
      leaving: assumed([0.5, 0.5, 0.5, 0.5, 0.5, 0.5], "fraction"),
      delays: {
        stay: assumed([1], "fraction"),
        appraisal: assumed([1], "fraction"),
        termination: assumed([1], "fraction"),
        death: assumed([1], "fraction"),
      },
    },
  },
  "opening.pipeline": { kind: "stated", payments: assumed([], "yuan") },
  "drivers.urbanIncome": { wageShare: assumed(0, "ratio"), excessTrend: assumed(0, "fraction/year") },
  "rules.contribution.baseRates": [assumed(eight(0.01), "fraction")],
  "rules.benefits": {
    wageBase: {
      definition: { kind: "nonPrivate" },
      average: {
        nonPrivate: [assumed(84_000, "yuan/year")],
        private: [assumed(48_000, "yuan/year")],
        onPost: [assumed(96_000, "yuan/year")],
        provincial: [assumed(72_000, "yuan/year")],
      },
      published: [assumed(6, "calendar month")],
    },
    ownWage: { cap: assumed(3, "ratio"), floor: assumed(0.6, "ratio") },
    minimumWage: [assumed(2_100, "yuan/month")],
    medicalCare: {
      meals: { kind: "shareOfMinimumWage", share: assumed(0.35, "fraction"), days: assumed(30, "days") },
    },
    lumpSum: { months: assumed([27, 25, 23, 21, 18, 16, 13, 11, 9, 7], "months") },
    medicalSubsidy: { kind: "months", medical: assumed([30, 25, 10, 7, 4, 2], "months") },
    funeral: { months: assumed(6, "months") },
    deathGrant: { multiple: assumed(20, "ratio"), income: [assumed(50_000, "yuan/year")] },
  },
});

/** The fund with changes by dotted path. */
export function outcomeFund(changes: Readonly<Record<string, unknown>> = {}): Scenario {
  return parseScenario(applyChanges(outcomeFundFile, changes));
}

/** One claim a month of an outcome in class 4. */
export const oneAMonth = (name: string): Readonly<Record<string, unknown>> => ({
  [`basis.outcomes.${name}.frequency`]: [0, 0, 0, 0.001, 0, 0, 0, 0],
});
