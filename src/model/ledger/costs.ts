import { preventionOfMonth } from "../rules/preventionFee.ts";
import { APPRAISAL, BENEFITS, type Ledger, PREVENTION, TRANSFER } from "./ledger.ts";
import { reserveToUpperLevel } from "./reserveFund.ts";
import { tally } from "./tally.ts";

/**
 * Items of the whole pool, split over regions by contribution wages (one of them takes the remainder): appraisal (with the
 * investigation where the fund pays for it) and the yearly transfer to the upper level grow with wages; prevention is an
 * amount, or a share of last year's contributions spread over the year (Ren-She-Bu-Gui [2017] 13, article 5), within its
 * ceiling. Recovered advance payments are other income of the region that advanced them.
 */
export function costsDue(ledger: Ledger, t: number, p: number): void {
  const { plan, world, paths, year, month } = ledger;
  const wageLevel = world.wageLevel[year[t] * paths + p];
  const calendarMonth = ((plan.startMonth - 1 + t) % 12) + 1;
  splitDue(ledger, APPRAISAL, plan.appraisal * wageLevel, p);
  if (plan.investigation !== undefined) {
    tally(ledger, plan.investigation.tally, t, p, plan.investigation.amount * wageLevel);
  }
  const lastYear = ledger.lastYearContributions[p];
  const planned = plan.preventionAmount + (plan.preventionShare * lastYear) / 12;
  splitDue(
    ledger,
    PREVENTION,
    preventionOfMonth(planned, plan.preventionLimit, lastYear, unpaidBenefits(ledger, p)),
    p,
  );
  const yearly = calendarMonth === plan.transferMonth ? plan.transferUp * wageLevel : 0;
  splitDue(ledger, TRANSFER, yearly + reserveToUpperLevel(ledger, t, p), p);
  split(plan.otherIncome, plan.share, ledger.remainderRegion, month.otherIncome, 0);
  for (let r = 0; r < ledger.recoveries.length; r++) month.otherIncome[r] += ledger.recoveries[r][t * paths + p];
}

/** Benefits of earlier months that are still unpaid. */
function unpaidBenefits({ plan, paths, unpaid }: Ledger, p: number): number {
  let sum = 0;
  for (let r = 0; r < plan.regions; r++) sum += unpaid[(BENEFITS * plan.regions + r) * paths + p];
  return sum;
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
