import { APPRAISAL, type Ledger, PREVENTION, TRANSFER } from "./ledger.ts";
import { reserveToUpperLevel } from "./reserveFund.ts";

/**
 * Items of the whole pool, split over regions by contribution wages (one of them takes the remainder): appraisal and the
 * yearly transfer to the upper level grow with wages; prevention is an amount, or a share of last year's contributions spread
 * over the year (Ren-She-Bu-Gui [2017] 13, article 5).
 */
export function costsDue(ledger: Ledger, t: number, p: number): void {
  const { plan, world, paths, year, month } = ledger;
  const wageLevel = world.wageLevel[year[t] * paths + p];
  const calendarMonth = ((plan.startMonth - 1 + t) % 12) + 1;
  splitDue(ledger, APPRAISAL, plan.appraisal * wageLevel, p);
  splitDue(
    ledger,
    PREVENTION,
    plan.preventionAmount + (plan.preventionShare * ledger.lastYearContributions[p]) / 12,
    p,
  );
  const yearly = calendarMonth === plan.transferMonth ? plan.transferUp * wageLevel : 0;
  splitDue(ledger, TRANSFER, yearly + reserveToUpperLevel(ledger, t, p), p);
  split(plan.otherIncome, plan.share, ledger.remainderRegion, month.otherIncome, 0);
}

function splitDue(ledger: Ledger, line: number, amount: number, p: number): void {
  const { plan, paths, unpaid, month } = ledger;
  const first = line * plan.regions;
  split(amount, plan.share, ledger.remainderRegion, month.due, first);
  for (let r = 0; r < plan.regions; r++) month.due[first + r] += unpaid[(first + r) * paths + p];
}

/** Writes `amount` × share by region from `first` on; one region takes the remainder, so that the parts add up. */
function split(
  amount: number,
  share: readonly number[],
  remainderRegion: number,
  into: Float64Array,
  first: number,
): void {
  let rest = amount;
  for (let r = 0; r < share.length; r++) {
    if (r === remainderRegion) continue;
    into[first + r] = amount * share[r];
    rest -= into[first + r];
  }
  into[first + remainderRegion] = rest;
}
