import type { LedgerPlan, LineHistory } from "../scenario/plan.ts";
import { poolProjectMultiplier, rateRatio } from "./contributions.ts";
import { note } from "./journal.ts";
import { type Ledger, outgoByReading } from "./ledger.ts";
import { FUND_BALANCE } from "./record.ts";

/** Index of the last known month, counted from the first month of the history. */
export type KnownMonths = number;

/**
 * Outlook: the forecaster inside a path. It knows the months up to `known` and rules already decided, nothing later. Each line
 * is forecast as its sum over the last 12 known months × the line's expected course: seasonality × mean growth × announced
 * resets (DESIGN.md section 1). Exact where nothing is random and benefits are paid in the month of the injury; with payment
 * delay, large events, arrears or drivers that start away from their mean it is off by what these move within a year.
 */
export function outgoForecast(ledger: Ledger, known: KnownMonths, from: number, to: number, p: number): number {
  const { plan, knownBenefits, knownOtherOutgo, knownTransfer } = ledger;
  const { benefit, otherOutgo, transfer } = plan.outlook;
  const benefitScale = scaleOf(ledger, knownBenefits, benefit, known, p);
  const otherScale = scaleOf(ledger, knownOtherOutgo, otherOutgo, known, p);
  const transferScale = scaleOf(ledger, knownTransfer, transfer, known, p);
  let sum = 0;
  for (let month = from; month < to; month++) {
    const at = month * ledger.paths + p;
    sum +=
      month <= known
        ? outgoByReading(plan, knownBenefits[at], knownOtherOutgo[at], knownTransfer[at])
        : outgoByReading(
            plan,
            benefitScale * benefit[month],
            otherScale * otherOutgo[month],
            transferScale * transfer[month],
          );
  }
  return sum;
}

/** All outgo of the months `from` to `to` (exclusive), whatever payable months count. */
export function totalOutgoForecast(ledger: Ledger, known: KnownMonths, from: number, to: number, p: number): number {
  const { benefit, otherOutgo, transfer } = ledger.plan.outlook;
  const benefitScale = scaleOf(ledger, ledger.knownBenefits, benefit, known, p);
  const otherScale = scaleOf(ledger, ledger.knownOtherOutgo, otherOutgo, known, p);
  const transferScale = scaleOf(ledger, ledger.knownTransfer, transfer, known, p);
  let sum = 0;
  for (let month = from; month < to; month++) {
    sum += benefitScale * benefit[month] + otherScale * otherOutgo[month] + transferScale * transfer[month];
  }
  return sum;
}

/** The same on the first day, when only the history is known. */
export function expectedOutgo(
  plan: LedgerPlan,
  history: LineHistory,
  known: KnownMonths,
  from: number,
  to: number,
): number {
  const { benefit, otherOutgo, transfer } = plan.outlook;
  const scale = (line: readonly number[], course: readonly number[]): number => {
    let actual = 0;
    let expected = 0;
    for (let month = known - 11; month <= known; month++) {
      actual += line[month];
      expected += course[month];
    }
    return expected === 0 ? 0 : actual / expected;
  };
  const scales = [
    scale(history.benefitPayout, benefit),
    scale(history.otherOutgo, otherOutgo),
    scale(history.transferUp, transfer),
  ] as const;
  let sum = 0;
  for (let month = from; month < to; month++) {
    sum += outgoByReading(plan, scales[0] * benefit[month], scales[1] * otherOutgo[month], scales[2] * transfer[month]);
  }
  return sum;
}

/**
 * Balance of the pool at the end of month `until` (counted from the first month of the history), if base rates stay as they
 * are until month `from` and have `factor` and `points` from then on.
 */
