import { expect, test } from "vitest";
import { applyChanges } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import { ScenarioError } from "../../src/model/scenario/problem.ts";
import { expectedText } from "../../src/text/expectations.ts";
import { detailedFile } from "../model/detailedFund.ts";
import { assumed } from "../model/fund.ts";

const sources = import.meta.glob<string>(
  [
    "../../src/model/scenario/*.ts",
    "../../src/model/rules/*.ts",
    "!**/issues.ts",
    "../../src/app/*.ts",
    "../../src/cli/scenarioFile.ts",
    "../../workers/run.ts",
  ],
  { eager: true, query: "?raw", import: "default" },
);

/** Texts in the sources that can become an expectation; what is filled in stands as 7. */
function stated(): string[] {
  const literal = /(?:expected|error|message)\s*:\s*("(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`)/g;
  const returned = /return (?:parent === "" \? )?("an? [^"]*"|`an? [^`]*`)/g;
  const inner = /\? "a path into the scenario" : (`[^`]*`)/g;
  const texts = Object.values(sources).flatMap((source) =>
    [literal, returned, inner].flatMap((pattern) => [...source.matchAll(pattern)].map(([, text = ""]) => text)),
  );
  return [
    ...new Set(
      texts.map((text) =>
        text
          .slice(1, -1)
          .replace(/\$\{[^}]*\}/g, "7")
          .replace(/\\"/g, '"'),
      ),
    ),
  ];
}

/** A detailed fund with a band, a measure and large events. */
const right = detailedFile({
  "rules.trigger": {
    kind: "band",
    upper: assumed(12, "months"),
    lower: assumed(9, "months"),
    comparison: assumed("below", "reading"),
    tolerance: assumed(0, "months"),
    confirmation: assumed(1, "observations"),
    obligation: assumed("may", "reading"),
  },
  "rules.measure": {
    kind: "multiply",
    factor: assumed(1.15, "ratio"),
    cap: assumed(2, "ratio"),
    on: assumed("act", "reading"),
    effective: { kind: "january", lead: assumed(6, "months") },
    hold: assumed(12, "months"),
  },
  "drivers.largeEvent": {
    perYear: assumed(1, "events/year"),
    threshold: assumed(1_000, "yuan"),
    cap: assumed(10_000, "yuan"),
    tailIndex: assumed(2, "ratio"),
    wageShare: assumed(0, "ratio"),
    paymentPattern: assumed([1], "fraction"),
  },
});

/** What files that are wrong in many ways are refused with. */
function given(): string[] {
  const values: readonly unknown[] = [
    undefined,
    null,
    true,
    -1e9,
    1e18,
    1.5,
    "",
    "?",
    "x".repeat(300),
    [],
    {},
    [1, 1],
    ["a"],
  ];
  const paths = Object.keys(right as object).concat(
    "rules.trigger.kind",
    "rules.trigger.confirmation",
    "rules.trigger.confirmation.value",
    "rules.payableMonths.numerator.value",
    "rules.payableMonths.denominator.value",
    "rules.contribution.seasonality.value",
    "rules.contribution.baseRates.0.value",
    "rules.contribution.collectionRate.basis",
    "rules.contribution.collectionRate.reason",
    "rules.measure",
    "rules.measure.factor.value",
    "rules.shortfall.payers",
    "basis.regions",
    "basis.regions.0.id",
    "basis.regions.0.headcount.value",
    "basis.regions.0.openingBalance.value",
    "basis.groups.death.paymentPattern.value",
    "drivers.correlation.value",
    "drivers.largeEvent.cap.value",
    "opening.history",
    "opening.budgets",
    "title.zh",
  );
  const found = new Set<string>();
  for (const path of paths) {
    for (const value of values) {
      try {
        parseScenario(applyChanges(right, { [path]: value }));
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        for (const { expected } of error.problems) found.add(expected);
      }
    }
  }
  return [...found];
}

/** English that is left of a Chinese text once names of the file format are taken out. */
function englishIn(text: string): string {
  return text
    .replace(/"[^"]*"|“[a-zA-Z]+”/g, "")
    .replace(/\b(JSON|MB|id|kind|source|document|article|basis|reason|zh|en|base|changes|true|false)\b/g, "")
    .replace(/\b(drivers\.[\w.]+)/g, "")
    .replace(/[^A-Za-z]+/g, " ")
    .trim();
}

test("nothing that a file can be refused with stays English on the Chinese page", () => {
  const [inSources, inFiles] = [stated(), given()];
  expect(inSources.length).toBeGreaterThan(35);
  expect(inFiles.length).toBeGreaterThan(20);
  const english = [...inSources, ...inFiles]
    .map((expected) => [expected, expectedText(expected, "zh")])
    .filter(([, text = ""]) => englishIn(text) !== "");
  expect(english).toEqual([]);
});

test("the schema's own names of types reach no reader", () => {
  const raw = /Expected (int|record|object|string|nonoptional|array|boolean)$|1 characters|1 entries/;
  expect(given().filter((expected) => raw.test(expectedText(expected, "en")))).toEqual([]);
});
