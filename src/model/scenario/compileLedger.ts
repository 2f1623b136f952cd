import { calendarMonth, calendarYear, monthsBetween } from "../calendar.ts";
import { appraisalOutgo, investigationOutgo } from "../rules/appraisal.ts";
import { afterCleanUp } from "../rules/balanceTransfer.ts";
import { decisionOf } from "../rules/decision.ts";
import { preventionLimit } from "../rules/preventionFee.ts";
import { triggersOf } from "../rules/trigger.ts";
import type { Tally } from "../simulation/shape.ts";
import { benefitLines } from "./benefitLines.ts";
import { compileAccounts, pastOutgo } from "./compileAccounts.ts";
import { compileExperience } from "./compileExperience.ts";
import { excessMeasureOf, measureOf } from "./compileMeasure.ts";
import { compilePensions } from "./compilePensions.ts";
import { monthlyProjectIncome, projectRatesOf } from "./compileProjects.ts";
import { type CompiledRates, compileRates, cutOf, upliftOf } from "./compileRates.ts";
import type { CompiledRegions } from "./compileRegions.ts";
import { compileReserve } from "./compileReserve.ts";
import { compileSharing } from "./compileSharing.ts";
import { historyOf, lastYearsContributions } from "./history.ts";
import { advanceOf, investigationTally, lineItemsOf } from "./itemTallies.ts";
import { expectedBenefitSeason, expectedCourse, MONTHS_BEYOND } from "./outlookPlan.ts";
import { pensionTallyIndex } from "./pensionTallies.ts";
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
  const reach = world.months + MONTHS_BEYOND;
  const pensions = compilePensions(scenario, world.pensioners, reach, pensionTallyIndex(tallies));
  const paidInPensions = pensions?.paidAtStart ?? [];
  const benefitSeason = expectedBenefitSeason(scenario, world, sumOf(paidInPensions));
  const payrolls = world.regions.map(({ payroll }) => payroll);
  const payroll = payrolls.reduce((sum, each) => sum + each, 0);
  const share = payrolls.map((each) => (payroll === 0 ? 1 / payrolls.length : each / payroll));
  const rates = compileRates(scenario, reach);
  const dues = payrolls.map((each, r) => each * rates.baseFactor[r][0] * rates.baseRate[r][0]);
  const due = dues.reduce((sum, each) => sum + each, 0);
  const projectRate = projectRatesOf(scenario, reach);
  const projectDue = monthlyProjectIncome(scenario);
  const projectShare = projectDue === 0 ? 0 : projectDue / (projectDue + due * contribution.collectionRate.value);
  const history = historyOf(scenario, benefitSeason, projectShare);
  const lines = world.regions.map(benefitLines);
  const costOf = lines.map((each, r) =>
    each.reduce((sum, { cost: expected }) => sum + expected, paidInPensions[r] ?? 0),
  );
  const cost = costOf.reduce((sum, each) => sum + each, 0);
  const event = world.largeEvent;
  const outgoOf = ({ benefitPayout, otherOutgo, transferUp }: Budget): number =>
    benefitPayout.value +
    (payableMonths.outgo.value === "benefits" ? 0 : otherOutgo.value) +
    (payableMonths.outgo.value === "totalOutgo" ? transferUp.value : 0);
  const outgoShare = costOf.map((each, r) => (cost === 0 ? share[r] : each / cost));
  const openingBalance = afterCleanUp(compiled.openingBalance, rules.accounts?.cleanUp?.uncleared.value ?? 0);
  const readings = {
    numerator: payableMonths.numerator.value,
    denominator: payableMonths.denominator.value,
    outgo: payableMonths.outgo.value,
    yearlyAmount: payableMonths.yearlyAmount?.value ?? 0,
    costRate: payableMonths.costRate?.value ?? 0,
    observation: payableMonths.observation.value,
    observationMonth: payableMonths.observationMonth?.value ?? 0,
    informationLag: payableMonths.informationLag.value,
    projection: payableMonths.projection?.value ?? -1,
  };
  const past = pastOutgo(start, history, readings);
  // A turnover fund in months is measured by benefits alone.
  const inMonths = rules.accounts?.turnoverFund?.kind === "months";
  const measured = inMonths ? pastOutgo(start, history, { ...readings, outgo: "benefits" }) : past;
  const accounts = compileAccounts(scenario, tallies, openingBalance, outgoShare, measured);
  const reserve = compileReserve(scenario, tallies, world, history, past);
  const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
  return {
    months,
    regions: world.regions.length,
    startYear: calendarYear(start, 0),
    startMonth: calendarMonth(start, 0),
    openingBalance,
    projectRate,
    projectTally: projectRate === undefined ? -1 : tallyIndex(tallies, PROJECT_INCOME),
    projectShare: world.regions.map(({ contractValue }, r) =>
      projectDue === 0 ? 0 : (contractValue * (projectRate?.[r][0] ?? 0)) / projectDue,
    ),
    ...rates,
    cut: cutOf(start, contribution.phasedCut, reach),
    uplift: upliftOf(scenario, triggersOf(rules.trigger)),
    rateTallies: {
      cut: tallies.findIndex(({ id }) => id === "income.phasedCut"),
      forgone: tallies.findIndex(({ id }) => id === "income.forgone"),
      waived: tallies.findIndex(({ id }) => id === "income.relief"),
      uplift: tallies.findIndex(({ id }) => id === "income.localUplift"),
    },
    dueShare: dues.map((each, r) => (due === 0 ? share[r] : each / due)),
    arrears: dues.map((each, r) => opening.arrears.value * (due === 0 ? share[r] : each / due)),
    share,
    outgoShare,
    meanCost: lines.map((each) => [
      ...each.map(({ meanCost }) => meanCost),
      ...(event === undefined ? [] : [event.meanCost]),
    ]),
    priceIndex: lines.map((each) => [
      ...each.map(({ priceIndex, pricedAtInjury }) => (pricedAtInjury ? -1 : priceIndex)),
      ...(event === undefined ? [] : [event.priceIndex]),
    ]),
    ...(pensions === undefined ? {} : { pensions }),
    priceSteps: world.priceSteps,
    lineItems: lineItemsOf(scenario, world, tallies),
    advance: advanceOf(scenario, world, tallies),
    averageRate: payroll === 0 ? 0 : due / payroll,
    averageRateAt: averageRates(payrolls, rates),
    contributionSeason: Array.from(
      { length: months },
      (_, t) => contribution.seasonality.value[calendarMonth(start, t) - 1],
    ),
    collectionRate: contribution.collectionRate.value,
    arrearsCatchUp: contribution.arrearsCatchUp.value,
    preventionShare: costs.prevention.kind === "share" ? costs.prevention.share.value : 0,
    preventionAmount: costs.prevention.kind === "amount" ? costs.prevention.amount.value : 0,
    preventionLimit: preventionLimit(costs.preventionCeiling),
    appraisal: appraisalOutgo(costs.appraisal.value, costs.investigation),
    investigation:
      costs.investigation?.payer.value === "fund"
        ? { amount: investigationOutgo(costs.investigation), tally: tallyIndex(tallies, investigationTally.id) }
        : undefined,
    otherIncome: costs.otherIncome.value,
    transferUp: costs.transferUp.amount.value,
    transferMonth: costs.transferUp.month.value,
    opening: {
      turnoverFund: accounts === undefined ? opening.of.turnoverFund.value : total(accounts.opening.turnoverFund),
      reserveFund: reserve !== undefined && reserve.until <= 0 ? 0 : opening.of.reserveFund.value,
      unremitted: accounts === undefined ? opening.of.unremitted.value : total(accounts.opening.demand),
      termDeposits:
        accounts === undefined
          ? opening.of.termDeposits.reduce((sum, { amount }) => sum + amount.value, 0)
          : total(accounts.opening.term),
      maturing: Array.from({ length: months }, (_, t) =>
        opening.of.termDeposits
          .filter(({ matures }) => monthsBetween(start, matures) === t)
          .reduce((sum, { amount }) => sum + amount.value, 0),
      ),
      unpaid: opening.unpaid.value,
    },
    accounts,
    reserve,
    history,
    historyMonths: history.contributionIncome.length,
    lastYearContributions: lastYearsContributions(scenario, history),
    budgetedOutgo: Object.fromEntries(opening.budgets.map((budget) => [budget.year, outgoOf(budget)])),
    budgetedSurplus: Object.fromEntries(opening.budgets.map((budget) => [budget.year, surplusShare(budget, outgoOf)])),
    budgetDraft: rules.budgetDraft.value,
    outlook: expectedCourse(scenario, world, history, rates, projectRate, pensions),
    payableMonths: readings,
    triggers: triggersOf(rules.trigger),
    measure: measureOf(scenario),
    excessMeasure: excessMeasureOf(scenario),
    decision: decisionOf(rules.decision),
    experience: compileExperience(scenario, world, tallies),
    tallies: tallies.length,
    overdraft: shortfall.kind === "overdraft",
    payerShares: shortfall.kind === "gap" ? shortfall.payers.map(({ share: part }) => part.value) : [],
    sharing: compileSharing(scenario, tallies),
  };
}

/** Announced average rate of the pool by month, weighted by payroll of the start; 0 without payroll. */
function averageRates(payrolls: readonly number[], { baseRate, baseFactor, notWaived }: CompiledRates): number[] {
  const payroll = payrolls.reduce((sum, each) => sum + each, 0);
  return notWaived.map((_, t) => {
    const due = payrolls.reduce((sum, each, r) => sum + each * baseFactor[r][t] * baseRate[r][t], 0);
    return payroll === 0 ? 0 : due / payroll;
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
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
