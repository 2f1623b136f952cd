import { expect, test } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { assumed, fund } from "../fund.ts";
import { givenRegions } from "../givenRegions.ts";
import { regionSeries } from "../run.ts";
import { historyOf, suzhouRules, unit } from "../suzhouFund.ts";

const largeEvent = {
  perYear: assumed(0.1, "events/year"),
  threshold: assumed(100, "yuan"),
  tailIndex: assumed(2, "ratio"),
  cap: assumed(1000, "yuan"),
  wageShare: assumed(0, "ratio"),
  paymentPattern: assumed([1], "fraction"),
};

/** Two months; in the second an accident costs unit a 300 and unit b 600 yuan. Both take in and pay 100 a month and hold 1,000. */
function accident(opening: number, bears: string): { balances: number[]; pooled: number; moved: string[] } {
  const plan = compile(
    fund({
      months: 2,
      paths: 1,
      "basis.regions": [unit("a", 100, 100, 1000), unit("b", 100, 100, 1000)],
      "opening.history": historyOf(200, 200),
      ...suzhouRules,
      "rules.pooledFund.openingBalance": assumed(opening, "yuan"),
      "rules.pooledFund.majorAccidents": bears,
      "drivers.largeEvent": largeEvent,
    }),
  );
  const year = { contributions: 100, benefits: 100 };
  const world = givenRegions(2, [[year], [year]]);
  const journal: JournalEvent[] = [];
  const ledger = openLedger(
    plan.ledger,
    {
      ...world,
      // In thresholds of 100 yuan.
      benefitUnits: world.benefitUnits.map((lines, r) => [...lines, Float64Array.from([0, r === 0 ? 3 : 6])]),
      prices: plan.world.priceIndices.map(() => new Float64Array(2).fill(1)),
    },
    0,
    journal,
  );
  for (let t = 0; t < 2; t++) projectMonth(ledger, t, 0);
  return {
    balances: [0, 1].map((r) => regionSeries(ledger.record, r, "fundBalance")[1] ?? Number.NaN),
    pooled: ledger.pooledFund[0] ?? Number.NaN,
    moved: journal.filter(({ kind }) => kind === "transferred").map(({ region, amount }) => `${region} ${amount}`),
  };
}

test.each<[number, string, number[], number, string[]]>([
  // pooled fund, who bears, balances of a and b, pooled fund after, moved
  [1000, "paid", [1000, 1000], 100, ["0 300", "1 600"]],
  [900, "paid", [1000, 1000], 0, ["0 300", "1 600"]],
  [450, "paid", [850, 700], 0, ["0 150", "1 300"]],
  [0, "paid", [700, 400], 0, []],
  [1000, "notPaid", [700, 400], 1000, []],
])("an accident with %d yuan in the pooled fund, benefits %s by it", (opening, bears, balances, pooled, moved) => {
  const found = accident(opening, bears);
  expect(found.balances).toEqual(balances);
  expect(found.pooled).toBe(pooled);
  expect(found.moved).toEqual(moved);
});
