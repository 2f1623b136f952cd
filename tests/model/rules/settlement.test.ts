import { expect, test } from "vitest";
import { yearlyGap } from "../../../src/model/rules/settlement.ts";

test.each([
  // income, outgo, gap
  [100, 99, 0],
  [100, 100, 0],
  [100, 101, 1],
])("a year with income %d and outgo %d", (income, outgo, gap) => {
  expect(yearlyGap(income, outgo)).toBe(gap);
});
