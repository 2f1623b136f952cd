import { z } from "zod";
import { fraction, provenanceFields, quantity } from "../scenario/quantity.ts";
import { dateField } from "./dateField.ts";

const terms = {
  ...provenanceFields,
  from: dateField.optional().describe("Day from which it is set aside; from the start where absent"),
  until: dateField.optional().describe("Day from which it is merged into the fund; never where absent"),
  uses: quantity(
    z
      .array(z.enum(["majorAccident", "shortfall"]))
      .min(1)
      .max(2)
      .refine((uses) => new Set(uses).size === uses.length, { error: "each use once" }),
    "reading",
  ).describe("Without shortfall it is drawn in a shortfall only after everything else"),
};

/**
 * Reserve fund 储备金, inside the fund's balance: a share is kept for major accidents (Work Injury Insurance Regulations, article 13), by
 * the notice of 2015 a share of the scale of outgo (Ren-She-Bu-Fa [2015] 72, part 6); a fund that cannot pay applies to use it (Cai-She
 * [2017] 144, article 38). Shares are set by provinces: Henan 7 %, Guangxi 10 %, Huangshi 10 %, older Anhui, 15 % = 10 + 5, Jiangxi 3 % a
 * quarter until 2023 (`shareOfContributions`). Zhejiang, Anhui and Jiangxi merge theirs in 2024 (`merged`).
 */
export const reserveRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none"), ...provenanceFields }),
  z.strictObject({
    kind: z.literal("merged"),
    ...provenanceFields,
    until: dateField.describe("Day from which it is merged into the fund"),
  }),
  z.strictObject({
    kind: z.literal("shareOfContributions"),
    share: fraction.describe("Of contributions received"),
    upShare: fraction.describe("Part of it that is remitted to the upper level"),
    base: quantity(z.enum(["currentYear", "priorYear"]), "reading").describe(
      "Contributions of the period itself, or those of the year before spread over its periods",
    ),
    period: quantity(z.enum(["monthly", "quarterly", "yearly"]), "reading"),
    days: quantity(z.int().min(0).max(28), "days").describe(
      "Days after the period by which it is set aside: more than 0, and it moves in the month after",
    ),
    limit: z
      .strictObject({
        kind: z.enum(["cap", "stopAt", "stopAbove"]),
        ...provenanceFields,
        level: fraction.describe("Of a year's contributions by the same base"),
      })
      .optional()
      .describe("Never filled above the level; or nothing more is set aside once it reaches, or exceeds, the level"),
    ...terms,
  }),
  z.strictObject({
    kind: z.literal("shareOfOutgo"),
    share: fraction.describe("Of the outgo of the calendar year before: filled up to this level each January"),
    ...terms,
  }),
  z.strictObject({
    kind: z.literal("shareOfBalance"),
    share: fraction.describe("Of the balance at the end of the year before: filled up to this level each January"),
    ...terms,
  }),
]);
export type ReserveRule = z.infer<typeof reserveRule>;

export interface ReservePlan {
  /** "merged" sets nothing aside. */
  readonly kind: "contributions" | "outgo" | "balance" | "merged";
  readonly share: number;
  readonly upShare: number;
  readonly prior: boolean;
  /** Months of a period: 1, 3 or 12. */
  readonly period: number;
  /** 1 where it moves in the month after the period. */
  readonly lag: number;
  readonly limit: "none" | "cap" | "stopAt" | "stopAbove";
  readonly level: number;
  /** First month in which it is set aside (negative before the start), and the month from which it is merged. */
  readonly from: number;
  readonly until: number;
  readonly majorAccident: boolean;
  readonly shortfall: boolean;
  /** Contributions before the start of the period in hand. */
  readonly openingPeriod: number;
  /** Outgo of the calendar year before the start, and of its own months before the start. */
  readonly lastYearOutgo: number;
  readonly thisYearOutgo: number;
  /** Benefit line of the large accidents by region, -1 where the fund has none. */
  readonly accidentLine: readonly number[];
  /** First of three tallies: set aside, drawn, remitted up. */
  readonly tally: number;
}

/** Whether money is set aside in month `t`, whose calendar month is given (1–12). */
export function isReserveDue(
  { kind, from, until, prior, period, lag }: Pick<ReservePlan, "kind" | "from" | "until" | "prior" | "period" | "lag">,
  t: number,
  calendarMonth: number,
): boolean {
  if (kind === "merged" || t < from || t >= until) return false;
  if (kind !== "contributions") return t === from || calendarMonth === 1;
  const ended = prior ? calendarMonth - 1 : calendarMonth - lag;
  return ((ended + 12) % 12) % period === 0;
}

/**
 * What is set aside of contributions, yuan, with the part for the upper level: share × base, where `year` is a year's
 * contributions. A cap trims it so that what stays in the fund does not exceed level × year; "stopAt" and "stopAbove" leave it whole
 * until the reserve has reached, or exceeds, level × year.
 */
export function setAside(
  { share, upShare, limit, level }: Pick<ReservePlan, "share" | "upShare" | "limit" | "level">,
  base: number,
  reserve: number,
  year: number,
): number {
  const amount = share * base;
  switch (limit) {
    case "none":
      return amount;
    case "stopAt":
      return reserve >= level * year ? 0 : amount;
    case "stopAbove":
      return reserve > level * year ? 0 : amount;
    case "cap":
      return upShare === 1 ? amount : Math.min(amount, Math.max(0, level * year - reserve) / (1 - upShare));
  }
}

/** What fills a reserve up to share × base, yuan; nothing where it holds as much. */
export function fillUp({ share }: Pick<ReservePlan, "share">, base: number, reserve: number): number {
  return Math.max(0, share * base - reserve);
}
