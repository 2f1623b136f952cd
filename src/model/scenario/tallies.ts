import type { Tally } from "../simulation/shape.ts";
import { pensionItems } from "./pensionPlan.ts";
import type { Bilingual } from "./quantity.ts";
import type { Scenario } from "./schema.ts";

/** Everything that a scenario's rules sum by calendar year, in the order of the record. Each rule in force adds its own. */
export function talliesOf(scenario: Scenario): Tally[] {
  return [...pensionTallies(scenario)];
}

const pensionNames: { readonly [item in (typeof pensionItems)[number]]: Bilingual } = {
  "disability.pension": { zh: "伤残津贴", en: "Disability pensions of grades 1–4" },
  "disability.care": { zh: "生活护理费", en: "Living-care allowances" },
  "death.survivors": { zh: "供养亲属抚恤金", en: "Survivors' pensions" },
};

/** Long-term benefits by item, where the scenario has a stock of pensioners. */
function pensionTallies({ basis, rules }: Scenario): Tally[] {
  const hasPensioners = basis.kind === "detailed" && (basis.pensioners ?? []).length + (basis.awards ?? []).length > 0;
  if (!hasPensioners || rules.pensions === undefined) return [];
  return pensionItems.map((item) => ({
    id: `item.${item}`,
    group: "benefitItem",
    unit: "yuan",
    name: pensionNames[item],
  }));
}

/** Where the tallies of pensions begin; -1 where there are none. */
export function pensionTallyIndex(tallies: readonly Tally[]): number {
  return tallies.findIndex(({ id }) => id === `item.${pensionItems[0]}`);
}

/** Where a tally stands in the record; throws for one that was not announced. */
export function tallyIndex(tallies: readonly Tally[], id: string): number {
  const index = tallies.findIndex((tally) => tally.id === id);
  if (index < 0) throw new Error(`no tally ${id}`);
  return index;
}
