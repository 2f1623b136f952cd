import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { World } from "../../../src/model/world/world.ts";
import { arbitraryScenario, RUNS, TIMEOUT } from "../arbitraryScenario.ts";
import { planOf, worldOf } from "./rows.ts";

vi.setConfig({ testTimeout: TIMEOUT });

const louder = {
  "drivers.mixing": 0.5,
  "drivers.logFrequency.sd": 0.2,
  "drivers.claimNoise": true,
  "drivers.interestRate.sd": 0.02,
};

/** What a region meets: its contribution base, claims and payments, to compare as a whole. */
function regionOf(world: World, r: number): object {
  return {
    base: Array.from(world.contributionBase[r]),
    counts: world.claimCounts[r].map((cell) => Array.from(cell)),
    units: world.benefitUnits[r].map((cell) => Array.from(cell)),
  };
}

test("a region's draws do not depend on the regions beside it", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const { basis, drivers } = file as {
        basis: { regions: readonly { readonly id: string }[] };
        drivers: Readonly<Record<string, unknown>>;
      };
      const { largeEvent: _, ...calm } = drivers;
      const quiet = { drivers: calm, "opening.pipeline": { kind: "stationary" } };
      const all = planOf(file, quiet);
      const world = worldOf(all);
      all.world.regions.forEach(({ id }, r) => {
        const alone = planOf(file, {
          ...quiet,
          "basis.regions": basis.regions.filter((region) => region.id === id),
          "opening.of.turnoverFund": 0,
          "opening.of.reserveFund": 0,
          "opening.of.unremitted": 0,
          "opening.of.termDeposits": [],
        });
        expect(regionOf(worldOf(alone), 0)).toEqual(regionOf(world, r));
      });
    }),
    { numRuns: RUNS },
  );
});

test("one risk's draws do not depend on another's: louder claims leave wages, employment, prices and deciders as they were", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const before = worldOf(planOf(file, { "drivers.interestRate.sd": 0 }));
      const after = worldOf(planOf(file, { ...louder, "drivers.interestRate.sd": 0 }));
      expect(after.contributionBase).toEqual(before.contributionBase);
      expect(after.prices).toEqual(before.prices);
      expect(after.wageLevel).toEqual(before.wageLevel);
      expect(after.interestRate).toEqual(before.interestRate);
      expect(after.decision).toEqual(before.decision);
    }),
    { numRuns: RUNS },
  );
});

test("volatile wages, prices and interest leave the number of claims as it was", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const claims = { "drivers.claimNoise": true };
      const before = worldOf(planOf(file, { ...claims, "drivers.correlation": identity }));
      const after = worldOf(
        planOf(file, {
          ...claims,
          "drivers.correlation": identity,
          "drivers.wageGrowth.sd": 0.1,
          "drivers.medicalExcess.sd": 0.1,
          "drivers.interestRate.sd": 0.1,
          "drivers.regional.wageGrowth": 0.05,
        }),
      );
      expect(after.claimCounts).toEqual(before.claimCounts);
      expect(after.benefitUnits).toEqual(before.benefitUnits);
      expect(after.wageLevel.length === 4 || !Object.is(after.wageLevel[4], before.wageLevel[4])).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

const identity = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
];

test("switching parameter uncertainty on moves growth, not the accidents' draws: without a frequency trend counts stay", () => {
  fc.assert(
    fc.property(arbitraryScenario, (file) => {
      const trends = {
        "uncertainty.wageTrend": 0.02,
        "uncertainty.severityTrend": 0.02,
        "uncertainty.collectionRate": 0.02,
        "uncertainty.employmentTrend": 0,
        "uncertainty.frequencyTrend": 0,
      };
      const on = worldOf(planOf(file, { ...trends, "uncertainty.on": true }));
      const off = worldOf(planOf(file, { ...trends, "uncertainty.on": false }));
      expect(on.claimCounts).toEqual(off.claimCounts);
      expect(on.decision).toEqual(off.decision);
      expect(off.collectionShift.every((shift) => shift === 0)).toBe(true);
      expect(new Set(on.collectionShift).size).toBe(on.paths);
    }),
    { numRuns: RUNS },
  );
});
