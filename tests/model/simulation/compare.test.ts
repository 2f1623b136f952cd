import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { difference } from "../../../src/model/simulation/compare.ts";
import { NORMAL_975, pairedDifference } from "../../../src/model/simulation/probability.ts";
import { collected, noise, series, shapeOf } from "./blocks.ts";

const shared = (s: number, t: number, path: number): number => Math.floor(1e9 * noise(s, t, path));
const other = { scenario: "other", planDigest: "plan B" };

describe("difference of two runs", () => {
  test("identical Plans: every number is exactly zero, payable months without outgo too", () => {
    const invented = { pool: () => Number.NaN, first: (_: number, path: number) => path % 3 };
    const d = difference(collected(shapeOf(), invented), collected(shapeOf({ scenario: "copy" }), invented));
    expect(d).toMatchObject({ baseline: "invented", identical: true });
    const numbers: unknown[] = [];
    JSON.stringify([d.triggers, d.depletion, d.series], (_, value: unknown) => {
      if (typeof value !== "object") numbers.push(value);
      return value;
    });
    expect(numbers).toHaveLength(2 * (4 + 4 + 4) + 7 * 4 * 3);
    expect(new Set(numbers)).toEqual(new Set([0]));
  });

  test("another Plan with the same outcome: estimates and standard errors 0, the interval of a probability stays open", () => {
    const d = difference(collected(shapeOf()), collected(shapeOf(other)));
    expect(d.identical).toBe(false);
    expect(d.triggers["act"].probability).toEqual(pairedDifference(0, 0, 4));
    expect(d.triggers["act"].probability.high).toBeGreaterThan(0);
    expect(d.series["fundBalance"]).toEqual({
      estimate: [0, 0, 0],
      standardError: [0, 0, 0],
      low: [0, 0, 0],
      high: [0, 0, 0],
    });
  });

  test("events by hand: earlier, later, only A, only B and never, horizon 3", () => {
    const firstA = [1, 2, 0, 2, -1, -1, -1, 1];
    const firstB = [0, 1, 2, -1, 1, 0, -1, 1];
    const shape = { paths: 8 };
    const d = difference(
      collected(shapeOf(shape), { first: (_, path) => firstA[path] }),
      collected(shapeOf({ ...shape, ...other }), { first: (_, path) => firstB[path] }),
    );
    expect(d.triggers["act"]).toMatchObject({ earlier: 2 / 8, later: 1 / 8, onlyA: 1 / 8, onlyB: 2 / 8 });
    expect(d.triggers["act"].probability).toEqual(pairedDifference(1, 2, 8));
    // Delays −1, −1, +2, +1, −2, −3, 0, 0 add up to −4 and their squares to 20: variance (20 − 16/8)/7 = 18/7.
    expect(d.triggers["act"].timing.estimate).toBe(-0.5);
    expect(d.triggers["act"].timing.standardError).toBeCloseTo(Math.sqrt(18 / 7 / 8), 12);
  });

  test("series: what both runs share falls out of the standard error", () => {
    const d = difference(
      collected(shapeOf({ paths: 300 }), { pool: shared }),
      collected(shapeOf({ paths: 300, ...other }), {
        pool: (s, t, path) => shared(s, t, path) + (path % 2 === 0 ? 8 : 12),
      }),
    );
    const { estimate, standardError, low, high } = d.series["totalOutgo"];
    const expected = Math.sqrt((300 * 4) / 299 / 300);
    for (const t of [0, 1, 2]) {
      expect(estimate[t]).toBe(10);
      expect(standardError[t]).toBeCloseTo(expected, 10);
      expect([low[t], high[t]].map((x) => Math.abs(x! - 10) / NORMAL_975)).toEqual([
        expect.closeTo(expected, 10),
        expect.closeTo(expected, 10),
      ]);
    }
  });

  test("a month in which a path has no number is null", () => {
    const d = difference(
      collected(shapeOf(), { pool: (s, t) => (s === series("payableMonths") && t === 1 ? Number.NaN : 1) }),
      collected(shapeOf(other)),
    );
    expect(d.series["payableMonths"].estimate.map((x) => x === null)).toEqual([false, true, false]);
  });

  test("turning the runs round turns every sign", () => {
    fc.assert(
      fc.property(fc.nat(1000), (salt) => {
        const a = collected(shapeOf({ paths: 40 }), { first: (_, path) => Math.floor(5 * noise(path, salt)) - 2 });
        const b = collected(shapeOf({ paths: 40, ...other }), {
          first: (_, path) => Math.floor(4 * noise(salt, path)) - 1,
        });
        const [forth, back] = [difference(a, b).triggers["act"], difference(b, a).triggers["act"]];
        expect(back.probability.low).toBeCloseTo(-forth.probability.high, 14);
        expect(back.timing.estimate).toBeCloseTo(-forth.timing.estimate, 12);
        expect([back.earlier, back.onlyA]).toEqual([forth.later, forth.onlyB]);
      }),
      { numRuns: 30 },
    );
  });

  test("runs that are not pairs are refused; triggers are matched by id", () => {
    const a = collected(shapeOf());
    expect(() => difference(a, collected(shapeOf({ seed: "43" })))).toThrow("seed: expected 42 as in invented, got 43");
    expect(() => difference(a, collected(shapeOf({ paths: 5 })))).toThrow("paths: expected 4");
    expect(() => difference(a, collected(shapeOf({ months: 2 })))).toThrow("months: expected 3");
    const triggers = ["watch", "act"].map((id) => ({ id, level: 9, belowAtStart: false }));
    const b = collected(shapeOf({ ...other, triggers }), { first: (trigger) => (trigger === 1 ? 0 : -1) });
    const d = difference(a, b);
    expect(Object.keys(d.triggers)).toEqual(["act"]);
    expect(d.triggers["act"].onlyB).toBe(1);
  });
});
