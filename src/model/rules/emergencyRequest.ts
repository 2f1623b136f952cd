import { z } from "zod";
import { provenanceFields, ratio } from "../scenario/quantity.ts";

/**
 * Emergency request 紧急请款: a place that has a sudden large payment, or expects its expenditure account to run dry, may ask for
 * money beyond its monthly plan. Zhejiang, Zhe-Zheng-Ban-Fa [2023] 62, part 2 (2) 1. It moves money inside the fund only.
 */
export const emergencyRule = z.strictObject({
  kind: z.literal("abovePlan"),
  ...provenanceFields,
  margin: ratio.describe("The plan is this multiple of the expected payment"),
});

/**
 * What a place must ask for in a month, yuan, 0 where its money lasts: payment − margin × plan − turnover fund. Plan = mean of
 * the last 12 known months × the season of the month; a payment that equals plan and turnover fund needs no request.
 */
export function emergencyRequest(payment: number, plan: number, margin: number, turnoverFund: number): number {
  return Math.max(0, payment - margin * plan - turnoverFund);
}
