import { areaY, lineY, type Markish, ruleY } from "@observablehq/plot";
import { monthText } from "../model/calendar.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";
import type { Column, RunSummary } from "../model/simulation/result.ts";
import { monthEnd } from "../text/dates.ts";
import { fixed, type Language, months } from "../text/numbers.ts";
import { monthTicks, timeAxis, valueAxis } from "./axis.ts";
import type { ChartContext } from "./context.ts";
import { shownMonths } from "./fanTexts.ts";
import { type ChartSize, draw, type Figure, pictureWidth, plotHeight } from "./figure.ts";
import type { KeyEntry } from "./key.ts";
import { lineNames } from "./lineNames.ts";
import { watchedLines } from "./lines.ts";
import { alternativeLooks, colours, fontSizes, zoneInks } from "./theme.ts";
import { tiedLabels } from "./tiedLabels.ts";
import { chartWords } from "./words.ts";
import { textWidth, wrap } from "./wrap.ts";

/** A run with the name that it has in a comparison. */
export interface Compared {
  readonly name: Bilingual;
  readonly summary: RunSummary;
}

/** The baseline and at most so many alternatives fit one picture. */
export const MOST_ALTERNATIVES: number = alternativeLooks.length;

const WIDE = 560;
const looks = [{ colour: colours.ink, dash: "none" }, ...alternativeLooks];

/**
 * Median payable months of the baseline (ink) and its alternatives over the same months, with a thin band of the middle
 * half of the paths; names stand at the ends of the lines, in a narrow picture in the key.
 */
export function comparison(runs: readonly Compared[], context: ChartContext, size: ChartSize): Figure {
  const { language } = size;
  const zh = language === "zh";
  const words = chartWords[language];
  const baseline = runs[0];
  if (baseline === undefined || runs.length > MOST_ALTERNATIVES + 1) {
    throw new Error(`compared runs: expected 1 to ${MOST_ALTERNATIVES + 1}, got ${runs.length}`);
  }
  const { start, months: horizon, opening } = baseline.summary;
  const lines = watchedLines(baseline.summary);
  const columns = runs.map(({ summary }) => {
    const series = summary.series["payableMonths"];
    return { low: series?.p25 ?? [], median: series?.p50 ?? [], high: series?.p75 ?? [] };
  });
  const numbers = columns.flatMap(({ low, high }) => [...low, ...high]).filter((value) => value !== null);
  const highestLine = Math.max(0, ...lines.map((line) => line.level));
  const high = Math.min(Math.max(...numbers, opening.payableMonths ?? 0), Math.max(highestLine * 4, 24));
  const ticks = monthTicks(
    Math.min(0, ...numbers),
    Math.max(1, highestLine * 1.15, high),
    Math.floor(plotHeight(size) / 36),
  );
  const wide = size.width >= WIDE;
  const marginLeft = 14 + Math.max(...ticks.values.map((tick) => textWidth(fixed(tick, 0), fontSizes.small)));
  const labelWidth = Math.min(size.width * 0.28, 220);
  const ends = runs.map(({ name }, i) => {
    const last = columns[i]?.median[horizon - 1] ?? null;
    const text = `${name[language]}${words.colon}${last === null ? "–" : months(last, language)}`;
    return { last, text, lines: wrap(text, labelWidth, fontSizes.small) };
  });
  const widest = Math.max(...ends.flatMap((end) => end.lines).map((line) => textWidth(line, fontSizes.small)));
  const marginRight = wide ? 34 + widest : 10;
  const at = (column: Column): { x: number; y: number }[] =>
    [opening.payableMonths, ...column].map((value, x) => ({ x, y: value ?? ticks.high * 2 }));
  const key = runs.map(({ name }, i): KeyEntry => {
    return {
      kind: "line",
      label: name[language],
      colour: looks[i]?.colour ?? colours.ink,
      dash: looks[i]?.dash ?? "none",
    };
  });
  const finding = findingOf(runs, columns, language);
  return draw(
    {
      finding,
      measure: zh
        ? `${context.title.zh}：各月末可支付月数的中位数，浅色带为 50% 的路径，单位：个月`
        : `${context.title.en}: median payable months at the end of each month, shaded: 50% of paths, in months`,
      key: wide ? [] : key,
      notes: context.source === undefined ? [] : [`${words.source}${context.source[language]}`],
      paths: baseline.summary.paths,
      marginLeft,
      marginRight,
      xDomain: [0, horizon],
      yDomain: [ticks.low, ticks.high],
      marks: [
        ...valueAxis(ticks, (tick) => fixed(tick, 0)),
        ...timeAxis(start, horizon, pictureWidth(size) - marginLeft - marginRight, language),
        ...columns.map((column, i): Markish => {
          const upper = at(column.high);
          return areaY(
            at(column.low).map(({ x, y }, t) => ({ x, low: y, high: upper[t]?.y ?? y })),
            {
              x: "x",
              y1: "low",
              y2: "high",
              fill: looks[i]?.colour ?? colours.ink,
              fillOpacity: 0.09,
              clip: true,
              className: "band",
            },
          );
        }),
        ...lines.map((line) =>
          ruleY([line.level], {
            stroke: zoneInks[line.role],
            strokeWidth: 1,
            strokeDasharray: "2 3",
          }),
        ),
        ...columns.map(
          (_, k): Markish => medianLine(at(columns[columns.length - 1 - k]?.median ?? []), columns.length - 1 - k),
        ),
      ],
      labels: (frame) => [
        ...lineNames(
          lines,
          columns.flatMap((column) => [column.low, column.median, column.high].map(at)),
          frame,
          language,
        ),
        ...(wide
          ? tiedLabels(
              ends,
              looks.map(({ colour }) => colour),
              ticks.high,
              frame,
            )
          : []),
      ],
      table: {
        columns: [words.month, ...runs.map(({ name }) => name[language])],
        rows: (columns[0]?.median ?? []).map((_, t) => [
          monthText(start, t),
          ...columns.map((column) => shownMonths(column.median[t])),
        ]),
      },
      description: `${finding}${zh ? "" : " "}${ends.map((end) => end.text).join(zh ? "；" : "; ")}${words.stop.trim()}`,
    },
    size,
  );
}

