import { expect, test } from "vitest";
import { meanMoney } from "../../src/app/meanText.ts";

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
