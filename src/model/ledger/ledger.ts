import { calendarYear } from "../calendar.ts";
import type { LedgerPlan } from "../scenario/plan.ts";
import { type LedgerBlock, seriesNames, yearLines } from "../simulation/block.ts";
import type { World } from "../world/world.ts";
import type { JournalEvent } from "./journal.ts";
import { type LocalAccounts, openLocalAccounts } from "./localState.ts";
import type { PensionCost } from "./pensions.ts";
import { type Pricing, pricingOf } from "./pricing.ts";
import { openReserve, type ReserveState } from "./reserveState.ts";
import { openSharing, type SharingState } from "./sharingState.ts";
import { openSteps, type StepState } from "./stepState.ts";

/** Outgo lines in the order in which they are paid. */
export const outgoLines = ["benefitPayout", "appraisal", "prevention", "transferUp"] as const;
export const BENEFITS = 0;
export const APPRAISAL = 1;
export const PREVENTION = 2;
export const TRANSFER = 3;

/**
 * Ledger 基金账 of a block of paths under one rule set. State stands as at the start of the month in hand, `region * paths + p`
 * or `p`; `month` holds the flows of the month and path in hand, by region.
 */
export interface Ledger {
  readonly plan: LedgerPlan;
  readonly world: World;
  readonly paths: number;
  /** Calendar-year index of each month. */
  readonly year: readonly number[];
  /** Region that takes the remainder of a split: the last one with any exposure, since one without takes no part. */
  readonly remainderRegion: number;

  /** Benefits of each month by region, priced, `t * paths + p`. */
  readonly benefits: readonly Float64Array[];
  /** The part of them that is pensions, where there are pensioners. */
  readonly pensions: PensionCost | undefined;
  /** Recovered advance payments of each month by region; empty where the rule is not in force. */
  readonly recoveries: readonly Float64Array[];
  /** Notional balance of each region as a compensated sum: balance = `sum` + `carry`. */
  readonly sum: Float64Array;
  readonly carry: Float64Array;
  readonly arrears: Float64Array;
  /** Outgo due and not paid, `(line * regions + region) * paths + p`. */
  readonly unpaid: Float64Array;
  /** Parts of the fund's money that do not lie in the pooled account. */
  readonly turnoverFund: Float64Array;
  readonly reserveFund: Float64Array;
  readonly unremitted: Float64Array;
  readonly termDeposits: Float64Array;
  /** The same by region, where rules of the accounts or local balances are stated. */
  readonly local: LocalAccounts | undefined;
  readonly reserve: ReserveState | undefined;
  /** Money of a pooled fund beside the balances of units that pay separately. */
  readonly pooledFund: Float64Array;
  readonly sharing: SharingState;
  readonly lastYearContributions: Float64Array;
  readonly thisYearContributions: Float64Array;

  /** What a region's announced rate is multiplied by: steps of rate floating, phased cut, local uplift; `region * paths + p`. */
  readonly experience: Float64Array;
  readonly cut: Float64Array;
  readonly uplift: Float64Array;
  /** Part by which a region's rates would be cut by its own payable months, while a uniform cut is in force. */
  readonly entitledCut: Float64Array;
  /** Contributions forgone by a uniform cut that a region did not qualify for: in all, and in the calendar year in hand. */
  readonly forgone: Float64Array;
  readonly forgoneThisYear: Float64Array;
  /** Local uplift: month since which it is in force, month from which a decided one will be (-1 for none), and that multiple. */
  readonly upliftSince: Float64Array;
  readonly upliftFrom: Float64Array;
  readonly decidedUplift: Float64Array;
  /** Steps of rate floating that employers stand on; undefined where no such rule is in force. */
  readonly steps: StepState | undefined;
  /** What a measure's new table of class rates makes of it. */
  readonly table: Float64Array;
  /** Rate in force = announced rate × those × factor + points. */
  readonly factor: Float64Array;
  readonly points: Float64Array;
  /** Month from which a changed rate has been in force, -1 while base rates are. */
  readonly inForceSince: Float64Array;
  /** Month at whose end a decision is taken, month in which it takes effect, and what was decided; -1 for none. */
  readonly decisionMonth: Float64Array;
  readonly effectiveMonth: Float64Array;
  readonly decidedFactor: Float64Array;
  readonly decidedPoints: Float64Array;
  /** Part of the way to the new class table: in force, and decided. */
  readonly tableShare: Float64Array;
  readonly decidedTable: Float64Array;
  /** Which measure is being decided, and which stands in force: 0 the measure, 1 that at the upper edge. */
  readonly calledMeasure: Float64Array;
  readonly measureInForce: Float64Array;

