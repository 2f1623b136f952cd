import { z } from "zod";
import { addWorkingDays, type Day, dayOf, daysInMonth } from "../calendar.ts";
import { bilingual, provenanceFields, quantity } from "../scenario/quantity.ts";
import { dateField } from "./dateField.ts";

const terms = {
  ...provenanceFields,
  id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]*$/),
  what: bilingual,
  region: z.string().optional().describe("Region on which the duty lies; all where absent"),
};
const count = quantity(z.int().min(1).max(15), "working days");

/**
 * A dated duty of the fund's calendar 资金日历. The texts: Zhejiang (Ningbo by the 20th, monthly plans, 2023-12-31), Anhui (every ten days, next
 * month's plan, 2024-01-31), Jiangxi (before the last 4, 2 and 1 working days, 3 working days after approval, one working day before
 * the 15th, 2024-01-15), Suzhou (20 June, 30 June 2020), Jilin (start on 2021-07-01).
 */
const dutyRule = z.discriminatedUnion("kind", [
  z
    .strictObject({ kind: z.literal("monthly"), ...terms })
    .describe("Each month, no day stated: the last day of the month"),
  z
    .strictObject({
      kind: z.literal("monthlyDay"),
      day: quantity(z.int().min(1).max(28), "day of month"),
      ...terms,
    })
    .describe("By a day of each month; the days 29–31 are not in every month"),
  z.strictObject({ kind: z.literal("everyTenDays"), ...terms }).describe("By the 10th, the 20th and the last day"),
  z
    .strictObject({ kind: z.literal("workingDaysBeforeMonthEnd"), days: count, ...terms })
    .describe("Before the last so many working days of the month"),
  z
    .strictObject({
      kind: z.literal("workingDaysBeforeDay"),
      days: count,
      day: quantity(z.int().min(1).max(28), "day of month"),
      ...terms,
    })
    .describe("So many working days before a day of the month"),
  z
    .strictObject({
      kind: z.literal("workingDaysAfterDay"),
      days: count,
      day: quantity(z.int().min(1).max(28), "day of month"),
      ...terms,
    })
    .describe("Within so many working days after a day, such as that of an approval"),
  z
    .strictObject({
      kind: z.literal("yearlyDate"),
      month: quantity(z.int().min(1).max(12), "calendar month"),
      day: quantity(z.int().min(1).max(31), "day of month"),
      ...terms,
    })
    .describe("By one day of each year"),
  z.strictObject({ kind: z.literal("onceBy"), date: dateField, ...terms }),
  z
    .strictObject({ kind: z.literal("start"), date: dateField, ...terms })
    .describe("Start of operation; a start within a year splits its budget"),
]);
export type Duty = z.infer<typeof dutyRule>;

export const calendarRule = z.array(dutyRule).max(100);

/**
 * The days of a duty in a month, from its first to its last; none in a month without one. A day that falls on a weekend stays
 * as it is stated: "by the 20th" is the 20th. "Before the last n working days" is the working day before them, "n working days
 * before the 15th" the n-th before the 15th. Monday to Friday; public holidays are not known.
 */
export function dutyDays(duty: Duty, year: number, month: number): Day[] {
  const last = daysInMonth(year, month);
  const on = (day: number): Day => ({ year, month, day });
  switch (duty.kind) {
    case "monthly":
      return [on(last)];
    case "monthlyDay":
      return [on(duty.day.value)];
    case "everyTenDays":
      return [on(10), on(20), on(last)];
    case "workingDaysBeforeMonthEnd":
      return [
        addWorkingDays(
          month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 },
          -1 - duty.days.value,
        ),
      ];
    case "workingDaysBeforeDay":
      return [addWorkingDays(on(duty.day.value), -duty.days.value)];
    case "workingDaysAfterDay":
      return [addWorkingDays(on(duty.day.value), duty.days.value)];
    case "yearlyDate":
      return duty.month.value === month ? [on(duty.day.value)] : [];
    case "onceBy":
    case "start": {
      const day = dayOf(duty.date);
      return day.year === year && day.month === month ? [day] : [];
    }
  }
}

/** Months of a start's calendar year before and from it: 2021-07-01 splits the budget of 2021 into 6 and 6. */
export function splitYear(date: string): { readonly before: number; readonly from: number } {
  const { month } = dayOf(date);
  return { before: month - 1, from: 13 - month };
}
