import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "../../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../../src/model/scenario/parse.ts";
import { type Problem, problemText, ScenarioError } from "../../../src/model/scenario/problem.ts";
import { assumed, region, stillFund } from "../fund.ts";

/** The problems of an input; none if it is accepted. Anything but a ScenarioError goes through. */
function problemsOf(input: unknown): readonly Problem[] {
  try {
    parseScenario(input);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
}

/** The still fund with changes as they stand: no quantity is made of a bare value. */
function changed(changes: Readonly<Record<string, unknown>>): unknown {
  const document = JSON.parse(JSON.stringify(stillFund)) as unknown;
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(".");
    const parent = keys.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(node as object, key), document);
    Object.defineProperty(parent, keys[keys.length - 1] ?? "", {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return document;
}

function without(path: string): unknown {
  const document = changed({});
  const keys = path.split(".");
  const parent = keys.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(node as object, key), document);
  Reflect.deleteProperty(parent as object, keys[keys.length - 1] ?? "");
  return document;
}

const classes = [1, 1, 1, 1, 1, 1, 1, 1];
const group = {
  frequency: assumed([0, 0, 0, 0, 0, 0, 0, 0.01], "claims per person-year"),
  severity: {
    family: "lognormal",
    mean: assumed(1_000, "yuan"),
    cv: assumed(1, "ratio"),
    wageShare: assumed(0, "ratio"),
    excessTrend: assumed(0, "fraction/year"),
    medicalLoading: assumed(0, "ratio"),
  },
  paymentPattern: assumed([1], "fraction"),
};
const loadings = {
  wageGrowth: assumed(1, "ratio"),
  employmentGrowth: assumed(1, "ratio"),
  logFrequency: assumed(1, "ratio"),
};
const detailed: unknown = {
  kind: "detailed",
  regions: [
    {
      id: "a",
      name: { zh: "甲", en: "A" },
      headcount: assumed(classes, "persons"),
      contributionWage: assumed(classes, "yuan/month"),
      experienceFactor: assumed(1, "ratio"),
      frequencyFactor: assumed(1, "ratio"),
      severityFactor: assumed(1, "ratio"),
      openingBalance: assumed(900, "yuan"),
      loadings,
    },
  ],
  groups: { medical: group, disability: group, death: group, other: group },
};
/** Changes that put the still fund on the detailed basis, made anew for each use. */
function detailedFund(): { basis: unknown; "rules.contribution.baseRates": unknown } {
  return {
    basis: JSON.parse(JSON.stringify(detailed)) as unknown,
    "rules.contribution.baseRates": [
      assumed(
        classes.map(() => 0.01),
        "fraction",
      ),
    ],
  };
}
const nine = [...classes, 1];

const period = {
  contributionIncome: assumed(1_200, "yuan"),
  otherIncome: assumed(0, "yuan"),
  benefitPayout: assumed(1_200, "yuan"),
  otherOutgo: assumed(0, "yuan"),
  transferUp: assumed(0, "yuan"),
};
const condition = {
  comparison: assumed("below", "reading"),
  tolerance: assumed(0, "months"),
  confirmation: assumed(1, "observations"),
  obligation: assumed("may", "reading"),
};
const uncorrelated = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
];
/** The correlation of the first two drivers at [0][1] and [1][0]. */
const correlated = (above: number, below = above, diagonal = 1): number[][] =>
  uncorrelated.map((row, i) =>
    row.map((entry, j) =>
      i === 0 && j === 1 ? above : i === 1 && j === 0 ? below : i === 0 && j === 0 ? diagonal : entry,
    ),
  );

test("the still fund and the same on the detailed basis are valid", () => {
  expect(problemsOf(stillFund)).toEqual([]);
  expect(problemsOf(changed(detailedFund()))).toEqual([]);
});

