import { describe, expect, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import type { Pensioners } from "../../../src/model/world/pensioners.ts";
import { drawWorld } from "../../../src/model/world/world.ts";
import { assumed } from "../fund.ts";
import {
  awards,
  everyAge,
  mortality,
  onlyAt,
  pensionFund,
  pensionRegion,
  pensionRules,
  persons,
} from "../pensionFund.ts";
import { runBlock, series } from "../run.ts";
import { LONG, missOfMean, missOfVariance, STANDARD_ERRORS, worldRows } from "./sample.ts";

/** One path of a still fund's pensioners: persons of region 0, the first kind, by sex at the beginning of each year. */
function personsByYear(scenario: Scenario, sex: 0 | 1 = 0, kind = 0): number[] {
  return [...pensionersOf(scenario).persons[0][kind][sex]];
}

function pensionersOf(scenario: Scenario): Pensioners {
  const { world } = compile({ ...scenario, paths: 1 });
  const draws = createExactVariates().open({ key: world.key, firstPath: 0, paths: 1, months: world.months });
  const { pensioners } = drawWorld(world, 1, draws, () => {});
  if (pensioners === undefined) throw new Error("no pensioners");
  return pensioners;
}

const N0 = 500;
const Q = 0.03;
/** 12 deaths a year bring 18 relatives a year, 1.5 a month. */
const PER_MONTH = 1.5;

function relatives(changes: Readonly<Record<string, unknown>> = {}): Scenario {
  return pensionFund({
    months: 240,
    "basis.pensioners": [persons("relative", "male", onlyAt(40, N0), 1200)],
    "basis.awards": [awards("relative", 40, 1.5, 0)],
    "drivers.mortality": mortality(Q),
    "rules.pensions": pensionRules,
    ...changes,
  });
}

/** After y years of a constant hazard: N0 (1 − q)^y + entrants of a year × ((1 − q) + … + (1 − q)^y). */
function closedForm(years: number, entrants: number): number {
  let stock = N0;
  for (let y = 0; y < years; y++) stock = (stock + entrants) * (1 - Q);
  const geometric = (entrants * (1 - Q) * (1 - (1 - Q) ** years)) / Q;
  expect(stock).toBeCloseTo(N0 * (1 - Q) ** years + geometric, 9);
  return N0 * (1 - Q) ** years + geometric;
}

describe("constant hazard, without noise", () => {
  test("the stock is the geometric series, exactly", () => {
    const found = personsByYear(relatives());
    expect(found).toHaveLength(20);
    found.forEach((stock, y) => expect(stock).toBeCloseTo(closedForm(y, 12 * PER_MONTH), 8));
  });

  test("its cost is the stock and the year's new pensions, 1,200 yuan each, month by month", () => {
    // 30 % of 4,000 yuan is 1,200 yuan, as much as the opening stock is paid.
    const paid = series(runBlock(relatives(), 1), "benefitPayout");
    paid.forEach((cost, t) => {
      const year = Math.floor(t / 12);
      expect(cost).toBeCloseTo(1200 * (closedForm(year, 12 * PER_MONTH) + PER_MONTH * ((t % 12) + 1)), 5);
    });
  });

  test("a stationary stock stays stationary over 20 years", () => {
    const entrants = (N0 * Q) / (1 - Q);
    const still = relatives({ "basis.awards": [awards("relative", 40, entrants / 12, 0)] });
    for (const stock of personsByYear(still)) expect(stock).toBeCloseTo(N0, 9);
    const paid = series(runBlock(still, 1), "benefitPayout");
    for (let t = 12; t < 240; t++) expect(paid[t]).toBeCloseTo(paid[t - 12], 5);
  });

  test("mortality that improves by 2 % a year", () => {
    const found = personsByYear(relatives({ months: 48, "drivers.mortality": mortality(Q, 0.02), "basis.awards": [] }));
    expect(found[1]).toBeCloseTo(500 * 0.97, 9);
    expect(found[2]).toBeCloseTo(500 * 0.97 * (1 - 0.03 * 0.98), 9);
    expect(found[3]).toBeCloseTo(500 * 0.97 * (1 - 0.03 * 0.98) * (1 - 0.03 * 0.98 * 0.98), 9);
  });

  test("a start in May: the first January takes eight twelfths of a year's deaths", () => {
    const found = personsByYear(
      relatives({
        start: "2024-05",
        months: 24,
        "opening.history.0.from": "2023-05",
        "basis.awards": [],
      }),
    );
    expect(found).toHaveLength(3);
    expect(found[1]).toBeCloseTo(500 * (1 - (Q * 8) / 12), 9);
    expect(found[2]).toBeCloseTo(500 * (1 - (Q * 8) / 12) * (1 - Q), 9);
  });

  test("new pensions follow their claims after the delay; before that those of the level before the start", () => {
    const { awards: found } = pensionersOf(
      relatives({
        months: 24,
        "basis.awards": [awards("relative", 40, 1.5, 14)],
        "drivers.injurySeasonality": assumed([2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], "ratio"),
      }),
    );
    // Month t is awarded what was injured in month t − 14: from November 2022 on; January 2023 has 2, February none.
    expect([...found[0][0]].map((each) => Math.round(each * 1e9) / 1e9)).toEqual([
      1.5, 1.5, 3, 0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 3, 0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5,
    ]);
  });
});

test(
  "constant hazard, with noise: mean and variance of the stock, and of its cost",
  () => {
    const noisy = relatives({ months: 60, "drivers.claimNoise": true, "basis.awards": [awards("relative", 40, 1, 0)] });
    const at = (year: number) => (world: { pensioners?: Pensioners; paths: number }, p: number) =>
      world.pensioners?.persons[0][0][0][year * world.paths + p] ?? Number.NaN;
    const found = worldRows(noisy, { one: at(1), four: at(4) });
    for (const [sample, y] of [
      [found.one, 1],
      [found.four, 4],
    ] as const) {
      // Survivors of the opening stock are binomial, those of 12 Poisson entrants a year Poisson.
      const stays = (1 - Q) ** y;
      const entrants = closedForm(y, 12) - N0 * stays;
      expect(missOfMean(sample, closedForm(y, 12))).toBeLessThan(STANDARD_ERRORS);
      expect(missOfVariance(sample, closedForm(y, 12), N0 * stays * (1 - stays) + entrants)).toBeLessThan(
        STANDARD_ERRORS,
      );
    }
    const paid = new Float64Array(2_000);
    const block = runBlock(noisy, 2_000);
    for (let p = 0; p < paid.length; p++) paid[p] = series(block, "benefitPayout", p)[48 + 5] / 1200;
    expect(missOfMean(paid, closedForm(4, 12) + 6)).toBeLessThan(STANDARD_ERRORS);
  },
  LONG,
);

describe("ages", () => {
  test("one fifth of a five-year group moves up each year; the last group stays", () => {
    const scenario = pensionFund({
      months: 36,
      "basis.pensioners": [persons("disability", "female", onlyAt(46, 1000), 1)],
      "drivers.mortality": mortality(0),
      "rules.pensions": pensionRules,
    });
    const { older } = pensionersOf(scenario);
    // Those of 50 and older after one and two years: 1/5, then 1/5 + 4/25; of 55 and older: 0, then 1/25.
    expect([...older[0][0][1][1]].map(Math.round)).toEqual([0, 200, 360]);
    expect([...older[0][0][1][2]].map(Math.round)).toEqual([0, 0, 40]);
    expect([...older[0][0][1][0]].map(Math.round)).toEqual([1000, 1000, 1000]);
    const old = pensionFund({
      months: 60,
      "basis.pensioners": [persons("spouse", "male", onlyAt(100, 10), 1)],
      "drivers.mortality": mortality(0),
      "rules.pensions": pensionRules,
    });
    expect(personsByYear(old)).toEqual([10, 10, 10, 10, 10]);
  });

  test("children leave exactly at 18", () => {
    const children = (age: number): number[] =>
      personsByYear(
        pensionFund({
          months: 240,
          "basis.pensioners": [persons("child", "male", onlyAt(age, 15), 1)],
          "drivers.mortality": mortality(0),
          "rules.pensions": pensionRules,
        }),
      ).map((each) => Math.round(each * 1e9) / 1e9);
    // Five of each age 15, 16, 17: the eldest leave in the first January.
    expect(children(15).slice(0, 5)).toEqual([15, 10, 5, 0, 0]);
    // Three of each age 10–14: those of 14 turn 18 after four Januaries, those of 10 after eight.
    expect(children(10).slice(0, 10)).toEqual([15, 15, 15, 15, 12, 9, 6, 3, 0, 0]);
    // Three of each age 0–4: nobody leaves before the fourteenth January.
    expect(children(0).slice(12, 20)).toEqual([15, 15, 12, 9, 6, 3, 0, 0]);
  });

  test("each age dies by its own rate, and nobody dies twice", () => {
    const rates = everyAge(0).map((_, group) => (group >= 20 ? 1 : group >= 10 ? 0.1 : 0));
    const scenario = pensionFund({
      months: 24,
      "basis.pensioners": [
        persons(
          "spouse",
          "female",
          everyAge(0).map((_, g) => (g === 5 || g === 12 || g === 20 ? 100 : 0)),
          1,
        ),
      ],
      "drivers.mortality": { ...mortality(0), female: assumed(rates, "fraction/year") },
      "rules.pensions": pensionRules,
    });
    expect(personsByYear(scenario, 1)[1]).toBeCloseTo(100 + 90, 9);
    const noisy = { ...scenario, drivers: { ...scenario.drivers, claimNoise: true } };
    const { world } = compile(noisy);
    const draws = createExactVariates().open({ key: world.key, firstPath: 0, paths: 5_000, months: 24 });
    const { pensioners } = drawWorld(world, 5_000, draws, () => {});
    const left = pensioners?.persons[0][0][1].subarray(5_000, 10_000) ?? new Float64Array();
    expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...left)).toBeLessThanOrEqual(300);
    expect(missOfMean(left, 190)).toBeLessThan(STANDARD_ERRORS);
  });
});

