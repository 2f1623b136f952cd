import { z } from "zod";
import {
  byClass,
  fraction,
  month,
  monthsCount,
  provenanceFields,
  quantity,
  ratio,
  reading,
  wholeMonths,
} from "../scenario/quantity.ts";
import { type Observation, observations } from "./payableMonths.ts";
import { type Effective, effective } from "./timing.ts";

const standingTerms = {
  ...provenanceFields,
  effective,
  hold: wholeMonths.describe("Shortest time in force"),
  exemptYears: quantity(z.array(z.int().min(1900).max(2200)).min(1).max(100), "calendar years")
    .optional()
    .describe("Calendar years in which the measure is neither taken nor in force"),
};

const measureTerms = {
  ...standingTerms,
  on: reading(["watch", "act"]).describe("The line that calls for the measure; a trigger with one line has only act"),
  lasts: wholeMonths
    .optional()
    .describe("Months in force, after which base rates return; each decision starts from them"),
  exit: z
    .strictObject({
      level: monthsCount,
      observation: reading(observations),
      comparison: reading(["atOrAbove", "above"]).optional().describe("Absent: at or above"),
    })
    .optional()
    .describe("At or above this level base rates return the month after"),
};

const rounding = quantity(z.number().min(0).max(0.1), "fraction");
const restoreTerms = {
  target: monthsCount.optional().describe("Payable months to be restored; absent: the line that called"),
  by: month
    .optional()
    .describe("Month at whose end they shall be restored; absent: December of the year in which the rate takes effect"),
};
const none = z.strictObject({ kind: z.literal("none"), ...provenanceFields });

const edges = quantity(
  z
    .array(z.number().nonnegative().max(1_200))
    .min(1)
    .max(40)
    .refine((levels) => levels.every((level, i) => i === 0 || level > levels[i - 1]), {
      error: "levels in ascending order",
    }),
  "months",
);

/**
 * Measure 措施 taken when the trigger fires. `multiply`, `addPoints`: a fixed change at each decision. `restore`,
 * `restorePoints`: the lowest rate, or the fewest points on every rate, that restores a target (Washington, RCW 50.29.041: 9
 * months after fewer than 7, at most 0.2 points). `classTable`: new base rates by class. `schedule`: at every observation the
 * rate of the band in which payable months lie, whatever the trigger says (Oregon's eight schedules). `buildUp`: a share of last
 * year's outgo is added each year until the exit (Germany, §172a SGB VII: 1.5 % a year).
 */
export const measureSchema = z.discriminatedUnion("kind", [
  none,
  z.strictObject({
    kind: z.literal("multiply"),
    factor: ratio.describe("Each decision multiplies base rates by this"),
    cap: ratio.describe("Base rates never above this multiple"),
    ...measureTerms,
  }),
  z.strictObject({
    kind: z.literal("addPoints"),
    points: fraction.describe("Each decision adds this to every rate"),
    cap: fraction.describe("Never more than this in all"),
    ...measureTerms,
  }),
  z.strictObject({
    kind: z.literal("restore"),
    ...restoreTerms,
    cap: ratio.describe("Base rates never above this multiple"),
    rounding: rounding.describe("The average rate is rounded up to a multiple of this; 0 rounds nothing"),
    step: ratio.optional().describe("Largest change of the multiple by one decision"),
    ...measureTerms,
  }),
  z.strictObject({
    kind: z.literal("restorePoints"),
    ...restoreTerms,
    cap: fraction.describe("Never more points than this in all"),
    rounding: rounding.describe("Points are rounded up to a multiple of this; 0 rounds nothing"),
    step: fraction.optional().describe("Largest change of the points by one decision"),
    ...measureTerms,
  }),
  z.strictObject({
    kind: z.literal("classTable"),
    classRates: quantity(byClass(z.number().min(0).max(1)), "fraction").describe("New base rates by class"),
    ...measureTerms,
  }),
  z.strictObject({
    kind: z.literal("schedule"),
    edges: edges.describe("Edges of the bands of payable months; a band begins at its lower edge"),
    factors: quantity(z.array(z.number().nonnegative().max(1_000)).min(2).max(41), "ratio")
      .optional()
      .describe("Multiples of base rates from the lowest band to the highest"),
    points: quantity(z.array(z.number().min(0).max(1)).min(2).max(41), "fraction")
      .optional()
      .describe("Points on every rate from the lowest band to the highest"),
    step: ratio.optional().describe("Largest change of the multiple, or of the points, by one decision"),
    ...standingTerms,
  }),
  z.strictObject({
    kind: z.literal("buildUp"),
    share: fraction.describe("Share of last year's outgo that is added each year"),
    approved: fraction.describe("Part of it that the supervisor approves"),
    target: monthsCount.optional().describe("Payable months up to which is built; absent: the line that called"),
    ...measureTerms,
  }),
]);
export type Measure = z.infer<typeof measureSchema>;

