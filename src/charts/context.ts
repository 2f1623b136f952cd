import type { MonthText } from "../model/calendar.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";

/** An actual figure after the start, as scenario files state it (`hindcast`). */
export interface ObservedPoint {
  readonly month: MonthText;
  readonly series: "fundBalance" | "payableMonths";
  readonly label: Bilingual;
  readonly point: { readonly value: number };
}

/** What a chart says about the scenario beside the numbers of its run. */
export interface ChartContext {
  readonly title: Bilingual;
  /** Document that the fund's figures come from. */
  readonly source?: Bilingual | undefined;
  /** How payable months are read: "按当年预算总支出", "on total outgo of the budget year". */
  readonly reading?: Bilingual | undefined;
  /** Title of the fan instead of its own, in the language of the picture: the answer in a sentence. */
  readonly finding?: string | undefined;
  readonly hindcast?: readonly ObservedPoint[] | undefined;
}
