import { describe, expect, test } from "vitest";
import { definitionsOf } from "../../../src/text/definitions.ts";
import { ruleSentence } from "../../../src/text/rule.ts";
import { fund } from "../fund.ts";
import { runBlock, series } from "../run.ts";
import { accidentReserve, agriculturalReserve } from "./germanyAccident.ts";
import { pensionCorridor, pensionCorridorOf1999 } from "./germanyPension.ts";
import { koreanReserve } from "./korea.ts";
import { oregonSchedules } from "./oregon.ts";
import { swissSolidarity } from "./switzerland.ts";
import { washingtonSchedules, washingtonSurcharge } from "./washington.ts";

type Changes = Readonly<Record<string, unknown>>;

/** Rates by calendar year (of its December) and balances at year ends of the still fund under a rule. */
function run(rule: Changes, changes: Changes) {
  const block = runBlock(fund({ ...rule, ...changes }), 1);
  const rates = series(block, "rateLevel");
  const balances = series(block, "fundBalance");
  const ends = rates.flatMap((_, t) => (t % 12 === 11 ? [t] : []));
  return {
    rates: ends.map((t) => Number((rates[t] ?? Number.NaN).toFixed(9))),
    januaries: ends.map((t) => Number((rates[t - 11] ?? Number.NaN).toFixed(9))),
    balances: ends.map((t) => Number((balances[t] ?? Number.NaN).toFixed(6))),
    first: block.triggers.map(({ first }) => first[0]),
  };
}

/** 100 in, 100 out a month, so the balance stays where it starts. */
const holding = (balance: number): Changes => ({ "basis.regions.a.openingBalance": balance, months: 48 });

describe("Washington, RCW 50.29.041: fewer than 7 months at 30 September, the lowest points that restore 9, at most 0.2 percent", () => {
  // Benefits of a month are 100 yuan; 0.1 percent of wages collects 120 a year. No cut-off of these years calls for 2021–2025.
  test.each([
    ["above the line", 701, [0.01, 0.01, 0.01, 0.01], [701, 701, 701, 701]],
    ["on the line, 7.0 months", 700, [0.01, 0.01, 0.01, 0.01], [700, 700, 700, 700]],
    // 900 − 690 = 210 = 120,000 × 0.175 %; next September 690 + 9 × 17.5 = 847.5 are more than 7 months.
    ["below: one rate year, back to 9 and not to 7", 690, [0.01, 0.01175, 0.01, 0.01], [690, 900, 900, 900]],
    // 900 − 600 = 300 would need 0.25 %: the cap binds, 240 come in, 8.4 months instead of 9; they are more than 7.
    ["the cap binds and the target is missed", 600, [0.01, 0.012, 0.01, 0.01], [600, 840, 840, 840]],
    // 440 + 240 = 680 in December; September has 620, below 7: again, 220 = 120,000 × 0.18333 %.
    ["a second rate year, reckoned anew", 440, [0.01, 0.012, 0.011833333, 0.01], [440, 680, 900, 900]],
  ])("%s", (_, balance, rates, balances) => {
    const found = run(washingtonSurcharge, { ...holding(balance), "rules.measure.exemptYears": [2030] });
    expect(found.rates).toEqual(rates);
    expect(found.balances).toEqual(balances);
    expect(found.januaries).toEqual(rates);
  });

  test("the law suspended itself: rate years 2021 to 2025 pay none, whatever the fund holds; 2020 and 2026 do", () => {
    const found = run(washingtonSurcharge, {
      start: "2019-01",
      months: 96,
      "opening.history.0.from": "2018-01",
      "basis.regions.a.openingBalance": 300,
    });
    // 2020: 300 + 240 = 540. 2026: again below 7 months, 540 + 240.
    expect(found.rates).toEqual([0.01, 0.012, 0.01, 0.01, 0.01, 0.01, 0.01, 0.012]);
    expect(found.balances).toEqual([300, 540, 540, 540, 540, 540, 540, 780]);
  });
});

