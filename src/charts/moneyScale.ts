import { fixed, type Language, type MoneyUnit, moneyNumber, unitPowers } from "../text/numbers.ts";
import { type Ticks, ticks } from "./axis.ts";

/** Short forms on an axis in single yuan, the largest first. */
const shortForms: { readonly [language in Language]: readonly { readonly power: number; readonly name: string }[] } = {
  zh: [
    { power: 8, name: " 亿" },
    { power: 4, name: " 万" },
  ],
  en: [
    { power: 9, name: "bn" },
    { power: 6, name: "m" },
    { power: 3, name: "k" },
  ],
};

/**
 * Round ticks in yuan, round in the unit shown, with names that have the decimals their step needs. In single yuan the names
 * are short: "7.5 亿", "750m".
 */
export function moneyScale(
  low: number,
  high: number,
  most: number,
  unit: MoneyUnit,
  language: Language,
): { found: Ticks; name: (yuan: number) => string } {
  const size = 10 ** unitPowers[unit];
  const shown = ticks(low / size, Math.max(high, low + 1) / size, most);
  const found = {
    low: shown.low * size,
    high: shown.high * size,
    step: shown.step * size,
    values: shown.values.map((value) => value * size),
  };
  const furthest = Math.max(shown.high, -shown.low);
  const short = unit === "yuan" ? shortForms[language].find(({ power }) => furthest >= 10 ** power) : undefined;
  if (short === undefined) return { found, name: (yuan) => moneyNumber(yuan, unit, decimalsOf(shown.step)) };
  const decimals = decimalsOf(shown.step / 10 ** short.power);
  return { found, name: (yuan) => (yuan === 0 ? "0" : `${fixed(yuan, decimals, short.power)}${short.name}`) };
}

function decimalsOf(step: number): number {
  if (step >= 1 && Number.isInteger(step)) return 0;
  const text = step.toPrecision(3).replace(/0+$/, "");
  return text.split(".")[1]?.length ?? 0;
}
