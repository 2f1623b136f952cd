import { describe, expect, test } from "vitest";
import { baseFactor, clippedMean, unclippedMean } from "../../../src/model/rules/contributionBase.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { detailedFund, place } from "../detailedFund.ts";
import { assumed } from "../fund.ts";
import { runBlock, series } from "../run.ts";

/** Mean of the clipped lognormal by the midpoint rule over 400,000 steps of the normal's axis from −12 to 12. */
function integrated(mean: number, cv: number, floor: number, cap: number): number {
  const s = Math.sqrt(Math.log(1 + cv * cv));
  const m = Math.log(mean) - (s * s) / 2;
  const steps = 400_000;
  const width = 24 / steps;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const z = -12 + (i + 0.5) * width;
    const wage = Math.min(cap, Math.max(floor, Math.exp(m + s * z)));
    sum += wage * Math.exp(-0.5 * z * z) * width;
  }
  return sum / Math.sqrt(2 * Math.PI);
}

describe("mean of a wage held between limits", () => {
  test.each([
    [1, 0.6, 0.6, 3],
    [1.8, 0.6, 0.6, 3],
    [0.5, 0.9, 0.6, 3],
    [1, 0.6, 0.6, 5],
    [1, 0.6, 0, 3],
    [1, 0.05, 0.6, 3],
    [7_805, 0.6, 4_683, 23_415],
  ])("mean %d, variation %d, limits %d and %d: as integrated", (mean, cv, floor, cap) => {
    expect(clippedMean(mean, cv, floor, cap) / integrated(mean, cv, floor, cap)).toBeCloseTo(1, 8);
  });

  test.each([
    // Without spread to speak of the wage itself counts, or the limit that it is beyond.
    ["between the limits", 1, 1],
    ["below the floor", 0.4, 0.6],
    ["above the cap", 4, 3],
  ])("equal wages %s", (_, mean, clipped) => {
    expect(clippedMean(mean, 1e-6, 0.6, 3)).toBeCloseTo(clipped, 9);
  });

  test("without wages everyone pays on the floor; without limits on the wage", () => {
    expect(clippedMean(0, 0.6, 0.6, 3)).toBe(0.6);
    expect(clippedMean(1, 0.6, 0, 1e9)).toBeCloseTo(1, 9);
  });

  test("wages of which half lie below the floor, worked by hand with Φ of the tables", () => {
    // cv² = e − 1 gives s = 1; mean e^½ gives m = 0. Floor 1 (z = 0), cap e (z = 1):
    // 1 × 0.5 + e^½ × (Φ(0) − Φ(−1)) + e × (1 − Φ(1)) = 0.5 + 1.648721 × 0.341345 + 2.718282 × 0.158655 = 1.494050
    expect(clippedMean(Math.exp(0.5), Math.sqrt(Math.E - 1), 1, Math.E)).toBeCloseTo(1.49405, 5);
  });

  test("the unclipped mean leads back to the clipped one", () => {
    for (const clipped of [0.7, 1, 1.6, 2.7]) {
      expect(clippedMean(unclippedMean(clipped, 0.6, 0.6, 3), 0.6, 0.6, 3)).toBeCloseTo(clipped, 9);
    }
  });
});

