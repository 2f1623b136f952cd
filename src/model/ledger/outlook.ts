import type { LedgerPlan, LineHistory } from "../scenario/plan.ts";
import { rateRatio } from "./contributions.ts";
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
  const benefitScale = scaleOf(ledger, ledger.knownBenefits, outlook.benefit, known, p);
  const otherScale = scaleOf(ledger, ledger.knownOtherOutgo, outlook.otherOutgo, known, p);
  const transferScale = scaleOf(ledger, ledger.knownTransfer, outlook.transfer, known, p);
  const before = rateRatio(ledger, ledger.factor[p], ledger.points[p], p);
  const after = rateRatio(ledger, change.factor, change.points, p);
  for (let month = Math.max(known + 1, historyMonths); month <= until; month++) {
    const contributions = contributionScale * outlook.contribution[month] * (month < change.from ? before : after);
    const outgo =
      benefitScale * outlook.benefit[month] +
      otherScale * outlook.otherOutgo[month] +
      transferScale * outlook.transfer[month];
    balance += balance * interest + contributions + plan.otherIncome - outgo;
  }
  return balance;
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
