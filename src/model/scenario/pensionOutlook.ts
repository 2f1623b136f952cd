import { calendarMonth, calendarYear } from "../calendar.ts";
import { pricePensions } from "../ledger/pensions.ts";
import { drawPensioners } from "../world/pensioners.ts";
import type { PensionLedgerPlan } from "./pensionPlan.ts";
import type { WorldPlan } from "./plan.ts";
import type { Scenario } from "./schema.ts";
import { power } from "./wholePower.ts";

/**
 * Expected course of the pensions of the pool, yuan by month, from `before` months before the start on: the stock rolled forward
 * with expected claims, expected deaths, mean wage growth and the adjustments by rule. Before the start it is carried back
 * with the growth of the first twelve months.
 */
export function expectedPensions(
  scenario: Scenario,
  world: WorldPlan,
  pensions: PensionLedgerPlan | undefined,
  last: number,
  before: number,
): number[] {
  if (pensions === undefined || world.pensioners === undefined) return new Array<number>(before + last).fill(0);
  const { start, drivers } = scenario;
  const months = Array.from({ length: last }, (_, t) => t);
  const year = months.map((t) => calendarYear(start, t) - calendarYear(start, 0));
  const januaries = months.filter((t) => t > 0 && calendarMonth(start, t) === 1);
  const growth = (1 + drivers.employmentGrowth.mean.value) * (1 + drivers.frequencyTrend.value);
  const season = drivers.injurySeasonality.value;
  const level = months.map((t) => power(growth, year[t]) * season[calendarMonth(start, t) - 1]);
  const counts = world.regions.map(({ cells }) =>
    cells.map(({ claims }) => Float64Array.from(level, (each) => claims * each)),
  );
  const wageLevel = Float64Array.from({ length: januaries.length + 1 }, (_, y) =>
    power(1 + drivers.wageGrowth.mean.value, y),
  );
  const course = { months: last, januaries, year };
  const pensioners = drawPensioners(world.pensioners, course, counts, 1, undefined);
  const benefits = world.regions.map(() => new Float64Array(last));
  const { items } = pricePensions(pensions, { ...course, paths: 1, pensioners, wageLevel }, benefits);
  const cost = new Array<number>(before + last).fill(0);
  for (let t = 0; t < last; t++) cost[before + t] = items.reduce((sum, item) => sum + item[t], 0);
  const perYear = cost[before + 12] === 0 ? 0 : cost[before] / cost[before + 12];
  for (let i = before - 1; i >= 0; i--) cost[i] = cost[i + 12] * perYear;
  return cost;
}
