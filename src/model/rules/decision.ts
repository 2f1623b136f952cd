import { z } from "zod";
import { fraction, provenanceFields, quantity, wholeMonths } from "../scenario/quantity.ts";

const delayWeights = z
  .array(z.number().nonnegative())
  .min(1)
  .max(121)
  .refine((shares) => Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-6, {
    error: "shares that add up to 1",
  });

/**
 * Who decides, and when. The gap between a trigger that fires and a measure that is taken is the risk that most texts leave
 * open ("may"): the same rule run as `automatic`, as decided in practice and as `never` shows the value of acting. Chance comes
 * from the decision uniform of the month alone, so that the same path meets the same decision maker under every rule.
 */
export const decisionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("automatic"), ...provenanceFields }),
  z.strictObject({ kind: z.literal("never"), ...provenanceFields }),
  z.strictObject({
    kind: z.literal("delayed"),
    ...provenanceFields,
    shortest: wholeMonths,
    longest: wholeMonths.describe("The delay is uniform between shortest and longest, unless weights are stated"),
    weights: quantity(delayWeights, "fraction")
      .optional()
      .describe("Probability of each delay from the shortest to the longest"),
  }),
  z.strictObject({
    kind: z.literal("capped"),
    ...provenanceFields,
    step: fraction.describe("Largest change of the average rate that one decision grants, of the contribution base"),
  }),
  z.strictObject({
    kind: z.literal("refuses"),
    ...provenanceFields,
    probability: fraction.describe("Chance that a call is refused; it is put again at the next observation"),
  }),
]);
export type Decision = z.infer<typeof decisionSchema>;

export type DecisionPlan =
  | { readonly kind: "automatic" }
  | { readonly kind: "never" }
  | {
      readonly kind: "delayed";
      readonly shortest: number;
      readonly longest: number;
      readonly weights: readonly number[] | undefined;
    }
  | { readonly kind: "capped"; readonly step: number }
  | { readonly kind: "refuses"; readonly probability: number };

export function decisionOf(decision: Decision): DecisionPlan {
  switch (decision.kind) {
    case "delayed":
      return {
        kind: "delayed",
        shortest: decision.shortest.value,
        longest: decision.longest.value,
        weights: decision.weights?.value,
      };
    case "capped":
      return { kind: "capped", step: decision.step.value };
    case "refuses":
      return { kind: "refuses", probability: decision.probability.value };
    default:
      return { kind: decision.kind };
  }
}

/** Months from the call to the decision by a uniform in [0, 1): uniform, or by stated weights; 0 where nobody delays. */
export function delayOf(decision: DecisionPlan, uniform: number): number {
  if (decision.kind !== "delayed") return 0;
  const { shortest, longest, weights } = decision;
  if (weights === undefined) return shortest + Math.floor(uniform * (longest - shortest + 1));
  let reached = 0;
  for (let i = 0; i < weights.length; i++) {
    reached += weights[i];
    if (uniform < reached) return shortest + i;
  }
  return longest;
}

/** Whether a call is refused, by a uniform in [0, 1). */
export function isRefused(decision: DecisionPlan, uniform: number): boolean {
  return decision.kind === "refuses" && uniform < decision.probability;
}
