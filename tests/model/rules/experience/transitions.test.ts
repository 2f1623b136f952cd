import { expect, test } from "vitest";
import { openLedger } from "../../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../../src/model/ledger/projectMonth.ts";
import { claimTotalBelow } from "../../../../src/model/rules/experience/claimTotal.ts";
import type { ExperiencePlan } from "../../../../src/model/rules/experience/experienceRating.ts";
import { transitionsOf } from "../../../../src/model/rules/experience/transitions.ts";
import { compile } from "../../../../src/model/scenario/compile.ts";
import { worldOf } from "../../properties/rows.ts";
import { huainan, jiangsu, puyang, ratedFund, rating, templateA, templateB } from "../../ratedFund.ts";

const kinds: readonly (readonly [string, object])[] = [
  ["Huainan", huainan],
  ["template A", templateA],
  ["template B", templateB],
  ["Jiangsu", jiangsu],
  ["Puyang", puyang],
];

/** The plan, the occupancy after one cycle with this frequency and these wages relative to the start, and the mean factors. */
function afterOneCycle(indicator: object, frequency: number, wages: number) {
  const compiled = compile(ratedFund(rating(indicator), { months: 25 }));
  const plan = compiled.ledger.experience;
  if (plan === undefined) throw new Error("no experience rating in the plan");
  const world = worldOf(compiled);
  scale(world.claimCounts.flat(), frequency);
  scale(world.contributionBase, wages);
  const ledger = openLedger(compiled.ledger, world, 0);
  const before = ledger.steps?.occupancy.slice() ?? new Float64Array();
  for (let t = 0; t <= 24; t++) projectMonth(ledger, t, 0);
  const after = ledger.steps?.occupancy ?? new Float64Array();
  return { plan, before, after, factor: ledger.experience[0] ?? Number.NaN };
}

function scale(rows: readonly Float64Array[], factor: number): void {
  for (const row of rows) row.set(row.map((each) => each * factor));
}

/** What the occupancy of a cell must become, without tables: chances from the compound Poisson distribution itself. */
function expected(
  plan: ExperiencePlan,
  before: Float64Array,
  cell: number,
  frequency: number,
  wages: number,
): number[] {
  const { states, thresholds, olderShare, next } = plan.rule;
  const bands = thresholds.length + 1;
  const mean = (plan.claims[cell] ?? 0) * frequency;
  const calm = Math.exp(-(1 - olderShare) * mean);
  const after = new Array<number>(states).fill(0);
  for (let state = 0; state < states; state++) {
    const share = before[cell * states + state] ?? 0;
    const factor = plan.paid ? (plan.factors[Math.floor(cell / plan.bands) % 8]?.[state] ?? 1) : 1;
    let [calmBelow, hurtBelow] = [0, 0];
    for (let band = 0; band < bands; band++) {
      const amount = (thresholds[band] ?? Infinity) * (plan.dues[cell] ?? 0) * wages * factor;
      const calmNow = band === bands - 1 ? calm : calm * claimTotalBelow(mean * olderShare, plan.shape, amount);
      const allNow = band === bands - 1 ? 1 : claimTotalBelow(mean, plan.shape, amount);
      const [whenCalm, whenHurt] = [next[state * 2 * bands + band] ?? 0, next[(state * 2 + 1) * bands + band] ?? 0];
      after[whenCalm] = (after[whenCalm] ?? 0) + share * (calmNow - calmBelow);
      after[whenHurt] = (after[whenHurt] ?? 0) + share * (allNow - calmNow - hurtBelow);
      [calmBelow, hurtBelow] = [calmNow, allNow - calmNow];
    }
  }
  return after;
}

test.each(kinds)(
  "%s: between the nodes of the tables shares are within 0.008 of the distribution itself",
  (_, indicator) => {
    let worst = 0;
    for (const [frequency, wages] of [
      [1.37, 1],
      [0.71, 0.85],
      [1.09, 1.12],
    ] as const) {
      const { plan, before, after } = afterOneCycle(indicator, frequency, wages);
      const { states } = plan.rule;
      for (let cell = 0; cell < 8 * plan.bands; cell++) {
        const shares = expected(plan, before, cell, frequency, wages);
        shares.forEach((share, state) => {
          worst = Math.max(worst, Math.abs(share - (after[cell * states + state] ?? Number.NaN)));
        });
      }
    }
    expect(worst).toBeLessThan(0.008);
  },
);

test.each(kinds)(
  "%s: more claims never lower the mean factor; shares add up to 1 and none is negative",
  (_, indicator) => {
    let last = 0;
    for (const frequency of [0, 0.01, 0.2, 0.5, 0.83, 0.99, 1, 1.01, 1.4, 2.2, 4, 9]) {
      const { plan, after, factor } = afterOneCycle(indicator, frequency, 1);
      expect(factor).toBeGreaterThanOrEqual(last - 1e-12);
      last = factor;
      const { states } = plan.rule;
      for (let cell = 0; cell < plan.claims.length; cell++) {
        const shares = after.slice(cell * states, (cell + 1) * states);
        expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-12);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      }
      expect(Math.min(...(plan.factors[0] ?? [0]))).toBe(1);
    }
  },
);

test("the occupancy at the start reproduces itself; ten employees of class 5 in Jiangsu, by hand", () => {
  const plan = compile(ratedFund(rating(jiangsu))).ledger.experience;
  if (plan === undefined) throw new Error("no experience rating in the plan");
  // Class 5 at 1.1 %: 0.0099 claims a year a head, so 0.198 in two years; clean with q = e^−0.198 = 0.8204.
  const cell = 4 * 3;
  expect(plan.claims[cell]).toBeCloseTo(0.198, 12);
  const q = Math.exp(-0.198);
  const shares = transitionsOf(plan).stationary.slice(cell * 3, cell * 3 + 3);
  // Two clean cycles or more q² = 0.6730, one (1 − q) q = 0.1473, none 1 − q = 0.1796.
  expect(shares[0]).toBeCloseTo(q * q, 6);
  expect(shares[1]).toBeCloseTo((1 - q) * q, 6);
  expect(shares[2]).toBeCloseTo(1 - q, 6);
});

test("base-rate contributions of a cycle in mean claims, by hand", () => {
  const plan = compile(ratedFund(rating(huainan))).ledger.experience;
  if (plan === undefined) throw new Error("no experience rating in the plan");
  // 60 employees × 5,000 yuan × 24 months × 0.4 % = 28,800 yuan; a claim costs (0.6 × 20,000 + 0.3 × 80,000) ÷ 0.9 = 40,000.
  expect(plan.dues[1 * 3 + 1]).toBeCloseTo(0.72, 12);
  // Second moment (0.6 × 20,000² × 5 + 0.3 × 80,000² × 2) ÷ 0.9 = 5.6 × 10⁹ = 40,000² × 3.5, so cv² = 2.5.
  expect(plan.shape).toBeCloseTo(0.4, 12);
});
