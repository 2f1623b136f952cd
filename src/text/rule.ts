import type { Effective, Rules } from "../model/scenario/rules.ts";
import { monthInFull } from "./dates.ts";
import { type Language, level, percent } from "./numbers.ts";

/** The rule in one sentence, as a document would put it: when it fires, what is done, from when and until when. */
export function ruleSentence(rules: Rules, language: Language): string {
  return language === "zh" ? inChinese(rules) : inEnglish(rules);
}

function inChinese({ trigger, payableMonths, measure, decision }: Rules): string {
  const ends = { monthEnd: "月末", quarterEnd: "季度末", yearEnd: "年末" };
  const at = ends[payableMonths.observation.value];
  const times = trigger.confirmation.value;
  const when = times === 1 ? at : `连续 ${times} 个${at}`;
  const below = trigger.comparison.value === "below" ? "低于" : "不高于";
  const duty = trigger.obligation.value === "may" ? "可" : "应当";
  const lines = { watch: trigger.kind === "band" ? trigger.upper.value : trigger.level.value, act: lowerLine(trigger) };
  const watch = trigger.kind === "band" ? `可支付月数${below} ${level(lines.watch, "zh")}即予关注。` : "";
  if (measure.kind === "none" || decision.kind === "never") {
    return `${watch}${when}可支付月数${below} ${level(lines.act, "zh")}时触发，但不采取措施。`;
  }
  const line = level(lines[measure.on.value], "zh");
  const done =
    measure.kind === "multiply"
      ? `基准费率${factorChange(measure.factor.value, "zh")}`
      : measure.kind === "addPoints"
        ? `费率上调 ${points(measure.points.value)} 个百分点`
        : `把费率调到能在 ${monthInFull(measure.by, "zh")}末恢复 ${level(measure.target.value, "zh")}的最低水平`;
  const exit = measure.exit;
  const until =
    exit === undefined ? "" : `；${ends[exit.observation.value]}达到 ${level(exit.level.value, "zh")}后恢复基准费率`;
  const late = decision.kind === "delayed" ? `决策推迟 ${delay(decision)} 个月，` : "";
  return `${watch}${when}可支付月数${below} ${line}的，${duty}将${done}，${late}${effectiveChinese(measure.effective)}${until}。`.replace(
    "将把",
    "把",
  );
}

function inEnglish({ trigger, payableMonths, measure, decision }: Rules): string {
  const ends = { monthEnd: "month end", quarterEnd: "quarter end", yearEnd: "year end" };
  const at = ends[payableMonths.observation.value];
  const times = trigger.confirmation.value;
  const when = times === 1 ? `at a ${at}` : `at ${times} ${at}s in a row`;
  const below = trigger.comparison.value === "below" ? "below" : "at or below";
  const duty = trigger.obligation.value === "may" ? "may be" : "shall be";
  const lines = { watch: trigger.kind === "band" ? trigger.upper.value : trigger.level.value, act: lowerLine(trigger) };
  const watch = trigger.kind === "band" ? `Payable months ${below} ${level(lines.watch, "en")} are watched. ` : "";
  if (measure.kind === "none" || decision.kind === "never") {
    return `${watch}The trigger fires when they are ${below} ${level(lines.act, "en")} ${when}, but nothing is done.`;
  }
  const line = level(lines[measure.on.value], "en");
  const done =
    measure.kind === "multiply"
      ? `base rates ${duty} ${factorChange(measure.factor.value, "en")}`
      : measure.kind === "addPoints"
        ? `rates ${duty} raised by ${points(measure.points.value)} percentage points`
        : `the rate ${duty} set to the lowest that restores ${level(measure.target.value, "en")} by the end of ${monthInFull(measure.by, "en")}`;
  const exit = measure.exit;
  const until =
    exit === undefined
      ? ""
      : `; base rates return after ${level(exit.level.value, "en")} at a ${ends[exit.observation.value]}`;
  const late =
    decision.kind === "delayed"
      ? `, decided ${delay(decision)} ${delay(decision) === "1" ? "month" : "months"} late`
      : "";
  return `${watch}When payable months are ${below} ${line} ${when}, ${done}${late}, ${effectiveEnglish(measure.effective)}${until}.`;
}

function lowerLine(trigger: Rules["trigger"]): number {
  return trigger.kind === "band" ? trigger.lower.value : trigger.level.value;
}

function factorChange(factor: number, language: Language): string {
  const change = percent(Math.abs(factor - 1), Number.isInteger(Math.round(factor * 1e6) / 1e4) ? 0 : 1);
  if (language === "zh") return factor >= 1 ? `上浮 ${change}` : `下调 ${change}`;
  return factor >= 1 ? `raised by ${change}` : `cut by ${change}`;
}

function delay({ shortest, longest }: Extract<Rules["decision"], { kind: "delayed" }>): string {
  return shortest.value === longest.value ? String(longest.value) : `${shortest.value}–${longest.value}`;
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
