import { describe, expect, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import { foldLedger } from "../../../src/model/simulation/simulate.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { keyOf } from "../../../src/model/variates/seed.ts";
import type { World } from "../../../src/model/world/world.ts";
import { fund } from "../fund.ts";
import { givenFund, givenWorld } from "./givenWorld.ts";
import { eachBlock, LONG, missOfProbability, PATHS, STANDARD_ERRORS } from "./sample.ts";

const BLOCK = 1_000;
const MEAN_CLAIM = 1;

/**
 * A compound Poisson fund looked at after each claim: "month" i ends with claim i, its contributions are those of the
 * exponential time since claim i − 1. Ruin happens at claims only, so this loses none of it. Contributions per mean time
 * between claims are (1 + θ) mean claims.
 */
function claimByClaim(loading: number, claims: number, firstPath: number): World {
  const block = { key: keyOf("ruin"), firstPath, paths: BLOCK, months: claims };
  const draws = createExactVariates().open(block);
  const waits = draws.array(claims * BLOCK);
  const costs = draws.array(claims * BLOCK);
  draws.uniforms({ risk: "decision" }, waits);
  draws.uniforms({ risk: "claims.all" }, costs);
  return givenWorld(
    claims,
    BLOCK,
    waits.map((u) => -Math.log(u) * (1 + loading) * MEAN_CLAIM),
    costs.map((u) => -Math.log(u) * MEAN_CLAIM),
  );
}

describe("ruin in the long run: ψ(u) = exp(−θu ÷ ((1 + θ) μ)) ÷ (1 + θ), exponential claims", () => {
  // Ruin after n claims is rarer than e^(−su) mⁿ ÷ (1 − m), with m = (1 + s (1 + θ)) (1 − s) least at s = θ ÷ (2 (1 + θ)); what
  // the horizon cuts off is below 0.0004 for θ = 1 after 84 claims and below 0.0001 for θ = 2 after 36; a standard error is at
  // least 0.002.
  test.each([
    [1, 84],
    [2, 36],
  ])(
    "loading θ = %s",
    (loading, claims) => {
      const openings = [0, 2];
      const plans = openings.map((opening) => compile(givenFund(claims, opening, 0, "below")).ledger);
      const ruined = openings.map(() => 0);
      for (let firstPath = 0; firstPath < PATHS; firstPath += BLOCK) {
        const world = claimByClaim(loading, claims, firstPath);
        plans.forEach((plan, i) => {
          const { first } = foldLedger(plan, world, firstPath).depletion;
          for (const month of first) ruined[i] += month >= 0 ? 1 : 0;
        });
      }
      openings.forEach((opening, i) => {
        const theory = Math.exp((-loading * opening) / ((1 + loading) * MEAN_CLAIM)) / (1 + loading);
        expect(missOfProbability(ruined[i], theory), `ruin from ${opening} mean claims`).toBeLessThan(STANDARD_ERRORS);
      });
    },
    LONG,
  );
});

test(
  "the model itself, Poisson claims of 10 yuan against 10 yuan a month: never again at or below nothing with 1 − λ",
  () => {
    // P(at or below 0 at some month end, from 0) = λ, the limit of the ballot theorem; for λ = 0.5 less than 0.0001 of it is
    // still to come after 60 months.
    const claims = 0.5;
    const scenario = fund({
      months: 60,
      seed: "long run",
      "drivers.claimNoise": true,
      "basis.regions.a.payroll": 1_000,
      "basis.regions.a.claims": claims,
      "basis.regions.a.openingBalance": 0,
      "rules.payableMonths.denominator": "previousCalendarYear",
      "rules.trigger.level": 0,
      "rules.trigger.comparison": "atOrBelow",
      "rules.shortfall": { kind: "overdraft" },
    });
    let passed = 0;
    eachBlock(scenario, (block) => {
      for (const month of block.triggers[0].first) passed += month >= 0 ? 1 : 0;
    });
    expect(missOfProbability(passed, claims), "probability").toBeLessThan(STANDARD_ERRORS);
  },
  LONG,
);
