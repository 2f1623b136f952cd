import { expect, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { emergencyRequest } from "../../../src/model/rules/emergencyRequest.ts";
import { assumed, fund } from "../fund.ts";
import { planOf, worldOf } from "../properties/rows.ts";

test.each([
  // payment, plan, margin, turnover fund, request
  [105, 100, 1, 5, 0],
  [105.01, 100, 1, 5, 0.01],
  [104.99, 100, 1, 5, 0],
  [130, 100, 1.2, 5, 5],
  [50, 100, 1, 0, 0],
])("payment %d, plan %d × %d, turnover fund %d: %d asked for", (payment, plan, margin, held, expected) => {
  expect(emergencyRequest(payment, plan, margin, held)).toBeCloseTo(expected, 9);
});

/** Requests of 2024 with 100 a month planned and paid, 60 unpaid at the start, paid with the first month: 160. */
function requests(turnover: number): { count: number; asked: number[]; balance: number } {
  const plan = planOf(
    fund({
      "opening.unpaid": 60,
      "opening.of.turnoverFund": turnover,
      "rules.accounts": { emergency: { kind: "abovePlan", margin: assumed(1, "ratio") } },
    }),
  );
  const journal: JournalEvent[] = [];
  const ledger = openLedger(plan.ledger, worldOf(plan), 0, journal);
  projectMonth(ledger, 0, 0);
  const at = plan.shape.tallies.findIndex(({ id }) => id === "account.emergency.a");
  return {
    count: ledger.record.tallies[at * plan.shape.years * ledger.paths] ?? Number.NaN,
    asked: journal.filter(({ kind }) => kind === "emergencyRequest").map(({ amount }) => amount),
    balance: ledger.sum[0] ?? Number.NaN,
  };
}

test("a month's payment beyond plan and turnover fund is counted and noted, and moves no money of the fund", () => {
  expect(requests(59)).toEqual({ count: 1, asked: [1], balance: 840 });
  expect(requests(60)).toEqual({ count: 0, asked: [], balance: 840 });
  expect(requests(61)).toEqual({ count: 0, asked: [], balance: 840 });
});

test("a plan follows the season: a month of 150 % that was to be expected is no request", () => {
  const season = [1.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
  const plan = planOf(
    fund({
      "drivers.injurySeasonality": season,
      "rules.accounts": { emergency: { kind: "abovePlan", margin: assumed(1, "ratio") } },
    }),
  );
  const journal: JournalEvent[] = [];
  const ledger = openLedger(plan.ledger, worldOf(plan), 0, journal);
  for (let t = 0; t < 24; t++) projectMonth(ledger, t, 0);
  expect(journal.filter(({ kind }) => kind === "emergencyRequest")).toEqual([]);
});
