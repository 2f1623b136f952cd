import { z } from "zod";
import { month, provenanceFields, wholeMonths } from "../scenario/quantity.ts";

/** Dates at which a figure is looked at. */
export const periodEnds = ["monthEnd", "quarterEnd", "yearEnd"] as const;

/** When a decided change takes effect: the first such month at least `lead` months after the decision. */
export const effective = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("nextMonth"), lead: wholeMonths, ...provenanceFields }),
  z.strictObject({ kind: z.literal("january"), lead: wholeMonths, ...provenanceFields }),
  z.strictObject({ kind: z.literal("month"), month, lead: wholeMonths, ...provenanceFields }),
]);
export type Effective = z.infer<typeof effective>;
