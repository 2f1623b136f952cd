import type { MoneySummary, RunSummary } from "../model/simulation/result.ts";
import { yearName } from "../text/dates.ts";
import { type Language, type MoneyUnit, money, moneyNumber, moneyUnit } from "../text/numbers.ts";
import { valueAxis } from "./axis.ts";
import type { ChartContext } from "./context.ts";
import { type ChartSize, draw, type Figure, pictureWidth, plotHeight } from "./figure.ts";
import { moneyScale } from "./moneyScale.ts";
import { colours, fontSizes } from "./theme.ts";
import { chartWords } from "./words.ts";
import { textWidth } from "./wrap.ts";
import { barMarks, slot, yearNames } from "./yearBars.ts";

/** Outgo that is not benefits. */
const otherLines = ["appraisal", "prevention", "transferUp"] as const;

interface FlowYear {
  readonly year: number;
  readonly months: number;
  readonly income: MoneySummary;
  readonly benefits: MoneySummary;
  /** Mean of total outgo: benefits, appraisal, prevention and transfers up. */
  readonly outgo: number;
}

/**
 * Contribution income 工伤保险费收入 against benefit payout 待遇支出 and total outgo 支出合计, sums of calendar years: bars are means
 * over paths (which add up), whiskers run from the 5 to the 95 % quantile. A year that the horizon holds in part says so.
 */
export function flowsByYear(summary: RunSummary, context: ChartContext, size: ChartSize): Figure {
  const { language, unit } = size;
  const zh = language === "zh";
  const words = chartWords[language];
  const years = flowYears(summary);
  const highest = Math.max(0, ...years.flatMap((year) => [year.income.p95, year.benefits.p95, year.outgo]));
  const { found, name } = moneyScale(0, highest, Math.floor(plotHeight(size) / 36), unit);
  const marginLeft = 14 + Math.max(...found.values.map((tick) => textWidth(name(tick), fontSizes.small)));
  const marginRight = 10;
  const finding = findingOf(years, unit, language);
  return draw(
    {
      finding,
      measure: zh
        ? `${context.title.zh}：各年合计的平均值，竖线为 5% 至 95% 分位，单位：${moneyUnit(unit, "zh")}`
        : `${context.title.en}: mean of yearly sums, whiskers from the 5% to the 95% quantile, in ${moneyUnit(unit, "en")}`,
      key: [
        { kind: "area", label: words.contributionIncome, colour: colours.teal },
        { kind: "area", label: words.benefitPayout, colour: colours.ochre },
        {
          kind: "area",
          label: zh ? "其他支出，叠加为支出合计" : "Other outgo, on top: total outgo",
          colour: colours.ochreLight,
        },
      ],
      notes: context.source === undefined ? [] : [`${words.source}${context.source[language]}`],
      paths: summary.paths,
      axisLines: years.every((year) => year.months === 12) ? 1 : 2,
      marginLeft,
      marginRight,
      xDomain: [0, years.length],
      yDomain: [found.low, found.high],
      marks: [
        ...valueAxis(found, name),
        ...barMarks(
          years.flatMap(({ income, benefits, outgo }, i) => [
            { ...slot(i, 0, 2), from: 0, to: income.mean, fill: colours.teal, edge: colours.teal },
            { ...slot(i, 1, 2), from: 0, to: benefits.mean, fill: colours.ochre, edge: colours.ochre },
            { ...slot(i, 1, 2), from: benefits.mean, to: outgo, fill: colours.ochreLight, edge: colours.ochre },
          ]),
          years.flatMap(({ income, benefits }, i) =>
            [income, benefits].map((line, k) => ({ x: slot(i, k, 2).x, low: line.p5, high: line.p95 })),
          ),
        ),
        yearNames(
          years.map((year) => yearLabel(year, language)),
          pictureWidth(size) - marginLeft - marginRight,
        ),
      ],
      table: tableOf(years, unit, language),
      description: [
        finding,
        ...years.map(({ year, income, benefits, outgo }) => {
          const [i, b, o] = [income.mean, benefits.mean, outgo].map((yuan) => money(yuan, unit, language));
          return zh
            ? `${yearName(year, "zh")}：工伤保险费收入 ${i}，待遇支出 ${b}，支出合计 ${o}。`
            : `${year}: contribution income ${i}, benefit payout ${b}, total outgo ${o}.`;
        }),
      ].join(zh ? "" : " "),
    },
    size,
  );
}

