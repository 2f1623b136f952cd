import { describe, expect, test } from "vitest";
import { applyChanges, baseOf, resolveScenario } from "../../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../../src/model/scenario/parse.ts";
import { ScenarioError } from "../../../src/model/scenario/problem.ts";
import { assumed, region, stillFund } from "../fund.ts";

const changedHere = { zh: "在本情景中改动，未注明来源。", en: "Changed in this scenario without a source." };
const source = { document: "Budget 2024", article: "line 3" };

/** The value at a dotted path of a changed document. */
function at(document: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((node, key) => Reflect.get(node as object, key), document);
}

function problemsOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("a change by dotted path", () => {
  const two = applyChanges(stillFund, { "basis.regions": [region("b", 1, 1), region("a", 2, 2)] });

  test("reaches an element of a list by index and by id", () => {
    const changed = applyChanges(two, { "basis.regions.0.openingBalance": 5, "basis.regions.a.openingBalance": 7 });
    expect(at(changed, "basis.regions.0.openingBalance.value")).toBe(5);
    expect(at(changed, "basis.regions.1.openingBalance.value")).toBe(7);
  });

  test("prefers an id to an index: the region called 0 is not the first", () => {
    const named = applyChanges(stillFund, { "basis.regions": [region("a", 1, 1), region("0", 2, 2)] });
    const changed = applyChanges(named, { "basis.regions.0.openingBalance": 5 });
    expect(at(changed, "basis.regions.1.openingBalance.value")).toBe(5);
  });

  test("a bare value keeps the unit, marks the quantity as an assumption and drops the source", () => {
    const sourced = applyChanges(stillFund, {
      "opening.arrears": { value: 1, unit: "yuan", from: "2023-12", source },
    });
    const assumption = { value: 5, unit: "yuan", basis: "assumption", reason: changedHere };
    expect(at(applyChanges(sourced, { "opening.arrears": 5 }), "opening.arrears")).toEqual(assumption);
    expect(at(applyChanges(sourced, { "opening.arrears.value": 5 }), "opening.arrears")).toEqual(assumption);
  });

  test("a whole quantity stands as it is stated, with its source", () => {
    const stated = { value: 5, unit: "yuan", source };
    expect(at(applyChanges(stillFund, { "opening.arrears": stated }), "opening.arrears")).toEqual(stated);
  });

  test("a change inside a list of values takes the source from the whole list", () => {
    const season = { value: new Array(12).fill(1), unit: "ratio", source };
    const sourced = applyChanges(stillFund, { "drivers.injurySeasonality": season });
    const changed = applyChanges(sourced, {
      "drivers.injurySeasonality.value.0": 0.5,
      "drivers.injurySeasonality.value.11": 1.5,
    });
    expect(at(changed, "drivers.injurySeasonality")).toEqual({
      value: [0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5],
      unit: "ratio",
      basis: "assumption",
      reason: changedHere,
    });
  });

  test("a plain field, an optional one that was absent, a whole part", () => {
    const changed = applyChanges(stillFund, {
      months: 24,
      "rules.measure": { kind: "none" },
      "rules.contribution.baseRates": [assumed([1, 1, 1, 1, 1, 1, 1, 1], "fraction")],
    });
    expect(at(changed, "months")).toBe(24);
    expect(parseScenario(changed).rules.contribution.baseRates?.[0]?.value).toHaveLength(8);
  });

  test("no change gives an equal document", () => {
    expect(applyChanges(stillFund, {})).toEqual(stillFund);
  });

  test("neither the document nor the changes are touched", () => {
    const document: unknown = JSON.parse(JSON.stringify(stillFund));
    const changes = { "opening.of": at(stillFund, "opening.of"), "opening.of.reserveFund": 5 };
    const before = JSON.stringify([document, changes]);
    const changed = applyChanges(document, changes);
    expect(at(changed, "opening.of.reserveFund.value")).toBe(5);
    expect(JSON.stringify([document, changes])).toBe(before);
  });
});

