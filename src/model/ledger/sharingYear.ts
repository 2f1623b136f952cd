import { type Ledger, outgoLines } from "./ledger.ts";
import { keepSettlementAccounts, openSettlementYear } from "./settlement.ts";

/** In January: last year's balances of the units are fixed, their surplus of the year begins anew. */
export function openSharingYear(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, sharing, sum, carry } = ledger;
  if (!plan.sharing.separate && plan.sharing.settlement === undefined) return;
  if (t > 0 && (plan.startMonth - 1 + t) % 12 === 0) {
    for (let at = p; at < plan.regions * paths; at += paths) {
      sharing.surplusThisYear[at] = 0;
      sharing.lastYearBalance[at] = sum[at] + carry[at];
    }
  }
  openSettlementYear(ledger, t, p);
}

/** After payments: each unit's surplus of the year, and the accounts of a yearly settlement. */
export function keepSharingAccounts(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, sharing, month } = ledger;
  if (plan.sharing.separate) {
    for (let r = 0; r < plan.regions; r++) {
      let paid = 0;
      for (let line = 0; line < outgoLines.length; line++) paid += month.paid[line * plan.regions + r];
      const income = month.contributions[r] + month.interest[r] + month.otherIncome[r] + month.settled[r];
      sharing.surplusThisYear[r * paths + p] += income + month.subsidy[r] + month.transferIn[r] - paid;
    }
  }
  keepSettlementAccounts(ledger, t, p);
}
