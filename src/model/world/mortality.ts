/**
 * Probability of dying within the year before the January with year index `year` ≥ 1, by age: q × (1 − improvement)^(year − 1)
 * × the part of a year that has passed since the start, never above 1.
 */
export function hazards(
  q: readonly number[],
  improvement: number,
  year: number,
  partOfYear: number,
): readonly number[] {
  let factor = year === 1 ? partOfYear : 1;
  for (let y = 1; y < year; y++) factor *= 1 - improvement;
  return q.map((each) => Math.min(1, each * factor));
}
