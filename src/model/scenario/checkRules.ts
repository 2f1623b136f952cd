import { experienceChecks } from "./checkExperience.ts";
import { measureChecks } from "./checkMeasures.ts";
import { checkPensioners, checkPensionRules } from "./checkPensions.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./schema.ts";

/** A rule between fields. `reads` names what it looks at, list places left out: it is skipped while those are broken. */
export interface Check {
  readonly reads: readonly string[];
  readonly problems: (scenario: Scenario) => Problem[];
}

/** Rules between the fields of `rules`, and between them and what they need. */
export const ruleChecks: readonly Check[] = [
  ...measureChecks,
  { reads: ["rules.shortfall"], problems: checkPayers },
  { reads: ["opening.budgets.year"], problems: checkBudgetYears },
  {
    reads: [
      "start",
      "rules.payableMonths.denominator.value",
      "rules.budgetDraft.value",
      "opening.budgets.year",
      "opening.history.months",
    ],
    problems: checkDenominator,
  },
  { reads: ["drivers.largeEvent"], problems: checkLargeEvent },
  ...experienceChecks,
  {
    reads: ["start", "basis", "opening.pipeline", "drivers", "rules.contribution.baseRates"],
    problems: checkPensioners,
  },
  {
    reads: ["start", "months", "basis", "drivers.mortality", "rules.pensions", "rules.benefits"],
    problems: checkPensionRules,
  },
];

function checkPayers({ rules: { shortfall } }: Scenario): Problem[] {
  if (shortfall.kind !== "gap") return [];
  const problems: Problem[] = [];
  const shares = shortfall.payers.reduce((sum, { share }) => sum + share.value, 0);
  if (shares > 1 + 1e-9) {
    problems.push({ path: "rules.shortfall.payers", expected: "shares that add up to 1 at most", value: shares });
  }
  const ids = shortfall.payers.map(({ id }) => id);
  for (const [i, id] of ids.entries()) {
    if (ids.indexOf(id) !== i || id === "unpaid") {
      problems.push({
        path: `rules.shortfall.payers.${i}.id`,
        expected: 'an id used once and not "unpaid"',
        value: id,
      });
    }
  }
  return problems;
}

function checkBudgetYears({ opening }: Scenario): Problem[] {
  const years = opening.budgets.map(({ year }) => year);
  return years.flatMap((year, i) =>
    years.indexOf(year) === i ? [] : [{ path: `opening.budgets.${i}.year`, expected: "a year used once", value: year }],
  );
}

function checkDenominator({ start, opening, rules }: Scenario): Problem[] {
  const denominator = rules.payableMonths.denominator.value;
  const startYear = Number(start.slice(0, 4));
  const startMonth = Number(start.slice(5, 7));
  if (denominator === "budgetYear") {
    const years = opening.budgets.map(({ year }) => year);
    return [startYear, ...(startMonth > rules.budgetDraft.value ? [startYear + 1] : [])]
      .filter((year) => !years.includes(year))
      .map((year) => ({
        path: "opening.budgets",
        expected: `the budget of ${year}, which the denominator "budgetYear" needs`,
        value: years,
      }));
  }
  const covered = opening.history.reduce((sum, { months }) => sum + months, 0);
  if (denominator !== "previousCalendarYear" || covered >= startMonth - 1 + 12) return [];
  return [
    {
      path: "opening.history",
      expected: `months from January ${startYear - 1} on, which the denominator "previousCalendarYear" needs`,
      value: `${covered} months`,
    },
  ];
}

function checkLargeEvent({ drivers: { largeEvent } }: Scenario): Problem[] {
  if (largeEvent === undefined || largeEvent.cap.value > largeEvent.threshold.value) return [];
  return [
    {
      path: "drivers.largeEvent.cap.value",
      expected: `more than the threshold ${largeEvent.threshold.value}`,
      value: largeEvent.cap.value,
    },
  ];
}
