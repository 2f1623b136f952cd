import { BENEFITS, type Ledger } from "./ledger.ts";

/** Benefits falling due by region: Σ over benefit lines of units × mean cost × price of the year, plus what was left unpaid. */
export function benefitsDue({ plan, world, paths, year, unpaid, month }: Ledger, t: number, p: number): void {
  const at = t * paths + p;
  const priceAt = year[t] * paths + p;
  for (let r = 0; r < plan.regions; r++) {
    const units = world.benefitUnits[r];
    const meanCost = plan.meanCost[r];
    const priceIndex = plan.priceIndex[r];
    let due = unpaid[(BENEFITS * plan.regions + r) * paths + p];
    for (let cell = 0; cell < units.length; cell++) {
      due += units[cell][at] * meanCost[cell] * world.prices[priceIndex[cell]][priceAt];
    }
    month.due[BENEFITS * plan.regions + r] = due;
  }
}
