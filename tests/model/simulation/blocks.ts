import {
  BLOCK_PATHS,
  type LedgerBlock,
  type PathEvents,
  seriesNames,
  yearLines,
} from "../../../src/model/simulation/block.ts";
import { addReport, type Collection, emptyCollection } from "../../../src/model/simulation/collection.ts";
import { reportOf } from "../../../src/model/simulation/report.ts";
import type { RunShape } from "../../../src/model/simulation/shape.ts";

/** What a path of an invented run gives; every part has a default. */
export interface Invented {
  /** Pool value of (series, month, path). */
  readonly pool?: (s: number, t: number, path: number) => number;
  readonly region?: (region: number, s: number, t: number, path: number) => number;
  readonly year?: (year: number, line: number, path: number) => number;
  readonly sharing?: (payer: number, year: number, path: number) => number;
  readonly tally?: (tally: number, year: number, path: number) => number;
  readonly first?: (trigger: number, path: number) => number;
  readonly depleted?: (path: number) => number;
}

export const series = (name: (typeof seriesNames)[number]): number => seriesNames.indexOf(name);

export function shapeOf(given: Partial<RunShape> = {}): RunShape {
  return {
    scenario: "invented",
    scenarioDigest: "s",
    planDigest: "plan A",
    start: "2024-11",
    months: 3,
    paths: 4,
    seed: "42",
    separate: false,
    regions: [{ id: "east", name: { zh: "东", en: "East" } }],
    firstYear: 2024,
    years: 2,
    triggers: [{ id: "act", level: 9, belowAtStart: false }],
    payers: [{ id: "province", name: { zh: "省", en: "Province" } }],
    tallies: [{ id: "item.lumpSum", group: "benefitItem", unit: "yuan", name: { zh: "一次性", en: "Lump sums" } }],
    openingPayableMonths: 12,
    openingBalance: 1000,
    ...given,
  };
}

/** Numbers without a pattern that repeats, the same in every run. */
export function noise(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) hash = Math.imul(hash ^ (part + 1), 0x85ebca6b) ^ (hash >>> 13);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

export function blockOf(shape: RunShape, firstPath: number, invented: Invented = {}): LedgerBlock {
  const { months, years } = shape;
  const paths = Math.min(BLOCK_PATHS, shape.paths - firstPath);
  const fill = (rows: number, value: (row: number, path: number) => number): Float64Array<ArrayBuffer> =>
    new Float64Array(rows * paths).map((_, i) => value(Math.floor(i / paths), firstPath + (i % paths)));
  const events = (first: (path: number) => number): PathEvents => ({
    first: fill(1, (_, path) => first(path)),
    monthsBelow: fill(1, (_, path) => (first(path) < 0 ? 0 : months - first(path))),
    firings: fill(1, (_, path) => (first(path) < 0 ? 0 : 1 + (path % 2))),
  });
  const S = seriesNames.length;
  const {
    pool = noise,
    region = noise,
    year = noise,
    sharing = () => 0,
    tally = () => 0,
    first = () => -1,
    depleted = () => -1,
  } = invented;
  return {
    firstPath,
    paths,
    months,
    pool: fill(S * months, (row, path) => pool(Math.floor(row / months), row % months, path)),
    regions: fill(shape.regions.length * S * months, (row, path) =>
      region(Math.floor(row / (S * months)), Math.floor(row / months) % S, row % months, path),
    ),
    years: fill(years * yearLines.length, (row, path) =>
      year(Math.floor(row / yearLines.length), row % yearLines.length, path),
    ),
    triggers: shape.triggers.map((_, i) => events((path) => first(i, path))),
    depletion: events(depleted),
    sharing: fill((shape.payers.length + 1) * years, (row, path) =>
      sharing(Math.floor(row / years), row % years, path),
    ),
    tallies: fill(shape.tallies.length * years, (row, path) => tally(Math.floor(row / years), row % years, path)),
  };
}

/** A collection with every block of the run, added in path order. */
export function collected(shape: RunShape, invented: Invented = {}): { shape: RunShape; collection: Collection } {
  const collection = emptyCollection(shape);
  for (let firstPath = 0; firstPath < shape.paths; firstPath += BLOCK_PATHS) {
    addReport(collection, reportOf(blockOf(shape, firstPath, invented)));
  }
  return { shape, collection };
}
