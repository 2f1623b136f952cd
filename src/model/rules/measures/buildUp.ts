/** Share of last year's outgo below which nothing is missing: rounding is no gap. */
const ROUNDING = 1e-9;

/**
 * Yearly amount that builds a reserve up: a stated share of last year's outgo, of which the supervisor approves a part, and no
 * more than is missing to the target. Germany, §172a SGB VII: 1.5 %; §184: 0.5 %. Yuan.
 */
export function buildUpAmount(lastYearsOutgo: number, share: number, approved: number, missing: number): number {
  if (missing <= lastYearsOutgo * ROUNDING) return 0;
  return Math.min(lastYearsOutgo * share * approved, missing);
}
