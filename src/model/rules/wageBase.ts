import { z } from "zod";
import { type MonthText, monthText } from "../calendar.ts";
import { dated, inForceAt, provenanceFields, quantity } from "../scenario/quantity.ts";

/** Wage statistics that a benefit base may be made of. */
export const wageSeries = ["nonPrivate", "private", "onPost", "provincial"] as const;
export type WageSeries = (typeof wageSeries)[number];

const yearlyWage = dated(z.number().positive().max(1e9), "yuan/year");

/**
 * Base wage of benefits 待遇计发基数: A, the average monthly wage of the year before in the pooling region (Work Injury
 * Insurance Regulations, article 64). Provinces define it differently (DOMAIN 9.7), so `definition` is a switch over the
 * figures in `average`, which stand per year as statistics bureaux publish them; `from` is the month of publication. The figure
 * in force on the first day counts; from then on A grows with the wages of the path, each year in the month `published`.
 */
export const wageBaseRule = z.strictObject({
  definition: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("weighted"),
      ...provenanceFields,
      privateWeight: quantity(z.number().min(0).max(1), "fraction").describe("Weight of the private wage"),
    }),
    z.strictObject({ kind: z.literal("nonPrivate"), ...provenanceFields }),
    z.strictObject({ kind: z.literal("onPost"), ...provenanceFields }),
    z.strictObject({ kind: z.literal("provincial"), ...provenanceFields }),
  ]),
  average: z.strictObject({
    nonPrivate: yearlyWage.optional().describe("Urban non-private units, employed persons"),
    private: yearlyWage.optional().describe("Urban private units, employed persons"),
    onPost: yearlyWage.optional().describe("Urban non-private units, on-post staff"),
    provincial: yearlyWage.optional().describe("All urban units of the province, employed persons"),
  }),
  published: dated(z.int().min(1).max(12), "calendar month").describe("Month in which the new figure enters"),
  construction: quantity(z.enum(["definition", "provincial"]), "reading")
    .optional()
    .describe("Wage of construction workers whose own wage cannot be determined"),
});
export type WageBase = z.infer<typeof wageBaseRule>;

/** Series that the definition and the wage of construction workers need. */
export function seriesNeeded({ definition, construction }: WageBase): WageSeries[] {
  const needed: WageSeries[] = definition.kind === "weighted" ? ["nonPrivate", "private"] : [definition.kind];
  return construction?.value === "provincial" && definition.kind !== "provincial" ? [...needed, "provincial"] : needed;
}

/**
 * A in yuan a month as in force in `month`: the average of the definition ÷ 12; weighted: (1 − weight) × non-private + weight ×
 * private. Throws where a series is missing, which the check of a scenario refuses.
 */
export function averageWage(rule: WageBase, month: MonthText): number {
  const { definition } = rule;
  if (definition.kind !== "weighted") return seriesAt(rule, definition.kind, month) / 12;
  const weight = definition.privateWeight.value;
  return ((1 - weight) * seriesAt(rule, "nonPrivate", month) + weight * seriesAt(rule, "private", month)) / 12;
}

/** Wage a month of construction workers whose own wage cannot be determined: A, or the average of the province. */
export function constructionWage(rule: WageBase, month: MonthText): number {
  return rule.construction?.value === "provincial"
    ? seriesAt(rule, "provincial", month) / 12
    : averageWage(rule, month);
}

function seriesAt({ average }: WageBase, series: WageSeries, month: MonthText): number {
  const list = average[series];
  if (list === undefined) throw new Error(`a checked scenario has the average wage ${series}`);
  return inForceAt(list, month);
}

/** Calendar month in which A changes, as in force on the first day. */
export function publicationMonth({ published }: WageBase, start: MonthText): number {
  return inForceAt(published, monthText(start, 0));
}
