import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentsOf, quantilesOf, seriesPermille } from "../../../src/model/simulation/quantiles.ts";
import {
  emptySketch,
  mergeSketches,
  SKETCH_BOUND,
  type Sketch,
  sketchOf,
  spreadOfCell,
} from "../../../src/model/simulation/sketch.ts";
import { noise } from "./blocks.ts";

/** Values of one cell, of magnitudes from fen to 10^13 yuan and both signs unless said otherwise. */
const column = (n: number, salt: number, kind: number): Float64Array =>
  new Float64Array(n).map((_, i) => {
    const u = noise(i, salt);
    if (kind === 0) return 1e8 * (1 + 0.2 * u);
    if (kind === 1) return 0.01 * 10 ** (15 * u);
    if (kind === 2) return -1e6 * u;
    return u < 0.4 ? 0 : Math.floor(u * 6);
  });

const binsOf = ({ offsets, keys, counts, paths }: Sketch): unknown => ({ offsets, keys, counts, paths });

describe("sketch", () => {
  test("by hand: 1, 1.005 and 1.01 lie in two bins of width 1/128", () => {
    const sketch = sketchOf(new Float64Array([1.01, 1, 1.005]), 3);
    expect(sketch.counts).toEqual(new Uint32Array([2, 1]));
    const { mean, quantiles } = spreadOfCell(sketch, 0);
    expect(mean).toBeCloseTo(1.005, 15);
    // The middle of [1, 1 + 1/128) stands for the median 1.005.
    expect(quantiles[4]).toBe(1 + 1 / 256);
  });

  test("quantiles within the bound of the exact ones, mean and sd as exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.nat(999), fc.nat(3), (n, salt, kind) => {
        const values = column(n, salt, kind);
        const { mean, sd, quantiles } = spreadOfCell(sketchOf(values, n), 0);
        quantilesOf(values, seriesPermille).forEach((exact, i) => {
          expect(Math.abs(quantiles[i]! - exact!)).toBeLessThanOrEqual(SKETCH_BOUND * Math.abs(exact!));
        });
        const exact = momentsOf(values)!;
        expect(Math.abs(mean! - exact.mean)).toBeLessThanOrEqual(1e-12 * Math.abs(exact.mean));
        expect(Math.abs(sd! - exact.sd)).toBeLessThanOrEqual(1e-9 * exact.sd);
      }),
    );
  });

  test("across the sign: bounded by the larger neighbour, in order of the numbers", () => {
    const values = new Float64Array([-300, -2, -0, 0, 1e-300, 5, 900]);
    const { quantiles } = spreadOfCell(sketchOf(values, 7), 0);
    const exact = quantilesOf(values, seriesPermille);
    quantiles.forEach((q, i) => {
      const k = Math.floor((6 * seriesPermille[i]) / 1000);
      const neighbour = Math.max(Math.abs(values[k]), Math.abs(values[Math.min(k + 1, 6)]));
      expect(Math.abs(q! - exact[i]!)).toBeLessThanOrEqual(SKETCH_BOUND * neighbour);
    });
    expect(quantiles[4]).toBe(0);
  });

  test("numbers nearer to 0 than 2^-126 share the bin of 0", () => {
    expect(sketchOf(new Float64Array([1e-39, -0, 0, -1e-300, -1e-38]), 5).keys).toEqual(new Uint16Array([0x8000]));
    expect(sketchOf(new Float64Array([2 ** -126, 0, -(2 ** -126)]), 3).counts).toEqual(new Uint32Array([1, 1, 1]));
  });

  test("cells do not touch each other, whatever their magnitudes", () => {
    const n = 60;
    const cells = [0, 1, 2, 3, 1, 0].map((kind, cell) => column(n, cell, kind));
    const all = sketchOf(Float64Array.from(cells.flatMap((cell) => [...cell])), n);
    cells.forEach((values, cell) => expect(spreadOfCell(all, cell)).toEqual(spreadOfCell(sketchOf(values, n), 0)));
  });

  test("merged parts have the bins of the whole, and its moments", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 5 }),
        fc.nat(3),
        (sizes, kind) => {
          const parts = sizes.map((size, i) => column(size, i, kind));
          const whole = Float64Array.from(parts.flatMap((part) => [...part]));
          const merged = parts.reduce(
            (sketch, part) => mergeSketches(sketch, sketchOf(part, part.length)),
            emptySketch(1),
          );
          expect(binsOf(merged)).toEqual(binsOf(sketchOf(whole, whole.length)));
          const [a, b] = [spreadOfCell(merged, 0), spreadOfCell(sketchOf(whole, whole.length), 0)];
          expect(a.quantiles).toEqual(b.quantiles);
          expect(Math.abs(a.mean! - b.mean!)).toBeLessThanOrEqual(1e-13 * Math.abs(b.mean!));
          expect(Math.abs(a.sd! - b.sd!)).toBeLessThanOrEqual(1e-9 * b.sd!);
        },
      ),
    );
  });

  test("equal paths: exactly their value, deviation exactly 0, also after merging", () => {
    const rate = 0.00897;
    const part = sketchOf(new Float64Array(250).fill(rate), 250);
    const { mean, sd, quantiles } = spreadOfCell(mergeSketches(mergeSketches(emptySketch(1), part), part), 0);
    expect([mean, sd, ...new Set(quantiles)]).toEqual([rate, 0, rate]);
  });

  test("NaN ranks above every number and leaves no mean", () => {
    const half = sketchOf(new Float64Array([Number.NaN, 1, 2, Number.NaN, 4]), 5);
    expect(spreadOfCell(half, 0)).toMatchObject({ mean: null, sd: null });
    // h = 4q: the 3 numbers hold ranks 0 to 2, so p50 is the last with a number.
    expect(spreadOfCell(half, 0).quantiles.map((q) => q === null)).toEqual(seriesPermille.map((q) => q > 500));
    const none = sketchOf(new Float64Array([Number.NaN, Number.NaN]), 2);
    expect(spreadOfCell(none, 0).quantiles).toEqual(seriesPermille.map(() => null));
    const most = spreadOfCell(mergeSketches(none, sketchOf(new Float64Array(100).fill(7), 100)), 0);
    expect(most).toEqual({ mean: null, sd: null, quantiles: seriesPermille.map(() => 7) });
  });
});
