import type { AccountsPlan } from "../rules/accounts.ts";
import type { OnceItem } from "../rules/benefitItems.ts";
import type { BudgetConstraintPlan } from "../rules/budgetConstraint.ts";
import type { DecisionPlan } from "../rules/decision.ts";
import type { ExperiencePlan } from "../rules/experience/experienceRating.ts";
import type { LocalUpliftPlan } from "../rules/localUplift.ts";
import type { MeasurePlan } from "../rules/measure.ts";
import type { PayableMonthsPlan } from "../rules/payableMonths.ts";
import type { PhasedCutPlan } from "../rules/phasedCut.ts";
import type { PooledFundPlan } from "../rules/pooledFund.ts";
import type { ReservePlan } from "../rules/reserveFund.ts";
import type { SettlementPlan } from "../rules/settlement.ts";
import type { TriggerPlan } from "../rules/trigger.ts";
import type { WaterfallStepPlan } from "../rules/waterfall.ts";
import type { RunShape } from "../simulation/shape.ts";
import type { SeedKey, SeverityShape, TailShape } from "../variates/variates.ts";
import type { Outcome } from "./basis.ts";
import type { PensionerPlan, PensionLedgerPlan } from "./pensionPlan.ts";

/** A compiled scenario: flat numbers, nothing left to decide. Regions stand in id order, so the order of a file does not matter. */
export interface Plan {
  readonly world: WorldPlan;
  readonly ledger: LedgerPlan;
  readonly shape: RunShape;
}

/** A yearly AR(1) driver: deviation from `mean`, `opening` being the deviation of the year before the first draw. */
export interface AnnualDriver {
  readonly mean: number;
  readonly persistence: number;
  readonly sd: number;
  readonly opening: number;
}

/** Growth of the price of a benefit line, once a year. */
export interface PriceIndex {
  readonly wageShare: number;
  readonly excessTrend: number;
  readonly medicalLoading: number;
  /** How far what is not known about cost trends moves it: 1 for costs of claims, 0 for what law ties to a statistic. */
  readonly trendShare: number;
  /** Calendar month in which it grows. */
  readonly stepMonth: number;
}

/** Claims of one region and benefit line. */
export interface ClaimCell {
  readonly line: string;
  /** Of a claim cell of the statutory items. */
  readonly outcome?: Outcome;
  /** Expected claims a month at the start, before seasonality. */
  readonly claims: number;
  /** Mean cost of a claim in yuan at the prices of the start. */
  readonly meanCost: number;
  readonly severity: SeverityShape;
  readonly paymentPattern: readonly number[];
  /** Payments for injuries before the start, in mean claims, by month. */
  readonly pipeline: readonly number[];
  /** Which entry of `priceIndices`. */
  readonly priceIndex: number;
}

/**
 * A statutory item that is not the claim's random cost: units of each month = Σ over the region's cells of weight × claims,
 * paid by the item's own pattern.
 */
export interface ItemLine {
  readonly item: OnceItem;
  /** Units for each claim, by cell. */
  readonly weights: readonly number[];
  /** Expected units a month at the start. */
  readonly units: number;
  /** Price of a unit at the start, yuan. */
  readonly meanCost: number;
  readonly paymentPattern: readonly number[];
  /** Payments for injuries before the start, in units, by month. */
  readonly pipeline: readonly number[];
  readonly priceIndex: number;
  /** Whether the price of the month of injury or death holds, not that of the payment. */
  readonly pricedAtInjury: boolean;
}

export interface WorldRegion {
  readonly id: string;
  /** Contribution wages a month at the start, yuan. */
  readonly payroll: number;
  readonly wageLoading: number;
  readonly employmentLoading: number;
  readonly frequencyLoading: number;
  readonly cells: readonly ClaimCell[];
  readonly items: readonly ItemLine[];
  /** Value of projects that start in a month, at the start, yuan. */
  readonly contractValue: number;
  /** Share of the pool's large events. */
  readonly largeEventShare: number;
}

/** Construction projects of the pool: how their value moves, and how their work spreads over months. */
export interface ConstructionPlan {
  readonly driver: AnnualDriver;
  readonly duration: readonly number[];
  /** Value of projects started before the start ÷ that of the start. */
  readonly past: number;
}

export interface LargeEventPlan {
  readonly perMonth: number;
  readonly tail: TailShape;
  /** Mean size in thresholds. */
  readonly meanSize: number;
  /** Threshold in yuan; sizes are multiples of it. */
  readonly meanCost: number;
  readonly paymentPattern: readonly number[];
  /** Payments for events before the start, in thresholds, of the whole pool. */
  readonly pipeline: readonly number[];
  readonly priceIndex: number;
}

