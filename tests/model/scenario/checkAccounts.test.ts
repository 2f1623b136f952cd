import { describe, expect, test } from "vitest";
import { applyChanges } from "../../../src/model/scenario/overlay.ts";
import { scenarioProblems } from "../../../src/model/scenario/parse.ts";
import { expectedText } from "../../../src/text/expectations.ts";
import { assumed, stillFund } from "../fund.ts";

const uses = assumed(["shortfall"], "reading");
const demand = (region: string, amount: number, termDeposits: object[] = []): object => ({
  region,
  demand: assumed(amount, "yuan"),
  termDeposits,
});
const turnover = (changes: object): object => ({
  kind: "shareOfMeanMonth",
  share: assumed(0.05, "fraction"),
  floor: assumed(10, "yuan"),
  per: assumed("city", "reading"),
  date: "2023-12-31",
  reset: assumed("once", "reading"),
  ...changes,
});
const duty = (changes: object): object => ({ id: "d", what: { zh: "事项", en: "Duty" }, ...changes });
const day = (value: number): object => assumed(value, "day of month");

describe("bad input to the accounts is refused with path and reason in both languages", () => {
  test.each<[string, Readonly<Record<string, unknown>>, string, string]>([
    ["an unknown place", { "opening.of.local": [demand("x", 1)] }, "opening.of.local.0.region", "the id of a region"],
    [
      "a place named twice",
      { "opening.of.local": [demand("a", 1), demand("a", 1)] },
      "opening.of.local.1.region",
      "a region named once",
    ],
    [
      "more with a place than its balance",
      { "opening.of.local": [demand("a", 900.01)] },
      "opening.of.local.0",
      "at most the region's opening balance, 900 yuan",
    ],
    [
      "deposits and term deposits together above the balance",
      { "opening.of.local": [demand("a", 800, [{ amount: assumed(101, "yuan"), matures: "2024-06" }])] },
      "opening.of.local.0",
      "at most the region's opening balance, 900 yuan",
    ],
    [
      "parts that together exceed the balance",
      { "opening.of.local": [demand("a", 900)], "opening.of.reserveFund": 1 },
      "opening.of",
      "parts of the opening balances, together 900 yuan",
    ],
    [
      "a deposit that matured before the start",
      { "opening.of.local": [demand("a", 0, [{ amount: assumed(1, "yuan"), matures: "2023-12-31" }])] },
      "opening.of.local.0.termDeposits.0.matures",
      "a month or a day from 2024-01 on",
    ],
    [
      "a day that does not exist",
      { "opening.of.local": [demand("a", 0, [{ amount: assumed(1, "yuan"), matures: "2024-06-31" }])] },
      "opening.of.local.0.termDeposits.0.matures",
      "a month or a day",
    ],
    [
      "an exception for a place that is not there",
      {
        "rules.accounts": { remittance: { kind: "everyTenDays", exceptions: [{ region: "x", kind: "everyTenDays" }] } },
      },
      "rules.accounts.remittance.exceptions.0.region",
      "the id of a region",
    ],
    [
      "a turnover fund by county without counties",
      { "rules.accounts": { turnoverFund: turnover({ per: assumed("county", "reading") }) } },
      "rules.accounts.turnoverFund.places",
      "the number of places",
    ],
    [
      "a turnover fund without a year of history",
      {
        "opening.history.0.from": "2023-02",
        "opening.history.0.months": 11,
        "rules.accounts": { turnoverFund: turnover({}) },
      },
      "opening.history",
      "at least 12 months, of which the turnover fund is a part",
    ],
    [
      "a turnover fund that is kept back after the deposits have moved",
      {
        "rules.accounts": {
          turnoverFund: turnover({ date: "2024-01-01" }),
          demandDeposits: { kind: "byDate", date: "2023-12-31" },
        },
      },
      "rules.accounts.turnoverFund.date",
      "a day not after 2023-12-31",
    ],
    [
      "more uncleared than there is",
      { "rules.accounts": { cleanUp: { kind: "staysLocal", date: "2023-12-31", uncleared: assumed(901, "yuan") } } },
      "rules.accounts.cleanUp.uncleared.value",
      "at most 900",
    ],
    [
      "31 June",
      {
        "rules.accounts": {
          calendar: [duty({ kind: "yearlyDate", month: assumed(6, "calendar month"), day: day(31) })],
        },
      },
      "rules.accounts.calendar.0.day.value",
      "a day of that month, which has 30",
    ],
    [
      "a duty twice",
      { "rules.accounts": { calendar: [duty({ kind: "monthly" }), duty({ kind: "everyTenDays" })] } },
      "rules.accounts.calendar.1.id",
      "an id used once",
    ],
    [
      "a reserve that ends before it begins",
      {
        "rules.reserve": {
          kind: "shareOfOutgo",
          share: assumed(0.05, "fraction"),
          from: "2024-07-01",
          until: "2024-07-01",
          uses,
        },
      },
      "rules.reserve.until",
      "a day after 2024-07-01",
    ],
  ])("%s", (_, changes, path, expected) => {
    const problems = scenarioProblems(applyChanges(stillFund, changes));
    const found = problems.find((problem) => problem.path === path && problem.expected.startsWith(expected));
    expect(found ?? problems).toMatchObject({ path });
    expect(expectedText(found?.expected ?? "", "zh")).toMatch(/[\u4e00-\u9fff]/);
  });

  test("30 June, a balance that lies with the place to the last yuan and a fund by county with counties are taken", () => {
    const changes = {
      "opening.of.local": [demand("a", 800, [{ amount: assumed(100, "yuan"), matures: "2024-06-30" }])],
      "rules.accounts": {
        turnoverFund: turnover({
          per: assumed("county", "reading"),
          places: [{ region: "a", count: assumed(5, "places") }],
        }),
        calendar: [duty({ kind: "yearlyDate", month: assumed(6, "calendar month"), day: day(30) })],
      },
    };
    expect(scenarioProblems(applyChanges(stillFund, changes))).toEqual([]);
  });
});
