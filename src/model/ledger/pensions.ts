import { adjustmentFactor } from "../rules/indexation.ts";
import {
  type AdjustmentPlan,
  type PensionLedgerKind,
  type PensionLedgerPlan,
  pensionItems,
  sexes,
} from "../scenario/pensionPlan.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import type { LedgerBlock } from "../simulation/block.ts";
import type { PensionKind } from "../variates/variates.ts";
import type { Pensioners } from "../world/pensioners.ts";
import type { World } from "../world/world.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";

/** What pensions read of a world: pensioners, and the wage level by year relative to the start. */
export interface PensionCourse {
  readonly paths: number;
  readonly months: number;
  readonly year: readonly number[];
  readonly pensioners: Pensioners;
  readonly wageLevel: Float64Array;
}

/** Pensions of the pool by item of `pensionItems`, `t * paths + p`, yuan, and the factors by which they were adjusted. */
export interface PensionCost {
  readonly items: readonly Float64Array[];
  readonly adjusted: readonly Adjusted[];
}

export interface Adjusted {
  readonly t: number;
  readonly kind: number;
  readonly factors: Float64Array;
}

/**
 * Adds the pensions 定期待遇 of each month to `benefits` by region, yuan. The amount in payment per region, kind and sex is
 * (amount × the share of its recipients who stay, each January) × adjustments + new pensions × their amount at the wages of
 * the time. Of a disability pension the fund pays after retirement only the part above the old-age pension: the share of
 * recipients beyond the retirement age stands for their share in the amount; new pensions of the year are not yet retired.
 */
export function pricePensions(
  plan: PensionLedgerPlan,
  course: PensionCourse,
  benefits: readonly Float64Array[],
): PensionCost {
  const { paths, months, year, pensioners, wageLevel } = course;
  const items = pensionItems.map(() => new Float64Array(months * paths));
  const adjusted = plan.kinds.flatMap(({ adjustments }, kind) =>
    adjustments
      .filter(({ t }) => t < months)
      .map((adjustment) => ({ t: adjustment.t, kind, factors: factorsOf(plan, adjustment, wageLevel, paths) })),
  );
  const standing = new Float64Array(paths);
  const fresh = new Float64Array(paths);
  const retired = new Float64Array(paths);
  for (let r = 0; r < benefits.length; r++) {
    plan.kinds.forEach((kind, k) => {
      const own = adjusted.filter((each) => each.kind === k);
      const awards = pensioners.awards[r][k];
      const item = items[kind.item];
      sexes.forEach((_, s) => {
        const survival = pensioners.survival[r][k][s];
        const award = kind.award[r] * kind.sexShare[s];
        standing.fill(kind.opening[r][s]);
        fresh.fill(0);
        let next = 0;
        for (let t = 0; t < months; t++) {
          const at = t * paths;
          if (t > 0 && year[t] !== year[t - 1]) {
            const from = year[t] * paths;
            for (let p = 0; p < paths; p++) standing[p] = (standing[p] + fresh[p]) * survival[from + p];
            fresh.fill(0);
          }
          for (; next < own.length && own[next].t === t; next++) {
            const { factors } = own[next];
            for (let p = 0; p < paths; p++) {
              standing[p] *= factors[p];
              fresh[p] *= factors[p];
            }
          }
          const wage = award * kind.awardFactor[t];
          const level = kind.awardYear[t] * paths;
          for (let p = 0; p < paths; p++) fresh[p] += awards[at + p] * wage * wageLevel[level + p];
          const isRetired = countRetired(kind, pensioners, r, k, s, t, year[t] * paths, retired);
          for (let p = 0; p < paths; p++) {
            const lost = isRetired ? standing[p] * plan.endsAtRetirement * retired[p] : 0;
            const cost = standing[p] - lost + fresh[p];
            benefits[r][at + p] += cost;
            item[at + p] += cost;
          }
        }
      });
    });
  }
  return { items, adjusted };
}

/** Share of the recipients of a region, kind and sex who are beyond the retirement age; false where nobody retires. */
function countRetired(
  { retirement }: PensionLedgerKind,
  pensioners: Pensioners,
  r: number,
  k: number,
  s: number,
  t: number,
  at: number,
  shares: Float64Array,
): boolean {
  if (retirement.length === 0) return false;
  const persons = pensioners.persons[r][k][s];
  shares.fill(0);
  for (const table of retirement[s]) {
    const older = pensioners.older[r][k][s][table.at[t]];
    const oldest = pensioners.older[r][k][s][table.at[t] + 1];
    const part = table.part[t];
    for (let p = 0; p < shares.length; p++) {
      const all = persons[at + p];
      if (all > 0) shares[p] += (table.weight * (older[at + p] + part * (oldest[at + p] - older[at + p]))) / all;
    }
  }
  return true;
}

/** Factor of an adjustment on each path. Up to the start year wages grew as they did last. */
function factorsOf(
  { latestWageGrowth }: PensionLedgerPlan,
  { wageWeight, addition, from, to, neverDown }: AdjustmentPlan,
  wageLevel: Float64Array,
  paths: number,
): Float64Array {
  const factors = new Float64Array(paths);
  const growth = new Array<number>(to - from).fill(latestWageGrowth);
  for (let p = 0; p < paths; p++) {
    for (let y = Math.max(1, from + 1); y <= to; y++) {
      growth[y - from - 1] = wageLevel[y * paths + p] / wageLevel[(y - 1) * paths + p] - 1;
    }
    factors[p] = adjustmentFactor(growth, wageWeight, addition, neverDown);
  }
  return factors;
}

/** The pensions of a block, added to its benefits and tallied by item; undefined without pensioners. */
export function addPensions(
  plan: LedgerPlan,
  { paths, months, pensioners, wageLevel }: World,
  year: readonly number[],
  benefits: readonly Float64Array[],
  { tallies }: LedgerBlock,
): PensionCost | undefined {
  if (plan.pensions === undefined || pensioners === undefined) return undefined;
  const pensions = pricePensions(plan.pensions, { paths, months, year, pensioners, wageLevel }, benefits);
  const years = tallies.length / (plan.tallies * paths);
  pensions.items.forEach((cost, i) => {
    const first = ((plan.pensions?.tally ?? 0) + i) * years;
    for (let t = 0; t < months; t++) {
      for (let p = 0; p < paths; p++) tallies[(first + year[t]) * paths + p] += cost[t * paths + p];
    }
  });
  return pensions;
}

/** Writes down the adjustments of a month where the path is run in detail. */
export function noteAdjustments(ledger: Ledger, t: number, p: number): void {
  const { plan, pensions, paths, journal } = ledger;
  if (journal === undefined || pensions === undefined || plan.pensions === undefined) return;
  const { items, adjusted } = pensions;
  for (const { t: month, kind, factors } of adjusted) {
    const { kind: name, item } = plan.pensions.kinds[kind];
    if (month !== t || factors[p] === 1 || hasEarlierOfItem(plan.pensions, kind)) continue;
    const after = items[item][t * paths + p];
    note(ledger, {
      t,
      kind: "indexed",
      rule: `rules.pensions.indexation.${ruleOf(name)}`,
      region: -1,
      amount: after - after / factors[p],
      value: factors[p] - 1,
    });
  }
}

/** Survivors of several kinds share one rule and are written down once. */
function hasEarlierOfItem({ kinds }: PensionLedgerPlan, kind: number): boolean {
  return kinds.some(({ item }, k) => k < kind && item === kinds[kind].item);
}

function ruleOf(kind: PensionKind): string {
  return kind === "disability" || kind === "care" ? kind : "survivors";
}
