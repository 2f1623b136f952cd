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
