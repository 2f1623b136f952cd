import type { Tally } from "../simulation/shape.ts";
import { accountTallies } from "./accountTallies.ts";
import { stepTallies } from "./compileExperience.ts";
import { rateTallies } from "./compileRates.ts";
import { itemTallies } from "./itemTallies.ts";
import { sharingTallies } from "./payers.ts";
import { pensionTallies } from "./pensionTallies.ts";
import type { Scenario } from "./schema.ts";

export const PROJECT_INCOME = "income.projects";

/** Everything that a scenario's rules sum by calendar year, in the order of the record. Each rule in force adds its own. */
export function talliesOf(scenario: Scenario): Tally[] {
  return [
    ...itemTallies(scenario),
    ...pensionTallies(scenario),
    ...projectTallies(scenario),
    ...rateTallies(scenario),
    ...stepTallies(scenario),
    ...accountTallies(scenario),
    ...sharingTallies(scenario),
  ];
}

function projectTallies({ rules }: Scenario): Tally[] {
  if (rules.contribution.projects === undefined) return [];
  const name = { zh: "工程项目缴费", en: "Contributions of construction projects" };
  return [{ id: PROJECT_INCOME, group: "income", unit: "yuan", name }];
}

/** Where a tally stands in the record; throws for one that was not announced. */
export function tallyIndex(tallies: readonly Tally[], id: string): number {
  const index = tallies.findIndex((tally) => tally.id === id);
  if (index < 0) throw new Error(`no tally ${id}`);
  return index;
}