describe("bad input is refused with path, expectation and value", () => {
  const noRecord: readonly (readonly [string, unknown, Problem])[] = [
    ["nothing", undefined, { path: "", expected: "object", value: undefined }],
    ["null", null, { path: "", expected: "object", value: null }],
    ["a list", [], { path: "", expected: "object", value: [] }],
    ["text", "{}", { path: "", expected: "object", value: "{}" }],
  ];
  test.each(noRecord)("%s instead of a scenario", (_, input, problem) => {
    expect(problemsOf(input)).toEqual([problem]);
  });

  const cases: readonly (readonly [string, Record<string, unknown>, string, string, unknown])[] = [
    ["an unknown key", { colour: "red" }, "colour", "no such key", "red"],
    ["an unknown key deep inside", { "rules.trigger.colour": 1 }, "rules.trigger.colour", "no such key", 1],
    ["a wrong unit", { "opening.arrears.unit": "万元" }, "opening.arrears.unit", '"yuan"', "万元"],
    ["a wrong version", { schema: 2 }, "schema", "1", 2],
    ["a version as text", { schema: "1" }, "schema", "1", "1"],
    ["NaN", { "opening.arrears.value": Number.NaN }, "opening.arrears.value", "number", Number.NaN],
    [
      "infinity",
      { "opening.arrears.value": Number.POSITIVE_INFINITY },
      "opening.arrears.value",
      "number",
      Number.POSITIVE_INFINITY,
    ],
    ["text for a number", { "opening.arrears.value": "5" }, "opening.arrears.value", "number", "5"],
    ["null for a number", { "opening.arrears.value": null }, "opening.arrears.value", "number", null],
    ["a negative amount", { "opening.arrears.value": -1 }, "opening.arrears.value", "a number ≥ 0", -1],
    ["no month at all", { months: 0 }, "months", "a number ≥ 1", 0],
    ["more than 600 months", { months: 601 }, "months", "a number ≤ 600", 601],
    ["half a month", { months: 1.5 }, "months", "int", 1.5],
    ["a thirteenth month", { start: "2024-13" }, "start", "a month such as 2024-01", "2024-13"],
    [
      "a rate of 90 for 0.9",
      { "rules.contribution.collectionRate.value": 90 },
      "rules.contribution.collectionRate.value",
      "a number ≤ 1",
      90,
    ],
    ["no region", { "basis.regions": [] }, "basis.regions", "≥ 1 entries", []],
    [
      "two regions of one id",
      { "basis.regions": [region("a", 1, 1_000), region("a", 2, 0)] },
      "basis.regions.1.id",
      "an id used once",
      "a",
    ],
    ["an unknown basis", { "basis.kind": "total" }, "basis.kind", '"fundLevel" or "detailed"', "total"],
    [
      "an unknown reading",
      { "rules.payableMonths.observation.value": "weekly" },
      "rules.payableMonths.observation.value",
      '"monthEnd" or "quarterEnd" or "yearEnd" or "calendarMonth"',
      "weekly",
    ],
    [
      "a numerator part named twice",
      { "rules.payableMonths.numerator.value": ["pooledAccount", "pooledAccount"] },
      "rules.payableMonths.numerator.value",
      "each part once",
      ["pooledAccount", "pooledAccount"],
    ],
    [
      "shares that do not add up to 1",
      { "basis.regions.0.paymentPattern.value": [0.5, 0.4] },
      "basis.regions.0.paymentPattern.value",
      "shares that add up to 1",
      [0.5, 0.4],
    ],
    [
      "seasonality without mean 1",
      { "rules.contribution.seasonality.value": new Array(12).fill(1.1) },
      "rules.contribution.seasonality.value",
      "twelve factors with mean 1",
      new Array(12).fill(1.1),
    ],
    [
      "a negative headcount",
      { ...detailedFund(), "basis.regions.0.headcount.value.3": -5 },
      "basis.regions.0.headcount.value.3",
      "a number ≥ 0",
      -5,
    ],
    [
      "nine classes",
      { ...detailedFund(), "basis.regions.0.headcount.value": nine },
      "basis.regions.0.headcount.value",
      "8 industry classes",
      nine,
    ],
    [
      "nine base rates",
      { ...detailedFund(), "rules.contribution.baseRates": [assumed(nine, "fraction")] },
      "rules.contribution.baseRates.0.value",
      "8 industry classes",
      nine,
    ],
    [
      "a detailed basis without base rates",
      { basis: detailed },
      "rules.contribution.baseRates",
      "base rates of the 8 industry classes, which the detailed basis needs",
      undefined,
    ],
    [
      "a correlation above 1",
      { "drivers.correlation.value": correlated(1.5, 1) },
      "drivers.correlation.value.0.1",
      "a number ≤ 1",
      1.5,
    ],
    [
      "a correlation of a driver with itself that is not 1",
      { "drivers.correlation.value": correlated(0, 0, 0.9) },
      "drivers.correlation.value.0.0",
      "1 on the diagonal",
      0.9,
    ],
    [
      "a correlation that is not symmetric",
      { "drivers.correlation.value": correlated(0.5, 0.4) },
      "drivers.correlation.value.0.1",
      "the same as drivers.correlation.value.1.0 (0.4)",
      0.5,
    ],
    [
      "history with a hole",
      {
        "opening.history": [
          { from: "2022-01", months: 11, ...period },
          { from: "2023-01", months: 12, ...period },
        ],
      },
      "opening.history.0.from",
      "periods in order, without holes, the last one ending before the start",
      "2022-01",
    ],
    [
      "history that ends a month early",
      { "opening.history": [{ from: "2022-12", months: 12, ...period }] },
      "opening.history.0.from",
      "periods in order, without holes, the last one ending before the start",
      "2022-12",
    ],
    [
      "history of 11 months",
      { "opening.history": [{ from: "2023-02", months: 11, ...period }] },
      "opening.history",
      "at least 12 months",
      "11 months",
    ],
    [
      "history too short for the information lag",
      { "rules.payableMonths.informationLag.value": 2 },
      "opening.history",
      "at least 13 months",
      "12 months",
    ],
    [
      "a denominator without its budget",
      { "rules.payableMonths.denominator.value": "budgetYear" },
      "opening.budgets",
      'the budget of 2024, which the denominator "budgetYear" needs',
      [],
    ],
    [
      "two budgets of one year",
      {
        "opening.budgets": [
          { year: 2024, ...period },
          { year: 2024, ...period },
        ],
      },
      "opening.budgets.1.year",
      "a year used once",
      2024,
    ],
    [
      "a hindcast after the horizon",
      {
        hindcast: [
          {
            month: "2027-01",
            series: "fundBalance",
            label: { zh: "实", en: "Actual" },
            point: assumed(1, "yuan or months"),
          },
        ],
      },
      "hindcast.0.month",
      "a month of the 36 months from 2024-01",
      "2027-01",
    ],
    [
      "a deposit that matured before the start",
      { "opening.of.termDeposits": [{ amount: assumed(1, "yuan"), matures: "2023-12" }] },
      "opening.of.termDeposits.0.matures",
      "a month of the 36 months from 2024-01",
      "2023-12",
    ],
    [
      "parts larger than the whole",
      { "opening.of.reserveFund.value": 900.01 },
      "opening.of",
      "parts of the opening balances, together 900 yuan",
      "900.01 yuan",
    ],
    [
      "payers of more than the gap",
      { "rules.shortfall.payers": [payer("a", 0.6), payer("b", 0.6)] },
      "rules.shortfall.payers",
      "shares that add up to 1 at most",
      1.2,
    ],
    [
      "a payer named twice",
      { "rules.shortfall.payers": [payer("a", 0.5), payer("a", 0.5)] },
      "rules.shortfall.payers.1.id",
      'an id used once and not "unpaid"',
      "a",
    ],
    [
      "a payer named unpaid",
      { "rules.shortfall.payers": [payer("unpaid", 0.5)] },
      "rules.shortfall.payers.0.id",
      'an id used once and not "unpaid"',
      "unpaid",
    ],
    [
      "a longest delay shorter than the shortest",
      { "rules.decision": { kind: "delayed", shortest: assumed(3, "months"), longest: assumed(2, "months") } },
      "rules.decision.longest.value",
      "at least the shortest delay 3",
      2,
    ],
    [
      "an upper edge at the lower one",
      { "rules.trigger": { ...condition, kind: "band", upper: assumed(9, "months"), lower: assumed(9, "months") } },
      "rules.trigger.upper.value",
      "more than the lower edge 9",
      9,
    ],
    [
      "a measure on a line that is not there",
      { "rules.measure": { ...restore("2024-12"), on: assumed("watch", "reading") } },
      "rules.measure.on.value",
      '"act", the only line',
      "watch",
    ],
    [
      "a target month after the horizon",
      { "rules.measure": restore("2027-01") },
      "rules.measure.by",
      "a month of the 36 months from 2024-01",
      "2027-01",
    ],
    [
      "a target month before the start",
      { "rules.measure": restore("2023-12") },
      "rules.measure.by",
      "a month of the 36 months from 2024-01",
      "2023-12",
    ],
  ];
  test.each(cases)("%s", (_, changes, path, expected, value) => {
    expect(problemsOf(changed(changes))).toEqual([{ path, expected, value }]);
  });

  test("the edges of what is accepted", () => {
    for (const changes of [
      { months: 600 },
      { "drivers.correlation.value": correlated(1) },
      { "drivers.correlation.value": correlated(-1) },
      { "rules.measure": restore("2026-12") },
      { "rules.shortfall.payers": [payer("a", 0.1), payer("b", 0.2), payer("c", 0.7)] },
      // In binary 0.1 + 0.2 is more than 0.3: parts that make up the whole are accepted.
      {
        "basis.regions.0.openingBalance.value": 0.3,
        "opening.of.reserveFund.value": 0.1,
        "opening.of.turnoverFund.value": 0.2,
      },
    ]) {
      expect(problemsOf(changed(changes))).toEqual([]);
    }
  });

  test("a correlation matrix that no joint distribution has", () => {
    // Two drivers that both go with a third at 0.9 cannot go against each other at −0.9.
    const matrix = [
      [1, 0.9, 0.9, 0],
      [0.9, 1, -0.9, 0],
      [0.9, -0.9, 1, 0],
      [0, 0, 0, 1],
    ];
    expect(problemsOf(changed({ "drivers.correlation.value": matrix }))).toEqual([
      { path: "drivers.correlation.value", expected: "a positive semidefinite matrix", value: matrix },
    ]);
  });

  test("a value without source and without basis, and a basis without reason", () => {
    const bare = { value: 0, unit: "yuan" };
    expect(problemsOf(changed({ "opening.arrears": bare }))).toEqual([
      { path: "opening.arrears", expected: 'a "source" {document, article}, or a "basis" with "reason"', value: bare },
    ]);
    expect(problemsOf(changed({ "opening.arrears": { ...bare, basis: "derived" } }))).toEqual([
      { path: "opening.arrears.reason", expected: 'a "reason" {zh, en} for basis "derived"', value: undefined },
    ]);
    expect(problemsOf(changed({ "opening.arrears": { ...bare, source: { document: "Form 1" } } }))).toEqual([]);
  });

  test("a field that is missing", () => {
    expect(problemsOf(without("rules.trigger"))).toEqual([
      { path: "rules.trigger", expected: "object", value: undefined },
    ]);
    expect(problemsOf(without("rules.trigger.kind"))).toEqual([
      {
        path: "rules.trigger.kind",
        expected: '"band" or "line" or "corridor" or "budgetDeficit" or "none"',
        value: undefined,
      },
    ]);
  });

  test("the denominator of the year before needs its January", () => {
    const mid = {
      start: "2024-03",
      "opening.history": [{ from: "2023-03", months: 12, ...period }],
      "rules.payableMonths.denominator.value": "previousCalendarYear",
    };
    expect(problemsOf(changed(mid))).toEqual([
      {
        path: "opening.history",
        expected: 'months from January 2023 on, which the denominator "previousCalendarYear" needs',
        value: "12 months",
      },
    ]);
    const from = { ...mid, "opening.history": [{ from: "2023-01", months: 14, ...period }] };
    expect(problemsOf(changed(from))).toEqual([]);
  });

  test("the budget denominator needs next year's budget when the drafting month is past", () => {
    const from = (start: string, year: number): unknown =>
      changed({
        start,
        "opening.history": [{ from: `2023-${start.slice(5)}`, months: 12, ...period }],
        "opening.budgets": [{ year, ...period }],
        "rules.payableMonths.denominator.value": "budgetYear",
      });
    expect(problemsOf(from("2024-10", 2024))).toEqual([]);
    expect(problemsOf(from("2024-11", 2024)).map(({ expected }) => expected)).toEqual([
      'the budget of 2025, which the denominator "budgetYear" needs',
    ]);
  });
});

