import type { SeriesSummary } from "../model/simulation/result.ts";
import type { Frame } from "./figure.ts";
import type { PlacedBox } from "./freePlace.ts";
import { spread } from "./labels.ts";
import type { WatchedLine } from "./lines.ts";
import { linesHeight, round, svg, textLines } from "./svg.ts";
import { colours, fontSizes, LINE_HEIGHT } from "./theme.ts";
import { textWidth, wrap } from "./wrap.ts";

/** One thing to be said about a point of the plot. */
export interface Callout {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Labels in the right margin at the heights of what they name, moved apart where they would touch. */
export function endLabels(
  ends: readonly { readonly text: string; readonly fill: string }[],
  values: readonly number[],
  frame: Frame,
): SVGElement[] {
  const height = fontSizes.small * LINE_HEIGHT;
  const wanted = values.map((value) => ({
    centre: Math.max(frame.top, Math.min(frame.bottom, frame.y(value))),
    height,
  }));
  const centres = spread(wanted, frame.top - height / 2, frame.bottom + height / 2);
  return ends.map(({ text, fill }, i) =>
    textLines([text], round(frame.right + 12), round((centres[i] ?? 0) - fontSizes.small * 0.68), { fill, bold: true }),
  );
}

/**
 * Labels of opening and actual figures above the fan, clear of the lines, each with a thin line down to its mark. Later ones
 * stand lower, so that no line crosses a label. `boxes` are what labels, lines and marks cover.
 */
export function calloutLabels(
  callouts: readonly Callout[],
  lines: readonly WatchedLine[],
  series: SeriesSummary,
  frame: Frame,
  down: number,
): { elements: SVGElement[]; boxes: PlacedBox[] } {
  const size = fontSizes.small;
  const levels = lines.map((line) => frame.y(line.level)).sort((a, b) => b - a);
  let limit = frame.bottom;
  const placed = [...callouts]
    .sort((a, b) => b.x - a.x || a.y - b.y)
    .map((callout) => {
      const px = frame.x(callout.x);
      const leftwards = px > (frame.left + frame.right) / 2;
      const end = leftwards ? Math.min(px - 6, frame.right - 84) : px + 6;
      const text = wrap(callout.text, leftwards ? end - frame.left : frame.right - 84 - px, size);
      const width = Math.max(...text.map((line) => textWidth(line, size)));
      const [from, to] = leftwards ? [end - width, px] : [px, end + width];
      const edge = series.p97_5.map((value, t) => {
        const x = frame.x(t + 1);
        return x < from || x > to ? frame.bottom : frame.y(value ?? Number.POSITIVE_INFINITY);
      });
      const height = linesHeight(text.length, size);
      let bottom = Math.min(limit, frame.y(callout.y) - 9, Math.min(...edge) - 4);
      for (const y of levels) if (y > bottom - height - 2 && y < bottom + 2) bottom = y - 3;
      limit = bottom - height - 1;
      return { callout, px, end, leftwards, text, from, to, height, top: bottom - height };
    });
  const push = Math.max(0, frame.top + down - Math.min(...placed.map(({ top }) => top)));
  const boxes = placed.flatMap(({ callout, px, from, to, top, height }) => [
    { left: from, right: to, top: top + push, bottom: top + push + height },
    { left: px - 8, right: px + 8, top: top + push, bottom: frame.y(callout.y) + 8 },
  ]);
  const elements = placed.flatMap(({ callout, px, end, leftwards, text, top }) => {
    const middle = top + push + size * 0.75;
    return [
      svg("path", {
        d: `M${round(px)},${round(frame.y(callout.y) - 5)}V${round(middle)}H${round(end + (leftwards ? 2 : -2))}`,
        fill: "none",
        stroke: colours.ink,
        "stroke-width": 0.75,
      }),
      textLines(text, round(end), round(top + push), {
        fill: colours.ink,
        anchor: leftwards ? "end" : "start",
        halo: colours.paper,
      }),
    ];
  });
  return { elements, boxes };
}
