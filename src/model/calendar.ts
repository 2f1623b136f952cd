/** A calendar month as it stands in scenario files: "2024-01". */
export type MonthText = string;

/** Months since January of year 0. */
export function monthNumber(text: MonthText): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

/** The month `t` months after `start`, as "2024-01". */
export function monthText(start: MonthText, t: number): MonthText {
  const number = monthNumber(start) + t;
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, "0")}-${String(number - year * 12 + 1).padStart(2, "0")}`;
}

/** Months from `start` to `month`; negative before the start. */
export function monthsBetween(start: MonthText, month: MonthText): number {
  return monthNumber(month) - monthNumber(start);
}

/** Calendar month 1–12 of month `t`. */
export function calendarMonth(start: MonthText, t: number): number {
  return ((((monthNumber(start) + t) % 12) + 12) % 12) + 1;
}

/** Calendar year of month `t`. */
export function calendarYear(start: MonthText, t: number): number {
  return Math.floor((monthNumber(start) + t) / 12);
}

/** A day as it stands in scenario files: "2024-01-31". */
export type DateText = string;

/** A day of the Gregorian calendar; months 1–12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether a text is a day that exists: "2024-02-29" is, "2023-02-29" and "2024-06-31" are not. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text)) return false;
  const { year, month, day } = dayOf(text);
  return day >= 1 && day <= daysInMonth(year, month);
}

/** The parts of "2024-01-31". */
export function dayOf(text: DateText): Day {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

/** A day as "2024-01-31". */
export function dateText({ year, month, day }: Day): DateText {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * Day of the week, 0 Monday to 6 Sunday: days since 1 March of year 0 (months counted from March, so that the leap day comes
 * last), of which day 0 was a Wednesday.
 */
export function weekday({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  const days =
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1;
  return (days + 2) % 7;
}

/** Monday to Friday. Public holidays and the days worked in their place are decreed year by year and are not known here. */
export function isWorkingDay(day: Day): boolean {
  return weekday(day) < 5;
}

/** Working days (Monday to Friday) of a month after its day `after`; all of them after day 0. */
export function workingDaysAfter(year: number, month: number, after: number): number {
  let count = 0;
  for (let day = after + 1; day <= daysInMonth(year, month); day++) if (isWorkingDay({ year, month, day })) count += 1;
  return count;
}

/** The day `days` later, or earlier where negative. */
export function addDays(from: Day, days: number): Day {
  let { year, month } = from;
  let day = from.day + days;
  while (day < 1) {
    month = month === 1 ? 12 : month - 1;
    if (month === 12) year -= 1;
    day += daysInMonth(year, month);
  }
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return { year, month, day };
}

/** The working day that lies `count` working days after a day, or before it where negative; the day itself for 0. */
export function addWorkingDays(from: Day, count: number): Day {
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, count < 0 ? -1 : 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
