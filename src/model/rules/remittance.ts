import { z } from "zod";
import { workingDaysAfter } from "../calendar.ts";
import { fraction, provenanceFields, quantity } from "../scenario/quantity.ts";

const dayOfMonth = quantity(z.int().min(1).max(28), "day of month");

const kinds = <Shape extends z.core.$ZodShape>(own: Shape) =>
  [
    z.strictObject({
      kind: z.literal("dayOfMonth"),
      ...provenanceFields,
      day: dayOfMonth.describe("Collections of the month up to this day are remitted in it"),
      rest: quantity(z.enum(["onTheWay", "sameMonth"]), "reading").describe(
        "What is collected after the day: on the way at month end, or still remitted in the month",
      ),
      ...own,
    }),
    z.strictObject({ kind: z.literal("everyTenDays"), ...provenanceFields, ...own }),
    z.strictObject({
      kind: z.literal("workingDaysBeforeMonthEnd"),
      ...provenanceFields,
      steps: quantity(
        z
          .array(z.int().min(1).max(15))
          .min(1)
          .max(10)
          .refine((days) => days.every((day, i) => i === 0 || day < days[i - 1]), {
            error: "working days before the month end, each step nearer to it",
          }),
        "working days",
      ).describe("Steps of the way up; what is collected on the last working days that the first step names waits"),
      ...own,
    }),
    z.strictObject({
      kind: z.literal("regularly"),
      ...provenanceFields,
      onTheWay: fraction.describe("Of the month's collections, at month end"),
      ...own,
    }),
  ] as const;

/**
 * Remittance 上解 of collections to the provincial account, and what of a month's collections is still on the way at its end.
 * Zhejiang, Zhe-Zheng-Ban-Fa [2023] 62, part 2 (2) 1: regularly, Ningbo by the 20th. Anhui, Wan-Ren-She-Fa [2023] 21, part 3 (2) 1: every ten
 * days 按旬. Jiangxi, Gan-Ren-She-Fa [2023] 18, part 4 (4) 1: before the last four, two and one working days of the month.
 */
export const remittanceRule = z.discriminatedUnion(
  "kind",
  kinds({
    exceptions: z
      .array(z.discriminatedUnion("kind", kinds({ region: z.string() })))
      .max(1_000)
      .optional()
      .describe("Regions with a way of their own"),
  }),
);
export type RemittanceRule = z.infer<typeof remittanceRule>;

/**
 * Share of a month's collections that is on the way at its end. Collections spread evenly over the working days Monday to
 * Friday (public holidays are not known). Up to a day of the month: the working days after it ÷ all. Every ten days: those of
 * the last ten-day period, after the 20th. Before the last n working days: n ÷ all.
 */
export function shareOnTheWay(
  rule: RemittanceRule | NonNullable<RemittanceRule["exceptions"]>[number],
  year: number,
  month: number,
): number {
  const all = workingDaysAfter(year, month, 0);
  switch (rule.kind) {
    case "dayOfMonth":
      return rule.rest.value === "sameMonth" ? 0 : workingDaysAfter(year, month, rule.day.value) / all;
    case "everyTenDays":
      return workingDaysAfter(year, month, 20) / all;
    case "workingDaysBeforeMonthEnd":
      return rule.steps.value[0] / all;
    case "regularly":
      return rule.onTheWay.value;
  }
}