describe("hostile input", () => {
  test("keys that reach a prototype are unknown keys", () => {
    const before = Object.keys(Object.prototype);
    for (const text of ['{"__proto__": {"polluted": 1}}', '{"constructor": {"prototype": {"polluted": 1}}}']) {
      const root = changed({}) as object;
      Object.defineProperties(root, Object.getOwnPropertyDescriptors(JSON.parse(text) as object));
      expect(problemsOf(root).map(({ expected }) => expected)).toEqual(["no such key"]);
      const inside = changed({ "rules.trigger": Object.assign(JSON.parse(text) as object, { kind: "line" }) });
      expect(problemsOf(inside).length).toBeGreaterThan(0);
    }
    expect(Object.keys(Object.prototype)).toEqual(before);
    expect("polluted" in {}).toBe(false);
  });

  test("nesting without end is refused, and so shown that its depth costs nothing", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    for (const input of [
      deep,
      changed({ basis: deep }),
      changed({ deep }),
      changed({ "opening.arrears.value": deep }),
    ]) {
      const problems = problemsOf(input);
      expect(problems).toHaveLength(1);
      expect(problemText(problems[0])).toContain('got [[[["…"]]]]');
    }
    expect(() => applyChanges(stillFund, { seed: deep })).toThrow(ScenarioError);
  });
});

