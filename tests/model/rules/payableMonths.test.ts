import { describe, expect, test } from "vitest";
import { observesMonth, payable } from "../../../src/model/rules/payableMonths.ts";
import { compile } from "../../../src/model/scenario/compile.ts";
import { assumed, fund } from "../fund.ts";
import { problemsOf } from "../problems.ts";
import { runBlock, series } from "../run.ts";

type Changes = Readonly<Record<string, unknown>>;

const months = (changes: Changes): number[] => series(runBlock(fund(changes), 1), "payableMonths");

test("payable months = numerator ÷ (yearly outgo ÷ 12); no outgo has no number", () => {
  expect([payable(900, 1_200), payable(0, 1_200), payable(1, 0)]).toEqual([9, 0, Number.NaN]);
});

test.each([
  ["monthEnd", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ["quarterEnd", [3, 6, 9, 12]],
  ["yearEnd", [12]],
  ["calendarMonth", [8]],
] as const)("%s observes the months %s", (observation, expected) => {
  const all = Array.from({ length: 12 }, (_, i) => i + 1);
  expect(all.filter((month) => observesMonth(observation, month, 8))).toEqual(expected);
});

describe("denominators that are no outgo", () => {
  test("a stated amount: 900 yuan are 2.5 months of 4,320 a year, whatever is paid", () => {
    const stated = {
      "rules.payableMonths.denominator": "stated",
      "rules.payableMonths.yearlyAmount": assumed(4_320, "yuan/year"),
    };
    expect(months(stated)[0]).toBe(2.5);
    expect(compile(fund(stated)).shape.openingPayableMonths).toBe(2.5);
    expect(months({ ...stated, "basis.regions.a.claims": 0 })[0]).toBeCloseTo(1_000 / 360, 9);
  });

  test("a share of wages: 900 yuan are 18 months of half a percent of 120,000", () => {
    const costRate = {
      "rules.payableMonths.denominator": "costRate",
      "rules.payableMonths.costRate": assumed(0.005, "fraction"),
    };
    expect(compile(fund(costRate)).shape.openingPayableMonths).toBe(18);
    expect(new Set(months(costRate).map((each) => each.toFixed(9)))).toEqual(new Set(["18.000000000"]));
  });

  test("wages that grow by 10 % each January: the base of the last 12 months, month by month", () => {
    const growing = {
      "rules.payableMonths.denominator": "costRate",
      "rules.payableMonths.costRate": assumed(0.01, "fraction"),
      "drivers.wageGrowth.mean": 0.1,
      "drivers.wageGrowth.latest": 0.1,
      "basis.regions.a.severity.wageShare": 1,
    };
    const found = months(growing);
    // June 2025: 6 months of 10,000 and 6 of 11,000 are 126,000; a hundredth is 1,260 a year, 105 a month.
    expect(found[17]).toBeCloseTo(900 / 105, 9);
    expect(found[23]).toBeCloseTo(900 / 110, 9);
  });
});

describe("a projection judges the outlook at the unchanged rate, and leaves the figure as it is", () => {
  // 10 a month less: 900 at the start, 780 at the end of 2024, 660 at the end of 2025; 110 out a month.
  const falling = {
    "basis.regions.a.claims": 11,
    "opening.history.0.benefitPayout": 1_320,
    "rules.trigger.level": 6.5,
    "rules.payableMonths.observation": "quarterEnd",
  };
  test.each([
    // 715 are 6.5 months: reached in July 2025, so the quarter end of September is the first below.
    ["the figure of the day", {}, 20],
    // The end of this year is below from the first observation in 2025 on: 660.
    ["the end of this year", { "rules.payableMonths.projection": assumed(0, "calendar years") }, 14],
    // The end of next year is 660 already in March 2024.
    ["the end of next year", { "rules.payableMonths.projection": assumed(1, "calendar years") }, 2],
  ])("%s", (_, projection, first) => {
    const block = runBlock(fund({ ...falling, ...projection }), 1);
    expect(block.triggers[0].first[0]).toBe(first);
    expect(series(block, "payableMonths")[0]).toBeCloseTo(890 / 110, 9);
  });

  test("what is decided and not yet in force counts as the rate", () => {
    // Rates × 1.2 from January 2025 are decided in March 2024: at the end of 2025 there are 780 + 120 = 900.
    const block = runBlock(
      fund({
        ...falling,
        "rules.payableMonths.projection": assumed(1, "calendar years"),
        "rules.measure": {
          kind: "multiply",
          factor: assumed(1.2, "ratio"),
          cap: assumed(1.2, "ratio"),
          on: assumed("act", "reading"),
          effective: { kind: "january", lead: assumed(0, "months") },
          hold: assumed(0, "months"),
        },
      }),
      1,
    );
    expect(block.triggers[0].first[0]).toBe(2);
    // In June 2024 the end of 2025 stands at 900: no longer below.
    expect(block.triggers[0].monthsBelow[0]).toBe(3);
  });
});

test.each([
  ["stated", "rules.payableMonths.yearlyAmount", 'an amount above 0, which the denominator "stated" needs'],
  ["costRate", "rules.payableMonths.costRate", 'a share above 0, which the denominator "costRate" needs'],
])("the denominator %s without what it needs is refused", (denominator, path, expected) => {
  expect(problemsOf({ "rules.payableMonths.denominator": denominator })).toEqual([
    { path, expected, value: undefined },
  ]);
});

test("a yearly observation without its month, and a projection beyond next year, are refused", () => {
  expect(problemsOf({ "rules.payableMonths.observation": "calendarMonth" })).toEqual([
    {
      path: "rules.payableMonths.observationMonth",
      expected: 'the calendar month that "calendarMonth" observes',
      value: undefined,
    },
  ]);
  expect(problemsOf({ "rules.payableMonths.projection": assumed(2, "calendar years") })).toMatchObject([
    { path: "rules.payableMonths.projection.value", expected: "a number ≤ 1" },
  ]);
});
