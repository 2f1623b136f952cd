import type { Language } from "../text/numbers.ts";
import { count, level } from "../text/numbers.ts";

/** What a watched line is called. */
export type LineRole = "watch" | "act" | "excess";

interface ChartWords {
  readonly illustrative: string;
  readonly run: string;
  readonly source: string;
  readonly colon: string;
  readonly stop: string;
  readonly preview: (paths: number) => string;
  readonly partial: (paths: number) => string;
  readonly bracket: (inside: string) => string;
  readonly month: string;
  readonly year: string;
  readonly median: string;
  readonly mean: string;
  readonly shareOfPaths: (percent: number) => string;
  readonly samplePaths: (number: number) => string;
  readonly observed: string;
  readonly opening: string;
  readonly payableMonths: string;
  readonly zone: { readonly [role in LineRole]: string };
  readonly line: { readonly [role in LineRole]: string };
  readonly budgetDeficit: string;
  readonly cannotPay: string;
  /** Values inside a zone, from the lower level, where there is one, to the upper. */
  readonly range: (lower: number | undefined, upper: number) => string;
  readonly contributionIncome: string;
  readonly benefitPayout: string;
  readonly otherOutgo: string;
  readonly totalOutgo: string;
  readonly fundBalance: string;
  readonly paths: (number: number) => string;
}

export const chartWords: { readonly [language in Language]: ChartWords } = {
  zh: {
    illustrative: "示例数据，非官方测算",
    run: "运行：",
    source: "来源：",
    colon: "：",
    stop: "。",
    preview: (paths) => `预览：${count(paths)} 条路径，其余仍在计算…`,
    partial: (paths) => `部分结果：${count(paths)} 条路径（已取消）`,
    bracket: (inside) => `（${inside}）`,
    month: "月份",
    year: "年份",
    median: "中位数",
    mean: "平均值",
    shareOfPaths: (percent) => `${percent}% 的路径`,
    samplePaths: (number) => `${number} 条单独路径`,
    observed: "实际数",
    opening: "期初",
    payableMonths: "可支付月数",
    zone: { watch: "关注区", act: "触发区", excess: "超限区" },
    line: { watch: "关注线", act: "触发线", excess: "结余上限" },
    budgetDeficit: "预算支大于收",
    cannotPay: "无力支付",
    range: (lower, upper) =>
      lower === undefined ? `低于 ${level(upper, "zh")}` : `${bare(lower)}–${level(upper, "zh")}`,
    contributionIncome: "工伤保险费收入",
    benefitPayout: "待遇支出",
    otherOutgo: "其他支出",
    totalOutgo: "支出合计",
    fundBalance: "累计结余",
    paths: (number) => `${count(number)} 条路径`,
  },
  en: {
    illustrative: "Illustrative data, not an official estimate",
    run: "Run: ",
    source: "Source: ",
    colon: ": ",
    stop: ". ",
    preview: (paths) => `Preview: ${count(paths)} paths, computing the rest…`,
    partial: (paths) => `Partial result: ${count(paths)} paths (cancelled)`,
    bracket: (inside) => ` (${inside})`,
    month: "Month",
    year: "Year",
    median: "Median",
    mean: "Mean",
    shareOfPaths: (percent) => `${percent}% of paths`,
    samplePaths: (number) => `${number} single paths`,
    observed: "Actual",
    opening: "Opening",
    payableMonths: "Payable months",
    zone: { watch: "Watch zone", act: "Action zone", excess: "Excess zone" },
    line: { watch: "Watch line", act: "Action line", excess: "Upper limit" },
    budgetDeficit: "Budget in deficit",
    cannotPay: "Cannot pay",
    range: (lower, upper) =>
      lower === undefined ? `below ${level(upper, "en")}` : `${bare(lower)}–${level(upper, "en")}`,
    contributionIncome: "Contribution income",
    benefitPayout: "Benefit payout",
    otherOutgo: "Other outgo",
    totalOutgo: "Total outgo",
    fundBalance: "Fund balance",
    paths: (number) => `${count(number)} paths`,
  },
};

/** A level without its unit. */
function bare(months: number): string {
  return level(months, "zh").replace(" 个月", "");
}
