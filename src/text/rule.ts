import type { ExcessMeasure, Measure } from "../model/rules/measure.ts";
import type { Effective } from "../model/rules/timing.ts";
import { actLevel, type Trigger } from "../model/rules/trigger.ts";
import type { Rules } from "../model/scenario/rules.ts";
import { monthInFull } from "./dates.ts";
import { decisionClause } from "./decisionWords.ts";
import { sharePercent } from "./definition.ts";
import { goalWords } from "./measureDefinitions.ts";
import { type Language, level, percent } from "./numbers.ts";
import { atObservation, observationDate, observationDates } from "./observation.ts";

/** The rule in one sentence, as a document would put it: when it fires, what is done, from when and until when. */
export function ruleSentence(rules: Rules, language: Language): string {
  return language === "zh" ? inChinese(rules) : inEnglish(rules);
}

type Taken = Exclude<Measure, { readonly kind: "none" }>;

function inChinese({ trigger, payableMonths, measure, excessMeasure, decision }: Rules): string {
  const at = observationDate(payableMonths.observation.value, payableMonths.observationMonth?.value).zh;
  const ahead = payableMonths.projection?.value;
  const figure = `${ahead === undefined ? "" : ahead === 0 ? "预计本年末" : "预计下年末"}可支付月数`;
  const idle = measure.kind === "none" || decision.kind === "never";
  const what = idle ? "" : done(measure, "zh");
  const late = decisionClause(decision).zh;
  if (!idle && measure.kind === "schedule") {
    const words = trigger.kind === "none" ? trigger.words.zh : "";
    return `${words}每到${spaced(at)}，按${figure}所在区间${what}，${late}${effectiveChinese(measure.effective)}。`;
  }
  if (trigger.kind === "none") return trigger.words.zh;
  const times = trigger.confirmation.value;
  const duty = trigger.obligation.value === "may" ? "可" : "应当";
  if (trigger.kind === "budgetDeficit") {
    const margin = trigger.margin.value === 0 ? "支大于收" : `赤字超过支出的 ${sharePercent(trigger.margin.value)}`;
    const when = `${times === 1 ? "" : `连续 ${times} 年`}编制下一年度预算时${margin}`;
    if (idle) return `不设月数线。${when}时触发，但不采取措施。`;
    const sentence = `不设月数线。${when}的，${duty}将${what}，${late}${effectiveChinese(measure.effective)}${untilChinese(measure, payableMonths)}。`;
    return sentence.replace(/将(?=把|每年)/, "");
  }
  const when = times === 1 ? at : `连续 ${times} 个${spaced(at)}`;
  const below = trigger.comparison.value === "below" ? "低于" : "不高于";
  const lines = { watch: trigger.kind === "band" ? trigger.upper.value : 0, act: actLevel(trigger) ?? 0 };
  const watch = trigger.kind === "band" ? `可支付月数${below} ${level(lines.watch, "zh")}即予关注。` : "";
  const upper = trigger.kind === "corridor" ? upperChinese(trigger, excessMeasure, idle, figure) : "";
  if (idle) {
    return `${watch}${when}${figure}${below} ${level(lines.act, "zh")}时触发，但不采取措施。${upper}`;
  }
  const line = level(lines[measure.kind === "schedule" ? "act" : measure.on.value], "zh");
  return `${watch}${when}${figure}${below} ${line}的，${duty}将${what}，${late}${effectiveChinese(measure.effective)}${untilChinese(measure, payableMonths)}。${upper}`.replace(
    /将(?=把|每年)/,
    "",
  );
}

