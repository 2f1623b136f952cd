import { initialRemittance, refillNeeded, refillPart } from "../rules/pooledFund.ts";
import { note } from "./journal.ts";
import { type Ledger, outgoLines, TRANSFER } from "./ledger.ts";
import { yearlyOutgo } from "./payableMonths.ts";
import { tally } from "./tally.ts";
import { isObserved } from "./trigger.ts";

/** Interest of the pooled fund on its balance at the start of the month, credited before payments. */
export function creditPooledFund(ledger: Ledger, t: number, p: number): void {
  const { plan, world, paths, year, pooledFund, month } = ledger;
  if (plan.sharing.pooledFund === undefined) return;
  month.pooledInterest = pooledFund[p] * (world.interestRate[year[t] * paths + p] / 12);
  pooledFund[p] = Math.max(0, pooledFund[p] + month.pooledInterest);
}

/** In the stated month each unit owes the provincial reserve its share of last year's balance, at most what it has. */
export function provincialReserveDue(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, month, sharing, sum, carry } = ledger;
  const fund = plan.sharing.pooledFund;
  if (fund === undefined || fund.reserveMonth !== ((plan.startMonth - 1 + t) % 12) + 1) return;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    month.due[TRANSFER * plan.regions + r] += initialRemittance(
      fund.reserveShare,
      sharing.lastYearBalance[at],
      sum[at] + carry[at],
    );
  }
}

/** Before the units pay: the pooled fund bears the month's benefits of large accidents, as far as its money goes. */
export function bearAccidents(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, month, sharing, pooledFund } = ledger;
  month.transferIn.fill(0);
  month.transferOut.fill(0);
  month.pooledSubsidy = 0;
  if (sharing.accidents.length === 0 || !(pooledFund[p] > 0)) return;
  let claimed = 0;
  for (let r = 0; r < plan.regions; r++) claimed += sharing.accidents[r][t * paths + p];
  if (claimed === 0) return;
  const share = Math.min(1, pooledFund[p] / claimed);
  for (let r = 0; r < plan.regions; r++) {
    const part = sharing.accidents[r][t * paths + p] * share;
    if (part === 0) continue;
    month.transferIn[r] += part;
    pooledFund[p] = Math.max(0, pooledFund[p] - part);
    if (ledger.journal !== undefined) {
      const rule = "rules.pooledFund.majorAccidents";
      note(ledger, { t, kind: "transferred", rule, region: r, amount: part, payer: "pooledFund" });
    }
  }
}

/** After the units have paid: first remittance and refill, and what places return to the fund. */
export function remitToPooledFund(ledger: Ledger, t: number, p: number): void {
  const { plan, pooledFund, sharing, month, paths } = ledger;
  const fund = plan.sharing.pooledFund;
  if (fund === undefined) return;
  pooledFund[p] += month.pooledSubsidy;
  if (t === fund.initialMonth) {
    for (let r = 0; r < plan.regions; r++) {
      const amount = initialRemittance(
        fund.initialShare,
        sharing.lastYearBalance[r * paths + p],
        closing(ledger, r, p),
      );
      remit(ledger, r, t, p, amount, "remitted", "rules.pooledFund.initial.share");
    }
  }
  if (t !== sharing.refillMonth[p]) return;
  sharing.refillMonth[p] = -1;
  let all = 0;
  for (let r = 0; r < plan.regions; r++) all += Math.max(0, sharing.lastYearBalance[r * paths + p]);
  for (let r = 0; r < plan.regions; r++) {
    const own = sharing.lastYearBalance[r * paths + p];
    const amount = refillPart(sharing.refillAmount[p], own, all, closing(ledger, r, p));
    remit(ledger, r, t, p, amount, "refilled", "rules.pooledFund.refill.months");
  }
}

function remit(
  ledger: Ledger,
  r: number,
  t: number,
  p: number,
  amount: number,
  kind: "remitted" | "refilled",
  rule: string,
): void {
  if (amount === 0) return;
  ledger.month.transferOut[r] += amount;
  ledger.pooledFund[p] += amount;
  tally(ledger, ledger.plan.sharing.pooledTally + r, t, p, amount);
  if (ledger.journal !== undefined) note(ledger, { t, kind, rule, region: r, amount });
}

/** A unit's balance at the end of the month so far, yuan. */
function closing({ plan, paths, month, sum, carry }: Ledger, r: number, p: number): number {
  const at = r * paths + p;
  let paid = 0;
  for (let line = 0; line < outgoLines.length; line++) paid += month.paid[line * plan.regions + r];
  const income = month.contributions[r] + month.interest[r] + month.otherIncome[r] + month.settled[r];
  return sum[at] + carry[at] + income + month.subsidy[r] + month.transferIn[r] - month.transferOut[r] - paid;
}

/** At an observation date: what the pooled fund lacks to its months of the urban area's outgo is called for, to be paid after the lag. */
export function observePooledFund(ledger: Ledger, t: number, p: number): void {
  const { plan, pooledFund, sharing } = ledger;
  const fund = plan.sharing.pooledFund;
  if (fund === undefined || t < fund.initialMonth || sharing.refillMonth[p] >= 0) return;
  if (!isObserved(plan, fund.observation, t)) return;
  const needed = refillNeeded(fund.refillMonths, yearlyOutgo(ledger, t, p), pooledFund[p]);
  if (needed === 0) return;
  sharing.refillMonth[p] = t + fund.refillLag;
  sharing.refillAmount[p] = needed;
}
