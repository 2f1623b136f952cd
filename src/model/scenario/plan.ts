import type { AccountsPlan } from "../rules/accounts.ts";
import type { ReservePlan } from "../rules/reserveFund.ts";
import type { RunShape } from "../simulation/shape.ts";
import type { SeedKey, SeverityShape, TailShape } from "../variates/variates.ts";
import type { BalancePart, denominators, Effective, observations, outgoReadings } from "./rules.ts";

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

/** Growth of the price of a benefit line each January. */
export interface PriceIndex {
  readonly wageShare: number;
  readonly excessTrend: number;
  readonly medicalLoading: number;
}

/** Claims of one region and benefit line. */
export interface ClaimCell {
  readonly line: string;
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

export interface WorldRegion {
  readonly id: string;
  /** Contribution wages a month at the start, yuan. */
  readonly payroll: number;
  readonly wageLoading: number;
  readonly employmentLoading: number;
  readonly frequencyLoading: number;
  readonly cells: readonly ClaimCell[];
  /** Share of the pool's large events. */
  readonly largeEventShare: number;
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
  readonly regions: readonly WorldRegion[];
  readonly largeEvent: LargeEventPlan | undefined;
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
  readonly benefitPayout: readonly number[];
  readonly otherOutgo: readonly number[];
  readonly transferUp: readonly number[];
}

export interface TriggerPlan {
  readonly id: "watch" | "act";
  readonly level: number;
  /** Added to the level. */
  readonly tolerance: number;
  /** True for "below", false for "at or below". */
  readonly strict: boolean;
  readonly confirmation: number;
}

export type MeasurePlan =
  | { readonly kind: "none" }
  | ({ readonly kind: "multiply"; readonly factor: number; readonly cap: number } & MeasureTerms)
  | ({ readonly kind: "addPoints"; readonly points: number; readonly cap: number } & MeasureTerms)
  | ({
      readonly kind: "restore";
      readonly target: number;
      /** Month index at whose end the target shall be reached. */
      readonly by: number;
      readonly cap: number;
      readonly rounding: number;
    } & MeasureTerms);

export interface MeasureTerms {
  /** Index of the trigger that calls for the measure. */
  readonly trigger: number;
  readonly effective: Effective["kind"];
  readonly lead: number;
  /** Month index for effective "month", else 0. */
  readonly effectiveMonth: number;
  readonly hold: number;
  readonly exit: { readonly level: number; readonly observation: (typeof observations)[number] } | undefined;
}

export type DecisionPlan =
  | { readonly kind: "automatic" }
  | { readonly kind: "never" }
  | { readonly kind: "delayed"; readonly shortest: number; readonly longest: number };

export interface PayableMonthsPlan {
  readonly numerator: readonly BalancePart[];
  readonly denominator: (typeof denominators)[number];
  readonly outgo: (typeof outgoReadings)[number];
  readonly observation: (typeof observations)[number];
  readonly informationLag: number;
}

/**
 * What a forecaster inside a path may use besides known months: the expected course of each line from published seasonality,
 * mean growth and announced resets. Index 0 is the first month of the history.
 */
export interface OutlookPlan {
  readonly contribution: readonly number[];
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
  /** Share of contributions due that is not waived, by month, as far as an outlook reaches (contribution relief). */
  readonly notWaived: readonly number[];
  readonly dueShare: readonly number[];
  readonly arrears: readonly number[];
  readonly share: readonly number[];
  /** Share of each region in past outgo. */
  readonly outgoShare: readonly number[];
  /** Mean cost of a claim by region and cell, then of the large event. */
  readonly meanCost: readonly (readonly number[])[];
  readonly priceIndex: readonly (readonly number[])[];
  /** Announced average rate of the pool in the first month. */
  readonly averageRate: number;
  readonly contributionSeason: readonly number[];
  readonly collectionRate: number;
  readonly arrearsCatchUp: number;
  readonly preventionShare: number;
  readonly preventionAmount: number;
  readonly appraisal: number;
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
  readonly budgetDraft: number;
  readonly outlook: OutlookPlan;
  readonly payableMonths: PayableMonthsPlan;
  readonly triggers: readonly TriggerPlan[];
  readonly measure: MeasurePlan;
  readonly decision: DecisionPlan;
  readonly overdraft: boolean;
  /** Number of things tallied; their names stand in the RunShape. */
  readonly tallies: number;
  /** Shares of a gap by payer; the rest is unpaid. */
  readonly payerShares: readonly number[];
}
