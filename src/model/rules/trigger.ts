import { z } from "zod";
import { bilingual, fraction, monthsCount, provenanceFields, quantity, reading } from "../scenario/quantity.ts";

const confirmation = quantity(z.int().min(1).max(24), "observations").describe("Observations in a row");
const obligation = reading(["may", "shall"]);

const condition = {
  ...provenanceFields,
  comparison: reading(["below", "atOrBelow"]).describe("Strictly beyond the line, or also on it"),
  tolerance: monthsCount.describe("Added to the line; of the upper edge of a corridor taken off"),
  confirmation,
  obligation,
};

/**
 * Reserve trigger 预警触发: when a document calls for a measure.
 *
 * `line` acts below one level (Jiangxi: 12 months; Anhui: "about 9" by a tolerance). `band` is watched at its upper and acted on
 * at its lower edge (Zhejiang: 9 to 12). `corridor` acts below its lower edge and, with `rules.excessMeasure`, above its upper
 * one (Germany, §158 SGB VI: 0.2 and 1.5 months). `budgetDeficit` has no line: it fires when the budget drafted for next year
 * shows outgo above income by more than a margin (Jilin, "income set by spending", part 3(4)). `none`: the text names no line
 * for the fund, and `words` say what it says instead.
 */
export const triggerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("band"), upper: monthsCount, lower: monthsCount, ...condition }),
  z.strictObject({ kind: z.literal("line"), level: monthsCount, ...condition }),
  z.strictObject({ kind: z.literal("corridor"), upper: monthsCount, lower: monthsCount, ...condition }),
  z.strictObject({
    kind: z.literal("budgetDeficit"),
    ...provenanceFields,
    margin: fraction.describe("Share of budgeted outgo up to which a deficit does not fire"),
    confirmation,
    obligation,
  }),
  z.strictObject({ kind: z.literal("none"), ...provenanceFields, words: bilingual }),
]);
export type Trigger = z.infer<typeof triggerSchema>;
export type LineTrigger = Extract<Trigger, { readonly kind: "band" | "line" | "corridor" }>;

/** Whether the trigger has a line of payable months. */
export function hasLine(trigger: Trigger): trigger is LineTrigger {
  return trigger.kind === "band" || trigger.kind === "line" || trigger.kind === "corridor";
}

/** The line below which a trigger acts, in months; undefined where it has none. */
export function actLevel(trigger: Trigger): number | undefined {
  if (!hasLine(trigger)) return undefined;
  return trigger.kind === "line" ? trigger.level.value : trigger.lower.value;
}

/** `excess` is the upper edge of a corridor, `budgetDeficit` the trigger without a line. */
export type TriggerId = "watch" | "act" | "excess" | "budgetDeficit";

export interface TriggerPlan {
  readonly id: TriggerId;
  /** What is judged: payable months, or next year's budgeted surplus as a share of budgeted outgo. */
  readonly reads: "payableMonths" | "budget";
  readonly side: "below" | "above";
  readonly level: number;
  /** Added to the level, or taken off above it. */
  readonly tolerance: number;
  /** True for "below", false for "at or below". */
  readonly strict: boolean;
  readonly confirmation: number;
}

/** Whether a figure lies beyond (or on) the line, its tolerance included; NaN (no outgo) lies above every line. */
export function isBeyond({ side, level, tolerance, strict }: TriggerPlan, figure: number): boolean {
  if (side === "above") return strict ? !(figure <= level - tolerance) : !(figure < level - tolerance);
  return strict ? figure < level + tolerance : figure <= level + tolerance;
}

/** A plan's triggers from the upper line to the lower. */
export function triggersOf(trigger: Trigger): TriggerPlan[] {
  if (trigger.kind === "none") return [];
  const confirmed = trigger.confirmation.value;
  if (trigger.kind === "budgetDeficit") {
    return [
      {
        id: "budgetDeficit",
        reads: "budget",
        side: "below",
        level: 0,
        tolerance: -trigger.margin.value,
        strict: true,
        confirmation: confirmed,
      },
    ];
  }
  const terms = {
    reads: "payableMonths",
    side: "below",
    tolerance: trigger.tolerance.value,
    strict: trigger.comparison.value === "below",
    confirmation: confirmed,
  } as const;
  switch (trigger.kind) {
    case "line":
      return [{ ...terms, id: "act", level: trigger.level.value }];
    case "band":
      return [
        { ...terms, id: "watch", level: trigger.upper.value },
        { ...terms, id: "act", level: trigger.lower.value },
      ];
    case "corridor":
      return [
        { ...terms, id: "excess", side: "above", level: trigger.upper.value },
        { ...terms, id: "act", level: trigger.lower.value },
      ];
  }
}