describe("a change that fits nowhere is refused", () => {
  test.each([
    ["rules.triger.level", "a path into the scenario; there is no rules.triger"],
    ["seed.length.x", "a path into the scenario; seed has no parts"],
    ["basis.regions.z.payroll", "a path into the scenario; there is no basis.regions.z"],
    ["basis.regions.1", "an element of basis.regions"],
    ["basis.regions.-1", "an element of basis.regions"],
    ["basis.regions..payroll", "a path into the scenario"],
    ["", "a path into the scenario"],
    ["basis.regions.1e0.payroll", "a path into the scenario; there is no basis.regions.1e0"],
    ["__proto__.polluted", "a path into the scenario"],
    ["rules.__proto__", "a path into the scenario"],
    ["rules.constructor.prototype.polluted", "a path into the scenario"],
    ["toString.name", "a path into the scenario; there is no toString"],
  ])("%s", (path, expected) => {
    expect(problemsOf(() => applyChanges(stillFund, { [path]: 1 }))).toEqual([{ path, expected, value: 1 }]);
    expect("polluted" in {}).toBe(false);
  });

  test("all of them at once", () => {
    const problems = problemsOf(() => applyChanges(stillFund, { "x.y": 1, "months.z": 2, months: 3 }));
    expect(problems).toMatchObject([{ path: "x.y" }, { path: "months.z" }]);
  });

  test("a last key that the schema does not know is refused by the schema", () => {
    expect(problemsOf(() => parseScenario(applyChanges(stillFund, { "rules.colour": 1 })))).toEqual([
      { path: "rules.colour", expected: "no such key", value: 1 },
    ]);
  });
});

describe("a file based on another", () => {
  const files: Record<string, unknown> = {
    still: stillFund,
    rich: { base: "still", id: "rich", changes: { "basis.regions.a.openingBalance": 2_000 } },
    short: { base: "rich", id: "short", title: { zh: "短", en: "Short" }, changes: { months: 12 } },
    ring: { base: "round", id: "ring", changes: {} },
    round: { base: "ring", id: "round", changes: {} },
    self: { base: "self", id: "self", changes: {} },
  };
  const load = (id: string): unknown => files[id];

  test("stands on its base and on the base's base", () => {
    const short = parseScenario(resolveScenario(files["short"], load));
    expect(short.id).toBe("short");
    expect(short.title.en).toBe("Short");
    expect(short.about).toEqual(at(stillFund, "about"));
    expect(short.months).toBe(12);
    expect(short.basis.regions[0]?.openingBalance.value).toBe(2_000);
    expect(baseOf(files["short"])).toBe("rich");
    expect(baseOf(stillFund)).toBeUndefined();
  });

  test("a file that stands alone is given back as it is", () => {
    expect(resolveScenario(stillFund, load)).toBe(stillFund);
    expect(resolveScenario(5, load)).toBe(5);
  });

  test.each(["ring", "round", "self"])("a circle is refused: %s", (id) => {
    expect(problemsOf(() => resolveScenario(files[id], load))).toMatchObject([
      { path: "base", expected: "a scenario that is not based on this one" },
    ]);
  });

  test("an unknown key, a base that is no text, no changes: with path, expectation and value", () => {
    expect(problemsOf(() => resolveScenario({ base: 5, id: "x", months: 12 }, load))).toEqual([
      { path: "base", expected: "a file {base, id, changes}: string", value: 5 },
      { path: "changes", expected: "a file {base, id, changes}: record", value: undefined },
      { path: "months", expected: "a file {base, id, changes}: no such key", value: 12 },
    ]);
  });

  test("a base that does not exist leaves a scenario that is refused", () => {
    const orphan = { base: "nowhere", id: "orphan", changes: {} };
    expect(() => parseScenario(resolveScenario(orphan, load))).toThrow(ScenarioError);
    expect(() => resolveScenario({ ...orphan, changes: { months: 1 } }, load)).toThrow(ScenarioError);
  });
});
