import type { AccountsPlan } from "../rules/accounts.ts";

/** The fund's money that lies with the places, `region * paths + p`, yuan; the ledger's own figures are its sums. */
export interface LocalAccounts {
  /** Turnover fund in the expenditure account. */
  readonly turnoverFund: Float64Array;
  /** Not remitted: demand deposits of the start, recovered term deposits on their way, collections on their way. */
  readonly demand: Float64Array;
  readonly matured: Float64Array;
  readonly onTheWay: Float64Array;
  readonly term: Float64Array;
  /** Outgo, or benefits alone, by which turnover funds are measured. */
  readonly lastYearOutgo: Float64Array;
  readonly thisYearOutgo: Float64Array;
  /** Outgo of the last 12 months, `(p * regions + region) * 12 + t % 12`. */
  readonly recentOutgo: Float64Array;
  /** Expected outgo of each month ÷ that of the 12 months before it; NaN until it is wanted. */
  readonly season: Float64Array;
  /** By region, of the draw in hand. */
  readonly balances: Float64Array;
  readonly drawn: Float64Array;
}

export function openLocalAccounts(
  plan: AccountsPlan,
  paths: number,
  outgoShare: readonly number[],
  historicOutgo: (back: number) => number,
): LocalAccounts {
  const regions = outgoShare.length;
  const byRegion = (values: readonly number[]): Float64Array => {
    const filled = new Float64Array(regions * paths);
    values.forEach((value, r) => filled.fill(value, r * paths, (r + 1) * paths));
    return filled;
  };
  const recentOutgo = new Float64Array(regions * 12 * paths);
  for (let back = 1; back <= 12; back++) {
    const outgo = historicOutgo(back);
    for (let p = 0; p < paths; p++) {
      outgoShare.forEach((share, r) => {
        recentOutgo[(p * regions + r) * 12 + ((12 - back) % 12)] = outgo * share;
      });
    }
  }
  return {
    turnoverFund: byRegion(plan.opening.turnoverFund),
    demand: byRegion(plan.opening.demand),
    matured: new Float64Array(regions * paths),
    onTheWay: new Float64Array(regions * paths),
    term: byRegion(plan.opening.term),
    lastYearOutgo: byRegion(plan.lastYearOutgo),
    thisYearOutgo: byRegion(plan.thisYearOutgo),
    recentOutgo,
    season: new Float64Array(plan.maturing[0].length).fill(Number.NaN),
    balances: new Float64Array(regions),
    drawn: new Float64Array(regions),
  };
}
