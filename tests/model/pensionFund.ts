import type { Scenario } from "../../src/model/scenario/schema.ts";
import { assumed, fund } from "./fund.ts";

/** One number for each of the 21 five-year ages: `value` at the group of `age`, 0 elsewhere. */
export function onlyAt(age: number, value: number): number[] {
  return everyAge(0).map((zero, group) => (group === Math.floor(age / 5) ? value : zero));
}

export function everyAge(value: number): number[] {
  return new Array<number>(21).fill(value);
}

/** Persons of one kind and sex; of the whole fund without a region. */
export function persons(kind: string, sex: string, ages: readonly number[], monthly: number, region?: string): object {
  const place = region === undefined ? {} : { region };
  return { kind, sex, ...place, ages: assumed(ages, "persons"), monthly: assumed(monthly, "yuan/month") };
}

/** New pensions of a kind, all men of one age, from claims of a line. */
export function awards(kind: string, age: number, personsPerClaim: number, delay: number, line = "death"): object {
  const parts = kind === "disability" ? [0, 0, 0, 1] : kind === "care" ? [0, 0, 1] : [1, 0];
  return {
    kind,
    from: [{ line, personsPerClaim: assumed(personsPerClaim, "ratio"), delay: assumed(delay, "months") }],
    male: assumed(onlyAt(age, 1), "fraction"),
    female: assumed(everyAge(0), "fraction"),
    mix: assumed(parts, "fraction"),
  };
}

export function mortality(q: number, improvement = 0): object {
  return {
    male: assumed(everyAge(q), "fraction/year"),
    female: assumed(everyAge(q), "fraction/year"),
    excessFactor: { disabled: assumed(1, "ratio"), survivors: assumed(1, "ratio") },
    improvement: assumed(improvement, "fraction/year"),
  };
}

/** Statutory shares; nothing is adjusted and nobody retires. */
export const pensionRules = {
  disability: { shares: assumed([0.9, 0.85, 0.8, 0.75], "fraction") },
  care: { shares: assumed([0.5, 0.4, 0.3], "fraction") },
  survivors: {
    spouse: assumed(0.4, "fraction"),
    other: assumed(0.3, "fraction"),
    supplement: assumed(0.1, "fraction"),
    ceiling: assumed(1, "ratio"),
  },
};

const group = (perYear: number): object => ({
  frequency: assumed([perYear / 12_000, 0, 0, 0, 0, 0, 0, 0], "claims per person-year"),
  severity: {
    family: "gamma",
    mean: assumed(0, "yuan"),
    cv: assumed(0, "ratio"),
    wageShare: assumed(0, "ratio"),
    excessTrend: assumed(0, "fraction/year"),
    medicalLoading: assumed(0, "ratio"),
  },
  paymentPattern: assumed([1], "fraction"),
});

/** A region of 12,000 insured with 4,000 yuan a month. */
export function pensionRegion(id: string, headcount = 12_000): object {
  const one = assumed(1, "ratio");
  return {
    id,
    name: { zh: id, en: id },
    headcount: assumed([headcount, 0, 0, 0, 0, 0, 0, 0], "persons"),
    contributionWage: assumed([4_000, 0, 0, 0, 0, 0, 0, 0], "yuan/month"),
    experienceFactor: one,
    frequencyFactor: one,
    severityFactor: one,
    openingBalance: assumed(1e9, "yuan"),
    loadings: { wageGrowth: one, employmentGrowth: one, logFrequency: one },
  };
}

/**
 * A fund that pays nothing but pensions: `deaths` claims a year of line "death" and no other, wages of 4,000, claims without
 * cost. Without changes it has no pensioners.
 */
export function pensionFund(changes: Readonly<Record<string, unknown>>, deaths = 12): Scenario {
  return fund({
    basis: {
      kind: "detailed",
      regions: [pensionRegion("a")],
      groups: { medical: group(0), disability: group(0), death: group(deaths), other: group(0) },
    },
    "rules.contribution.baseRates": [assumed(new Array<number>(8).fill(0.01), "fraction")],
    ...changes,
  });
}
