import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { type LedgerBlock, type YearLine, yearLines } from "../../../src/model/simulation/block.ts";
import { foldLedger } from "../../../src/model/simulation/simulate.ts";
import { arbitraryScenario, RUNS, TIMEOUT } from "../arbitraryScenario.ts";
import { assumed } from "../fund.ts";
import { planOf, poolAt, regionAt, runPlan, worldOf } from "./rows.ts";

vi.setConfig({ testTimeout: TIMEOUT });

const FEN = 0.005;
/** Relative rounding of sums of a few hundred doubles. */
const ROUNDING = 1e-11;

function yearAt(block: LedgerBlock, year: number, line: YearLine, p: number): number {
  return block.years[(year * yearLines.length + yearLines.indexOf(line)) * block.paths + p];
}

/** How far a number lies from the expected one, relative to the money that went into it. */
function relativeMiss(actual: number, expected: number, scale: number): number {
  return actual === expected ? 0 : Math.abs(actual - expected) / scale;
}

const yearOf = (startMonth: number, t: number): number => Math.floor((startMonth - 1 + t) / 12);

const arbitraryPayers = fc.constantFrom([], [0.4], [0.25, 0.5], [0.5, 0.5], [0.2, 0.3, 0.5]).map((shares) => ({
  kind: "gap",
  payers: shares.map((share, i) => ({
    id: `p${i}`,
    name: { zh: "方", en: "payer" },
    share: assumed(share, "fraction"),
  })),
}));

test("opening + items = closing within half a fen on every path, month and region, and for the pool", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const plan = planOf(file);
      const block = runPlan(plan);
      for (let p = 0; p < block.paths; p++) {
        const balances = [...plan.ledger.openingBalance];
        let pool = balances.reduce((sum, each) => sum + each, 0);
        for (let t = 0; t < block.months; t++) {
          pool += poolAt(block, "totalIncome", t, p) - poolAt(block, "totalOutgo", t, p);
          expect(Math.abs(pool - poolAt(block, "fundBalance", t, p))).toBeLessThan(FEN);
          let sum = 0;
          balances.forEach((opening, r) => {
            const closing = opening + regionAt(block, r, "totalIncome", t, p) - regionAt(block, r, "totalOutgo", t, p);
            expect(Math.abs(closing - regionAt(block, r, "fundBalance", t, p))).toBeLessThan(FEN);
            balances[r] = regionAt(block, r, "fundBalance", t, p);
            sum += balances[r];
          });
          expect(Math.abs(sum - poolAt(block, "fundBalance", t, p))).toBeLessThan(FEN);
        }
      }
    }),
    { numRuns: 2 * RUNS },
  );
});

