import { z } from "zod";
import { provenanceFields } from "../scenario/quantity.ts";

/**
 * How the regions of a pool stand to each other 统筹方式. `unified` 统收统支: all money is one, a region's balance is notional.
 * `separate`: each unit keeps and spends its own cash, never below zero, and pays its own benefits; what its own money cannot pay
 * is its gap. Suzhou (Su-Fu-Ban [2020] 86, two (two) and (three)) leaves balances with the units. Absent: unified.
 */
export const poolingRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("unified"), ...provenanceFields }),
  z.strictObject({ kind: z.literal("separate"), ...provenanceFields }),
]);
export type PoolingRule = z.infer<typeof poolingRule>;

/** Whether each unit pays from its own cash. */
export function paysSeparately(rule: PoolingRule | undefined): boolean {
  return rule?.kind === "separate";
}
