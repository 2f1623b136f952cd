import { fillUp, isReserveDue, type ReservePlan, setAside } from "../rules/reserveFund.ts";
import { poolBalance, pooledAccount } from "./accounts.ts";
import { note } from "./journal.ts";
import { type Ledger, outgoByReading } from "./ledger.ts";
import { tally } from "./tally.ts";

/**
 * Works out what is set aside this month, once contributions are known, and returns the part that is remitted to the upper
 * level, which is outgo of the month.
 */
export function reserveToUpperLevel(ledger: Ledger, t: number, p: number): number {
  const { plan, reserve: state, month, reserveFund } = ledger;
  const rule = plan.reserve;
  if (rule === undefined || state === undefined) return 0;
  const calendarMonth = ((plan.startMonth - 1 + t) % 12) + 1;
  if (calendarMonth === 1 && t > 0) {
    state.lastYearOutgo[p] = state.thisYearOutgo[p];
    state.thisYearOutgo[p] = 0;
  }
  let received = 0;
  for (let r = 0; r < plan.regions; r++) received += month.contributions[r];
  const due = isReserveDue(rule, t, calendarMonth);
  state.contributions[p * 12 + (t % 12)] = received;
  if (rule.lag === 0 && t >= rule.from) state.period[p] += received;
  state.due[p] = 0;
  let up = 0;
  if (due && rule.kind === "contributions") {
    let year = ledger.lastYearContributions[p];
    if (!rule.prior) {
      year = 0;
      for (let i = 0; i < 12; i++) year += state.contributions[p * 12 + i];
    }
    const base = rule.prior ? (year * rule.period) / 12 : state.period[p];
    const amount = setAside(rule, base, reserveFund[p], year);
    up = amount * rule.upShare;
    state.due[p] = amount - up;
    if (up > 0) tally(ledger, rule.tally + 2, t, p, up);
  } else if (due) {
    state.due[p] = fillUp(rule, rule.kind === "outgo" ? state.lastYearOutgo[p] : state.yearEnd[p], reserveFund[p]);
  }
  if ((calendarMonth - rule.lag + 12) % rule.period === 0) state.period[p] = 0;
  if (rule.lag === 1 && t >= rule.from) state.period[p] += received;
  return up;
}

/**
 * After the payments of the month: a reserve that ends joins the pooled account; large accidents are paid out of it; what is to be
 * set aside moves into it, as far as the pooled account has it.
 */
export function keepReserve(ledger: Ledger, t: number, p: number): void {
  const { plan, reserve: state, month, reserveFund } = ledger;
  const rule = plan.reserve;
  if (rule === undefined || state === undefined) return;
  let outgo = 0;
  for (let r = 0; r < plan.regions; r++) outgo += regionOutgoOfMonth(ledger, r);
  state.thisYearOutgo[p] += outgo;
  if ((plan.startMonth + t) % 12 === 0) state.yearEnd[p] = poolBalance(ledger, p);
  if (t === rule.until && reserveFund[p] > 0) {
    note(ledger, { t, kind: "transferred", rule: "rules.reserve", region: -1, amount: reserveFund[p] });
    reserveFund[p] = 0;
  }
  if (rule.majorAccident && reserveFund[p] > 0) {
    const drawn = Math.min(reserveFund[p], month.gap > 0 ? 0 : accidentPayments(ledger, rule, t, p));
    if (drawn > 0) drawReserve(ledger, t, p, drawn);
  }
  const filled = Math.min(state.due[p], Math.max(0, pooledAccount(ledger, p)));
  if (filled <= 0) return;
  reserveFund[p] += filled;
  tally(ledger, rule.tally, t, p, filled);
  if (ledger.journal === undefined) return;
  note(ledger, { t, kind: "reserveFilled", rule: "rules.reserve", region: -1, amount: filled });
}

/** Takes money out of the reserve fund into the pooled account. */
export function drawReserve(ledger: Ledger, t: number, p: number, amount: number): void {
  ledger.reserveFund[p] -= amount;
  if (ledger.plan.reserve === undefined) return;
  tally(ledger, ledger.plan.reserve.tally + 1, t, p, amount);
  if (ledger.journal === undefined) return;
  note(ledger, { t, kind: "reserveDrawn", rule: "rules.reserve", region: -1, amount });
}

/** Payments of the month for large accidents, yuan. */
function accidentPayments({ plan, world, paths, year }: Ledger, rule: ReservePlan, t: number, p: number): number {
  let sum = 0;
  for (let r = 0; r < plan.regions; r++) {
    const line = rule.accidentLine[r];
    if (line < 0) continue;
    const price = world.prices[plan.priceIndex[r][line]][year[t] * paths + p];
    sum += world.benefitUnits[r][line][t * paths + p] * plan.meanCost[r][line] * price;
  }
  return sum;
}

/** Outgo of a region in the month in hand as paid, by the reading in force. */
export function regionOutgoOfMonth({ plan, month }: Ledger, r: number): number {
  const { regions } = plan;
  const { paid } = month;
  return outgoByReading(plan, paid[r], paid[regions + r] + paid[2 * regions + r], paid[3 * regions + r]);
}
