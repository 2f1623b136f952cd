import { z } from "zod";

// Without this zod probes `new Function`, which a strict content security policy reports.
z.config({ jitless: true });

/** Words that a reader sees, in both languages. */
export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "a month such as 2024-01" });

const source = z.strictObject({
  document: z.string().min(1).describe("Document, form or publication, as its publisher names it"),
  article: z.string().min(1).optional().describe("Article, table or line"),
});
export type Source = z.infer<typeof source>;

/** Where a value comes from: a source (fact), a derivation from facts, or an assumption with its reason. */
export interface Provenance {
  readonly source?: Source | undefined;
  readonly basis?: "derived" | "assumption" | undefined;
  readonly reason?: Bilingual | undefined;
}

export interface Quantity<T> extends Provenance {
  readonly value: T;
  readonly unit: string;
  readonly from?: string | undefined;
}

/** Where a choice between kinds comes from; stated beside its `kind`. */
export const provenanceFields = {
  source: source.optional(),
  basis: z.enum(["derived", "assumption"]).optional(),
  reason: bilingual.optional().describe("How the value was derived, or why it was assumed"),
};

/** A value with unit and provenance: `source`, or `basis` "derived" or "assumption" with `reason`. */
export function quantity<T extends z.ZodType>(value: T, unit: string): z.ZodType<Quantity<z.output<T>>> {
  return z
    .strictObject({
      value,
      unit: z.literal(unit),
      from: month.optional().describe("First month in which the value is in force"),
      ...provenanceFields,
    })
    .superRefine((stated, context) => {
      if (stated.basis === undefined && stated.source === undefined) {
        context.addIssue({ code: "custom", message: 'a "source" {document, article}, or a "basis" with "reason"' });
      }
      if (stated.basis !== undefined && stated.reason === undefined) {
        context.addIssue({
          code: "custom",
          path: ["reason"],
          message: `a "reason" {zh, en} for basis "${stated.basis}"`,
        });
      }
    }) as unknown as z.ZodType<Quantity<z.output<T>>>;
}

/** A value that changes by date: quantities in the order of their `from`; only the first may have been in force before all dates. */
export function dated<T extends z.ZodType>(value: T, unit: string): z.ZodType<Quantity<z.output<T>>[]> {
  return z
    .array(quantity(value, unit))
    .min(1)
    .max(200)
    .superRefine((stated, context) => {
      stated.forEach(({ from }, i) => {
        const before = i === 0 ? undefined : (stated[i - 1].from ?? "");
        if (before === undefined || (from !== undefined && from > before)) return;
        context.addIssue({ code: "custom", path: [i, "from"], message: "dates in order" });
      });
    });
}

/** A choice between words that a text leaves open. */
export function reading<const Words extends readonly [string, ...string[]]>(
  words: Words,
): z.ZodType<Quantity<Words[number]>> {
  return quantity(z.enum(words), "reading");
}

/** The value in force in a month ("2024-01"): the last one whose `from` has come, before the first date the first one. */
export function inForceAt<T>(stated: readonly Quantity<T>[], at: string): T {
  let current = stated[0].value;
  for (const { from, value } of stated) if (from === undefined || from <= at) current = value;
  return current;
}

const finite = z.number();
/** A thousand million million yuan: beyond any fund, and small enough that no sum overflows. */
export const money: z.ZodNumber = finite.nonnegative().max(1e15);

export const yuan = quantity(money, "yuan");
export const yuanPerMonth = quantity(money, "yuan/month");
export const yuanPerYear = quantity(money, "yuan/year");
export const fraction = quantity(finite.min(0).max(1), "fraction");
export const growth = quantity(finite.min(-0.5).max(1), "fraction/year");
export const deviation = quantity(finite.min(0).max(1), "fraction/year");
export const ratio = quantity(finite.nonnegative().max(1_000), "ratio");
export const persistence = quantity(finite.min(0).max(0.999), "ratio");
export const monthsCount = quantity(finite.nonnegative().max(1_200), "months");
export const wholeMonths = quantity(z.int().nonnegative().max(1_200), "months");
export const calendarMonthNumber = quantity(z.int().min(1).max(12), "calendar month");

/** Twelve factors, January first, whose mean is 1. */
export const seasonality = quantity(
  z
    .array(finite.nonnegative())
    .length(12)
    .refine((factors) => Math.abs(factors.reduce((sum, factor) => sum + factor, 0) - 12) < 1e-6, {
      error: "twelve factors with mean 1",
    }),
  "ratio",
);

/** Shares of the cost paid in the month of the injury, the month after, and so on; they add up to 1. */
export const paymentPattern = quantity(
  z
    .array(finite.nonnegative())
    .min(1)
    .max(120)
    .refine((shares) => Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-6, {
      error: "shares that add up to 1",
    }),
  "fraction",
);

/** One value for each industry class 1–8 (行业风险类别). */
export function byClass<T extends z.ZodType>(value: T): z.ZodArray<T> {
  return z.array(value).length(8, { error: "8 industry classes" });
}
