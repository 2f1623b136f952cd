import type { MonthText } from "../calendar.ts";
import { pooledAccount } from "../ledger/accounts.ts";
import type { JournalEvent } from "../ledger/journal.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Plan } from "../scenario/plan.ts";
import type { Bilingual } from "../scenario/quantity.ts";
import type { Variates } from "../variates/variates.ts";
import { drawWorld } from "../world/world.ts";
import { type LedgerBlock, type SeriesName, seriesNames } from "./block.ts";
import { toFen } from "./fen.ts";
import { type FenYear, sharingToTheFen } from "./fenLedger.ts";
import { foldLedger } from "./simulate.ts";

/**
 * One month of an account, yuan: opening + contributions + interest + subsidies + other income − benefits − other outgo + moved
 * = closing. `moved` is what came from other regions or other accounts, negative for what went there.
 */
export interface TracedMonth {
  readonly openingBalance: number;
  readonly contributionIncome: number;
  readonly interestIncome: number;
  readonly subsidyIncome: number;
  readonly otherIncome: number;
  readonly benefitPayout: number;
  readonly otherOutgo: number;
  readonly moved: number;
  readonly fundBalance: number;
  /** Null where there is no outgo to divide by. */
  readonly payableMonths: number | null;
  /** Average contribution rate in force. */
  readonly rateLevel: number;
}

/** Where the fund's money lies at the end of a month, yuan. */
export interface TracedAccounts {
  readonly pooledAccount: number;
  readonly turnoverFund: number;
  readonly reserveFund: number;
  readonly unremitted: number;
  readonly termDeposits: number;
  /** Money of a pooled fund beside the balances of units that pay separately. */
  readonly pooledFund: number;
}

/** One path in full detail: plain data, so that it crosses from a worker. */
export interface PathTrace {
  readonly path: number;
  readonly start: MonthText;
  readonly pool: readonly TracedMonth[];
  readonly accounts: readonly TracedAccounts[];
  /** In id order. */
  readonly regions: readonly {
    readonly id: string;
    readonly name: Bilingual;
    readonly months: readonly TracedMonth[];
  }[];
  /** What the rules did, in order of time; parts of a gap add up to it to the fen. */
  readonly events: readonly JournalEvent[];
  /** What each payer covered of the gaps of a calendar year, to the fen. */
  readonly sharing: readonly FenYear[];
}

/** Income and outgo smaller than half a fen are what rounding left. */
const HALF_FEN = 0.005;

/**
 * Runs one path of a Plan again and keeps all of it. Draws are addressed by path, so its numbers are those of the same path in
 * any block. `onStep` is called once a month.
 */
export function tracePath(plan: Plan, variates: Variates, path: number, onStep: () => void = () => {}): PathTrace {
  const { months } = plan.world;
  const draws = variates.open({ key: plan.world.key, firstPath: path, paths: 1, months });
  const world = drawWorld(plan.world, 1, draws, onStep);
  const events: JournalEvent[] = [];
  const flows: { readonly interest: readonly number[]; readonly subsidy: readonly number[] }[] = [];
  const accounts: TracedAccounts[] = [];
  const record = foldLedger(
    plan.ledger,
    world,
    path,
    (_t, ledger) => {
      onStep();
      flows.push(flowsOf(ledger));
      accounts.push(accountsOf(ledger));
    },
    events,
  );
  const opening = plan.ledger.openingBalance;
  const ofRegion = (r: number): TracedMonth[] => {
    const cell = (name: SeriesName, t: number): number =>
      record.regions[(r * seriesNames.length + seriesNames.indexOf(name)) * months + t];
    return tracedMonths(months, opening[r], cell, (line, t) => flows[t][line][r]);
  };
  return {
    path,
    start: plan.shape.start,
    pool: tracedMonths(
      months,
      plan.shape.openingBalance,
      (name, t) => poolCell(record, name, t),
      (line, t) => flows[t][line].reduce((sum, each) => sum + each, 0),
    ),
    accounts,
    regions: plan.shape.regions.map(({ id, name }, r) => ({ id, name, months: ofRegion(r) })),
    events: toFen(events.filter(({ t }) => t < months)),
    sharing: sharingToTheFen(plan.shape, record, 0),
  };
}

function tracedMonths(
  months: number,
  opening: number,
  cell: (name: SeriesName, t: number) => number,
  flowAt: (line: "interest" | "subsidy", t: number) => number,
): TracedMonth[] {
  let openingBalance = opening;
  return Array.from({ length: months }, (_, t) => {
    const contributionIncome = cell("contributionIncome", t);
    const totalIncome = cell("totalIncome", t);
    const benefitPayout = cell("benefitPayout", t);
    const totalOutgo = cell("totalOutgo", t);
    const fundBalance = cell("fundBalance", t);
    const payableMonths = cell("payableMonths", t);
    const interestIncome = flowAt("interest", t);
    const subsidyIncome = flowAt("subsidy", t);
    const month: TracedMonth = {
      openingBalance,
      contributionIncome,
      interestIncome,
      subsidyIncome,
      otherIncome: exceptNoise(totalIncome - contributionIncome - interestIncome - subsidyIncome),
      benefitPayout,
      otherOutgo: exceptNoise(totalOutgo - benefitPayout),
      moved: exceptNoise(fundBalance - openingBalance - totalIncome + totalOutgo),
      fundBalance,
      payableMonths: Number.isNaN(payableMonths) ? null : payableMonths,
      rateLevel: cell("rateLevel", t),
    };
    openingBalance = fundBalance;
    return month;
  });
}

/** Interest and outside money by region; those of a pooled fund beside the regions stand last. */
function flowsOf({ month }: Ledger): { readonly interest: readonly number[]; readonly subsidy: readonly number[] } {
  return {
    interest: [...month.interest, month.pooledInterest],
    subsidy: [...Array.from(month.subsidy, (amount, r) => amount + month.settled[r]), month.pooledSubsidy],
  };
}

function accountsOf(ledger: Ledger): TracedAccounts {
  const { turnoverFund, reserveFund, unremitted, termDeposits, pooledFund } = ledger;
  return {
    pooledAccount: pooledAccount(ledger, 0),
    turnoverFund: turnoverFund[0],
    reserveFund: reserveFund[0],
    unremitted: unremitted[0],
    termDeposits: termDeposits[0],
    pooledFund: pooledFund[0],
  };
}

function poolCell({ pool, months }: LedgerBlock, name: SeriesName, t: number): number {
  return pool[seriesNames.indexOf(name) * months + t];
}

function exceptNoise(amount: number): number {
  return Math.abs(amount) < HALF_FEN ? 0 : amount;
}
