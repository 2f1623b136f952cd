import type { World } from "../../src/model/world/world.ts";

/** What a region takes in and pays in a year, yuan a month, and how many are injured. */
export interface GivenYear {
  readonly contributions: number;
  readonly benefits: number;
  readonly injuries?: number;
}

/**
 * A world of one path with given contributions (at a rate of 1 %) and benefits (claims with a mean cost of 10 yuan) by region and year.
 * Nothing grows and there is no interest.
 */
export function givenRegions(months: number, regions: readonly (readonly GivenYear[])[]): World {
  const years = Math.ceil(months / 12) + 1;
  const byMonth = (of: (year: GivenYear) => number): Float64Array[] =>
    regions.map((region) =>
      Float64Array.from({ length: months }, (_, t) => {
        const year = region[Math.floor(t / 12)] ?? region[region.length - 1];
        return year === undefined ? 0 : of(year);
      }),
    );
  const benefits = byMonth((year) => year.benefits / 10);
  const injuries = byMonth((year) => year.injuries ?? 0);
  return {
    paths: 1,
    months,
    contributionBase: byMonth((year) => year.contributions * 100),
    contractValue: [],
    employment: regions.map(() => new Float64Array(years).fill(1)),
    benefitUnits: benefits.map((units) => [units]),
    claimCounts: injuries.map((counts) => [counts]),
    prices: [new Float64Array(years).fill(1)],
    wageLevel: new Float64Array(years).fill(1),
    interestRate: new Float64Array(years),
    collectionShift: new Float64Array(1),
    decision: new Float64Array(months),
  };
}
