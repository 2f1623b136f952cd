import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correlationFactor } from "../../../src/model/scenario/correlation.ts";

/** L·Lᵀ. */
function squared(factor: readonly (readonly number[])[]): number[][] {
  return factor.map((a) => factor.map((b) => a.reduce((sum, each, k) => sum + each * (b[k] ?? 0), 0)));
}

/** Rounded to nine decimals, -0 as 0. */
function rounded(matrix: readonly (readonly number[])[] | undefined): number[][] | undefined {
  return matrix?.map((row) => row.map((entry) => Math.round(entry * 1e9) / 1e9 + 0));
}

describe("Cholesky factor of a correlation matrix", () => {
  test("two drivers at 0.6: the second is 0.6 of the first and 0.8 of its own", () => {
    expect(
      rounded(
        correlationFactor([
          [1, 0.6],
          [0.6, 1],
        ]),
      ),
    ).toEqual([
      [1, 0],
      [0.6, 0.8],
    ]);
  });

  test("independent drivers stand alone", () => {
    expect(
      correlationFactor([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test("perfectly correlated drivers, with and against, have no noise of their own", () => {
    expect(
      rounded(
        correlationFactor([
          [1, 1, -1],
          [1, 1, -1],
          [-1, -1, 1],
        ]),
      ),
    ).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [-1, 0, 0],
    ]);
  });

  test.each([
    ["two that are one cannot differ in their correlation with a third", [1, 1, 0.5, 0.4]],
    ["three pairs at −0.6", [1, -0.6, -0.6, -0.6]],
  ])("no factor: %s", (_, [diagonal = 0, ab = 0, ac = 0, bc = 0]) => {
    const matrix = [
      [diagonal, ab, ac],
      [ab, diagonal, bc],
      [ac, bc, diagonal],
    ];
    expect(correlationFactor(matrix)).toBeUndefined();
  });

  test("the edge for three equal correlations is −1/2", () => {
    const equal = (each: number): number[][] => [
      [1, each, each],
      [each, 1, each],
      [each, each, 1],
    ];
    expect(correlationFactor(equal(-0.5))).toBeDefined();
    expect(correlationFactor(equal(-0.5001))).toBeUndefined();
  });

  test("L·Lᵀ is the matrix, for every product of a triangle with itself", () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 16, maxLength: 16 }), (entries) => {
        const vectors = [0, 1, 2, 3].map((i) => {
          const row = entries.slice(i * 4, i * 4 + 4).map((each, j) => (j === i ? each + 2 : each));
          const length = Math.sqrt(row.reduce((sum, each) => sum + each * each, 0));
          return row.map((each) => each / length);
        });
        const matrix = squared(vectors);
        const factor = correlationFactor(matrix);
        expect(factor).toBeDefined();
        expect(rounded(squared(factor ?? []))).toEqual(rounded(matrix));
        factor?.forEach((row, i) => expect(row.slice(i + 1).every((each) => each === 0)).toBe(true));
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});
