import { BENEFITS, type Ledger } from "./ledger.ts";

/** Benefits falling due by region: those of the month and what was left unpaid before. */
export function benefitsDue({ plan, paths, benefits, unpaid, month }: Ledger, t: number, p: number): void {
  for (let r = 0; r < plan.regions; r++) {
    month.due[BENEFITS * plan.regions + r] =
      unpaid[(BENEFITS * plan.regions + r) * paths + p] + benefits[r][t * paths + p];
  }
}
