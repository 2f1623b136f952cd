import { expect, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { World } from "../../../src/model/world/world.ts";
import { assumed, fund, region } from "../fund.ts";
import { LONG, missOfCovariance, missOfMean, missOfVariance, STANDARD_ERRORS, worldRows } from "./sample.ts";

const driver = (mean: number, persistence: number, sd: number, latest: number): object => ({
  mean: assumed(mean, "fraction/year"),
  persistence: assumed(persistence, "ratio"),
  sd: assumed(sd, "fraction/year"),
  latest: assumed(latest, "fraction/year"),
});
const [WAGE, EMPLOYMENT, MEDICAL, INTEREST] = [
  { mean: 0.06, persistence: 0.6, sd: 0.02, latest: 0.1 },
  { mean: 0.01, persistence: 0.3, sd: 0.015, latest: 0.01 },
  { mean: 0.03, persistence: 0.5, sd: 0.04, latest: 0 },
  { mean: 0.3, persistence: 0.8, sd: 0.02, latest: 0.3 },
];
const correlation = [
  [1, 0.5, -0.3, 0.2],
  [0.5, 1, 0.1, 0],
  [-0.3, 0.1, 1, 0.4],
  [0.2, 0, 0.4, 1],
];
const OWN_NOISE = 0.01;
const YEARS = 6;

/** Region w follows wages alone, e employment alone, n wages 1.5 times. */
const scenario = fund({
  months: YEARS * 12,
  seed: "growth",
  "drivers.wageGrowth": driver(WAGE.mean, WAGE.persistence, WAGE.sd, WAGE.latest),
  "drivers.employmentGrowth": driver(EMPLOYMENT.mean, EMPLOYMENT.persistence, EMPLOYMENT.sd, EMPLOYMENT.latest),
  "drivers.medicalExcess": driver(MEDICAL.mean, MEDICAL.persistence, MEDICAL.sd, MEDICAL.latest),
  "drivers.interestRate": driver(INTEREST.mean, INTEREST.persistence, INTEREST.sd, INTEREST.latest),
  "drivers.correlation": correlation,
  "basis.regions": [region("e", 10_000, 0), region("n", 10_000, 0), region("w", 10_000, 900)],
  "basis.regions.e.loadings.wageGrowth": 0,
  "basis.regions.n.loadings.employmentGrowth": 0,
  "basis.regions.n.loadings.wageGrowth": 1.5,
  "basis.regions.w.loadings.employmentGrowth": 0,
  "basis.regions.e.severity.medicalLoading": 1,
});
const [E, N, W] = [0, 1, 2];
const { priceIndex: MEDICAL_PRICE } = compile(scenario).world.regions[E].cells[0];

/** Growth of the contribution base of a region in January of year y, without the mean of the driver that does not move it. */
function growth(world: World, r: number, y: number, p: number): number {
  const base = world.contributionBase[r];
  return base[y * 12 * world.paths + p] / base[(y * 12 - 1) * world.paths + p] - 1;
}

/** Both wages and headcount of a region grow by their means; the one that it does not follow does so without noise. */
const wageOf = (world: World, r: number, y: number, p: number): number =>
  (1 + growth(world, r, y, p)) / (1 + EMPLOYMENT.mean) - 1;
const employmentOf = (world: World, y: number, p: number): number => (1 + growth(world, E, y, p)) / (1 + WAGE.mean) - 1;
const medicalOf = (world: World, y: number, p: number): number =>
  world.prices[MEDICAL_PRICE][y * world.paths + p] / world.prices[MEDICAL_PRICE][(y - 1) * world.paths + p] - 1;

/** Mean of the driver in year y: mean + persistence^y × (latest − mean). */
const meanIn = (d: typeof WAGE, y: number): number => d.mean + d.persistence ** y * (d.latest - d.mean);
/** Covariance of two drivers y years after known values: ρ sd₁ sd₂ (1 + φ₁φ₂ + … + (φ₁φ₂)^(y−1)); variance for one driver. */
function covariance(first: typeof WAGE, second: typeof WAGE, rho: number, y: number): number {
  const product = first.persistence * second.persistence;
  return (rho * first.sd * second.sd * (1 - product ** y)) / (1 - product);
}

test(
  "AR(1) growth through the contribution base: mean, variance, autocovariance, correlation between drivers",
  () => {
    const g = worldRows(scenario, {
      wage1: (world, p) => wageOf(world, W, 1, p),
      wage2: (world, p) => wageOf(world, W, 2, p),
      wage5: (world, p) => wageOf(world, W, 5, p),
      employment2: (world, p) => employmentOf(world, 2, p),
      employment5: (world, p) => employmentOf(world, 5, p),
      strong2: (world, p) => wageOf(world, N, 2, p),
      medical2: (world, p) => medicalOf(world, 2, p),
      interest2: (world, p) => world.interestRate[2 * world.paths + p],
    });
    const wage = (y: number) => meanIn(WAGE, y);
    const employment = (y: number) => meanIn(EMPLOYMENT, y);
    for (const y of [1, 2, 5] as const) {
      expect(missOfMean(g[`wage${y}`], wage(y)), `wage growth in year ${y}`).toBeLessThan(STANDARD_ERRORS);
      expect(
        missOfVariance(g[`wage${y}`], wage(y), covariance(WAGE, WAGE, 1, y)),
        `variance in year ${y}`,
      ).toBeLessThan(STANDARD_ERRORS);
    }
    expect(
      missOfCovariance([g.wage1, wage(1)], [g.wage2, wage(2)], WAGE.persistence * covariance(WAGE, WAGE, 1, 1)),
      "lag 1",
    ).toBeLessThan(STANDARD_ERRORS);
    expect(
      missOfCovariance([g.wage2, wage(2)], [g.wage5, wage(5)], WAGE.persistence ** 3 * covariance(WAGE, WAGE, 1, 2)),
      "lag 3",
    ).toBeLessThan(STANDARD_ERRORS);
    expect(missOfMean(g.employment5, employment(5)), "employment growth").toBeLessThan(STANDARD_ERRORS);
    expect(
      missOfVariance(g.employment5, employment(5), covariance(EMPLOYMENT, EMPLOYMENT, 1, 5)),
      "employment variance",
    ).toBeLessThan(STANDARD_ERRORS);
    expect(
      missOfCovariance([g.wage2, wage(2)], [g.employment2, employment(2)], covariance(WAGE, EMPLOYMENT, 0.5, 2)),
      "wage and employment",
    ).toBeLessThan(STANDARD_ERRORS);
    expect(
      missOfCovariance([g.wage2, wage(2)], [g.medical2, meanIn(MEDICAL, 2)], covariance(WAGE, MEDICAL, -0.3, 2)),
      "wage and medical excess",
    ).toBeLessThan(STANDARD_ERRORS);
    expect(
      missOfCovariance(
        [g.medical2, meanIn(MEDICAL, 2)],
        [g.interest2, meanIn(INTEREST, 2)],
        covariance(MEDICAL, INTEREST, 0.4, 2),
      ),
      "medical excess and interest",
    ).toBeLessThan(STANDARD_ERRORS);
    expect(
      missOfCovariance([g.employment2, employment(2)], [g.interest2, meanIn(INTEREST, 2)], 0),
      "employment and interest are not correlated",
    ).toBeLessThan(STANDARD_ERRORS);
    // Loading 1.5 on the deviation, not on the mean.
    const strong = WAGE.mean + 1.5 * (wage(2) - WAGE.mean);
    expect(missOfMean(g.strong2, strong), "loading, mean").toBeLessThan(STANDARD_ERRORS);
    expect(
      missOfVariance(g.strong2, strong, 1.5 ** 2 * covariance(WAGE, WAGE, 1, 2)),
      "loading, variance",
    ).toBeLessThan(STANDARD_ERRORS);
  },
  LONG,
);

test(
  "a region's own yearly noise adds its variance and is independent between regions and years",
  () => {
    const noisy = fund({
      months: 36,
      seed: "own noise",
      "drivers.wageGrowth": driver(WAGE.mean, 0, WAGE.sd, WAGE.mean),
      "drivers.regional.wageGrowth": OWN_NOISE,
      "basis.regions": [region("a", 10_000, 900), region("b", 10_000, 0)],
    });
    const g = worldRows(noisy, {
      a1: (world, p) => growth(world, 0, 1, p),
      a2: (world, p) => growth(world, 0, 2, p),
      b1: (world, p) => growth(world, 1, 1, p),
    });
    expect(missOfVariance(g.a1, WAGE.mean, WAGE.sd ** 2 + OWN_NOISE ** 2), "variance").toBeLessThan(STANDARD_ERRORS);
    expect(
      missOfCovariance([g.a1, WAGE.mean], [g.b1, WAGE.mean], WAGE.sd ** 2),
      "the provincial part is shared",
    ).toBeLessThan(STANDARD_ERRORS);
    expect(missOfCovariance([g.a1, WAGE.mean], [g.a2, WAGE.mean], 0), "years").toBeLessThan(STANDARD_ERRORS);
  },
  LONG,
);

test(
  "the mean of the frequency factor is one in each of 36 months, its variance exp(V) − 1",
  () => {
    const [persistence, sd] = [0.95, 0.05];
    // Without claim noise and with one expected claim a month, counts are the factor itself.
    const factor = fund({
      seed: "frequency",
      "drivers.logFrequency.persistence": persistence,
      "drivers.logFrequency.sd": sd,
      "basis.regions.a.claims": 1,
    });
    const months = Array.from({ length: 36 }, (_, t) => t);
    const rows = worldRows(
      factor,
      Object.fromEntries(
        months.map((t) => [`${t}`, (world: World, p: number) => world.claimCounts[0][0][t * world.paths + p]]),
      ),
    );
    let variance = 0;
    for (const t of months) {
      variance = sd ** 2 + persistence ** 2 * variance;
      expect(missOfMean(rows[`${t}`], 1), `month ${t}`).toBeLessThan(STANDARD_ERRORS);
      expect(missOfVariance(rows[`${t}`], 1, Math.exp(variance) - 1), `variance in month ${t}`).toBeLessThan(
        STANDARD_ERRORS,
      );
    }
  },
  LONG,
);
