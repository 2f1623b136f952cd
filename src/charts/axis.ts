import { axisY, gridY, type Markish, ruleX, text } from "@observablehq/plot";
import { nice, ticks as roundTicks, tickStep } from "d3";
import { calendarYear, type MonthText, monthNumber } from "../model/calendar.ts";
import { type Language } from "../text/numbers.ts";
import { colours, fontSizes } from "./theme.ts";
import { textWidth } from "./wrap.ts";

/** A stretch of the time axis from the start of month `from` to the start of month `to`, months counted from the start. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** Calendar years inside the horizon, or calendar quarters where it is 18 months or shorter. */
export function spans(start: MonthText, months: number, language: Language): Span[] {
  const length = months > 18 ? 12 : 3;
  const found: Span[] = [];
  for (let from = 0; from < months; ) {
    const inside = (((monthNumber(start) + from) % length) + length) % length;
    const to = Math.min(months, from + length - inside);
    const year = String(calendarYear(start, from));
    const quarter = Math.floor(((monthNumber(start) + from) % 12) / 3) + 1;
    const quarterName = language === "zh" ? `${year} 年 ${quarter} 季度` : `Q${quarter} ${year}`;
    found.push({ from, to, label: length === 12 ? year : quarterName });
    from = to;
  }
  return found;
}

/**
 * Time axis in months since the start: month t lies between t and t + 1, and what is true at its end stands at t + 1. Lines
 * stand at Januaries (or quarters), the names of the years between them, as many as have room.
 */
export function timeAxis(start: MonthText, months: number, width: number, language: Language): Markish[] {
  const all = spans(start, months, language);
  const pixels = width / months;
  const widest = Math.max(...all.map((span) => textWidth(span.label, fontSizes.small))) + 8;
  const every = Math.max(1, Math.ceil(widest / (pixels * Math.max(1, ...all.map(monthsOf)))));
  const middle = (span: Span): number => ((span.from + span.to) / 2) * pixels;
  const short = monthsOf(all[0]) < monthsOf(all[1]) && monthsOf(all[0]) * pixels < widest;
  const whole = Math.max(
    short ? 1 : 0,
    all.findIndex((span) => middle(span) >= widest / 2 - 8),
  );
  const named = all.filter(
    (span, i) =>
      i >= whole &&
      (i - whole) % every === 0 &&
      (every > 1 || monthsOf(span) * pixels >= widest) &&
      middle(span) + widest / 2 <= width + 12,
  );
  const edges = all.slice(1).filter((_, i) => every < 3 || (i + 1) % every === whole % every);
  return [
    ruleX(edges, {
      x: "from",
      stroke: colours.hairline,
      strokeWidth: 1,
    }),
    text(named, {
      x: (span: Span) => (span.from + span.to) / 2,
      text: "label",
      frameAnchor: "bottom",
      lineAnchor: "top",
      dy: 8,
      fill: colours.muted,
      fontSize: fontSizes.small,
    }),
  ];
}

function monthsOf(span: Span | undefined): number {
  return span === undefined ? 0 : span.to - span.from;
}

export interface Ticks {
  readonly low: number;
  readonly high: number;
  readonly values: readonly number[];
  readonly step: number;
}

/** Round ticks that cover [low, high] with at most `most` steps. */
export function ticks(low: number, high: number, most: number): Ticks {
  const top = Math.max(high, low + 1e-9);
  for (let count = most; ; count--) {
    const [first, last] = nice(low, top, Math.max(1, count));
    const values = roundTicks(first, last, Math.max(1, count));
    if (values.length - 1 <= most || count <= 1) {
      return { low: first, high: last, values, step: tickStep(first, last, Math.max(1, count)) };
    }
  }
}

/** Ticks of payable months: whole months that divide a year, so that lines such as 9 and 12 stand on ticks. */
export function monthTicks(low: number, high: number, most: number): Ticks {
  const step = [1, 3, 6, 12, 24, 60, 120].find((wanted) => (high - low) / wanted <= most) ?? 240;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const values = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { low: first * step, high: last * step, values, step };
}

/** Value axis at the left with hairlines across. */
export function valueAxis(found: Ticks, name: (value: number) => string): Markish[] {
  return [
    gridY(found.values, { stroke: colours.hairline, strokeOpacity: 1, strokeWidth: 1 }),
    axisY(found.values, {
      label: null,
      tickSize: 0,
      tickPadding: 6,
      tickFormat: name,
      fontSize: fontSizes.small,
      color: colours.muted,
    }),
  ];
}
