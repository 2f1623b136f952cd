import { describe, expect, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { fillUp, isReserveDue, setAside } from "../../../src/model/rules/reserveFund.ts";
import { assumed, fund, region } from "../fund.ts";
import { planOf, worldOf } from "../properties/rows.ts";
import { runBlock, series, yearLine } from "../run.ts";

const rule = (share: number, upShare: number, limit: "none" | "cap" | "stopAt" | "stopAbove", level: number) => ({
  share,
  upShare,
  limit,
  level,
});

describe("rules of reserve_fund_rules.csv: contributions of the period 1,000, of the year 12,000", () => {
  const henan = rule(0.07, 2 / 7, "stopAbove", 0.5);
  const guangxi = rule(0.1, 0.5, "stopAt", 0.4);
  const huangshi = rule(0.1, 0, "cap", 0.3);
  const anhui = rule(0.1, 0.3, "cap", 0.3);
  const fifteen = rule(0.15, 1 / 3, "none", 0);
  test.each([
    // document, rule, reserve held, set aside in all, kept, remitted up
    ["Henan 7 % = 2 + 5, below 50 %", henan, 5_999.99, 70, 50, 20],
    ["Henan, at 50 %: not yet more than it", henan, 6_000, 70, 50, 20],
    ["Henan, above 50 %", henan, 6_000.01, 0, 0, 0],
    ["Guangxi 10 % half up, below 40 %", guangxi, 4_799.99, 100, 50, 50],
    ["Guangxi, at 40 %", guangxi, 4_800, 0, 0, 0],
    ["Guangxi, above 40 %", guangxi, 4_800.01, 0, 0, 0],
    ["Huangshi 10 %, room for all of it below 30 %", huangshi, 3_500, 100, 100, 0],
    ["Huangshi, room for a part", huangshi, 3_540, 60, 60, 0],
    ["Huangshi, at 30 %", huangshi, 3_600, 0, 0, 0],
    ["Huangshi, above 30 %", huangshi, 3_700, 0, 0, 0],
    ["older Anhui, 30 % up, room for all that is kept", anhui, 3_530, 100, 70, 30],
    ["older Anhui, room for half of it", anhui, 3_565, 50, 35, 15],
    ["older Anhui, at 30 %", anhui, 3_600, 0, 0, 0],
    ["15 % = 10 + 5", fifteen, 1e9, 150, 100, 50],
    ["Jiangxi until 2023, 3 % to the province", rule(0.03, 1, "none", 0), 0, 30, 0, 30],
  ])("%s", (_, plan, held, all, kept, up) => {
    const amount = setAside(plan, 1_000, held, 12_000);
    expect(amount).toBeCloseTo(all, 9);
    expect(amount * (1 - plan.upShare)).toBeCloseTo(kept, 9);
    expect(amount * plan.upShare).toBeCloseTo(up, 9);
  });

  test.each([
    [0, 600],
    [599.99, 0.01],
    [600, 0],
    [600.01, 0],
  ])("a level of 600: %d held, %d added", (held, expected) => {
    expect(fillUp({ share: 0.05 }, 12_000, held)).toBeCloseTo(expected, 9);
  });
});

describe("when money is set aside", () => {
  const terms = { kind: "contributions", from: -1, until: 1_000, prior: false, period: 3, lag: 0 } as const;
  const months = (changes: object): number[] =>
    Array.from({ length: 12 }, (_, t) => t).filter((t) => isReserveDue({ ...terms, ...changes }, t, t + 1));
  test.each([
    ["each quarter end", {}, [2, 5, 8, 11]],
    ["within 15 days after the quarter: the month after", { lag: 1 }, [0, 3, 6, 9]],
    ["by last year's contributions: at the start of a quarter", { prior: true }, [0, 3, 6, 9]],
    ["yearly at its end", { period: 12 }, [11]],
    ["yearly, after its end", { period: 12, lag: 1 }, [0]],
    ["monthly", { period: 1, from: 9 }, [9, 10, 11]],
    ["until it is merged", { period: 1, until: 2 }, [0, 1]],
    ["a level: when it is set up and each January", { kind: "outgo", from: 6 }, [6]],
    ["a level of old", { kind: "balance" }, [0]],
    ["merged", { kind: "merged" }, []],
  ])("%s", (_, changes, expected) => {
    expect(months(changes)).toEqual(expected);
  });
});

const uses = assumed(["majorAccident", "shortfall"], "reading");
const ofContributions = (changes: object = {}): object => ({
  kind: "shareOfContributions",
  share: assumed(0.1, "fraction"),
  upShare: assumed(0, "fraction"),
  base: assumed("currentYear", "reading"),
  period: assumed("quarterly", "reading"),
  days: assumed(0, "days"),
  uses,
  ...changes,
});

/** The still fund (100 in and out a month, 900 in hand) under a reserve rule: reserve at the end of each month, and events. */
function reserveUnder(
  reserve: object,
  changes: Readonly<Record<string, unknown>> = {},
): { held: number[]; journal: JournalEvent[] } {
  const plan = planOf(fund({ "rules.reserve": reserve, ...changes }));
  const journal: JournalEvent[] = [];
  const ledger = openLedger(plan.ledger, worldOf(plan), 0, journal);
  const held = Array.from({ length: 24 }, (_, t) => {
    projectMonth(ledger, t, 0);
    return ledger.reserveFund[0] ?? Number.NaN;
  });
  return { held, journal };
}

test("10 % of each quarter's contributions up to a cap of 7.5 % of a year's, as an annual table", () => {
  const limit = { kind: "cap", level: assumed(0.075, "fraction") };
  // 300 a quarter: 30 at the end of March, June and September 2024; a year's contributions are 1,200 and the cap is 90.
  const { held, journal } = reserveUnder(ofContributions({ limit }));
  expect([0, 1, 2, 5, 8, 11, 23].map((t) => held[t])).toEqual([0, 0, 30, 60, 90, 90, 90]);
  // Budgets, which are drafted each October, are the journal's only other events.
  const events = journal.filter(({ kind }) => kind !== "budgetDrafted");
  expect(events.map(({ t, kind, amount }) => [t, kind, amount])).toEqual(
    [2, 5, 8].map((t) => [t, "reserveFilled", 30]),
  );
});

test("Jiangxi's 3 % a quarter is paid within 15 days after it and leaves the fund, until it ends", () => {
  const former = ofContributions({
    share: assumed(0.03, "fraction"),
    upShare: assumed(1, "fraction"),
    days: assumed(15, "days"),
    until: "2024-12-01",
  });
  const block = runBlock(fund({ "rules.reserve": former }));
  // 9 each in January (of the last quarter of 2023), April, July and October 2024.
  expect(yearLine(block, 0, "transferUp")).toBe(36);
  expect(yearLine(block, 1, "transferUp")).toBe(0);
  expect(series(block, "fundBalance").slice(0, 4)).toEqual([891, 891, 891, 882]);
});

test("Jilin: set up in July 2021 at 5 % of the outgo of 2020, and filled each January", () => {
  const jilin = { kind: "shareOfOutgo", share: assumed(0.05, "fraction"), from: "2021-07-01", uses };
  const { held } = reserveUnder(jilin, {
    start: "2021-01",
    "opening.history.0.from": "2020-01",
    "opening.unpaid": 120,
  });
  // 2020: 1,200 of outgo; 2021: 1,320 with what was unpaid.
  expect([5, 6, 11, 12, 23].map((t) => Math.round((held[t] ?? 0) * 1e9) / 1e9)).toEqual([0, 60, 60, 66, 66]);
});

test("10 % of the balance at the end of the year before", () => {
  const { held } = reserveUnder(
    { kind: "shareOfBalance", share: assumed(0.1, "fraction"), uses },
    { "opening.unpaid": 100 },
  );
  expect([0, 11, 12].map((t) => held[t])).toEqual([90, 90, 90]);
});

test.each([
  ["2023-12-31", [0, 0, 0]],
  ["2024-01-01", [0, 0, 0]],
  ["2024-03-01", [300, 300, 0]],
])("a reserve that ends on %s joins the pooled account", (until, expected) => {
  const { held } = reserveUnder({ kind: "merged", until }, { "opening.of.reserveFund": 300 });
  expect(held.slice(0, 3)).toEqual(expected);
});

describe("uses", () => {
  /** Without contributions 100 a month leave: a pooled account of 900 − 150 − 150, a reserve and term deposits of 150 each. */
  const dry = {
    "rules.contribution.collectionRate": 0,
    "opening.of.reserveFund": 150,
    "opening.of.termDeposits": [{ amount: assumed(150, "yuan"), matures: "2026-12" }],
  };
  test("a shortfall is met from the reserve before term deposits are broken", () => {
    const { held, journal } = reserveUnder(ofContributions(), dry);
    expect(held.slice(5, 9)).toEqual([150, 50, 0, 0]);
    expect(journal.filter(({ kind }) => kind === "reserveDrawn").map(({ t, amount }) => [t, amount])).toEqual([
      [6, 100],
      [7, 50],
    ]);
  });

  test("a reserve that is for accidents only is the last to be drawn", () => {
    const { held } = reserveUnder(ofContributions({ uses: assumed(["majorAccident"], "reading") }), dry);
    expect(held.slice(5, 9)).toEqual([150, 150, 100, 0]);
  });

  test("large accidents are paid out of it as far as it goes", () => {
    const plan = planOf(
      fund({
        "basis.regions": [region("a", 10_000, 1e7)],
        "drivers.largeEvent": {
          perYear: assumed(6, "events/year"),
          threshold: assumed(1_000, "yuan"),
          cap: assumed(1_001, "yuan"),
          tailIndex: assumed(2, "ratio"),
          wageShare: assumed(0, "ratio"),
          paymentPattern: assumed([1], "fraction"),
        },
        "opening.of.reserveFund": 3_000,
        "rules.reserve": ofContributions({ uses: assumed(["majorAccident"], "reading") }),
      }),
    );
    const world = worldOf(plan);
    const ledger = openLedger(plan.ledger, world, 0, []);
    let expected = 3_000;
    let events = 0;
    for (let t = 0; t < 12; t++) {
      projectMonth(ledger, t, 0);
      const accident = (world.benefitUnits[0]?.[1]?.[t * ledger.paths] ?? 0) * 1_000;
      if (accident > 500) events += 1;
      expected = Math.max(0, expected - accident) + (t % 3 === 2 ? 30 : 0);
      expect(ledger.reserveFund[0]).toBeCloseTo(expected, 6);
    }
    expect(events).toBeGreaterThan(0);
  });
});

test("tallies by year: set aside, drawn, remitted up", () => {
  const scenario = fund({ "rules.reserve": ofContributions({ upShare: assumed(0.5, "fraction") }) });
  const plan = planOf(scenario);
  const block = runBlock(scenario);
  const of = (id: string): number[] => {
    const at = plan.shape.tallies.findIndex((tally) => tally.id === id);
    return [0, 1, 2].map((year) => block.tallies[(at * plan.shape.years + year) * block.paths] ?? Number.NaN);
  };
  expect(of("account.reserve.setAside")).toEqual([60, 60, 60]);
  expect(of("account.reserve.remittedUp")).toEqual([60, 60, 60]);
  expect(of("account.reserve.drawn")).toEqual([0, 0, 0]);
});
