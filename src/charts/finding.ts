import { monthText } from "../model/calendar.ts";
import type { RunSummary } from "../model/simulation/result.ts";
import { monthEnd } from "../text/dates.ts";
import { fixed, type Language, months } from "../text/numbers.ts";

/**
 * Payable months in a sentence: the opening, the median at the end of the horizon and between what values 80 % of the paths
 * lie there. Without outgo at the end payable months have no number, and the sentence says so.
 */
export function payableMonthsFinding(summary: RunSummary, language: Language): string {
  const zh = language === "zh";
  const t = summary.months - 1;
  const end = monthEnd(monthText(summary.start, t), language);
  const series = summary.series["payableMonths"];
  const [low, median, high] = [series?.p10[t] ?? null, series?.p50[t] ?? null, series?.p90[t] ?? null];
  if (median === null) {
    return zh ? `到 ${end}，可支付月数多半无从计算。` : `By ${end} payable months have no number on most paths.`;
  }
  const opening = summary.opening.payableMonths;
  const last = months(median, language);
  const first =
    opening === null ? "" : zh ? `期初 ${months(opening, "zh")}；` : `From ${fixed(opening, 1)} payable months `;
  const range = (unit: string): string =>
    low === null || high === null
      ? ""
      : zh
        ? `，80% 的路径在 ${fixed(low, 1)} 至 ${fixed(high, 1)}${unit}之间`
        : `; 80% of paths between ${fixed(low, 1)} and ${fixed(high, 1)}`;
  if (zh) return `${first}到 ${end}，可支付月数的中位数为 ${last}${range(" 个月")}。`;
  return `${first === "" ? "Payable months reach" : `${first}to`} a median of ${last} by ${end}${range("")}.`;
}
