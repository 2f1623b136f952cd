import { calendarYear, monthsBetween } from "../calendar.ts";
import { apportionmentKeys } from "../rules/apportionedSharing.ts";
import { budgetConstraintPlan } from "../rules/budgetConstraint.ts";
import type { PooledFundPlan } from "../rules/pooledFund.ts";
import { paysSeparately } from "../rules/pooling.ts";
import type { SettlementPlan, SettlementRule } from "../rules/settlement.ts";
import { bearerOf, type WaterfallStep, type WaterfallStepPlan } from "../rules/waterfall.ts";
import type { Tally } from "../simulation/shape.ts";
import { localGovernment, payerOfStep, payersOf, provincialFund, talliesSharing } from "./payers.ts";
import type { SharingPlan } from "./plan.ts";
import type { Scenario } from "./schema.ts";

export function compileSharing(scenario: Scenario, tallies: readonly Tally[]): SharingPlan {
  const { rules } = scenario;
  const payers = payersOf(rules).map(({ id }) => id);
  return {
    separate: paysSeparately(rules.pooling),
    payers,
    steps:
      rules.shortfall.kind === "waterfall"
        ? rules.shortfall.steps.map((step, i, steps) => stepOf(scenario.start, step, i, steps, payers))
        : [],
    pooledFund: pooledFundOf(scenario),
    settlement: settlementOf(scenario, payers),
    constraint: rules.budget === undefined ? undefined : budgetConstraintPlan(rules.budget.constraint),
    tally: talliesSharing(rules) ? tallies.findIndex(({ id }) => id.startsWith("sharing.")) : -1,
    pooledTally: tallies.findIndex(({ id }) => id.startsWith("account.toPooledFund.")),
    budgetTally: tallies.findIndex(({ id }) => id === "budget.constraintBroken"),
  };
}

function stepOf(
  start: string,
  step: WaterfallStep,
  i: number,
  steps: readonly WaterfallStep[],
  payers: readonly string[],
): WaterfallStepPlan {
  const payerId = bearerOf(steps, payerOfStep(step).id);
  const until = "until" in step && step.until !== undefined ? step.until.value : "open";
  return {
    kind: step.kind,
    rule: `rules.shortfall.steps.${i}`,
    payer: payers.indexOf(payerId),
    payerId,
    share: step.kind === "payer" ? step.share.value : 1,
    limit: step.kind === "payer" ? (step.limit?.value ?? -1) : -1,
    below: step.kind === "payer" || step.kind === "pooledCut" ? (step.below?.value ?? -1) : -1,
    // A step that ended before the start is over: -1 means open, so its last month is written as -2.
    until: until === "open" ? -1 : monthsBetween(start, until) < 0 ? -2 : monthsBetween(start, until),
    cumulative: step.kind === "pooledCut" && step.forgone.value === "cumulative",
    localShare: step.kind === "pooledAid" ? step.localShare.value : 0,
    returnsToFund: step.kind === "pooledAid" && step.returns.value === "pooledFund",
  };
}

function pooledFundOf({ start, rules }: Scenario): PooledFundPlan | undefined {
  const rule = rules.pooledFund;
  if (rule === undefined) return undefined;
  return {
    opening: rule.openingBalance?.value ?? 0,
    initialMonth: rule.initial === undefined ? -1 : Math.max(-1, monthsBetween(start, rule.initial.month.value)),
    initialShare: rule.initial?.share.value ?? 0,
    majorAccidents: rule.majorAccidents.value === "paid",
    refillMonths: rule.refill.months.value,
    observation: rule.refill.observation.value,
    refillLag: rule.refill.lag.value,
    reserveShare: rule.provincialReserve?.share.value ?? 0,
    reserveMonth: rule.provincialReserve?.month.value ?? 0,
  };
}

function settlementOf({ basis, rules }: Scenario, payers: readonly string[]): SettlementPlan | undefined {
  const rule = rules.settlement;
  if (rule === undefined) return undefined;
  return {
    by: sharingOf(rule),
    firstYear: calendarYear(rule.since.value, 0),
    month: rule.month.value,
    population:
      basis.kind === "detailed"
        ? [...basis.regions]
            .sort((a, b) => (a.id < b.id ? -1 : 1))
            .map(({ headcount }) => headcount.value.reduce((sum, persons) => sum + persons, 0))
        : [],
    province: payers.indexOf(provincialFund.id),
    local: payers.indexOf(localGovernment.id),
  };
}

function sharingOf(rule: SettlementRule): SettlementPlan["by"] {
  switch (rule.kind) {
    case "anhui":
      return {
        kind: "anhui",
        localInSurplus: rule.surplus.local.value,
        localInDeficit: rule.deficit.local.value,
        surplusOfProvince: rule.surplusOf.value === "province",
        within: rule.within.value,
        upTo: rule.middle.upTo.value,
        localInMiddle: rule.middle.split.local.value,
        localAbove: rule.above.split.local.value,
        slices: rule.bands.value === "slices",
        managementShare: rule.managementShare.value,
      };
    case "liaoning":
      return {
        kind: "liaoning",
        localIfCovered: rule.covered.local.value,
        localIfNot: rule.notCovered.local.value,
        bonuses: rule.bonuses.value,
      };
    case "chizhou":
      return { kind: "chizhou", localIfMet: rule.met.local.value, target: rule.target.value };
    case "apportioned":
      return {
        kind: "apportioned",
        localShare: rule.localShare.value,
        weights: apportionmentKeys.map((key) => rule.weights[key].value),
      };
  }
}
