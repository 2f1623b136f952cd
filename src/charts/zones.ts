import { type Markish, rect } from "@observablehq/plot";
import type { Column } from "../model/simulation/result.ts";
import type { Language } from "../text/numbers.ts";
import type { Frame } from "./figure.ts";
import { freePlace, type PlacedBox } from "./freePlace.ts";
import type { KeyEntry } from "./key.ts";
import type { WatchedLine } from "./lines.ts";
import { round, svg, textLines } from "./svg.ts";
import { colours, fontSizes, LINE_HEIGHT, zoneInks } from "./theme.ts";
import { chartWords, type LineRole } from "./words.ts";
import { textWidth } from "./wrap.ts";

/** The values between a line of the trigger and the next lower one, or below the lowest. */
export interface Zone {
  readonly role: LineRole;
  readonly low: number;
  readonly high: number;
  /** "关注区（9–12 个月）". */
  readonly name: string;
}

const fills: { readonly [role in LineRole]: string } = {
  watch: colours.amber,
  act: colours.brick,
  excess: colours.muted,
};
const opacities: { readonly [role in LineRole]: number } = { watch: 0.34, act: 0.2, excess: 0.2 };
const NAME_HEIGHT = fontSizes.small * LINE_HEIGHT;
/** Room in px above a name, where its line runs. */
const ABOVE = 2;

/** Zones from the highest to the lowest; the upper edge of a corridor is a line without a zone below it. */
export function zonesOf(lines: readonly WatchedLine[], bottom: number, language: Language): Zone[] {
  const words = chartWords[language];
  const edges = lines.filter(({ role }) => role !== "excess");
  return edges.map((line, i) => {
    const lower = edges[i + 1]?.level;
    const low = lower ?? Math.min(bottom, line.level);
    return {
      role: line.role,
      low,
      high: line.level,
      name: `${words.zone[line.role]}${words.bracket(words.range(lower, line.level))}`,
    };
  });
}

/** Transparent washes over the whole horizon. */
export function washes(zones: readonly Zone[], horizon: number): Markish[] {
  return zones.map((zone) =>
    rect([zone], {
      x1: 0,
      x2: horizon,
      y1: "low",
      y2: "high",
      fill: fills[zone.role],
      fillOpacity: opacities[zone.role],
      className: `zone zone-${zone.role}`,
    }),
  );
}

/** Entry of the key for a zone without a name in the plot. */
export function zoneKey({ name, role }: Zone): KeyEntry {
  return { kind: "area", label: name, colour: fills[role] };
}

/** Strips of full colour at the right edge of the plot. */
export function zoneStrips(zones: readonly Zone[], frame: Frame): SVGElement[] {
  return zones.map(({ role, low, high }) =>
    svg("rect", {
      x: round(frame.right + 2),
      y: round(frame.y(high)),
      width: 5,
      height: round(frame.y(low) - frame.y(high)),
      fill: fills[role],
      class: `strip strip-${role}`,
    }),
  );
}

/** Where the names fit inside their zones, clear of what is `taken` and with the fewest curves, as high and far right as can be. */
export function namePlaces(
  zones: readonly Zone[],
  columns: readonly Column[],
  frame: Frame,
  taken: readonly PlacedBox[],
): (PlacedBox | undefined)[] {
  const curves = columns.map((column) =>
    column.map((value, t) => ({ x: frame.x(t + 1), y: value === null ? frame.top - 100 : frame.y(value) })),
  );
  return zones.map(({ name, low, high }) => {
    const width = textWidth(name, fontSizes.small);
    const last = frame.right - 6 - width;
    const [first, lowest] = [frame.y(high) + ABOVE, frame.y(low) - NAME_HEIGHT];
    const boxes: PlacedBox[] = [];
    for (let top = first; top <= lowest; top += 8) {
      for (let left = last; left >= frame.left + 6; left -= 24) {
        boxes.push({ left, right: left + width, top, bottom: top + NAME_HEIGHT });
      }
    }
    return freePlace(boxes, curves, taken);
  });
}

/** Names of the zones at their places. */
export function zoneNames(
  zones: readonly Zone[],
  places: readonly (PlacedBox | undefined)[],
  frame: Frame,
): SVGElement[] {
  return zones.flatMap(({ name, role }, i) => {
    const place = places[i];
    if (place === undefined) return [];
    const atEnd = place.right > frame.right - 8;
    return [
      textLines([name], round(atEnd ? place.right : place.left), round(place.top), {
        fill: zoneInks[role],
        anchor: atEnd ? "end" : "start",
        halo: colours.paper,
      }),
    ];
  });
}
