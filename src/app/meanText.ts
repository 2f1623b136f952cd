import { NORMAL_975 } from "../model/simulation/probability.ts";
import { fixed, grouped, type Language, type MoneyUnit, money, moneyNumber } from "../text/numbers.ts";

/** A simulated mean with half of its 95 % interval. */
export interface MeanText {
  readonly value: string;
  /** "±0.05", or "" where the paths do not differ. */
  readonly error: string;
}

const powers: { readonly [unit in MoneyUnit]: number } = { yuan: 0, tenThousandYuan: 4, hundredMillionYuan: 8 };

/**
 * Mean of an amount of money over `paths` paths with standard deviation `sd`, yuan: ± 1.96 sd/√paths. Both are rounded to
 * the first digit of a third of the error, so that ±13 does not become ±10; without an error the mean has two decimals.
 */
export function meanMoney(mean: number, sd: number, paths: number, unit: MoneyUnit, language: Language): MeanText {
  const half = (NORMAL_975 * sd) / Math.sqrt(paths);
  if (!(half > 0)) return { value: money(mean, unit, language), error: "" };
  const exponent = Number((half / 3).toExponential(0).split("e")[1]);
  const decimals = powers[unit] - exponent;
  if (decimals > 0) {
    const shown = Math.min(decimals, 4);
    return { value: money(mean, unit, language, shown), error: `±${moneyNumber(half, unit, shown)}` };
  }
  const step = 10 ** exponent;
  const whole = (yuan: number): number => Math.round(yuan / step) * step;
  const error = grouped(fixed(whole(half), 0, powers[unit]));
  return { value: money(whole(mean), unit, language, 0), error: `±${error}` };
}
