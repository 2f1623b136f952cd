import { adjustmentFactor } from "../rules/indexation.ts";
import {
  type AdjustmentPlan,
  type PensionLedgerKind,
  type PensionLedgerPlan,
  pensionItems,
  sexes,
} from "../scenario/pensionPlan.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
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
  const standing = sexes.map(() => new Float64Array(paths));
  const fresh = new Float64Array(paths);
  const paid = new Float64Array(paths);
  const retired = new Float64Array(paths);
  for (let r = 0; r < benefits.length; r++) {
    plan.kinds.forEach((kind, k) => {
      const own = adjusted.filter((each) => each.kind === k);
      const awards = pensioners.awards[r][k];
      const retires = kind.retirement.length > 0;
      standing.forEach((amount, s) => amount.fill(kind.opening[r][s]));
      fresh.fill(0);
      let next = 0;
      for (let t = 0; t < months; t++) {
        let changed = t === 0 || retires;
        if (t > 0 && year[t] !== year[t - 1]) {
          standing.forEach((amount, s) => {
            outlive(amount, fresh, kind.sexShare[s], pensioners.survival[r][k][s], year[t] * paths);
          });
          fresh.fill(0);
          changed = true;
        }
        for (; next < own.length && own[next].t === t; next++) {
          for (const amount of [...standing, fresh]) multiply(amount, own[next].factors);
          changed = true;
        }
        if (changed) {
          paid.fill(0);
          standing.forEach((amount, s) => {
            retired.fill(0);
            if (retires) countRetired(kind, pensioners, r, k, s, t, year[t] * paths, retired);
            for (let p = 0; p < paths; p++) paid[p] += amount[p] * (1 - plan.endsAtRetirement * retired[p]);
          });
        }
        addMonth(fresh, paid, awards, kind.award[r] * kind.awardFactor[t], wageLevel, kind.awardYear[t], t, {
          benefits: benefits[r],
          item: items[kind.item],
        });
      }
    });
  }
  return { items, adjusted };
}

/** A January: of the amount in payment and the new pensions of the year before, what belongs to those who stay. */
function outlive(amount: Float64Array, fresh: Float64Array, share: number, survival: Float64Array, at: number): void {
  for (let p = 0; p < amount.length; p++) amount[p] = (amount[p] + share * fresh[p]) * survival[at + p];
}

function multiply(amount: Float64Array, factors: Float64Array): void {
  for (let p = 0; p < amount.length; p++) amount[p] *= factors[p];
}

/** A month: new pensions come in, and all are paid. */
function addMonth(
  fresh: Float64Array,
  paid: Float64Array,
  awards: Float64Array,
  wage: number,
  wageLevel: Float64Array,
  year: number,
  t: number,
  { benefits, item }: { readonly benefits: Float64Array; readonly item: Float64Array },
): void {
  const paths = fresh.length;
  const at = t * paths;
  const level = year * paths;
  for (let p = 0; p < paths; p++) {
    fresh[p] += awards[at + p] * wage * wageLevel[level + p];
    const cost = paid[p] + fresh[p];
    benefits[at + p] += cost;
    item[at + p] += cost;
  }
}

/** Share of the recipients of a region, kind and sex who are beyond the retirement age, added to `shares`. */
function countRetired(
  { retirement }: PensionLedgerKind,
  pensioners: Pensioners,
  r: number,
  k: number,
  s: number,
  t: number,
  at: number,
  shares: Float64Array,
): void {
  const persons = pensioners.persons[r][k][s];
  for (const table of retirement[s]) {
    const older = pensioners.older[r][k][s][table.at[t]];
    const oldest = pensioners.older[r][k][s][table.at[t] + 1];
    const part = table.part[t];
    for (let p = 0; p < shares.length; p++) {
      const all = persons[at + p];
      if (all > 0) shares[p] += (table.weight * (older[at + p] + part * (oldest[at + p] - older[at + p]))) / all;
    }
  }
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
  tallies: Float64Array,
  years: number,
): PensionCost | undefined {
  if (plan.pensions === undefined || pensioners === undefined) return undefined;
  const pensions = pricePensions(plan.pensions, { paths, months, year, pensioners, wageLevel }, benefits);
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
