import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { LedgerPlan } from "../../../src/model/scenario/plan.ts";
import type { LedgerBlock } from "../../../src/model/simulation/block.ts";
import { arbitraryScenario, RUNS, TIMEOUT } from "../arbitraryScenario.ts";
import { assumed } from "../fund.ts";
import { differences, events, planOf, poolAt, regionAt, runPlan } from "./rows.ts";

vi.setConfig({ testTimeout: TIMEOUT });

const everything = ["pooledAccount", "turnoverFund", "reserveFund", "unremitted", "termDeposits"];
const cap = (value: number): object => assumed(value, "ratio");
const alwaysCalled = (factor: number, most: number): object => ({
  kind: "multiply",
  factor: cap(factor),
  cap: cap(most),
  on: assumed("act", "reading"),
  effective: { kind: "nextMonth", lead: assumed(0, "months") },
  hold: assumed(0, "months"),
  exit: { level: assumed(12, "months"), observation: assumed("quarterEnd", "reading") },
});

/** Whether month t ends on an observation date. */
function observed({ startMonth, payableMonths }: LedgerPlan, t: number): boolean {
  const month = ((startMonth - 1 + t) % 12) + 1;
  if (payableMonths.observation === "calendarMonth") return t >= 0 && month === payableMonths.observationMonth;
  const every = { monthEnd: 1, quarterEnd: 3, yearEnd: 12 }[payableMonths.observation];
  return t >= 0 && month % every === 0;
}

function payableOf(block: LedgerBlock, p: number): number[] {
  return Array.from({ length: block.months }, (_, t) => poolAt(block, "payableMonths", t, p));
}

test("payable months = balance ÷ a twelfth of the last 12 months' outgo, history included", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.constantFrom("benefits", "totalOutgo"), (file, outgo) => {
      const plan = planOf(file, {
        "rules.payableMonths.numerator": everything,
        "rules.payableMonths.denominator": "trailing12",
        "rules.payableMonths.outgo": outgo,
      });
      const block = runPlan(plan);
      const { benefitPayout, otherOutgo, transferUp } = plan.ledger.history;
      for (let p = 0; p < block.paths; p++) {
        const paid = benefitPayout.map((benefits, m) =>
          outgo === "benefits" ? benefits : benefits + otherOutgo[m] + transferUp[m],
        );
        payableOf(block, p).forEach((months, t) => {
          paid.push(poolAt(block, outgo === "benefits" ? "benefitPayout" : "totalOutgo", t, p));
          const year = paid.slice(-12).reduce((sum, each) => sum + each, 0);
          const expected = (poolAt(block, "fundBalance", t, p) * 12) / year;
          if (year === 0) expect(months).toBeNaN();
          else expect(Math.abs(months - expected)).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(expected)));
        });
      }
    }),
    { numRuns: RUNS },
  );
});

test("a region's payable months have the sign of its account, also when the pool is empty", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const plan = planOf(file, {
        "rules.payableMonths.numerator": everything,
        "rules.payableMonths.denominator": "trailing12",
        "rules.shortfall": { kind: "gap", payers: [] },
      });
      const block = runPlan(plan);
      for (let r = 0; r < plan.ledger.regions; r++) {
        for (let t = 0; t < block.months; t++) {
          for (let p = 0; p < block.paths; p++) {
            const months = regionAt(block, r, "payableMonths", t, p);
            if (!Number.isNaN(months)) expect(months > 0).toBe(regionAt(block, r, "fundBalance", t, p) > 0);
            // Only a region that paid nothing for a year has no figure.
            else expect(regionAt(block, r, "totalOutgo", t, p)).toBe(0);
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("months below, first firing and number of firings follow from the recorded payable months; a trigger re-arms only after exit", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const { ledger } = planOf(file);
      const block = runPlan(planOf(file));
      const lag = ledger.payableMonths.informationLag;
      ledger.triggers.forEach(({ level, tolerance, strict, confirmation }, k) => {
        for (let p = 0; p < block.paths; p++) {
          const below = payableOf(block, p).map((months) =>
            strict ? months < level + tolerance : months <= level + tolerance,
          );
          // The observations in order, and the month at whose end each becomes known.
          const dates = below.map((_, t) => t).filter((t) => observed(ledger, t) && t + lag < block.months);
          const stands = dates.map(
            (_, i) => i + 1 >= confirmation && dates.slice(i + 1 - confirmation, i + 1).every((t) => below[t]),
          );
          const fires = stands.map((now, i) => now && !(stands[i - 1] ?? false));
          const firstIndex = fires.indexOf(true);
          const { first, monthsBelow, firings } = block.triggers[k];
          expect(monthsBelow[p]).toBe(below.filter(Boolean).length);
          expect(firings[p]).toBe(fires.filter(Boolean).length);
          expect(first[p]).toBe(firstIndex < 0 ? -1 : dates[firstIndex] + lag);
        }
      });
    }),
    { numRuns: 2 * RUNS },
  );
});

