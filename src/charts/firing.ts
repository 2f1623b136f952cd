import type { RunSummary } from "../model/simulation/result.ts";
import { yearName } from "../text/dates.ts";
import { type Language, level, percent, probability } from "../text/numbers.ts";
import { mostLikelyYear } from "../text/sentence.ts";
import { ticks, valueAxis } from "./axis.ts";
import type { ChartContext } from "./context.ts";
import { type ChartSize, draw, type Figure, pictureWidth, plotHeight } from "./figure.ts";
import { type FiringYear, firingByYear } from "./firingByYear.ts";
import { type CallingEvent, callingEvents } from "./lines.ts";
import { colours, fontSizes } from "./theme.ts";
import { chartWords } from "./words.ts";
import { textWidth } from "./wrap.ts";
import { barMarks, slot, yearNames } from "./yearBars.ts";

const fills = { watch: colours.amber, act: colours.brick, excess: colours.hairline };
const edges = { watch: colours.amberText, act: colours.brickText, excess: colours.muted };

/**
 * Probability of the first firing in each calendar year, for every line of the trigger side by side; whiskers are the
 * 95 % Monte Carlo interval of Wilson. The bars of a line add up to its probability within the horizon, which stands in the key.
 */
export function firingYears(summary: RunSummary, context: ChartContext, size: ChartSize): Figure {
  const { language } = size;
  const zh = language === "zh";
  const words = chartWords[language];
  const lines = callingEvents(summary).map((line) => ({
    ...line,
    years: firingByYear(line.event, summary.start, summary.paths),
  }));
  const years = lines[0]?.years.map(({ year }) => year) ?? [];
  const highest = Math.max(0.01, ...lines.flatMap((line) => line.years.map((y) => y.probability.high)));
  const found = ticks(0, highest, Math.max(3, Math.floor(plotHeight(size) / 40)));
  const decimals = found.step >= 0.01 ? 0 : found.step >= 0.001 ? 1 : 2;
  const name = (share: number) => percent(share, found.step === 0.025 ? 1 : decimals);
  const marginLeft = 14 + Math.max(...found.values.map((tick) => textWidth(name(tick), fontSizes.small)));
  const marginRight = 10;
  const finding = findingOf(summary.start, lines, language);
  const what = firsts[lines[0]?.what ?? "line"];
  return draw(
    {
      finding,
      measure: zh
        ? `${context.title.zh}：各年首次${what.zh}的概率，竖线为 95% 区间`
        : `${context.title.en}: probability of ${what.en} by year, whiskers: 95% interval`,
      key: lines.map((line) => ({ kind: "area", label: keyLabel(line, language), colour: fills[line.role] })),
      notes: [],
      paths: summary.paths,
      marginLeft,
      marginRight,
      xDomain: [0, Math.max(1, years.length)],
      yDomain: [0, found.high],
      marks: [
        ...valueAxis(found, name),
        ...barMarks(
          lines.flatMap((line, k) =>
            line.years.map((year, i) => ({
              ...slot(i, k, lines.length),
              from: 0,
              to: year.probability.estimate,
              fill: fills[line.role],
              edge: edges[line.role],
            })),
          ),
          lines.flatMap((line, k) =>
            line.years.map(({ probability: { low, high } }, i) => ({ x: slot(i, k, lines.length).x, low, high })),
          ),
        ),
        yearNames(years.map(String), pictureWidth(size) - marginLeft - marginRight),
      ],
      table: {
        columns: [
          words.year,
          ...lines.flatMap((line) => {
            const at = nameOf(line, language);
            const first =
              line.what === "line" ? { zh: "首次触发", en: "first firing" } : { zh: "首次", en: "first time" };
            return zh
              ? [`${at}：${first.zh}`, `${at}：95% 误差`, `${at}：累计`]
              : [`${at}: ${first.en}`, `${at}: 95% error`, `${at}: cumulative`];
          }),
        ],
        rows: years.map((year, i) => [
          year,
          ...lines.flatMap((line) => {
            const fired = line.years[i];
            if (fired === undefined) return [null, null, null];
            const own = probability(fired.probability, language);
            return [own.value, own.error === "" ? null : own.error, probability(fired.cumulative, language).value];
          }),
        ]),
      },
      description: [
        finding,
        ...lines.map(
          (line) => `${keyLabel(line, language)}${words.colon}${yearsText(line.years, language)}${words.stop}`,
        ),
      ].join(zh ? "" : " "),
    },
    size,
  );
}

