import { z } from "zod";
import { careAllowanceRule } from "./careAllowance.ts";
import { disabilityPensionRule } from "./disabilityPension.ts";
import { indexationRule } from "./indexation.ts";
import { retirementRule } from "./retirement.ts";
import { survivorPensionRule } from "./survivorPension.ts";

/** Long-term benefits 长期待遇: what a new pension is, how those in payment are adjusted, when they end. Absent = not in force. */
export const pensionsRule = z.strictObject({
  disability: disabilityPensionRule.optional(),
  care: careAllowanceRule.optional(),
  survivors: survivorPensionRule.optional(),
  indexation: z
    .strictObject({
      disability: indexationRule.optional(),
      care: indexationRule.optional(),
      survivors: indexationRule.optional(),
    })
    .optional(),
  retirement: retirementRule.optional(),
});
export type PensionRules = z.infer<typeof pensionsRule>;