describe("schedules on wages: a band begins at its lower edge", () => {
  // Wages of a year are 120,000: one percent of them is 1,200, and one yuan in hand a hundredth of a month.
  test.each([
    ["below 0.70 %: F", 839.9, 1.6],
    ["0.70 %: E", 840, 1.4],
    ["below 1.00 %", 1_199.9, 1.4],
    ["1.00 %: D", 1_200, 1.2],
    ["1.40 %: C", 1_680, 1],
    ["1.70 %: B", 2_040, 0.9],
    ["2.10 %: A", 2_520, 0.8],
    ["below 2.90 %", 3_479.9, 0.8],
    ["2.90 %: AA", 3_480, 0.7],
  ])("Washington before 2005, %s", (_, balance, factor) => {
    const { rates } = run(washingtonSchedules, { ...holding(balance), months: 24 });
    expect(rates).toEqual([0.01, Number((0.01 * factor).toFixed(9))]);
  });

  test.each([
    ["below 75 %: VIII", 899.9, 1.8],
    ["75 %: VII", 900, 1.6],
    ["100 %: VI", 1_200, 1.4],
    ["125 %: V", 1_500, 1.3],
    ["145 %: IV", 1_740, 1.2],
    ["170 %: III", 2_040, 1.1],
    ["below 190 %", 2_279.9, 1.1],
    ["190 %: II", 2_280, 1],
    ["below 200 %", 2_399.9, 1],
    ["200 %: I", 2_400, 0.9],
  ])("Oregon, ORS 657.459, %s", (_, balance, factor) => {
    const { rates } = run(oregonSchedules, { ...holding(balance), months: 24 });
    expect(rates).toEqual([0.01, Number((0.01 * factor).toFixed(9))]);
  });

  test("Oregon's schedule is chosen anew each year: a low rate wears the fund down to the next one", () => {
    // 2,450 is 204 %: × 0.9, −10 a month. August 2025: 2,370, 197.5 %: × 1 from 2026.
    const found = run(oregonSchedules, holding(2_450));
    expect(found.rates).toEqual([0.01, 0.009, 0.01, 0.01]);
    expect(found.balances).toEqual([2_450, 2_330, 2_330, 2_330]);
  });
});

/** A pension fund: 2,000 in a month at a rate of 20 %, so 0.1 point is 10 a month; `out` a month. */
const pension = (out: number, balance: number): Changes => ({
  "basis.regions.a.contributionRate": 0.2,
  "basis.regions.a.claims": out / 10,
  "basis.regions.a.openingBalance": balance,
  "opening.history.0.contributionIncome": 24_000,
  "opening.history.0.benefitPayout": 12 * out,
});

describe("Germany, §158 SGB VI: 0.2 to 1.5 months at 31 December of the next year, to the bound that was hit, rounded up", () => {
  test.each([
    // At the unchanged rate 400 or 3,000 stay.
    ["on the lower bound", 2_000, 400, [0.2, 0.2]],
    ["below it: 399 + 12 × 0.083 = 400 would do, rounded up to 20.1 %", 2_000, 399, [0.2, 0.201]],
    ["on the upper bound", 2_000, 3_000, [0.2, 0.2]],
    // 10 a month less: 643 − 240 = 403 are more than 402, 641 − 240 = 401 are fewer.
    ["a figure of 0.32 today, 0.2005 at the end of next year", 2_010, 643, [0.2, 0.2]],
    ["a figure of 0.32 today, 0.1995 at the end of next year", 2_010, 641, [0.2, 0.201]],
    // 2,200 in December 2024, 3,400 a year later; 2,850 allowed: 650 ÷ 12 + 1,900 = 1,954.17 is 19.54 %, rounded up 19.6 %.
    ["above it", 1_900, 1_000, [0.2, 0.196]],
  ])("%s", (_, out, balance, rates) => {
    expect(run(pensionCorridor, { ...pension(out, balance), months: 24 }).rates).toEqual(rates);
  });

  test("rounding up leaves more than the bound: 520 and not 402 at the end of 2025", () => {
    expect(run(pensionCorridor, { ...pension(2_010, 640), months: 24 }).balances).toEqual([520, 520]);
  });

  test("of 1999: a rate stays three calendar years, whatever the outlook says", () => {
    // Each January 1 % more outgo: below one month again a year later, but the rate of 2025 stays to the end of 2027.
    const growing = { ...pension(2_100, 3_400), "basis.regions.a.severity.excessTrend": 0.01, months: 72 };
    const { rates } = run(pensionCorridorOf1999, growing);
    const { rates: free } = run(pensionCorridorOf1999, {
      ...growing,
      "rules.measure.hold": 0,
      "rules.excessMeasure.hold": 0,
    });
    expect(rates[0]).toBe(0.2);
    expect(rates[1]).toBeGreaterThan(0.2);
    expect(rates.slice(1, 4)).toEqual(new Array(3).fill(rates[1]));
    expect(rates[4]).toBeGreaterThan(rates[3] ?? Number.NaN);
    expect(free[2]).toBeGreaterThan(free[1] ?? Number.NaN);
  });
});

