import { z } from "zod";
import { fraction, month, monthsCount, provenanceFields, reading } from "../scenario/quantity.ts";

const bands = z
  .array(
    z.strictObject({
      level: monthsCount.describe("Payable months from which the cut applies, itself included"),
      cut: fraction.describe("Part by which base rates are lowered"),
    }),
  )
  .min(1)
  .max(20);

const announcedTerm = z
  .strictObject({
    from: month,
    to: month.describe("Last month of the cut"),
    testedOn: month
      .optional()
      .describe("Month at whose end payable months decide; left out: the December before the term"),
    ...provenanceFields,
  })
  .superRefine((stated, context) => {
    if (stated.source === undefined && stated.basis === undefined) {
      context.addIssue({ code: "custom", message: 'a "source" {document, article}, or a "basis" with "reason"' });
    }
  });

const byBands = {
  ...provenanceFields,
  bands: bands.describe("By payable months, the lowest first; below the first there is no cut"),
  terms: z.array(announcedTerm).max(40).describe("Announced terms of the cut, the first one first"),
  scope: reading(["pool", "region"]).describe("Whose payable months decide"),
  stopsBelow: monthsCount
    .optional()
    .describe("A cut in force ends the month after payable months were below this (Henan 2023: 18)"),
};

/**
 * Phased cut of base rates 阶段性降低费率 by payable months at the prior year-end (Ren-She-Bu-Fa [2018] 25 and its extensions to
 * 2024-12-31: below 18 none, from 18 a fifth, from 24 a half). "uniform": every unit has the same cut in `from`–`to`, also
 * one that would not qualify by itself (Suzhou, Su-Fu-Ban [2020] 86, part 2 (1)); outside it the bands and terms stand.
 */
export const phasedCut = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none"), ...provenanceFields }),
  z.strictObject({ kind: z.literal("byPayableMonths"), ...byBands }),
  z.strictObject({
    kind: z.literal("uniform"),
    ...byBands,
    cut: fraction.describe("The uniform cut"),
    from: month,
    to: month,
  }),
]);
export type PhasedCut = z.infer<typeof phasedCut>;

export interface CutBand {
  readonly level: number;
  readonly cut: number;
}

export interface PhasedCutPlan {
  readonly byRegion: boolean;
  readonly bands: readonly CutBand[];
  /** Month at whose end payable months are tested, negative before the start; the uniform cut, -1 where the bands decide. */
  readonly terms: readonly { readonly testedOn: number; readonly uniform: number }[];
  /** Index of the term in force by month, -1 for none, as far as an outlook reaches. */
  readonly termAt: readonly number[];
  /** 0 where a cut in force does not stop. */
  readonly stopsBelow: number;
}

/**
 * Part by which base rates are lowered at so many payable months: that of the highest band reached, its level included; 0 below
 * the first. A fund without outgo (NaN) is above every level.
 */
export function cutAt(cutBands: readonly CutBand[], payableMonths: number): number {
  let cut = 0;
  for (const band of cutBands) if (Number.isNaN(payableMonths) || payableMonths >= band.level) cut = band.cut;
  return cut;
}

/**
 * Contributions forgone by a uniform cut that a unit did not qualify for = due at its own entitlement − due at the uniform cut,
 * never below 0. `dueUncut` is what would be due without any cut, yuan.
 */
export function forgoneBy(dueUncut: number, uniform: number, entitled: number): number {
  return dueUncut * Math.max(0, uniform - entitled);
}

/**
 * Multiplier of the cut expected in a later month, at the end of month `t` with `current` in force: as it is while its term lasts,
 * 1 in months without a term; a later term is taken at its uniform cut where it has one, else as it is now.
 */
export function expectedCut(rule: PhasedCutPlan | undefined, current: number, t: number, later: number): number {
  if (rule === undefined) return 1;
  const term = rule.termAt[Math.min(later, rule.termAt.length - 1)];
  if (term < 0) return 1;
  if (term === rule.termAt[t]) return current;
  return rule.terms[term].uniform >= 0 ? 1 - rule.terms[term].uniform : current;
}
