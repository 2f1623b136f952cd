import { monthsBetween } from "../calendar.ts";
import { accountChecks } from "./checkAccounts.ts";
import { type Check, ruleChecks } from "./checkRules.ts";
import { correlationFactor } from "./correlation.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./schema.ts";

/** What one field alone cannot show: rules between fields. */
const checks: readonly Check[] = [
  { reads: ["basis.kind", "basis.regions.id", "rules.contribution.baseRates"], problems: checkRegions },
  { reads: ["drivers.correlation.value"], problems: checkCorrelation },
  {
    reads: [
      "start",
      "months",
      "rules.measure.kind",
      "rules.measure.by",
      "rules.measure.effective",
      "hindcast.month",
      "opening.of.termDeposits.matures",
    ],
    problems: checkHorizon,
  },
  {
    reads: ["start", "opening.history.from", "opening.history.months", "rules.payableMonths.informationLag.value"],
    problems: checkHistory,
  },
  { reads: ["basis.kind", "basis.regions.openingBalance.value", "opening.of"], problems: checkBalances },
  ...ruleChecks,
  ...accountChecks,
];

/** Every broken rule between fields, also of an input with other problems where the fields in question are sound. */
export function checkScenario(input: unknown, known: readonly Problem[]): Problem[] {
  return checks.flatMap(({ reads, problems }) => (areSound(input, reads, known) ? problems(input) : []));
}

/** Whether no known problem touches what a check reads; an unknown key or a wrong unit leaves the values as they are. */
function areSound(input: unknown, reads: readonly string[], known: readonly Problem[]): input is Scenario {
  if (typeof input !== "object" || input === null) return false;
  return known.every(({ path, expected }) => {
    if (expected === "no such key" || path.endsWith(".unit")) return true;
    const place = path.replace(/\.\d+(?=\.|$)/g, "");
    return reads.every((read) => !`${read}.`.startsWith(`${place}.`) && !place.startsWith(`${read}.`) && place !== "");
  });
}

function checkRegions({ basis, rules }: Scenario): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  basis.regions.forEach(({ id }, i) => {
    if (seen.has(id)) problems.push({ path: `basis.regions.${i}.id`, expected: "an id used once", value: id });
    seen.add(id);
  });
  if (basis.kind === "detailed" && rules.contribution.baseRates === undefined) {
    problems.push({
      path: "rules.contribution.baseRates",
      expected: "base rates of the 8 industry classes, which the detailed basis needs",
      value: undefined,
    });
  }
  return problems;
}

function checkCorrelation({ drivers }: Scenario): Problem[] {
  const matrix = drivers.correlation.value;
  const path = "drivers.correlation.value";
  for (const [i, row] of matrix.entries()) {
    if (row[i] !== 1) return [{ path: `${path}.${i}.${i}`, expected: "1 on the diagonal", value: row[i] }];
    for (const [j, entry] of row.entries()) {
      if (entry !== matrix[j][i])
        return [
          { path: `${path}.${i}.${j}`, expected: `the same as ${path}.${j}.${i} (${matrix[j][i]})`, value: entry },
        ];
    }
  }
  return correlationFactor(matrix) === undefined
    ? [{ path, expected: "a positive semidefinite matrix", value: matrix }]
    : [];
}

function checkHorizon({ start, months, rules, hindcast, opening }: Scenario): Problem[] {
  const stated: [string, string][] = (hindcast ?? []).map(({ month }, i) => [`hindcast.${i}.month`, month]);
  if (rules.measure.kind === "restore") stated.push(["rules.measure.by", rules.measure.by]);
  if (rules.measure.kind !== "none" && rules.measure.effective.kind === "month") {
    stated.push(["rules.measure.effective.month", rules.measure.effective.month]);
  }
  opening.of.termDeposits.forEach(({ matures }, i) => {
    if (monthsBetween(start, matures) < 0) stated.push([`opening.of.termDeposits.${i}.matures`, matures]);
  });
  return stated
    .filter(([, month]) => monthsBetween(start, month) < 0 || monthsBetween(start, month) >= months)
    .map(([path, month]) => ({ path, expected: `a month of the ${months} months from ${start}`, value: month }));
}

function checkHistory({ start, opening, rules }: Scenario): Problem[] {
  const problems: Problem[] = [];
  let covered = 0;
  for (let i = opening.history.length - 1; i >= 0; i--) {
    const { from, months } = opening.history[i];
    if (monthsBetween(from, start) !== covered + months) {
      problems.push({
        path: `opening.history.${i}.from`,
        expected: "periods in order, without holes, the last one ending before the start",
        value: from,
      });
      return problems;
    }
    covered += months;
  }
  // A forecaster in the first month knows the months up to the information lag before it, and needs twelve of them.
  const needed = Math.max(12, 11 + rules.payableMonths.informationLag.value);
  if (covered < needed) {
    problems.push({ path: "opening.history", expected: `at least ${needed} months`, value: `${covered} months` });
  }
  return problems;
}

function checkBalances({ basis, opening }: Scenario): Problem[] {
  const total = basis.regions.reduce((sum, { openingBalance }) => sum + openingBalance.value, 0);
  const { turnoverFund, reserveFund, unremitted, termDeposits } = opening.of;
  const parts =
    turnoverFund.value +
    reserveFund.value +
    unremitted.value +
    termDeposits.reduce((sum, { amount }) => sum + amount.value, 0);
  // Within half a fen: parts that make up the whole must not fail by rounding.
  return parts > total + 0.005
    ? [
        {
          path: "opening.of",
          expected: `parts of the opening balances, together ${total} yuan`,
          value: `${parts} yuan`,
        },
      ]
    : [];
}
