import { calendarMonth, calendarYear, type MonthText, monthsBetween } from "../calendar.ts";
import { outgoByReading } from "../ledger/ledger.ts";
import type { AccountsPlan } from "../rules/accounts.ts";
import { maturity } from "../rules/balanceTransfer.ts";
import type { PayableMonthsPlan } from "../rules/payableMonths.ts";
import { shareOnTheWay } from "../rules/remittance.ts";
import { type TurnoverFundPlan, turnoverFund } from "../rules/turnoverFund.ts";
import type { Tally } from "../simulation/shape.ts";
import type { LineHistory } from "./plan.ts";
import type { Scenario } from "./schema.ts";
import { tallyIndex } from "./tallies.ts";

/** Calendar years of outgo before the start: of the year in hand, of the year before, and of any year that is known whole. */
export interface PastOutgo {
  readonly thisYear: number;
  readonly lastYear: number;
  readonly ofYear: (year: number) => number | undefined;
}

/** Past outgo of the pool by the reading in force; a year before that is not known whole counts as the last 12 months. */
export function pastOutgo(start: MonthText, history: LineHistory, payableMonths: PayableMonthsPlan): PastOutgo {
  const { benefitPayout, otherOutgo, transferUp } = history;
  const months = benefitPayout.length;
  const outgo = benefitPayout.map((benefits, m) =>
    outgoByReading({ payableMonths }, benefits, otherOutgo[m], transferUp[m]),
  );
  const inYear = (year: number): number[] => outgo.filter((_, m) => calendarYear(start, m - months) === year);
  const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
  const ofYear = (year: number): number | undefined => (inYear(year).length === 12 ? sum(inYear(year)) : undefined);
  const year = calendarYear(start, 0);
  return { thisYear: sum(inYear(year)), lastYear: ofYear(year - 1) ?? sum(outgo.slice(-12)), ofYear };
}

/** Money with the places and the rules by which it moves, or undefined where a scenario states neither. */
export function compileAccounts(
  { start, months, basis, opening, rules }: Scenario,
  tallies: readonly Tally[],
  openingBalance: readonly number[],
  outgoShare: readonly number[],
  past: PastOutgo,
): AccountsPlan | undefined {
  const { local } = opening.of;
  const { accounts } = rules;
  if (accounts === undefined && local === undefined) return undefined;
  const ids = basis.regions.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
  const byBalance = (amount: number): number[] => split(amount, openingBalance);
  const deposits = ids.map((id) =>
    (local ?? []).flatMap(({ region, termDeposits }) =>
      region === id
        ? termDeposits.map(({ amount, matures }) =>
            maturity(matures, amount.value, accounts?.termDeposits?.workingDays.value ?? 0),
          )
        : [],
    ),
  );
  const poolDeposits = opening.of.termDeposits.map(({ amount, matures }) => ({
    t: monthsBetween(start, matures),
    parts: byBalance(amount.value),
  }));
  const maturing = (lateOnly: boolean): number[][] =>
    deposits.map((own, r) => {
      const due = new Array<number>(months).fill(0);
      for (const { month, amount, late } of own) {
        const t = monthsBetween(start, month);
        if (t < months && (late || !lateOnly)) due[t] += amount;
      }
      if (!lateOnly) for (const { t, parts } of poolDeposits) if (t < months) due[t] += parts[r];
      return due;
    });
  const rule = accounts?.remittance;
  return {
    ...openingMoney(),
    maturing: maturing(false),
    late: maturing(true),
    turnoverFund: turnoverPlan(),
    demandMonth: accounts?.demandDeposits === undefined ? -2 : monthOf(accounts.demandDeposits.date),
    onTheWay:
      rule === undefined
        ? []
        : ids.map((id) => {
            const own = rule.exceptions?.find(({ region }) => region === id) ?? rule;
            return Array.from({ length: months }, (_, t) =>
              shareOnTheWay(own, calendarYear(start, t), calendarMonth(start, t)),
            );
          }),
    call: {
      equal: accounts?.call?.proportion.value === "equal",
      withTerm: accounts?.call?.counts.value === "withTermDeposits",
    },
    emergencyMargin: accounts?.emergency?.margin.value ?? -1,
    lastYearOutgo: outgoShare.map((share) => share * past.lastYear),
    thisYearOutgo: outgoShare.map((share) => share * past.thisYear),
    tally: {
      transferred: first("transferred"),
      called: first("called"),
      emergency: first("emergency"),
    },
  };

  function first(what: string): number {
    const id = `account.${what}.${ids[0]}`;
    return tallies.some((tally) => tally.id === id) ? tallyIndex(tallies, id) : -1;
  }

  /** Month index of a day, -1 before the start. */
  function monthOf(date: string): number {
    return Math.max(-1, monthsBetween(start, date.slice(0, 7)));
  }

  function turnoverPlan(): TurnoverFundPlan | undefined {
    const stated = accounts?.turnoverFund;
    if (stated === undefined || stated.kind === "none") return undefined;
    const shared = { month: monthOf(stated.date), yearly: stated.reset.value === "yearly" };
    if (stated.kind === "months") {
      return { multiple: stated.months.value, least: ids.map(() => 0), ofBenefits: true, ...shared };
    }
    const places = (id: string): number =>
      stated.per.value === "city" ? 1 : (stated.places?.find(({ region }) => region === id)?.count.value ?? 1);
    const least = ids.map((id) => places(id) * stated.floor.value);
    return { multiple: stated.share.value, least, ofBenefits: false, ...shared };
  }

  /** What lies with the places on the first day, after the rules whose day lies before the start. */
  function openingMoney(): Pick<AccountsPlan, "opening"> {
    const turnover = split(opening.of.turnoverFund.value, outgoShare);
    const demand = byBalance(opening.of.unremitted.value);
    const term = ids.map((_, r) => deposits[r].reduce((sum, { amount }) => sum + amount, 0));
    for (const { parts } of poolDeposits) for (const r of ids.keys()) term[r] += parts[r];
    for (const [r, id] of ids.entries()) {
      demand[r] += (local ?? []).reduce((sum, each) => (each.region === id ? sum + each.demand.value : sum), 0);
    }
    const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
    const plan = turnoverPlan();
    if (plan !== undefined && plan.month < 0 && accounts?.turnoverFund?.kind !== "none") {
      const year = Number(accounts?.turnoverFund?.date.slice(0, 4)) - 1;
      const outgo = past.ofYear(year) ?? past.lastYear;
      let pooled = total(openingBalance) - total(turnover) - total(demand) - total(term) - opening.of.reserveFund.value;
      for (const r of ids.keys()) {
        const amount = turnoverFund(plan, r, (outgo * outgoShare[r]) / 12);
        const kept = Math.max(0, Math.min(demand[r], amount - turnover[r]));
        const given = Math.min(amount - turnover[r] - kept, Math.max(0, pooled));
        demand[r] -= kept;
        turnover[r] += kept + given;
        pooled -= given;
      }
    }
    const moved = accounts?.demandDeposits !== undefined && monthOf(accounts.demandDeposits.date) < 0;
    return { opening: { turnoverFund: turnover, demand: moved ? demand.map(() => 0) : demand, term } };
  }
}

/** An amount by weights; the last region takes the remainder. */
function split(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, each) => sum + each, 0);
  let rest = amount;
  return weights.map((weight, r) => {
    const part = r === weights.length - 1 ? rest : amount * (total === 0 ? 1 / weights.length : weight / total);
    rest -= part;
    return part;
  });
}
