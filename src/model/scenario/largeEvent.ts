import { exp, log } from "../variates/elementary.ts";
import type { TailShape } from "../variates/variates.ts";

/** Mean of a Pareto with tail index α on [1, c], truncated at c: α ÷ (α − 1) × (1 − c^(1−α)) ÷ (1 − c^(−α)). */
export function truncatedParetoMean({ tailIndex, cap }: TailShape): number {
  const logCap = log(cap);
  return ((tailIndex / (tailIndex - 1)) * (1 - exp((1 - tailIndex) * logCap))) / (1 - exp(-tailIndex * logCap));
}
