import { describe, expect, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import type { LedgerBlock } from "../../../src/model/simulation/block.ts";
import { foldLedger } from "../../../src/model/simulation/simulate.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { keyOf } from "../../../src/model/variates/seed.ts";
import { fund } from "../fund.ts";
import { constantDenominator, givenFund, givenWorld } from "./givenWorld.ts";
import { eachBlock, LONG, missOfProbability, PATHS, STANDARD_ERRORS } from "./sample.ts";

const MONTHS = 36;
const BLOCK = 1_000;

/** Folds the ledger over balances that walk by 1 − `benefit(u)`, u uniform: contributions are 1 yuan a month. */
function walk(
  opening: number,
  level: number,
  comparison: string,
  benefit: (u: number) => number,
  visit: (block: LedgerBlock) => void,
): void {
  const { ledger } = compile(givenFund(MONTHS, opening, level, comparison));
  const variates = createExactVariates();
  const ones = new Float64Array(MONTHS * BLOCK).fill(1);
  for (let firstPath = 0; firstPath < PATHS; firstPath += BLOCK) {
    const draws = variates.open({ key: keyOf("walk"), firstPath, paths: BLOCK, months: MONTHS });
    const uniforms = draws.array(MONTHS * BLOCK);
    draws.uniforms({ risk: "decision" }, uniforms);
    visit(foldLedger(ledger, givenWorld(MONTHS, BLOCK, ones, uniforms.map(benefit)), firstPath));
  }
}

/** Binomial coefficient ÷ 2^n: probability of k heads in n tosses. */
function heads(n: number, k: number): number {
  let probability = 1;
  for (let i = 1; i <= k; i++) probability *= (n - k + i) / i / 2;
  return probability / 2 ** (n - k);
}

/** Paths that have passed by the end of month t (0 = after the first step). */
function passedBy(firsts: readonly Float64Array[], t: number): number {
  let count = 0;
  for (const first of firsts) for (const month of first) count += month >= 0 && month <= t ? 1 : 0;
  return count;
}

describe("symmetric continuous steps: the balance never fell below its start in n months with C(2n, n) ÷ 4ⁿ (Sparre Andersen)", () => {
  // The law of the steps does not matter: uniform on (−1, 1), and a skewed size with a random sign, up to 1.
  test.each([
    ["uniform steps", (u: number) => 2 * u],
    ["peaked steps", (u: number) => 1 + (2 * u - 1) * Math.abs(2 * u - 1) ** 3],
  ])(
    "%s",
    (_, benefit) => {
      const firsts: Float64Array[] = [];
      const monthsBelow: Float64Array[] = [];
      walk(50, 50, "below", benefit, (block) => {
        firsts.push(block.triggers[0].first);
        monthsBelow.push(block.triggers[0].monthsBelow);
      });
      for (let n = 1; n <= MONTHS; n++) {
        expect(
          missOfProbability(PATHS - passedBy(firsts, n - 1), heads(2 * n, n)),
          `no passage in ${n} months`,
        ).toBeLessThan(STANDARD_ERRORS);
      }
      // Arcsine law: k of n months below the start with C(2k, k) C(2n − 2k, n − k) ÷ 4ⁿ.
      const spent = new Array<number>(MONTHS + 1).fill(0);
      for (const block of monthsBelow) for (const months of block) spent[months] += 1;
      spent.forEach((count, k) => {
        expect(
          missOfProbability(count, heads(2 * k, k) * heads(2 * (MONTHS - k), MONTHS - k)),
          `${k} months below`,
        ).toBeLessThan(STANDARD_ERRORS);
      });
    },
    LONG,
  );
});

describe("lattice steps: the balance moves by one yuan up or down", () => {
  test(
    "it first falls by a yuan in month n with a ÷ n × P(n steps make −a) (ballot theorem)",
    () => {
      const a = 3;
      const firsts: Float64Array[] = [];
      // "At or below 7" from 10 yuan: the line itself is reached, not only passed.
      walk(
        10,
        10 - a,
        "atOrBelow",
        (u) => (u < 0.5 ? 0 : 2),
        (block) => firsts.push(block.triggers[0].first),
      );
      expect(heads(2, 1)).toBe(0.5);
      for (let n = 1; n <= MONTHS; n++) {
        const possible = n >= a && (n - a) % 2 === 0;
        const probability = possible ? (a / n) * heads(n, (n - a) / 2) : 0;
        const count = passedBy(firsts, n - 1) - passedBy(firsts, n - 2);
        if (possible)
          expect(missOfProbability(count, probability), `first passage in month ${n}`).toBeLessThan(STANDARD_ERRORS);
        else expect(count).toBe(0);
      }
    },
    LONG,
  );

  test(
    "a line that says below needs one yuan more",
    () => {
      const firsts: Float64Array[] = [];
      walk(
        10,
        8,
        "below",
        (u) => (u < 0.5 ? 0 : 2),
        (block) => firsts.push(block.triggers[0].first),
      );
      expect(missOfProbability(passedBy(firsts, 2), heads(3, 0)), "three steps down").toBeLessThan(STANDARD_ERRORS);
      expect(
        missOfProbability(passedBy(firsts, 2) - passedBy(firsts, 1), heads(3, 0)),
        "not before month 3",
      ).toBeLessThan(STANDARD_ERRORS);
    },
    LONG,
  );
});

test(
  "the model itself, Poisson claims of 10 yuan against 10 yuan of contributions a month: the balance stays above its start " +
    "for n months with E (1 − S ÷ n)⁺, S the number of claims (ballot theorem)",
  () => {
    const claims = 0.9;
    const scenario = fund({
      months: MONTHS,
      seed: "ballot",
      ...constantDenominator(MONTHS, 120),
      "drivers.claimNoise": true,
      "basis.regions.a.payroll": 1_000,
      "basis.regions.a.claims": claims,
      "rules.trigger.level": 90,
      "rules.trigger.comparison": "atOrBelow",
      "rules.shortfall": { kind: "overdraft" },
    });
    const firsts: Float64Array[] = [];
    eachBlock(scenario, (block) => firsts.push(block.triggers[0].first));
    for (let n = 1; n <= MONTHS; n++) {
      let probability = 0;
      let poisson = Math.exp(-n * claims);
      for (let s = 0; s < n; s++) {
        probability += (1 - s / n) * poisson;
        poisson *= (n * claims) / (s + 1);
      }
      expect(missOfProbability(PATHS - passedBy(firsts, n - 1), probability), `no passage in ${n} months`).toBeLessThan(
        STANDARD_ERRORS,
      );
    }
  },
  LONG,
);
