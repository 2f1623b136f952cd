import { openingPayableMonths } from "../ledger/payableMonths.ts";
import { isBeyond } from "../rules/trigger.ts";
import type { RunShape, Tally } from "../simulation/shape.ts";
import { contentDigest } from "./canonical.ts";
import { payersOf } from "./payers.ts";
import type { LedgerPlan } from "./plan.ts";
import type { Scenario } from "./schema.ts";

export function compileShape(
  scenario: Scenario,
  ledger: LedgerPlan,
  tallies: readonly Tally[],
  planDigest: string,
): RunShape {
  const opening = openingPayableMonths(ledger);
  return {
    scenario: scenario.id,
    scenarioDigest: contentDigest(scenario),
    planDigest,
    start: scenario.start,
    months: scenario.months,
    paths: scenario.paths,
    seed: scenario.seed,
    separate: ledger.sharing.separate,
    regions: scenario.basis.regions.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    firstYear: ledger.startYear,
    years: Math.floor((ledger.startMonth - 1 + scenario.months - 1) / 12) + 1,
    triggers: ledger.triggers.map((trigger) => ({
      id: trigger.id,
      level: trigger.reads === "budget" ? null : trigger.level,
      // What is judged by the outlook says nothing of the first day.
      belowAtStart:
        trigger.reads === "payableMonths" && ledger.payableMonths.projection < 0 && isBeyond(trigger, opening),
    })),
    payers: payersOf(scenario.rules),
    tallies,
    openingPayableMonths: Number.isNaN(opening) ? null : opening,
    openingBalance: ledger.openingBalance.reduce((sum, each) => sum + each, ledger.sharing.pooledFund?.opening ?? 0),
  };
}
