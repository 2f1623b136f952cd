import { calendarMonth, calendarYear, monthsBetween } from "../calendar.ts";
import { afterCleanUp } from "../rules/balanceTransfer.ts";
import type { Tally } from "../simulation/shape.ts";
import { compileAccounts, pastOutgo } from "./compileAccounts.ts";
import type { CompiledRegions } from "./compileRegions.ts";
import { compileReserve } from "./compileReserve.ts";
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
  const baseRate = compiled.baseRate.map((rate) => new Array<number>(reach).fill(rate));
  const notWaived = new Array<number>(reach).fill(1);
  const dues = payrolls.map((each, r) => each * baseRate[r][0]);
  const due = dues.reduce((sum, each) => sum + each, 0);
  const costOf = world.regions.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.claims * cell.meanCost, 0));
  const cost = costOf.reduce((sum, each) => sum + each, 0);
  const event = world.largeEvent;
  const outgoShare = costOf.map((each, r) => (cost === 0 ? share[r] : each / cost));
  const openingBalance = afterCleanUp(compiled.openingBalance, rules.accounts?.cleanUp?.uncleared.value ?? 0);
  const readings = {
    numerator: payableMonths.numerator.value,
    denominator: payableMonths.denominator.value,
    outgo: payableMonths.outgo.value,
    observation: payableMonths.observation.value,
    informationLag: payableMonths.informationLag.value,
  };
  const past = pastOutgo(start, history, readings);
  const accounts = compileAccounts(scenario, tallies, openingBalance, outgoShare, past);
  const reserve = compileReserve(scenario, tallies, world, history, past);
  const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
  return {
    months,
    regions: world.regions.length,
    startYear: calendarYear(start, 0),
    startMonth: calendarMonth(start, 0),
    openingBalance,
    baseRate,
    notWaived,
    dueShare: dues.map((each, r) => (due === 0 ? share[r] : each / due)),
    arrears: dues.map((each, r) => opening.arrears.value * (due === 0 ? share[r] : each / due)),
    share,
    outgoShare,
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
    budgetedOutgo: Object.fromEntries(
      opening.budgets.map(({ year, benefitPayout, otherOutgo, transferUp }) => [
        year,
        benefitPayout.value +
          (payableMonths.outgo.value === "benefits" ? 0 : otherOutgo.value) +
          (payableMonths.outgo.value === "totalOutgo" ? transferUp.value : 0),
      ]),
    ),
    budgetDraft: rules.budgetDraft.value,
    outlook: expectedCourse(scenario, world, history, benefitSeason, baseRate, notWaived),
    payableMonths: readings,
    triggers: triggersOf(rules.trigger),
    measure: measureOf(scenario, rules.measure),
    decision: decisionOf(rules.decision),
    tallies: tallies.length,
    overdraft: shortfall.kind === "overdraft",
    payerShares: shortfall.kind === "gap" ? shortfall.payers.map(({ share: part }) => part.value) : [],
  };
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