describe("Germany, §172a SGB VII: 1.5 percent of last year's outgo a year until the minimum of 2 months is reached", () => {
  // Outgo of a year is 1,200: 18 a year are 0.015 % of wages.
  test.each([
    ["on the minimum", accidentReserve(), 200, [0.01, 0.01, 0.01, 0.01], [200, 200, 200, 200]],
    [
      "two years: 18, then the 12 that are missing",
      accidentReserve(),
      170,
      [0.01, 0.01015, 0.0101, 0.01],
      [170, 188, 200, 200],
    ],
    [
      "the supervisor approves half",
      accidentReserve(0.5),
      170,
      [0.01, 0.010075, 0.010075, 0.010075],
      [170, 179, 188, 197],
    ],
    [
      "agriculture, §184: 6 a year to one month",
      agriculturalReserve,
      92,
      [0.01, 0.01005, 0.010016667, 0.01],
      [92, 98, 100, 100],
    ],
  ])("%s", (_, rule, balance, rates, balances) => {
    const found = run(rule, holding(balance));
    expect(found.rates).toEqual(rates);
    expect(found.balances).toEqual(balances);
  });

  test.each([
    [400, -1],
    [401, 11],
  ])("the maximum of 4 months is watched: %d yuan", (balance, first) => {
    expect(run(accidentReserve(), holding(balance)).first).toEqual([first, -1]);
  });
});

test.each([
  [1_200, -1],
  [1_199, 11],
])("Korea: last year's benefits, 12 months, at the year end: %d yuan", (balance, first) => {
  expect(run(koreanReserve, holding(balance)).first).toEqual([first]);
});

describe("Switzerland, Art. 90c AVIG: levied until the fund exceeds 2.5, then ends by itself", () => {
  // 110 out a month, 140 in with the levy: 30 more a month, 360 a year.
  const short = (balance: number): Changes => ({
    "basis.regions.a.claims": 11,
    "opening.history.0.benefitPayout": 1_320,
    "basis.regions.a.openingBalance": balance,
    months: 48,
  });
  test.each([
    ["no debt yet at the first year end", 120, [0.01, 0.01, 0.014, 0.014], [0, -120, 240, 600]],
    ["exactly 250 after a year: not exceeded, the levy goes on", 10, [0.01, 0.014, 0.014, 0.01], [-110, 250, 610, 490]],
    ["250.1: ended", 10.1, [0.01, 0.014, 0.01, 0.01], [-109.9, 250.1, 130.1, 10.1]],
  ])("%s", (_, balance, rates, balances) => {
    const found = run(swissSolidarity, short(balance));
    expect(found.balances).toEqual(balances);
    expect(found.rates).toEqual(rates);
  });
});

test.each([
  ["Washington", washingtonSurcharge],
  ["Washington before 2005", washingtonSchedules],
  ["Oregon", oregonSchedules],
  ["Germany, pensions", pensionCorridor],
  ["Germany, pensions 1999", pensionCorridorOf1999],
  ["Germany, accidents", accidentReserve(0.5)],
  ["Korea", koreanReserve],
  ["Switzerland", swissSolidarity],
])("%s can be read in both languages", (_, rule) => {
  const scenario = fund(rule);
  const said = Object.values(definitionsOf(scenario));
  const [zh, en] = [ruleSentence(scenario.rules, "zh"), ruleSentence(scenario.rules, "en")];
  for (const text of [zh, ...said.map((each) => each.zh)]) expect(text).toMatch(/[\u3400-\u9fff]/);
  for (const text of [en, ...said.map((each) => each.en)]) expect(text).not.toMatch(/[\u3400-\u9fff]|undefined|NaN/);
  expect([zh, en]).toMatchSnapshot();
});
