import { roundedUp, withinStep } from "./limits.ts";

/** What a restoring measure may do to the rate: towards which side, from where, within what. */
export interface RestoreLimits {
  /** "below" raises towards the target, "above" lowers towards it. */
  readonly side: "below" | "above";
  readonly cap: number;
  readonly floor: number;
  readonly step: number | undefined;
}

/**
 * The factor (or points) at which the expected balance is the one needed. The balance is linear in it: `atStart` at `start`,
 * `perUnit` more for each unit. A fund that will be beyond the target anyway keeps what it starts from.
 */
export function restoring(
  start: number,
  atStart: number,
  perUnit: number,
  needed: number,
  side: RestoreLimits["side"],
): number {
  if (!(perUnit > 0)) return start;
  if (side === "below" ? atStart >= needed : atStart <= needed) return start;
  return start + (needed - atStart) / perUnit;
}

/**
 * What is decided of a solved value: never to the other side of where the rate starts, not above the cap or below the floor
 * (the target is then missed), and no further from the value in force than a step.
 */
export function decidedWithin(
  solved: number,
  start: number,
  inForce: number,
  { side, cap, floor, step }: RestoreLimits,
): number {
  const limited = side === "below" ? Math.max(start, Math.min(cap, solved)) : Math.min(start, Math.max(floor, solved));
  return withinStep(limited, inForce, step);
}

/** Points rounded up to a multiple of the stated step. */
export function pointsRoundedUp(points: number, step: number): number {
  return roundedUp(points, step);
}
