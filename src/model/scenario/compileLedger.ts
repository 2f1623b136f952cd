import { calendarMonth, calendarYear, monthsBetween } from "../calendar.ts";
import type { Tally } from "../simulation/shape.ts";
import { type CompiledRates, compileRates, cutOf, upliftOf } from "./compileRates.ts";
import type { CompiledRegions } from "./compileRegions.ts";
import { compileSharing } from "./compileSharing.ts";
import { historyOf, lastYearsContributions } from "./history.ts";
import { expectedBenefitSeason, expectedCourse, MONTHS_BEYOND } from "./outlookPlan.ts";
import type { DecisionPlan, LedgerPlan, MeasurePlan, TriggerPlan, WorldPlan } from "./plan.ts";
import type { Decision, Measure, Trigger } from "./rules.ts";
import type { Scenario } from "./schema.ts";

export function compileLedger(
  scenario: Scenario,
  compiled: CompiledRegions,
  world: WorldPlan,
  tallies: readonly Tally[],
): LedgerPlan {
  const { start, months, rules, opening } = scenario;
  const { contribution, costs, payableMonths, shortfall } = rules;
  const benefitSeason = expectedBenefitSeason(scenario, world);
  const history = historyOf(scenario, benefitSeason);
  const payrolls = world.regions.map(({ payroll }) => payroll);
  const payroll = payrolls.reduce((sum, each) => sum + each, 0);
  const share = payrolls.map((each) => (payroll === 0 ? 1 / payrolls.length : each / payroll));
  const reach = world.months + MONTHS_BEYOND;
  const rates = compileRates(scenario, reach);
  const dues = payrolls.map((each, r) => each * rates.baseFactor[r][0] * rates.baseRate[r][0]);
  const due = dues.reduce((sum, each) => sum + each, 0);
  const costOf = world.regions.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.claims * cell.meanCost, 0));
  const cost = costOf.reduce((sum, each) => sum + each, 0);
  const event = world.largeEvent;
  return {
    months,
    regions: world.regions.length,
    startYear: calendarYear(start, 0),
    startMonth: calendarMonth(start, 0),
    openingBalance: compiled.openingBalance,
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
    averageRateAt: averageRates(payrolls, rates),
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
    budgetedOutgo: Object.fromEntries(
      opening.budgets.map(({ year, benefitPayout, otherOutgo, transferUp }) => [
        year,
        benefitPayout.value +
          (payableMonths.outgo.value === "benefits" ? 0 : otherOutgo.value) +
          (payableMonths.outgo.value === "totalOutgo" ? transferUp.value : 0),
      ]),
    ),
    budgetDraft: rules.budgetDraft.value,
    outlook: expectedCourse(scenario, world, history, benefitSeason, rates),
    payableMonths: {
      numerator: payableMonths.numerator.value,
      denominator: payableMonths.denominator.value,
      outgo: payableMonths.outgo.value,
      observation: payableMonths.observation.value,
      informationLag: payableMonths.informationLag.value,
    },
    triggers: triggersOf(rules.trigger),
    measure: measureOf(scenario, rules.measure),
    decision: decisionOf(rules.decision),
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

function triggersOf(trigger: Trigger): TriggerPlan[] {
  const terms = {
    tolerance: trigger.tolerance.value,
    strict: trigger.comparison.value === "below",
    confirmation: trigger.confirmation.value,
  };
  return trigger.kind === "line"
    ? [{ id: "act", level: trigger.level.value, ...terms }]
    : [
        { id: "watch", level: trigger.upper.value, ...terms },
        { id: "act", level: trigger.lower.value, ...terms },
      ];
}

function measureOf({ start, rules }: Scenario, measure: Measure): MeasurePlan {
  if (measure.kind === "none") return { kind: "none" };
  const terms = {
    trigger: triggersOf(rules.trigger).findIndex(({ id }) => id === measure.on.value),
    effective: measure.effective.kind,
    lead: measure.effective.lead.value,
    effectiveMonth: measure.effective.kind === "month" ? monthsBetween(start, measure.effective.month) : 0,
    hold: measure.hold.value,
    exit:
      measure.exit === undefined
        ? undefined
        : { level: measure.exit.level.value, observation: measure.exit.observation.value },
  };
  switch (measure.kind) {
    case "multiply":
      return { kind: "multiply", factor: measure.factor.value, cap: measure.cap.value, ...terms };
    case "addPoints":
      return { kind: "addPoints", points: measure.points.value, cap: measure.cap.value, ...terms };
    case "restore":
      return {
        kind: "restore",
        target: measure.target.value,
        by: monthsBetween(start, measure.by),
        cap: measure.cap.value,
        rounding: measure.rounding.value,
        ...terms,
      };
  }
}

function decisionOf(decision: Decision): DecisionPlan {
  return decision.kind === "delayed"
    ? { kind: "delayed", shortest: decision.shortest.value, longest: decision.longest.value }
    : { kind: decision.kind };
}