/** Everything that no rule can change. Two Plans with equal WorldPlans share their world. */
export interface WorldPlan {
  readonly key: SeedKey;
  readonly months: number;
  /** Months (index > 0) in which a calendar year begins. */
  readonly januaries: readonly number[];
  /** Number of Januaries passed up to each month. */
  readonly year: readonly number[];
  /** Months (index > 0) in which the contribution base takes over the wages of the year before. */
  readonly baseResets: readonly number[];
  readonly drivers: readonly [AnnualDriver, AnnualDriver, AnnualDriver, AnnualDriver];
  /** Lower triangular factor of the correlation of the drivers. */
  readonly correlation: readonly (readonly number[])[];
  readonly regionalWageSd: number;
  readonly regionalEmploymentSd: number;
  readonly latestWageGrowth: number;
  readonly frequencyPersistence: number;
  readonly frequencySd: number;
  readonly frequencyTrend: number;
  readonly mixingVariance: number;
  /** False where claims stand at their expected number and mean cost. */
  readonly claimNoise: boolean;
  /** Injury seasonality by month of the horizon. */
  readonly season: readonly number[];
  readonly priceIndices: readonly PriceIndex[];
  /** By price index and month: how often it has grown since the start. */
  readonly priceSteps: readonly (readonly number[])[];
  readonly regions: readonly WorldRegion[];
  readonly largeEvent: LargeEventPlan | undefined;
  readonly construction: ConstructionPlan | undefined;
  readonly pensioners?: PensionerPlan;
  /** Standard deviations of the trends over paths, all 0 when parameter uncertainty is off. */
  readonly wageTrendSd: number;
  readonly employmentTrendSd: number;
  readonly frequencyTrendSd: number;
  readonly severityTrendSd: number;
  readonly collectionRateSd: number;
}

/** Monthly pool figures that the outlook and the denominators read. */
export interface LineHistory {
  readonly contributionIncome: readonly number[];
  /** Part of the contributions that came from construction projects. */
  readonly projectIncome: readonly number[];
  readonly benefitPayout: readonly number[];
  readonly otherOutgo: readonly number[];
  readonly transferUp: readonly number[];
}

/**
 * What a forecaster inside a path may use besides known months: the expected course of each line from published seasonality,
 * mean growth and announced resets. Index 0 is the first month of the history.
 */
export interface OutlookPlan {
  /** Contributions without those of construction projects, which have a course of their own. */
  readonly contribution: readonly number[];
  readonly project: readonly number[];
  readonly regionProject: readonly (readonly number[])[];
  /** The same by region, `regionContribution[region][month]`. */
  readonly regionContribution: readonly (readonly number[])[];
  readonly benefit: readonly number[];
  readonly otherOutgo: readonly number[];
  readonly transfer: readonly number[];
}

