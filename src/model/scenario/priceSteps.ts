import { calendarMonth, type MonthText } from "../calendar.ts";

/** How often a price that grows each `stepMonth` has grown from the first month to month `t`; negative before the start. */
export function stepsPassed(start: MonthText, stepMonth: number, t: number): number {
  const first = calendarMonth(start, 0) - stepMonth;
  return Math.floor((first + t) / 12) - Math.floor(first / 12);
}