/** A month of a firing, infinitely late when it never comes. */
const late = (month: number): number => (month < 0 ? Number.POSITIVE_INFINITY : month);

test("with measures off a lower line never fires earlier, nor is it below more often", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.integer({ min: 2, max: 14 }), fc.constantFrom(0.5, 1), (file, high, step) => {
      const line = { comparison: "below", tolerance: 0, confirmation: 2 };
      const trigger = (level: number): object => ({
        kind: "line",
        level: assumed(level, "months"),
        comparison: assumed(line.comparison, "reading"),
        tolerance: assumed(line.tolerance, "months"),
        confirmation: assumed(line.confirmation, "observations"),
        obligation: assumed("may", "reading"),
      });
      const off = { "rules.measure": { kind: "none" } };
      const [upper] = runPlan(planOf(file, { ...off, "rules.trigger": trigger(high) })).triggers;
      const [lower] = runPlan(planOf(file, { ...off, "rules.trigger": trigger(high - step) })).triggers;
      for (let p = 0; p < upper.first.length; p++) {
        expect(late(lower.first[p])).toBeGreaterThanOrEqual(late(upper.first[p]));
        expect(lower.monthsBelow[p]).toBeLessThanOrEqual(upper.monthsBelow[p]);
      }
    }),
    { numRuns: RUNS },
  );
});

test("with measures off more observations to confirm never fire earlier or more often", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.integer({ min: 2, max: 4 }), (file, confirmation) => {
      const off = { "rules.measure": { kind: "none" } };
      const once = runPlan(planOf(file, { ...off, "rules.trigger.confirmation": 1 }));
      const often = runPlan(planOf(file, { ...off, "rules.trigger.confirmation": confirmation }));
      once.triggers.forEach((quick, k) => {
        const slow = often.triggers[k];
        for (let p = 0; p < once.paths; p++) {
          expect(late(slow.first[p])).toBeGreaterThanOrEqual(late(quick.first[p]));
          expect(slow.firings[p]).toBeLessThanOrEqual(quick.firings[p]);
          expect(slow.monthsBelow[p]).toBe(quick.monthsBelow[p]);
        }
      });
    }),
    { numRuns: RUNS },
  );
});

