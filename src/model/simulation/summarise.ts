import { monthNumber, monthText } from "../calendar.ts";
import { type PathEvents, seriesNames, yearLines } from "./block.ts";
import type { Collection } from "./collection.ts";
import { digestOfRun } from "./digest.ts";
import { probability } from "./probability.ts";
import { momentsOf, quantilesOf, type Spread, spreadOf } from "./quantiles.ts";
import type {
  Column,
  CountSummary,
  EventSummary,
  MoneySummary,
  RegionSummary,
  RunSummary,
  SeriesSummary,
} from "./result.ts";
import { samplePathsOf } from "./samplePaths.ts";
import type { RunShape } from "./shape.ts";
import { SKETCH_BOUND, spreadOfCell } from "./sketch.ts";

/** Name of the money that no payer covers, the last of the sharing. */
const unpaid = { id: "unpaid", name: { zh: "无人分担（未能支付）", en: "Nobody (unpaid)" } };

/**
 * The summary of a run of which all paths of `shape` have arrived (of a part: `prefixOf`). Pool quantiles are exact, those
 * of the regions within SKETCH_BOUND. `onStep` is called once a month of each series, as a sign of life. Throws RangeError while a path is missing, and for a run without paths.
 */
export function summarise(shape: RunShape, collection: Collection, onStep: () => void = () => {}): RunSummary {
  const arrived = collection.digests.filter((digest) => digest !== "").length;
  if (shape.paths < 1 || shape.paths !== collection.shape.paths || arrived !== collection.digests.length) {
    throw new RangeError(`summarise: expected all ${shape.paths} paths, got ${arrived} blocks`);
  }
  return {
    scenario: { id: shape.scenario, digest: shape.scenarioDigest },
    seed: shape.seed,
    paths: shape.paths,
    months: shape.months,
    start: shape.start,
    blockDigests: [...collection.digests],
    digest: digestOfRun(collection.digests),
    opening: { fundBalance: shape.openingBalance, payableMonths: shape.openingPayableMonths },
    series: poolSeries(shape, collection, onStep),
    triggers: Object.fromEntries(
      shape.triggers.map(({ id, level, belowAtStart }, i) => [
        id,
        { level, ...eventSummary(shape, collection.triggers[i], belowAtStart) },
      ]),
    ),
    depletion: eventSummary(shape, collection.depletion, shape.openingBalance < 0),
    sharing: sharingSummary(shape, collection),
    regions: regionSummaries(shape, collection, onStep),
    years: yearSummaries(shape, collection),
    tallies: tallySummaries(shape, collection),
    samplePaths: samplePathsOf(shape, collection),
  };
}

/** The paths of month `t` of a series of the pool. */
export function columnOf(shape: RunShape, collection: Collection, series: number, t: number): Float64Array {
  return row(collection.pool, series * shape.months + t, shape.paths);
}

function row(values: Float64Array, index: number, paths: number): Float64Array {
  return values.subarray(index * paths, (index + 1) * paths);
}

function poolSeries(shape: RunShape, collection: Collection, onStep: () => void): RunSummary["series"] {
  return Object.fromEntries(
    seriesNames.map((name, s) => [
      name,
      seriesSummary(shape.months, (t) => {
        onStep();
        return spreadOf(columnOf(shape, collection, s, t));
      }),
    ]),
  );
}

function regionSummaries(shape: RunShape, collection: Collection, onStep: () => void): RunSummary["regions"] {
  const summaries: { [id: string]: RegionSummary } = {};
  shape.regions.forEach(({ id, name }, region) => {
    const series = seriesNames.map((seriesName, s) => {
      onStep();
      const firstCell = (region * seriesNames.length + s) * shape.months;
      return [seriesName, seriesSummary(shape.months, (t) => spreadOfCell(collection.sketch, firstCell + t))];
    });
    summaries[id] = {
      name,
      notional: shape.regions.length > 1 && !shape.separate,
      quantileBound: SKETCH_BOUND,
      series: Object.fromEntries(series),
    };
  });
  return summaries;
}