test("a list too long for its place is refused as a whole, not entry by entry", () => {
  for (const path of ["opening.history", "opening.budgets", "opening.of.termDeposits", "basis.regions", "hindcast"]) {
    const problems = problemsOf(changed({ [path]: new Array(100_000).fill(0) }));
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.expected).toMatch(/^≤ \d+ entries$/);
  }
});

describe("all problems at once", () => {
  test("of every kind, also rules between fields beside broken fields", () => {
    const problems = problemsOf(
      changed({
        ...detailedFund(),
        colour: "red",
        schema: 3,
        "opening.arrears.unit": "fen",
        "basis.regions.0.headcount.value": nine,
        "basis.regions.0.contributionWage.value.0": -1,
        "drivers.correlation.value": correlated(0.5, 0.4),
        "rules.shortfall.payers": [payer("a", 0.6), payer("b", 0.6)],
        hindcast: [
          {
            month: "2030-01",
            series: "fundBalance",
            label: { zh: "实", en: "Actual" },
            point: assumed(1, "yuan or months"),
          },
        ],
      }),
    );
    expect(problems.map(({ path }) => path).sort()).toEqual([
      "basis.regions.0.contributionWage.value.0",
      "basis.regions.0.headcount.value",
      "colour",
      "drivers.correlation.value.0.1",
      "hindcast.0.month",
      "opening.arrears.unit",
      "rules.shortfall.payers",
      "schema",
    ]);
  });

  test("the message has one line for each, long values cut and a long list counted", () => {
    const error = new ScenarioError([
      { path: "", expected: "object", value: "x".repeat(200) },
      { path: "months", expected: "a number ≥ 1", value: Number.NaN },
      { path: "id", expected: "string", value: undefined },
      { path: "basis", expected: "object", value: [{ a: null }] },
    ]);
    const lines = error.message.split("\n");
    expect(lines[0]).toMatch(/^\(whole file\): expected object, got "x+…$/);
    expect(lines[0]?.length).toBeLessThan(130);
    expect(lines.slice(1)).toEqual([
      "months: expected a number ≥ 1, got NaN",
      "id: expected string, got nothing",
      'basis: expected object, got [{"a":null}]',
    ]);
    expect(error.name).toBe("ScenarioError");
    const many = Array.from({ length: 1_000 }, (_, i) => ({ path: `key${i}`, expected: "no such key", value: i }));
    const long = new ScenarioError(many);
    expect(long.problems).toHaveLength(1_000);
    expect(long.message.split("\n")).toHaveLength(201);
    expect(long.message.endsWith("… and 800 more problems")).toBe(true);
  });
});

describe("random damage to a valid file", () => {
  const places = (function collect(node: unknown, path: readonly string[]): (readonly string[])[] {
    if (typeof node !== "object" || node === null) return [path];
    return [path, ...Object.entries(node).flatMap(([key, child]) => collect(child, [...path, key]))];
  })(changed(detailedFund()), []).filter((path) => path.length > 0);
  const junk = fc.oneof(
    fc.anything(),
    fc.constantFrom(null, undefined, Number.NaN, Number.POSITIVE_INFINITY, -1, 1e308, "", "5", [], {}, [[]], true),
    fc.jsonValue(),
  );

  test("is refused with a ScenarioError, or keeps the type of every field", () => {
    const valid = parseScenario(changed(detailedFund()));
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom("replace", "remove", "add"),
        junk,
        (path, kind, value) => {
          const document = changed(detailedFund());
          const parent = path.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(node as object, key), document);
          const key = path[path.length - 1] ?? "";
          const before: unknown = Reflect.get(parent as object, key);
          if (kind === "remove") Reflect.deleteProperty(parent as object, key);
          else if (kind === "replace") Reflect.set(parent as object, key, value);
          else if (typeof before === "object" && before !== null) Reflect.set(before, "extra", value);
          const problems = problemsOf(document);
          for (const problem of problems) expect(problemText(problem)).toMatch(/^.+: expected .+, got .+$/su);
          if (problems.length > 0) return;
          const accepted = parseScenario(document);
          const at = path.reduce<unknown>(
            (node, each) => (node === undefined ? undefined : Reflect.get(node as object, each)),
            accepted,
          );
          const was = path.reduce<unknown>((node, each) => Reflect.get(node as object, each), valid);
          if (at !== undefined) expect(typeof at).toBe(typeof was);
          if (typeof at === "number") expect(Number.isFinite(at)).toBe(true);
          if (kind === "add" && !Array.isArray(before)) expect(Reflect.get(Object(at), "extra")).toBeUndefined();
        },
      ),
      { numRuns: 500, seed: 20_240_101 },
    );
  });
});

function payer(id: string, share: number): object {
  return { id, name: { zh: id, en: id }, share: assumed(share, "fraction") };
}

function restore(by: string): object {
  return {
    kind: "restore",
    target: assumed(9, "months"),
    by,
    cap: assumed(2, "ratio"),
    rounding: assumed(0, "fraction"),
    on: assumed("act", "reading"),
    effective: { kind: "nextMonth", lead: assumed(0, "months") },
    hold: assumed(0, "months"),
  };
}
