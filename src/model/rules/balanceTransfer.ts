import { z } from "zod";
import { addWorkingDays, dayOf, isDate } from "../calendar.ts";
import { provenanceFields, quantity, yuan } from "../scenario/quantity.ts";
import { dateField } from "./dateField.ts";

/**
 * Local balances go to the provincial account. Demand deposits beyond the turnover fund by a day: Zhejiang, Zhe-Zheng-Ban-Fa
 * [2023] 62, part 2 (2) 2 (end of 2023); Anhui, Wan-Ren-She-Fa [2023] 21, part 3 (2) 3 (2024-01-31); Jiangxi, Gan-Ren-She-Fa [2023]
 * 18, part 4 (4) 3 (2023-12-31); Jilin, Ji-Zheng-Fa [2020] 20, part 3 (2) (before 2021-07-01).
 */
export const demandDepositsRule = z.strictObject({
  kind: z.literal("byDate"),
  ...provenanceFields,
  date: dateField.describe("Last day on which they may lie with the places"),
});

/** Term deposits once they mature: promptly in Zhejiang and Anhui, within five working days in Jiangxi. */
export const termDepositsRule = z.strictObject({
  kind: z.literal("atMaturity"),
  ...provenanceFields,
  workingDays: quantity(z.int().min(0).max(20), "working days").describe("From maturity to the provincial account"),
});

/**
 * Clean-up of temporary payments, receipts and borrowings: what is not cleared by the day stays with the place (Zhejiang
 * part 2 (2) 2, Anhui part 3 (2) 3). It is taken off the opening balances, since it never becomes money of the fund.
 */
export const cleanUpRule = z.strictObject({
  kind: z.literal("staysLocal"),
  ...provenanceFields,
  date: dateField,
  uncleared: yuan.describe("What never reaches the fund, all places together"),
});

/** Money of the fund that lies with a place on the first day. */
export const localOpening = z.strictObject({
  region: z.string(),
  demand: yuan.describe("Demand deposits and the expenditure account"),
  termDeposits: z
    .array(
      z.strictObject({
        amount: yuan,
        matures: z
          .string()
          .refine((text) => isDate(text) || /^\d{4}-(0[1-9]|1[0-2])$/.test(text), {
            error: "a month or a day, such as 2024-06 or 2024-06-28",
          })
          .describe("Month, or day where the days of the transfer shall count"),
      }),
    )
    .max(1_000),
});

/** Amounts of a place's deposits in one month. */
export interface Maturity {
  readonly month: string;
  readonly amount: number;
  /** Whether the money arrives in the month after. */
  readonly late: boolean;
}

/**
 * When a deposit matures and whether it arrives in that month: maturity + working days. Without a day it arrives in the month in
 * which it matures.
 */
export function maturity(matures: string, amount: number, workingDays: number): Maturity {
  if (!isDate(matures)) return { month: matures, amount, late: false };
  return {
    month: matures.slice(0, 7),
    amount,
    late: addWorkingDays(dayOf(matures), workingDays).month !== dayOf(matures).month,
  };
}

/** Opening balances less what was not cleared, in proportion to the balances; the last region takes the remainder. */
export function afterCleanUp(balances: readonly number[], uncleared: number): number[] {
  const total = balances.reduce((sum, each) => sum + each, 0);
  if (uncleared === 0 || total === 0) return [...balances];
  let rest = uncleared;
  return balances.map((balance, r) => {
    const part = r === balances.length - 1 ? rest : uncleared * (balance / total);
    rest -= part;
    return balance - part;
  });
}
