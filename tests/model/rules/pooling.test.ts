import { expect, test } from "vitest";
import { paysSeparately, poolingRule } from "../../../src/model/rules/pooling.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { sharingToTheFen } from "../../../src/model/simulation/fenLedger.ts";
import { fund } from "../fund.ts";
import { regionSeries, runPlans } from "../run.ts";
import { historyOf, unit } from "../suzhouFund.ts";

/**
 * One month of two units: a takes 100 and pays 60, b takes 40 and pays 90; a holds 500, b 20. Together they have enough; b alone lacks
 * 90 − 40 − 20 = 30.
 */
function month(pooling: object | undefined): { unpaid: string; a: number; b: number } {
  const plan = compile(
    fund({
      months: 1,
      paths: 1,
      "basis.regions": [unit("a", 100, 60, 500), unit("b", 40, 90, 20)],
      "opening.history": historyOf(140, 150),
      ...(pooling === undefined ? {} : { "rules.pooling": pooling }),
      "rules.shortfall": { kind: "waterfall", steps: [pooledOrOwn(pooling)] },
    }),
  );
  const [block] = runPlans([plan], 1);
  const [year] = sharingToTheFen(plan.shape, block, 0);
  const unpaid = year?.parts.find(({ payer }) => payer === "unpaid")?.amount ?? "";
  return { unpaid, a: balance(0), b: balance(1) };

  function balance(region: number): number {
    return regionSeries(block, region, "fundBalance")[0] ?? Number.NaN;
  }
}

function pooledOrOwn(pooling: object | undefined): object {
  return pooling !== undefined && Reflect.get(pooling, "kind") === "separate"
    ? { kind: "ownBalance" }
    : { kind: "oldBalances" };
}

test.each([
  // pooling, unpaid, balances of a and b at the end of the month
  ["separate", { kind: "separate" }, "30.00", 540, 0],
  ["unified", { kind: "unified" }, "0.00", 540, -30],
  ["not stated", undefined, "0.00", 540, -30],
])("%s: what b lacks", (_, pooling, unpaid, a, b) => {
  expect(month(pooling)).toEqual({ unpaid, a, b });
});

test("only units that keep their own cash pay separately", () => {
  expect(paysSeparately({ kind: "separate" })).toBe(true);
  expect(paysSeparately({ kind: "unified" })).toBe(false);
  expect(paysSeparately(undefined)).toBe(false);
  expect(poolingRule.safeParse({ kind: "federal" }).success).toBe(false);
});
