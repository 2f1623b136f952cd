import type { AccountsPlan } from "../rules/accounts.ts";
import { emergencyRequest } from "../rules/emergencyRequest.ts";
import { callEqually, callInRatio } from "../rules/proRataCall.ts";
import { isTurnoverSet, turnoverFund as turnoverFundOf } from "../rules/turnoverFund.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import { pooledAccount } from "./accounts.ts";
import { note } from "./journal.ts";
import { BENEFITS, type Ledger, outgoByReading } from "./ledger.ts";
import type { LocalAccounts } from "./localState.ts";
import { regionOutgoOfMonth } from "./reserveFund.ts";
import { tally } from "./tally.ts";

/**
 * Moves the money of the places at the end of a month, inside the fund: emergency requests are counted, turnover funds set, demand
 * deposits remitted by their day, term deposits recovered and remitted, and what of the collections is still on the way is put apart.
 */
export function moveLocalMoney(
  ledger: Ledger,
  accounts: AccountsPlan,
  local: LocalAccounts,
  t: number,
  p: number,
): void {
  const { plan, paths, month } = ledger;
  const calendarMonth = ((plan.startMonth - 1 + t) % 12) + 1;
  const turnover = accounts.turnoverFund;
  const sets = turnover !== undefined && isTurnoverSet(turnover, t, calendarMonth);
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    if (calendarMonth === 1 && t > 0) {
      local.lastYearOutgo[at] = local.thisYearOutgo[at];
      local.thisYearOutgo[at] = 0;
    }
    const outgo = regionOutgoOfMonth(ledger, r);
    if (accounts.emergencyMargin >= 0) requestMoney(ledger, accounts, local, outgo, r, t, p);
    local.thisYearOutgo[at] += turnover?.ofBenefits === true ? benefitsOfMonth(ledger, r) : outgo;
    local.recentOutgo[(p * plan.regions + r) * 12 + (t % 12)] = outgo;
    if (sets) setTurnoverFund(ledger, local, r, t, p, turnoverFundOf(turnover, r, local.lastYearOutgo[at] / 12));
    recoverDeposits(ledger, accounts, local, r, t, p);
    if (t === accounts.demandMonth) remitDemandDeposits(ledger, accounts, local, r, t, p);
    if (accounts.onTheWay.length > 0) {
      const before = local.onTheWay[at];
      local.onTheWay[at] = accounts.onTheWay[r][t] * month.contributions[r];
      if (ledger.journal !== undefined) {
        const amount = before + month.contributions[r] - local.onTheWay[at];
        note(ledger, { t, kind: "remitted", rule: "rules.accounts.remittance", region: r, amount });
      }
    }
  }
  sumAccounts(ledger, local, p);
}

/** A payment above the plan and the turnover fund together is an emergency request; it moves no money between accounts. */
function requestMoney(
  ledger: Ledger,
  accounts: AccountsPlan,
  local: LocalAccounts,
  payment: number,
  r: number,
  t: number,
  p: number,
): void {
  const { plan, paths } = ledger;
  const first = (p * plan.regions + r) * 12;
  let known = 0;
  for (let i = 0; i < 12; i++) known += local.recentOutgo[first + i];
  if (Number.isNaN(local.season[t])) local.season[t] = seasonOf(plan, t);
  const held = local.turnoverFund[r * paths + p];
  const amount = emergencyRequest(payment, known * local.season[t], accounts.emergencyMargin, held);
  if (amount <= REQUEST_ROUNDING * payment) return;
  if (accounts.tally.emergency >= 0) tally(ledger, accounts.tally.emergency + r, t, p, 1);
  if (ledger.journal === undefined) return;
  note(ledger, { t, kind: "emergencyRequest", rule: "rules.accounts.emergency", region: r, amount });
}

function benefitsOfMonth({ plan, month }: Ledger, region: number): number {
  return month.paid[BENEFITS * plan.regions + region];
}

/** Expected outgo of a month ÷ that of the 12 months before it, by the outlook's course. */
function seasonOf(plan: LedgerPlan, t: number): number {
  const { benefit, otherOutgo, transfer } = plan.outlook;
  const course = (month: number): number => outgoByReading(plan, benefit[month], otherOutgo[month], transfer[month]);
  const now = plan.historyMonths + t;
  let year = 0;
  for (let month = now - 12; month < now; month++) year += course(month);
  return year === 0 ? 0 : course(now) / year;
}

/** A payment that equals plan and turnover fund needs no request, whatever rounding makes of it. */
const REQUEST_ROUNDING = 1e-9;

