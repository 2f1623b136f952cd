import type { MonthText } from "../model/calendar.ts";
import type { Language } from "./numbers.ts";

const names = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2027-03" as "2027 年 3 月" or "Mar 2027". */
export function monthName(month: MonthText, language: Language): string {
  const year = month.slice(0, 4);
  const number = Number(month.slice(5, 7));
  return language === "zh" ? `${year} 年 ${number} 月` : `${names[number - 1]?.slice(0, 3)} ${year}`;
}

/** "2024-12" written out, for sentences: "2024 年 12 月" or "December 2024". */
export function monthInFull(month: MonthText, language: Language): string {
  const year = month.slice(0, 4);
  const name = monthOfYear(Number(month.slice(5, 7)), language);
  return language === "zh" ? `${year} 年 ${name}` : `${name} ${year}`;
}

/** "2024-01-01" as "2024 年 1 月 1 日" or "1 January 2024". */
export function dayName(day: string, language: Language): string {
  const number = Number(day.slice(8, 10));
  const month = monthInFull(day.slice(0, 7), language);
  return language === "zh" ? `${month} ${number} 日` : `${number} ${month}`;
}

/** Month 1–12 of any year: "7 月" or "July". */
export function monthOfYear(number: number, language: Language): string {
  return language === "zh" ? `${number} 月` : (names[number - 1] ?? String(number));
}

/** "2027 年" or "2027". */
export function yearName(year: number, language: Language): string {
  return language === "zh" ? `${year} 年` : String(year);
}

/** The end of a month as people say it: "2028 年底", "2028 年 6 月底", "the end of 2028", "the end of Jun 2028". */
export function monthEnd(month: MonthText, language: Language): string {
  const december = month.endsWith("-12");
  if (language === "zh") return december ? `${month.slice(0, 4)} 年底` : `${monthName(month, language)}底`;
  return `the end of ${december ? month.slice(0, 4) : monthName(month, language)}`;
}

/** Remaining time of a run: seconds up to 90, then whole minutes, always rounded up. */
export function timeLeft(seconds: number, language: Language): string {
  if (seconds <= 1) return language === "zh" ? "即将完成" : "almost done";
  if (seconds <= 90) {
    return language === "zh" ? `约剩 ${Math.ceil(seconds)} 秒` : `about ${Math.ceil(seconds)} s left`;
  }
  const minutes = Math.ceil(seconds / 60);
  return language === "zh" ? `约剩 ${minutes} 分钟` : `about ${minutes} min left`;
}
