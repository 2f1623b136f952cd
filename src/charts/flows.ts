import { NORMAL_975 } from "../model/simulation/probability.ts";
import type { MoneySummary, RunSummary } from "../model/simulation/result.ts";
import { yearName } from "../text/dates.ts";
import { type Language, type MoneyUnit, moneyUnit } from "../text/numbers.ts";
import { valueAxis } from "./axis.ts";
import type { ChartContext } from "./context.ts";
import { type ChartSize, draw, type Figure, pictureWidth, plotHeight } from "./figure.ts";
import { moneyScale } from "./moneyScale.ts";
import { moneyCell, moneyStep, moneyWords } from "./moneyWords.ts";
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
  /** Mean of contribution income less mean of total outgo. */
  readonly surplus: number;
  /** Upper bound of the half-width of the 95 % interval of the surplus, as if all errors had one sign. */
  readonly halfWidth: number;
}

/** Slices thinner than this, in px, are told in the key. */
const THINNEST = 2;

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
  const { found, name } = moneyScale(0, highest, Math.floor(plotHeight(size) / 36), unit, language);
  const marginLeft = 14 + Math.max(...found.values.map((tick) => textWidth(name(tick), fontSizes.small)));
  const marginRight = 10;
  const finding = findingOf(years, unit, language);
  const slice = Math.max(0, ...years.map(({ outgo, benefits }) => outgo - benefits.mean));
  const thin = (slice / found.high) * plotHeight(size) < THINNEST;
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
          label: zh
            ? `其他支出${thin ? "（太少，图上难辨）" : ""}，叠加为支出合计`
            : `Other outgo${thin ? " (too little to be seen)" : ""}, on top: total outgo`,
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
          const [i, b, o] = [income.mean, benefits.mean, outgo].map((yuan) =>
            moneyWords(yuan, moneyStep(yuan, 0, unit), unit, language),
          );
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
    const outgo = benefits.mean + other;
    const errors = [income, benefits, ...otherLines.map((line) => lines[line])].map((line) => line?.standardError ?? 0);
    const halfWidth = NORMAL_975 * errors.reduce((sum, error) => sum + error, 0);
    return { year, months, income, benefits, outgo, surplus: income.mean - outgo, halfWidth };
  });
}

function yearLabel({ year, months }: FlowYear, language: Language): string {
  if (months === 12) return String(year);
  return language === "zh" ? `${year}\n${months} 个月` : `${year}\n${months} mo.`;
}

/** In which years contribution income covers total outgo, both on average, and by how much it does in the last full one. */
function findingOf(years: readonly FlowYear[], unit: MoneyUnit, language: Language): string {
  const zh = language === "zh";
  const short = years.filter((year) => year.surplus < 0);
  const full = years.filter((year) => year.months === 12);
  const last = full[full.length - 1] ?? years[years.length - 1];
  if (last === undefined) return zh ? "没有年份。" : "No years.";
  const then = surplusText(last, unit, language);
  if (short.length === 0) {
    return zh
      ? `平均而言，仅工伤保险费收入一项，每年都不低于支出合计：${then}。`
      : `On average contribution income alone covers total outgo in every year: ${then}.`;
  }
  if (short.length === years.length) {
    return zh
      ? `平均而言，仅工伤保险费收入一项，每年都低于支出合计：${then}。`
      : `On average contribution income alone falls short of total outgo in every year: ${then}.`;
  }
  const first = short[0]?.year ?? last.year;
  if (years.filter((year) => year.year >= first).length === short.length) {
    return zh
      ? `平均而言，仅工伤保险费收入一项，自 ${yearName(first, "zh")}起低于支出合计：${then}。`
      : `On average contribution income alone falls short of total outgo from ${first} on: ${then}.`;
  }
  return zh
    ? `平均而言，仅工伤保险费收入一项，${years.length} 年中有 ${short.length} 年低于支出合计：${then}。`
    : `On average contribution income alone falls short of total outgo in ${short.length} of ${years.length} years: ${then}.`;
}

/** "2033 年多 14.7 亿元"; a surplus within its error has no sign. */
function surplusText({ year, surplus, halfWidth }: FlowYear, unit: MoneyUnit, language: Language): string {
  const zh = language === "zh";
  if (Math.abs(surplus) <= halfWidth) {
    return zh ? `${yearName(year, "zh")}两者之差在模拟误差之内` : `no difference beyond simulation error in ${year}`;
  }
  const by = moneyWords(Math.abs(surplus), moneyStep(surplus, halfWidth, unit), unit, language);
  return zh
    ? `${yearName(year, "zh")}${surplus > 0 ? "多" : "少"} ${by}`
    : `${by} ${surplus > 0 ? "more" : "less"} in ${year}`;
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
        .map((yuan) => moneyCell(yuan, unit)),
      moneyCell(outgo, unit),
    ]),
  };
}
