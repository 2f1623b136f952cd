import { describe, expect, test } from "vitest";
import { assumed, fund } from "../fund.ts";
import { runBlock, series } from "../run.ts";

type Changes = Readonly<Record<string, unknown>>;

const terms = {
  on: assumed("act", "reading"),
  effective: { kind: "nextMonth", lead: assumed(0, "months") },
  hold: assumed(0, "months"),
};

function times(factor: number, cap = factor, changed: Changes = {}): object {
  return { kind: "multiply", factor: assumed(factor, "ratio"), cap: assumed(cap, "ratio"), ...terms, ...changed };
}

function exit(level: number, observation = "yearEnd"): object {
  return { level: assumed(level, "months"), observation: assumed(observation, "reading") };
}

function effective(kind: string, lead: number, month?: string): object {
  return { kind, lead: assumed(lead, "months"), ...(month === undefined ? {} : { month }) };
}

/** "× 1.15" of the bundled alternatives. */
const times115 = times(1.15, 1.15, { effective: effective("january", 6), exit: exit(15) });

/** `income` and `payout` a month (income at a rate of 1 %), and payable months on the first day. */
function flows(income: number, payout: number, months: number): Record<string, unknown> {
  return {
    "basis.regions.a.payroll": income * 100,
    "basis.regions.a.claims": payout / 10,
    "opening.history.0.benefitPayout": payout * 12,
    "basis.regions.a.openingBalance": payout * months,
  };
}

function rates(changes: Changes): number[] {
  return series(runBlock(fund(changes), 1), "rateLevel");
}

/** The first month with a rate other than 1 %, -1 for none. */
function inForceFrom(changes: Changes): number {
  return rates(changes).findIndex((rate) => rate !== 0.01);
}

/** Payable months fall by 0.1 a month, so that they are first below 9 at the end of month `t`. */
function firesAt(t: number): Record<string, unknown> {
  return flows(90, 100, 9 + t * 0.1 + 0.05);
}

describe("× 1.15: once, from the first January at least six months after firing", () => {
  test.each([
    ["the end of January: next January", 0, 12],
    ["the end of June: next January, exactly six months later", 5, 12],
    ["the end of July: the January of the year after next", 6, 24],
    ["the end of December: the January of the year after next", 11, 24],
  ])("fired at %s", (_, t, from) => {
    const found = rates({ ...firesAt(t), "rules.measure": times115 });
    expect(found.slice(0, from)).toEqual(new Array(from).fill(0.01));
    expect(found.slice(from)).toEqual(new Array(36 - from).fill(0.01 * 1.15));
  });

  test.each([
    ["June", 5, 12],
    ["the end of June seen a month late", 5, 24, 1],
    ["September: the January of the year after next", 6, 24],
  ])("observed at quarter ends, fired in %s", (_, t, from, lag = 0) => {
    const quarterly = {
      "rules.payableMonths.observation": "quarterEnd",
      "rules.payableMonths.informationLag": lag,
      "rules.measure": times115,
    };
    expect(inForceFrom({ ...firesAt(t), ...quarterly })).toBe(from);
  });

  test("a run that starts in April: fired in June, in force from January, its month 9", () => {
    const april = { start: "2024-04", "opening.history.0.from": "2023-04", "rules.measure": times115 };
    expect(inForceFrom({ ...firesAt(2), ...april })).toBe(9);
    expect(inForceFrom({ ...firesAt(3), ...april })).toBe(21);
  });

  test("in force until a year end shows 15 months or more; before that no month end ends it", () => {
    // 1,000 in, 1,000 out: 8.99 months fire at once. From January 2025 on +150 a month: 10.79, 12.59, 14.39 at the year
    // ends, above 15 from May 2028 on, 16.19 at its end.
    const found = rates({ ...flows(1_000, 1_000, 8.99), months: 72, "rules.measure": times115 });
    expect(found.slice(0, 12)).toEqual(new Array(12).fill(0.01));
    expect(found.slice(12, 60)).toEqual(new Array(48).fill(0.01 * 1.15));
    expect(found.slice(60)).toEqual(new Array(12).fill(0.01));
  });

  test("called again after that, and never above 1.15", () => {
    // 1,000 in, 1,050 out: fires at once below 9,450; the balance is 8,890 at the end of 2024, then +100 a month: 14,890 at the
    // end of 2029 (14.2 months), 16,090 at the end of 2030 (15.3). From 2031 on −50 a month: below 9,450 after 133 months, at
    // the end of January 2042; in force again from January 2043.
    const changes = {
      ...flows(1_000, 1_050, 9),
      "basis.regions.a.openingBalance": 9_490,
      months: 240,
      "rules.measure": times115,
    };
    const found = rates(changes);
    const january = (year: number): number => (year - 2024) * 12;
    found.forEach((rate, t) => {
      const raised = (t >= january(2025) && t < january(2031)) || t >= january(2043);
      expect(rate).toBe(raised ? 0.01 * 1.15 : 0.01);
    });
    expect(runBlock(fund(changes), 1).triggers[0]?.firings[0]).toBe(2);
  });

  // × 1.25 of a rate of 1/128 on 128,000, so that not even a rounding error stands between 15 and the line.
  test.each([
    ["15.00 at the end of the third year ends it", 6_000, 48],
    ["14.99 does not; the next year end does", 5_990, 60],
  ])("%s", (_, balance, until) => {
    const exact = {
      ...flows(1_280, 1_000, 0),
      "basis.regions.a.contributionRate": 1 / 128,
      "basis.regions.a.openingBalance": balance,
      months: 72,
      "rules.measure": times(1.25, 1.25, { effective: effective("january", 6), exit: exit(15) }),
    };
    const found = rates(exact);
    expect(found.slice(12, until)).toEqual(new Array(until - 12).fill(1.25 / 128));
    expect(found.slice(until)).toEqual(new Array(72 - until).fill(1 / 128));
  });
});

