import { z } from "zod";
import { type MonthText, monthsBetween } from "../calendar.ts";
import { fraction, month, provenanceFields, quantity } from "../scenario/quantity.ts";
import { allowanceAfterRetirement } from "./zhejiangSpecials.ts";

const age = quantity(z.number().min(50).max(65), "years");

/** A statutory retirement age that rises by one month for every so many months of birth. */
const risingAge = z.strictObject({
  ...provenanceFields,
  before: age,
  after: age,
  from: month.describe("Who reaches the old age from this month on retires later"),
  everyMonths: quantity(z.int().min(1).max(120), "months").describe("Months of birth for one month more"),
});
export type RisingAge = z.infer<typeof risingAge>;

/**
 * Retirement of grades 1–4 (Work Injury Insurance Regulations, article 35 (3); Social Insurance Law, article 40): the disability
 * pension stops and the fund pays max(0, pension − basic old-age pension). Those without a right to an old-age pension keep
 * the disability pension less the monthly part of their personal pension account where a province says so (Zhejiang
 * Regulations, article 26). Ages are those of the decision on retirement of 2024-09-13, rising over 15 years from 2025.
 */
export const retirementRule = z.strictObject({
  ...provenanceFields,
  men: risingAge,
  women: risingAge,
  womenWorkers: risingAge,
  workersShare: fraction.describe("Of women, those who retire at the workers' age"),
  oldAgePension: quantity(z.number().min(0).max(5), "ratio").describe(
    "Basic old-age pension ÷ disability pension at retirement and after",
  ),
  withoutRight: z
    .strictObject({
      share: fraction.describe("Of those who retire, without a right to an old-age pension"),
      personalAccount: fraction.describe("Monthly part of their personal account ÷ disability pension"),
    })
    .optional(),
});
export type Retirement = z.infer<typeof retirementRule>;

/** Months by which those retire later who reach the old age in the given month: one for each `everyMonths` begun since `from`. */
export function monthsLater(rise: RisingAge, reached: MonthText): number {
  const since = monthsBetween(rise.from, reached);
  if (since < 0) return 0;
  const most = Math.round((rise.after.value - rise.before.value) * 12);
  return Math.min(most, Math.floor(since / rise.everyMonths.value) + 1);
}

/**
 * Age in years from which people stand retired in a month, `month` months after `start`: those of the old age d months ago retire
 * now if their delay is d or less, so it is the old age + the smallest such d.
 */
export function retirementAge(rise: RisingAge, at: (monthsAgo: number) => MonthText): number {
  let delay = 0;
  while (monthsLater(rise, at(delay)) > delay) delay += 1;
  return rise.before.value + delay / 12;
}

/** What the fund pays after retirement, yuan a month: the part of the disability pension above the old-age pension. */
export function retirementDifference(pension: number, oldAgePension: number): number {
  return Math.max(0, pension - oldAgePension);
}

/** Part of a disability pension that the fund still pays after retirement, on average. */
export function paidAfterRetirement({ oldAgePension, withoutRight }: Retirement): number {
  const share = withoutRight?.share.value ?? 0;
  return (
    (1 - share) * retirementDifference(1, oldAgePension.value) +
    share * allowanceAfterRetirement(1, withoutRight?.personalAccount.value ?? 0)
  );
}
