import { describe, expect, it, test } from "vitest";
import { initialRemittance, refillNeeded, refillPart } from "../../../src/model/rules/pooledFund.ts";

describe("10 % of last year's balance, at most what the unit has", () => {
  test.each([
    // last year's balance, cash, remitted
    [3000, 3100, 300],
    [100, 10, 10],
    [100, 9, 9],
    [100, 0, 0],
    [0, 50, 0],
    [-20, 50, 0],
  ])("balance %d, cash %d", (balance, cash, remitted) => {
    expect(initialRemittance(0.1, balance, cash)).toBe(remitted);
  });
});

describe("the pooled fund is refilled below three months of the urban area's outgo", () => {
  test.each([
    // outgo of a year 2220, so 185 a month and a line of 555
    [554.99, 0.01],
    [555, 0],
    [555.01, 0],
    [249, 306],
  ])("with %d yuan", (balance, needed) => {
    expect(refillNeeded(3, 2220, balance)).toBeCloseTo(needed, 9);
  });
});

describe("units refill by their share of last year's balances", () => {
  it("splits 306 yuan over 2910 and 147", () => {
    expect(refillPart(306, 2910, 3057, 9999)).toBeCloseTo(291.285574, 6);
    expect(refillPart(306, 147, 3057, 9999)).toBeCloseTo(14.714426, 6);
  });

  it("takes nothing from a unit without a balance and no more than a unit has", () => {
    expect(refillPart(306, 0, 3057, 500)).toBe(0);
    expect(refillPart(306, -5, 3057, 500)).toBe(0);
    expect(refillPart(306, 147, 3057, 14)).toBe(14);
    expect(refillPart(306, 147, 3057, 0)).toBe(0);
    expect(refillPart(306, 0, 0, 500)).toBe(0);
  });
});