function seriesSummary(months: number, spreadAt: (t: number) => Spread): SeriesSummary {
  const spreads = Array.from({ length: months }, (_, t) => spreadAt(t));
  const quantile = (q: number): Column => spreads.map(({ quantiles }) => quantiles[q]);
  return {
    mean: spreads.map(({ mean }) => mean),
    sd: spreads.map(({ sd }) => sd),
    p2_5: quantile(0),
    p5: quantile(1),
    p10: quantile(2),
    p25: quantile(3),
    p50: quantile(4),
    p75: quantile(5),
    p90: quantile(6),
    p95: quantile(7),
    p97_5: quantile(8),
  };
}

/**
 * `refires` counts the firings of a path after its first. The months of `firstMonthIfFired` are months in which a path fired:
 * the first by whose end that share of the fired paths had.
 */
function eventSummary(shape: RunShape, events: PathEvents, belowAtStart: boolean): EventSummary {
  const { paths, months, start } = shape;
  const histogram = Array.from({ length: months }, () => 0);
  const fired = events.first.filter((first) => first >= 0);
  for (const first of fired) histogram[first] += 1;
  let reached = 0;
  const byMonth = histogram.map((count) => {
    reached += count;
    return probability(reached, paths);
  });
  const sorted = fired.slice().sort();
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) =>
    monthText(start, sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0),
  );
  return {
    everProbability: probability(fired.length, paths),
    belowAtStart,
    byMonth,
    firstMonthIfFired: fired.length === 0 ? null : { p10, p50, p90, histogram },
    monthsBelow: countSummary(events.monthsBelow),
    refires: countSummary(events.firings.map((firings) => Math.max(0, firings - 1))),
  };
}

function countSummary(counts: Float64Array): CountSummary {
  const [p10, p50, p90] = quantilesOf(counts, [100, 500, 900]).map(number);
  return { mean: number(momentsOf(counts)?.mean), p10, p50, p90 };
}

function moneySummary(amounts: Float64Array): MoneySummary {
  const moments = momentsOf(amounts);
  const sd = number(moments?.sd);
  const [p5, p50, p95] = quantilesOf(amounts, [50, 500, 950]).map(number);
  return { mean: number(moments?.mean), standardError: sd / Math.sqrt(amounts.length), sd, p5, p50, p95 };
}

/** Counts and money always have a number; one that has none is a fault of the ledger and must not pass as 0. */
function number(value: number | null | undefined): number {
  if (typeof value !== "number") throw new RangeError("summarise: expected a number on every path, got NaN");
  return value;
}

function sharingSummary(shape: RunShape, { sharing }: Collection): RunSummary["sharing"] {
  const { years, paths, firstYear } = shape;
  return Object.fromEntries(
    [...shape.payers, unpaid].map(({ id, name }, payer) => {
      const total = new Float64Array(paths);
      const byYear = Array.from({ length: years }, (_, year) => {
        const paid = row(sharing, payer * years + year, paths);
        for (let p = 0; p < paths; p += 1) total[p] += paid[p];
        return { year: firstYear + year, ...moneySummary(paid) };
      });
      return [id, { name, total: moneySummary(total), byYear }];
    }),
  );
}

function tallySummaries({ tallies, years, paths, firstYear }: RunShape, collection: Collection): RunSummary["tallies"] {
  return Object.fromEntries(
    tallies.map(({ id, ...described }, k) => {
      const total = new Float64Array(paths);
      const byYear = Array.from({ length: years }, (_, year) => {
        const amounts = row(collection.tallies, k * years + year, paths);
        for (let p = 0; p < paths; p += 1) total[p] += amounts[p];
        return { year: firstYear + year, ...moneySummary(amounts) };
      });
      return [id, { ...described, total: moneySummary(total), byYear }];
    }),
  );
}

function yearSummaries(shape: RunShape, { years }: Collection): RunSummary["years"] {
  const startMonth = monthNumber(shape.start) - shape.firstYear * 12;
  return Array.from({ length: shape.years }, (_, index) => {
    const from = Math.max(index * 12, startMonth);
    const to = Math.min((index + 1) * 12, startMonth + shape.months);
    const lines = yearLines.map((line, i) => [
      line,
      moneySummary(row(years, index * yearLines.length + i, shape.paths)),
    ]);
    return { year: shape.firstYear + index, months: to - from, lines: Object.fromEntries(lines) };
  });
}
