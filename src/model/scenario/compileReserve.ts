import { calendarMonth, monthsBetween } from "../calendar.ts";
import type { ReservePlan } from "../rules/reserveFund.ts";
import type { Tally } from "../simulation/shape.ts";
import type { PastOutgo } from "./compileAccounts.ts";
import type { LineHistory, WorldPlan } from "./plan.ts";
import type { Scenario } from "./schema.ts";
import { tallyIndex } from "./tallies.ts";

const periods = { monthly: 1, quarterly: 3, yearly: 12 } as const;

/** The reserve rule as flat numbers, or undefined where there is no reserve. */
export function compileReserve(
  { start, rules: { reserve }, drivers }: Scenario,
  tallies: readonly Tally[],
  world: WorldPlan,
  history: LineHistory,
  past: PastOutgo,
): ReservePlan | undefined {
  if (reserve === undefined || reserve.kind === "none") return undefined;
  const monthOf = (date: string | undefined, otherwise: number): number =>
    date === undefined ? otherwise : monthsBetween(start, date.slice(0, 7));
  const uses = reserve.kind === "merged" ? ["shortfall"] : reserve.uses.value;
  const from = reserve.kind === "merged" ? 0 : monthOf(reserve.from, Number.MIN_SAFE_INTEGER);
  const terms = {
    share: 0,
    upShare: 0,
    prior: false,
    period: 12,
    lag: 0,
    limit: "none" as const,
    level: 0,
    from,
    until: monthOf(reserve.until, Number.MAX_SAFE_INTEGER),
    majorAccident: uses.includes("majorAccident"),
    shortfall: uses.includes("shortfall"),
    openingPeriod: 0,
    lastYearOutgo: past.lastYear,
    thisYearOutgo: past.thisYear,
    accidentLine: world.regions.map(({ cells, items }) =>
      drivers.largeEvent === undefined ? -1 : cells.length + items.length,
    ),
    tally: tallyIndex(tallies, "account.reserve.setAside"),
  };
  switch (reserve.kind) {
    case "merged":
      return { ...terms, kind: "merged" };
    case "shareOfOutgo":
      return { ...terms, kind: "outgo", share: reserve.share.value };
    case "shareOfBalance":
      return { ...terms, kind: "balance", share: reserve.share.value };
    case "shareOfContributions": {
      const period = periods[reserve.period.value];
      const lag = reserve.days.value > 0 ? 1 : 0;
      const passed = (calendarMonth(start, 0) - 1) % period;
      // With the payment a month late, the whole period before a start at its first month is still to be set aside.
      const open = passed === 0 && lag === 1 ? period : passed;
      const known = Math.min(open, Math.max(0, -from));
      return {
        ...terms,
        kind: "contributions",
        share: reserve.share.value,
        upShare: reserve.upShare.value,
        prior: reserve.base.value === "priorYear",
        period,
        lag,
        limit: reserve.limit?.kind ?? "none",
        level: reserve.limit?.level.value ?? 0,
        openingPeriod: known === 0 ? 0 : history.contributionIncome.slice(-known).reduce((sum, each) => sum + each, 0),
      };
    }
  }
}
