import { monthText } from "../calendar.ts";
import { projectRates } from "../rules/projectContribution.ts";
import type { Scenario } from "./schema.ts";

/** Rate on the value of construction projects by region in id order and month; undefined where projects pay nothing. */
export function projectRatesOf({ start, basis, rules }: Scenario, reach: number): number[][] | undefined {
  const rule = rules.contribution.projects;
  if (rule === undefined) return undefined;
  const calendar = Array.from({ length: reach }, (_, t) => monthText(start, t));
  const ids = basis.regions.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
  return ids.map((id) => projectRates(rule, id, calendar));
}

/** Contributions of construction projects a month at the start, yuan. */
export function monthlyProjectIncome(scenario: Scenario): number {
  const rates = projectRatesOf(scenario, 1);
  if (rates === undefined || scenario.basis.kind !== "detailed") return 0;
  const regions = [...scenario.basis.regions].sort((a, b) => (a.id < b.id ? -1 : 1));
  return regions.reduce(
    (sum, { construction }, r) => sum + ((construction?.contractValue.value ?? 0) / 12) * rates[r][0],
    0,
  );
}
