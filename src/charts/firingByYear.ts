import { calendarYear } from "../model/calendar.ts";
import { probability as probabilityOf } from "../model/simulation/probability.ts";
import type { EventSummary, Probability } from "../model/simulation/result.ts";

/** Probability of the first firing inside one calendar year. */
export interface FiringYear {
  readonly year: number;
  /** Months since the start at which the year begins and ends inside the horizon. */
  readonly from: number;
  readonly to: number;
  readonly probability: Probability;
  /** Probability of having fired by the end of the year. */
  readonly cumulative: Probability;
}

/** First firings by calendar year from the probabilities of having fired by the end of each month. */
export function firingByYear(event: EventSummary, start: string, paths: number): FiringYear[] {
  const years: FiringYear[] = [];
  let before = 0;
  for (let t = 0; t < event.byMonth.length; t++) {
    const year = calendarYear(start, t);
    if (t + 1 < event.byMonth.length && calendarYear(start, t + 1) === year) continue;
    const cumulative = event.byMonth[t] ?? probabilityOf(0, paths);
    years.push({
      year,
      from: years[years.length - 1]?.to ?? 0,
      to: t + 1,
      probability: probabilityOf(Math.round(Math.max(0, cumulative.estimate - before) * paths), paths),
      cumulative,
    });
    before = cumulative.estimate;
  }
  return years;
}
