import { areaY, dot, lineY, type Markish, ruleY } from "@observablehq/plot";
import { monthsBetween } from "../model/calendar.ts";
import type { Column, RunSummary, SeriesSummary } from "../model/simulation/result.ts";
import { fixed, type Language, level, months } from "../text/numbers.ts";
import { monthTicks, timeAxis, valueAxis } from "./axis.ts";
import type { ChartContext } from "./context.ts";
import { type Callout, calloutLabels, endLabels } from "./fanLabels.ts";
import { describe, fanBands, keyOf, measureText, notesOf, tableOf } from "./fanTexts.ts";
import { type ChartSize, draw, type Figure, type Frame, frameOf, pictureWidth, plotHeight } from "./figure.ts";
import { payableMonthsFinding } from "./finding.ts";
import type { PlacedBox } from "./freePlace.ts";
import { type WatchedLine, watchedLines } from "./lines.ts";
import { colours, fontSizes, zoneInks } from "./theme.ts";
import { chartWords } from "./words.ts";
import { textWidth } from "./wrap.ts";
import { namePlaces, washes, zoneKey, zoneNames, zoneStrips, zonesOf } from "./zones.ts";

const WIDE = 560;

/**
 * Fan of payable months 可支付月数: bands of 95, 80 and 50 % of paths, median, a few whole paths, the lines of the trigger with
 * the zones below them, the opening and actual figures. Month t stands at t + 1, its end. A month without outgo, whose
 * payable months have no number, stands above the top. The top shows the 97.5 % quantile unless that would press the lines
 * of the trigger together; the middle 80 % of the paths, of which the title speaks, are always shown. The washes of the zones
 * lie over the fan, and go on as strips at its right edge, so that no fan hides them.
 */
export function payableMonthsFan(summary: RunSummary, context: ChartContext, given: ChartSize): Figure {
  const size = { ...given, plotHeight: given.plotHeight ?? fanHeight(given) };
  const { language } = size;
  const words = chartWords[language];
  const series = summary.series["payableMonths"];
  if (series === undefined) throw new Error("series.payableMonths: expected the payable months of the run, got none");
  const lines = watchedLines(summary);
  const observed = (context.hindcast ?? []).filter((point) => point.series === "payableMonths");
  const opening = summary.opening.payableMonths;
  const scale = valueRange(series, lines, [...observed.map((point) => point.point.value), opening ?? 0]);
  const ticks = monthTicks(scale.low, scale.high, Math.floor(plotHeight(size) / 36));
  const wide = size.width >= WIDE;
  const marginLeft = 14 + Math.max(...ticks.values.map((tick) => textWidth(fixed(tick, 0), fontSizes.small)));
  const median = series.p50[summary.months - 1] ?? null;
  const ends = [
    ...lines.map((line) => ({
      text: `${words.line[line.role]} ${level(line.level, language)}`,
      fill: zoneInks[line.role],
    })),
    { text: `${words.median} ${median === null ? "–" : months(median, language)}`, fill: colours.teal },
  ];
  const marginRight = wide ? 20 + Math.max(...ends.map((end) => textWidth(end.text, fontSizes.small, true))) : 10;
  const width = pictureWidth(size) - marginLeft - marginRight;
  const zones = zonesOf(lines, ticks.low, language);
  const callouts: Callout[] = [
    ...(opening === null ? [] : [{ x: 0, y: opening, text: `${words.opening} ${months(opening, language)}` }]),
    ...observed.map((point) => ({
      x: monthsBetween(summary.start, point.month) + 1,
      y: point.point.value,
      text: observedText(point.label[language], point.point.value, language),
    })),
  ];
  const domains = [
    [0, summary.months],
    [ticks.low, ticks.high],
  ] as const;
  const said = (frame: Frame) =>
    calloutLabels(wide ? callouts : [], lines, series, frame, size.state === undefined ? 2 : 12);
  const places = (frame: Frame) => {
    const marks = callouts.map(({ x, y }) => around(frame.x(x), frame.y(y)));
    return namePlaces(zones, [series.p50, ...sampleColumns(summary)], frame, [...said(frame).boxes, ...marks]);
  };
  // What has a place in a plot has one wherever the plot stands in the picture.
  const plotted = { left: marginLeft, right: marginLeft + width, top: 0, bottom: plotHeight(size) };
  const found = places(frameOf(plotted, ...domains));
  return draw(
    {
      finding: context.finding ?? payableMonthsFinding(summary, language),
      measure: measureText(context, language),
      key: [
        ...keyOf(summary, observed.length > 0, language),
        ...zones.filter((_, i) => found[i] === undefined).map(zoneKey),
      ],
      notes: notesOf(wide ? [] : callouts, context, ticks.high < scale.reached, language),
      paths: summary.paths,
      marginLeft,
      marginRight,
      xDomain: domains[0],
      yDomain: domains[1],
      marks: [
        ...valueAxis(ticks, (tick) => fixed(tick, 0)),
        ...timeAxis(summary.start, summary.months, width, language),
        ...fan(series, opening, ticks.high),
        ...samples(summary, opening, ticks.high),
        ...washes(zones, summary.months),
        ...lines.map((line) => ruleY([line.level], { stroke: zoneInks[line.role], strokeWidth: 1.25 })),
        lineY(points(series.p50, opening, ticks.high), {
          x: "x",
          y: "y",
          stroke: colours.teal,
          strokeWidth: 2,
          clip: true,
          className: "median",
        }),
        dot(
          callouts.filter((callout) => callout.y <= ticks.high),
          { x: "x", y: "y", r: 3.5, fill: colours.ink, stroke: colours.paper, strokeWidth: 1.5, className: "observed" },
        ),
      ],
      labels: (frame) => [
        ...zoneStrips(zones, frame),
        ...zoneNames(zones, places(frame), frame),
        ...(wide ? endLabels(ends, [...lines.map((line) => line.level), median ?? ticks.high], frame) : []),
        ...said(frame).elements,
      ],
      table: tableOf(summary, series, language),
      description: describe(summary, series, language),
    },
    size,
  );
}

