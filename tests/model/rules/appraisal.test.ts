import { describe, expect, it } from "vitest";
import { appraisalOutgo, investigationOutgo } from "../../../src/model/rules/appraisal.ts";

const reason = { zh: "测试", en: "test" };
const q = <T>(value: T, unit: string) => ({ value, unit, basis: "assumption" as const, reason });

describe("appraisal and investigation", () => {
  const investigation = (payer: "fund" | "localBudget") => ({
    payer: q(payer, "reading"),
    amount: q(100, "yuan/month"),
  });
  it.each([
    // appraisal, investigation, the fund's outgo, of which investigation
    [50, investigation("fund"), 150, 100],
    [50, investigation("localBudget"), 50, 0],
    [50, undefined, 50, 0],
  ])("of %d with %o costs the fund %d", (appraisal, rule, outgo, part) => {
    expect(appraisalOutgo(appraisal, rule)).toBe(outgo);
    expect(investigationOutgo(rule)).toBe(part);
  });
});