test("rates in force stay between base rates and the cap (1.15), months and regions alike", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.constantFrom(1.05, 1.15, 1.3), (file, factor) => {
      const plan = planOf(file, {
        "rules.measure": alwaysCalled(factor, 1.15),
        "rules.decision": { kind: "automatic" },
      });
      const block = runPlan(plan);
      for (let r = 0; r < plan.ledger.regions; r++) {
        const base = plan.ledger.baseRate[r][0];
        for (let t = 0; t < block.months; t++) {
          for (let p = 0; p < block.paths; p++) {
            const multiple = regionAt(block, r, "rateLevel", t, p) / base;
            expect(multiple).toBeGreaterThanOrEqual(1 - 1e-12);
            expect(multiple).toBeLessThanOrEqual(1.15 + 1e-12);
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("points stay between nothing and their cap, and the pool's rate between its regions'", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.constantFrom(0.0005, 0.002), (file, points) => {
      const most = 0.003;
      const { exit: _exit, cap: _cap, factor: _factor, ...terms } = alwaysCalled(1, 1) as Record<string, unknown>;
      const plan = planOf(file, {
        "rules.measure": {
          ...terms,
          kind: "addPoints",
          points: assumed(points, "fraction"),
          cap: assumed(most, "fraction"),
        },
      });
      const block = runPlan(plan);
      for (let t = 0; t < block.months; t++) {
        for (let p = 0; p < block.paths; p++) {
          const rates = plan.ledger.baseRate.map((_, r) => regionAt(block, r, "rateLevel", t, p));
          rates.forEach((rate, r) => {
            expect(rate).toBeGreaterThanOrEqual(plan.ledger.baseRate[r][0]);
            expect(rate).toBeLessThanOrEqual(plan.ledger.baseRate[r][0] + most + 1e-15);
          });
          const pool = poolAt(block, "rateLevel", t, p);
          expect(pool).toBeGreaterThanOrEqual(Math.min(...rates) * (1 - 1e-12));
          expect(pool).toBeLessThanOrEqual(Math.max(...rates) * (1 + 1e-12));
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("a rate changes only after the trigger fired, and a delayed decision never takes effect before an automatic one", () => {
  fc.assert(
    fc.property(
      arbitraryScenario,
      fc.constantFrom("nextMonth", "january"),
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 5 }),
      (file, effective, lead, delay) => {
        const measure = {
          ...alwaysCalled(1.1, 1.2),
          effective: { kind: effective, lead: assumed(lead, "months") },
        };
        const automatic = runPlan(planOf(file, { "rules.measure": measure, "rules.decision": { kind: "automatic" } }));
        const delayed = runPlan(
          planOf(file, {
            "rules.measure": measure,
            "rules.decision": {
              kind: "delayed",
              shortest: assumed(delay, "months"),
              longest: assumed(delay + 3, "months"),
            },
          }),
        );
        const act = automatic.triggers.length - 1;
        for (let p = 0; p < automatic.paths; p++) {
          const soon = firstChange(automatic, p);
          expect(soon).toBeGreaterThanOrEqual(late(automatic.triggers[act].first[p]) + 1 + lead);
          expect(firstChange(delayed, p)).toBeGreaterThanOrEqual(soon + (effective === "nextMonth" ? delay : 0));
        }
      },
    ),
    { numRuns: RUNS },
  );
});

/** First month with another rate than the first month's in region 0; infinity if there is none. */
function firstChange(block: LedgerBlock, p: number): number {
  for (let t = 1; t < block.months; t++) {
    if (regionAt(block, 0, "rateLevel", t, p) !== regionAt(block, 0, "rateLevel", 0, p)) return t;
  }
  return Number.POSITIVE_INFINITY;
}

test("who never decides, a rule without a measure and a measure of factor 1 all leave the same fund", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const none = runPlan(planOf(file, { "rules.measure": { kind: "none" } }));
      const never = runPlan(planOf(file, { "rules.decision": { kind: "never" } }));
      const idle = runPlan(planOf(file, { "rules.measure": alwaysCalled(1, 2) }));
      for (const block of [never, idle]) {
        expect(Array.from(block.pool)).toEqual(Array.from(none.pool));
        expect(Array.from(block.regions)).toEqual(Array.from(none.regions));
        expect(differences(events(block), events(none))).toEqual([]);
      }
    }),
    { numRuns: RUNS },
  );
});

test("a measure whose trigger never fires changes nothing", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const gap = { "rules.shortfall": { kind: "gap", payers: [] } };
      const level = { "rules.trigger.tolerance": 0, "rules.trigger.comparison": "below" };
      // In gap mode payable months are never below zero.
      const line = {
        ...gap,
        "rules.trigger": {
          kind: "line",
          level: assumed(0, "months"),
          comparison: assumed("below", "reading"),
          tolerance: assumed(0, "months"),
          confirmation: assumed(1, "observations"),
          obligation: assumed("shall", "reading"),
        },
        ...level,
        "rules.payableMonths.numerator": everything,
      };
      const none = runPlan(planOf(file, { ...line, "rules.measure": { kind: "none" } }));
      const block = runPlan(planOf(file, { ...line, "rules.measure": alwaysCalled(1.15, 1.15) }));
      expect(Math.max(...block.triggers[0].first)).toBe(-1);
      expect(Array.from(block.pool)).toEqual(Array.from(none.pool));
      expect(Array.from(block.regions)).toEqual(Array.from(none.regions));
    }),
    { numRuns: RUNS },
  );
});
