import { describe, expect, test } from "vitest";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { logGammaLower } from "../../../src/model/variates/gamma.ts";
import { normalTail } from "../../../src/model/variates/normal.ts";
import type { SeverityShape } from "../../../src/model/variates/variates.ts";
import { kolmogorovDistance } from "./reference.ts";

const PATHS = 10000;
const MONTHS = 10;
const DRAWS = PATHS * MONTHS;
const EVERY_MONTH = Array.from({ length: MONTHS }, (_, t) => t);
/** Dvoretzky, Kiefer and Wolfowitz: exceeded with probability 2 exp(−2 n d²) = 0.0009 by a correct sampler. */
const DISTANCE = 0.0062;
const STANDARD_ERRORS = 4.5;

const variates = createExactVariates().open({ key: [11, 12], firstPath: 0, paths: PATHS, months: MONTHS });
const gammaBelow = (shape: number, x: number): number => (x > 0 ? Math.exp(logGammaLower(shape, x)) : 0);

/** Distance of the mean from `expected` in standard errors, for draws with the given variance. */
function deviation(draws: Float64Array, expected: number, variance: number): number {
  let sum = 0;
  for (const draw of draws) sum += draw;
  return Math.abs(sum / draws.length - expected) / Math.sqrt(variance / draws.length);
}

function claims(mean: number, severity: SeverityShape): { counts: Float64Array; totals: Float64Array } {
  const [expected, counts, totals] = Array.from({ length: 3 }, () => variates.array(DRAWS));
  variates.claims({ risk: "claims.all", region: "a" }, expected.fill(mean), severity, counts, totals);
  return { counts, totals };
}

