import { monthsBetween } from "../calendar.ts";
import { accountChecks } from "./checkAccounts.ts";
import { benefitChecks } from "./checkBenefits.ts";
import { rateChecks } from "./checkRates.ts";
import { type Check, ruleChecks } from "./checkRules.ts";
import { sharingChecks } from "./checkSharing.ts";
import { correlationFactor } from "./correlation.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./schema.ts";

/** What one field alone cannot show: rules between fields. */
const checks: readonly Check[] = [
  { reads: ["basis.kind", "basis.regions.id", "rules.contribution.baseRates"], problems: checkRegions },
  { reads: ["basis", "rules.contribution.projects"], problems: checkProjects },
  { reads: ["drivers.correlation.value"], problems: checkCorrelation },
  {
    reads: [
      "start",
      "months",
      "rules.measure.kind",
      "rules.measure.by",
      "rules.measure.effective",
      "rules.excessMeasure",
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
  ...benefitChecks,
  ...rateChecks,
  ...sharingChecks,
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

/** Projects need classes of a detailed basis and a value; tiers and slices need sizes of contracts and steps in order. */
function checkProjects({ basis, rules }: Scenario): Problem[] {
  const rule = rules.contribution.projects;
  const problems: Problem[] = [];
  const valued = basis.kind === "detailed" && basis.regions.some(({ construction }) => construction !== undefined);
  if (basis.kind === "detailed" && valued && basis.construction === undefined) {
    problems.push({ path: "basis.construction", expected: "claims of construction projects", value: undefined });
  }
  if (rule === undefined) return problems;
  if (!valued) {
    problems.push({
      path: "rules.contribution.projects",
      expected: "a detailed basis with the contract value of its regions",
      value: basis.kind,
    });
  }
  const ids = basis.regions.map(({ id }) => id);
  const last = new Map<string, string>();
  rule.rates.forEach(({ regions, from, form }, i) => {
    const path = `rules.contribution.projects.rates.${i}`;
    for (const [k, id] of (regions ?? []).entries()) {
      if (!ids.includes(id)) problems.push({ path: `${path}.regions.${k}`, expected: "the id of a region", value: id });
    }
    for (const id of regions ?? [""]) {
      const before = last.get(id);
      if (before !== undefined && (from ?? "") <= before) {
        problems.push({ path: `${path}.from`, expected: "dates in order", value: from });
      }
      last.set(id, from ?? "");
    }
    if (form.kind === "flat") return;
    if (rule.contracts === undefined) {
      problems.push({
        path: "rules.contribution.projects.contracts",
        expected: "sizes of contracts, which tiers and slices need",
        value: undefined,
      });
    }
    form.steps.forEach(({ upTo }, k) => {
      const lower = k === 0 ? 0 : form.steps[k - 1].upTo?.value;
      const isLast = k === form.steps.length - 1;
      if (isLast ? upTo === undefined : upTo !== undefined && lower !== undefined && upTo.value > lower) return;
      problems.push({
        path: `${path}.form.steps.${k}.upTo`,
        expected: "edges in rising order, none on the last step",
        value: upTo?.value,
      });
    });
  });
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
  for (const name of ["measure", "excessMeasure"] as const) {
    const measure = rules[name];
    if (measure === undefined || measure.kind === "none") continue;
    if ("by" in measure && measure.by !== undefined) stated.push([`rules.${name}.by`, measure.by]);
    if (measure.effective.kind === "month") stated.push([`rules.${name}.effective.month`, measure.effective.month]);
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
