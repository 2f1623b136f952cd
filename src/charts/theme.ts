/** Literal colours, so that a chart looks the same on the page, in print and as a file. */
export const colours = {
  paper: "#FBFAF7",
  ink: "#1C2126",
  muted: "#5B6670",
  hairline: "#DEDAD2",
  teal: "#0B6B69",
  ochre: "#B0741A",
  ochreLight: "#DFC18F",
  amber: "#E2A33B",
  amberText: "#7A5208",
  brick: "#A6452F",
  brickText: "#8A3522",
} as const;

/**
 * Alternatives in Okabe–Ito order, told apart by colour-blind eyes and by dashes. Yellow is left out: on paper its contrast
 * is 1.2; a dark violet and an olive follow. The baseline is ink and has no dashes.
 */
export const alternativeLooks: readonly { readonly colour: string; readonly dash: string }[] = [
  { colour: "#E69F00", dash: "none" },
  { colour: "#56B4E9", dash: "8 3" },
  { colour: "#009E73", dash: "3 2" },
  { colour: "#0072B2", dash: "10 3 2 3" },
  { colour: "#D55E00", dash: "1.5 2.5" },
  { colour: "#CC79A7", dash: "12 4" },
  { colour: "#6A4C93", dash: "6 2 1.5 2 1.5 2" },
  { colour: "#7A7A2A", dash: "4 4" },
];

/** Chinese first in Chinese; Latin first in English, where a Chinese face would set quotation marks and points too wide. */
export const fontFamilies = {
  zh: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,-apple-system,sans-serif',
  en: '"Segoe UI","Helvetica Neue",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",Arial,system-ui,sans-serif',
} as const;

/** Lines of the trigger and names of the zones below them, dark enough for text. */
export const zoneInks: { readonly watch: string; readonly act: string; readonly excess: string } = {
  watch: colours.amberText,
  act: colours.brickText,
  excess: colours.muted,
};

/** Font sizes in px; no text is smaller than `small`. */
export const fontSizes = { small: 12, text: 13, title: 16 } as const;

/** Line height of the text inside charts. */
export const LINE_HEIGHT = 1.4;