/** A median; dashes tell alternatives apart where lines cross. */
function medianLine(data: { x: number; y: number }[], place: number): Markish {
  return lineY(data, {
    x: "x",
    y: "y",
    stroke: looks[place]?.colour ?? colours.ink,
    strokeWidth: place === 0 ? 2.5 : 2,
    strokeDasharray: looks[place]?.dash ?? "none",
    clip: true,
    className: "median",
  });
}

/** Median payable months at the end of the horizon: the baseline's, and the alternative that differs most. */
function findingOf(
  runs: readonly Compared[],
  columns: readonly { readonly median: Column }[],
  language: Language,
): string {
  const zh = language === "zh";
  const summary = runs[0]?.summary;
  if (summary === undefined) return "";
  const t = summary.months - 1;
  const end = monthEnd(monthText(summary.start, t), language);
  const own = columns[0]?.median[t] ?? null;
  if (own === null) return zh ? `${end}没有支出。` : `There is no outgo at ${end}.`;
  let far: { name: Bilingual; value: number } | undefined;
  runs.forEach(({ name }, i) => {
    const value = columns[i]?.median[t] ?? null;
    if (value !== null && Math.abs(value - own) > Math.abs((far?.value ?? own) - own)) far = { name, value };
  });
  const first = zh
    ? `${end}可支付月数的中位数：“${runs[0]?.name.zh}”为 ${months(own, "zh")}`
    : `Median payable months at ${end}: ${fixed(own, 1)} for ${runs[0]?.name.en}`;
  if (far === undefined)
    return runs.length === 1
      ? `${first}${zh ? "。" : "."}`
      : `${first}${zh ? "，各方案相同。" : ", the same in every alternative."}`;
  return zh
    ? `${first}，“${far.name.zh}”为 ${months(far.value, "zh")}。`
    : `${first}, ${fixed(far.value, 1)} for ${far.name.en}.`;
}
