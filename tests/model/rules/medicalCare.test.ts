import { describe, expect, it } from "vitest";
import { mealsPerDay } from "../../../src/model/rules/medicalCare.ts";

const reason = { zh: "测试", en: "test" };
const q = <T>(value: T, unit: string) => ({ value, unit, basis: "assumption" as const, reason });

describe("meals", () => {
  it("35 % of a minimum wage of 2,100 over 30 days is 24.50 a day", () => {
    const share = { kind: "shareOfMinimumWage" as const, share: q(0.35, "fraction"), days: q(30, "days") };
    expect(mealsPerDay(share, 2_100)).toBeCloseTo(24.5, 12);
    expect(mealsPerDay({ kind: "daily", amount: q(30, "yuan") }, 2_100)).toBe(30);
  });
});
