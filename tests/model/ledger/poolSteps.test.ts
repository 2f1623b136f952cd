import { expect, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import { sharingToTheFen } from "../../../src/model/simulation/fenLedger.ts";
import { assumed, fund } from "../fund.ts";
import { runPlans, series } from "../run.ts";
import { historyOf, unit } from "../suzhouFund.ts";

const finance = (changes: object = {}): object => ({
  kind: "payer",
  id: "finance",
  name: { zh: "财政", en: "Finance" },
  share: assumed(0.6, "fraction"),
  ...changes,
});

/**
 * The order of article 38. Two regions with 60 and 40 of contributions and 90 and 60 of benefits a month: the pool lacks 50 a month.
 * It holds 200, of which 80 are reserve and 50 term deposits: 70 of old balances.
 */
function paid(
  months: number,
  payers: readonly object[] = [finance()],
): { parts: Record<string, string>; regionA: Record<string, string>; balance: number[]; gaps: number } {
  const plan = compile(
    fund({
      months,
      paths: 1,
      "basis.regions": [unit("a", 60, 90, 120), unit("b", 40, 60, 80)],
      "opening.history": historyOf(100, 150),
      "opening.of.reserveFund": 80,
      "opening.of.termDeposits": [{ amount: assumed(50, "yuan"), matures: "2026-12" }],
      "rules.shortfall": {
        kind: "waterfall",
        steps: [{ kind: "oldBalances" }, { kind: "reserveFund" }, { kind: "termDeposits" }, ...payers],
      },
    }),
  );
  const [block] = runPlans([plan], 1);
  const [year] = sharingToTheFen(plan.shape, block, 0);
  const byPayer = (parts: readonly { payer: string; amount: string }[]): Record<string, string> =>
    Object.fromEntries(parts.map(({ payer, amount }) => [payer, amount]));
  return {
    parts: byPayer(year?.parts ?? []),
    regionA: byPayer(year?.regions[0]?.parts ?? []),
    balance: series(block, "fundBalance"),
    gaps: block.depletion.monthsBelow[0] ?? Number.NaN,
  };
}

test.each([
  // months, old balances, reserve, term deposits, finance (60 % of what is left), unpaid, months with a gap
  [1, "50.00", "0.00", "0.00", "0.00", "0.00", 0],
  [2, "70.00", "30.00", "0.00", "0.00", "0.00", 0],
  [3, "70.00", "80.00", "0.00", "0.00", "0.00", 0],
  [4, "70.00", "80.00", "50.00", "0.00", "0.00", 0],
  [5, "70.00", "80.00", "50.00", "30.00", "20.00", 1],
])("after %d months", (months, old, reserve, deposits, financed, unpaid, gaps) => {
  const found = paid(months);
  expect(found.parts).toEqual({
    oldBalances: old,
    reserveFund: reserve,
    termDeposits: deposits,
    finance: financed,
    unpaid,
  });
  expect(found.gaps).toBe(gaps);
  expect(found.balance[months - 1]).toBeCloseTo(Math.max(0, 200 - 50 * months), 9);
});

test("a gap stands with the regions in proportion to what is due: 90 to 60", () => {
  expect(paid(5).regionA).toMatchObject({
    oldBalances: "42.00",
    reserveFund: "48.00",
    termDeposits: "30.00",
    finance: "18.00",
    unpaid: "12.00",
  });
});

test("a payer with a yearly limit leaves the rest to the next one", () => {
  const second = { ...finance({ id: "city", share: assumed(1, "fraction") }), name: { zh: "市", en: "City" } };
  // Month 5: 30 of 60 %, month 6 (old balances are gone): only 10 up to the limit of 40, then the city takes 20 and 40.
  const found = paid(6, [finance({ limit: assumed(40, "yuan/year") }), second]);
  expect(found.parts).toMatchObject({ finance: "40.00", city: "60.00", unpaid: "0.00" });
});

test("a payer below a line of payable months pays only there", () => {
  // At the end of month 4 the pool has 0 months.
  expect(paid(5, [finance({ below: assumed(0, "months") })]).parts).toMatchObject({ finance: "0.00", unpaid: "50.00" });
  expect(paid(5, [finance({ below: assumed(0.01, "months") })]).parts).toMatchObject({ finance: "30.00" });
});

test("what a payer advances is borne by who makes it good", () => {
  const bearer = { ...finance({ id: "province", share: assumed(1, "fraction") }), name: { zh: "省", en: "Province" } };
  const found = paid(5, [finance({ refilledBy: "province" }), bearer]);
  expect(found.parts).toMatchObject({ province: "50.00", unpaid: "0.00" });
  expect(found.parts).not.toHaveProperty("finance");
});
