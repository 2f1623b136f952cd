import { calendarMonth, calendarYear, monthsBetween, monthText } from "../calendar.ts";
import { appraisalOutgo, investigationOutgo } from "../rules/appraisal.ts";
import { preventionLimit } from "../rules/preventionFee.ts";
import { type Projects, projectRates } from "../rules/projectContribution.ts";
import type { Tally } from "../simulation/shape.ts";
import { benefitLines } from "./benefitLines.ts";
import { compilePensions } from "./compilePensions.ts";
import type { CompiledRegions } from "./compileRegions.ts";
import { historyOf, lastYearsContributions } from "./history.ts";
import { advanceOf, investigationTally, lineItemsOf } from "./itemTallies.ts";
import { expectedBenefitSeason, expectedCourse, MONTHS_BEYOND } from "./outlookPlan.ts";
import { pensionTallyIndex } from "./pensionTallies.ts";
import type { DecisionPlan, LedgerPlan, MeasurePlan, TriggerPlan, WorldPlan } from "./plan.ts";
import type { Decision, Measure, Trigger } from "./rules.ts";
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
  const lines = world.regions.map(benefitLines);
  const costOf = lines.map((each, r) =>
    each.reduce((sum, { cost: expected }) => sum + expected, paidInPensions[r] ?? 0),
  );
  const cost = costOf.reduce((sum, each) => sum + each, 0);
  const event = world.largeEvent;
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
    outlook: expectedCourse(scenario, world, history, baseRate, notWaived, projectRate, pensions),
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
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
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

/** Rate on the value of projects by region and month. */
function projectRatesOf({ start }: Scenario, rule: Projects, world: WorldPlan, reach: number): number[][] {
  const calendar = Array.from({ length: reach }, (_, t) => monthText(start, t));
  return world.regions.map(({ id }) => projectRates(rule, id, calendar));
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