function inEnglish({ trigger, payableMonths, measure, excessMeasure, decision }: Rules): string {
  const { value: observation } = payableMonths.observation;
  const month = payableMonths.observationMonth?.value;
  const ahead = payableMonths.projection?.value;
  const expected = ` expected at the end of ${ahead === 0 ? "the" : "next"} year`;
  const figure = `payable months${ahead === undefined ? "" : expected}`;
  const idle = measure.kind === "none" || decision.kind === "never";
  const late = decisionClause(decision).en;
  if (!idle && measure.kind === "schedule") {
    const words = trigger.kind === "none" ? `${trigger.words.en} ` : "";
    const at = capital(atObservation(observation, month));
    return `${words}${at}, ${done(measure, "en")} by the band of ${figure}${late}, ${effectiveEnglish(measure.effective)}.`;
  }
  if (trigger.kind === "none") return trigger.words.en;
  const times = trigger.confirmation.value;
  const duty = trigger.obligation.value === "may" ? "may be" : "shall be";
  const what = idle ? "" : done(measure, "en").replace("be:", duty);
  if (trigger.kind === "budgetDeficit") {
    const margin = sharePercent(trigger.margin.value);
    const when = `next year's budget is drafted with ${trigger.margin.value === 0 ? "outgo above income" : `a deficit above ${margin} of outgo`}${times === 1 ? "" : ` ${times} years in a row`}`;
    if (idle) return `There is no line in months. The trigger fires when ${when}, but nothing is done.`;
    return `There is no line in months. When ${when}, ${what}${late}, ${effectiveEnglish(measure.effective)}${untilEnglish(measure, payableMonths)}.`;
  }
  const when =
    times === 1 ? atObservation(observation, month) : `at ${times} ${observationDates(observation, month).en} in a row`;
  const below = trigger.comparison.value === "below" ? "below" : "at or below";
  const lines = { watch: trigger.kind === "band" ? trigger.upper.value : 0, act: actLevel(trigger) ?? 0 };
  const watch = trigger.kind === "band" ? `Payable months ${below} ${level(lines.watch, "en")} are watched. ` : "";
  const upper = trigger.kind === "corridor" ? upperEnglish(trigger, excessMeasure, idle) : "";
  if (idle) {
    const they = watch === "" ? figure : "they";
    return `${watch}The trigger fires when ${they} are ${below} ${level(lines.act, "en")} ${when}, but nothing is done.${upper}`;
  }
  const line = level(lines[measure.kind === "schedule" ? "act" : measure.on.value], "en");
  return `${watch}When ${figure} are ${below} ${line} ${when}, ${what}${late}, ${effectiveEnglish(measure.effective)}${untilEnglish(measure, payableMonths)}.${upper}`;
}

/** What a measure does; in English "be:" stands for "may be" or "shall be". */
function done(measure: Taken, language: Language): string {
  const zh = language === "zh";
  switch (measure.kind) {
    case "multiply": {
      const change = factorChange(measure.factor.value, language);
      return zh ? `基准费率${change}` : `base rates be: ${change}`;
    }
    case "addPoints":
      return zh
        ? `费率上调 ${points(measure.points.value)} 个百分点`
        : `rates be: raised by ${points(measure.points.value)} percentage points`;
    case "restore":
      if (zh) return `把费率调到能${goalWords(measure).zh}的最低水平`;
      return `the rate be: set to the lowest that restores ${goalWords(measure).en}`;
    case "restorePoints": {
      const most = points(measure.cap.value);
      return zh
        ? `费率加上能${goalWords(measure).zh}的最低点数（至多 ${most} 个百分点）`
        : `rates be: raised by the fewest points that restore ${goalWords(measure).en}, by ${most} percentage points at most`;
    }
    case "classTable":
      return zh ? "八个行业类别的基准费率改按新表" : "base rates of the eight classes be: set by a new table";
    case "schedule": {
      const bands = measure.edges.value.length + 1;
      return zh ? `确定费率（共 ${bands} 档）` : `rates are set from one of ${bands} schedules`;
    }
    case "buildUp": {
      const share = sharePercent(measure.share.value * measure.approved.value);
      return zh ? `每年增收上年支出的 ${share}` : `${share} of last year's outgo a year be: added to contributions`;
    }
  }
}

function upperChinese(
  trigger: Extract<Trigger, { readonly kind: "corridor" }>,
  measure: ExcessMeasure | undefined,
  idle: boolean,
  figure: string,
): string {
  const above = `${figure}${trigger.comparison.value === "below" ? "高于" : "不低于"} ${level(trigger.upper.value, "zh")}`;
  if (idle || measure === undefined || measure.kind === "none") return `${above}时不采取措施。`;
  return measure.kind === "multiply"
    ? `${above}的，将基准费率${factorChange(measure.factor.value, "zh")}。`
    : `${above}的，降低费率，使其${goalWords(measure).zh}。`;
}

