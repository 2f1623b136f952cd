import { z } from "zod";
import { fraction, month, provenanceFields } from "../scenario/quantity.ts";

/**
 * Contribution relief 阶段性减免: part of what is due is waived and never collected. National relief of 2020 (Ren-She-Bu-Fa [2020]
 * 11 and 49): small and medium firms free from February to December, large ones pay half from February to June.
 */
export const relief = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none"), ...provenanceFields }),
  z.strictObject({
    kind: z.literal("bySize"),
    ...provenanceFields,
    smallShare: fraction.describe("Share of contributions that small and medium firms owe"),
    terms: z
      .array(
        z.strictObject({
          from: month,
          to: month.describe("Last month of the relief"),
          small: fraction.describe("Share that small and medium firms need not pay"),
          large: fraction.describe("Share that large firms need not pay"),
        }),
      )
      .min(1)
      .max(40),
  }),
]);
export type Relief = z.infer<typeof relief>;

/** Share of contributions due that is waived = share of small firms × what they are spared + the rest × what large ones are. */
export function waivedShare(smallShare: number, small: number, large: number): number {
  return smallShare * small + (1 - smallShare) * large;
}

/** Share of contributions due that is still owed in a month ("2020-02"); 1 outside all terms. */
export function owedShare(rule: Relief | undefined, at: string): number {
  if (rule === undefined || rule.kind === "none") return 1;
  for (const { from, to, small, large } of rule.terms) {
    if (from <= at && at <= to) return 1 - waivedShare(rule.smallShare.value, small.value, large.value);
  }
  return 1;
}
