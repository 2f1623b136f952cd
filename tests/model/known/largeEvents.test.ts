import { expect, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import { assumed, fund, region } from "../fund.ts";
import { LONG, missOfMean, missOfProbability, missOfVariance, PATHS, STANDARD_ERRORS, worldRows } from "./sample.ts";

const CAP = 10;
const scenario = fund({
  months: 12,
  seed: "large events",
  "drivers.claimNoise": true,
  "basis.regions": [region("a", 10_000, 900), region("b", 30_000, 900)],
  "drivers.largeEvent": {
    perYear: assumed(2.4, "events/year"),
    threshold: assumed(1_000, "yuan"),
    tailIndex: assumed(2, "ratio"),
    cap: assumed(CAP * 1_000, "yuan"),
    wageShare: assumed(0, "ratio"),
    paymentPattern: assumed([1], "fraction"),
  },
});
// Tail index 2 on [1, c]: density 2 x⁻³ ÷ (1 − c⁻²), so mean 2c ÷ (c + 1), mean square 2 ln c ÷ (1 − c⁻²), and
// P(X > x) = (x⁻² − c⁻²) ÷ (1 − c⁻²). Region b has three quarters of 0.2 events a month.
const MEAN = (2 * CAP) / (CAP + 1);
const SQUARE = (2 * Math.log(CAP)) / (1 - CAP ** -2);
const PROBABILITY = 0.15;

test(
  "large events: frequency, mean and variance of the month, and the Pareto tail of their size",
  () => {
    const { sizes } = worldRows(scenario, {
      sizes: ({ benefitUnits, paths }, p) => benefitUnits[1][1][6 * paths + p],
    });
    expect(missOfMean(sizes, PROBABILITY * MEAN), "mean").toBeLessThan(STANDARD_ERRORS);
    expect(
      missOfVariance(sizes, PROBABILITY * MEAN, PROBABILITY * SQUARE - (PROBABILITY * MEAN) ** 2),
      "variance",
    ).toBeLessThan(STANDARD_ERRORS);
    for (const size of [0, 1.5, 3, 7]) {
      const tail = size === 0 ? 1 : (size ** -2 - CAP ** -2) / (1 - CAP ** -2);
      let above = 0;
      for (let p = 0; p < PATHS; p++) above += sizes[p] > size ? 1 : 0;
      expect(missOfProbability(above, PROBABILITY * tail), `larger than ${size} thresholds`).toBeLessThan(
        STANDARD_ERRORS,
      );
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(CAP);
    expect(Math.min(...sizes.filter((each) => each > 0))).toBeGreaterThanOrEqual(1);
  },
  LONG,
);

test("the plan knows the mean size: a fund without claim noise pays it", () => {
  expect(compile(scenario).world.largeEvent?.meanSize).toBeCloseTo(MEAN, 12);
});
