import { type MonthText, monthText } from "../src/model/calendar.ts";
import { type LedgerBlock, seriesNames } from "../src/model/simulation/block.ts";

/** First line of the CSV of paths. */
export const rowHeader: string = `path,month,region,${seriesNames.join(",")}\n`;

/**
 * The CSV rows of a block in path order, then month, then the pool (region `*`) before the regions in id order. Numbers are
 * the shortest text that reads back as the same float64; payable months without a denominator are empty.
 */
export function rowsOf(
  shape: { readonly start: MonthText; readonly regions: readonly { readonly id: string }[] },
  block: LedgerBlock,
  beat: () => void = () => {},
): Uint8Array<ArrayBuffer> {
  const { firstPath, paths, months, pool, regions } = block;
  const names = Array.from({ length: months }, (_, t) => monthText(shape.start, t));
  const stride = seriesNames.length * months * paths;
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let p = 0; p < paths; p++) {
    let text = "";
    for (let t = 0; t < months; t++) {
      const prefix = `${firstPath + p},${names[t]},`;
      text += `${prefix}*${cells(pool, 0, t, p, months, paths)}`;
      for (const [region, { id }] of shape.regions.entries()) {
        text += `${prefix}${id}${cells(regions, region * stride, t, p, months, paths)}`;
      }
    }
    pieces.push(encoder.encode(text));
    beat();
  }
  return joined(pieces);
}

function cells(table: Float64Array, base: number, t: number, p: number, months: number, paths: number): string {
  let text = "";
  for (let s = 0; s < seriesNames.length; s++) {
    const number = table[base + (s * months + t) * paths + p] ?? Number.NaN;
    text += Number.isNaN(number) ? "," : `,${number}`;
  }
  return `${text}\n`;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