export function balanceForecast(
  ledger: Ledger,
  known: KnownMonths,
  until: number,
  change: { readonly from: number; readonly factor: number; readonly points: number },
  p: number,
): number {
  const { plan, world, paths, record, year } = ledger;
  const { historyMonths, outlook, months } = plan;
  const t = known - historyMonths;
  let balance =
    t < 0
      ? plan.openingBalance.reduce((sum, each) => sum + each, 0)
      : record.pool[(FUND_BALANCE * months + t) * paths + p];
  const interest = world.interestRate[year[Math.max(0, t)] * paths + p] / 12;
  const contributionScale = scaleOf(ledger, ledger.knownContributions, outlook.contribution, known, p);
  const projectScale = scaleOf(ledger, ledger.knownProjects, outlook.project, known, p);
  const benefitScale = scaleOf(ledger, ledger.knownBenefits, outlook.benefit, known, p);
  const otherScale = scaleOf(ledger, ledger.knownOtherOutgo, outlook.otherOutgo, known, p);
  const transferScale = scaleOf(ledger, ledger.knownTransfer, outlook.transfer, known, p);
  const now = t + plan.payableMonths.informationLag;
  for (let month = Math.max(known + 1, historyMonths); month <= until; month++) {
    const later = month - historyMonths;
    const ratio =
      month < change.from
        ? rateRatio(ledger, ledger.factor[p], ledger.points[p], now, later, p)
        : rateRatio(ledger, change.factor, change.points, now, later, p);
    const contributions = contributionScale * outlook.contribution[month] * ratio;
    const outgo =
      benefitScale * outlook.benefit[month] +
      otherScale * outlook.otherOutgo[month] +
      transferScale * outlook.transfer[month];
    const projects = projectScale * outlook.project[month] * poolProjectMultiplier(ledger, now, later, p);
    balance += balance * interest + contributions + projects + plan.otherIncome - outgo;
  }
  return balance;
}

/**
 * Contribution base of the months `from` to `to` (counted from the first month of the history), yuan: known months as they were,
 * before the start and after the known months contributions ÷ (average rate × collection rate), as far as none are waived.
 */
export function contributionBase(ledger: Ledger, known: KnownMonths, from: number, to: number, p: number): number {
  const { plan, world, paths, knownContributions } = ledger;
  const { historyMonths, outlook, averageRate, collectionRate, notWaived, contributionSeason } = plan;
  const collected = averageRate * collectionRate;
  const scale = scaleOf(ledger, knownContributions, outlook.contribution, known, p);
  let sum = 0;
  for (let month = from; month < to; month++) {
    const t = month - historyMonths;
    if (t >= 0 && month <= known) {
      for (let r = 0; r < plan.regions; r++) sum += world.contributionBase[r][t * paths + p] * contributionSeason[t];
      continue;
    }
    const contributions = t < 0 ? knownContributions[month * paths + p] : scale * outlook.contribution[month];
    const due = collected * (t < 0 ? 1 : notWaived[Math.min(t, notWaived.length - 1)]);
    if (due > 0) sum += contributions / due;
  }
  return sum;
}

/**
 * Surplus of next year's budget as the outlook drafts it at the end of month `t`, as a share of its outgo by the reading in
 * force: all income with interest − all outgo, at the rates in force and already decided. A budget stated in the scenario has
 * precedence; 0 without outgo. Rounding is no deficit.
 */
export function nextBudgetSurplus(ledger: Ledger, t: number, p: number): number {
  const { plan, year } = ledger;
  const stated = plan.budgetedSurplus[plan.startYear + year[t] + 1];
  if (stated !== undefined) return stated;
  const known = plan.historyMonths + t - plan.payableMonths.informationLag;
  const january = plan.historyMonths + t + 12 - ((plan.startMonth - 1 + t) % 12);
  const change = alreadyDecided(ledger, p);
  const surplus =
    balanceForecast(ledger, known, january + 11, change, p) - balanceForecast(ledger, known, january - 1, change, p);
  const outgo = outgoForecast(ledger, known, january, january + 12, p);
  const share = outgo === 0 ? 0 : surplus / outgo;
  return Math.abs(share) < 1e-9 ? 0 : share;
}

/**
 * The change of rates that is known though not yet in force, for `balanceForecast`: one that is decided, or the return to base
 * rates of a measure that lasts a stated time; without either the rates in force.
 */
