import { describe, expect, it, test } from "vitest";
import { type AnhuiPlan, anhuiLocalPart, managementGap } from "../../../src/model/rules/anhuiSharing.ts";

const slices: AnhuiPlan = {
  kind: "anhui",
  localInSurplus: 0.1,
  localInDeficit: 0.2,
  surplusOfProvince: true,
  within: 0.05,
  upTo: 0.1,
  localInMiddle: 0.4,
  localAbove: 0.6,
  slices: true,
  managementShare: 0,
};
const wholeExcess: AnhuiPlan = { ...slices, slices: false };

describe("golden vectors of the Anhui measure (golden_anhui_gap_vectors.csv)", () => {
  // budgeted gap, final gap, budgeted balance, local part by slices, local part by the whole excess
  test.each([
    [100, 100, "surplus", 10.0, 10.0],
    [100, 104, "surplus", 10.4, 10.4],
    [100, 108, "surplus", 11.7, 13.2],
    [100, 120, "surplus", 18.5, 22.0],
    [100, 100, "deficit", 20.0, 20.0],
    [100, 104, "deficit", 20.8, 20.8],
    [100, 108, "deficit", 22.2, 23.2],
    [100, 120, "deficit", 29.0, 32.0],
    [100, 90, "deficit", 18.0, 18.0],
  ])("budget %d, final %d, %s", (budget, final, balance, bySlices, byWhole) => {
    const surplus = balance === "surplus";
    expect(anhuiLocalPart(slices, surplus, budget, final)).toBeCloseTo(bySlices, 10);
    expect(anhuiLocalPart(wholeExcess, surplus, budget, final)).toBeCloseTo(byWhole, 10);
  });
});

describe("the lines at 5 % and 10 % over a budgeted gap of 100, at 9 : 1", () => {
  // final gap, by slices: 10.5 to 5 %, then 40 % of the next 5, then 60 %; by the whole excess: 10 + excess × 40 % or 60 %
  test.each([
    [104.99, 10.499, 10.499],
    [105, 10.5, 10.5],
    [105.01, 10.504, 12.004],
    [109.99, 12.496, 13.996],
    [110, 12.5, 14],
    [110.01, 12.506, 16.006],
  ])("final gap %d", (final, bySlices, byWhole) => {
    expect(anhuiLocalPart(slices, true, 100, final)).toBeCloseTo(bySlices, 10);
    expect(anhuiLocalPart(wholeExcess, true, 100, final)).toBeCloseTo(byWhole, 10);
  });

  it("puts a gap without a budgeted one wholly above the bands", () => {
    expect(anhuiLocalPart(slices, true, 0, 50)).toBe(30);
    expect(anhuiLocalPart(wholeExcess, false, 0, 50)).toBe(30);
    expect(anhuiLocalPart(slices, true, 0, 0)).toBe(0);
  });
});

describe("a management gap is a share of what was collected below plan, at most the gap", () => {
  test.each([
    // share, plan, collected, gap, management gap
    [0.5, 1000, 900, 200, 50],
    [0.5, 1000, 1000, 200, 0],
    [0.5, 1000, 1001, 200, 0],
    [1, 1000, 700, 200, 200],
    [0, 1000, 700, 200, 0],
  ])("%d of a plan of %d with %d collected", (share, planned, collected, gap, expected) => {
    expect(managementGap(share, planned, collected, gap)).toBe(expected);
  });
});
