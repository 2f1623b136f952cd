import { NORMAL_975 } from "../model/simulation/probability.ts";
import { fixed, grouped, type Language, type MoneyUnit, money, moneyNumber, unitPowers } from "../text/numbers.ts";

/** A simulated mean with half of its 95 % interval. */
export interface MeanText {
  readonly value: string;
  /** "±0.05", or "" where the paths do not differ. */
  readonly error: string;
}

/**
 * Mean of an amount of money over `paths` paths with standard deviation `sd`, yuan: ± 1.96 sd/√paths. Both are rounded to
 * the first digit of a third of the error, so that ±13 does not become ±10; without an error the mean has two decimals.
 */
export function meanMoney(mean: number, sd: number, paths: number, unit: MoneyUnit, language: Language): MeanText {
  const half = (NORMAL_975 * sd) / Math.sqrt(paths);
  if (!(half > 0)) return { value: money(mean, unit, language), error: "" };
  const exponent = Number((half / 3).toExponential(0).split("e")[1]);
  const decimals = unitPowers[unit] - exponent;
  if (decimals > 0) {
    const shown = Math.min(decimals, 4);
    return { value: money(mean, unit, language, shown), error: `±${moneyNumber(half, unit, shown)}` };
  }
  const step = 10 ** exponent;
  const whole = (yuan: number): number => Math.round(yuan / step) * step;
  const error = grouped(fixed(whole(half), 0, unitPowers[unit]));
  return { value: money(whole(mean), unit, language, 0), error: `±${error}` };
}

/**
 * The same without its unit, for a cell whose row or column names it: a mean and its Monte Carlo standard error, shown in units
 * of a power of ten. A mean of exactly zero is "0", a mean
 * too small for four decimals is "<0.0001", and an error too small for them is left out.
 */
export function meanCell(mean: number, standardError: number, power: number): MeanText {
  const half = NORMAL_975 * standardError;
  if (!(half > 0)) {
    const decimals = mean === 0 ? 0 : placesOf(mean, power);
    return { value: grouped(fixed(mean, decimals, power)), error: "" };
  }
  const exponent = Number((half / 3).toExponential(0).split("e")[1]);
  const shown = Math.min(4, Math.max(0, power - exponent));
  const step = 10 ** Math.max(exponent, power - shown);
  const rounded = (value: number): number => (shown > 0 ? value : Math.round(value / step) * step);
  const error = grouped(fixed(rounded(half), shown, power));
  const value = fixed(rounded(mean), shown, power);
  const least = mean > 0 && !/[1-9]/.test(value) ? `<${fixed(10 ** (power - shown), shown, power)}` : grouped(value);
  return { value: least, error: /[1-9]/.test(error) ? `±${error}` : "" };
}

/** Two decimals, or so many up to four that two digits of a smaller number show. */
function placesOf(value: number, power: number): number {
  const exponent = Number(Math.abs(value).toExponential(0).split("e")[1]) - power;
  return Math.min(4, Math.max(2, 1 - exponent));
}
