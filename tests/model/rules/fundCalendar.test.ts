import { describe, expect, test } from "vitest";
import { dateText } from "../../../src/model/calendar.ts";
import { calendarRule, type Duty, dutyDays, splitYear } from "../../../src/model/rules/fundCalendar.ts";
import { bundledFile } from "../../scenarios/bundled.ts";

/** The duty of a text by its id. */
function duty(text: string, id: string): Duty {
  const file = bundledFile(`provisions/${text}`) as { rules: { accounts: { calendar: unknown } } };
  const found = calendarRule.parse(file.rules.accounts.calendar).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no duty ${id} in ${text}`);
  return found;
}

describe("the real days of the duties of the five texts", () => {
  test.each([
    // Zhejiang: the 20th, also on a Saturday.
    ["zhejiang", "ningbo", 2024, 1, ["2024-01-20"]],
    ["zhejiang", "ningbo", 2024, 2, ["2024-02-20"]],
    ["zhejiang", "plan", 2024, 2, ["2024-02-29"]],
    ["zhejiang", "turnover", 2023, 12, ["2023-12-31"]],
    ["zhejiang", "turnover", 2024, 12, []],
    ["zhejiang", "cleanUp", 2023, 11, []],
    // Anhui: every ten days.
    ["anhui", "tenDays", 2024, 2, ["2024-02-10", "2024-02-20", "2024-02-29"]],
    ["anhui", "tenDays", 2024, 6, ["2024-06-10", "2024-06-20", "2024-06-30"]],
    ["anhui", "balances", 2024, 1, ["2024-01-31"]],
    // Jiangxi, January 2024: the last four working days are Fri 26, Mon 29, Tue 30, Wed 31.
    ["jiangxi", "treasury", 2024, 1, ["2024-01-25"]],
    ["jiangxi", "agencies", 2024, 1, ["2024-01-29"]],
    ["jiangxi", "province", 2024, 1, ["2024-01-30"]],
    // March 2024 ends on a Sunday: the last four are Tue 26 to Fri 29.
    ["jiangxi", "treasury", 2024, 3, ["2024-03-25"]],
    ["jiangxi", "agencies", 2024, 3, ["2024-03-27"]],
    ["jiangxi", "province", 2024, 3, ["2024-03-28"]],
    // June 2024 ends on a Sunday too: Tue 25 to Fri 28. December looks into the next year: Thu 26, Fri 27, Mon 30, Tue 31.
    ["jiangxi", "treasury", 2024, 6, ["2024-06-24"]],
    ["jiangxi", "treasury", 2024, 12, ["2024-12-25"]],
    // One working day before the 15th: a Monday, a Sunday, a Saturday, a Tuesday.
    ["jiangxi", "payout", 2024, 1, ["2024-01-12"]],
    ["jiangxi", "payout", 2024, 9, ["2024-09-13"]],
    ["jiangxi", "payout", 2024, 6, ["2024-06-14"]],
    ["jiangxi", "payout", 2024, 10, ["2024-10-14"]],
    // Three working days after the 9th: from a Tuesday, a Friday and a Saturday.
    ["jiangxi", "finance", 2024, 1, ["2024-01-12"]],
    ["jiangxi", "finance", 2024, 2, ["2024-02-14"]],
    ["jiangxi", "finance", 2024, 3, ["2024-03-13"]],
    ["jiangxi", "turnover", 2024, 1, ["2024-01-15"]],
    ["jilin", "start", 2021, 7, ["2021-07-01"]],
    ["jilin", "start", 2021, 6, []],
    ["jilin", "balances", 2021, 6, ["2021-06-30"]],
    ["suzhou", "provincialReserve", 2024, 6, ["2024-06-20"]],
    ["suzhou", "provincialReserve", 2024, 5, []],
    ["suzhou", "pooledFund", 2020, 6, ["2020-06-30"]],
    ["suzhou", "pooledFund", 2021, 6, []],
  ])("%s, %s, %i-%i: %j", (text, id, year, month, expected) => {
    expect(dutyDays(duty(text, id), year, month).map(dateText)).toEqual(expected);
  });
});

test.each([
  ["2021-07-01", 6, 6],
  ["2024-01-01", 0, 12],
  ["2020-05-01", 4, 8],
  ["2020-12-01", 11, 1],
])("a start on %s splits its budget year into %i and %i months", (date, before, from) => {
  expect(splitYear(date)).toEqual({ before, from });
});

test("a day that is not in every month and a date that does not exist are refused", () => {
  const source = { document: "示例", article: "一" };
  const what = { zh: "示例", en: "Example" };
  const parse = (rest: object): boolean => calendarRule.safeParse([{ id: "d", what, source, ...rest }]).success;
  const day = (value: number) => ({ value, unit: "day of month", source });
  expect(parse({ kind: "monthlyDay", day: day(28) })).toBe(true);
  expect(parse({ kind: "monthlyDay", day: day(29) })).toBe(false);
  expect(parse({ kind: "onceBy", date: "2024-06-30" })).toBe(true);
  expect(parse({ kind: "onceBy", date: "2024-06-31" })).toBe(false);
});