describe("when a measure takes effect", () => {
  test.each([
    ["next month", effective("nextMonth", 0), 6],
    ["next month after a lead of two", effective("nextMonth", 2), 8],
    ["next January", effective("january", 0), 12],
    ["January with a lead of seven", effective("january", 7), 24],
    ["a given month", effective("month", 0, "2025-03"), 14],
    ["a given month that the decision has passed: next month", effective("month", 0, "2024-03"), 6],
    ["a given month that the lead reaches past", effective("month", 12, "2025-03"), 18],
  ])("fired in June, %s", (_, when, from) => {
    expect(inForceFrom({ ...firesAt(5), "rules.measure": times(1.1, 1.1, { effective: when }) })).toBe(from);
  });

  test("on the watch line of a band it comes before the act line is reached", () => {
    const band = {
      kind: "band",
      upper: assumed(12, "months"),
      lower: assumed(9, "months"),
      comparison: assumed("below", "reading"),
      tolerance: assumed(0, "months"),
      confirmation: assumed(1, "observations"),
      obligation: assumed("may", "reading"),
    };
    const falling = { ...flows(90, 100, 12.25), "rules.trigger": band, months: 48 };
    const on = (line: string): number =>
      inForceFrom({ ...falling, "rules.measure": times(1.01, 1.01, { on: assumed(line, "reading") }) });
    // 12.05 in February, 11.95 in March (month 2); 9.05 in month 31, 8.95 in month 32.
    expect(on("watch")).toBe(3);
    expect(on("act")).toBe(33);
  });

  test("no measure, no change", () => {
    expect(inForceFrom({ ...firesAt(0), "rules.measure": { kind: "none" } })).toBe(-1);
  });
});