/** What happens first in a year. */
const firsts = {
  line: { zh: "触发", en: "the first firing of each line" },
  budgetDeficit: { zh: "触发", en: "the first budget in deficit" },
  cannotPay: { zh: "无力支付", en: "being unable to pay for the first time" },
} as const;

/** "触发线 9 个月", or what calls where there is no line. */
function nameOf({ what, role, level: line }: CallingEvent, language: Language): string {
  const words = chartWords[language];
  return line === null || what !== "line"
    ? words[what === "line" ? "budgetDeficit" : what]
    : `${words.line[role]} ${level(line, language)}`;
}

/** "触发线 9 个月：期内 37%（±1 个百分点）". */
function keyLabel(line: CallingEvent, language: Language): string {
  const at = nameOf(line, language);
  const ever = probability(line.event.everProbability, language).text;
  const start = !line.event.belowAtStart ? "" : language === "zh" ? "，期初已低于" : ", below at the start";
  return language === "zh" ? `${at}：期内 ${ever}${start}` : `${at}: ${ever} in all${start}`;
}

function yearsText(years: readonly FiringYear[], language: Language): string {
  return years
    .map(({ year, probability: stated }) => `${yearName(year, language)} ${probability(stated, language).value}`)
    .join(language === "zh" ? "，" : ", ");
}

/** The year in which the acting line most probably fires first, and how probable that is. */
function findingOf(
  start: string,
  lines: readonly (CallingEvent & { readonly years: readonly FiringYear[] })[],
  language: Language,
): string {
  const zh = language === "zh";
  const line = lines[lines.length - 1];
  if (line === undefined) return zh ? "没有预警线。" : "There is no line to watch.";
  if (line.what === "cannotPay") return cannotPayFinding(line, start, language);
  if (line.level === null) return deficitFinding(line, start, language);
  const name = zh
    ? `${level(line.level, "zh")}${chartWords.zh.line[line.role]}`
    : `${level(line.level, "en").replace(/ months?$/, "-month")} line`;
  const likely = mostLikelyYear(line.event, start);
  const peak = line.years.find(({ year }) => year === likely?.year);
  if (peak === undefined) {
    const ever = probability(line.event.everProbability, language).text;
    return zh ? `${name}在期内很少触发：${ever}。` : `The ${name} hardly ever fires within the horizon: ${ever}.`;
  }
  const share = probability(peak.probability, language).text;
  return zh
    ? `${name}首次触发最可能在 ${yearName(peak.year, "zh")}：${share}。`
    : `The ${name} is most likely to fire first in ${peak.year}: ${share}.`;
}

/** The same where no line and no budget is watched. */
function cannotPayFinding(
  line: CallingEvent & { readonly years: readonly FiringYear[] },
  start: string,
  language: Language,
): string {
  const zh = language === "zh";
  const peak = line.years.find(({ year }) => year === mostLikelyYear(line.event, start)?.year);
  if (peak === undefined) {
    const ever = probability(line.event.everProbability, language).text;
    return zh ? `期内很少无力支付：${ever}。` : `The fund is hardly ever unable to pay within the horizon: ${ever}.`;
  }
  const share = probability(peak.probability, language).text;
  return zh
    ? `首次无力支付最可能在 ${yearName(peak.year, "zh")}：${share}。`
    : `The fund is most likely to be unable to pay first in ${peak.year}: ${share}.`;
}

/** The same for a budget drafted in deficit. */
function deficitFinding(
  line: CallingEvent & { readonly years: readonly FiringYear[] },
  start: string,
  language: Language,
): string {
  const peak = line.years.find(({ year }) => year === mostLikelyYear(line.event, start)?.year);
  if (peak === undefined) {
    const ever = probability(line.event.everProbability, language).text;
    return language === "zh"
      ? `期内很少出现赤字预算：${ever}。`
      : `A budget is hardly ever drafted in deficit: ${ever}.`;
  }
  const share = probability(peak.probability, language).text;
  return language === "zh"
    ? `首次编出赤字预算最可能在 ${yearName(peak.year, "zh")}：${share}。`
    : `A budget is most likely to be drafted in deficit first in ${peak.year}: ${share}.`;
}
