import { link, type Markish, rect, ruleY, text } from "@observablehq/plot";
import { colours, fontSizes, LINE_HEIGHT } from "./theme.ts";
import { textWidth } from "./wrap.ts";

/** A bar over year `place` (0 for the first); years are one unit wide. */
export interface YearBar {
  readonly x1: number;
  readonly x2: number;
  readonly from: number;
  readonly to: number;
  readonly fill: string;
  /** Edge in a darker tone, for contrast with the paper. */
  readonly edge: string;
}

/** Whisker from low to high. */
export interface Whisker {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Left and right edge of bar `i` of `of` side by side in a year. */
export function slot(place: number, i: number, of: number): { x1: number; x2: number; x: number } {
  const width = 0.76 / of;
  const x1 = place + 0.12 + width * i;
  return { x1: x1 + 0.02, x2: x1 + width - 0.02, x: x1 + width / 2 };
}

/** Bars on a base line with whiskers over them. */
export function barMarks(bars: readonly YearBar[], whiskers: readonly Whisker[]): Markish[] {
  return [
    rect([...bars], {
      x1: "x1",
      x2: "x2",
      y1: "from",
      y2: "to",
      fill: "fill",
      stroke: "edge",
      strokeWidth: 1,
      className: "bars",
    }),
    link([...whiskers], {
      x1: "x",
      x2: "x",
      y1: "low",
      y2: "high",
      stroke: colours.ink,
      strokeWidth: 1.25,
      className: "whiskers",
    }),
    ruleY([0], { stroke: colours.ink, strokeWidth: 1 }),
  ];
}

/** Names under the years, as many as have room, each with a second line where it has one (a year in part). */
export function yearNames(names: readonly string[], width: number): Markish {
  const lines = names.map((name) => name.split("\n"));
  const widest = Math.max(...lines.flat().map((line) => textWidth(line, fontSizes.small))) + 6;
  const every = Math.max(1, Math.ceil((widest * names.length) / width));
  return text(
    names
      .map((name, i) => ({ name, x: i + 0.5 }))
      .filter(({ x }, i) => i % every === 0 && (x * width) / names.length + widest / 2 <= width + 12),
    {
      x: "x",
      text: "name",
      frameAnchor: "bottom",
      lineAnchor: "top",
      lineHeight: LINE_HEIGHT,
      dy: 8,
      fill: colours.muted,
      fontSize: fontSizes.small,
    },
  );
}