/** Brings a turnover fund to its amount, first from the place's own deposits, then from the pooled account as far as it has it. */
function setTurnoverFund(ledger: Ledger, local: LocalAccounts, r: number, t: number, p: number, amount: number): void {
  const at = r * ledger.paths + p;
  const kept = Math.max(0, Math.min(local.demand[at], amount - local.turnoverFund[at]));
  sumAccounts(ledger, local, p);
  const lacking = amount - local.turnoverFund[at] - kept;
  const given = Math.min(lacking, Math.max(0, pooledAccount(ledger, p)));
  local.demand[at] -= kept;
  local.turnoverFund[at] += kept + given;
  if (ledger.journal === undefined) return;
  note(ledger, {
    t,
    kind: "turnoverSet",
    rule: "rules.accounts.turnoverFund",
    region: r,
    amount: kept + given,
    value: local.turnoverFund[at],
  });
}

/** What matured last month arrives; what matures now arrives with it, or is on its way until next month. */
function recoverDeposits(
  ledger: Ledger,
  accounts: AccountsPlan,
  local: LocalAccounts,
  r: number,
  t: number,
  p: number,
): void {
  const at = r * ledger.paths + p;
  const maturing = accounts.maturing[r][t];
  if (maturing === 0 && local.matured[at] === 0) return;
  const out = Math.min(local.term[at], maturing);
  const late = maturing === 0 ? 0 : out * (accounts.late[r][t] / maturing);
  const arrived = local.matured[at] + out - late;
  local.term[at] -= out;
  local.matured[at] = late;
  transferred(ledger, accounts, "rules.accounts.termDeposits", arrived, r, t, p);
}

function remitDemandDeposits(
  ledger: Ledger,
  accounts: AccountsPlan,
  local: LocalAccounts,
  r: number,
  t: number,
  p: number,
): void {
  const at = r * ledger.paths + p;
  const amount = local.demand[at];
  local.demand[at] = 0;
  transferred(ledger, accounts, "rules.accounts.demandDeposits", amount, r, t, p);
}

function transferred(
  ledger: Ledger,
  accounts: AccountsPlan,
  rule: string,
  amount: number,
  r: number,
  t: number,
  p: number,
): void {
  if (amount <= 0) return;
  if (accounts.tally.transferred >= 0) tally(ledger, accounts.tally.transferred + r, t, p, amount);
  if (ledger.journal === undefined) return;
  note(ledger, { t, kind: "transferred", rule, region: r, amount });
}

/**
 * The provincial account calls on what the places have not handed up, by the proportion in force, up to `amount`; returns what came.
 * A place gives collections and demand deposits first, then recovered and running term deposits where these count.
 */
export function callLocalMoney(
  ledger: Ledger,
  accounts: AccountsPlan,
  local: LocalAccounts,
  amount: number,
  t: number,
  p: number,
): number {
  const { plan, paths } = ledger;
  const { call } = accounts;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    local.balances[r] =
      local.demand[at] + local.matured[at] + local.onTheWay[at] + (call.withTerm ? local.term[at] : 0);
  }
  const came = (call.equal ? callEqually : callInRatio)(local.balances, amount, local.drawn);
  for (let r = 0; r < plan.regions; r++) {
    const given = local.drawn[r];
    if (given <= 0) continue;
    const at = r * paths + p;
    let rest = take(local.onTheWay, at, given);
    rest = take(local.demand, at, rest);
    rest = take(local.matured, at, rest);
    if (call.withTerm) take(local.term, at, rest);
    if (accounts.tally.called >= 0) tally(ledger, accounts.tally.called + r, t, p, given);
    if (ledger.journal === undefined) continue;
    note(ledger, { t, kind: "called", rule: "rules.accounts.call", region: r, amount: given });
  }
  sumAccounts(ledger, local, p);
  return came;
}

/** Draws on one account of all places in ratio to what they hold, up to `amount`; returns what came. */
export function drawLocal(
  ledger: Ledger,
  local: LocalAccounts,
  account: "turnoverFund" | "term",
  amount: number,
  p: number,
): number {
  const { plan, paths } = ledger;
  for (let r = 0; r < plan.regions; r++) local.balances[r] = local[account][r * paths + p];
  const came = callInRatio(local.balances, amount, local.drawn);
  for (let r = 0; r < plan.regions; r++) take(local[account], r * paths + p, local.drawn[r]);
  sumAccounts(ledger, local, p);
  return came;
}

/** Takes up to `amount` out of an account and returns what is still wanted. */
function take(account: Float64Array, at: number, amount: number): number {
  const taken = Math.min(account[at], amount);
  account[at] -= taken;
  return amount - taken;
}

function sumAccounts(
  { plan, paths, turnoverFund, unremitted, termDeposits }: Ledger,
  local: LocalAccounts,
  p: number,
): void {
  turnoverFund[p] = 0;
  unremitted[p] = 0;
  termDeposits[p] = 0;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    turnoverFund[p] += local.turnoverFund[at];
    unremitted[p] += local.demand[at] + local.matured[at] + local.onTheWay[at];
    termDeposits[p] += local.term[at];
  }
}
