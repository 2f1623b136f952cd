import { type Language, type MoneyUnit, moneyNumber } from "../text/numbers.ts";

const units: { readonly [unit in MoneyUnit]: { readonly power: number; readonly zh: string; readonly en: string } } = {
  yuan: { power: 0, zh: "元", en: "yuan" },
  tenThousandYuan: { power: 4, zh: "万元", en: "ten thousand yuan" },
  hundredMillionYuan: { power: 8, zh: "亿元", en: "hundred million yuan" },
};
const MOST_DIGITS = 4;
const MOST_DECIMALS = 2;

/**
 * Power of ten in yuan to which an amount is stated: the place of the first digit of the half-width of its 95 % interval, but
 * at most four digits and, in the unit shown, at most two decimals. An interval without width asks for nothing.
 */
export function moneyStep(yuan: number, halfWidth: number, unit: MoneyUnit): number {
  const places = [units[unit].power - MOST_DECIMALS, 0];
  if (yuan !== 0) places.push(placeOf(yuan) - MOST_DIGITS + 1);
  if (halfWidth > 0) places.push(placeOf(halfWidth));
  return 10 ** Math.max(...places);
}

/** An amount without its unit, in steps of a power of ten in yuan: 164,150,398 in steps of 10⁶ is "1.64" in 亿元. */
export function steppedNumber(yuan: number, step: number, unit: MoneyUnit): string {
  const decimals = Math.max(0, units[unit].power - Math.round(Math.log10(step)));
  return moneyNumber(Math.round(yuan / step) * step, unit, decimals);
}

/** An amount with its unit as sentences name it: "1.64 亿元", "1.64 hundred million yuan". */
export function moneyWords(yuan: number, step: number, unit: MoneyUnit, language: Language): string {
  return `${steppedNumber(yuan, step, unit)} ${units[unit][language]}`;
}

/** An amount in a table under a head that names the unit: four digits, at most two decimals. */
export function moneyCell(yuan: number, unit: MoneyUnit): string {
  return steppedNumber(yuan, moneyStep(yuan, 0, unit), unit);
}

function placeOf(number: number): number {
  return Number(number.toExponential(0).split("e")[1]);
}
