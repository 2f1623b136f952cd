import { BLOCK_PATHS, type PathEvents, seriesNames, yearLines } from "./block.ts";
import { arraysOfEvents, type BlockReport, buffersOf } from "./report.ts";
import type { RunShape } from "./shape.ts";
import { arraysOfSketch, emptySketch, mergeSketches, type Sketch } from "./sketch.ts";

/**
 * What a run has gathered so far: the reports of its blocks, put in their places. Plain data, so that it can be cloned or
 * moved to another thread. Arrays have the layout of a block with all paths of the run, so the paths of a month lie together.
 */
export interface Collection {
  readonly shape: RunShape;
  readonly pool: Float64Array<ArrayBuffer>;
  readonly years: Float64Array<ArrayBuffer>;
  readonly sharing: Float64Array<ArrayBuffer>;
  readonly tallies: Float64Array<ArrayBuffer>;
  readonly triggers: readonly PathEvents[];
  readonly depletion: PathEvents;
  /** By block; empty until its report has come. */
  readonly digests: string[];
  /** Regions of the first `merged` blocks. */
  sketch: Sketch;
  merged: number;
  /** Sketches of blocks that came before their turn, by block. */
  readonly held: { [block: number]: Sketch };
}

/** A collection without reports. The years of a run and its payers, with the uncovered rest as the last, are those of the shape. */
export function emptyCollection(shape: RunShape): Collection {
  const { paths, months, years } = shape;
  return {
    shape,
    pool: new Float64Array(seriesNames.length * months * paths),
    years: new Float64Array(years * yearLines.length * paths),
    sharing: new Float64Array((shape.payers.length + 1) * years * paths),
    tallies: new Float64Array(shape.tallies.length * years * paths),
    triggers: shape.triggers.map(() => noEvents(paths)),
    depletion: noEvents(paths),
    digests: Array.from({ length: Math.ceil(paths / BLOCK_PATHS) }, () => ""),
    sketch: emptySketch(shape.regions.length * seriesNames.length * months),
    merged: 0,
    held: {},
  };
}

/**
 * Puts a report in its place. Reports may come in any order; one that comes twice changes nothing the second time. Sketches
 * are merged in the order of the paths, each held back until its turn, so the bytes of a summary do not depend on the
 * order of arrival. Throws RangeError for a report that is not a block of this run.
 */
export function addReport(collection: Collection, report: BlockReport): void {
  const { shape, digests, held } = collection;
  const block = report.firstPath / BLOCK_PATHS;
  demandFit(collection, report, block);
  if (digests[block] !== "") return;
  digests[block] = report.digest;
  const place = (from: Float64Array, to: Float64Array): void =>
    copyRows(from, report.paths, to, shape.paths, report.firstPath);
  const placeEvents = (from: PathEvents, to: PathEvents): void => {
    place(from.first, to.first);
    place(from.monthsBelow, to.monthsBelow);
    place(from.firings, to.firings);
  };
  place(report.pool, collection.pool);
  place(report.years, collection.years);
  place(report.sharing, collection.sharing);
  place(report.tallies, collection.tallies);
  report.triggers.forEach((events, i) => placeEvents(events, collection.triggers[i]));
  placeEvents(report.depletion, collection.depletion);
  held[block] = report.sketch;
  for (let next = held[collection.merged]; next !== undefined; next = held[collection.merged]) {
    collection.sketch = mergeSketches(collection.sketch, next);
    delete held[collection.merged];
    collection.merged += 1;
  }
}

/** Paths in the longest run of blocks from path 0 that has arrived without a hole. */
export function completePaths(collection: Collection): number {
  return Math.min(collection.merged * BLOCK_PATHS, collection.shape.paths);
}

/**
 * A copy limited to the complete first paths, with its shape, for a partial result: the same numbers as a run of so many paths.
 * `paths` must be what `completePaths` says now, since a merged sketch cannot be taken apart again; RangeError otherwise.
 */
export function prefixOf(
  collection: Collection,
  paths: number,
): { readonly collection: Collection; readonly shape: RunShape } {
  const complete = completePaths(collection);
  if (paths !== complete) throw new RangeError(`prefixOf: expected ${complete} complete paths, got ${paths}`);
  const shape = { ...collection.shape, paths };
  const cut = (from: Float64Array): Float64Array<ArrayBuffer> => {
    const to = new Float64Array((from.length / collection.shape.paths) * paths);
    copyRows(from, collection.shape.paths, to, paths, 0);
    return to;
  };
  const cutEvents = ({ first, monthsBelow, firings }: PathEvents): PathEvents => ({
    first: cut(first),
    monthsBelow: cut(monthsBelow),
    firings: cut(firings),
  });
  const prefix: Collection = {
    shape,
    pool: cut(collection.pool),
    years: cut(collection.years),
    sharing: cut(collection.sharing),
    tallies: cut(collection.tallies),
    triggers: collection.triggers.map(cutEvents),
    depletion: cutEvents(collection.depletion),
    digests: collection.digests.slice(0, collection.merged),
    sketch: mergeSketches(emptySketch(collection.sketch.offsets.length - 1), collection.sketch),
    merged: collection.merged,
    held: {},
  };
  return { collection: prefix, shape };
}

/** The buffers to move with a collection, each once; the sender's collection is empty after that. */
export function transferablesOfCollection(collection: Collection): ArrayBuffer[] {
  const { pool, years, sharing, tallies, triggers, depletion, sketch, held } = collection;
  return buffersOf([
    pool,
    years,
    sharing,
    tallies,
    ...[...triggers, depletion].flatMap(arraysOfEvents),
    ...[sketch, ...Object.values(held)].flatMap(arraysOfSketch),
  ]);
}

function noEvents(paths: number): PathEvents {
  return {
    first: new Float64Array(paths).fill(-1),
    monthsBelow: new Float64Array(paths),
    firings: new Float64Array(paths),
  };
}

/** Copies rows of `fromWidth` values to column `column` of rows of `toWidth` values, as many columns as both have. */
function copyRows(from: Float64Array, fromWidth: number, to: Float64Array, toWidth: number, column: number): void {
  const width = Math.min(fromWidth, toWidth - column);
  const rows = fromWidth === 0 ? 0 : from.length / fromWidth;
  for (let row = 0; row < rows; row += 1) {
    to.set(from.subarray(row * fromWidth, row * fromWidth + width), row * toWidth + column);
  }
}

function demandFit(collection: Collection, report: BlockReport, block: number): void {
  const { shape, pool, years, sharing, tallies, triggers, sketch } = collection;
  const expected = Math.min(BLOCK_PATHS, shape.paths - report.firstPath);
  const demands: [what: string, expected: number, got: number][] = [
    ["firstPath", Math.floor(block) * BLOCK_PATHS, report.firstPath],
    ["paths", expected, report.paths],
    ["months", shape.months, report.months],
    ["pool", pool.length / shape.paths, report.pool.length / report.paths],
    ["years", years.length / shape.paths, report.years.length / report.paths],
    ["sharing", sharing.length / shape.paths, report.sharing.length / report.paths],
    ["tallies", tallies.length / shape.paths, report.tallies.length / report.paths],
    ["triggers", triggers.length, report.triggers.length],
    ["sketch cells", sketch.offsets.length, report.sketch.offsets.length],
  ];
  for (const [what, wanted, got] of demands) {
    if (wanted !== got) throw new RangeError(`block ${report.firstPath}: ${what}: expected ${wanted}, got ${got}`);
  }
}
