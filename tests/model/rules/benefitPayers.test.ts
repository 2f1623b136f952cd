import { describe, expect, it } from "vitest";
import { onceItems } from "../../../src/model/rules/benefitItems.ts";
import { statutoryBenefit, statutoryBenefits } from "../../../src/model/rules/benefitPayers.ts";

describe("payers of the statutory benefits", () => {
  it("has all 27 benefits, each once", () => {
    expect(new Set(statutoryBenefits.map(({ code }) => code)).size).toBe(27);
    expect(() => statutoryBenefit("NOBODY")).toThrow("no statutory benefit");
  });

  it("leaves to employers what law leaves to them, and gives it no account of the fund", () => {
    const notFund = statutoryBenefits.filter(({ payer }) => payer !== "fund");
    expect(notFund.map(({ code, payer, group }) => [code, payer, group])).toEqual([
      ["WAGE_LEAVE", "employer", "none"],
      ["NURSE_LEAVE", "employer", "none"],
      ["PENSION_5_6", "employer", "none"],
      ["MED_INS_1_4", "employerAndWorker", "none"],
      ["EMP_SUBSIDY", "employer", "none"],
    ]);
  });

  it("the ledger's items are the fund's, with their account in the id", () => {
    for (const { id, group, payer } of Object.values(onceItems)) {
      expect(payer).toBe("fund");
      expect(id).toMatch(new RegExp(`^item\\.${group}\\.[a-zA-Z]+$`));
    }
    expect(new Set(Object.values(onceItems).map(({ id }) => id)).size).toBe(Object.keys(onceItems).length);
  });
});