export function alreadyDecided(
  ledger: Ledger,
  p: number,
): { readonly from: number; readonly factor: number; readonly points: number } {
  const { plan, effectiveMonth, inForceSince } = ledger;
  if (effectiveMonth[p] < 0) {
    const { measure } = plan;
    const lasts = measure.kind === "none" || ledger.measureInForce[p] !== 0 ? 0 : measure.lasts;
    if (lasts === 0 || inForceSince[p] < 0) {
      return { from: plan.historyMonths, factor: ledger.factor[p], points: ledger.points[p] };
    }
    const inTable = tableMultiple(ledger, ledger.tableShare[p]);
    return {
      from: plan.historyMonths + inForceSince[p] + lasts,
      factor: 1 / Math.max(Number.MIN_VALUE, inTable),
      points: 0,
    };
  }
  const table =
    tableMultiple(ledger, ledger.decidedTable[p]) /
    Math.max(Number.MIN_VALUE, tableMultiple(ledger, ledger.tableShare[p]));
  return {
    from: plan.historyMonths + effectiveMonth[p],
    factor: ledger.decidedFactor[p] * table,
    points: ledger.decidedPoints[p],
  };
}

/** What a part of the way to a new class table makes of the average rate of the pool. */
export function tableMultiple({ plan }: Ledger, share: number): number {
  if (plan.measure.kind !== "classTable") return 1;
  let multiple = 1;
  for (let r = 0; r < plan.regions; r++) multiple += plan.dueShare[r] * share * (plan.measure.ratios[r] - 1);
  return multiple;
}

/** At the end of the drafting month (default October): next year's outgo by the reading in force, as the outlook sees it. */
export function draftBudget(ledger: Ledger, t: number, p: number): void {
  const { plan } = ledger;
  const calendarMonth = ((plan.startMonth - 1 + t) % 12) + 1;
  if (calendarMonth !== plan.budgetDraft) return;
  const january = plan.historyMonths + t + (13 - calendarMonth);
  const known = plan.historyMonths + t - plan.payableMonths.informationLag;
  ledger.nextBudget[p] = outgoForecast(ledger, known, january, january + 12, p);
  if (ledger.journal === undefined) return;
  note(ledger, { t, kind: "budgetDrafted", rule: "rules.budgetDraft", region: -1, amount: ledger.nextBudget[p] });
}

/**
 * Budgeted outgo of the year that begins with month `january` (counted from the first month of the history) as it looks at the
 * end of month `t`: the budget in force, one stated in the scenario, one already drafted, or what the outlook would draft.
 */
export function budgetForecast(ledger: Ledger, t: number, january: number, p: number): number {
  const { plan, year } = ledger;
  const ahead = Math.floor((plan.startMonth - 1 + january - plan.historyMonths) / 12) - year[t];
  if (ahead === 0) return ledger.budget[p];
  const stated = plan.budgetedOutgo[plan.startYear + year[t] + ahead];
  if (stated !== undefined) return stated;
  if (ahead === 1 && ((plan.startMonth - 1 + t) % 12) + 1 > plan.budgetDraft) return ledger.nextBudget[p];
  return outgoForecast(ledger, plan.historyMonths + t - plan.payableMonths.informationLag, january, january + 12, p);
}

/** In January the budget drafted in the year before comes into force (a budget stated in the scenario has precedence). */
export function openBudgetYear(ledger: Ledger, t: number, p: number): void {
  const { plan, year } = ledger;
  if (t === 0 || (plan.startMonth - 1 + t) % 12 !== 0) return;
  ledger.budget[p] = plan.budgetedOutgo[plan.startYear + year[t]] ?? ledger.nextBudget[p];
  ledger.lastYearContributions[p] = ledger.thisYearContributions[p];
  ledger.thisYearContributions[p] = 0;
}

/** Sum of the last 12 known months ÷ their expected course. */
function scaleOf(
  { paths }: Ledger,
  line: Float64Array,
  course: readonly number[],
  known: KnownMonths,
  p: number,
): number {
  let actual = 0;
  let expected = 0;
  for (let month = known - 11; month <= known; month++) {
    actual += line[month * paths + p];
    expected += course[month];
  }
  return expected === 0 ? 0 : actual / expected;
}
