import { expect, test } from "vitest";
import { meanCell, meanMoney } from "../../src/app/meanText.ts";

const HUNDRED_MILLION = 1e8;

/** 400 paths, so the half-width of the 95 % interval is 1.96 sd/20 = 0.098 sd. */
test.each([
  { mean: 217.4, sd: 130, shown: "217 亿元 ±13" },
  { mean: 217.4, sd: 360, shown: "220 亿元 ±40" },
  { mean: 6.9437, sd: 0.3, shown: "6.94 亿元 ±0.03" },
  { mean: -0.5, sd: 10, shown: "−0.5 亿元 ±1.0" },
  { mean: 6.9437, sd: 0, shown: "6.94 亿元 " },
])("$mean hundred million with sd $sd over 400 paths is $shown", ({ mean, sd, shown }) => {
  const { value, error } = meanMoney(mean * HUNDRED_MILLION, sd * HUNDRED_MILLION, 400, "hundredMillionYuan", "zh");
  expect(`${value} ${error}`).toBe(shown);
});

test("in yuan no digit beyond the error is shown", () => {
  const { value, error } = meanMoney(694_412_345.67, 1e7, 400, "yuan", "en");
  expect(value.replace(/\D/g, "")).toBe("694400000");
  expect(error.replace(/\D/g, "")).toBe("1000000");
});

test.each([
  { mean: 217.4e8, error: 6.5e8, power: 8, shown: "217 ±13" },
  { mean: 217.4e8, error: 18e8, power: 8, shown: "220 ±40" },
  { mean: 6.9437e8, error: 0.015e8, power: 8, shown: "6.94 ±0.03" },
  { mean: 694_412_345, error: 5e5, power: 0, shown: "694\u202f400\u202f000 ±1\u202f000\u202f000" },
  { mean: 0.124, error: 0.0104, power: 0, shown: "0.124 ±0.020" },
  { mean: 550_000, error: 500, power: 8, shown: "0.0055 " },
  { mean: 12, error: 0, power: 0, shown: "12.00 " },
  { mean: 0, error: 0, power: 8, shown: "0 " },
  { mean: 3_000, error: 1_500, power: 8, shown: "<0.0001 " },
  { mean: 79_000, error: 0, power: 8, shown: "0.0008 " },
  { mean: 60_000_000, error: 0, power: 8, shown: "0.60 " },
])("a cell with $mean and a standard error of $error is $shown", ({ mean, error, power, shown }) => {
  const cell = meanCell(mean, error, power);
  expect(`${cell.value} ${cell.error}`).toBe(shown);
});
