import { describe, expect, it, test } from "vitest";
import { apportion } from "../../../src/model/rules/apportionedSharing.ts";
import { chizhouLocalPart, meetsTarget } from "../../../src/model/rules/chizhouSharing.ts";
import { liaoningBonuses, liaoningLocalPart } from "../../../src/model/rules/liaoningSharing.ts";

describe("Liaoning: 8 : 2 where the rolling balance covers the gaps, else 6 : 4, less a bonus", () => {
  const plan = {
    kind: "liaoning",
    localIfCovered: 0.2,
    localIfNot: 0.4,
    bonuses: [5_000_000, 4_000_000, 3_000_000],
  } as const;

  test.each([
    // covered, gap, bonus, the city pays
    [true, 100_000_000, 0, 20_000_000],
    [false, 100_000_000, 0, 40_000_000],
    [true, 100_000_000, 5_000_000, 15_000_000],
    [true, 25_000_000, 5_000_000, 0],
    [true, 10_000_000, 5_000_000, 0],
  ])("covered %s, gap %d, bonus %d", (covered, gap, bonus, pays) => {
    expect(liaoningLocalPart(plan, covered, gap, bonus)).toBe(pays);
  });

  it("gives the bonuses to the three cities that collected most of their plan, equal ones in their order", () => {
    expect(liaoningBonuses(plan.bonuses, [0.9, 1.1, 1, 1.1, 0.5])).toEqual([0, 5_000_000, 3_000_000, 4_000_000, 0]);
    expect(liaoningBonuses(plan.bonuses, [1, 0.9])).toEqual([5_000_000, 4_000_000]);
  });
});

describe("Chizhou: 60 : 40 where the targets are met, else all local", () => {
  const plan = { kind: "chizhou", localIfMet: 0.4, target: 0.95 } as const;
  test.each([
    // planned, collected, the county pays of a gap of 200
    [1000, 949, 200],
    [1000, 950, 80],
    [1000, 951, 80],
  ])("plan %d, collected %d", (planned, collected, pays) => {
    expect(chizhouLocalPart(plan, meetsTarget(plan, planned, collected), 200)).toBe(pays);
  });
});

describe("apportionment by weighted keys", () => {
  it("splits 1,000 by population, payroll, balance and injuries", () => {
    // city A: 0.4 × 60/100 + 0.3 × 50/100 + 0.2 × 0/100 + 0.1 × 20/50 = 0.24 + 0.15 + 0 + 0.04 = 0.43
    const keys = [
      [60, 40],
      [50, 50],
      [-30, 100],
      [20, 30],
    ];
    const [a, b] = apportion(1000, [0.4, 0.3, 0.2, 0.1], keys);
    expect(a).toBeCloseTo(430, 9);
    expect(b).toBe(1000 - (a ?? 0));
  });

  it("splits evenly by a key that is nothing everywhere", () => {
    expect(apportion(90, [1], [[0, 0, 0]])).toEqual([30, 30, 30]);
  });
});
