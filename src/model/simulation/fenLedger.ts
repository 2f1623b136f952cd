import { Decimal } from "decimal.js";
import type { LedgerBlock } from "./block.ts";
import type { RunShape } from "./shape.ts";

/** What each payer covered of the gaps of a calendar year, as decimal text with two places: yuan and fen. The parts add up to the gap. */
export interface FenYear {
  readonly year: number;
  readonly gap: string;
  /** By payer, the uncovered rest last. */
  readonly parts: readonly FenPart[];
  /** The same by region, where the rules tally it; regions add up to the whole. */
  readonly regions: readonly { readonly region: string; readonly gap: string; readonly parts: readonly FenPart[] }[];
}

export interface FenPart {
  readonly payer: string;
  readonly amount: string;
}

/**
 * Sharing of one path by calendar year to the fen. Parts are rounded so that they add up to their rounded sum: each is cut to whole
 * fen, and the fen that are left go to the largest remainders, of equal ones to the later payer. Where sharing is tallied by region,
 * a payer's amount is the sum of the regions' rounded parts.
 */
export function sharingToTheFen(shape: RunShape, block: LedgerBlock, path: number): FenYear[] {
  const payers = [...shape.payers.map(({ id }) => id), "unpaid"];
  return Array.from({ length: shape.years }, (_, year) => {
    const regions = shape.regions.flatMap(({ id }) => {
      const places = payers.map((payer) => shape.tallies.findIndex((tally) => tally.id === `sharing.${payer}.${id}`));
      if (places.some((place) => place < 0)) return [];
      return [{ region: id, fen: wholeFen(places.map((at) => amountAt(block.tallies, at, year))) }];
    });
    const whole =
      regions.length > 0
        ? payers.map((_payer, i) => regions.reduce((sum, { fen }) => sum.plus(fen[i]), new Decimal(0)))
        : wholeFen(payers.map((_payer, i) => amountAt(block.sharing, i, year)));
    return {
      year: shape.firstYear + year,
      ...inWords(payers, whole),
      regions: regions.map(({ region, fen }) => ({ region, ...inWords(payers, fen) })),
    };
  });

  function amountAt(sums: Float64Array, row: number, year: number): number {
    return sums[(row * shape.years + year) * block.paths + path];
  }
}

/** Amounts in yuan as whole fen that add up to their sum, itself rounded to the nearest fen. */
export function wholeFen(amounts: readonly number[]): Decimal[] {
  const exact = amounts.map((amount) => new Decimal(amount).times(100));
  const sum = exact.reduce((total, each) => total.plus(each), new Decimal(0)).round();
  const cut = exact.map((each) => each.floor());
  let left = sum.minus(cut.reduce((total, each) => total.plus(each), new Decimal(0))).toNumber();
  const byRemainder = exact
    .map((each, i) => ({ i, remainder: each.minus(cut[i]) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || b.i - a.i);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    cut[i] = cut[i].plus(1);
    left -= 1;
  }
  return cut;
}

function inWords(payers: readonly string[], fen: readonly Decimal[]): { gap: string; parts: FenPart[] } {
  const gap = fen.reduce((sum, each) => sum.plus(each), new Decimal(0));
  return {
    gap: yuanText(gap),
    parts: payers.map((payer, i) => ({ payer, amount: yuanText(fen[i]) })),
  };
}

function yuanText(fen: Decimal): string {
  return fen.dividedBy(100).toFixed(2);
}
