import { fontSizes, LINE_HEIGHT } from "./theme.ts";

type Attributes = { readonly [name: string]: string | number | undefined };

/** An element of the SVG namespace with attributes; no style attribute, which the content security policy refuses. */
export function svg(name: string, attributes: Attributes, children: readonly (Element | string)[] = []): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, stated] of Object.entries(attributes)) {
    if (stated !== undefined) element.setAttribute(key, String(stated));
  }
  element.append(...children);
  return element;
}

export interface TextLook {
  readonly fill: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
  /** Colour of a halo that keeps text legible over marks. */
  readonly halo?: string;
}

/** Lines of text below each other; `y` is the top of the first line. */
export function textLines(lines: readonly string[], x: number, y: number, look: TextLook): SVGElement {
  const size = look.size ?? fontSizes.small;
  return svg(
    "text",
    {
      fill: look.fill,
      "font-size": size,
      "font-weight": look.bold === true ? 600 : undefined,
      "text-anchor": look.anchor ?? "start",
      stroke: look.halo,
      "stroke-width": look.halo === undefined ? undefined : 4,
      "stroke-linejoin": look.halo === undefined ? undefined : "round",
      "paint-order": look.halo === undefined ? undefined : "stroke",
    },
    lines.map((line, i) => svg("tspan", { x, y: round(y + size * (1.05 + i * LINE_HEIGHT)) }, [line])),
  );
}

/** Height of lines of text of a size. */
export function linesHeight(lines: number, size: number): number {
  return lines * size * LINE_HEIGHT;
}

/** Coordinates with two decimals. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 100) / 100;
}