function upperEnglish(
  trigger: Extract<Trigger, { readonly kind: "corridor" }>,
  measure: ExcessMeasure | undefined,
  idle: boolean,
): string {
  const above = `${trigger.comparison.value === "below" ? "Above" : "At or above"} ${level(trigger.upper.value, "en")}`;
  if (idle || measure === undefined || measure.kind === "none") return ` ${above} nothing is done.`;
  return measure.kind === "multiply"
    ? ` ${above} base rates are ${factorChange(measure.factor.value, "en")}.`
    : ` ${above} the rate is lowered to what restores ${goalWords(measure).en}.`;
}

function untilChinese(measure: Taken, { observationMonth }: Rules["payableMonths"]): string {
  if (measure.kind === "schedule") return "";
  const lasts = measure.lasts?.value ?? 0;
  const exempt = measure.exemptYears === undefined ? "" : `；${measure.exemptYears.value.join("、")} 年不执行`;
  const ends = lasts === 0 ? "" : `，为期 ${lasts} 个月`;
  if (measure.exit === undefined) return `${ends}${exempt}`;
  const { level: line, observation, comparison } = measure.exit;
  const date = observationDate(observation.value, observationMonth?.value).zh;
  const reached = comparison?.value === "above" ? "超过" : "达到";
  return `${ends}；${date}${reached} ${level(line.value, "zh")}后恢复基准费率${exempt}`;
}

function untilEnglish(measure: Taken, { observationMonth }: Rules["payableMonths"]): string {
  if (measure.kind === "schedule") return "";
  const lasts = measure.lasts?.value ?? 0;
  const exempt = measure.exemptYears === undefined ? "" : `; not in ${measure.exemptYears.value.join(", ")}`;
  const ends = lasts === 0 ? "" : `, for ${lasts} months`;
  if (measure.exit === undefined) return `${ends}${exempt}`;
  const { level: line, observation, comparison } = measure.exit;
  const more = comparison?.value === "above" ? "more than " : "";
  const date = atObservation(observation.value, observationMonth?.value);
  return `${ends}; base rates return after ${more}${level(line.value, "en")} ${date}${exempt}`;
}

/** A date that begins with a number stands apart from the Chinese before it. */
function spaced(date: string): string {
  return /^\d/.test(date) ? ` ${date}` : date;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function factorChange(factor: number, language: Language): string {
  const change = percent(Math.abs(factor - 1), Number.isInteger(Math.round(factor * 1e6) / 1e4) ? 0 : 1);
  if (language === "zh") return factor >= 1 ? `上浮 ${change}` : `下调 ${change}`;
  return factor >= 1 ? `raised by ${change}` : `cut by ${change}`;
}

function points(share: number): string {
  return percent(share, 3)
    .replace(/\.?0+%$/, "")
    .replace("%", "");
}

function effectiveChinese(effective: Effective): string {
  const lead = effective.lead.value;
  switch (effective.kind) {
    case "nextMonth":
      return lead === 0 ? "次月起执行" : `满 ${lead} 个月后执行`;
    case "january":
      return lead === 0 ? "次年 1 月起执行" : `满 ${lead} 个月后的首个 1 月起执行`;
    case "month":
      return `自 ${monthInFull(effective.month, "zh")}起执行${lead === 0 ? "" : `（至少提前 ${lead} 个月决定）`}`;
  }
}

function effectiveEnglish(effective: Effective): string {
  const lead = effective.lead.value;
  switch (effective.kind) {
    case "nextMonth":
      return lead === 0 ? "from the month after" : `${lead} months later`;
    case "january":
      return lead === 0 ? "from the next January" : `from the first January at least ${lead} months later`;
    case "month":
      return `from ${monthInFull(effective.month, "en")}${lead === 0 ? "" : `, decided at least ${lead} months before`}`;
  }
}
