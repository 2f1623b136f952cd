import { expect, test } from "vitest";
import { applyChanges } from "../../../src/model/scenario/overlay.ts";
import { isIllustrative, kindOf, provenanceOf } from "../../../src/model/scenario/provenance.ts";
import { assumed, fund, region, stillFund } from "../fund.ts";

const source = { document: "Final accounts 2023", article: "line 1" };

/** The changes with which each of the quantities at these paths becomes a fact. */
function facts(...paths: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    paths.map((path) => {
      const { value, unit } = path
        .split(".")
        .reduce<unknown>(
          (node, key) => (Array.isArray(node) && key === "a" ? node[0] : Reflect.get(node as object, key)),
          stillFund,
        ) as { value: unknown; unit: string };
      return [path, { value, unit, source }];
    }),
  );
}

test("every value with a unit appears once, in the order of the file, lists by id", () => {
  const scenario = fund({ "basis.regions": [region("b", 1, 1), region("a", 2, 900)] });
  const stated = provenanceOf(scenario);
  const units = JSON.stringify(scenario).match(/"unit":/g) ?? [];
  expect(stated).toHaveLength(units.length);
  const paths = stated.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths[0]).toBe("basis.regions.b.payroll");
  expect(paths).toContain("basis.regions.a.severity.mean");
  expect(paths).toContain("opening.history.0.benefitPayout");
  expect(paths[paths.length - 1]).toBe("rules.trigger.obligation");
});

test("each with its value, unit and kind; a reason beside a source makes the kind", () => {
  const reason = { zh: "换算", en: "Converted" };
  const scenario = fund({
    "opening.arrears": { value: 5, unit: "yuan", from: "2023-12", source },
    "opening.unpaid": { value: 6, unit: "yuan", source, basis: "derived", reason },
  });
  const of = (path: string): unknown => provenanceOf(scenario).find((each) => each.path === path);
  expect(of("opening.arrears")).toEqual({
    path: "opening.arrears",
    value: 5,
    unit: "yuan",
    from: "2023-12",
    source,
    kind: "fact",
  });
  expect(of("opening.unpaid")).toMatchObject({ value: 6, kind: "derived", source, reason });
  expect(of("opening.of.reserveFund")).toMatchObject({ value: 0, unit: "yuan", kind: "assumption" });
  expect(kindOf({ source })).toBe("fact");
  expect(kindOf({ source, basis: "assumption", reason })).toBe("assumption");
});

test("results are illustrative until payroll, opening balance and outgo are all facts", () => {
  const all = ["basis.regions.a.payroll", "basis.regions.a.openingBalance", "opening.history.0.benefitPayout"];
  expect(isIllustrative(fund())).toBe(true);
  expect(isIllustrative(fund(facts(...all)))).toBe(false);
  for (const path of all) {
    expect(isIllustrative(fund(facts(...all.filter((other) => other !== path))))).toBe(true);
  }
});

test("a fact that an alternative changes is one no more, and a budget counts as outgo", () => {
  const real = facts("basis.regions.a.payroll", "basis.regions.a.openingBalance", "opening.history.0.benefitPayout");
  expect(isIllustrative(fund({ ...real, "basis.regions.a.payroll.value": 11_000 }))).toBe(true);
  const budget = {
    year: 2024,
    contributionIncome: assumed(0, "yuan"),
    otherIncome: assumed(0, "yuan"),
    benefitPayout: assumed(1_200, "yuan"),
    otherOutgo: assumed(0, "yuan"),
    transferUp: assumed(0, "yuan"),
  };
  expect(isIllustrative(fund({ ...real, "opening.budgets": [budget] }))).toBe(true);
  const published = applyChanges(budget, { benefitPayout: { value: 1_200, unit: "yuan", source } });
  expect(isIllustrative(fund({ ...real, "opening.budgets": [published] }))).toBe(false);
});
