import { BENEFITS, type Ledger } from "./ledger.ts";
import { noteAdjustments } from "./pensions.ts";

/** Benefits falling due by region: those of the month, pensions among them, and what was left unpaid before. */
export function benefitsDue(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, benefits, unpaid, month } = ledger;
  noteAdjustments(ledger, t, p);
  for (let r = 0; r < plan.regions; r++) {
    month.due[BENEFITS * plan.regions + r] =
      unpaid[(BENEFITS * plan.regions + r) * paths + p] + benefits[r][t * paths + p];
  }
}