  /** Known months by line, history first: `(historyMonths + t) * paths + p`; contributions at base rates. */
  readonly knownContributions: Float64Array;
  readonly knownProjects: Float64Array;
  readonly knownBenefits: Float64Array;
  readonly knownOtherOutgo: Float64Array;
  readonly knownTransfer: Float64Array;
  /** Outgo by region over the last 12 months: `(p * regions + region) * 12 + month % 12`, by the reading in force. */
  readonly regionOutgo: Float64Array;
  /**
   * Contributions by region at announced rates over the months that the outlook looks back on:
   * `(p * regions + region) * regionRing + (historyMonths + t) % regionRing`.
   */
  readonly regionContributions: Float64Array;
  /** The same of construction projects, as they came in. */
  readonly regionProjects: Float64Array;
  /** Budgeted outgo of the calendar year in hand and of the next one. */
  readonly budget: Float64Array;
  readonly nextBudget: Float64Array;

  /** By trigger: observations in a row below the line, and whether it stands fired. */
  readonly run: Float64Array;
  readonly fired: Float64Array;
  readonly inGap: Float64Array;

  readonly month: MonthFlows;
  readonly record: LedgerBlock;
  /** Only of a single path that is run in full detail. */
  readonly journal: JournalEvent[] | undefined;
}

/** Flows of one month of one path by region, in yuan. */
export interface MonthFlows {
  readonly contributions: Float64Array;
  /** Part of the contributions that came from construction projects. */
  readonly projects: Float64Array;
  readonly interest: Float64Array;
  readonly otherIncome: Float64Array;
  readonly subsidy: Float64Array;
  /** Yearly settlement received from places; money from and to a pooled fund. */
  readonly settled: Float64Array;
  readonly transferIn: Float64Array;
  readonly transferOut: Float64Array;
  /** Outgo of the last 12 months by the reading in force. */
  readonly trailingOutgo: Float64Array;
  /** `line * regions + region`: due including what was carried unpaid, that part of it, and paid. */
  readonly due: Float64Array;
  readonly carried: Float64Array;
  readonly paid: Float64Array;
  /** Interest of a pooled fund, and what places return to it. */
  pooledInterest: number;
  pooledSubsidy: number;
  /** Contributions due of the pool in force, and at the announced rates. */
  contributionsDue: number;
  contributionsAnnounced: number;
  /** Outgo of the month that nobody could pay or cover before outside money came in. */
  gap: number;
}

