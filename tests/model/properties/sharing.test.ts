import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { openLedger, outgoLines } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { arbitraryScenario, RUNS, TIMEOUT } from "../arbitraryScenario.ts";
import { assumed } from "../fund.ts";
import { suzhouRules, waterfall } from "../suzhouFund.ts";
import { planOf, poolAt, regionAt, runPlan, worldOf } from "./rows.ts";

vi.setConfig({ testTimeout: TIMEOUT });

const FEN = 0.005;

const arbitrarySuzhou = fc.record({
  initialMonth: fc.integer({ min: 1, max: 12 }),
  initialShare: fc.constantFrom(0, 0.1, 0.5),
  opening: fc.constantFrom(0, 1e4, 1e7),
  refillMonths: fc.constantFrom(0, 3, 12),
  lag: fc.constantFrom(1, 6),
  majorAccidents: fc.constantFrom("paid", "notPaid"),
  forgone: fc.constantFrom("currentYear", "cumulative"),
  returns: fc.constantFrom("cityFinance", "pooledFund"),
  share: fc.constantFrom(0, 0.5, 1),
  fixed: fc.boolean(),
});

function separate(parts: typeof arbitrarySuzhou extends fc.Arbitrary<infer T> ? T : never): Record<string, unknown> {
  const fundRule = suzhouRules["rules.pooledFund"] as object;
  const month = `2024-${String(parts.initialMonth).padStart(2, "0")}`;
  return {
    ...suzhouRules,
    "rules.pooledFund": {
      ...fundRule,
      openingBalance: assumed(parts.opening, "yuan"),
      initial: { share: assumed(parts.initialShare, "fraction"), month: assumed(month, "month") },
      majorAccidents: assumed(parts.majorAccidents, "reading"),
      refill: {
        months: assumed(parts.refillMonths, "months"),
        observation: assumed("quarterEnd", "reading"),
        lag: assumed(parts.lag, "months"),
      },
    },
    "rules.shortfall": parts.fixed
      ? {
          kind: "gap",
          payers: [
            { id: "x", name: { zh: "甲", en: "x" }, share: assumed(parts.share * 0.5, "fraction") },
            { id: "y", name: { zh: "乙", en: "y" }, share: assumed(parts.share * 0.5, "fraction") },
          ],
        }
      : waterfall(parts.forgone, parts.returns),
    "rules.measure": { kind: "none" },
  };
}

