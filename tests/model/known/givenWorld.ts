import type { Scenario } from "../../../src/model/scenario/schema.ts";
import type { World } from "../../../src/model/world/world.ts";
import { assumed, fund } from "../fund.ts";

/**
 * A world of one region with given flows: contributions (at a rate of 1) and benefit payments in yuan (claims with a mean
 * cost of 1) by `t * paths + p`. Nothing grows and there is no interest.
 */
export function givenWorld(months: number, paths: number, contributions: Float64Array, benefits: Float64Array): World {
  const years = Math.ceil(months / 12) + 1;
  return {
    paths,
    months,
    contributionBase: [contributions],
    contractValue: [],
    employment: [new Float64Array(years * paths).fill(1)],
    benefitUnits: [[benefits]],
    claimCounts: [[benefits]],
    prices: [new Float64Array(years * paths).fill(1)],
    wageLevel: new Float64Array(years * paths).fill(1),
    interestRate: new Float64Array(years * paths),
    collectionShift: new Float64Array(paths),
    decision: new Float64Array(months * paths),
  };
}

/**
 * The fund of a given world. Its denominator is a budget of 12 yuan in every year, so payable months are the balance in yuan;
 * the trigger is a line at `level`.
 */
export function givenFund(months: number, openingBalance: number, level: number, comparison: string): Scenario {
  return fund({
    months,
    ...constantDenominator(months, 12),
    "basis.regions.a.contributionRate": 1,
    "basis.regions.a.severity.mean": 1,
    "basis.regions.a.openingBalance": openingBalance,
    "rules.trigger.level": level,
    "rules.trigger.comparison": comparison,
    "rules.shortfall": { kind: "overdraft" },
  });
}

/** Changes after which the denominator is a budget of `outgo` yuan in every year. */
export function constantDenominator(months: number, outgo: number): Readonly<Record<string, unknown>> {
  const none = { otherIncome: assumed(0, "yuan"), otherOutgo: assumed(0, "yuan"), transferUp: assumed(0, "yuan") };
  const budget = { contributionIncome: assumed(outgo, "yuan"), benefitPayout: assumed(outgo, "yuan"), ...none };
  const years = Array.from({ length: Math.ceil(months / 12) }, (_, i) => 2024 + i);
  return {
    "opening.budgets": years.map((year) => ({ year, ...budget })),
    "rules.payableMonths.denominator": "budgetYear",
  };
}
