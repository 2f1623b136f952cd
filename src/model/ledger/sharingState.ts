import type { LedgerPlan } from "../scenario/plan.ts";
import type { World } from "../world/world.ts";

/** What pooling and sharing remember of each path, `region * paths + p` or `p`, and what they work on in the month in hand, by region. */
export interface SharingState {
  /** Income − outgo of each region in the calendar year so far, without what it remits to a pooled fund. */
  readonly surplusThisYear: Float64Array;
  /** Balance of each region at the end of the calendar year before; on the first day the opening balance. */
  readonly lastYearBalance: Float64Array;
  /** Month in which units refill the pooled fund, -1 for none, and by how much. */
  readonly refillMonth: Float64Array;
  readonly refillAmount: Float64Array;
  /** Benefits of large accidents by region, `t * paths + p`; empty where the pooled fund does not bear them. */
  readonly accidents: readonly Float64Array[];
  readonly settlement: SettlementState | undefined;

  /** Still lacking of what is due, and of that what earlier months left. */
  readonly rest: Float64Array;
  readonly carried: Float64Array;
  readonly claims: Float64Array;
  /** 1 where a unit's own money did not suffice. */
  readonly short: Float64Array;
}

/** Accounts of a yearly settlement by region, `region * paths + p`: the year in hand, its budget, the next one, what is to be settled. */
export interface SettlementState {
  readonly income: Float64Array;
  readonly outgo: Float64Array;
  readonly contributions: Float64Array;
  readonly payroll: Float64Array;
  readonly injuries: Float64Array;
  readonly budget: BudgetOfRegions;
  readonly nextBudget: BudgetOfRegions;
  /** What the place owes at the next settlement (below zero: what it has paid too much), and what the pool bears of the same gaps. */
  readonly local: Float64Array;
  readonly province: Float64Array;
  /** Paid in the year itself on the budgeted gap. */
  readonly advance: Float64Array;
}

export interface BudgetOfRegions {
  readonly income: Float64Array;
  readonly outgo: Float64Array;
  readonly contributions: Float64Array;
  /** By path: 1 where the pool's balance at the draft covers the budgeted gaps. */
  readonly covered: Float64Array;
}

export function openSharing(plan: LedgerPlan, world: World, year: readonly number[]): SharingState {
  const { paths } = world;
  const { regions, sharing } = plan;
  const lastYearBalance = new Float64Array(regions * paths);
  plan.openingBalance.forEach((balance, r) => lastYearBalance.fill(balance, r * paths, (r + 1) * paths));
  return {
    surplusThisYear: new Float64Array(regions * paths),
    lastYearBalance,
    refillMonth: new Float64Array(paths).fill(-1),
    refillAmount: new Float64Array(paths),
    accidents: sharing.pooledFund?.majorAccidents ? accidentBenefits(plan, world, year) : [],
    settlement: sharing.settlement === undefined ? undefined : openSettlement(regions, paths),
    rest: new Float64Array(regions),
    carried: new Float64Array(regions),
    claims: new Float64Array(regions),
    short: new Float64Array(regions),
  };
}

function openSettlement(regions: number, paths: number): SettlementState {
  const byRegion = (): Float64Array => new Float64Array(regions * paths);
  const budget = (): BudgetOfRegions => ({
    income: byRegion(),
    outgo: byRegion(),
    contributions: byRegion(),
    covered: new Float64Array(paths),
  });
  return {
    income: byRegion(),
    outgo: byRegion(),
    contributions: byRegion(),
    payroll: byRegion(),
    injuries: byRegion(),
    budget: budget(),
    nextBudget: budget(),
    local: byRegion(),
    province: byRegion(),
    advance: byRegion(),
  };
}

/** Benefits of large accidents by region at this rule set's prices; they are the line of the world after the claim cells. */
function accidentBenefits(plan: LedgerPlan, world: World, year: readonly number[]): Float64Array[] {
  const { paths, months, prices } = world;
  return world.benefitUnits.map((lines, r) => {
    const benefits = new Float64Array(months * paths);
    const line = world.claimCounts[r].length;
    const units = lines[line];
    if (units === undefined) return benefits;
    const price = prices[plan.priceIndex[r][line]];
    for (let t = 0; t < months; t++) {
      for (let p = 0; p < paths; p++) {
        benefits[t * paths + p] = units[t * paths + p] * plan.meanCost[r][line] * price[year[t] * paths + p];
      }
    }
    return benefits;
  });
}