/** Lowest and highest value to be shown, and the highest there is. */
function valueRange(
  series: SeriesSummary,
  lines: readonly WatchedLine[],
  others: readonly number[],
): { low: number; high: number; reached: number } {
  const highest = Math.max(0, ...lines.map((line) => line.level));
  const reached = Math.max(0, ...numbers(series.p97_5), ...others);
  const middle = Math.max(0, ...numbers(series.p90));
  const needed = Math.max(1, highest * 1.15, ...others);
  const high = Math.max(needed, highest > 0 ? Math.min(reached, Math.max(highest * 2.5, middle)) : reached);
  return { low: Math.min(0, ...numbers(series.p2_5)), high, reached };
}

/** The end of month t at t + 1, after the opening at 0; no number means above the top. */
function points(column: Column, opening: number | null, top: number): { x: number; y: number }[] {
  return [{ x: 0, y: opening ?? top * 2 }, ...column.map((value, t) => ({ x: t + 1, y: value ?? top * 2 }))];
}

function fan(series: SeriesSummary, opening: number | null, top: number): Markish[] {
  return fanBands.map(({ low, high, percent, opacity }) => {
    const upper = points(series[high], opening, top);
    const data = points(series[low], opening, top).map(({ x, y }, i) => ({ x, low: y, high: upper[i]?.y ?? y }));
    return areaY(data, {
      x: "x",
      y1: "low",
      y2: "high",
      fill: colours.teal,
      fillOpacity: opacity,
      clip: true,
      className: `band band-${percent}`,
    });
  });
}

function samples(summary: RunSummary, opening: number | null, top: number): Markish[] {
  return sampleColumns(summary).map((column) =>
    lineY(points(column, opening, top), {
      x: "x",
      y: "y",
      stroke: colours.ink,
      strokeOpacity: 0.55,
      strokeWidth: 0.75,
      clip: true,
      className: "sample",
    }),
  );
}

/** What a dot covers. */
function around(x: number, y: number): PlacedBox {
  return { left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 };
}

function sampleColumns(summary: RunSummary): Column[] {
  return summary.samplePaths.map((path) => path.series["payableMonths"] ?? []);
}

/** Higher than other charts, so that the zones have room under a wide fan. */
function fanHeight({ width }: ChartSize): number {
  return Math.round(Math.max(280, Math.min(440, width * 0.46)));
}

function numbers(column: Column): number[] {
  return column.filter((value) => value !== null);
}

/** The label of an actual figure, with the figure unless the label already states one. */
function observedText(label: string, value: number, language: Language): string {
  return /\d ?(?:个月|months?)/.test(label) ? label : `${label} ${months(value, language)}`;
}
