import { describe, expect, it } from "vitest";
import { preventionLimit, preventionOfMonth } from "../../../src/model/rules/preventionFee.ts";

const reason = { zh: "测试", en: "test" };
const q = <T>(value: T, unit: string) => ({ value, unit, basis: "assumption" as const, reason });

describe("prevention fee", () => {
  const ceiling = (consent: boolean) => ({
    share: q(0.03, "fraction"),
    withConsent: q(0.05, "fraction"),
    consent: q(consent, "reading"),
  });
  it.each([
    // planned a month, limit, last year's contributions, unpaid benefits, spent
    [29, preventionLimit(ceiling(false)), 12_000, 0, 29],
    [30, preventionLimit(ceiling(false)), 12_000, 0, 30],
    [31, preventionLimit(ceiling(false)), 12_000, 0, 30],
    [31, preventionLimit(ceiling(true)), 12_000, 0, 31],
    [51, preventionLimit(ceiling(true)), 12_000, 0, 50],
    [30, preventionLimit(ceiling(true)), 12_000, 0.01, 0],
    [51, preventionLimit(undefined), 12_000, 1, 51],
  ])("planned %d", (planned, limit, collected, unpaid, spent) => {
    expect(preventionOfMonth(planned, limit, collected, unpaid)).toBeCloseTo(spent, 9);
  });
});
