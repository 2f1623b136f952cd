import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createSimulator, foldLedger } from "../../../src/model/simulation/simulate.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { arbitraryScenario, RUNS, TIMEOUT } from "../arbitraryScenario.ts";
import { expectedDrivers } from "../fund.ts";
import { cells, differences, differencesOfBlocks, events, planOf, runPlan, worldOf } from "./rows.ts";

vi.setConfig({ testTimeout: TIMEOUT });

interface RandomFile {
  readonly basis: { readonly kind: string; readonly regions: readonly { readonly id: string }[] };
  readonly drivers: object;
  readonly rules: { readonly measure: { readonly kind: string } };
}
const SCALE = 1_024;

/** Every quantity in yuan, by the month or year or at once, times `factor`; nothing else. */
function scaleMoney(node: unknown, factor: number): unknown {
  if (Array.isArray(node)) return node.map((each) => scaleMoney(each, factor));
  if (typeof node !== "object" || node === null) return node;
  const scaled = Object.fromEntries(Object.entries(node).map(([key, each]) => [key, scaleMoney(each, factor)]));
  const { unit, value } = scaled;
  if (typeof unit !== "string" || !unit.startsWith("yuan")) return scaled;
  return {
    ...scaled,
    value: Array.isArray(value) ? value.map((each) => Number(each) * factor) : Number(value) * factor,
  };
}

const isMoney = (name: string): boolean => !/payableMonths|rateLevel/.test(name);

test("all money parameters times 1,024, rounding rules off: all money times 1,024, payable months, rates and events the same bits", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const { kind } = (file as RandomFile).rules.measure;
      const unrounded = kind === "restore" ? { "rules.measure.rounding": 0 } : {};
      const block = runPlan(planOf(file, unrounded));
      const scaled = runPlan(planOf(scaleMoney(file, SCALE), unrounded));
      const expected = new Map(
        [...cells(block)].map(([name, number]) => [name, isMoney(name) ? number * SCALE : number]),
      );
      expect(differences(cells(scaled), expected)).toEqual([]);
      expect(differences(events(scaled), events(block))).toEqual([]);
      expect(Array.from(scaled.years)).toEqual(Array.from(block.years, (each) => each * SCALE));
      expect(Array.from(scaled.sharing)).toEqual(Array.from(block.sharing, (each) => each * SCALE));
    }),
    { numRuns: RUNS },
  );
});

/** The region with nobody insured, no claims and no money. */
function emptied(region: object): object {
  const quantities = ["payroll", "claims", "headcount", "openingBalance"];
  return Object.fromEntries(
    Object.entries(region).map(([key, each]) => {
      if (!quantities.includes(key)) return [key, each];
      const { value } = each as { value: number | number[] };
      return [key, { ...each, value: Array.isArray(value) ? value.map(() => 0) : 0 }];
    }),
  );
}

test("a region with no exposure, before, between or after the others, changes nothing elsewhere", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.constantFrom("0", "k", "zz"), fc.nat(), (file, id, like) => {
      const { regions } = (file as RandomFile).basis;
      const empty = { ...emptied(regions[like % regions.length]), id };
      const alone = planOf(file);
      const beside = planOf(file, { "basis.regions": [empty, ...regions] });
      const at = beside.world.regions.findIndex((region) => region.id === id);
      const shifted = new Map(
        [...cells(runPlan(beside))]
          .filter(([name]) => !name.startsWith(`region${at} `))
          .map(([name, number]) => [
            name.replace(/^region(\d+)/, (_, r: string) => `region${Number(r) > at ? Number(r) - 1 : r}`),
            number,
          ]),
      );
      expect(differences(cells(runPlan(alone)), shifted)).toEqual([]);
      expect(differences(events(runPlan(alone)), events(runPlan(beside)))).toEqual([]);
    }),
    { numRuns: 2 * RUNS },
  );
});

