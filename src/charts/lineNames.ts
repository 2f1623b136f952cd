import { type Language, level } from "../text/numbers.ts";
import type { Frame } from "./figure.ts";
import { type Curve, freePlace, type PlacedBox } from "./freePlace.ts";
import type { WatchedLine } from "./lines.ts";
import { round, textLines } from "./svg.ts";
import { colours, fontSizes, LINE_HEIGHT, zoneInks } from "./theme.ts";
import { chartWords } from "./words.ts";
import { textWidth } from "./wrap.ts";

/** Names of the lines of the trigger above or below them, as far right as no curve runs; `drawn` is in values of the axes. */
export function lineNames(
  lines: readonly WatchedLine[],
  drawn: readonly Curve[],
  frame: Frame,
  language: Language,
): SVGElement[] {
  const height = fontSizes.small * LINE_HEIGHT;
  const levels = lines.map((line) => frame.y(line.level));
  const curves = [
    ...drawn.map((points) => points.map(({ x, y }) => ({ x: frame.x(x), y: frame.y(y) }))),
    ...levels.map((y) => [frame.left, frame.right].map((x) => ({ x, y }))),
  ];
  const taken: PlacedBox[] = [];
  return lines.flatMap((line, i) => {
    const name = `${chartWords[language].line[line.role]} ${level(line.level, language)}`;
    const width = textWidth(name, fontSizes.small);
    const y = levels[i] ?? 0;
    const boxes: PlacedBox[] = [];
    for (let right = frame.right - 6; right - width >= frame.left + 6; right -= 12) {
      for (const top of [y - height - 4, y + 4]) {
        if (top >= frame.top && top + height <= frame.bottom) {
          boxes.push({ left: right - width, right, top, bottom: top + height });
        }
      }
    }
    const place = freePlace(boxes, curves, taken);
    if (place === undefined) return [];
    taken.push(place);
    const look = { anchor: "end" as const, fill: zoneInks[line.role], halo: colours.paper };
    return [textLines([name], round(place.right), round(place.top), look)];
  });
}
