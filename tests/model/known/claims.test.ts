import { describe, expect, test } from "vitest";
import { fund, region } from "../fund.ts";
import { LONG, missOfCovariance, missOfMean, missOfVariance, STANDARD_ERRORS, worldRows } from "./sample.ts";

const MIXING = 0.09;

/** Two years of a fund with claim noise: `claims` a month, each with mean 1 in the units of the world. */
function noisy(claims: number, family: string, cv: number, mixing: number) {
  return fund({
    months: 24,
    seed: `claims-${family}`,
    "drivers.claimNoise": true,
    "drivers.mixing": mixing,
    "basis.regions.a.claims": claims,
    "basis.regions.a.severity.family": family,
    "basis.regions.a.severity.cv": cv,
  });
}

function sumOfMonths(row: ArrayLike<number>, paths: number, p: number, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += row[t * paths + p];
  return sum;
}

// With N claims a month, Poisson with mean λ × G, G a yearly gamma factor with mean 1 and variance v, and costs with mean 1 and
// variance cv²: month has mean λ and variance λ (1 + cv²) + v λ²; year has mean 12 λ and variance 12 λ (1 + cv²) + v (12 λ)²,
// since all its months share G; two months of one year have covariance v λ², of different years 0.
describe.each([
  ["Poisson, gamma costs, few claims (each drawn)", 2, "gamma", 0.8, 0],
  ["Poisson, gamma costs, many claims (drawn together)", 40, "gamma", 0.8, 0],
  ["Poisson, lognormal costs, few claims", 2, "lognormal", 1.2, 0],
  ["Poisson, lognormal costs, many claims", 40, "lognormal", 1.2, 0],
  ["negative binomial, gamma costs, few claims", 2, "gamma", 1.5, MIXING],
  ["negative binomial, gamma costs, many claims", 40, "gamma", 0.8, MIXING],
  ["negative binomial, lognormal costs, few claims", 2, "lognormal", 1, MIXING],
  ["negative binomial, lognormal costs, many claims", 40, "lognormal", 1, MIXING],
])("compound claim totals: %s", (_, claims, family, cv, mixing) => {
  test(
    "mean, variance and covariance by month and year",
    () => {
      const paid = worldRows(noisy(claims, family, cv, mixing), {
        may: ({ benefitUnits, paths }, p) => benefitUnits[0][0][4 * paths + p],
        june: ({ benefitUnits, paths }, p) => benefitUnits[0][0][5 * paths + p],
        nextMay: ({ benefitUnits, paths }, p) => benefitUnits[0][0][16 * paths + p],
        year: ({ benefitUnits, paths }, p) => sumOfMonths(benefitUnits[0][0], paths, p, 0, 12),
        count: ({ claimCounts, paths }, p) => sumOfMonths(claimCounts[0][0], paths, p, 12, 24),
      });
      expect(missOfMean(paid.may, claims), "month, mean").toBeLessThan(STANDARD_ERRORS);
      expect(
        missOfVariance(paid.may, claims, claims * (1 + cv * cv) + mixing * claims ** 2),
        "month, variance",
      ).toBeLessThan(STANDARD_ERRORS);
      expect(missOfMean(paid.year, 12 * claims), "year, mean").toBeLessThan(STANDARD_ERRORS);
      expect(
        missOfVariance(paid.year, 12 * claims, 12 * claims * (1 + cv * cv) + mixing * (12 * claims) ** 2),
        "year, variance",
      ).toBeLessThan(STANDARD_ERRORS);
      expect(
        missOfCovariance([paid.may, claims], [paid.june, claims], mixing * claims ** 2),
        "two months of a year",
      ).toBeLessThan(STANDARD_ERRORS);
      expect(missOfCovariance([paid.may, claims], [paid.nextMay, claims], 0), "months of two years").toBeLessThan(
        STANDARD_ERRORS,
      );
      expect(missOfMean(paid.count, 12 * claims), "count, mean").toBeLessThan(STANDARD_ERRORS);
      expect(
        missOfVariance(paid.count, 12 * claims, 12 * claims + mixing * (12 * claims) ** 2),
        "count, variance",
      ).toBeLessThan(STANDARD_ERRORS);
    },
    LONG,
  );
});

test(
  "yearly mixing belongs to a region: no covariance between two of them",
  () => {
    const scenario = fund({
      months: 12,
      seed: "two regions",
      "drivers.claimNoise": true,
      "drivers.mixing": MIXING,
      "basis.regions": [region("a", 10_000, 900), region("b", 20_000, 900)],
    });
    const paid = worldRows(scenario, {
      a: ({ benefitUnits, paths }, p) => sumOfMonths(benefitUnits[0][0], paths, p, 0, 12),
      b: ({ benefitUnits, paths }, p) => sumOfMonths(benefitUnits[1][0], paths, p, 0, 12),
    });
    expect(missOfCovariance([paid.a, 120], [paid.b, 240], 0), "covariance").toBeLessThan(STANDARD_ERRORS);
    expect(missOfVariance(paid.b, 240, 240 + MIXING * 240 ** 2), "variance").toBeLessThan(STANDARD_ERRORS);
  },
  LONG,
);

test(
  "the provincial frequency joins regions: covariance λ₁ λ₂ (exp(l₁ l₂ V) − 1), V = sd² (1 + φ² + … + φ²ᵗ) after month t",
  () => {
    const [persistence, sd, loading, t] = [0.8, 0.06, 1.5, 7];
    const scenario = fund({
      months: 8,
      seed: "provincial",
      "drivers.claimNoise": true,
      "drivers.logFrequency.persistence": persistence,
      "drivers.logFrequency.sd": sd,
      "basis.regions": [region("a", 10_000, 900), region("b", 20_000, 900)],
      "basis.regions.b.loadings.logFrequency": loading,
    });
    const paid = worldRows(scenario, {
      a: ({ benefitUnits, paths }, p) => benefitUnits[0][0][t * paths + p],
      b: ({ benefitUnits, paths }, p) => benefitUnits[1][0][t * paths + p],
    });
    let variance = 0;
    for (let k = 0; k <= t; k++) variance += sd ** 2 * persistence ** (2 * k);
    expect(
      missOfCovariance([paid.a, 10], [paid.b, 20], 10 * 20 * (Math.exp(loading * variance) - 1)),
      "covariance",
    ).toBeLessThan(STANDARD_ERRORS);
    expect(missOfVariance(paid.b, 20, 20 + 20 ** 2 * (Math.exp(loading ** 2 * variance) - 1)), "variance").toBeLessThan(
      STANDARD_ERRORS,
    );
  },
  LONG,
);