describe("regions", () => {
  test("a group of the whole fund is spread by headcount, one of a region is not", () => {
    const scenario = pensionFund({
      "basis.regions": [pensionRegion("b", 9_000), pensionRegion("a", 3_000)],
      "basis.pensioners": [
        persons("relative", "male", onlyAt(40, 100), 10),
        persons("relative", "male", onlyAt(40, 7), 20, "b"),
      ],
      "drivers.mortality": mortality(0),
      "rules.pensions": pensionRules,
    });
    const { persons: found } = pensionersOf(scenario);
    expect([found[0][0][0][0], found[1][0][0][0]]).toEqual([25, 82]);
    expect(series(runBlock(scenario, 1), "benefitPayout")[0]).toBeCloseTo(100 * 10 + 7 * 20, 9);
  });

  test("a region's deaths depend on no other region", () => {
    const scenario = (regions: readonly object[]): Scenario =>
      pensionFund({
        "basis.regions": regions,
        "basis.pensioners": [persons("care", "male", onlyAt(40, 900), 10, "b")],
        "drivers.mortality": mortality(0.1),
        "rules.pensions": pensionRules,
        "drivers.claimNoise": true,
      });
    const alone = pensionersOf(scenario([pensionRegion("b")])).persons[0][0][0];
    const beside = pensionersOf(scenario([pensionRegion("a"), pensionRegion("b")])).persons[1][0][0];
    expect([...beside]).toEqual([...alone]);
    expect(alone[1]).not.toBe(810);
  });
});