describe("what other limits make of a stated contribution wage", () => {
  const stated = { cap: 3, floor: 0.6, newEntrants: 0.15 };

  test("the stated limits change nothing, to the bit", () => {
    for (const wage of [0, 0.5, 1, 2.2]) expect(baseFactor(wage, 0.6, stated, stated, 0.05)).toBe(1);
  });

  test("a higher cap raises, a lower floor lowers the base; more so where wages lie near the limit", () => {
    const cap5 = (wage: number): number => baseFactor(wage, 0.6, { ...stated, cap: 5 }, stated, 0);
    const floor4 = (wage: number): number => baseFactor(wage, 0.6, { ...stated, floor: 0.4 }, stated, 0);
    expect(cap5(1)).toBeGreaterThan(1);
    expect(cap5(2)).toBeGreaterThan(cap5(1));
    expect(floor4(1)).toBeLessThan(1);
    expect(floor4(0.7)).toBeLessThan(floor4(1));
  });

  test.each([
    // (1 + entrants × growth) ÷ (1 + 0.15 × growth)
    [0.15, 0.05, 1],
    [0.35, 0.05, 1.0175 / 1.0075],
    [0, 0.05, 1 / 1.0075],
    [0.35, 0, 1],
  ])("entrants with %d of wages at growth %d: × %d", (newEntrants, growth, factor) => {
    expect(baseFactor(1, 0.6, { ...stated, newEntrants }, stated, growth)).toBeCloseTo(factor, 12);
  });

  const rule = {
    cap: [assumed(3, "ratio"), { ...assumed(5, "ratio"), from: "2025-01" }],
    floor: [assumed(0.6, "ratio")],
    newEntrants: assumed(0.15, "fraction"),
    cv: assumed(0.6, "ratio"),
    statedAt: { cap: assumed(3, "ratio"), floor: assumed(0.6, "ratio"), newEntrants: assumed(0.15, "fraction") },
  };

  test("in a run: a cap of 5 from 2025 multiplies contributions from then on, class by class", () => {
    const wages = assumed([2_000, 0, 0, 0, 0, 0, 0, 1_000], "yuan/month");
    const changes = { "basis.regions": [place("a", { contributionWage: wages })] };
    const block = runBlock(detailedFund({ ...changes, "rules.contribution.contributionBase": rule }), 1);
    const income = series(block, "contributionIncome");
    // Mean wage 1,500: class 1 at 4/3, class 8 at 2/3 of it; due 200,000 × 0.2 % + 100,000 × 1.9 % = 2,300.
    const cap5 = (wage: number): number => baseFactor(wage, 0.6, { ...stated, cap: 5 }, stated, 0);
    expect(income[11]).toBeCloseTo(2_300, 9);
    expect(income[12]).toBeCloseTo(400 * cap5(4 / 3) + 1_900 * cap5(2 / 3), 9);
    const { baseFactor: factor } = compile(
      detailedFund({ ...changes, "rules.contribution.contributionBase": rule }),
    ).ledger;
    expect(factor[0]?.[11]).toBe(1);
    expect(factor[0]?.[12]).toBeCloseTo((200_000 * cap5(4 / 3) + 100_000 * cap5(2 / 3)) / 300_000, 12);
  });

  test("the pool's rate weighs regions by the base under the limits", () => {
    const low = assumed(new Array<number>(8).fill(500), "yuan/month");
    const scenario = detailedFund({
      "basis.regions": [place("a", { experienceFactor: assumed(2, "ratio") }), place("b", { contributionWage: low })],
      "rules.contribution.contributionBase": { ...rule, cap: [assumed(1.2, "ratio")] },
    });
    const { baseFactor: factor } = compile(scenario).ledger;
    // Rates of 2.1 % in a and 1.05 % in b; bases of 200,000 and 100,000 times what the lower cap leaves.
    const [a, b] = [200_000 * (factor[0]?.[0] ?? 0), 100_000 * (factor[1]?.[0] ?? 0)];
    expect(factor[0]?.[0]).toBeLessThan(factor[1]?.[0] ?? 0);
    expect(series(runBlock(scenario, 1), "rateLevel")[0]).toBeCloseTo((0.021 * a + 0.0105 * b) / (a + b), 12);
  });

  test("limits as the basis states them leave the run as it was", () => {
    const asStated = { ...rule, cap: [assumed(3, "ratio")] };
    const limited = runBlock(detailedFund({ "rules.contribution.contributionBase": asStated }), 2);
    expect(limited.pool).toEqual(runBlock(detailedFund(), 2).pool);
  });
});
