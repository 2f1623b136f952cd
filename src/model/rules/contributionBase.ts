import { z } from "zod";
import { dated, fraction, provenanceFields, quantity, ratio, yuanPerMonth } from "../scenario/quantity.ts";
import { exp, log, log1p } from "../variates/elementary.ts";
import { normalTail } from "../variates/normal.ts";

/**
 * Limits of the contribution base 缴费基数上下限: a person's prior-year wage, at most `cap` and at least `floor` times the average
 * wage of the pool's area (Regulations on Work-Injury Insurance, article 64: 300 % and 60 %); new entrants at the wage that the
 * employer fixes for the year (Zhe-Zheng-Ban-Fa [2023] 62, part 2 (1) 2). Contribution wages of the basis are those under `statedAt`.
 */
export const contributionBase = z.strictObject({
  ...provenanceFields,
  cap: dated(z.number().positive().max(100), "ratio").describe("Upper limit, times the average wage"),
  floor: dated(z.number().min(0).max(100), "ratio").describe("Lower limit, times the average wage"),
  newEntrants: fraction.describe("Share of wages of persons who enter in the year, whose base is this year's wage"),
  averageWage: yuanPerMonth
    .optional()
    .describe("Average wage that limits refer to; left out: the mean contribution wage of the basis"),
  cv: quantity(z.number().positive().max(10), "ratio").describe(
    "Coefficient of variation of wages within a class, taken as lognormal",
  ),
  statedAt: z
    .strictObject({ cap: ratio, floor: ratio, newEntrants: fraction })
    .describe("Limits and entrants that contribution wages of the basis already contain"),
});
export type ContributionBase = z.infer<typeof contributionBase>;

/**
 * Mean of a lognormal wage with mean `mean` and coefficient of variation `cv`, held between `floor` and `cap`, all in the same
 * unit. With s² = ln(1 + cv²), m = ln mean − s²/2 and Φ the normal distribution:
 *
 *   floor × Φ((ln floor − m)/s) + mean × [Φ((ln cap − m)/s − s) − Φ((ln floor − m)/s − s)] + cap × (1 − Φ((ln cap − m)/s))
 */
export function clippedMean(mean: number, cv: number, floor: number, cap: number): number {
  if (!(mean > 0)) return floor;
  const s = Math.sqrt(log1p(cv * cv));
  const m = log(mean) - (s * s) / 2;
  const low = (log(floor) - m) / s;
  const high = (log(cap) - m) / s;
  const below = floor === 0 ? 0 : floor * normalTail(-low);
  const within = mean * (normalTail(low - s) - normalTail(high - s));
  return below + within + cap * normalTail(high);
}

/** The mean wage before limits whose clipped mean is `clipped`; the limits' nearest possible value where none is. */
export function unclippedMean(clipped: number, cv: number, floor: number, cap: number): number {
  // Between 1/1,000 of the floor and 1,000 caps, by halving on the logarithm.
  let low = log(Math.max(floor, cap / 1_000) / 1_000);
  let high = log(cap * 1_000);
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (clippedMean(exp(middle), cv, floor, cap) < clipped) low = middle;
    else high = middle;
  }
  return exp((low + high) / 2);
}

export interface BaseLimits {
  readonly cap: number;
  readonly floor: number;
  readonly newEntrants: number;
}

/**
 * What limits and entrants make of a stated contribution wage: clipped mean under `limits` ÷ clipped mean under `statedAt`, ×
 * (1 + entrants × wage growth) ÷ the same as stated. Exactly 1 where nothing differs. `wage` is the stated contribution wage in
 * average wages.
 */
export function baseFactor(
  wage: number,
  cv: number,
  limits: BaseLimits,
  statedAt: BaseLimits,
  wageGrowth: number,
): number {
  const entrants =
    limits.newEntrants === statedAt.newEntrants
      ? 1
      : (1 + limits.newEntrants * wageGrowth) / (1 + statedAt.newEntrants * wageGrowth);
  if (wage === 0 || (limits.cap === statedAt.cap && limits.floor === statedAt.floor)) return entrants;
  const mean = unclippedMean(wage, cv, statedAt.floor, statedAt.cap);
  const stated = clippedMean(mean, cv, statedAt.floor, statedAt.cap);
  return (clippedMean(mean, cv, limits.floor, limits.cap) / stated) * entrants;
}