describe("100,000 draws", () => {
  test("normals", () => {
    const draws = variates.array(DRAWS);
    variates.normals({ risk: "employmentGrowth" }, EVERY_MONTH, draws);
    expect(kolmogorovDistance(draws, (z) => normalTail(-z))).toBeLessThan(DISTANCE);
    expect(deviation(draws, 0, 1)).toBeLessThan(STANDARD_ERRORS);
    expect(
      deviation(
        draws.map((z) => z * z),
        1,
        2,
      ),
    ).toBeLessThan(STANDARD_ERRORS);
    expect(
      deviation(
        draws.map((z) => z ** 3),
        0,
        15,
      ),
    ).toBeLessThan(STANDARD_ERRORS);
    expect(
      deviation(
        draws.map((z) => z ** 4),
        3,
        96,
      ),
    ).toBeLessThan(STANDARD_ERRORS);
  });

  test("uniforms with 48 bits", () => {
    const draws = variates.array(DRAWS);
    variates.uniforms({ risk: "decision" }, draws);
    expect(kolmogorovDistance(draws, (u) => u)).toBeLessThan(DISTANCE);
    expect(deviation(draws, 0.5, 1 / 12)).toBeLessThan(STANDARD_ERRORS);
    // The 16 bits below the first 32 are uniform too.
    const fine = draws.map((u) => (u * 2 ** 32) % 1);
    expect(kolmogorovDistance(fine, (u) => u)).toBeLessThan(DISTANCE);
  });

  test("months and paths next to each other are uncorrelated", () => {
    const draws = variates.array(DRAWS);
    variates.normals({ risk: "logFrequency" }, EVERY_MONTH, draws);
    expect(
      deviation(
        draws.subarray(PATHS).map((z, i) => z * draws[i]),
        0,
        1,
      ),
    ).toBeLessThan(STANDARD_ERRORS);
    expect(
      deviation(
        draws.subarray(1).map((z, i) => z * draws[i]),
        0,
        1,
      ),
    ).toBeLessThan(STANDARD_ERRORS);
  });

  test("gamma factors with mean 1: shapes 50, 2, ½ and 1/10", () => {
    const draws = variates.array(DRAWS);
    for (const variance of [0.02, 0.5, 2, 10]) {
      variates.gammas({ risk: "mixing", region: "a" }, EVERY_MONTH, variance, draws);
      const shape = 1 / variance;
      expect(kolmogorovDistance(draws, (x) => gammaBelow(shape, x * shape))).toBeLessThan(DISTANCE);
      expect(deviation(draws, 1, variance)).toBeLessThan(STANDARD_ERRORS);
      // Fourth central moment of a gamma variate with mean 1: 3 v² + 6 v³.
      expect(
        deviation(
          draws.map((x) => (x - 1) ** 2),
          variance,
          2 * variance ** 2 + 6 * variance ** 3,
        ),
      ).toBeLessThan(STANDARD_ERRORS);
    }
  });

  test("Poisson counts, small and large", () => {
    for (const mean of [0.05, 0.9, 4, 9.5, 10.5, 40, 3000]) {
      const { counts } = claims(mean, { family: "gamma", cv: 0 });
      const most = Math.ceil(mean + 8 * Math.sqrt(mean) + 10);
      const frequency = new Float64Array(most);
      for (const count of counts) frequency[count] += 1 / DRAWS;
      let logProbability = -mean;
      let distance = 0;
      let below = 0;
      let observed = 0;
      for (let k = 0; k < most; k += 1) {
        below += Math.exp(logProbability);
        observed += frequency[k];
        distance = Math.max(distance, Math.abs(below - observed));
        logProbability += Math.log(mean / (k + 1));
      }
      expect(distance).toBeLessThan(DISTANCE);
      expect(deviation(counts, mean, mean)).toBeLessThan(STANDARD_ERRORS);
      expect(
        deviation(
          counts.map((n) => (n - mean) ** 2),
          mean,
          mean + 2 * mean ** 2,
        ),
      ).toBeLessThan(STANDARD_ERRORS);
    }
  });

  test("gamma totals of 1 to 10 claims, given their number", () => {
    const cv = 0.9;
    const { counts, totals } = claims(5, { family: "gamma", cv });
    for (let count = 1; count <= 10; count += 1) {
      const given = totals.filter((_, i) => counts[i] === count);
      const shape = count / (cv * cv);
      const distance = kolmogorovDistance(given, (x) => gammaBelow(shape, x / (cv * cv)));
      expect(distance * Math.sqrt(given.length)).toBeLessThan(DISTANCE * Math.sqrt(DRAWS));
      expect(deviation(given, count, count * cv * cv)).toBeLessThan(STANDARD_ERRORS);
    }
  });

  test("moments of the totals of 1 to 10 lognormal claims, given their number", () => {
    const cv = 0.7;
    const { counts, totals } = claims(5, { family: "lognormal", cv });
    for (let count = 1; count <= 10; count += 1) {
      const given = totals.filter((_, i) => counts[i] === count);
      expect(deviation(given, count, count * cv * cv)).toBeLessThan(STANDARD_ERRORS);
      // Excess kurtosis of one lognormal claim: w⁴ + 2w³ + 3w² − 6 with w = 1 + cv².
      const w = 1 + cv * cv;
      const kurtosis = w ** 4 + 2 * w ** 3 + 3 * w ** 2 - 6;
      expect(
        deviation(
          given.map((x) => (x - count) ** 2),
          count * cv * cv,
          cv ** 4 * (2 * count ** 2 + kurtosis * count),
        ),
      ).toBeLessThan(STANDARD_ERRORS);
    }
  });

  test("one lognormal claim", () => {
    const cv = 0.7;
    const variance = Math.log(1 + cv * cv);
    const { counts, totals } = claims(1, { family: "lognormal", cv });
    const given = totals.filter((_, i) => counts[i] === 1);
    const distance = kolmogorovDistance(given, (x) => normalTail(-(Math.log(x) + variance / 2) / Math.sqrt(variance)));
    expect(distance * Math.sqrt(given.length)).toBeLessThan(DISTANCE * Math.sqrt(DRAWS));
  });

  test("compound totals: mean λ, variance λ (1 + cv²)", () => {
    for (const family of ["gamma", "lognormal"] as const) {
      for (const mean of [0.4, 6, 60, 2000]) {
        const cv = 1.2;
        const { totals } = claims(mean, { family, cv });
        expect(deviation(totals, mean, mean * (1 + cv * cv))).toBeLessThan(STANDARD_ERRORS);
      }
    }
  });

  test("rare events: their probability, and a truncated Pareto size", () => {
    const [probability, sizes] = [variates.array(DRAWS), variates.array(DRAWS)];
    variates.rareEvents({ risk: "largeEvent" }, probability.fill(0.3), { tailIndex: 1.6, cap: 20 }, sizes);
    expect(
      deviation(
        sizes.map((size) => (size > 0 ? 1 : 0)),
        0.3,
        0.21,
      ),
    ).toBeLessThan(STANDARD_ERRORS);
    const events = sizes.filter((size) => size > 0);
    const distance = kolmogorovDistance(events, (x) => (1 - x ** -1.6) / (1 - 20 ** -1.6));
    expect(distance * Math.sqrt(events.length)).toBeLessThan(DISTANCE * Math.sqrt(DRAWS));
  });
});
