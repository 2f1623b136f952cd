import { areaY, lineY, ruleY } from "@observablehq/plot";
import { monthText } from "../model/calendar.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";
import type { RunDifference, RunSummary } from "../model/simulation/result.ts";
import { monthEnd } from "../text/dates.ts";
import { fixed, type Language, type MoneyUnit, moneyUnit } from "../text/numbers.ts";
import { ticks, timeAxis, valueAxis } from "./axis.ts";
import type { ChartContext } from "./context.ts";
import { type ChartSize, draw, type Figure, pictureWidth, plotHeight } from "./figure.ts";
import { moneyScale } from "./moneyScale.ts";
import { moneyCell, moneyStep, moneyWords, steppedNumber } from "./moneyWords.ts";
import { alternativeLooks, colours, fontSizes } from "./theme.ts";
import { chartWords } from "./words.ts";
import { textWidth } from "./wrap.ts";

export interface DifferenceOptions {
  readonly series: "payableMonths" | "fundBalance";
  readonly baseline: Bilingual;
  readonly alternative: Bilingual;
  /** Place of the alternative among the compared, from 0, for its colour. */
  readonly place: number;
}

interface Point {
  readonly x: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Mean paired difference, alternative − baseline on the same paths, at the end of each month, with its 95 % interval. Months
 * in which the difference has no number are left out. Identical runs are said to be identical.
 */
export function differenceChart(
  difference: RunDifference,
  summary: Pick<RunSummary, "start" | "months" | "paths">,
  options: DifferenceOptions,
  context: ChartContext,
  size: ChartSize,
): Figure {
  const { language, unit } = size;
  const zh = language === "zh";
  const words = chartWords[language];
  const columns = difference.series[options.series];
  if (columns === undefined) throw new Error(`difference.series.${options.series}: expected a series, got none`);
  const points = columns.estimate.flatMap((estimate, t): Point[] => {
    const [low, high] = [columns.low[t] ?? null, columns.high[t] ?? null];
    return estimate === null || low === null || high === null ? [] : [{ x: t + 1, estimate, low, high }];
  });
  const inMonths = options.series === "payableMonths";
  const low = Math.min(0, ...points.map((point) => point.low));
  const high = Math.max(0, ...points.map((point) => point.high));
  const most = Math.max(3, Math.floor(plotHeight(size) / 40));
  const span = Math.max(high - low, inMonths ? 0.1 : 1);
  const scale = inMonths ? monthScale(low, low + span, most) : moneyScale(low, low + span, most, unit, language);
  const marginLeft = 14 + Math.max(...scale.found.values.map((tick) => textWidth(scale.name(tick), fontSizes.small)));
  const marginRight = 12;
  const subject = inMonths ? words.payableMonths : words.fundBalance;
  const finding = findingOf(difference, points, summary, options, subject, unit, language);
  const colour = alternativeLooks[options.place]?.colour ?? colours.teal;
  const unitName = inMonths ? (zh ? "个月" : "months") : moneyUnit(unit, language);
  return draw(
    {
      finding,
      measure: zh
        ? `${context.title.zh}：${subject}之差（“${options.alternative.zh}”减“${options.baseline.zh}”，同一批路径逐条相减的平均值），单位：${unitName}`
        : `${context.title.en}: ${subject.toLowerCase()}, ${options.alternative.en} minus ${options.baseline.en}, mean over the same paths, in ${unitName}`,
      key: [
        { kind: "line", label: zh ? "平均差" : "Mean difference", colour: colour },
        { kind: "area", label: zh ? "95% 区间" : "95% interval", colour, opacity: 0.3 },
      ],
      notes: [],
      paths: summary.paths,
      marginLeft,
      marginRight,
      xDomain: [0, summary.months],
      yDomain: [scale.found.low, scale.found.high],
      marks: [
        ...valueAxis(scale.found, scale.name),
        ...timeAxis(summary.start, summary.months, pictureWidth(size) - marginLeft - marginRight, language),
        ruleY([0], { stroke: colours.ink, strokeWidth: 1.25 }),
        areaY(points, { x: "x", y1: "low", y2: "high", fill: colour, fillOpacity: 0.3, className: "interval" }),
        lineY(points, { x: "x", y: "estimate", stroke: colour, strokeWidth: 2, className: "estimate" }),
      ],
      table: {
        columns: [
          words.month,
          ...(zh
            ? ["平均差", "标准误", "95% 下限", "95% 上限"]
            : ["Mean difference", "Standard error", "95% low", "95% high"]),
        ],
        rows: columns.estimate.map((estimate, t) => [
          monthText(summary.start, t),
          ...[estimate, columns.standardError[t], columns.low[t], columns.high[t]].map((value) =>
            value === null || value === undefined ? null : inMonths ? fixed(value, 3) : moneyCell(value, unit),
          ),
        ]),
      },
      description: finding,
    },
    size,
  );
}

function monthScale(low: number, high: number, most: number): ReturnType<typeof moneyScale> {
  const found = ticks(low, high, most);
  const decimals = Math.max(0, -Math.floor(Math.log10(found.step) + 1e-9));
  return { found, name: (value) => fixed(value, decimals) };
}

/** Difference at the last month with a number, its interval, and a tie where the interval holds zero. */
function findingOf(
  difference: RunDifference,
  points: readonly Point[],
  summary: Pick<RunSummary, "start">,
  { baseline, alternative, series }: DifferenceOptions,
  subject: string,
  unit: MoneyUnit,
  language: Language,
): string {
  const zh = language === "zh";
  const last = points[points.length - 1];
  if (difference.identical) {
    return zh
      ? `“${alternative.zh}”与“${baseline.zh}”完全相同。`
      : `${alternative.en} and ${baseline.en} are identical.`;
  }
  if (last === undefined) return zh ? "没有可比的月份。" : "There is no month to compare.";
  const end = monthEnd(monthText(summary.start, last.x - 1), language);
  const step = moneyStep(last.estimate, (last.high - last.low) / 20, unit);
  const show = (value: number): string =>
    series === "fundBalance"
      ? moneyWords(value, step, unit, language)
      : `${fixed(value, 2)}${zh ? " 个月" : " months"}`;
  const bare = (value: number): string =>
    series === "fundBalance" ? steppedNumber(value, step, unit) : fixed(value, 2);
  const interval = zh
    ? `95% 区间 ${bare(last.low)} 至 ${bare(last.high)}`
    : `95% interval ${bare(last.low)} to ${bare(last.high)}`;
  if (last.low <= 0 && last.high >= 0) {
    return zh
      ? `到 ${end}，两方案的${subject}分不出高低（差 ${show(last.estimate)}，${interval}）。`
      : `By ${end} the two cannot be told apart in ${subject.toLowerCase()} (difference ${show(last.estimate)}, ${interval}).`;
  }
  const by = show(Math.abs(last.estimate));
  return zh
    ? `到 ${end}，“${alternative.zh}”的${subject}平均${last.estimate > 0 ? "多" : "少"} ${by}（${interval}）。`
    : `${alternative.en} against ${baseline.en}: ${by} ${last.estimate > 0 ? "more" : "less"} on average by ${end} (${interval}).`;
}
