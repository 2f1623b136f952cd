import type { PensionKind, Sex } from "../variates/variates.ts";

/** Kinds of pension 定期待遇, in the order in which a Plan and a World hold them. */
export const pensionKinds = ["disability", "care", "spouse", "child", "relative"] as const satisfies PensionKind[];
export const sexes = ["male", "female"] as const satisfies Sex[];

/** Five-year ages 0–4, 5–9, … 95–99, 100 and over. */
export const AGE_GROUPS = 21;
/** Children are kept by single year of age, so that they leave exactly at this one. */
export const CHILD_LEAVES_AT = 18;
/** Ages at which the World says how many recipients of a disability pension are as old or older. */
export const retirementAges = [45, 50, 55, 60, 65] as const;

/** Claims of a line that bring new pensions: so many persons for each, so many months after the injury. */
export interface AwardLine {
  readonly cell: number;
  readonly personsPerClaim: number;
  readonly delay: number;
}

/** Pensioners of one kind. By sex, then by age: five-year groups, for children single years 0–17. */
export interface PensionerKindPlan {
  readonly kind: PensionKind;
  /** Probability of dying within the first year, excess factor included. */
  readonly q: readonly (readonly number[])[];
  /** Share of each sex and age in new pensions; all of them add up to 1. */
  readonly awardAges: readonly (readonly number[])[];
  readonly awardLines: readonly AwardLine[];
  /** Persons at the start, by region. */
  readonly stock: readonly (readonly (readonly number[])[])[];
  /** New pensions for injuries before the start, by region and month. */
  readonly awardedBefore: readonly (readonly number[])[];
}

/** The stock of pensioners, which no rule can change. */
export interface PensionerPlan {
  /** Regions' ids, for the addresses of the draws. */
  readonly regions: readonly string[];
  /** Part of a year from the start to the first January. */
  readonly firstYear: number;
  /** Mortality falls by this a year. */
  readonly improvement: number;
  readonly kinds: readonly PensionerKindPlan[];
}

/** One change of the pensions in payment: Π over its years of (1 + wageWeight × wage growth + addition). */
export interface AdjustmentPlan {
  readonly t: number;
  readonly wageWeight: number;
  readonly addition: number;
  /** Years whose growth it takes up, as year indices: after `from`, up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly neverDown: boolean;
}

/** Share of those as old or older than an age: interpolated between `retirementAges[at]` and the next, by month. */
export interface RetirementTable {
  readonly weight: number;
  readonly at: readonly number[];
  readonly part: readonly number[];
}

export interface PensionLedgerKind {
  readonly kind: PensionKind;
  /** Which of `pensionItems`. */
  readonly item: number;
  /** Amount in payment at the start by region and sex, before what retirement takes off, yuan a month. */
  readonly opening: readonly (readonly number[])[];
  /** A new pension at the wages of the start by region, yuan a month. */
  readonly award: readonly number[];
  readonly sexShare: readonly number[];
  /** Wage of the time: wageLevel[awardYear[t]] × awardFactor[t]. */
  readonly awardYear: readonly number[];
  readonly awardFactor: readonly number[];
  readonly adjustments: readonly AdjustmentPlan[];
  /** By sex; empty where pensions are paid for life. */
  readonly retirement: readonly (readonly RetirementTable[])[];
}

/** Benefit items of pensions, as they are tallied. */
export const pensionItems = ["disability.pension", "disability.care", "death.survivors"] as const;

/** Money of pensions under one rule set; its months reach as far as an outlook does. */
export interface PensionLedgerPlan {
  readonly kinds: readonly PensionLedgerKind[];
  /** Paid in the first month to pensioners of the opening stock, by region, yuan. */
  readonly paidAtStart: readonly number[];
  /** Wage growth of the start year and of those before it. */
  readonly latestWageGrowth: number;
  /** Part of a disability pension that the fund no longer pays after retirement. */
  readonly endsAtRetirement: number;
  /** Index of the first of the item tallies. */
  readonly tally: number;
}
