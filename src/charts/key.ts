import { linesHeight, round, svg, textLines } from "./svg.ts";
import { colours, fontSizes } from "./theme.ts";
import { textWidth, wrap } from "./wrap.ts";

/** One entry of the key of a chart. */
export interface KeyEntry {
  readonly label: string;
  readonly kind: "area" | "line" | "dot";
  readonly colour: string;
  readonly opacity?: number;
  readonly strokeWidth?: number;
  readonly dash?: string;
}

/** Entries of a key in as many rows as they need; a label wider than the key is wrapped. */
export function keyRows(
  key: readonly KeyEntry[],
  left: number,
  top: number,
  width: number,
): { elements: SVGElement[]; height: number } {
  const elements: SVGElement[] = [];
  const swatch = 22;
  const rowHeight = 20;
  let x = left;
  let y = top;
  let height = rowHeight;
  for (const entry of key) {
    const lines = wrap(entry.label, width - swatch - 5, fontSizes.small);
    const length = swatch + 5 + Math.max(...lines.map((line) => textWidth(line, fontSizes.small)));
    if (x > left && x + length > left + width) {
      x = left;
      y += height;
      height = rowHeight;
    }
    height = Math.max(height, rowHeight + linesHeight(lines.length - 1, fontSizes.small));
    const middle = y + rowHeight / 2;
    const look = { fill: entry.colour, "fill-opacity": entry.opacity };
    elements.push(
      entry.kind === "area"
        ? svg("rect", { x: round(x), y: middle - 6, width: swatch - 4, height: 12, ...look })
        : entry.kind === "dot"
          ? svg("circle", { cx: round(x + 8), cy: middle, r: 4, ...look })
          : svg("line", {
              x1: round(x),
              x2: round(x + swatch - 2),
              y1: middle,
              y2: middle,
              stroke: entry.colour,
              "stroke-opacity": entry.opacity,
              "stroke-width": entry.strokeWidth ?? 2,
              "stroke-dasharray": entry.dash === "none" ? undefined : entry.dash,
            }),
      textLines(lines, round(x + swatch + 3), middle - 8.5, { fill: colours.ink }),
    );
    x += length + 16;
  }
  return { elements, height: y + height - top };
}
