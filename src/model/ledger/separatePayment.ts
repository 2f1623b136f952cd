import { note } from "./journal.ts";
import { type Ledger, outgoLines } from "./ledger.ts";
import { payByOutsiders, payByPooledFund } from "./paySteps.ts";
import { bearAccidents } from "./pooledFund.ts";
import { recordPart } from "./recordPart.ts";

/**
 * Pays the outgo of the month where each unit keeps its own cash: first what was carried, then the month's own, each in the order
 * of `outgoLines`. A unit's gap is what its income of the month, its surplus of the year and its cumulative balance cannot pay;
 * the pooled fund and payers outside follow by the steps in force, or payers with fixed shares. Balances never go below zero. The
 * pool's gap is what the units lack after all money of the fund, before outside money.
 */
export function payUnits(ledger: Ledger, t: number, p: number): void {
  const { plan, month, sharing } = ledger;
  month.gap = 0;
  month.subsidy.fill(0);
  bearAccidents(ledger, t, p);
  let isShort = false;
  for (let r = 0; r < plan.regions; r++) isShort = spendOwnMoney(ledger, r, t, p) || isShort;
  if (isShort) {
    payByPooledFund(ledger, t, p);
    for (let r = 0; r < plan.regions; r++) month.gap += sharing.rest[r];
    if (plan.sharing.steps.length > 0) payByOutsiders(ledger, t, p);
    else payByFixedShares(ledger, t, p);
  }
  for (let r = 0; r < plan.regions; r++) payLinesOf(ledger, r, p);
}

/** What a unit's own money pays; leaves what it lacks in `rest`. Returns whether it lacks anything. */
function spendOwnMoney(ledger: Ledger, r: number, t: number, p: number): boolean {
  const { plan, paths, month, sharing, unpaid, sum, carry } = ledger;
  const at = r * paths + p;
  const income =
    month.contributions[r] + month.interest[r] + month.otherIncome[r] + month.settled[r] + month.transferIn[r];
  let due = 0;
  let carried = 0;
  for (let line = 0; line < outgoLines.length; line++) {
    due += month.due[line * plan.regions + r];
    carried += unpaid[(line * plan.regions + r) * paths + p];
  }
  const cash = Math.max(0, sum[at] + carry[at] + income);
  const rest = due <= cash ? 0 : due - cash;
  sharing.rest[r] = rest;
  sharing.carried[r] = carried;
  sharing.short[r] = rest > 0 ? 1 : 0;
  const need = due - Math.min(due, Math.max(0, income));
  let left = Math.max(0, need - rest);
  if (left > 0) {
    for (const step of plan.sharing.steps) {
      if (step.kind !== "ownSurplus" && step.kind !== "ownBalance") continue;
      const part = step.kind === "ownBalance" ? left : Math.min(left, Math.max(0, sharing.surplusThisYear[at]));
      left -= part;
      if (part > 0) recordPart(ledger, step.payer, r, t, p, part);
    }
  }
  if (rest > 0 && ledger.journal !== undefined) {
    note(ledger, { t, kind: "gapOpened", rule: "rules.shortfall", region: r, amount: rest });
  }
  return rest > 0;
}

/** Payers with fixed shares cover what the month adds to each unit's gap, the last one taking the remainder where they add up to 1. */
function payByFixedShares(ledger: Ledger, t: number, p: number): void {
  const { plan, month, sharing } = ledger;
  const shares = plan.payerShares;
  const complete = Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9;
  for (let r = 0; r < plan.regions; r++) {
    const gap = Math.max(0, sharing.rest[r] - sharing.carried[r]);
    let covered = 0;
    for (let payer = 0; payer < shares.length; payer++) {
      const part = complete && payer === shares.length - 1 ? gap - covered : gap * shares[payer];
      covered += part;
      recordPart(ledger, payer, r, t, p, part);
      if (part > 0 && ledger.journal !== undefined) {
        const name = plan.sharing.payers[payer];
        note(ledger, { t, kind: "gapPaid", rule: "rules.shortfall", region: r, amount: part, payer: name });
      }
    }
    recordPart(ledger, plan.sharing.payers.length, r, t, p, gap - covered);
    month.subsidy[r] += covered;
    sharing.rest[r] -= covered;
    if (sharing.rest[r] > 0 && ledger.journal !== undefined) {
      note(ledger, { t, kind: "unpaid", rule: "rules.shortfall", region: r, amount: sharing.rest[r] });
    }
  }
}

/** Pays a unit's lines from all money that it has: what was carried first. */
function payLinesOf({ plan, paths, month, sharing, unpaid }: Ledger, r: number, p: number): void {
  const { regions } = plan;
  let due = 0;
  for (let line = 0; line < outgoLines.length; line++) due += month.due[line * regions + r];
  if (sharing.rest[r] === 0) {
    for (let line = 0; line < outgoLines.length; line++) {
      month.paid[line * regions + r] = month.due[line * regions + r];
      unpaid[(line * regions + r) * paths + p] = 0;
    }
    return;
  }
  let left = Math.max(0, due - sharing.rest[r]);
  for (let line = 0; line < outgoLines.length; line++) {
    const i = line * regions + r;
    month.carried[i] = unpaid[i * paths + p];
    month.paid[i] = Math.min(left, month.carried[i]);
    left -= month.paid[i];
  }
  for (let line = 0; line < outgoLines.length; line++) {
    const i = line * regions + r;
    const part = Math.min(left, Math.max(0, month.due[i] - month.carried[i]));
    month.paid[i] += part;
    left -= part;
    unpaid[i * paths + p] = Math.max(0, month.due[i] - month.paid[i]);
  }
}
