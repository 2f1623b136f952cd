import { z } from "zod";
import { cleanUpRule, demandDepositsRule, termDepositsRule } from "./balanceTransfer.ts";
import { emergencyRule } from "./emergencyRequest.ts";
import { calendarRule } from "./fundCalendar.ts";
import { callRule } from "./proRataCall.ts";
import { remittanceRule } from "./remittance.ts";
import { type TurnoverFundPlan, turnoverFundRule } from "./turnoverFund.ts";

/** Where the fund's money lies, and when it moves. */
export const accountsRule = z.strictObject({
  turnoverFund: turnoverFundRule.optional(),
  demandDeposits: demandDepositsRule.optional(),
  termDeposits: termDepositsRule.optional(),
  remittance: remittanceRule.optional(),
  call: callRule.optional(),
  emergency: emergencyRule.optional(),
  cleanUp: cleanUpRule.optional(),
  calendar: calendarRule.optional(),
});
export type AccountsRule = z.infer<typeof accountsRule>;

/** The accounts of the places as flat numbers; lists by region in id order, then by month. */
export interface AccountsPlan {
  readonly opening: {
    readonly turnoverFund: readonly number[];
    readonly demand: readonly number[];
    readonly term: readonly number[];
  };
  /** Term deposits that mature in a month, and those of them that arrive in the month after. */
  readonly maturing: readonly (readonly number[])[];
  readonly late: readonly (readonly number[])[];
  readonly turnoverFund: TurnoverFundPlan | undefined;
  /** Month by whose end demand deposits have moved: -1 before the start, -2 never. */
  readonly demandMonth: number;
  /** Share of a month's collections that is on the way at its end; empty where all arrives. */
  readonly onTheWay: readonly (readonly number[])[];
  readonly call: { readonly equal: boolean; readonly withTerm: boolean };
  /** Multiple of the expected payment that a place may pay out without asking; negative where no place asks. */
  readonly emergencyMargin: number;
  /** Outgo of each place in the calendar year before the start, and in the start year's months before it. */
  readonly lastYearOutgo: readonly number[];
  readonly thisYearOutgo: readonly number[];
  /** First tally by region of what was transferred, called and asked for; -1 where it is not tallied. */
  readonly tally: { readonly transferred: number; readonly called: number; readonly emergency: number };
}
