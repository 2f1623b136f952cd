import { expect, test } from "vitest";
import {
  addDays,
  addWorkingDays,
  dateText,
  dayOf,
  daysInMonth,
  isDate,
  isWorkingDay,
  weekday,
  workingDaysAfter,
} from "../../src/model/calendar.ts";

test.each([
  ["1900-01-01", 0],
  ["1999-12-31", 4],
  ["2000-02-29", 1],
  ["2000-03-01", 2],
  ["2023-11-27", 0],
  ["2024-01-01", 0],
  ["2024-02-29", 3],
  ["2024-06-20", 3],
  ["2100-03-01", 0],
])("%s is weekday %i (0 Monday)", (date, expected) => {
  expect(weekday(dayOf(date))).toBe(expected);
});

test("weekdays and days agree with the calendar of the machine over 200 years", () => {
  const start = Date.UTC(1950, 0, 1);
  let day = dayOf("1950-01-01");
  for (let i = 0; i < 73_000; i++) {
    const date = new Date(start + i * 86_400_000);
    if (dateText(day) !== date.toISOString().slice(0, 10) || weekday(day) !== (date.getUTCDay() + 6) % 7) {
      expect(dateText(day)).toBe(date.toISOString());
    }
    day = addDays(day, 1);
  }
  expect(dateText(addDays(dayOf("2024-03-01"), -1))).toBe("2024-02-29");
  expect(dateText(addDays(dayOf("2024-01-01"), -1))).toBe("2023-12-31");
});

test.each([
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["2024-06-31", false],
  ["2024-12-31", true],
  ["2024-13-01", false],
  ["2024-01-00", false],
  ["2024-1-1", false],
])("%s exists: %s", (date, exists) => {
  expect(isDate(date)).toBe(exists);
});

test("working days of a month are Monday to Friday", () => {
  expect([1, 2, 6, 9].map((month) => workingDaysAfter(2024, month, 0))).toEqual([23, 21, 20, 21]);
  expect(workingDaysAfter(2021, 2, 0)).toBe(20);
  // January 2024: the 20th is a Saturday; 22–26 and 29–31 follow.
  expect(workingDaysAfter(2024, 1, 20)).toBe(8);
  expect(workingDaysAfter(2024, 1, 31)).toBe(0);
  expect(daysInMonth(2024, 2)).toBe(29);
  expect(isWorkingDay(dayOf("2024-01-05"))).toBe(true);
  expect(isWorkingDay(dayOf("2024-01-06"))).toBe(false);
});

test.each([
  // Thursday 28 March 2024 + 5: 29 March, 1, 2, 3, 4 April.
  ["2024-03-28", 5, "2024-04-04"],
  ["2024-03-22", 5, "2024-03-29"],
  // From a Saturday the next working day is the Monday.
  ["2024-01-06", 1, "2024-01-08"],
  ["2024-01-15", -1, "2024-01-12"],
  ["2024-06-15", -1, "2024-06-14"],
  ["2024-09-15", -1, "2024-09-13"],
  ["2024-01-15", 0, "2024-01-15"],
])("%s and %i working days is %s", (date, count, expected) => {
  expect(dateText(addWorkingDays(dayOf(date), count))).toBe(expected);
});
