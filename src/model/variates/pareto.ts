import { power } from "./elementary.ts";
import type { TailShape } from "./variates.ts";

/**
 * Quantile of the Pareto distribution on [1, cap] with index α, truncated at `cap`: (1 − u (1 − cap^−α))^(−1/α). Always
 * within [1, cap]; 1 when `cap` is 1. An infinite cap leaves the Pareto distribution whole.
 */
export function truncatedPareto(tail: TailShape, u: number): number {
  const within = 1 - power(tail.cap, -tail.tailIndex);
  return Math.min(tail.cap, Math.max(1, power(1 - u * within, -1 / tail.tailIndex)));
}