/** Measure at the upper edge of a corridor: base rates are lowered. */
export const excessMeasureSchema = z.discriminatedUnion("kind", [
  none,
  z.strictObject({
    kind: z.literal("multiply"),
    factor: ratio.describe("Each decision multiplies base rates by this"),
    floor: ratio.describe("Base rates never below this multiple"),
    ...standingTerms,
  }),
  z.strictObject({
    kind: z.literal("restore"),
    ...restoreTerms,
    floor: ratio.describe("Base rates never below this multiple"),
    rounding: rounding.describe("The average rate is rounded up to a multiple of this; 0 rounds nothing"),
    step: ratio.optional().describe("Largest change of the multiple by one decision"),
    ...standingTerms,
  }),
]);
export type ExcessMeasure = z.infer<typeof excessMeasureSchema>;

export interface MeasureTerms {
  /** Index of the trigger that calls for the measure; -1 for one that is called at every observation. */
  readonly trigger: number;
  /** Towards which side it works: "below" raises rates, "above" lowers them. */
  readonly side: "below" | "above";
  readonly effective: Effective["kind"];
  readonly lead: number;
  /** Month index for effective "month", else 0. */
  readonly effectiveMonth: number;
  readonly hold: number;
  /** Months in force after which base rates return; 0 for no end. */
  readonly lasts: number;
  readonly exemptYears: readonly number[];
  readonly exit: { readonly level: number; readonly observation: Observation; readonly strict: boolean } | undefined;
}

/** Levels between which a factor (or points) stays. */
interface Limits {
  readonly cap: number;
  readonly floor: number;
  readonly step: number | undefined;
}

export interface RestoreGoal extends Limits {
  /** Payable months. */
  readonly target: number;
  /** Month index at whose end the target shall be reached; -1 for December of the year in which the rate takes effect. */
  readonly by: number;
  readonly rounding: number;
}

export type TakenMeasurePlan = MeasureTerms &
  (
    | { readonly kind: "multiply"; readonly factor: number; readonly cap: number; readonly floor: number }
    | { readonly kind: "addPoints"; readonly points: number; readonly cap: number }
    | ({ readonly kind: "restore" } & RestoreGoal)
    | ({ readonly kind: "restorePoints" } & RestoreGoal)
    /** `ratios`: what the table makes of the average rate of each region. */
    | { readonly kind: "classTable"; readonly ratios: readonly number[] }
    | {
        readonly kind: "schedule";
        readonly edges: readonly number[];
        readonly of: "factor" | "points";
        readonly values: readonly number[];
        readonly step: number | undefined;
      }
    | { readonly kind: "buildUp"; readonly share: number; readonly approved: number; readonly target: number }
  );
export type MeasurePlan = { readonly kind: "none" } | TakenMeasurePlan;

/** Whether a measure looks at every observation instead of waiting for the trigger. */
export function isStanding({ kind }: Measure): boolean {
  return kind === "schedule";
}
