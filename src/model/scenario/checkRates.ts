import type { Check } from "./checkRules.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./schema.ts";

const PLACE = "rules.contribution";

/** Rules between the fields of the rate rules, and between them and what they need. */
export const rateChecks: readonly Check[] = [
  { reads: ["start", "rules.contribution.baseRates"], problems: checkBaseRates },
  {
    reads: [
      "rules.contribution.cityRates",
      "basis.kind",
      "basis.regions.formerRates",
      "basis.regions.ownBaseRates",
      "start",
    ],
    problems: checkCityRates,
  },
  { reads: ["rules.contribution.localUplift", "rules.trigger.kind"], problems: checkUplift },
  { reads: ["rules.contribution.phasedCut"], problems: checkCut },
  { reads: ["rules.contribution.relief"], problems: checkRelief },
  { reads: ["rules.contribution.contributionBase", "start"], problems: checkLimits },
];

/** A list by date whose first value comes only after the start. */
function lateStart(
  path: string,
  stated: readonly { readonly from?: string | undefined }[] | undefined,
  start: string,
): Problem[] {
  const from = stated?.[0]?.from;
  if (from === undefined || from <= start) return [];
  return [{ path: `${path}.0.from`, expected: `a value in force from ${start} on`, value: from }];
}

function checkBaseRates({ start, rules }: Scenario): Problem[] {
  return lateStart(`${PLACE}.baseRates`, rules.contribution.baseRates, start);
}

function checkCityRates({ start, basis, rules }: Scenario): Problem[] {
  const kind = rules.contribution.cityRates?.kind ?? "standard";
  const tables: Problem[] =
    basis.kind === "fundLevel"
      ? []
      : basis.regions.flatMap(({ ownBaseRates }, i) =>
          lateStart(`basis.regions.${i}.ownBaseRates`, ownBaseRates, start),
        );
  if (kind === "standard") return tables;
  if (basis.kind === "fundLevel") {
    return [
      {
        path: `${PLACE}.cityRates.kind`,
        expected: '"standard"; a fund-level basis has no industry classes',
        value: kind,
      },
    ];
  }
  const needed = kind === "own" ? "ownBaseRates" : "formerRates";
  const missing = basis.regions.flatMap((region, i) =>
    region[needed] === undefined
      ? [
          {
            path: `basis.regions.${i}.${needed}`,
            expected: `base rates of the place, which cityRates "${kind}" needs`,
            value: undefined,
          },
        ]
      : [],
  );
  return [...tables, ...missing];
}

function checkUplift({ rules }: Scenario): Problem[] {
  const rule = rules.contribution.localUplift;
  if (rule === undefined || rule.kind === "none") return [];
  const path = `${PLACE}.localUplift`;
  const problems: Problem[] = Object.entries({ factor: rule.factor.value, cap: rule.cap.value })
    .filter(([, value]) => value < 1)
    .map(([field, value]) => ({ path: `${path}.${field}.value`, expected: "at least 1", value }));
  if (rule.called.value === "watch" && rules.trigger.kind === "line") {
    problems.push({ path: `${path}.called.value`, expected: '"act", the only line', value: "watch" });
  }
  if (rule.exit !== undefined && rule.exit.value > rule.threshold.value) {
    problems.push({
      path: `${path}.exit.value`,
      expected: `at most ${rule.threshold.value}`,
      value: rule.exit.value,
    });
  }
  return problems;
}

function checkCut({ rules }: Scenario): Problem[] {
  const rule = rules.contribution.phasedCut;
  if (rule === undefined || rule.kind === "none") return [];
  const path = `${PLACE}.phasedCut`;
  const problems: Problem[] = [];
  rule.bands.forEach(({ level, cut }, i) => {
    const before = rule.bands[i - 1];
    if (before === undefined) return;
    if (level.value <= before.level.value) {
      problems.push({ path: `${path}.bands.${i}.level.value`, expected: "bands that rise", value: level.value });
    }
    if (cut.value < before.cut.value) {
      problems.push({ path: `${path}.bands.${i}.cut.value`, expected: "bands that rise", value: cut.value });
    }
  });
  problems.push(...termProblems(`${path}.terms`, rule.terms));
  rule.terms.forEach(({ from, testedOn }, i) => {
    if (testedOn === undefined || testedOn < from) return;
    problems.push({ path: `${path}.terms.${i}.testedOn`, expected: `a month before ${from}`, value: testedOn });
  });
  if (rule.kind === "uniform" && rule.to < rule.from) {
    problems.push({ path: `${path}.to`, expected: `a month not before ${rule.from}`, value: rule.to });
  }
  return problems;
}

function checkRelief({ rules }: Scenario): Problem[] {
  const rule = rules.contribution.relief;
  return rule === undefined || rule.kind === "none" ? [] : termProblems(`${PLACE}.relief.terms`, rule.terms);
}

/** Terms that end before they begin, stand out of order or overlap. */
function termProblems(path: string, terms: readonly { readonly from: string; readonly to: string }[]): Problem[] {
  return terms.flatMap(({ from, to }, i): Problem[] => {
    const before = terms[i - 1];
    if (to < from) return [{ path: `${path}.${i}.to`, expected: `a month not before ${from}`, value: to }];
    if (before !== undefined && from <= before.to) {
      return [{ path: `${path}.${i}.from`, expected: `a month after ${before.to}; terms do not overlap`, value: from }];
    }
    return [];
  });
}

function checkLimits({ start, rules }: Scenario): Problem[] {
  const rule = rules.contribution.contributionBase;
  if (rule === undefined) return [];
  const path = `${PLACE}.contributionBase`;
  const problems = [...lateStart(`${path}.cap`, rule.cap, start), ...lateStart(`${path}.floor`, rule.floor, start)];
  const lowestCap = Math.min(...rule.cap.map(({ value }) => value));
  rule.floor.forEach(({ value }, i) => {
    if (value < lowestCap) return;
    problems.push({ path: `${path}.floor.${i}.value`, expected: `less than the cap ${lowestCap}`, value });
  });
  if (rule.statedAt.floor.value >= rule.statedAt.cap.value) {
    problems.push({
      path: `${path}.statedAt.floor.value`,
      expected: `less than the cap ${rule.statedAt.cap.value}`,
      value: rule.statedAt.floor.value,
    });
  }
  return problems;
}
