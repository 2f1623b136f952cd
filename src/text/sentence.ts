import { calendarYear, monthText } from "../model/calendar.ts";
import { hasLine, type LineTrigger } from "../model/rules/trigger.ts";
import type { Rules } from "../model/scenario/rules.ts";
import type { EventSummary, RunSummary } from "../model/simulation/result.ts";
import { monthEnd, yearName } from "./dates.ts";
import { count, type Language, level, months, probability } from "./numbers.ts";
import { observationDates } from "./observation.ts";

/** With fewer first firings than this no year is called the most likely one. */
export const FEWEST_FIRINGS = 20;

/**
 * The answer in one sentence: how many of the simulated paths meet the line on which the rule acts, by the end of the
 * horizon, and in which year most of them meet it first. None or all of the paths is stated with the bound that the
 * number of paths allows, never as impossible or certain. A fund that starts below the line is said to start there.
 */
export function answerSentence(summary: RunSummary, rules: Rules, language: Language): string {
  const act = summary.triggers["act"];
  const { trigger } = rules;
  if (act === undefined || act.level === null || !hasLine(trigger)) return withoutLine(summary, language);
  const { estimate } = act.everProbability;
  const share = probability(act.everProbability, language);
  const by = monthEnd(monthText(summary.start, summary.months - 1), language);
  const condition = conditionText(trigger, rules.payableMonths, act.level, act.belowAtStart, language);
  const opening = openingText(summary, act, language);
  const likely = mostLikelyYear(act, summary.start);
  const one = calendarYear(summary.start, 0) === calendarYear(summary.start, summary.months - 1);
  const paths = count(summary.paths);
  if (language === "zh") {
    const most = estimate >= 1 ? "首次触发最多的是" : "多见于";
    const year = likely === undefined || one ? "" : `，${most} ${yearName(likely.year, language)}`;
    if (estimate <= 0) return `${opening}在 ${paths} 次模拟中，没有一次在 ${by}前${condition}（概率 ${share.value}）。`;
    if (estimate >= 1)
      return `${opening}在 ${paths} 次模拟中，每一次都在 ${by}前${condition}（概率 ${share.value}）${year}。`;
    return `${opening}在 ${paths} 次模拟中，${share.text}在 ${by}前${condition}${year}。`;
  }
  const first = estimate >= 1 ? "first " : "";
  const year = likely === undefined || one ? "" : `, most often ${first}in ${likely.year}`;
  const start = opening === "" ? "In" : `${opening}in`;
  if (estimate <= 0) return `${start} ${paths} simulations, none ${condition} by ${by} (probability ${share.value}).`;
  if (estimate >= 1)
    return `${start} ${paths} simulations, all ${condition} by ${by} (probability ${share.value})${year}.`;
  return `${start} ${paths} simulations, ${share.text} ${condition} by ${by}${year}.`;
}

/**
 * Calendar year in which most paths fire first, the earliest of equals, with its count of paths; undefined where fewer
 * than FEWEST_FIRINGS paths fired at all.
 */
export function mostLikelyYear(
  event: EventSummary,
  start: string,
): { readonly year: number; readonly paths: number } | undefined {
  const byYear = new Map<number, number>();
  let fired = 0;
  for (const [t, paths] of (event.firstMonthIfFired?.histogram ?? []).entries()) {
    const year = calendarYear(start, t);
    byYear.set(year, (byYear.get(year) ?? 0) + paths);
    fired += paths;
  }
  if (fired < FEWEST_FIRINGS) return undefined;
  let best = { year: 0, paths: 0 };
  for (const [year, paths] of byYear) if (paths > best.paths) best = { year, paths };
  return best;
}

/**
 * The answer where no line of payable months is set: how probable it is that the fund cannot pay, and, where the drafted budget
 * calls for the measure, how probable that is.
 */
function withoutLine(summary: RunSummary, language: Language): string {
  const by = monthEnd(monthText(summary.start, summary.months - 1), language);
  const paths = count(summary.paths);
  const cannot = probability(summary.depletion.everProbability, language).text;
  const called = summary.triggers["budgetDeficit"];
  const call = called === undefined ? "" : probability(called.everProbability, language).text;
  if (language === "zh") {
    const second = called === undefined ? "" : `；编制预算时支大于收、须调整费率的概率为 ${call}`;
    return `本办法不设可支付月数线。在 ${paths} 次模拟中，到 ${by}基金曾无力支付的概率为 ${cannot}${second}。`;
  }
  const second =
    called === undefined
      ? ""
      : `; with probability ${call} a budget is drafted in deficit, which calls for other rates`;
  return `No line of payable months is set. In ${paths} simulations the fund cannot pay at some time by ${by} with probability ${cannot}${second}.`;
}

function conditionText(
  trigger: LineTrigger,
  { observation, observationMonth, projection }: Rules["payableMonths"],
  line: number,
  startsBelow: boolean,
  language: Language,
): string {
  const times = trigger.confirmation.value;
  const strict = trigger.comparison.value === "below";
  const at = observationDates(observation.value, observationMonth?.value)[language];
  const slack = trigger.tolerance.value;
  const shown = level(line, language);
  if (projection !== undefined) return expectedText(trigger, projection.value, shown, language);
  if (language === "zh") {
    const tolerance = slack === 0 ? "" : `（容差 ${level(slack, language)}）`;
    if (times > 1) return `连续 ${times} ${at}${strict ? "低于" : "不高于"} ${shown}${tolerance}`;
    if (startsBelow) return `的观察中仍${strict ? "低于" : "不高于"} ${shown}${tolerance}`;
    return strict ? `跌破 ${shown}${tolerance}` : `降到 ${shown}或以下${tolerance}`;
  }
  const tolerance = slack === 0 ? "" : ` (tolerance ${level(slack, language)})`;
  if (times > 1) return `are ${strict ? "below" : "at or below"} ${shown}${tolerance} at ${times} ${at} in a row`;
  if (startsBelow) return `are observed still ${strict ? "below" : "at or below"} ${shown}${tolerance}`;
  return strict ? `fall below ${shown}${tolerance}` : `fall to ${shown} or less${tolerance}`;
}

/** The condition where the outlook is judged: "预计下年末低于 0.2 个月". */
function expectedText({ comparison }: LineTrigger, ahead: number, shown: string, language: Language): string {
  const strict = comparison.value === "below";
  if (language === "zh") return `预计${ahead === 0 ? "本" : "下"}年末${strict ? "低于" : "不高于"} ${shown}`;
  return `are expected ${strict ? "below" : "at or below"} ${shown} at the end of ${ahead === 0 ? "the" : "the next"} year`;
}

function openingText({ opening, triggers }: RunSummary, act: EventSummary, language: Language): string {
  if (!act.belowAtStart || opening.payableMonths === null) return "";
  const line = level(triggers["act"]?.level ?? 0, language);
  const start = months(opening.payableMonths, language);
  return language === "zh" ? `期初已在 ${line}线下（${start}）；` : `The fund starts below ${line} (at ${start}); `;
}
