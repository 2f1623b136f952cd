import { describe, expect, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { remittanceRule, shareOnTheWay } from "../../../src/model/rules/remittance.ts";
import { assumed, fund, region } from "../fund.ts";
import { planOf, worldOf } from "../properties/rows.ts";

const ningbo = (rest: string) => ({
  kind: "dayOfMonth",
  day: assumed(20, "day of month"),
  rest: assumed(rest, "reading"),
});
const jiangxi = (steps: readonly number[]) => ({
  kind: "workingDaysBeforeMonthEnd",
  steps: assumed(steps, "working days"),
});
const share = (rule: object, year: number, month: number): number =>
  shareOnTheWay(remittanceRule.parse(rule), year, month);

describe("share of a month's collections that is on the way at its end", () => {
  test.each([
    // January 2024 has 23 working days, 8 of them after Saturday the 20th.
    ["Ningbo, by the 20th", ningbo("onTheWay"), 2024, 1, 8 / 23],
    // September 2024 has 21; the 20th is a Friday, 6 follow.
    ["Ningbo, the 20th a working day", ningbo("onTheWay"), 2024, 9, 6 / 21],
    ["Ningbo, all within the month", ningbo("sameMonth"), 2024, 1, 0],
    ["Anhui, the last ten-day period", { kind: "everyTenDays" }, 2024, 1, 8 / 23],
    // February 2021: 20 working days, 22–26 after the 20th.
    ["Anhui, 28 days", { kind: "everyTenDays" }, 2021, 2, 5 / 20],
    ["Jiangxi, the last four working days", jiangxi([4, 2, 1]), 2024, 1, 4 / 23],
    ["one step on the last day", jiangxi([1]), 2024, 6, 1 / 20],
    ["regularly", { kind: "regularly", onTheWay: assumed(0.3, "fraction") }, 2024, 1, 0.3],
  ])("%s", (_, rule, year, month, expected) => {
    expect(share(rule, year, month)).toBe(expected);
  });

  test("steps that do not come nearer to the month end are refused", () => {
    expect(remittanceRule.safeParse(jiangxi([4, 4, 1])).success).toBe(false);
    expect(remittanceRule.safeParse(jiangxi([4, 2, 1])).success).toBe(true);
    expect(remittanceRule.safeParse(jiangxi([])).success).toBe(false);
  });
});

test("money on the way is unremitted at month end and arrives in the next; one region goes by a day of its own", () => {
  const scenario = fund({
    "basis.regions": [region("a", 6_900, 600), region("b", 2_300, 300)],
    "rules.accounts": {
      remittance: {
        kind: "regularly",
        onTheWay: assumed(0, "fraction"),
        exceptions: [{ region: "b", ...ningbo("onTheWay") }],
      },
    },
    "rules.payableMonths.numerator": ["pooledAccount", "unremitted"],
  });
  const plan = planOf(scenario);
  const journal: JournalEvent[] = [];
  const ledger = openLedger(plan.ledger, worldOf(plan), 0, journal);
  // b collects 23 a month: January 8/23 after the 20th, February 7/21 (21–23 and 26–29), March 7/21 (21, 22, 25–29).
  const expected = [8, (23 * 7) / 21, (23 * 7) / 21];
  expected.forEach((onTheWay, t) => {
    projectMonth(ledger, t, 0);
    expect(ledger.unremitted[0]).toBeCloseTo(onTheWay, 9);
  });
  const remitted = journal.filter(({ kind, region: r }) => kind === "remitted" && r === 1).map(({ amount }) => amount);
  const [first = 0, second = 0, third = 0] = expected;
  [23 - first, first + 23 - second, second + 23 - third].forEach((amount, t) =>
    expect(remitted[t]).toBeCloseTo(amount, 9),
  );
});
