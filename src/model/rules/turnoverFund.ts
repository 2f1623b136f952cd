import { z } from "zod";
import { fraction, monthsCount, provenanceFields, quantity, yuan } from "../scenario/quantity.ts";
import { dateField } from "./dateField.ts";

const terms = {
  ...provenanceFields,
  date: dateField.describe("Day on which it is set"),
  reset: quantity(z.enum(["once", "yearly"]), "reading").describe(
    "Whether it stays as it was set or is set anew each January",
  ),
};

/**
 * Turnover fund 周转金 in the expenditure account of each place. Zhejiang, Zhe-Zheng-Ban-Fa [2023] 62, part 2 (2) 2: at the end of
 * 2023 at most 5 % of the mean monthly outgo of the year before, where that is below 1 million yuan 1 million. Jiangxi,
 * Gan-Ren-She-Fa [2023] 18, part 4 (4) 2: one month of benefit payments, paid in before 2024-01-15.
 */
export const turnoverFundRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none"), ...provenanceFields }),
  z.strictObject({
    kind: z.literal("shareOfMeanMonth"),
    share: fraction.describe("Of a place's mean monthly benefits of the calendar year before"),
    floor: yuan.describe("Least amount of each place"),
    per: quantity(z.enum(["city", "county"]), "reading").describe("Whether a region is one place or several"),
    places: z
      .array(
        z.strictObject({
          region: z.string(),
          count: quantity(z.int().min(1).max(1_000), "places").describe("Counties and other places of the region"),
        }),
      )
      .max(1_000)
      .optional()
      .describe('Needed where `per` is "county"'),
    ...terms,
  }),
  z.strictObject({
    kind: z.literal("months"),
    months: monthsCount.describe("Of a place's mean monthly outgo of the calendar year before"),
    ...terms,
  }),
]);
export type TurnoverFundRule = z.infer<typeof turnoverFundRule>;

export interface TurnoverFundPlan {
  /** Amount = max(multiple × mean month, least[region]); for n places of equal size n × the floor. */
  readonly multiple: number;
  readonly least: readonly number[];
  /** Whether the mean month is one of benefits alone (one month of benefit payment), not of all outgo. */
  readonly ofBenefits: boolean;
  /** Month index in which it is set, -1 before the start. */
  readonly month: number;
  readonly yearly: boolean;
}

/**
 * Turnover fund of a region in yuan: multiple × mean month of outgo, at least the floor of its places. A region of n places
 * counts as n of equal size, so n × max(share × mean ÷ n, floor) = max(share × mean, n × floor).
 */
export function turnoverFund({ multiple, least }: TurnoverFundPlan, region: number, meanMonth: number): number {
  return Math.max(multiple * meanMonth, least[region]);
}

/** Whether the fund is set in month `t`, whose calendar month is given (1–12). */
export function isTurnoverSet({ month, yearly }: TurnoverFundPlan, t: number, calendarMonth: number): boolean {
  return t === month || (yearly && t > month && calendarMonth === 1);
}
