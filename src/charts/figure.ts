import { type Markish, type PlotOptions, plot } from "@observablehq/plot";
import type { Language, MoneyUnit } from "../text/numbers.ts";
import { type KeyEntry, keyRows } from "./key.ts";
import { linesHeight, round, svg, textLines } from "./svg.ts";
import { colours, fontFamilies, fontSizes, LINE_HEIGHT } from "./theme.ts";
import { chartWords } from "./words.ts";
import { textWidth, wrap, wrapFull } from "./wrap.ts";

/** A chart with everything that must stand beside it. */
export interface Figure {
  /** The picture: one svg with title, measure, key, notes, source and stamp inside. */
  readonly element: Element;
  /** What the picture shows, in a sentence; its title. */
  readonly finding: string;
  /** Measure and unit; its subtitle. */
  readonly measure: string;
  /** The points drawn, as text in the unit of the measure; null where there is no number. */
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  };
  /** The picture in words, for those who do not see it. */
  readonly description: string;
}

export interface ChartSize {
  readonly width: number;
  readonly language: Language;
  readonly unit: MoneyUnit;
  /** Payroll, balance or outgo is not fact: the picture itself says so. */
  readonly illustrative: boolean;
  /** Seed, paths and digest of the run. */
  readonly stamp: string;
  /** Results of a preview, to be replaced, or of the paths done when a run was cancelled; without it the result is whole. */
  readonly state?: "preview" | "partial" | undefined;
  /** Height of the plot without its texts; by default from the width. */
  readonly plotHeight?: number;
}

/** The plot inside a picture: where it lies, in px of the picture, and the values at its edges. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export interface Drawing {
  readonly finding: string;
  readonly measure: string;
  readonly key: readonly KeyEntry[];
  readonly notes: readonly string[];
  readonly paths: number;
  /** Lines of text of the names under the plot, 1 unless told. */
  readonly axisLines?: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly marks: readonly Markish[];
  readonly options?: PlotOptions;
  /** Labels laid over the plot, in px. */
  readonly labels?: (frame: Frame) => readonly SVGElement[];
  readonly table: Figure["table"];
  readonly description: string;
}

const PAD = 4;
const AXIS = 28;

/** Width of the picture; below 240 px no label would fit. */
export function pictureWidth(size: ChartSize): number {
  return Math.max(240, size.width);
}

/** Height of the plot for a width of the picture. */
export function plotHeight(size: ChartSize): number {
  return size.plotHeight ?? Math.round(Math.max(240, Math.min(420, size.width * 0.42)));
}

/** The plot at a place with the values at its edges. */
export function frameOf(
  { left, right, top, bottom }: Pick<Frame, "left" | "right" | "top" | "bottom">,
  [x0, x1]: readonly [number, number],
  [y0, y1]: readonly [number, number],
): Frame {
  return {
    left,
    right,
    top,
    bottom,
    x: (value) => left + ((value - x0) / (x1 - x0)) * (right - left),
    y: (value) => bottom - ((value - y0) / (y1 - y0)) * (bottom - top),
  };
}

/**
 * The one wrapper of every chart: title, measure, key, plot, notes, source and stamp in one svg with literal colours, text of
 * 12 px and more that is wrapped here (Plot neither wraps nor measures Chinese), role "img" and no names on groups.
 */
export function draw(drawing: Drawing, size: ChartSize): Figure {
  const words = chartWords[size.language];
  const width = pictureWidth(size);
  const inner = width - 2 * PAD;
  const above: SVGElement[] = [];
  let y = PAD;
  if (size.illustrative) {
    above.push(
      svg("rect", { x: PAD, y: y + 1, width: 3, height: 16, fill: colours.brick }),
      textLines([words.illustrative], PAD + 10, y, { fill: colours.brickText, bold: true }),
    );
    y += 24;
  }
  const title = wrapFull(drawing.finding, inner, fontSizes.title, true);
  above.push(textLines(title, PAD, y, { fill: colours.ink, size: fontSizes.title, bold: true }));
  y += linesHeight(title.length, fontSizes.title) + 2;
  const measure = wrap(drawing.measure, inner, fontSizes.text);
  above.push(textLines(measure, PAD, y, { fill: colours.muted, size: fontSizes.text }));
  y += linesHeight(measure.length, fontSizes.text) + 6;
  if (drawing.key.length > 0) {
    const key = keyRows(drawing.key, PAD, y, inner);
    above.push(...key.elements);
    y += key.height + 4;
  }
  const top = Math.ceil(y + 10);
  const height = plotHeight(size);
  const bottom = top + height;

  const below: SVGElement[] = [];
  y = bottom + AXIS + ((drawing.axisLines ?? 1) - 1) * fontSizes.small * LINE_HEIGHT;
  for (const note of [...drawing.notes, `${words.run}${size.stamp}`]) {
    const lines = wrap(note, inner, fontSizes.small);
    below.push(textLines(lines, PAD, y, { fill: colours.muted }));
    y += linesHeight(lines.length, fontSizes.small) + 2;
  }

  const left = drawing.marginLeft;
  const right = width - drawing.marginRight;
  const frame = frameOf({ left, right, top, bottom }, drawing.xDomain, drawing.yDomain);
  const total = Math.ceil(y + PAD);
  const element = plot({
    ...drawing.options,
    width,
    height: total,
    marginTop: top,
    marginBottom: total - bottom,
    marginLeft: left,
    marginRight: drawing.marginRight,
    x: { axis: null, type: "linear", domain: [...drawing.xDomain], ...drawing.options?.x },
    y: { axis: null, type: "linear", domain: [...drawing.yDomain], ...drawing.options?.y },
    marks: [...drawing.marks],
  });
  const style = element.querySelector("style");
  const ground = svg("rect", { width, height: total, fill: colours.paper });
  if (style === null) element.prepend(ground);
  else style.after(ground);
  if (size.state !== undefined) element.append(...dottedFrame(frame, words[size.state](drawing.paths)));
  element.append(...above, ...(drawing.labels?.(frame) ?? []), ...below);
  return { element: accessible(element, drawing, size.language), ...stated(drawing) };
}

function stated({ finding, measure, table, description }: Drawing): Omit<Figure, "element"> {
  return { finding, measure, table, description };
}

/** Results that are not whole are framed by dots, and say so on the upper edge, where nothing moves when they are replaced. */
function dottedFrame({ left, right, top, bottom }: Frame, words: string): SVGElement[] {
  const width = textWidth(words, fontSizes.small);
  return [
    svg("rect", {
      x: left,
      y: top,
      width: round(right - left),
      height: bottom - top,
      fill: "none",
      stroke: colours.muted,
      "stroke-width": 2,
      "stroke-linecap": "round",
      "stroke-dasharray": "0 6",
      class: "provisional",
    }),
    svg("rect", { x: round(right - 12 - width), y: top - 9, width: round(width + 6), height: 18, fill: colours.paper }),
    textLines([words], right - 9, top - 8, { fill: colours.ink, anchor: "end" }),
  ];
}

/** Role, name, description and language; groups lose the names that Plot gives them, which assistive technology refuses. */
function accessible(element: Element, drawing: Drawing, language: Language): Element {
  element.setAttribute("role", "img");
  element.setAttribute("lang", language === "zh" ? "zh-CN" : "en");
  element.setAttribute("aria-label", `${drawing.finding} ${drawing.measure}`);
  element.setAttribute("font-family", fontFamilies[language]);
  element.setAttribute("fill", colours.ink);
  for (const group of element.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  element.prepend(svg("desc", {}, [drawing.description]));
  return element;
}
