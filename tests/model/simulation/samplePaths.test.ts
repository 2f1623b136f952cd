import { expect, test } from "vitest";
import { samplePathsOf } from "../../../src/model/simulation/samplePaths.ts";
import { collected, series, shapeOf } from "./blocks.ts";

test("eleven paths: those at ranks 1, 3, 5, 7 and 9 by closing payable months", () => {
  // Payable months fall with the path number, so rank r is path 10 − r.
  const { shape, collection } = collected(shapeOf({ paths: 11 }), {
    pool: (s, t, path) => (s === series("payableMonths") ? 10 - path + t : 5),
  });
  const samples = samplePathsOf(shape, collection);
  expect(samples.map(({ path }) => path)).toEqual([9, 7, 5, 3, 1]);
  expect(samples[0].series["payableMonths"]).toEqual([1, 2, 3]);
});

test("no payable months rank last; equal ones go by balance, then by path; months without a number are null", () => {
  const { shape, collection } = collected(shapeOf({ paths: 11 }), {
    pool: (s, _, path) => {
      if (s === series("payableMonths")) return path < 3 ? Number.NaN : 9;
      return s === series("fundBalance") ? (path < 6 ? 2 : 1) : 0;
    },
  });
  // Order: 6 7 8 9 10 (balance 1), 3 4 5 (balance 2), then 0 1 2 without a number.
  const samples = samplePathsOf(shape, collection);
  expect(samples.map(({ path }) => path)).toEqual([7, 9, 3, 5, 1]);
  expect(samples[4].series["payableMonths"]).toEqual([null, null, null]);
});

test("a run of two paths shows each once", () => {
  const { shape, collection } = collected(shapeOf({ paths: 2 }));
  expect(samplePathsOf(shape, collection)).toHaveLength(2);
});
