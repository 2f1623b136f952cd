import { seriesNames } from "../simulation/block.ts";
import { expectedMultiplier, expectedProjectMultiplier } from "./contributions.ts";
import { type Ledger, regionRing } from "./ledger.ts";
import type { KnownMonths } from "./outlook.ts";
import { knownAt } from "./payableMonths.ts";
import { FUND_BALANCE } from "./record.ts";

const SERIES = seriesNames.length;
const BENEFIT_PAYOUT = seriesNames.indexOf("benefitPayout");
const TOTAL_OUTGO = seriesNames.indexOf("totalOutgo");

/** What a region is expected to take in and to pay, yuan. */
export interface RegionForecast {
  readonly income: number;
  /** Of that, contributions. */
  readonly contributions: number;
  readonly outgo: number;
}

/**
 * Expected income and outgo of a region in the months `from` to `to` (exclusive, counted from the first month of the history as
 * in outlook.ts: month t of the run is `plan.historyMonths + t`), as it looks at the end of month `t` of the run. The forecaster
 * knows the months up to t − information lag and rules already decided; months of the range that it knows stand as they were.
 *
 *   income = contributions + interest + other income, without subsidies
 *   outgo  = benefits + appraisal, prevention and transfers up, all that is paid; not by the reading of payable months
 *
 * Contributions and outgo: the region's last 12 known months × expected course of each month ÷ expected course of those 12, by
 * the courses of outlook.ts (contributions by the region's own announced rates), contributions then at the region's rate in force
 * or as decided. Interest: the last known balance at the known rate, without interest on it. Before the start a region's figures
 * are the history's by its share: contributions by `dueShare`, benefits by `outgoShare`, the other items by `share`.
 * The answer is a new object: call it at observation dates, not every month on every path.
 */
export function regionForecast(
  ledger: Ledger,
  region: number,
  t: number,
  from: number,
  to: number,
  p: number,
): RegionForecast {
  const { plan, world, paths, year } = ledger;
  const { outlook, historyMonths } = plan;
  const known = knownAt(plan, t);
  let contributions = 0;
  let benefits = 0;
  let others = 0;
  let projects = 0;
  let projectCourse = 0;
  let contributionCourse = 0;
  let benefitCourse = 0;
  let otherCourse = 0;
  for (let month = known - 11; month <= known; month++) {
    contributions += knownRegionContributions(ledger, region, month, p);
    benefits += knownBenefits(ledger, region, month, p);
    others += knownOthers(ledger, region, month, p);
    projects += knownRegionProjects(ledger, region, month, p);
    projectCourse += outlook.regionProject[region][month];
    contributionCourse += outlook.regionContribution[region][month];
    benefitCourse += outlook.benefit[month];
    otherCourse += outlook.otherOutgo[month] + outlook.transfer[month];
  }
  const contributionScale = contributionCourse === 0 ? 0 : contributions / contributionCourse;
  const projectScale = projectCourse === 0 ? 0 : projects / projectCourse;
  const benefitScale = benefitCourse === 0 ? 0 : benefits / benefitCourse;
  const otherScale = otherCourse === 0 ? 0 : others / otherCourse;
  const lastBalance = knownBalance(ledger, region, known, p);
  const otherIncome = plan.otherIncome * plan.share[region];
  let income = 0;
  let expected = 0;
  let outgo = 0;
  for (let month = from; month < to; month++) {
    const at = month - historyMonths;
    const rate = world.interestRate[year[Math.max(0, Math.min(month, known) - historyMonths)] * paths + p] / 12;
    if (month <= known) {
      // A region's contributions as they came in; before the start they are the pool's by its share.
      const received =
        at < 0
          ? (plan.history.contributionIncome[month] - plan.history.projectIncome[month]) * plan.dueShare[region] +
            plan.history.projectIncome[month] * plan.projectShare[region]
          : ledger.record.regions[(region * SERIES * plan.months + at) * paths + p];
      expected += received;
      income += received + knownBalance(ledger, region, month - 1, p) * rate + otherIncome;
      outgo += knownBenefits(ledger, region, month, p) + knownOthers(ledger, region, month, p);
    } else {
      const announced = contributionScale * outlook.regionContribution[region][month];
      const received =
        announced * rateAgainstAnnounced(ledger, region, t, at, p) +
        projectScale *
          outlook.regionProject[region][month] *
          expectedProjectMultiplier(ledger, region * paths + p, t, at);
      expected += received;
      income += received + lastBalance * rate + otherIncome;
      outgo +=
        benefitScale * outlook.benefit[month] + otherScale * (outlook.otherOutgo[month] + outlook.transfer[month]);
    }
  }
  return { income, contributions: expected, outgo };
}

/** Expected rate in force of a region in a later month of the run ÷ its announced rate; 1 where the announced rate is 0. */
function rateAgainstAnnounced(ledger: Ledger, region: number, t: number, later: number, p: number): number {
  const { plan, effectiveMonth, factor, points, decidedFactor, decidedPoints } = ledger;
  const announced = plan.baseRate[region][Math.min(later, plan.baseRate[region].length - 1)];
  if (announced === 0) return 1;
  const decided = effectiveMonth[p] >= 0 && later >= effectiveMonth[p];
  const multiplier = expectedMultiplier(ledger, region * ledger.paths + p, t, later);
  return multiplier * (decided ? decidedFactor[p] : factor[p]) + (decided ? decidedPoints[p] : points[p]) / announced;
}

/** Contributions of a known month at announced rates. */
function knownRegionContributions(ledger: Ledger, region: number, month: KnownMonths, p: number): number {
  const { plan, regionContributions } = ledger;
  const ring = regionRing(plan);
  return regionContributions[(p * plan.regions + region) * ring + (month % ring)];
}

function knownRegionProjects(ledger: Ledger, region: number, month: KnownMonths, p: number): number {
  const { plan, regionProjects } = ledger;
  const ring = regionRing(plan);
  return regionProjects[(p * plan.regions + region) * ring + (month % ring)];
}

function knownBenefits({ plan, paths, record }: Ledger, region: number, month: KnownMonths, p: number): number {
  const t = month - plan.historyMonths;
  if (t < 0) return plan.history.benefitPayout[month] * plan.outgoShare[region];
  return record.regions[((region * SERIES + BENEFIT_PAYOUT) * plan.months + t) * paths + p];
}

function knownOthers({ plan, paths, record }: Ledger, region: number, month: KnownMonths, p: number): number {
  const t = month - plan.historyMonths;
  if (t < 0) return (plan.history.otherOutgo[month] + plan.history.transferUp[month]) * plan.share[region];
  const at = (series: number): number => ((region * SERIES + series) * plan.months + t) * paths + p;
  return record.regions[at(TOTAL_OUTGO)] - record.regions[at(BENEFIT_PAYOUT)];
}

/** Balance of a region at the end of a known month; before the start that of the first day. */
function knownBalance({ plan, paths, record }: Ledger, region: number, month: KnownMonths, p: number): number {
  const t = month - plan.historyMonths;
  if (t < 0) return plan.openingBalance[region];
  return record.regions[((region * SERIES + FUND_BALANCE) * plan.months + t) * paths + p];
}
