import { z } from "zod";
import { fraction, provenanceFields, quantity, ratio, reading, wholeMonths } from "../scenario/quantity.ts";
import type { Effective } from "./timing.ts";
import { effective, periodEnds } from "./timing.ts";

/**
 * Local uplift 自行上浮: a place with a large gap between income and outgo may apply to raise its own base rates. Zhejiang,
 * Zhe-Zheng-Ban-Fa [2023] 62, part 2 (1) 2 (the sentence stands beside those on construction projects: `appliesTo`); Anhui,
 * Wan-Ren-She-Fa [2023] 21, part 3 (1) 2, while the fund stands at around nine payable months (`called`). No text gives a size of
 * gap, a step or a cap: these are assumptions.
 */
export const localUplift = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none"), ...provenanceFields }),
  z.strictObject({
    kind: z.literal("onApplication"),
    ...provenanceFields,
    appliesTo: reading(["all", "construction"]).describe(
      "Whether payroll rates may be raised too; construction leaves them as they are",
    ),
    called: reading(["always", "watch", "act"]).describe(
      "At any time, or only while the reserve trigger stands fired at this line",
    ),
    observation: reading(periodEnds).describe("When places look at their coming twelve months"),
    threshold: fraction.describe("A place applies when expected outgo exceeds expected income by more than this share"),
    factor: ratio.describe("Each application multiplies the place's base rates by this"),
    cap: ratio.describe("Base rates never above this multiple"),
    effective,
    hold: wholeMonths.describe("Shortest time in force"),
    exit: quantity(z.number().min(-1).max(1), "fraction")
      .optional()
      .describe("Below this share (negative: a surplus) base rates return the month after"),
  }),
]);
export type LocalUplift = z.infer<typeof localUplift>;

export interface LocalUpliftPlan {
  /** Whether it covers payroll rates too, and not those of construction projects alone. */
  readonly payroll: boolean;
  /** Index of the trigger that must stand fired, -1 for none. */
  readonly trigger: number;
  readonly observation: (typeof periodEnds)[number];
  readonly threshold: number;
  readonly factor: number;
  readonly cap: number;
  readonly effective: Effective["kind"];
  readonly lead: number;
  /** Month index for effective "month", else 0. */
  readonly effectiveMonth: number;
  readonly hold: number;
  /** -Infinity where the uplift never ends. */
  readonly exit: number;
}

/** Gap of a place = (expected outgo − expected income) ÷ expected income; infinite without income, 0 without either. */
export function gapShare(income: number, outgo: number): number {
  if (income > 0) return (outgo - income) / income;
  return outgo > 0 ? Number.POSITIVE_INFINITY : 0;
}

/** The next step of a place whose gap is above the threshold: current multiple × factor, not above the cap; else as it is. */
export function upliftAfter({ threshold, factor, cap }: LocalUpliftPlan, gap: number, current: number): number {
  return gap > threshold ? Math.max(current, Math.min(cap, current * factor)) : current;
}
