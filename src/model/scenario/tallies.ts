import type { Tally } from "../simulation/shape.ts";
import { accountTallies } from "./accountTallies.ts";
import type { Scenario } from "./schema.ts";

/** Everything that a scenario's rules sum by calendar year, in the order of the record. Each rule in force adds its own. */
export function talliesOf(scenario: Scenario): Tally[] {
  return [...accountTallies(scenario)];
}

/** Where a tally stands in the record; throws for one that was not announced. */
export function tallyIndex(tallies: readonly Tally[], id: string): number {
  const index = tallies.findIndex((tally) => tally.id === id);
  if (index < 0) throw new Error(`no tally ${id}`);
  return index;
}
