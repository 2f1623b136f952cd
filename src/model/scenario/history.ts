import { calendarMonth, calendarYear } from "../calendar.ts";
import type { LineHistory } from "./plan.ts";
import type { Scenario } from "./schema.ts";

/** Period totals of the history spread over their months in proportion to `weight` of the calendar month. */
function spreadTotal(
  scenario: Scenario,
  line: "contributionIncome" | "benefitPayout" | "otherOutgo" | "transferUp",
  weight: (calendarMonth: number) => number,
): number[] {
  return scenario.opening.history.flatMap((period) => {
    const weights = Array.from({ length: period.months }, (_, i) => weight(calendarMonth(period.from, i)));
    const sum = weights.reduce((total, each) => total + each, 0);
    return weights.map((each) => (sum === 0 ? period[line].value / period.months : (period[line].value * each) / sum));
  });
}

/**
 * The months before the start by line; `projectShare` of contributions came from construction projects. Lines are spread: contributions and benefits by their seasonality, transfers in their month, the rest evenly. */
export function historyOf(scenario: Scenario, benefitSeason: readonly number[], projectShare: number): LineHistory {
  const season = scenario.rules.contribution.seasonality.value;
  const transferMonth = scenario.rules.costs.transferUp.month.value;
  const contributionIncome = spreadTotal(scenario, "contributionIncome", (month) => season[month - 1]);
  return {
    contributionIncome,
    projectIncome: contributionIncome.map((income) => income * projectShare),
    benefitPayout: spreadTotal(scenario, "benefitPayout", (month) => benefitSeason[month - 1]),
    otherOutgo: spreadTotal(scenario, "otherOutgo", () => 1),
    transferUp: spreadTotal(scenario, "transferUp", (month) => (month === transferMonth ? 1 : 0)),
  };
}

/** Contributions of the calendar year before the start, or of the last 12 months where that year is not covered. */
export function lastYearsContributions(scenario: Scenario, history: LineHistory): number {
  const months = history.contributionIncome.length;
  const before = calendarYear(scenario.start, 0) - 1;
  const ofYear = history.contributionIncome.filter((_, i) => calendarYear(scenario.start, i - months) === before);
  const chosen = ofYear.length === 12 ? ofYear : history.contributionIncome.slice(-12);
  return chosen.reduce((sum, each) => sum + each, 0);
}
