import { expect, test } from "vitest";
import { moneyDifference, monthsDifference, pointsDifference } from "../../src/text/differences.ts";

test("a difference has sign, unit and interval, and is clear only if the interval leaves out 0", () => {
  const less = { estimate: -0.124, standardError: 0.003, low: -0.131, high: -0.117 };
  expect(pointsDifference(less, "zh")).toEqual({ value: "−12.4 个百分点", interval: "−13.1 至 −11.7", clear: true });
  expect(pointsDifference(less, "en")).toEqual({ value: "−12.4 pp", interval: "−13.1 to −11.7", clear: true });
  const tie = { estimate: 0.001, standardError: 0.002, low: -0.003, high: 0.005 };
  expect(pointsDifference(tie, "zh")).toEqual({ value: "+0.1 个百分点", interval: "−0.3 至 +0.5", clear: false });
  expect(pointsDifference({ ...tie, low: 0 }, "zh").clear).toBe(false);
  expect(pointsDifference({ ...tie, low: 1e-9 }, "zh").clear).toBe(true);
});

test("months and money are said in their own units", () => {
  const months = { estimate: 10.24, standardError: 1.2, low: 7.9, high: 12.6 };
  expect(monthsDifference(months, "zh")).toEqual({ value: "+10 个月", interval: "+8 至 +13", clear: true });
  const yuan = { estimate: -4.0304e9, standardError: 1e8, low: -4.612e9, high: -3.448e9 };
  expect(moneyDifference(yuan, "hundredMillionYuan", "zh")).toEqual({
    value: "−40.30 亿元",
    interval: "−46.12 至 −34.48",
    clear: true,
  });
});
