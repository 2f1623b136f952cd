import fc from "fast-check";
import { expect, test } from "vitest";
import { probability as wilson } from "../../src/model/simulation/probability.ts";
import { monthEnd, monthName, timeLeft } from "../../src/text/dates.ts";
import { count, fixed, grouped, level, money, moneyNumber, months, probability } from "../../src/text/numbers.ts";

test.each([
  [1.005, 2, "1.01"],
  [-1.005, 2, "−1.01"],
  [2.5, 0, "3"],
  [-2.5, 0, "−3"],
  [0.5, 0, "1"],
  [0.49999999999999994, 0, "0"],
  [0.04, 1, "0.0"],
  [-0.04, 1, "0.0"],
  [0.05, 1, "0.1"],
  [9.995, 2, "10.00"],
  [1e21, 0, "1000000000000000000000"],
  [1.5e-7, 7, "0.0000002"],
  [0, 2, "0.00"],
])("%d with %i decimals is %s", (value, decimals, text) => {
  expect(fixed(value, decimals)).toBe(text);
});

test("a number that is not finite is refused", () => {
  expect(() => fixed(Number.NaN, 2)).toThrow("expected a finite number, got NaN");
});

test("rounding errs by at most half a unit of the last place, and agrees with exact decimals", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (thousandths, decimals) => {
      const unit = 10 ** (3 - decimals);
      const rounded = Math.sign(thousandths) * Math.floor(Math.abs(thousandths) / unit + 0.5);
      const shown = fixed(thousandths / 1000, decimals)
        .replace("−", "-")
        .replace(".", "");
      expect(Number(shown)).toBe(rounded + 0);
    }),
  );
});

test("money in each unit, divided without error and parted by narrow spaces that do not break", () => {
  expect(money(694_417_573.66, "yuan", "zh")).toBe("694\u202f417\u202f573.66 元");
  expect(money(694_417_573.66, "tenThousandYuan", "zh")).toBe("69\u202f441.76 万元");
  expect(money(694_417_573.66, "hundredMillionYuan", "zh")).toBe("6.94 亿元");
  expect(money(-10_050, "tenThousandYuan", "en")).toBe("−1.01 × 10k yuan");
  expect(money(1234, "yuan", "en", 0)).toBe("1234 yuan");
  expect(moneyNumber(-12_345, "yuan", 0)).toBe("−12\u202f345");
  expect(grouped("−123456.7891")).toBe("−123\u202f456.7891");
});

test("counts, months and levels", () => {
  expect([count(999), count(10_000), count(1_234_567)]).toEqual(["999", "10,000", "1,234,567"]);
  expect([months(9.3, "zh"), months(9.3, "en"), months(1, "en", 0)]).toEqual(["9.3 个月", "9.3 months", "1 month"]);
  expect([level(9, "zh"), level(9.5, "en"), level(9.25, "zh")]).toEqual(["9 个月", "9.5 months", "9.25 个月"]);
});

/** Wilson: half-width of 3,700 of 10,000 is 0.946 points, of 3,700,000 of 10 million 0.0299. */
test.each([
  [3_700, 10_000, "37%（±1 个百分点）", "37% (±1 pp)"],
  [3_700_000, 10_000_000, "37.00%（±0.03 个百分点）", "37.00% (±0.03 pp)"],
  [500, 1_000, "50%（±3 个百分点）", "50% (±3 pp)"],
  [120, 10_000, "1.2%（±0.2 个百分点）", "1.2% (±0.2 pp)"],
  [3, 10_000, "0.03%（0.01%–0.09%）", "0.03% (0.01%–0.09%)"],
  [1, 10_000, "0.01%（0.001%–0.06%）", "0.01% (0.001%–0.06%)"],
  [9_997, 10_000, "99.97%（99.91%–99.99%）", "99.97% (99.91%–99.99%)"],
])("%i of %i", (number, paths, zh, en) => {
  expect(probability(wilson(number, paths), "zh").text).toBe(zh);
  expect(probability(wilson(number, paths), "en").text).toBe(en);
});

/** z² ÷ (10,000 + z²) = 0.0384 %, rounded outwards. */
test("nothing and everything counted stand as bounds, never as 0 % and 100 %", () => {
  expect(probability(wilson(0, 10_000), "zh").text).toBe("<0.04%");
  expect(probability(wilson(10_000, 10_000), "zh").text).toBe(">99.96%");
  expect(probability(wilson(0, 20), "en").text).toBe("<17%");
});

test("no count but none and all is shown as 0 % or 100 %", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (paths, share) => {
      const shown = probability(wilson(Math.round(paths * share), paths), "en").value;
      expect(Number(shown.replace("%", ""))).not.toBe(0);
      expect(Number(shown.replace("%", ""))).not.toBe(100);
    }),
  );
});

test("months of the calendar, their ends, and the time left", () => {
  expect([monthName("2027-03", "zh"), monthName("2027-03", "en")]).toEqual(["2027 年 3 月", "Mar 2027"]);
  expect([monthEnd("2028-12", "zh"), monthEnd("2028-06", "zh")]).toEqual(["2028 年底", "2028 年 6 月底"]);
  expect([monthEnd("2028-12", "en"), monthEnd("2028-06", "en")]).toEqual(["the end of 2028", "the end of Jun 2028"]);
  expect([0.4, 12.1, 90, 91, 240].map((seconds) => timeLeft(seconds, "zh"))).toEqual([
    "即将完成",
    "约剩 13 秒",
    "约剩 90 秒",
    "约剩 2 分钟",
    "约剩 4 分钟",
  ]);
  expect(timeLeft(12.1, "en")).toBe("about 13 s left");
});
