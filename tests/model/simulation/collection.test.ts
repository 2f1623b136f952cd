import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addReport,
  completePaths,
  emptyCollection,
  prefixOf,
  transferablesOfCollection,
} from "../../../src/model/simulation/collection.ts";
import { reportOf } from "../../../src/model/simulation/report.ts";
import { summarise } from "../../../src/model/simulation/summarise.ts";
import { blockOf, collected, noise, shapeOf } from "./blocks.ts";

const shape = shapeOf({ paths: 1100 });
const starts = [0, 250, 500, 750, 1000];
const first = (_: number, path: number): number => Math.floor(noise(path) * 6) - 3;
const reports = starts.map((start) => reportOf(blockOf(shape, start, { first })));

describe("collection", () => {
  test("order of arrival and second deliveries do not matter, to the byte", () => {
    const inOrder = collected(shape, { first });
    const expected = JSON.stringify(summarise(shape, inOrder.collection));
    const arrivals = fc
      .tuple(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
        fc.array(fc.nat(4), { maxLength: 4 }),
      )
      .map(([order, again]) => [...order, ...again]);
    fc.assert(
      fc.property(arrivals, (order) => {
        const collection = emptyCollection(shape);
        for (const block of order) addReport(collection, reports[block]);
        expect(JSON.stringify(summarise(shape, collection))).toBe(expected);
        expect(collection.held).toEqual({});
      }),
      { numRuns: 15 },
    );
  });

  test("the complete paths end at the first hole; the last block may be short", () => {
    const collection = emptyCollection(shape);
    const seen = [2, 0, 4, 1, 3].map((block) => {
      addReport(collection, reports[block]);
      return completePaths(collection);
    });
    expect(seen).toEqual([0, 250, 250, 750, 1100]);
    expect(collection.held).toEqual({});
  });

  test("the prefix gives the summary of a run of so many paths", () => {
    const collection = emptyCollection(shape);
    for (const block of [1, 0, 3]) addReport(collection, reports[block]);
    const prefix = prefixOf(collection, completePaths(collection));
    expect(prefix.shape.paths).toBe(500);
    const short = shapeOf({ paths: 500 });
    expect(summarise(prefix.shape, prefix.collection)).toEqual(
      summarise(short, collected(short, { first }).collection),
    );
    expect(() => prefixOf(collection, 250)).toThrow("expected 500 complete paths, got 250");
    addReport(collection, reports[2]);
    expect(prefix.collection.merged).toBe(2);
  });

  test("moves to another thread, with what is held back, and goes on there", () => {
    const collection = emptyCollection(shape);
    for (const block of [0, 4, 2]) addReport(collection, reports[block]);
    const heldBack = collection.held[4];
    const moved = structuredClone(collection, { transfer: transferablesOfCollection(collection) });
    expect(collection.pool.length + collection.sketch.keys.length + heldBack.keys.length).toBe(0);
    for (const block of [1, 3]) addReport(moved, reports[block]);
    expect(summarise(shape, moved)).toEqual(summarise(shape, collected(shape, { first }).collection));
  });

  test("a block of another run is refused in words", () => {
    const collection = emptyCollection(shape);
    const report = reports[0];
    expect(() => addReport(collection, { ...report, firstPath: 100 })).toThrow("firstPath: expected 0, got 100");
    expect(() => addReport(collection, { ...report, firstPath: 1250 })).toThrow("paths: expected -150, got 250");
    expect(() => addReport(collection, { ...report, months: 4 })).toThrow("months: expected 3, got 4");
    expect(() => addReport(collection, { ...report, triggers: [] })).toThrow("triggers: expected 1, got 0");
    expect(() => addReport(collection, { ...report, sharing: new Float64Array(0) })).toThrow(
      "sharing: expected 4, got 0",
    );
    expect(completePaths(collection)).toBe(0);
  });
});
