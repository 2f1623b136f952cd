import { calendarMonthNumber, month, quantity } from "../scenario/quantity.ts";

/** What every yearly settlement states: the year from which gaps are shared, and when they are settled in the year after. */
export const settlementTerms = {
  since: quantity(month, "month").describe("January of the first budget year whose gaps are shared"),
  month: calendarMonthNumber.describe("Month of the following year in which places pay"),
};