function flowYears(summary: RunSummary): FlowYear[] {
  return summary.years.map(({ year, months, lines }) => {
    const income = lines["contributionIncome"];
    const benefits = lines["benefitPayout"];
    if (income === undefined || benefits === undefined) {
      throw new Error(
        `years ${year}: expected contributionIncome and benefitPayout, got ${Object.keys(lines).join(", ")}`,
      );
    }
    const other = otherLines.reduce((sum, line) => sum + (lines[line]?.mean ?? 0), 0);
    return { year, months, income, benefits, outgo: benefits.mean + other };
  });
}

function yearLabel({ year, months }: FlowYear, language: Language): string {
  if (months === 12) return String(year);
  return language === "zh" ? `${year}\n${months} 个月` : `${year}\n${months} mo.`;
}

/** In which years total outgo exceeds contribution income on average, and by how much in the last full one. */
function findingOf(years: readonly FlowYear[], unit: MoneyUnit, language: Language): string {
  const zh = language === "zh";
  const short = years.filter((year) => year.outgo > year.income.mean);
  const full = years.filter((year) => year.months === 12);
  const last = full[full.length - 1] ?? years[years.length - 1];
  if (last === undefined) return zh ? "没有年份。" : "No years.";
  const gap = last.outgo - last.income.mean;
  const by = money(Math.abs(gap), unit, language);
  const then = zh
    ? `${yearName(last.year, "zh")}平均${gap > 0 ? "多支出" : "少支出"} ${by}`
    : `${by} ${gap > 0 ? "more" : "less"} on average in ${last.year}`;
  if (short.length === 0) {
    return zh
      ? `各年支出合计都不超过工伤保险费收入，${then}。`
      : `Total outgo stays within contribution income in every year: ${then}.`;
  }
  if (short.length === years.length) {
    return zh
      ? `各年支出合计都高于工伤保险费收入，${then}。`
      : `Total outgo exceeds contribution income in every year: ${then}.`;
  }
  const first = short[0]?.year ?? last.year;
  if (years.filter((year) => year.year >= first).length === short.length) {
    return zh
      ? `自 ${yearName(first, "zh")}起支出合计高于工伤保险费收入，${then}。`
      : `From ${first} on total outgo exceeds contribution income: ${then}.`;
  }
  return zh
    ? `${years.length} 年中有 ${short.length} 年支出合计高于工伤保险费收入；${then}。`
    : `Total outgo exceeds contribution income in ${short.length} of ${years.length} years: ${then}.`;
}

function tableOf(years: readonly FlowYear[], unit: MoneyUnit, language: Language): Figure["table"] {
  const words = chartWords[language];
  const quantiles = (line: string) => [
    `${line}${words.colon}${words.mean}`,
    `${line}${words.colon}5%`,
    `${line}${words.colon}50%`,
    `${line}${words.colon}95%`,
  ];
  return {
    columns: [
      words.year,
      ...quantiles(words.contributionIncome),
      ...quantiles(words.benefitPayout),
      `${words.totalOutgo}${words.colon}${words.mean}`,
    ],
    rows: years.map(({ year, income, benefits, outgo }) => [
      year,
      ...[income, benefits]
        .flatMap((line) => [line.mean, line.p5, line.p50, line.p95])
        .map((yuan) => moneyNumber(yuan, unit)),
      moneyNumber(outgo, unit),
    ]),
  };
}
