import { describe, expect, test } from "vitest";
import { emptyCollection } from "../../../src/model/simulation/collection.ts";
import { digestOfRun } from "../../../src/model/simulation/digest.ts";
import { probability } from "../../../src/model/simulation/probability.ts";
import { momentsOf, quantilesOf } from "../../../src/model/simulation/quantiles.ts";
import { summarise } from "../../../src/model/simulation/summarise.ts";
import { collected, noise, series, shapeOf } from "./blocks.ts";

describe("summary", () => {
  test("series by hand: four paths with 10, 20, 30, 40 in the last month", () => {
    const { shape, collection } = collected(shapeOf(), { pool: (s, t, path) => (t === 2 ? 10 * (path + 1) : s) });
    const { fundBalance } = summarise(shape, collection).series;
    expect(fundBalance.mean[2]).toBe(25);
    expect(fundBalance.sd[2]).toBeCloseTo(Math.sqrt(500 / 3), 12);
    // h = 3q: p10 = 10 + 0.3 × 10, p50 = 25, p97_5 = 30 + 0.925 × 10.
    expect(
      [fundBalance.p10[2], fundBalance.p50[2], fundBalance.p97_5[2]].map((x) => Math.round(x! * 1e9) / 1e9),
    ).toEqual([13, 25, 39.25]);
    expect([fundBalance.mean[0], fundBalance.sd[0]]).toEqual([4, 0]);
  });

  test("every column stands at its own series and month", () => {
    const { shape, collection } = collected(shapeOf({ paths: 300 }), {
      pool: (s, t, path) => 1e6 * s + 1e3 * t + noise(path),
    });
    const summary = summarise(shape, collection);
    Object.values(summary.series).forEach((columns, s) =>
      columns.mean.forEach((mean, t) => expect(Math.floor(mean!)).toBe(1e6 * s + 1e3 * t)),
    );
    const paths = new Float64Array(300).map((_, path) => noise(path));
    expect(summary.series["contributionIncome"].p90[0]).toBe(quantilesOf(paths, [900])[0]);
  });

  test("payable months without outgo: null where the line above every number is reached", () => {
    const { shape, collection } = collected(shapeOf(), {
      pool: (s, _, path) => (s === series("payableMonths") && path === 3 ? Number.NaN : path),
    });
    const { payableMonths } = summarise(shape, collection).series;
    expect([payableMonths.mean[0], payableMonths.sd[0], payableMonths.p90[0]]).toEqual([null, null, null]);
    expect(payableMonths.p50[0]).toBe(1.5);
  });

  test("trigger by hand: 4 paths, first firing in months 0, 2, 2 and never, from 2024-11", () => {
    const firsts = [2, 0, -1, 2];
    const { shape, collection } = collected(shapeOf(), { first: (_, path) => firsts[path] });
    const { act } = summarise(shape, collection).triggers;
    expect(act.level).toBe(9);
    expect(act.everProbability).toEqual(probability(3, 4));
    expect(act.byMonth.map(({ estimate }) => estimate)).toEqual([0.25, 0.25, 0.75]);
    expect(act.firstMonthIfFired!.histogram).toEqual([1, 0, 2]);
    // Of 0, 2, 2: a third of the fired paths had fired by the end of the first month, all by the end of the third.
    expect(act.firstMonthIfFired).toMatchObject({ p10: "2024-11", p50: "2025-01", p90: "2025-01" });
    // Months below: 1, 3, 0, 1.
    expect(act.monthsBelow).toMatchObject({ mean: 1.25, p50: 1 });
    // Firings by path: 1, 2, 0, 2; the first of each is no refiring.
    expect(act.refires).toMatchObject({ mean: 0.5, p50: 0.5, p90: 1 });
  });

  test("the quantile of a first month is a month in which a path fired: half by November, nine in ten by December", () => {
    const { shape, collection } = collected(shapeOf({ paths: 2 }), { first: (_, path) => path });
    expect(summarise(shape, collection).triggers["act"].firstMonthIfFired).toMatchObject({
      p50: "2024-11",
      p90: "2024-12",
    });
  });

  test("depletion counts the paths of every block: 50 of 300", () => {
    const { shape, collection } = collected(shapeOf({ paths: 300 }), { depleted: (path) => (path < 250 ? -1 : 1) });
    const { depletion } = summarise(shape, collection);
    expect(depletion.everProbability).toEqual(probability(50, 300));
    expect(depletion.monthsBelow.mean).toBeCloseTo((2 * 50) / 300, 12);
  });

  test("a trigger that never fires has no first month, and is still possible", () => {
    const { shape, collection } = collected(shapeOf());
    const { triggers, depletion } = summarise(shape, collection);
    for (const event of [triggers["act"], depletion]) {
      expect(event.firstMonthIfFired).toBeNull();
      expect(event.everProbability).toMatchObject({ estimate: 0, low: 0 });
      expect(event.everProbability.high).toBeGreaterThan(0);
    }
    expect(depletion.belowAtStart).toBe(false);
  });

  test("sharing by payer with the uncovered rest as unpaid; total is the sum of the years of each path", () => {
    const { shape, collection } = collected(shapeOf(), {
      sharing: (payer, year, path) => (payer === 0 ? 100 * (year + 1) * path : 7),
    });
    const { sharing } = summarise(shape, collection);
    expect(Object.keys(sharing)).toEqual(["province", "unpaid"]);
    expect(sharing["province"].byYear.map(({ year, mean }) => [year, mean])).toEqual([
      [2024, 150],
      [2025, 300],
    ]);
    const total = new Float64Array([0, 300, 600, 900]);
    expect(sharing["province"].total).toMatchObject({ mean: 450, p50: 450, sd: momentsOf(total)!.sd });
    expect(sharing["province"].total.standardError).toBe(momentsOf(total)!.sd / 2);
    expect(sharing["unpaid"].total).toEqual({ mean: 14, standardError: 0, sd: 0, p5: 14, p50: 14, p95: 14 });
  });

  test("years by line, with the months of the run in each: 2024-11 to 2026-02", () => {
    const { shape, collection } = collected(shapeOf({ months: 16, years: 3 }), {
      year: (year, line) => 1000 * year + line,
    });
    const { years } = summarise(shape, collection);
    expect(years.map(({ year, months }) => [year, months])).toEqual([
      [2024, 2],
      [2025, 12],
      [2026, 2],
    ]);
    expect(years[1].lines["benefitPayout"].mean).toBe(1004);
    expect(years[2].lines["arrears"]).toMatchObject({ mean: 2010, standardError: 0 });
  });

  test("regions from histograms, each at its own place; notional when there are several", () => {
    const regions = ["a", "b"].map((id) => ({ id, name: { zh: id, en: id } }));
    const { shape, collection } = collected(shapeOf({ regions, paths: 600 }), {
      region: (region, s, t) => 1e6 * (region + 1) + 1e3 * s + t,
    });
    const { b } = summarise(shape, collection).regions;
    expect(b).toMatchObject({ notional: true, quantileBound: 0.005 });
    const separate = summarise({ ...shape, separate: true }, collection);
    expect(Object.values(separate.regions).map(({ notional }) => notional)).toEqual([false, false]);
    expect(b.series["fundBalance"].mean).toEqual([2_004_000, 2_004_001, 2_004_002]);
    expect(b.series["fundBalance"].p95).toEqual([2_004_000, 2_004_001, 2_004_002]);
    const single = collected(shapeOf());
    expect(summarise(single.shape, single.collection).regions["east"].notional).toBe(false);
  });

  test("identity of the run, and JSON without a lost number", () => {
    const { shape, collection } = collected(shapeOf({ paths: 300 }));
    const summary = summarise(shape, collection);
    expect(summary).toMatchObject({ scenario: { id: "invented", digest: "s" }, seed: "42", paths: 300, months: 3 });
    expect(summary.opening).toEqual({ fundBalance: 1000, payableMonths: 12 });
    expect(summary.blockDigests).toHaveLength(2);
    expect(summary.digest).toBe(digestOfRun(summary.blockDigests));
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  test("a run with paths still to come, or without paths, is refused", () => {
    const shape = shapeOf();
    expect(() => summarise(shape, emptyCollection(shape))).toThrow("expected all 4 paths, got 0 blocks");
    const none = shapeOf({ paths: 0 });
    expect(() => summarise(none, emptyCollection(none))).toThrow(RangeError);
  });

  test("money that is no number is refused, not summed", () => {
    const { shape, collection } = collected(shapeOf(), { sharing: () => Number.NaN });
    expect(() => summarise(shape, collection)).toThrow("expected a number on every path");
  });
});
