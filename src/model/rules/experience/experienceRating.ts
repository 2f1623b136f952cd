import { z } from "zod";
import { byClass, fraction, month, provenanceFields, quantity, ratio } from "../../scenario/quantity.ts";

function isAscending(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > values[i - 1]);
}

const factor = z.number().positive().max(10);

function ascending(least: number, error: string) {
  return z.array(factor).min(least).max(12).refine(isAscending, { error });
}

/** Lines of the pay/contribution ratio 支缴率 between the steps, as ratios: 1.2 is 120 %. */
const thresholds = quantity(ascending(1, "thresholds in ascending order"), "ratio");

/**
 * Steps of rate floating 费率浮动档次 as factors on the base rate. Ren-She-Bu-Fa [2015] 71 section 2: class 1 at 100, 120 or
 * 150 %, never below; classes 2–8 at 50, 80, 100, 120 or 150 %.
 */
export const floatingSteps = z.strictObject({
  class1: quantity(
    ascending(1, "steps in ascending order").refine((steps) => steps[0] === 1, {
      error: "steps of class 1 from 1 upwards",
    }),
    "ratio",
  ),
  others: quantity(
    ascending(1, "steps in ascending order").refine((steps) => steps.includes(1), { error: "steps with 1 among them" }),
    "ratio",
  ),
});

/** What moves an employer from step to step at the end of a cycle. */
const indicator = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ratio"), ...provenanceFields, thresholds }),
  z.strictObject({
    kind: z.literal("twoWay"),
    ...provenanceFields,
    thresholds,
    olderShare: fraction.describe("Share of a cycle's payments that are for injuries of earlier cycles"),
  }),
  z.strictObject({
    kind: z.literal("noClaims"),
    ...provenanceFields,
    reductions: quantity(z.array(factor).min(1).max(6), "ratio").describe(
      "Factor after one, two, … cycles in a row without a claim",
    ),
    thresholds: thresholds.optional().describe("Ratios above which the steps above 100 % are taken"),
  }),
  z.strictObject({
    kind: z.literal("points"),
    ...provenanceFields,
    thresholds,
    points: quantity(byClass(z.number().min(0).max(0.1)), "fraction").describe("Added to the rate for each band"),
    cap: quantity(byClass(z.number().min(0).max(1)), "fraction").describe("Rate never above this"),
    cleanCycles: quantity(z.int().min(1).max(6), "cycles"),
    cleanFactor: ratio.describe("Factor after so many cycles in a row without a claim"),
  }),
]);

/**
 * Experience rating 费率浮动 as one region practises it: cycle, indicator, and how its employers are spread over sizes. National
 * frame: Ren-She-Bu-Fa [2015] 71; cycle and thresholds are the region's own.
 */
export const experienceRating = z.strictObject({
  cycle: quantity(z.int().min(1, { error: "a cycle of at least 1 month" }).max(120), "months"),
  windowEnd: quantity(month, "month").describe("Last month that one cycle looks at; the others follow cycle by cycle"),
  effective: quantity(month, "month").describe("First month in which the steps of that cycle are in force"),
  fromClass: quantity(z.int().min(1).max(8), "class").describe("Classes below it do not float"),
  floor: quantity(z.enum(["none", "class1"]), "reading").describe("A rate floated down: any, or the class 1 base rate"),
  denominator: quantity(z.enum(["paid", "atBaseRate"]), "reading").describe(
    "Contributions of the ratio: actually paid, or what the base rate would have brought",
  ),
  atThreshold: quantity(z.enum(["lower", "higher"]), "reading").describe("Step of a ratio that meets a threshold"),
  indicator,
  bands: z
    .array(
      z.strictObject({
        employees: quantity(z.number().positive().max(1e6), "persons").describe("Employees of an employer"),
        payrollShare: quantity(byClass(z.number().min(0).max(1)), "fraction").describe("Share of the class's payroll"),
      }),
    )
    .min(1)
    .max(8),
  calibrated: quantity(z.enum(["stated", "observed"]), "reading").describe(
    "Average factor at the start: as the basis states it, or scaled to the contributions of the last 12 months",
  ),
});
export type FloatingSteps = z.infer<typeof floatingSteps>;
export type ExperienceRating = z.infer<typeof experienceRating>;

/** Experience rating as flat numbers. A cell is an employer size of a class of a region: `(region * 8 + class) * bands + band`. */
export interface ExperiencePlan {
  readonly bands: number;
  readonly rule: StepRule;
  /** Factor on the base rate by class and state. */
  readonly factors: readonly (readonly number[])[];
  /** By class and state, the step under which its contributions are shown. */
  readonly shownStep: readonly (readonly number[])[];
  readonly shownSteps: number;
  /** First of the tallies of contributions by step. */
  readonly tally: number;
  /** Whether the ratio divides by contributions actually paid. */
  readonly paid: boolean;
  /** Gamma shape of the cost of one claim, 1 ÷ cv². */
  readonly shape: number;
  /** By cell, over one cycle at the start: expected claims of an employer, and its base-rate contributions in mean claims. */
  readonly claims: readonly number[];
  readonly dues: readonly number[];
  /** Months of the horizon at whose end a window closes. */
  readonly windowEnds: readonly number[];
  /** Months of the horizon from whose start new steps are in force, with each cell's share of base-rate contributions then. */
  readonly effects: readonly number[];
  readonly weights: readonly (readonly number[])[];
  /** The shares at the start. */
  readonly openingWeights: readonly number[];
  /** By region at the start: expected claims a month, mean cost of a claim, payroll; seasonality of injuries by month. */
  readonly regionClaims: readonly number[];
  readonly regionCost: readonly number[];
  /** By region: cells of employers' claims (construction sites pay by contract), and statutory items for a mean claim. */
  readonly employerCells: readonly (readonly number[])[];
  readonly itemCosts: readonly (readonly { readonly costPerClaim: number; readonly priceIndex: number }[])[];
  readonly regionPayroll: readonly number[];
  readonly season: readonly number[];
  /** Month from which the first window is watched. */
  readonly windowFrom: number;
  /** Months of the first window that lie before the start, with their seasonality: they count as expected. */
  readonly monthsBefore: number;
  readonly seasonBefore: number;
}

/** How states follow each other. A state is a step, together with what must be remembered to find the next one. */
export interface StepRule {
  readonly states: number;
  /** Ratios between the bands, ascending. */
  readonly thresholds: readonly number[];
  readonly atThreshold: "lower" | "higher";
  /** Share of the payments of a cycle for injuries before it. */
  readonly olderShare: number;
  /** Next state: `(state * 2 + (new injury ? 1 : 0)) * bands + band`, bands being one more than thresholds. */
  readonly next: readonly number[];
}
