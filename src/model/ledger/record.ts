import { seriesNames, yearLines } from "../simulation/block.ts";
import { atAnnouncedRates, rateInForce } from "./contributions.ts";
import { APPRAISAL, BENEFITS, type Ledger, outgoByReading, outgoLines, PREVENTION, TRANSFER } from "./ledger.ts";

const SERIES = seriesNames.length;
export const FUND_BALANCE = seriesNames.indexOf("fundBalance");
export const PAYABLE_MONTHS = seriesNames.indexOf("payableMonths");
const LINES = yearLines.length;
const paid = new Float64Array(outgoLines.length);

/** Writes the month's flows and balances into the record and into what the outlook knows. */
export function recordMonth(ledger: Ledger, t: number, p: number): void {
  const { plan, world, paths, record, month, year } = ledger;
  const { regions, months } = plan;
  let contributions = 0;
  let projects = 0;
  // The average rate as one region's and the weighted distance from it: where all rates are equal it is that rate to the bit.
  const oneRate = rateInForce(ledger, ledger.remainderRegion, t, p);
  let distance = 0;
  let contributionBase = 0;
  let interest = month.pooledInterest;
  let otherIncome = 0;
  let subsidy = month.pooledSubsidy;
  let balance = ledger.pooledFund[p];
  paid.fill(0);
  for (let r = 0; r < regions; r++) {
    const at = r * paths + p;
    const base = world.contributionBase[r][t * paths + p] * plan.baseFactor[r][t];
    const regionBalance = ledger.sum[at] + ledger.carry[at];
    let outgo = 0;
    for (let line = 0; line < outgoLines.length; line++) {
      const amount = month.paid[line * regions + r];
      paid[line] += amount;
      outgo += amount;
    }
    const benefits = month.paid[BENEFITS * regions + r];
    const transfer = month.paid[TRANSFER * regions + r];
    ledger.regionOutgo[(p * regions + r) * 12 + (t % 12)] = outgoByReading(
      plan,
      benefits,
      outgo - benefits - transfer,
      transfer,
    );
    const outside = month.subsidy[r] + month.settled[r];
    const income = month.contributions[r] + month.interest[r] + month.otherIncome[r] + outside + month.transferIn[r];
    const to = (r * SERIES * months + t) * paths + p;
    const step = months * paths;
    record.regions[to] = month.contributions[r];
    record.regions[to + step] = income;
    record.regions[to + 2 * step] = benefits;
    record.regions[to + 3 * step] = outgo + month.transferOut[r];
    record.regions[to + 4 * step] = regionBalance;
    const rate = rateInForce(ledger, r, t, p);
    record.regions[to + 6 * step] = rate;
    contributions += month.contributions[r];
    projects += month.projects[r];
    distance += (rate - oneRate) * base;
    contributionBase += base;
    interest += month.interest[r];
    otherIncome += month.otherIncome[r];
    subsidy += outside;
    balance += regionBalance;
  }
  const outgo = paid[0] + paid[1] + paid[2] + paid[3];
  const at = t * paths + p;
  const step = months * paths;
  record.pool[at] = contributions;
  record.pool[at + step] = contributions + interest + otherIncome + subsidy;
  record.pool[at + 2 * step] = paid[BENEFITS];
  record.pool[at + 3 * step] = outgo;
  record.pool[at + 4 * step] = balance;
  record.pool[at + 6 * step] = contributionBase === 0 ? 0 : oneRate + distance / contributionBase;

  const known = (plan.historyMonths + t) * paths + p;
  // At announced rates, so that the outlook can scale them to any rate.
  ledger.knownContributions[known] = atAnnouncedRates(
    contributions - projects,
    month.contributionsAnnounced,
    month.contributionsDue,
  );
  ledger.knownBenefits[known] = paid[BENEFITS];
  ledger.knownOtherOutgo[known] = outgo - paid[BENEFITS] - paid[TRANSFER];
  ledger.knownTransfer[known] = paid[TRANSFER];

  // In the order of `yearLines`.
  const year0 = year[t] * LINES * paths + p;
  const years = record.years;
  years[year0] += contributions;
  years[year0 + paths] += interest;
  years[year0 + 2 * paths] += otherIncome;
  years[year0 + 3 * paths] += subsidy;
  years[year0 + 4 * paths] += paid[BENEFITS];
  years[year0 + 5 * paths] += paid[APPRAISAL];
  years[year0 + 6 * paths] += paid[PREVENTION];
  years[year0 + 7 * paths] += paid[TRANSFER];
  years[year0 + 8 * paths] = balance;
  if (t + 1 === months || year[t + 1] !== year[t]) {
    years[year0 + 9 * paths] = unpaidNow(ledger, p);
    years[year0 + 10 * paths] = arrearsNow(ledger, p);
  }

  recordDepletion(ledger, t, p, plan.overdraft ? balance < 0 : month.gap > 0);
}

/** Depletion: the first month with a gap before outside money, months with one, and how often a new one opened. */
function recordDepletion({ record, inGap }: Ledger, t: number, p: number, gap: boolean): void {
  const { first, monthsBelow, firings } = record.depletion;
  if (gap) {
    monthsBelow[p] += 1;
    if (first[p] < 0) first[p] = t;
    if (inGap[p] === 0) firings[p] += 1;
  }
  inGap[p] = gap ? 1 : 0;
}

function unpaidNow({ plan, paths, unpaid }: Ledger, p: number): number {
  let sum = 0;
  for (let i = 0; i < outgoLines.length * plan.regions; i++) sum += unpaid[i * paths + p];
  return sum;
}

function arrearsNow({ plan, paths, arrears }: Ledger, p: number): number {
  let sum = 0;
  for (let r = 0; r < plan.regions; r++) sum += arrears[r * paths + p];
  return sum;
}
