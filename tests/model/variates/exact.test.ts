import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { normalQuantile } from "../../../src/model/variates/normal.ts";
import { truncatedPareto } from "../../../src/model/variates/pareto.ts";
import { poissonQuantile } from "../../../src/model/variates/poisson.ts";
import { severityQuantiles } from "../../../src/model/variates/severity.ts";
import { fillWords, hashStream, startPath } from "../../../src/model/variates/stream.ts";
import type { BlockVariates, PathBlock, SeverityShape, Stream } from "../../../src/model/variates/variates.ts";

const KEY = [20240101, 77] as const;
const ALL_MONTHS = (months: number): number[] => Array.from({ length: months }, (_, t) => t);

function open(block: Partial<PathBlock>): BlockVariates {
  return createExactVariates().open({ key: KEY, firstPath: 0, paths: 4, months: 6, ...block });
}

/** Every kind of draw for a block, as columns of months × paths. */
function drawAll(block: Partial<PathBlock>, region: string): Float64Array[] {
  const { paths = 4, months = 6 } = block;
  const variates = open(block);
  const cells = months * paths;
  const fill = (element: number): Float64Array => variates.array(cells).fill(element);
  const [normals, uniforms, gammas, counts, totals, sizes] = Array.from({ length: 6 }, () => fill(0));
  variates.normals({ risk: "wageGrowth", region }, ALL_MONTHS(months), normals);
  variates.uniforms({ risk: "decision" }, uniforms);
  variates.gammas({ risk: "mixing", region }, ALL_MONTHS(months), 0.3, gammas);
  variates.claims({ risk: "claims.all", region }, fill(8), { family: "lognormal", cv: 1.4 }, counts, totals);
  variates.rareEvents({ risk: "largeEvent", region }, fill(0.4), { tailIndex: 1.5, cap: 50 }, sizes);
  return [normals, uniforms, gammas, counts, totals, sizes];
}

