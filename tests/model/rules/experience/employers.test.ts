import { expect, test } from "vitest";
import { openLedger } from "../../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../../src/model/ledger/projectMonth.ts";
import { nextState } from "../../../../src/model/rules/experience/steps.ts";
import { STEP } from "../../../../src/model/rules/experience/transitions.ts";
import { compile } from "../../../../src/model/scenario/compile.ts";
import { worldOf } from "../../properties/rows.ts";
import { huainan, jiangsu, ratedFund, rating, templateA, templateB } from "../../ratedFund.ts";

const EMPLOYERS = 100_000;

/** Uniform, normal and gamma draws of the test's own: a 32-bit generator, Box–Muller, Marsaglia and Tsang. */
function sampler(seed: number) {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296 + 1e-10;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const poisson = (mean: number): number => {
    const [whole, rest] = [Math.floor(mean / 20), mean % 20];
    let count = 0;
    for (const part of [...new Array<number>(whole).fill(20), rest]) {
      let product = uniform();
      for (const limit = Math.exp(-part); product > limit; product *= uniform()) count++;
    }
    return count;
  };
  return { uniform, gamma, poisson };
}

/** Claim frequency and wages of each cycle relative to the start, at nodes of the tables: between them see transitions.test.ts. */
const cycles = [
  { frequency: Math.exp(STEP), wages: 1 },
  { frequency: Math.exp(-2 * STEP), wages: Math.exp(-STEP) },
  { frequency: 1, wages: Math.exp(STEP) },
] as const;

const paid = { value: "paid", unit: "reading", source: { document: "x" } };
const atBaseRate = { value: "atBaseRate", unit: "reading", source: { document: "x" } };

test.each([
  ["Huainan at the base rate", rating(huainan, { denominator: atBaseRate })],
  ["template A on contributions paid", rating(templateA, { denominator: paid })],
  ["template B", rating(templateB)],
  ["Jiangsu", rating(jiangsu)],
])(
  "%s: 100,000 employers of three sizes over three cycles stand where the recursion says",
  (_, experience) => {
    const plan = compile(ratedFund(experience));
    const rated = plan.ledger.experience;
    if (rated === undefined) throw new Error("no experience rating in the plan");
    const world = worldOf(plan);
    const months = (cycle: number): readonly [number, number] => [
      cycle * 24 * world.paths,
      (cycle + 1) * 24 * world.paths,
    ];
    cycles.forEach(({ frequency, wages }, cycle) => {
      const [from, to] = months(cycle);
      for (let i = from; i < to; i++) {
        for (const counts of world.claimCounts[0] ?? []) counts[i] = (counts[i] ?? 0) * frequency;
        const base = world.contributionBase[0] ?? new Float64Array();
        base[i] = (base[i] ?? 0) * wages;
      }
    });
    const ledger = openLedger(plan.ledger, world, 0);
    const { rule, bands } = rated;
    const steps = ledger.steps;
    if (steps === undefined) throw new Error("no steps on the ledger");
    // Class 2, 5 and 8, each at the three sizes: a spread of expected claims from 0.07 to 14.
    const watched = [1, 4, 7].flatMap((c) => [0, 1, 2].map((band) => ({ c, cell: c * bands + band })));
    const shareOf = (cell: number): Float64Array => steps.occupancy.slice(cell * rule.states, (cell + 1) * rule.states);
    const { uniform, gamma, poisson } = sampler(20_240_101);
    const employers = watched.map(({ cell }) => {
      const shares = shareOf(cell);
      return Uint8Array.from({ length: EMPLOYERS }, () => {
        let u = uniform();
        return Math.max(
          0,
          shares.findIndex((share) => (u -= share) < 0),
        );
      });
    });
    let t = 0;
    let compared = 0;
    const wrong: object[] = [];
    for (const [cycle, { frequency, wages }] of cycles.entries()) {
      for (; t <= (cycle + 1) * 24; t++) projectMonth(ledger, t, 0);
      watched.forEach(({ c, cell }, which) => {
        const standing = employers[which] ?? new Uint8Array();
        const mean = (rated.claims[cell] ?? 0) * frequency;
        const dues = (rated.dues[cell] ?? 0) * wages;
        const counts = new Array<number>(rule.states).fill(0);
        for (let e = 0; e < EMPLOYERS; e++) {
          const state = standing[e] ?? 0;
          const injuries = poisson(mean * (1 - rule.olderShare));
          const older = rule.olderShare === 0 ? 0 : poisson(mean * rule.olderShare);
          const claims = injuries + older;
          const cost = claims === 0 ? 0 : gamma(claims * rated.shape) / rated.shape;
          const factor = rated.paid ? (rated.factors[c]?.[state] ?? 1) : 1;
          const next = nextState(rule, state, injuries > 0, cost / (dues * factor));
          standing[e] = next;
          counts[next] = (counts[next] ?? 0) + 1;
        }
        shareOf(cell).forEach((share, state) => {
          const error = Math.sqrt((share * (1 - share)) / EMPLOYERS);
          const distance = Math.abs((counts[state] ?? 0) / EMPLOYERS - share);
          compared++;
          if (!(distance <= 4.5 * error + 1e-9))
            wrong.push({ class: c + 1, cell, cycle, state, share, distance, error });
        });
      });
    }
    expect(compared).toBe(cycles.length * watched.length * rule.states);
    expect(wrong).toEqual([]);
  },
  120_000,
);
