import { calendarMonth } from "../calendar.ts";

/**
 * Unpaid past injuries of a fund that has long stood at its level: payments in month t for injuries before the start,
 * Σ over delays d > t of pattern(d) × claims × seasonality of the month of injury × price of that month where it counts.
 */
export function stationaryPipeline(
  claims: number,
  pattern: readonly number[],
  season: readonly number[],
  start: string,
  priceAt: (t: number) => number = () => 1,
): number[] {
  return Array.from({ length: pattern.length - 1 }, (_, t) => {
    let due = 0;
    for (let delay = t + 1; delay < pattern.length; delay++) {
      due += pattern[delay] * claims * season[calendarMonth(start, t - delay) - 1] * priceAt(t - delay);
    }
    return due;
  });
}

/** Payments of a month, January first, for one claim a month with mean seasonality: the injury seasonality after the delay. */
export function paidSeason(pattern: readonly number[], season: readonly number[]): number[] {
  return season.map((_, month) =>
    pattern.reduce((sum, share, delay) => sum + share * season[(((month - delay) % 12) + 12) % 12], 0),
  );
}
