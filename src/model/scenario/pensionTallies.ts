import type { Tally } from "../simulation/shape.ts";
import { pensionItems } from "./pensionPlan.ts";
import type { Bilingual } from "./quantity.ts";
import type { Scenario } from "./schema.ts";

const names: { readonly [item in (typeof pensionItems)[number]]: Bilingual } = {
  "disability.pension": { zh: "伤残津贴（一至四级）", en: "disability pensions of grades 1–4" },
  "disability.care": { zh: "生活护理费", en: "living-care allowances" },
  "death.survivors": { zh: "供养亲属抚恤金", en: "survivors' pensions" },
};

/** Long-term benefits by item, where the scenario has a stock of pensioners. */
export function pensionTallies({ basis, rules }: Scenario): Tally[] {
  const hasPensioners = basis.kind === "detailed" && (basis.pensioners ?? []).length + (basis.awards ?? []).length > 0;
  if (!hasPensioners || rules.pensions === undefined) return [];
  return pensionItems.map((item) => ({ id: `item.${item}`, group: "benefitItem", unit: "yuan", name: names[item] }));
}

/** Where the tallies of pensions begin; -1 where there are none. */
export function pensionTallyIndex(tallies: readonly Tally[]): number {
  return tallies.findIndex(({ id }) => id === `item.${pensionItems[0]}`);
}