test("lines of a calendar year add up to the months of the year, and its last balance is the year's", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const { ledger } = planOf(file);
      const block = runPlan(planOf(file));
      const years = yearOf(ledger.startMonth, block.months - 1) + 1;
      for (let p = 0; p < block.paths; p++) {
        for (let year = 0; year < years; year++) {
          const months = Array.from({ length: block.months }, (_, t) => t).filter(
            (t) => yearOf(ledger.startMonth, t) === year,
          );
          const total = (name: "contributionIncome" | "totalIncome" | "benefitPayout" | "totalOutgo"): number =>
            months.reduce((sum, t) => sum + poolAt(block, name, t, p), 0);
          const lines = (...names: YearLine[]): number =>
            names.reduce((sum, name) => sum + yearAt(block, year, name, p), 0);
          const scale = 1 + total("totalIncome") + total("totalOutgo");
          expect(
            relativeMiss(lines("contributionIncome"), total("contributionIncome"), scale),
            "contributions",
          ).toBeLessThanOrEqual(ROUNDING);
          expect(
            relativeMiss(
              lines("contributionIncome", "interestIncome", "otherIncome", "subsidyIncome"),
              total("totalIncome"),
              scale,
            ),
            "income",
          ).toBeLessThanOrEqual(ROUNDING);
          expect(relativeMiss(lines("benefitPayout"), total("benefitPayout"), scale), "benefits").toBeLessThanOrEqual(
            ROUNDING,
          );
          expect(
            relativeMiss(lines("benefitPayout", "appraisal", "prevention", "transferUp"), total("totalOutgo"), scale),
            "outgo",
          ).toBeLessThanOrEqual(ROUNDING);
          expect(lines("fundBalance")).toBe(poolAt(block, "fundBalance", months[months.length - 1], p));
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("a fund in gap mode never holds less than nothing; nothing is unpaid and nobody pays unless there is a gap", () => {
  fc.assert(
    fc.property(arbitraryScenario, arbitraryPayers, (file, shortfall) => {
      const block = runPlan(planOf(file, { "rules.shortfall": shortfall, "opening.unpaid": 0 }));
      const { first, monthsBelow, firings } = block.depletion;
      for (let p = 0; p < block.paths; p++) {
        let covered = 0;
        for (let t = 0; t < block.months; t++) {
          expect(poolAt(block, "fundBalance", t, p)).toBeGreaterThanOrEqual(0);
        }
        for (let i = p; i < block.sharing.length; i += block.paths) {
          expect(block.sharing[i]).toBeGreaterThanOrEqual(0);
          covered += block.sharing[i];
        }
        expect(first[p] >= 0).toBe(covered > 0);
        expect(monthsBelow[p] > 0).toBe(covered > 0);
        expect(firings[p] > 0).toBe(covered > 0);
        const years = block.years.length / (yearLines.length * block.paths);
        for (let year = 0; year < years; year++) {
          expect(yearAt(block, year, "unpaid", p)).toBeGreaterThanOrEqual(0);
          expect(yearAt(block, year, "arrears", p)).toBeGreaterThanOrEqual(
            -ROUNDING * poolAt(block, "contributionIncome", 0, p),
          );
          if (covered === 0) {
            expect(yearAt(block, year, "unpaid", p)).toBe(0);
            expect(yearAt(block, year, "subsidyIncome", p)).toBe(0);
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("what a month adds to the gap is shared among payers, each with its share; the rest is unpaid and carried", () => {
  fc.assert(
    fc.property(arbitraryScenario, arbitraryPayers, (file, shortfall) => {
      const plan = planOf(file, { "rules.shortfall": shortfall });
      const ledger = openLedger(plan.ledger, worldOf(plan), 0);
      const { paths, months } = ledger.record;
      const { payerShares } = plan.ledger;
      const years = yearOf(plan.ledger.startMonth, months - 1) + 1;
      const gaps = new Float64Array(years * paths);
      const unpaidOf = (p: number): number =>
        ledger.unpaid.reduce((sum, each, i) => (i % paths === p ? sum + each : sum), 0);
      for (let t = 0; t < months; t++) {
        for (let p = 0; p < paths; p++) {
          const carried = unpaidOf(p);
          projectMonth(ledger, t, p);
          const { gap, due, paid } = ledger.month;
          gaps[ledger.year[t] * paths + p] += Math.max(0, gap - carried);
          const depleted = ledger.record.depletion.first[p];
          if (gap > 0) expect(depleted).toBeLessThanOrEqual(t);
          if (depleted === t) expect(gap).toBeGreaterThan(0);
          const left = due.reduce((sum, each, i) => sum + each - paid[i], 0);
          expect(relativeMiss(unpaidOf(p), left, 1 + carried + gap), "unpaid").toBeLessThanOrEqual(ROUNDING);
          if (gap === 0) expect(unpaidOf(p)).toBe(0);
        }
      }
      for (let p = 0; p < paths; p++) {
        for (let year = 0; year < years; year++) {
          const gap = gaps[year * paths + p];
          const parts = Array.from(
            { length: payerShares.length + 1 },
            (_, payer) => ledger.record.sharing[(payer * years + year) * paths + p],
          );
          const subsidies = parts.slice(0, -1).reduce((sum, part) => sum + part, 0);
          payerShares.forEach((share, payer) =>
            expect(relativeMiss(parts[payer], share * gap, 1 + gap), "the payer's share").toBeLessThanOrEqual(ROUNDING),
          );
          expect(
            relativeMiss(subsidies + parts[payerShares.length], gap, 1 + gap),
            "gaps of the year",
          ).toBeLessThanOrEqual(ROUNDING);
          expect(
            relativeMiss(yearAt(ledger.record, year, "subsidyIncome", p), subsidies, 1 + gap),
            "subsidies",
          ).toBeLessThanOrEqual(ROUNDING);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("under an overdraft everything is paid: no gap is shared and nothing unpaid; depletion is a balance below zero", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const block = runPlan(planOf(file, { "rules.shortfall": { kind: "overdraft" }, "opening.unpaid": 0 }));
      expect(Math.max(...block.sharing)).toBe(0);
      const years = block.years.length / (yearLines.length * block.paths);
      for (let p = 0; p < block.paths; p++) {
        const below = Array.from({ length: block.months }, (_, t) => poolAt(block, "fundBalance", t, p) < 0);
        expect(block.depletion.first[p]).toBe(below.indexOf(true));
        expect(block.depletion.monthsBelow[p]).toBe(below.filter(Boolean).length);
        for (let year = 0; year < years; year++) expect(yearAt(block, year, "unpaid", p)).toBe(0);
      }
    }),
    { numRuns: RUNS },
  );
});

test("contributions due are collected or become arrears: collected + change of arrears = rate × base × season", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const plan = planOf(file);
      const ledger = openLedger(plan.ledger, worldOf(plan), 0);
      const { paths, months } = ledger.record;
      for (let t = 0; t < months; t++) {
        for (let p = 0; p < paths; p++) {
          const before = Array.from(ledger.arrears);
          projectMonth(ledger, t, p);
          for (let r = 0; r < plan.ledger.regions; r++) {
            const due =
              ledger.world.contributionBase[r][t * paths + p] *
              regionAt(ledger.record, r, "rateLevel", t, p) *
              plan.ledger.contributionSeason[t];
            const grown = ledger.arrears[r * paths + p] - before[r * paths + p];
            const collected = regionAt(ledger.record, r, "contributionIncome", t, p);
            expect(relativeMiss(collected + grown, due, due + before[r * paths + p]), "due").toBeLessThanOrEqual(
              ROUNDING,
            );
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("interest of a month is the region's balance at its start × a twelfth of the year's rate, also on a debt to the pool", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const plan = planOf(file, { "drivers.interestRate.mean": 0.03, "drivers.interestRate.latest": 0.03 });
      const world = worldOf(plan);
      const block = foldLedger(plan.ledger, world, 0);
      const ledger = openLedger(plan.ledger, world, 0);
      for (let t = 0; t < block.months; t++) {
        for (let p = 0; p < block.paths; p++) {
          projectMonth(ledger, t, p);
          const rate = world.interestRate[yearOf(plan.ledger.startMonth, t) * block.paths + p];
          plan.ledger.openingBalance.forEach((opening, r) => {
            const balance = t === 0 ? opening : regionAt(block, r, "fundBalance", t - 1, p);
            const miss = relativeMiss(ledger.month.interest[r], (balance * rate) / 12, 1 + Math.abs(balance));
            expect(miss).toBeLessThanOrEqual(ROUNDING);
          });
        }
      }
    }),
    { numRuns: RUNS },
  );
});
