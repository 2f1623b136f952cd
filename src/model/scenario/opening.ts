import { z } from "zod";
import { localOpening } from "../rules/balanceTransfer.ts";
import { money, month, provenanceFields, quantity, yuan } from "./quantity.ts";

/** Account lines of history and budgets; contributions in money received, outgo in money paid. */
const lines = {
  contributionIncome: yuan,
  otherIncome: yuan.describe("Interest and all else that is not contributions"),
  benefitPayout: yuan,
  otherOutgo: yuan.describe("Appraisal, prevention and all else that is neither benefits nor transfers"),
  transferUp: yuan.describe("Payments to and subsidies for other levels"),
};

/** What the fund holds and owes on the first day, and what it did in the months before. */
export const openingSchema = z.strictObject({
  of: z
    .strictObject({
      turnoverFund: yuan,
      reserveFund: yuan,
      unremitted: yuan,
      termDeposits: z.array(z.strictObject({ amount: yuan, matures: month })).max(1_000),
      local: z.array(localOpening).max(1_000).optional().describe("Money of the fund that lies with the places"),
    })
    .describe("Parts of the opening balances that do not lie in the pooled account"),
  pipeline: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("stationary"), ...provenanceFields }),
      z.strictObject({
        kind: z.literal("stated"),
        ...provenanceFields,
        payments: quantity(z.array(money).max(120), "yuan"),
      }),
    ])
    .describe(
      "Unpaid past injuries: from the payment pattern at the level of the start, or stated month by month for the pool",
    ),
  arrears: yuan.describe("Contributions due and not yet collected"),
  unpaid: yuan.describe("Benefits due and not paid before the start"),
  history: z
    .array(z.strictObject({ from: month, months: z.int().min(1).max(24), ...lines }))
    .min(1)
    .max(600)
    .describe("Actuals before the start, without holes; period totals are spread by the stated seasonality"),
  budgets: z
    .array(z.strictObject({ year: z.int().min(1990).max(2200), ...lines }))
    .max(100)
    .describe("Approved budgets of years in which no budget can be drafted inside the run"),
});
