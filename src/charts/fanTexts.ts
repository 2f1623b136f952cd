import { monthText } from "../model/calendar.ts";
import type { QuantileName, RunSummary, SeriesSummary } from "../model/simulation/result.ts";
import { monthName } from "../text/dates.ts";
import { count, fixed, type Language, months } from "../text/numbers.ts";
import type { ChartContext } from "./context.ts";
import type { Callout } from "./fanLabels.ts";
import type { Figure } from "./figure.ts";
import type { KeyEntry } from "./key.ts";
import { colours } from "./theme.ts";
import { chartWords } from "./words.ts";

/** Bands of the fan from the widest to the narrowest, one hue laid over itself. */
export const fanBands: readonly {
  low: QuantileName;
  high: QuantileName;
  percent: number;
  opacity: number;
  shown: number;
}[] = [
  { low: "p2_5", high: "p97_5", percent: 95, opacity: 0.16, shown: 0.16 },
  { low: "p10", high: "p90", percent: 80, opacity: 0.22, shown: 0.34 },
  { low: "p25", high: "p75", percent: 50, opacity: 0.32, shown: 0.55 },
];

/** Scenario, measure with its reading, and unit. */
export function measureText(context: ChartContext, language: Language): string {
  const reading = context.reading?.[language];
  return language === "zh"
    ? `${context.title.zh}：各月末可支付月数${reading === undefined ? "" : `（${reading}）`}，单位：个月`
    : `${context.title.en}: payable months at the end of each month${reading === undefined ? "" : ` (${reading})`}, in months`;
}

/** Names of median, bands, single paths and actual figures. */
export function keyOf(summary: RunSummary, observed: boolean, language: Language): KeyEntry[] {
  const words = chartWords[language];
  const bands = [2, 1, 0].flatMap((i) => fanBands[i] ?? []);
  return [
    { kind: "line", label: words.median, colour: colours.teal },
    ...bands.map(({ percent, shown }): KeyEntry => {
      return { kind: "area", label: words.shareOfPaths(percent), colour: colours.teal, opacity: shown };
    }),
    ...(summary.samplePaths.length === 0 ? [] : [samplesKey(words.samplePaths(summary.samplePaths.length))]),
    ...(observed ? [{ kind: "dot", label: words.observed, colour: colours.ink } as const] : []),
  ];
}

function samplesKey(label: string): KeyEntry {
  return { kind: "line", label, colour: colours.ink, opacity: 0.55, strokeWidth: 1 };
}

/** What is cut off, figures that had no room in the plot, and the source. */
export function notesOf(
  callouts: readonly Callout[],
  context: ChartContext,
  cut: boolean,
  language: Language,
): string[] {
  const words = chartWords[language];
  return [
    ...(cut ? [language === "zh" ? "最上方的分位数超出图幅。" : "The highest quantiles lie above the picture."] : []),
    ...(callouts.length === 0
      ? []
      : [`${callouts.map(({ text }) => text).join(language === "zh" ? "；" : "; ")}${words.stop.trim()}`]),
    ...(context.source === undefined ? [] : [`${words.source}${context.source[language]}`]),
  ];
}

const columns = ["p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5"] as const;

/** Quantiles and mean by month. */
export function tableOf(summary: RunSummary, series: SeriesSummary, language: Language): Figure["table"] {
  const words = chartWords[language];
  const names = ["2.5%", "10%", "25%", words.median, "75%", "90%", "97.5%", words.mean];
  return {
    columns: [words.month, ...names],
    rows: series.p50.map((_, t) => [
      monthText(summary.start, t),
      ...[...columns, "mean" as const].map((name) => shownMonths(series[name][t])),
    ]),
  };
}

/** Opening, and median with the middle 80 % at every year end and at the end of the horizon. */
export function describe(summary: RunSummary, series: SeriesSummary, language: Language): string {
  const words = chartWords[language];
  const opening = summary.opening.payableMonths;
  const at = (t: number): string => {
    const [low, middle, high] = [series.p10[t], series.p50[t], series.p90[t]].map((value) =>
      value === null || value === undefined ? "–" : months(value, language),
    );
    const month = monthName(monthText(summary.start, t), language);
    return language === "zh"
      ? `${month}末中位数 ${middle}，80% 的路径在 ${low} 至 ${high} 之间`
      : `end of ${month}: median ${middle}, 80% of paths between ${low} and ${high}`;
  };
  const ends: number[] = [];
  for (let t = 0; t < summary.months; t++) {
    if (t === summary.months - 1 || monthText(summary.start, t).endsWith("-12")) ends.push(t);
  }
  const parts = [
    `${words.paths(summary.paths)}${words.colon}${count(summary.months)}${language === "zh" ? " 个月" : " months"}`,
    ...(opening === null ? [] : [`${words.opening} ${months(opening, language)}`]),
    ...ends.map(at),
  ];
  return `${parts.join(language === "zh" ? "；" : "; ")}${words.stop.trim()}`;
}

/** Payable months in a table; null where they have no number. */
export function shownMonths(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : fixed(value, 2);
}