/** Everything that rules decide. */
export interface LedgerPlan {
  readonly months: number;
  readonly regions: number;
  readonly startYear: number;
  /** Calendar month 1–12 of month 0. */
  readonly startMonth: number;
  /** By region: opening balance, opening arrears, share of pool-wide items, share in contributions due at the start. */
  readonly openingBalance: readonly number[];
  /**
   * Announced average rate by region and month, `baseRate[region][t]`, also beyond the horizon as far as an outlook reaches:
   * class rates × payroll × experience factor of the start, with every change that is published by date.
   */
  readonly baseRate: readonly (readonly number[])[];
  /** Contribution base under the limits in force ÷ the stated one, `baseFactor[region][t]`, as far as an outlook reaches. */
  readonly baseFactor: readonly (readonly number[])[];
  /** Share of contributions due that is not waived, by month, as far as an outlook reaches (contribution relief). */
  readonly notWaived: readonly number[];
  readonly dueShare: readonly number[];
  /** Share of each region in contributions from construction projects at the start. */
  readonly projectShare: readonly number[];
  readonly arrears: readonly number[];
  readonly share: readonly number[];
  /** Share of each region in past outgo. */
  readonly outgoShare: readonly number[];
  /** Mean cost of a unit by region and line: cells, items, then the large event. */
  readonly meanCost: readonly (readonly number[])[];
  /** Which price of the world holds in the month of payment; -1 where units are priced already. */
  readonly priceIndex: readonly (readonly number[])[];
  readonly pensions?: PensionLedgerPlan;
  readonly priceSteps: readonly (readonly number[])[];
  /** By line: which tallies its cost belongs to, and with which share. Empty where benefits are not known by item. */
  readonly lineItems: readonly (readonly { readonly tally: number; readonly share: number }[])[];
  /** Advance payments: their line, the share that comes back, after how many months, and its tally; by region before the start. */
  readonly advance:
    | {
        readonly line: number;
        readonly recovery: number;
        readonly delay: number;
        readonly tally: number;
        readonly before: readonly number[];
      }
    | undefined;
  /** Rate on the value of construction projects by region and month, as far as an outlook reaches; undefined without projects. */
  readonly projectRate: readonly (readonly number[])[] | undefined;
  /** Where contributions from projects are tallied; -1 without projects. */
  readonly projectTally: number;
  /** Announced average rate of the pool in the first month. */
  readonly averageRate: number;
  /** The same by month, as far as an outlook reaches. */
  readonly averageRateAt: readonly number[];
  readonly cut: PhasedCutPlan | undefined;
  readonly uplift: LocalUpliftPlan | undefined;
  /** Index of each tally of the rate rules, -1 where it is not kept. */
  readonly rateTallies: {
    readonly cut: number;
    readonly forgone: number;
    readonly waived: number;
    readonly uplift: number;
  };
  readonly contributionSeason: readonly number[];
  readonly collectionRate: number;
  readonly arrearsCatchUp: number;
  readonly preventionShare: number;
  readonly preventionAmount: number;
  /** Most of last year's contributions that prevention may cost; Number.MAX_VALUE for no limit. */
  readonly preventionLimit: number;
  /** Appraisal and, where the fund pays for it, investigation: a month at the start, and the investigation in it. */
  readonly appraisal: number;
  readonly investigation: { readonly amount: number; readonly tally: number } | undefined;
  readonly otherIncome: number;
  readonly transferUp: number;
  readonly transferMonth: number;
  readonly opening: {
    readonly turnoverFund: number;
    readonly reserveFund: number;
    readonly unremitted: number;
    readonly termDeposits: number;
    /** Term deposits that mature in each month of the horizon. */
    readonly maturing: readonly number[];
    readonly unpaid: number;
  };
  /** Money with the places, and the rules by which it moves; absent where neither is stated. */
  readonly accounts: AccountsPlan | undefined;
  readonly reserve: ReservePlan | undefined;
  /** The months before the start, the last one ending the day before it. */
  readonly history: LineHistory;
  readonly historyMonths: number;
  /** Contributions of the calendar year before the start, the base of the first year's prevention cost. */
  readonly lastYearContributions: number;
  /** Budgeted outgo by the reading in force, by calendar year. */
  readonly budgetedOutgo: Readonly<Record<number, number>>;
  /** Surplus of a stated budget as a share of its outgo by the reading in force, by calendar year. */
  readonly budgetedSurplus: Readonly<Record<number, number>>;
  readonly budgetDraft: number;
  readonly outlook: OutlookPlan;
  readonly payableMonths: PayableMonthsPlan;
  readonly triggers: readonly TriggerPlan[];
  readonly measure: MeasurePlan;
  /** At the upper edge of a corridor. */
  readonly excessMeasure: MeasurePlan;
  readonly decision: DecisionPlan;
  readonly overdraft: boolean;
  readonly experience: ExperiencePlan | undefined;
  /** Number of things tallied; their names stand in the RunShape. */
  readonly tallies: number;
  /** Shares of a gap by payer under fixed shares; the rest is unpaid. */
  readonly payerShares: readonly number[];
  readonly sharing: SharingPlan;
}

/** Pooling and sharing: who keeps the money, and who pays what is lacking. */
export interface SharingPlan {
  /** Whether each region pays from its own cash. */
  readonly separate: boolean;
  /** Payers of the run, without the uncovered rest, which stands after them. */
  readonly payers: readonly string[];
  /** Ordered steps; empty where payers have fixed shares. */
  readonly steps: readonly WaterfallStepPlan[];
  readonly pooledFund: PooledFundPlan | undefined;
  readonly settlement: SettlementPlan | undefined;
  readonly constraint: BudgetConstraintPlan | undefined;
  /**
   * First tally of the payers by region, `payer * regions + region` from there on, the uncovered rest after the last payer; then
   * the local share of aid by region. -1 where sharing is not tallied.
   */
  readonly tally: number;
  /** First of the tallies by region of what units pay into the pooled fund, -1 for none. */
  readonly pooledTally: number;
  /** Tally of drafted budgets that break the constraint, -1 for none. */
  readonly budgetTally: number;
}
