import { type MoneyUnit, moneyNumber } from "../text/numbers.ts";
import { type Ticks, ticks } from "./axis.ts";

const unitSizes: { readonly [unit in MoneyUnit]: number } = { yuan: 1, tenThousandYuan: 1e4, hundredMillionYuan: 1e8 };

/** Round ticks in yuan, round in the unit shown, with names that have the decimals their step needs. */
export function moneyScale(
  low: number,
  high: number,
  most: number,
  unit: MoneyUnit,
): { found: Ticks; name: (yuan: number) => string } {
  const size = unitSizes[unit];
  const shown = ticks(low / size, Math.max(high, low + 1) / size, most);
  const text = shown.step.toPrecision(3).replace(/0+$/, "");
  const decimals = shown.step >= 1 && Number.isInteger(shown.step) ? 0 : (text.split(".")[1]?.length ?? 0);
  const found = {
    low: shown.low * size,
    high: shown.high * size,
    step: shown.step * size,
    values: shown.values.map((value) => value * size),
  };
  return { found, name: (yuan) => moneyNumber(yuan, unit, decimals) };
}
