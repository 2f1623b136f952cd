import { describe, expect, test } from "vitest";
import { openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { isTurnoverSet, turnoverFund } from "../../../src/model/rules/turnoverFund.ts";
import { assumed, fund, region } from "../fund.ts";
import { planOf, worldOf } from "../properties/rows.ts";

const zhejiang = (least: number) => ({ multiple: 0.05, least: [least], ofBenefits: false, month: -1, yearly: false });

describe("Zhejiang: 5 % of the mean month, at least 1 million yuan for each place", () => {
  test.each([
    // mean month, 5 % of it, fund
    [100_000_000, 5_000_000],
    [20_000_020, 1_000_001],
    [20_000_000, 1_000_000],
    [19_999_980, 1_000_000],
    [1, 1_000_000],
    [0, 1_000_000],
  ])("mean month %d: %d", (mean, expected) => {
    expect(turnoverFund(zhejiang(1_000_000), 0, mean)).toBeCloseTo(expected, 2);
  });

  test.each([
    // A city with five counties: 5 × 1 million binds up to a mean month of 100 million.
    [100_000_020, 5_000_001],
    [100_000_000, 5_000_000],
    [20_000_000, 5_000_000],
  ])("by county, five places, mean month %d: %d", (mean, expected) => {
    expect(turnoverFund(zhejiang(5_000_000), 0, mean)).toBeCloseTo(expected, 2);
  });
});

test("Jiangxi: one month of the mean month, without a floor", () => {
  const plan = { multiple: 1, least: [0], ofBenefits: true, month: 0, yearly: false };
  expect([0, 1, 8_500_000].map((mean) => turnoverFund(plan, 0, mean))).toEqual([0, 1, 8_500_000]);
});

test.each([
  [false, [3]],
  [true, [3, 12, 24]],
])("set in its month, and where it is set anew (%s) each January after it", (yearly, expected) => {
  const plan = { multiple: 1, least: [0], ofBenefits: true, month: 3, yearly };
  const months = Array.from({ length: 30 }, (_, t) => t).filter((t) => isTurnoverSet(plan, t, (t % 12) + 1));
  expect(months).toEqual(expected);
});

describe("in the ledger", () => {
  const rule = (changes: object = {}) => ({
    kind: "months",
    months: assumed(1, "months"),
    date: "2024-02-15",
    reset: assumed("yearly", "reading"),
    ...changes,
  });
  /** Turnover funds at the end of each month of a fund of two regions, 60 and 40 yuan of benefits a month. */
  function held(turnover: object, changes: Readonly<Record<string, unknown>> = {}): number[][] {
    const scenario = fund({
      "basis.regions": [region("a", 6_000, 600), region("b", 4_000, 300)],
      "rules.accounts": { turnoverFund: turnover },
      months: 14,
      ...changes,
    });
    const plan = planOf(scenario);
    const ledger = openLedger(plan.ledger, worldOf(plan), 0);
    return Array.from({ length: 14 }, (_, t) => {
      projectMonth(ledger, t, 0);
      return [0, 1].map((r) => ledger.local?.turnoverFund[r * ledger.paths] ?? Number.NaN);
    });
  }

  test("it is set in February 2024 by the outgo of 2023, and in January 2025 by that of 2024", () => {
    // 2023: 1,200 a year = 60 and 40 a month. In 2024 benefits are what they were.
    const months = held(rule());
    expect(months[0]).toEqual([0, 0]);
    expect(months[1]).toEqual([60, 40]);
    expect(months[12]?.map((each) => Math.round(each * 1e9) / 1e9)).toEqual([60, 40]);
  });

  test("its date lies before the start: it is there on the first day, and the year that it looks at is the one before", () => {
    const scenario = fund({
      "basis.regions": [region("a", 6_000, 600), region("b", 4_000, 300)],
      "rules.accounts": { turnoverFund: rule({ date: "2023-12-31" }) },
      "opening.history": [
        { ...fund().opening.history[0], from: "2022-01", benefitPayout: assumed(600, "yuan") },
        fund().opening.history[0],
      ],
    });
    const { ledger } = planOf(scenario);
    expect(ledger.accounts?.opening.turnoverFund).toEqual([30, 20]);
    expect(ledger.opening.turnoverFund).toBe(50);
  });

  test("a pooled account that holds less gives what it has", () => {
    const months = held(rule({ months: assumed(12, "months") }));
    expect((months[1]?.[0] ?? 0) + (months[1]?.[1] ?? 0)).toBeCloseTo(900, 6);
  });
});
