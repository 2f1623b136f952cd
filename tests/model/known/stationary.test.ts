import { expect, test } from "vitest";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { assumed, fund, region } from "../fund.ts";
import { acrossPaths } from "../run.ts";
import { eachBlock, LONG, missOfMean, PATHS, STANDARD_ERRORS } from "./sample.ts";

const MONTHS = 36;
// Paid over half a year: 30 % at once, then a slow and a quick part.
const pattern = [0.3, 0.1, 0.1, 0.05, 0.05, 0.4];
// Twice the injuries in March, half in July and in August.
const season = [1, 1, 2, 1, 1, 1, 0.5, 0.5, 1, 1, 1, 1];

/** Payout of every month by path: `sample[t]`. */
function payouts(scenario: Scenario): Float64Array[] {
  const sample = Array.from({ length: MONTHS }, () => new Float64Array(PATHS));
  eachBlock(scenario, (block) => {
    for (let t = 0; t < MONTHS; t++) sample[t].set(acrossPaths(block, "benefitPayout", t), block.firstPath);
  });
  return sample;
}

/** Paid in a calendar month (0 = January) for one yuan of injuries a month: the seasonality, delayed. */
function delayed(month: number): number {
  return pattern.reduce((sum, share, delay) => sum + share * season[(month - delay + 12) % 12], 0);
}

const changes = {
  months: MONTHS,
  seed: "stationary",
  "drivers.claimNoise": true,
  "drivers.mixing": 0.04,
  "drivers.logFrequency.persistence": 0.9,
  "drivers.logFrequency.sd": 0.04,
  "basis.regions": [region("a", 10_000, 900), region("b", 30_000, 900)],
  "basis.regions.a.paymentPattern": pattern,
  "basis.regions.a.severity.cv": 1,
  "rules.shortfall": { kind: "overdraft" },
};

test(
  "a stationary fund starts stationary: the mean payout of each of 36 months is the same, whatever the delay",
  () => {
    payouts(fund(changes)).forEach((sample, t) =>
      expect(missOfMean(sample, 400), `month ${t}`).toBeLessThan(STANDARD_ERRORS),
    );
  },
  LONG,
);

test(
  "with seasonal injuries, delay and large events the mean payout is that of the calendar month from the first year on",
  () => {
    // Large events: 6 a year, on average 2·10 ÷ 11 thresholds of 55 yuan (tail index 2, cap 10), so 50 yuan a month, delayed.
    const scenario = fund({
      ...changes,
      start: "2024-05",
      "opening.history.0.from": "2023-05",
      "drivers.injurySeasonality": season,
      "basis.regions.b.paymentPattern": pattern,
      "drivers.largeEvent": {
        perYear: assumed(6, "events/year"),
        threshold: assumed(55, "yuan"),
        tailIndex: assumed(2, "ratio"),
        cap: assumed(550, "yuan"),
        wageShare: assumed(0, "ratio"),
        paymentPattern: assumed([0.2, 0, 0.8], "fraction"),
      },
    });
    expect(delayed(2)).toBeCloseTo(0.3 * 2 + 0.7, 12);
    payouts(scenario).forEach((sample, t) =>
      expect(missOfMean(sample, 400 * delayed((t + 4) % 12) + 50), `month ${t}`).toBeLessThan(STANDARD_ERRORS),
    );
  },
  LONG,
);

test(
  "the detailed basis starts stationary too: 8 classes, four groups, each with its delay",
  () => {
    const group = (frequency: number, mean: number, shares: readonly number[]): object => ({
      frequency: assumed(new Array<number>(8).fill(frequency), "claims per person-year"),
      severity: {
        family: "lognormal",
        mean: assumed(mean, "yuan"),
        cv: assumed(0.7, "ratio"),
        wageShare: assumed(0, "ratio"),
        excessTrend: assumed(0, "fraction/year"),
        medicalLoading: assumed(0, "ratio"),
      },
      paymentPattern: assumed(shares, "fraction"),
    });
    const detailed = fund({
      months: MONTHS,
      seed: "stationary",
      "drivers.claimNoise": true,
      "drivers.mixing": 0.04,
      "rules.contribution.baseRates": [assumed(new Array<number>(8).fill(0.01), "fraction")],
      "rules.shortfall": { kind: "overdraft" },
      basis: {
        kind: "detailed",
        regions: [
          {
            id: "a",
            name: { zh: "甲", en: "A" },
            headcount: assumed(new Array<number>(8).fill(150), "persons"),
            contributionWage: assumed(new Array<number>(8).fill(10), "yuan/month"),
            experienceFactor: assumed(1, "ratio"),
            frequencyFactor: assumed(2, "ratio"),
            severityFactor: assumed(0.5, "ratio"),
            openingBalance: assumed(900, "yuan"),
            loadings: {
              wageGrowth: assumed(1, "ratio"),
              employmentGrowth: assumed(1, "ratio"),
              logFrequency: assumed(1, "ratio"),
            },
          },
        ],
        groups: {
          medical: group(0.12, 10, [0.5, 0.5]),
          disability: group(0.03, 40, pattern),
          death: group(0.002, 300, [0, 0, 1]),
          other: group(0.05, 6, [1]),
        },
      },
    });
    // A month: 1,200 persons ÷ 12 × 2 × ½ = 100 times frequency × mean: 1.2 + 1.2 + 0.6 + 0.3 yuan.
    payouts(detailed).forEach((sample, t) =>
      expect(missOfMean(sample, 330), `month ${t}`).toBeLessThan(STANDARD_ERRORS),
    );
  },
  LONG,
);