describe("steps, caps and shortest time in force", () => {
  /** Five payable months and income equal to payout: far below the line whatever is decided. */
  const poor = flows(100, 100, 5);
  const close = (values: readonly number[]): number[] => values.map((each) => expect.closeTo(each, 12) as number);

  test("each call multiplies, up to the cap: 1.1, then 1.2 for 1.21", () => {
    const found = rates({ ...poor, "rules.measure": times(1.1, 1.2) });
    expect(found.slice(0, 4)).toEqual(close([0.01, 0.011, 0.012, 0.012]));
    expect(Math.max(...found)).toBeCloseTo(0.012, 12);
  });

  test("a hold of six months parts the steps by six", () => {
    const found = rates({ ...poor, "rules.measure": times(1.1, 1.2, { hold: assumed(6, "months") }) });
    expect(found.slice(0, 8)).toEqual(close([0.01, 0.011, 0.011, 0.011, 0.011, 0.011, 0.011, 0.012]));
  });

  test("points are added to the rate, up to the cap", () => {
    const points = { kind: "addPoints", points: assumed(0.002, "fraction"), cap: assumed(0.003, "fraction"), ...terms };
    const block = runBlock(fund({ ...poor, "rules.measure": points }), 1);
    expect(series(block, "rateLevel").slice(0, 4)).toEqual(close([0.01, 0.012, 0.013, 0.013]));
    expect(series(block, "contributionIncome").slice(0, 4)).toEqual(close([100, 120, 130, 130]));
  });

  test("a hold of three months delays the exit, also for points", () => {
    // 4.99 months fire; +0.1 a month then: 5.09 at the end of the first month in force, above the exit at 5.05.
    const near = { ...flows(100, 100, 4.99), "rules.trigger.level": 5 };
    const held = (hold: number): Changes => ({ hold: assumed(hold, "months"), exit: exit(5.05, "monthEnd") });
    const until = (found: readonly number[]): number => found.indexOf(0.01, 1);
    expect(until(rates({ ...near, "rules.measure": times(1.1, 1.1, held(0)) }))).toBe(2);
    expect(until(rates({ ...near, "rules.measure": times(1.1, 1.1, held(1)) }))).toBe(2);
    expect(until(rates({ ...near, "rules.measure": times(1.1, 1.1, held(3)) }))).toBe(4);
    const points = { kind: "addPoints", points: assumed(0.001, "fraction"), cap: assumed(0.001, "fraction") };
    expect(until(rates({ ...near, "rules.measure": { ...points, ...terms, ...held(3) } }))).toBe(4);
  });
});

describe("who decides", () => {
  const measure = { "rules.measure": times(1.1) };
  const delayed = (shortest: number, longest: number): Changes => ({
    "rules.decision": { kind: "delayed", shortest: assumed(shortest, "months"), longest: assumed(longest, "months") },
  });

  test("nobody, somebody at once, somebody three months later", () => {
    expect(inForceFrom({ ...firesAt(5), ...measure, "rules.decision": { kind: "never" } })).toBe(-1);
    expect(inForceFrom({ ...firesAt(5), ...measure })).toBe(6);
    expect(inForceFrom({ ...firesAt(5), ...measure, ...delayed(0, 0) })).toBe(6);
    expect(inForceFrom({ ...firesAt(5), ...measure, ...delayed(3, 3) })).toBe(9);
  });

  test("the lead counts from the decision: fired in June, decided in July, too late for January", () => {
    const january = { "rules.measure": times115 };
    expect(inForceFrom({ ...firesAt(5), ...january, ...delayed(0, 0) })).toBe(12);
    expect(inForceFrom({ ...firesAt(5), ...january, ...delayed(1, 1) })).toBe(24);
  });

  test("a delay between two and five months is uniform over its four months", () => {
    const PATHS = 4_000;
    const block = runBlock(fund({ ...firesAt(5), ...measure, ...delayed(2, 5) }), PATHS);
    const counts = new Map<number, number>();
    for (let p = 0; p < PATHS; p++) {
      const from = series(block, "rateLevel", p).findIndex((rate) => rate !== 0.01);
      counts.set(from, (counts.get(from) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([8, 9, 10, 11]);
    const standardError = Math.sqrt(PATHS * 0.25 * 0.75);
    for (const count of counts.values()) expect(Math.abs(count - PATHS / 4)).toBeLessThan(4.5 * standardError);
  });
});

test("what a decision changes comes later: until then the run is the run without the measure", () => {
  const without = runBlock(fund(firesAt(5)), 1);
  const withMeasure = runBlock(fund({ ...firesAt(5), "rules.measure": times115 }), 1);
  for (const name of ["fundBalance", "payableMonths", "contributionIncome"] as const) {
    expect(series(withMeasure, name).slice(0, 12)).toEqual(series(without, name).slice(0, 12));
    expect(series(withMeasure, name)[12]).toBeGreaterThan(series(without, name)[12] ?? Number.NaN);
  }
});
