import { calendarMonth, calendarYear, monthsBetween, monthText } from "../calendar.ts";
import { decisionOf } from "../rules/decision.ts";
import { type Projects, projectRates } from "../rules/projectContribution.ts";
import { triggersOf } from "../rules/trigger.ts";
import type { Tally } from "../simulation/shape.ts";
import { excessMeasureOf, measureOf } from "./compileMeasure.ts";
import type { CompiledRegions } from "./compileRegions.ts";
import { historyOf, lastYearsContributions } from "./history.ts";
import { expectedBenefitSeason, expectedCourse, MONTHS_BEYOND } from "./outlookPlan.ts";
import type { LedgerPlan, WorldPlan } from "./plan.ts";
import type { Scenario } from "./schema.ts";
import { PROJECT_INCOME, tallyIndex } from "./tallies.ts";

export function compileLedger(
  scenario: Scenario,
  compiled: CompiledRegions,
  world: WorldPlan,
  tallies: readonly Tally[],
): LedgerPlan {
  const { start, months, rules, opening } = scenario;
  const { contribution, costs, payableMonths, shortfall } = rules;
  const benefitSeason = expectedBenefitSeason(scenario, world);
  const payrolls = world.regions.map(({ payroll }) => payroll);
  const payroll = payrolls.reduce((sum, each) => sum + each, 0);
  const share = payrolls.map((each) => (payroll === 0 ? 1 / payrolls.length : each / payroll));
  const reach = world.months + MONTHS_BEYOND;
  const baseRate = compiled.baseRate.map((rate) => new Array<number>(reach).fill(rate));
  const notWaived = new Array<number>(reach).fill(1);
  const dues = payrolls.map((each, r) => each * baseRate[r][0]);
  const due = dues.reduce((sum, each) => sum + each, 0);
  const projectRate =
    contribution.projects === undefined ? undefined : projectRatesOf(scenario, contribution.projects, world, reach);
  const projectDue = world.regions.reduce(
    (sum, { contractValue }, r) => sum + contractValue * (projectRate?.[r][0] ?? 0),
    0,
  );
  const projectShare = projectDue === 0 ? 0 : projectDue / (projectDue + due * contribution.collectionRate.value);
  const history = historyOf(scenario, benefitSeason, projectShare);
  const costOf = world.regions.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.claims * cell.meanCost, 0));
  const cost = costOf.reduce((sum, each) => sum + each, 0);
  const event = world.largeEvent;
  const outgoOf = ({ benefitPayout, otherOutgo, transferUp }: Budget): number =>
    benefitPayout.value +
    (payableMonths.outgo.value === "benefits" ? 0 : otherOutgo.value) +
    (payableMonths.outgo.value === "totalOutgo" ? transferUp.value : 0);
  return {
    months,
    regions: world.regions.length,
    startYear: calendarYear(start, 0),
    startMonth: calendarMonth(start, 0),
    openingBalance: compiled.openingBalance,
    baseRate,
    notWaived,
    projectRate,
    projectTally: projectRate === undefined ? -1 : tallyIndex(tallies, PROJECT_INCOME),
    projectShare: world.regions.map(({ contractValue }, r) =>
      projectDue === 0 ? 0 : (contractValue * (projectRate?.[r][0] ?? 0)) / projectDue,
    ),
    dueShare: dues.map((each, r) => (due === 0 ? share[r] : each / due)),
    arrears: dues.map((each, r) => opening.arrears.value * (due === 0 ? share[r] : each / due)),
    share,
    outgoShare: costOf.map((each, r) => (cost === 0 ? share[r] : each / cost)),
    meanCost: world.regions.map(({ cells }) => [
      ...cells.map((cell) => cell.meanCost),
      ...(event === undefined ? [] : [event.meanCost]),
    ]),
    priceIndex: world.regions.map(({ cells }) => [
      ...cells.map((cell) => cell.priceIndex),
      ...(event === undefined ? [] : [event.priceIndex]),
    ]),
    averageRate: payroll === 0 ? 0 : due / payroll,
    contributionSeason: Array.from(
      { length: months },
      (_, t) => contribution.seasonality.value[calendarMonth(start, t) - 1],
    ),
    collectionRate: contribution.collectionRate.value,
    arrearsCatchUp: contribution.arrearsCatchUp.value,
    preventionShare: costs.prevention.kind === "share" ? costs.prevention.share.value : 0,
    preventionAmount: costs.prevention.kind === "amount" ? costs.prevention.amount.value : 0,
    appraisal: costs.appraisal.value,
    otherIncome: costs.otherIncome.value,
    transferUp: costs.transferUp.amount.value,
    transferMonth: costs.transferUp.month.value,
    opening: {
      turnoverFund: opening.of.turnoverFund.value,
      reserveFund: opening.of.reserveFund.value,
      unremitted: opening.of.unremitted.value,
      termDeposits: opening.of.termDeposits.reduce((sum, { amount }) => sum + amount.value, 0),
      maturing: Array.from({ length: months }, (_, t) =>
        opening.of.termDeposits
          .filter(({ matures }) => monthsBetween(start, matures) === t)
          .reduce((sum, { amount }) => sum + amount.value, 0),
      ),
      unpaid: opening.unpaid.value,
    },
    history,
    historyMonths: history.contributionIncome.length,
    lastYearContributions: lastYearsContributions(scenario, history),
    budgetedOutgo: Object.fromEntries(opening.budgets.map((budget) => [budget.year, outgoOf(budget)])),
    budgetedSurplus: Object.fromEntries(opening.budgets.map((budget) => [budget.year, surplusShare(budget, outgoOf)])),
    budgetDraft: rules.budgetDraft.value,
    outlook: expectedCourse(scenario, world, history, benefitSeason, baseRate, notWaived, projectRate),
    payableMonths: {
      numerator: payableMonths.numerator.value,
      denominator: payableMonths.denominator.value,
      outgo: payableMonths.outgo.value,
      yearlyAmount: payableMonths.yearlyAmount?.value ?? 0,
      costRate: payableMonths.costRate?.value ?? 0,
      observation: payableMonths.observation.value,
      observationMonth: payableMonths.observationMonth?.value ?? 0,
      informationLag: payableMonths.informationLag.value,
      projection: payableMonths.projection?.value ?? -1,
    },
    triggers: triggersOf(rules.trigger),
    measure: measureOf(scenario),
    excessMeasure: excessMeasureOf(scenario),
    decision: decisionOf(rules.decision),
    tallies: tallies.length,
    overdraft: shortfall.kind === "overdraft",
    payerShares: shortfall.kind === "gap" ? shortfall.payers.map(({ share: part }) => part.value) : [],
  };
}

type Budget = Scenario["opening"]["budgets"][number];

/** (Income − all outgo) ÷ outgo by the reading in force; 0 for a budget without outgo. */
function surplusShare(budget: Budget, outgoOf: (budget: Budget) => number): number {
  const { contributionIncome, otherIncome, benefitPayout, otherOutgo, transferUp } = budget;
  const surplus =
    contributionIncome.value + otherIncome.value - benefitPayout.value - otherOutgo.value - transferUp.value;
  const outgo = outgoOf(budget);
  return outgo === 0 ? 0 : surplus / outgo;
}

/** Rate on the value of projects by region and month. */
function projectRatesOf({ start }: Scenario, rule: Projects, world: WorldPlan, reach: number): number[][] {
  const calendar = Array.from({ length: reach }, (_, t) => monthText(start, t));
  return world.regions.map(({ id }) => projectRates(rule, id, calendar));
}
