import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { LedgerBlock } from "../../../src/model/simulation/block.ts";
import { arbitraryScenario, RUNS, TIMEOUT } from "../arbitraryScenario.ts";
import { planOf, poolAt, regionAt, runPlan } from "./rows.ts";

vi.setConfig({ testTimeout: TIMEOUT });

/** Rounding of a few hundred sums, relative to the money that has passed. */
const ROUNDING = 1e-11;

interface RandomFile {
  readonly basis: {
    readonly kind: "fundLevel" | "detailed";
    readonly regions: readonly { readonly id: string; readonly contributionRate: { readonly value: number } }[];
  };
  readonly opening: { readonly of: object };
}

/** Every measure and sharing rule off. */
const ruled = { "rules.measure": { kind: "none" } };
const gap = { ...ruled, "rules.shortfall": { kind: "gap", payers: [] } };
const overdraft = { ...ruled, "rules.shortfall": { kind: "overdraft" } };
/** A cost that does not grow with contributions, so that one region's rate is no burden to another. */
const fixedPrevention = {
  "rules.costs.prevention": {
    kind: "amount",
    amount: { value: 100, unit: "yuan/month", basis: "assumption", reason: { zh: "测试", en: "test" } },
  },
};

/** The file's rates times `factor`, in all regions or in one. */
function higherRates(file: unknown, factor: number, only?: string): Readonly<Record<string, unknown>> {
  const { basis } = file as RandomFile;
  if (basis.kind === "detailed" && only === undefined) {
    return { "rules.contribution.baseRates.0": new Array<number>(8).fill(0.01 * factor) };
  }
  return Object.fromEntries(
    basis.regions
      .filter(({ id }) => only === undefined || id === only)
      .map(({ id, contributionRate }) =>
        basis.kind === "detailed"
          ? [`basis.regions.${id}.experienceFactor`, factor]
          : [`basis.regions.${id}.contributionRate`, contributionRate.value * factor],
      ),
  );
}

/**
 * The balances of `richer` that lie below those of `poorer`: the pool's, and the first `regions` regions'. What rounding can do
 * to the money that has passed does not count.
 */
function lowered(richer: LedgerBlock, poorer: LedgerBlock, regions: number): string[] {
  const found: string[] = [];
  for (let p = 0; p < richer.paths; p++) {
    let passed = 0;
    for (let t = 0; t < richer.months; t++) {
      passed += poolAt(richer, "totalIncome", t, p) + poolAt(richer, "totalOutgo", t, p);
      const rounding = ROUNDING * (passed + Math.abs(poolAt(richer, "fundBalance", t, p)));
      const gained = poolAt(richer, "fundBalance", t, p) - poolAt(poorer, "fundBalance", t, p);
      if (!(gained >= -rounding)) found.push(`pool, month ${t}, path ${p}: ${gained}`);
      for (let r = 0; r < regions; r++) {
        const own = regionAt(richer, r, "fundBalance", t, p) - regionAt(poorer, r, "fundBalance", t, p);
        if (!(own >= -rounding)) found.push(`region ${r}, month ${t}, path ${p}: ${own}`);
      }
    }
  }
  return found;
}

test("measures and sharing off, a higher rate never lowers the pool's balance on any path; no gap comes earlier", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.constantFrom(1.01, 1.15, 2), (file, factor) => {
      const base = runPlan(planOf(file, gap));
      const higher = runPlan(planOf(file, { ...gap, ...higherRates(file, factor) }));
      expect(lowered(higher, base, 0)).toEqual([]);
      for (let p = 0; p < base.paths; p++) {
        expect(higher.depletion.monthsBelow[p]).toBeLessThanOrEqual(base.depletion.monthsBelow[p]);
      }
    }),
    { numRuns: RUNS },
  );
});

test("under an overdraft a higher rate lowers no region's balance either, and the pool's strictly rises", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.constantFrom(1.01, 1.15, 2), (file, factor) => {
      const off = { ...overdraft, ...fixedPrevention };
      const base = runPlan(planOf(file, off));
      const plan = planOf(file, { ...off, ...higherRates(file, factor) });
      const higher = runPlan(plan);
      expect(lowered(higher, base, plan.ledger.regions)).toEqual([]);
      for (let p = 0; p < base.paths; p++) {
        const last = base.months - 1;
        expect(poolAt(higher, "fundBalance", last, p)).toBeGreaterThan(poolAt(base, "fundBalance", last, p));
      }
    }),
    { numRuns: RUNS },
  );
});

test("a higher rate in one region raises its account and leaves the others' as they were", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.nat(), (file, choice) => {
      const off = { ...overdraft, ...fixedPrevention, "opening.arrears": 0 };
      const { regions } = (file as RandomFile).basis;
      const { id } = regions[choice % regions.length];
      const plan = planOf(file, off);
      const base = runPlan(plan);
      const higher = runPlan(planOf(file, { ...off, ...higherRates(file, 1.15, id) }));
      plan.world.regions.forEach((region, r) => {
        for (let t = 0; t < base.months; t++) {
          for (let p = 0; p < base.paths; p++) {
            const before = regionAt(base, r, "fundBalance", t, p);
            const after = regionAt(higher, r, "fundBalance", t, p);
            if (region.id === id) expect(after).toBeGreaterThanOrEqual(before);
            else expect(after).toBe(before);
          }
        }
      });
    }),
    { numRuns: RUNS },
  );
});

test("more money at the start never lowers a later balance, and never brings a gap forward", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.boolean(), fc.constantFrom(1, 1e4, 1e6), (file, gapMode, more) => {
      const { regions } = (file as RandomFile).basis;
      const mode = gapMode ? gap : overdraft;
      const [{ id }] = regions;
      const plan = planOf(file, mode);
      const at = plan.world.regions.findIndex((region) => region.id === id);
      const base = runPlan(plan);
      const richer = runPlan(
        planOf(file, { ...mode, [`basis.regions.${id}.openingBalance`]: plan.ledger.openingBalance[at] + more }),
      );
      expect(lowered(richer, base, gapMode ? 0 : plan.ledger.regions)).toEqual([]);
      for (let p = 0; p < base.paths; p++) {
        const [later, first] = [richer.depletion.first[p], base.depletion.first[p]];
        if (first < 0) expect(later).toBe(-1);
        else if (later >= 0) expect(later).toBeGreaterThanOrEqual(first);
      }
    }),
    { numRuns: RUNS },
  );
});

test("payers who cover more never leave more unpaid", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const unpaidOf = (share: number): number[] => {
        const payers = [
          {
            id: "payer",
            name: { zh: "方", en: "payer" },
            share: { value: share, unit: "fraction", basis: "assumption", reason: { zh: "测试", en: "test" } },
          },
        ];
        const block = runPlan(planOf(file, { ...ruled, "rules.shortfall": { kind: "gap", payers } }));
        // One payer, so the second half of the sharing is what nobody covered.
        const rest = block.sharing.subarray(block.sharing.length / 2);
        return Array.from({ length: block.paths }, (_, p) =>
          rest.reduce((sum, part, i) => (i % block.paths === p ? sum + part : sum), 0),
        );
      };
      const [none, half, all] = [unpaidOf(0), unpaidOf(0.5), unpaidOf(1)];
      none.forEach((unpaid, p) => {
        expect(half[p]).toBeLessThanOrEqual(unpaid * (1 + ROUNDING));
        expect(all[p]).toBe(0);
      });
    }),
    { numRuns: RUNS },
  );
});