describe("draws are addressed", () => {
  test("path 300 draws the same in the block from 250 and in the block from 300", () => {
    const wide = drawAll({ firstPath: 250, paths: 100, months: 5 }, "hz");
    const narrow = drawAll({ firstPath: 300, paths: 1, months: 5 }, "hz");
    for (const [kind, column] of narrow.entries()) {
      for (let t = 0; t < 5; t += 1) expect(wide[kind][t * 100 + 50]).toBe(column[t]);
    }
  });

  test("any split of the paths, and any shorter horizon, gives the same numbers", () => {
    const whole = drawAll({ paths: 12, months: 9 }, "wx");
    const part = fc.record({ first: fc.integer({ min: 0, max: 11 }), months: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(part, fc.integer({ min: 1, max: 12 }), ({ first, months }, most) => {
        const paths = Math.min(most, 12 - first);
        for (const [kind, column] of drawAll({ firstPath: first, paths, months }, "wx").entries()) {
          for (let t = 0; t < months; t += 1) {
            const expected = whole[kind].subarray(t * 12 + first, t * 12 + first + paths);
            expect(column.subarray(t * paths, (t + 1) * paths)).toEqual(expected);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("another region draws other numbers; what is common does not change", () => {
    const here = drawAll({}, "hz");
    const there = drawAll({}, "nb");
    expect(there[1]).toEqual(here[1]);
    for (const kind of [0, 2, 4]) expect(there[kind]).not.toEqual(here[kind]);
  });

  test("months left out keep their slot", () => {
    const variates = open({ paths: 3, months: 24 });
    const every = variates.array(72);
    const januaries = variates.array(6);
    variates.normals({ risk: "interestRate" }, ALL_MONTHS(24), every);
    variates.normals({ risk: "interestRate" }, [0, 12], januaries);
    expect(januaries).toEqual(Float64Array.of(...every.subarray(0, 3), ...every.subarray(36, 39)));
    variates.gammas({ risk: "mixing" }, ALL_MONTHS(24), 0.5, every);
    variates.gammas({ risk: "mixing" }, [12, 23], 0.5, januaries);
    expect(januaries).toEqual(Float64Array.of(...every.subarray(36, 39), ...every.subarray(69, 72)));
    expect(() => variates.normals({ risk: "interestRate" }, [], januaries)).not.toThrow();
  });

  test("one month's expected claims change no other month, and the same slots serve every mean", () => {
    const variates = open({ paths: 1, months: 3 });
    const severity = { family: "gamma", cv: 1 } as const;
    const [expected, counts, totals, counts2, totals2] = Array.from({ length: 5 }, () => variates.array(3));
    variates.claims({ risk: "claims.other" }, expected.fill(4), severity, counts, totals);
    expected[1] = 5000;
    variates.claims({ risk: "claims.other" }, expected, severity, counts2, totals2);
    expect([counts2[0], counts2[2], totals2[0], totals2[2]]).toEqual([counts[0], counts[2], totals[0], totals[2]]);
    expect(counts2[1]).toBeGreaterThan(4500);
  });

  test("arrays come zeroed, also when a later block takes the memory again", () => {
    const variates = createExactVariates();
    const block = { key: KEY, firstPath: 0, paths: 2, months: 2 };
    const first = variates.open(block).array(4).fill(7);
    const again = variates.open(block);
    expect(again.array(4)).toEqual(new Float64Array(4));
    expect(again.array(9)).toEqual(new Float64Array(9));
    expect(first).toHaveLength(4);
  });
});

describe("edges", () => {
  test("no variance, no expectation, no spread, no chance", () => {
    const variates = open({ paths: 5, months: 4 });
    const [zero, counts, totals, out] = Array.from({ length: 4 }, () => variates.array(20));
    variates.gammas({ risk: "mixing" }, [0, 3], 0, out);
    expect(out.subarray(0, 10)).toEqual(new Float64Array(10).fill(1));
    variates.claims({ risk: "claims.all" }, zero, { family: "lognormal", cv: 2 }, counts.fill(9), totals.fill(9));
    expect([counts, totals]).toEqual([zero, zero]);
    variates.claims({ risk: "claims.all" }, out.fill(7), { family: "gamma", cv: 0 }, counts, totals);
    expect(totals).toEqual(counts);
    variates.rareEvents({ risk: "largeEvent" }, zero, { tailIndex: 2, cap: 10 }, out.fill(3));
    expect(out).toEqual(zero);
    variates.rareEvents({ risk: "largeEvent" }, zero.fill(1), { tailIndex: 2, cap: 1 }, out);
    expect(out).toEqual(zero);
  });

  test("extreme parameters give finite numbers", () => {
    const variates = open({ paths: 40, months: 10 });
    const [expected, counts, totals] = Array.from({ length: 3 }, () => variates.array(400));
    for (const family of ["gamma", "lognormal"] as const) {
      for (const cv of [1e-160, 1e-8, 0.01, 30, 1000]) {
        for (const mean of [1e-300, 1e-9, 6, 11, 1000, 1e6]) {
          variates.claims({ risk: "claims.medical" }, expected.fill(mean), { family, cv }, counts, totals);
          for (const total of totals) expect(total >= 0 && total < Infinity).toBe(true);
        }
      }
    }
    for (const variance of [1e-300, 1e-12, 1, 1e3, 1e9]) {
      variates.gammas({ risk: "mixing" }, ALL_MONTHS(10), variance, totals);
      for (const factor of totals) expect(factor >= 0 && factor < Infinity).toBe(true);
    }
  });

  test("exponentials replace their array", () => {
    const values = Float64Array.of(0, Math.LN2, -800);
    open({}).exponentials(values);
    expect(values[1]).toBeCloseTo(2, 15);
    expect([values[0], values[2]]).toEqual([1, 0]);
  });
});

/** First 16 words of the stream on each of `paths` paths, as uniforms. */
function slots(stream: Stream, paths: number): number[][] {
  const words = new Int32Array(16);
  const state = new Int32Array(4);
  return Array.from({ length: paths }, (_, path) => {
    startPath(state, hashStream(KEY, stream), path);
    fillWords(state, words, 16);
    return Array.from(words, (word) => ((word >>> 0) + 0.5) / 2 ** 32);
  });
}

describe("slots", () => {
  test("claims take eight a month: the count, the aggregate, six single claims", () => {
    const paths = 200;
    const variates = open({ paths, months: 2 });
    const [expected, counts, totals] = Array.from({ length: 3 }, () => variates.array(2 * paths));
    const severity: SeverityShape = { family: "lognormal", cv: 0.8 };
    variates.claims({ risk: "claims.death" }, expected.fill(6), severity, counts, totals);
    const { single, aggregate } = severityQuantiles(severity);
    for (const [p, uniforms] of slots({ risk: "claims.death" }, paths).entries()) {
      const [u, whole, ...singles] = uniforms.slice(8);
      const count = poissonQuantile(6, u);
      const sum = singles.slice(0, count).reduce((total, one) => total + single(normalQuantile(one)), 0);
      expect(counts[paths + p]).toBe(count);
      expect(totals[paths + p]).toBe(count > 6 ? aggregate(count, normalQuantile(whole)) : sum);
    }
  });

  test("rare events take four a month: 48 bits for the event, 48 for its size", () => {
    const paths = 100;
    const variates = open({ paths, months: 2 });
    const [probability, sizes] = [variates.array(2 * paths), variates.array(2 * paths)];
    const tail = { tailIndex: 1.2, cap: 1000 };
    variates.rareEvents({ risk: "largeEvent" }, probability.fill(0.5), tail, sizes);
    for (const [p, uniforms] of slots({ risk: "largeEvent" }, paths).entries()) {
      // The first word alone fixes a 48-bit uniform to 2^−32.
      const size = uniforms[4] < 0.5 ? truncatedPareto(tail, uniforms[6]) : 0;
      expect(Math.abs(sizes[paths + p] - size)).toBeLessThanOrEqual(1e-4 * size);
    }
  });
});
