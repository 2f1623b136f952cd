import type { Frame } from "./figure.ts";
import { spread } from "./labels.ts";
import { linesHeight, round, svg, textLines } from "./svg.ts";
import { colours, fontSizes } from "./theme.ts";

/** Names at the ends of the lines, moved apart, each tied to its line by a leader in its colour. */
export function tiedLabels(
  ends: readonly { readonly last: number | null; readonly lines: readonly string[] }[],
  lineColours: readonly string[],
  top: number,
  frame: Frame,
): SVGElement[] {
  const wanted = ends.map(({ last, lines }) => ({
    centre: Math.max(frame.top, Math.min(frame.bottom, frame.y(last ?? top))),
    height: linesHeight(lines.length, fontSizes.small) + 2,
  }));
  const centres = spread(wanted, frame.top - 10, frame.bottom + 10);
  return ends.flatMap(({ lines }, i) => {
    const centre = centres[i] ?? 0;
    const height = linesHeight(lines.length, fontSizes.small);
    return [
      svg("path", {
        d: `M${frame.right + 2},${round(wanted[i]?.centre ?? 0)}L${frame.right + 10},${round(centre)}h14`,
        fill: "none",
        stroke: lineColours[i] ?? colours.ink,
        "stroke-width": 2,
      }),
      textLines(lines, frame.right + 28, round(centre - height / 2), { fill: colours.ink, bold: i === 0 }),
    ];
  });
}
