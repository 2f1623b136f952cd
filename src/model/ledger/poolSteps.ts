import { poolBalance } from "./accounts.ts";
import { note } from "./journal.ts";
import { type Ledger, outgoLines } from "./ledger.ts";
import { payByOutsiders } from "./paySteps.ts";
import { recordPart } from "./recordPart.ts";

/**
 * Steps of a waterfall under unified pooling: what the month's income cannot pay is paid from old balances, the reserve fund and
 * term deposits in this order (fund finance rules, Cai-She [2017] 144, article 38), each standing with the regions in proportion to
 * what is due; a step that the rule does not name goes with the old balances. Nothing happens where income suffices.
 */
export function recordOwnMoney(
  ledger: Ledger,
  totalDue: number,
  income: number,
  gap: number,
  t: number,
  p: number,
): void {
  const { plan, reserveFund, termDeposits } = ledger;
  let left = Math.max(0, totalDue - Math.max(0, income) - gap);
  if (left === 0) return;
  const { steps } = plan.sharing;
  const ofReserve = steps.some(({ kind }) => kind === "reserveFund") ? reserveFund[p] : 0;
  const ofDeposits = steps.some(({ kind }) => kind === "termDeposits") ? termDeposits[p] : 0;
  const old = Math.max(0, poolBalance(ledger, p) - ofReserve - ofDeposits);
  let last = -1;
  for (let i = 0; i < steps.length; i++) if (steps[i].kind !== "payer") last = i;
  for (let i = 0; i <= last; i++) {
    const step = steps[i];
    if (step.kind === "payer") continue;
    const has = step.kind === "reserveFund" ? ofReserve : step.kind === "termDeposits" ? ofDeposits : old;
    const part = i === last ? left : Math.min(left, has);
    left -= part;
    if (part > 0) recordByDue(ledger, step.payer, part, totalDue, t, p);
  }
}

/** What payers outside the fund bring for a new gap of the pool, which stands with the regions in proportion to what is due. */
export function coverBySteps(ledger: Ledger, gap: number, totalDue: number, t: number, p: number): number {
  const { plan, sharing, remainderRegion } = ledger;
  let rest = gap;
  sharing.carried.fill(0);
  for (let r = 0; r < plan.regions; r++) {
    if (r === remainderRegion) continue;
    sharing.rest[r] = gap * (dueOf(ledger, r) / totalDue);
    rest -= sharing.rest[r];
  }
  sharing.rest[remainderRegion] = Math.max(0, rest);
  if (gap > 0 && ledger.journal !== undefined) {
    note(ledger, { t, kind: "gapOpened", rule: "rules.shortfall", region: -1, amount: gap });
  }
  return payByOutsiders(ledger, t, p);
}

/** Writes a part of the pool's gap down by region, in proportion to what is due. */
export function recordByDue(ledger: Ledger, payer: number, part: number, totalDue: number, t: number, p: number): void {
  const { plan, remainderRegion } = ledger;
  let rest = part;
  for (let r = 0; r < plan.regions; r++) {
    if (r === remainderRegion) continue;
    const each = part * (dueOf(ledger, r) / totalDue);
    rest -= each;
    recordPart(ledger, payer, r, t, p, each);
  }
  recordPart(ledger, payer, remainderRegion, t, p, rest);
}

function dueOf({ plan, month }: Ledger, r: number): number {
  let due = 0;
  for (let line = 0; line < outgoLines.length; line++) due += month.due[line * plan.regions + r];
  return due;
}
