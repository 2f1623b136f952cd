import { describe, expect, it } from "vitest";
import { lumpSum } from "../../../src/model/rules/lumpSum.ts";
import { benefitVectors } from "./benefitVectors.ts";

const months = [27, 25, 23, 21, 18, 16, 13, 11, 9, 7];

describe("one-time disability grant", () => {
  it.each(benefitVectors)("$name, grade $grade: $lumpSum", ({ grade, ownWage, lumpSum: grant }) => {
    expect(lumpSum(months, grade, ownWage)).toBeCloseTo(grant, 6);
  });

  it("is nothing outside grades 1 to 10", () => {
    expect([0, 1, 10, 11].map((grade) => lumpSum(months, grade, 1_000))).toEqual([0, 27_000, 7_000, 0]);
  });
});