test("separate units: money is conserved over units, pooled fund and outside, and no balance is negative", () => {
  let withGap = 0;
  fc.assert(
    fc.property(arbitraryScenario, arbitrarySuzhou, (file, parts) => {
      const plan = planOf(file, separate(parts));
      const ledger = openLedger(plan.ledger, worldOf(plan), 0);
      ledger.forgone.fill(1e5);
      ledger.forgoneThisYear.fill(1e4);
      const { regions } = plan.ledger;
      const { paths } = ledger;
      for (let p = 0; p < paths; p++) {
        const balances = [...plan.ledger.openingBalance];
        let pooled = ledger.pooledFund[p];
        let pool = balances.reduce((sum, each) => sum + each, 0) + pooled;
        for (let t = 0; t < plan.ledger.months; t++) {
          projectMonth(ledger, t, p);
          const block = ledger.record;
          const { transferIn, transferOut, pooledInterest, pooledSubsidy } = ledger.month;
          let sum = 0;
          let moved = 0;
          for (let r = 0; r < regions; r++) {
            const closing =
              balances[r] + regionAt(block, r, "totalIncome", t, p) - regionAt(block, r, "totalOutgo", t, p);
            balances[r] = regionAt(block, r, "fundBalance", t, p);
            expect(Math.abs(closing - balances[r])).toBeLessThan(FEN);
            expect(balances[r]).toBeGreaterThanOrEqual(0);
            sum += balances[r];
            moved += transferOut[r] - transferIn[r];
          }
          // What leaves a unit reaches the pooled fund, and the other way round.
          expect(Math.abs(pooled + moved + pooledInterest + pooledSubsidy - ledger.pooledFund[p])).toBeLessThan(FEN);
          pooled = ledger.pooledFund[p];
          expect(pooled).toBeGreaterThanOrEqual(0);
          pool += poolAt(block, "totalIncome", t, p) - poolAt(block, "totalOutgo", t, p);
          expect(Math.abs(pool - poolAt(block, "fundBalance", t, p))).toBeLessThan(FEN);
          expect(Math.abs(sum + pooled - poolAt(block, "fundBalance", t, p))).toBeLessThan(FEN);
          if (ledger.month.gap > 0) withGap += 1;
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect(withGap).toBeGreaterThan(0);
});

test("separate units: the parts of a month's gap add up to it, by payer and region, on every path", () => {
  fc.assert(
    fc.property(arbitraryScenario, arbitrarySuzhou, (file, parts) => {
      const plan = planOf(file, separate({ ...parts, fixed: false, majorAccidents: "notPaid" }));
      const ledger = openLedger(plan.ledger, worldOf(plan), 0);
      ledger.forgone.fill(1e5);
      const { regions } = plan.ledger;
      const { paths } = ledger;
      const payers = plan.shape.payers.length;
      const years = plan.shape.years;
      for (let p = 0; p < paths; p++) {
        let expected = 0;
        for (let t = 0; t < plan.ledger.months; t++) {
          const before = ledger.unpaid.slice();
          projectMonth(ledger, t, p);
          const { due, contributions, interest, otherIncome, settled } = ledger.month;
          for (let r = 0; r < regions; r++) {
            let dueOfRegion = 0;
            let stillCarried = 0;
            let carried = 0;
            for (let line = 0; line < outgoLines.length; line++) {
              const i = line * regions + r;
              dueOfRegion += due[i];
              carried += before[i * paths + p];
              stillCarried += ledger.unpaid[i * paths + p];
            }
            const income = contributions[r] + interest[r] + otherIncome[r] + settled[r];
            expected += Math.max(0, dueOfRegion - Math.max(0, income)) - Math.min(carried, stillCarried);
          }
        }
        let recorded = 0;
        let tallied = 0;
        for (let payer = 0; payer <= payers; payer++) {
          for (let year = 0; year < years; year++) {
            recorded += ledger.record.sharing[(payer * years + year) * paths + p];
            for (let r = 0; r < regions; r++) {
              const at = plan.ledger.sharing.tally + payer * regions + r;
              tallied += ledger.record.tallies[(at * years + year) * paths + p];
            }
          }
        }
        const rounding = FEN + 1e-12 * Math.abs(recorded);
        expect(Math.abs(recorded - expected)).toBeLessThan(rounding);
        expect(Math.abs(tallied - recorded)).toBeLessThan(rounding);
      }
    }),
    { numRuns: RUNS },
  );
});

test("a yearly settlement comes in whole as subsidy, and province and places bear the gaps together", () => {
  const half = { province: assumed(0.6, "fraction"), local: assumed(0.4, "fraction") };
  const settlement = {
    kind: "anhui",
    since: assumed("2024-01", "month"),
    month: assumed(4, "calendar month"),
    surplus: { province: assumed(0.9, "fraction"), local: assumed(0.1, "fraction") },
    deficit: { province: assumed(0.8, "fraction"), local: assumed(0.2, "fraction") },
    surplusOf: assumed("province", "reading"),
    within: assumed(0.05, "fraction"),
    middle: { upTo: assumed(0.1, "fraction"), split: half },
    above: { split: { province: assumed(0.4, "fraction"), local: assumed(0.6, "fraction") } },
    bands: assumed("slices", "reading"),
    managementShare: assumed(0.5, "fraction"),
  };
  let settledMonths = 0;
  fc.assert(
    fc.property(
      arbitraryScenario.filter((file) => (file as { basis: { regions: readonly unknown[] } }).basis.regions.length > 1),
      (file) => {
        const plan = planOf(file, { "rules.settlement": settlement });
        const world = worldOf(plan);
        const journal: JournalEvent[] = [];
        const ledger = openLedger(plan.ledger, world, 0, journal);
        const { paths } = ledger;
        const { province, local } = plan.ledger.sharing.settlement ?? { province: 0, local: 0 };
        const years = plan.shape.years;
        for (let p = 0; p < paths; p++) {
          let received = 0;
          let gaps = 0;
          for (let t = 0; t < plan.ledger.months; t++) {
            projectMonth(ledger, t, p);
            for (let r = 0; r < plan.ledger.regions; r++) received += ledger.month.settled[r];
          }
          let paid = 0;
          for (let year = 0; year < years; year++) {
            const of = (payer: number): number => ledger.record.sharing[(payer * years + year) * paths + p];
            paid += of(local);
            gaps += of(local) + of(province);
            expect(of(province)).toBeGreaterThanOrEqual(-FEN);
          }
          expect(Math.abs(paid - received)).toBeLessThan(FEN);
          expect(paid).toBeLessThanOrEqual(gaps + FEN);
          if (paid > 0) settledMonths += 1;
        }
        const block = runPlan(plan);
        for (let p = 0; p < paths; p++) {
          let pool = plan.ledger.openingBalance.reduce((sum, each) => sum + each, 0);
          for (let t = 0; t < block.months; t++) {
            pool += poolAt(block, "totalIncome", t, p) - poolAt(block, "totalOutgo", t, p);
            expect(Math.abs(pool - poolAt(block, "fundBalance", t, p))).toBeLessThan(FEN);
          }
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect(settledMonths).toBeGreaterThan(0);
});