test("the order of regions in the file does not matter", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const { regions } = (file as RandomFile).basis;
      const reversed = planOf(file, { "basis.regions": regions.toReversed() });
      expect(reversed.shape.planDigest).toBe(planOf(file).shape.planDigest);
      expect(differencesOfBlocks(runPlan(reversed), runPlan(planOf(file)))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test("rows do not depend on the split into blocks, nor on the number of paths", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.integer({ min: 1, max: 6 }), (file, cut) => {
      const plan = planOf(file);
      const whole = runPlan(plan, 7);
      for (const part of [runPlan(plan, cut), runPlan(plan, 7 - cut, cut)]) {
        expect(differences(cells(part), cells(whole))).toEqual([]);
        expect(differences(events(part), events(whole))).toEqual([]);
      }
    }),
    { numRuns: RUNS },
  );
});

test("the first months of a longer run are the shorter run", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.integer({ min: 1, max: 90 }), (file, more) => {
      const short = planOf(file);
      const long = planOf(file, { months: short.shape.months + more });
      expect(differences(cells(runPlan(short)), cells(runPlan(long)))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test("two rule sets over one world are each what they are alone, whatever their order", () => {
  fc.assert(
    fc.property(arbitraryScenario, arbitraryScenario, (file, other) => {
      const first = planOf(file);
      const second = planOf(file, { "rules.measure": { kind: "none" }, "rules.shortfall": { kind: "overdraft" } });
      const elsewhere = planOf(other);
      const simulator = createSimulator([second, elsewhere, first], createExactVariates());
      const [b, c, a] = simulator.run({ firstPath: 0, paths: 4 });
      expect(differencesOfBlocks(a, runPlan(first))).toEqual([]);
      expect(differencesOfBlocks(b, runPlan(second))).toEqual([]);
      expect(differencesOfBlocks(c, runPlan(elsewhere))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test("a fold leaves its world as it was", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const plan = planOf(file);
      const world = worldOf(plan);
      const before = JSON.stringify(world);
      const once = foldLedger(plan.ledger, world, 0);
      expect(JSON.stringify(world)).toBe(before);
      expect(differencesOfBlocks(foldLedger(plan.ledger, world, 0), once)).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / 3) },
  );
});

test("a file that says the same in another order of keys, with other words and sources, has the same plan and numbers", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const said = planOf(reworded(file));
      expect(said.shape.planDigest).toBe(planOf(file).shape.planDigest);
      expect(planOf(file, {}).shape.planDigest).toBe(said.shape.planDigest);
      expect(differencesOfBlocks(runPlan(said), runPlan(planOf(file)))).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / 3) },
  );
});

/** Keys the other way round, reasons replaced by a source. */
function reworded(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(reworded);
  if (typeof node !== "object" || node === null) return node;
  const turned = Object.fromEntries(
    Object.entries(node)
      .toReversed()
      .map(([key, each]) => [key, reworded(each)]),
  );
  if (!("basis" in turned && "reason" in turned)) return turned;
  const { basis: _, reason: __, ...quantity } = turned;
  return { ...quantity, source: { document: "a budget" } };
}

test("with all volatility off every path is the same path", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const block = runPlan(planOf(file, { ...expectedDrivers, "rules.decision": { kind: "automatic" } }));
      for (let i = 0; i < block.pool.length; i++) {
        expect(block.pool[i]).toBe(block.pool[i - (i % block.paths)]);
      }
    }),
    { numRuns: RUNS },
  );
});

test("another seed gives another run, the same seed the same", () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.uuid(), (file, seed) => {
      const noise = { "drivers.wageGrowth.sd": 0.02 };
      const block = runPlan(planOf(file, { ...noise, months: 25 }));
      expect(differencesOfBlocks(runPlan(planOf(file, { ...noise, months: 25 })), block)).toEqual([]);
      const [, ...words] = block.regions;
      const other = runPlan(planOf(file, { ...noise, months: 25, seed, "rules.measure": { kind: "none" } }));
      expect(Array.from(other.regions.slice(1))).not.toEqual(words);
    }),
    { numRuns: RUNS },
  );
});
