import { expect, test } from "vitest";
import { ratesOfPlace } from "../../../src/model/rules/cityRates.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { detailedFund, nationalRates, place } from "../detailedFund.ts";
import { assumed } from "../fund.ts";

const standard = [2, 4, 7];

test.each([
  ["standard", "standard", [3, 4, 5], undefined, [2, 4, 7]],
  ["a lower former rate rises", "higherOfFormerAndStandard", [1, 1, 1], undefined, [2, 4, 7]],
  ["a higher one is kept", "higherOfFormerAndStandard", [3, 5, 8], undefined, [3, 5, 8]],
  ["class by class", "higherOfFormerAndStandard", [1, 4, 9], undefined, [2, 4, 9]],
  ["own", "own", [9, 9, 9], [1, 2, 3], [1, 2, 3]],
] as const)("%s", (_, kind, former, own, rates) => {
  expect(ratesOfPlace(kind, standard, former, own)).toEqual(rates);
});

test.each([
  // Former rates of classes 1 and 8 in per mille, average in per mille: payroll is half in each.
  ["lower in both", 1, 10, (2 + 19) / 2],
  ["higher in class 8", 1, 25, (2 + 25) / 2],
  ["on the standard", 2, 19, (2 + 19) / 2],
  ["higher in both", 3, 25, (3 + 25) / 2],
])("Zhejiang, a place with former rates %s", (_, first, eighth, average) => {
  const former = assumed([first / 1_000, 0, 0, 0, 0, 0, 0, eighth / 1_000], "fraction");
  const changes = {
    "basis.regions": [place("a", { formerRates: former })],
    "rules.contribution.cityRates": { kind: "higherOfFormerAndStandard" },
  };
  expect(compile(detailedFund(changes)).ledger.baseRate[0]?.[0]).toBeCloseTo(average / 1_000, 12);
  expect(
    compile(detailedFund({ ...changes, "rules.contribution.cityRates": { kind: "standard" } })).ledger.baseRate[0]?.[0],
  ).toBeCloseTo(((nationalRates[0] ?? 0) + (nationalRates[7] ?? 0)) / 2, 12);
});
