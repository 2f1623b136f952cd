import { applyChanges } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import { assumed, stillFund } from "./fund.ts";

const loadings = {
  wageGrowth: assumed(1, "ratio"),
  employmentGrowth: assumed(1, "ratio"),
  logFrequency: assumed(1, "ratio"),
};

/** Insured of a region: 100 persons in class 1 and 100 in class 8, each at 1,000 yuan a month; no one else. */
export function place(id: string, more: object = {}): object {
  return {
    id,
    name: { zh: id, en: id },
    headcount: assumed([100, 0, 0, 0, 0, 0, 0, 100], "persons"),
    contributionWage: assumed(new Array<number>(8).fill(1_000), "yuan/month"),
    experienceFactor: assumed(1, "ratio"),
    frequencyFactor: assumed(1, "ratio"),
    severityFactor: assumed(1, "ratio"),
    openingBalance: assumed(10_000, "yuan"),
    loadings,
    ...more,
  };
}

const group = {
  frequency: assumed(new Array<number>(8).fill(0.03), "claims per person-year"),
  severity: {
    family: "gamma",
    mean: assumed(500, "yuan"),
    cv: assumed(0, "ratio"),
    wageShare: assumed(0, "ratio"),
    excessTrend: assumed(0, "fraction/year"),
    medicalLoading: assumed(0, "ratio"),
  },
  paymentPattern: assumed([1], "fraction"),
};

/** National base rates of classes 1–8 (Ren-She-Bu-Fa [2015] 71). */
export const nationalRates: readonly number[] = [0.002, 0.004, 0.007, 0.009, 0.011, 0.013, 0.016, 0.019];

/** The still fund on the detailed basis: one place `a` with 200,000 yuan of payroll, of which 200 + 1,900 = 2,100 are due a month. */
export function detailedFile(changes: Readonly<Record<string, unknown>> = {}): unknown {
  return applyChanges(stillFund, {
    basis: {
      kind: "detailed",
      regions: [place("a")],
      groups: { medical: group, disability: group, death: group, other: group },
    },
    "rules.contribution.baseRates": [assumed(nationalRates, "fraction")],
    ...changes,
  });
}

export function detailedFund(changes: Readonly<Record<string, unknown>> = {}): Scenario {
  return parseScenario(detailedFile(changes));
}