/** A ledger on its first day. */
export function openLedger(
  plan: LedgerPlan,
  world: World,
  firstPath: number,
  journal?: JournalEvent[],
  pricing: Pricing = pricingOf(plan, world),
): Ledger {
  const { paths, months } = world;
  const { regions, historyMonths, opening } = plan;
  const byRegion = (values: readonly number[]): Float64Array => {
    const filled = new Float64Array(regions * paths);
    values.forEach((value, r) => filled.fill(value, r * paths, (r + 1) * paths));
    return filled;
  };
  const byPath = (value: number): Float64Array => new Float64Array(paths).fill(value);
  const known = (history: readonly number[]): Float64Array => {
    const filled = new Float64Array((historyMonths + months) * paths);
    history.forEach((value, m) => filled.fill(value, m * paths, (m + 1) * paths));
    return filled;
  };
  const unpaid = new Float64Array(outgoLines.length * regions * paths);
  plan.outgoShare.forEach((share, r) => unpaid.fill(opening.unpaid * share, r * paths, (r + 1) * paths));
  const regionOutgo = new Float64Array(regions * 12 * paths);
  for (let back = 1; back <= 12; back++) {
    const outgo = historicOutgo(plan, historyMonths - back);
    for (let r = 0; r < regions; r++) {
      for (let p = 0; p < paths; p++)
        regionOutgo[(p * regions + r) * 12 + ((12 - back) % 12)] = outgo * plan.outgoShare[r];
    }
  }
  const ring = regionRing(plan);
  const regionContributions = new Float64Array(regions * ring * paths);
  const regionProjects = new Float64Array(regions * ring * paths);
  for (let month = Math.max(0, historyMonths - ring); month < historyMonths; month++) {
    for (let r = 0; r < regions; r++) {
      const projects = plan.history.projectIncome[month];
      const received = (plan.history.contributionIncome[month] - projects) * plan.dueShare[r];
      for (let p = 0; p < paths; p++) {
        const at = (p * regions + r) * ring + (month % ring);
        regionContributions[at] = received;
        regionProjects[at] = projects * plan.projectShare[r];
      }
    }
  }
  const { year, benefits, pensions, recoveries, windows } = pricing;
  const start = `${String(plan.startYear).padStart(4, "0")}-${String(plan.startMonth).padStart(2, "0")}`;
  const { contributionIncome } = plan.history;
  const yearsContributions = (calendar: number): number =>
    contributionIncome.reduce(
      (sum, value, m) => (calendarYear(start, m - historyMonths) === calendar ? sum + value : sum),
      0,
    );
  const record = emptyRecord(plan, firstPath, paths, months, (year[months - 1] ?? 0) + 1);
  record.tallies.set(pricing.tallies);
  return {
    plan,
    world,
    paths,
    year,
    benefits,
    pensions,
    recoveries,
    remainderRegion: lastExposed(plan),
    sum: byRegion(plan.openingBalance),
    carry: new Float64Array(regions * paths),
    arrears: byRegion(plan.arrears),
    unpaid,
    turnoverFund: byPath(opening.turnoverFund),
    reserveFund: byPath(opening.reserveFund),
    unremitted: byPath(opening.unremitted),
    termDeposits: byPath(opening.termDeposits),
    pooledFund: byPath(plan.sharing.pooledFund?.opening ?? 0),
    sharing: openSharing(plan, world, year),
    local:
      plan.accounts === undefined
        ? undefined
        : openLocalAccounts(plan.accounts, paths, plan.outgoShare, (back) => historicOutgo(plan, historyMonths - back)),
    reserve:
      plan.reserve === undefined
        ? undefined
        : openReserve(
            plan.reserve,
            paths,
            contributionIncome,
            plan.openingBalance.reduce((sum, each) => sum + each, 0),
          ),
    lastYearContributions: byPath(plan.lastYearContributions),
    thisYearContributions: byPath(plan.startMonth === 1 ? 0 : yearsContributions(plan.startYear)),
    experience: new Float64Array(regions * paths).fill(1),
    cut: new Float64Array(regions * paths).fill(1),
    uplift: new Float64Array(regions * paths).fill(1),
    entitledCut: new Float64Array(regions * paths),
    forgone: new Float64Array(regions * paths),
    forgoneThisYear: new Float64Array(regions * paths),
    upliftSince: new Float64Array(regions * paths).fill(-1),
    upliftFrom: new Float64Array(regions * paths).fill(-1),
    decidedUplift: new Float64Array(regions * paths).fill(1),
    steps:
      plan.experience === undefined || windows === undefined
        ? undefined
        : openSteps(plan.experience, plan, world, windows),
    table: new Float64Array(regions * paths).fill(1),
    factor: byPath(1),
    points: byPath(0),
    inForceSince: byPath(-1),
    decisionMonth: byPath(-1),
    effectiveMonth: byPath(-1),
    decidedFactor: byPath(1),
    decidedPoints: byPath(0),
    tableShare: byPath(0),
    decidedTable: byPath(0),
    calledMeasure: byPath(0),
    measureInForce: byPath(0),
    knownContributions: known(contributionIncome.map((income, m) => income - plan.history.projectIncome[m])),
    knownProjects: known(plan.history.projectIncome),
    knownBenefits: known(plan.history.benefitPayout),
    knownOtherOutgo: known(plan.history.otherOutgo),
    knownTransfer: known(plan.history.transferUp),
    regionOutgo,
    regionContributions,
    regionProjects,
    budget: byPath(plan.budgetedOutgo[plan.startYear] ?? 0),
    nextBudget: byPath(0),
    run: new Float64Array(plan.triggers.length * paths),
    fired: new Float64Array(plan.triggers.length * paths),
    inGap: new Float64Array(paths),
    month: {
      contributions: new Float64Array(regions),
      projects: new Float64Array(regions),
      interest: new Float64Array(regions),
      otherIncome: new Float64Array(regions),
      subsidy: new Float64Array(regions),
      settled: new Float64Array(regions),
      transferIn: new Float64Array(regions),
      transferOut: new Float64Array(regions),
      pooledInterest: 0,
      pooledSubsidy: 0,
      trailingOutgo: new Float64Array(regions),
      due: new Float64Array(outgoLines.length * regions),
      carried: new Float64Array(outgoLines.length * regions),
      paid: new Float64Array(outgoLines.length * regions),
      contributionsDue: 0,
      contributionsAnnounced: 0,
      gap: 0,
    },
    record,
    journal,
  };
}

function lastExposed({ regions, share, outgoShare, openingBalance }: LedgerPlan): number {
  for (let r = regions - 1; r >= 0; r--) {
    if (share[r] !== 0 || outgoShare[r] !== 0 || openingBalance[r] !== 0) return r;
  }
  return regions - 1;
}

/** Months that an outlook by region looks back on: the last 12 known ones at any time of a month. */
export function regionRing({ payableMonths }: LedgerPlan): number {
  return 12 + payableMonths.informationLag;
}

/** Outgo of a month of the history by the reading in force, yuan. */
export function historicOutgo(plan: LedgerPlan, month: number): number {
  const { benefitPayout, otherOutgo, transferUp } = plan.history;
  return outgoByReading(plan, benefitPayout[month], otherOutgo[month], transferUp[month]);
}

/** Outgo as the reading in force counts it: benefits only, without transfers up and down, or all. */
export function outgoByReading(
  { payableMonths }: Pick<LedgerPlan, "payableMonths">,
  benefits: number,
  other: number,
  transfer: number,
): number {
  switch (payableMonths.outgo) {
    case "benefits":
      return benefits;
    case "withoutTransfers":
      return benefits + other;
    case "totalOutgo":
      return benefits + other + transfer;
  }
}

function emptyRecord(plan: LedgerPlan, firstPath: number, paths: number, months: number, years: number): LedgerBlock {
  const events = () => ({
    first: new Float64Array(paths).fill(-1),
    monthsBelow: new Float64Array(paths),
    firings: new Float64Array(paths),
  });
  return {
    firstPath,
    paths,
    months,
    pool: new Float64Array(seriesNames.length * months * paths),
    regions: new Float64Array(plan.regions * seriesNames.length * months * paths),
    years: new Float64Array(years * yearLines.length * paths),
    triggers: plan.triggers.map(events),
    depletion: events(),
    sharing: new Float64Array((plan.sharing.payers.length + 1) * years * paths),
    tallies: new Float64Array(plan.tallies * years * paths),
  };
}
