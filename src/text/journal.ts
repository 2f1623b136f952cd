import type { MonthText } from "../model/calendar.ts";
import type { JournalEvent } from "../model/ledger/journal.ts";
import { payersOf } from "../model/scenario/payers.ts";
import { type Bilingual, bilingual } from "../model/scenario/quantity.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { monthInFull } from "./dates.ts";
import { nodesAlong } from "./eventSource.ts";
import { partName } from "./fields.ts";
import { fixed, type Language, level, type MoneyUnit, months, percent } from "./numbers.ts";
import { quantityText } from "./quantities.ts";

type Kind = JournalEvent["kind"];

/** What an event is called where there is room for one word only. */
export const eventNames: { readonly [kind in Kind]: Bilingual } = {
  triggerFired: { zh: "触发", en: "fired" },
  measureDecided: { zh: "决定", en: "decided" },
  measureInForce: { zh: "执行", en: "in force" },
  measureEnded: { zh: "恢复", en: "ended" },
  upliftInForce: { zh: "上浮", en: "uplift" },
  cutInForce: { zh: "降费", en: "cut" },
  cutEnded: { zh: "降费结束", en: "cut ended" },
  reliefInForce: { zh: "减免", en: "relief" },
  stepsChanged: { zh: "调档", en: "steps" },
  transferred: { zh: "划转", en: "transfer" },
  called: { zh: "调用", en: "called" },
  emergencyRequest: { zh: "紧急申请", en: "request" },
  remitted: { zh: "上缴", en: "remitted" },
  refilled: { zh: "补足", en: "refill" },
  gapOpened: { zh: "缺口", en: "gap" },
  gapPaid: { zh: "分担", en: "gap paid" },
  unpaid: { zh: "未付", en: "unpaid" },
  budgetDrafted: { zh: "预算", en: "budget" },
  settled: { zh: "清算", en: "settled" },
  turnoverSet: { zh: "周转金", en: "turnover" },
  reserveFilled: { zh: "提储备", en: "reserve" },
  reserveDrawn: { zh: "用储备", en: "reserve used" },
  indexed: { zh: "待遇调整", en: "indexed" },
};

/** The word for an event; the upper edge of a band is only watched. */
export function eventName(event: JournalEvent, scenario: Scenario): Bilingual {
  return isWatched(event, scenario) ? { zh: "关注", en: "watched" } : eventNames[event.kind];
}

/** Whether an event is the firing of the line at which the fund is only watched. */
export function isWatched({ kind, rule }: JournalEvent, { rules }: Scenario): boolean {
  return kind === "triggerFired" && rules.trigger.kind === "band" && rule.endsWith(".upper");
}

/**
 * One event in one sentence: what happened, with its figure, whose money it was and who paid. `inForce` is the month in which
 * what was decided takes effect, undefined where it does not within the run.
 */
export function eventText(
  event: JournalEvent,
  scenario: Scenario,
  language: Language,
  unit: MoneyUnit,
  inForce?: MonthText,
): string {
  const { kind, value, amount } = event;
  const zh = language === "zh";
  const money = moneyText(amount, language, unit);
  const region = regionName(event, scenario, language);
  const whole = region ?? (zh ? "基金" : "The fund");
  const payer = payerName(event, scenario, language);
  const of = region === undefined ? "" : zh ? `${region}：` : `${region}: `;
  const ofBase = value === undefined || value === 1 ? undefined : percent(value, decimals(value));
  switch (kind) {
    case "triggerFired":
      return firedText(event, scenario, language);
    case "measureDecided": {
      if (zh) {
        const from = inForce === undefined ? "期内未执行" : `自 ${monthInFull(inForce, "zh")}起执行`;
        return `${of}决定${ofBase === undefined ? "调整费率" : `把费率定为基准费率的 ${ofBase}`}，${from}。`;
      }
      const from =
        inForce === undefined ? "which does not happen within the run" : `from ${monthInFull(inForce, "en")}`;
      return `${of}It was decided ${ofBase === undefined ? "to change rates" : `to set rates to ${ofBase} of base rates`}, ${from}.`;
    }
    case "measureInForce":
      if (zh) return `${of}${ofBase === undefined ? "调整后的费率" : `基准费率的 ${ofBase}`}开始执行。`;
      return `${of}${ofBase === undefined ? "The changed rates" : `Rates of ${ofBase} of base rates`} come into force.`;
    case "measureEnded":
      return zh ? `${of}恢复基准费率。` : `${of}Base rates return.`;
    case "upliftInForce":
      return zh
        ? `${whole}的费率上浮 ${change(value)}，开始执行。`
        : `The rates of ${inside(whole)} rise by ${change(value)} from now on.`;
    case "cutInForce":
      return zh
        ? `${whole}阶段性降低费率 ${change(value)}，开始执行。`
        : `The rates of ${inside(whole)} are cut by ${change(value)} for a time.`;
    case "cutEnded":
      return zh ? `${whole}的阶段性降费结束。` : `The phased cut of ${inside(whole)} ends.`;
    case "reliefInForce": {
      const waived = percent(value ?? 0, decimals(value ?? 0));
      if ((value ?? 0) === 0) return zh ? "缴费减免结束。" : "The relief from contributions ends.";
      return zh ? `减免缴费的 ${waived}，开始执行。` : `Relief begins: ${waived} of contributions are waived.`;
    }
    case "stepsChanged":
      return zh
        ? `${whole}重新核定费率档次，平均浮动系数为 ${fixed(value ?? 1, 3)}。`
        : `Rate steps were set anew in ${inside(whole)}: the average factor is ${fixed(value ?? 1, 3)}.`;
    case "transferred":
      if (event.rule.endsWith(".majorAccidents")) {
        if (zh) return `重大事故的待遇：${payer ?? "统筹基金"}划给${whole} ${money}。`;
        return `Benefits of large accidents: ${money} went from ${payer ?? "the pooled fund"} to ${inside(whole)}.`;
      }
      if (zh) return payer === undefined ? `划给${whole} ${money}。` : `${payer}划给${whole} ${money}。`;
      return `${money} went ${payer === undefined ? "" : `from ${payer} `}to ${inside(whole)}.`;
    case "called":
      return zh ? `调用${whole}未上缴的结余 ${money}。` : `${money} was called in from what ${inside(whole)} had kept.`;
    case "emergencyRequest":
      return zh ? `${whole}支出户不足，申请拨付 ${money}。` : `${whole} ran short of cash and asked for ${money}.`;
    case "remitted":
      return zh ? `${whole}上缴 ${money}。` : `${whole} paid in ${money}.`;
    case "refilled":
      return zh ? `${whole}补足 ${money}。` : `${whole} topped up ${money}.`;
    case "gapOpened":
      return zh ? `${whole}当月付不清，缺口 ${money}。` : `${whole} could not pay the month: a gap of ${money}.`;
    case "gapPaid": {
      const local = localShareText(event, scenario, language, unit);
      if (zh) return `${region === undefined ? "" : `${region}的缺口：`}${payer ?? "承担方"}承担 ${money}${local}。`;
      return `${upper(payer ?? "a payer")} covered ${money}${region === undefined ? "" : ` of the gap of ${region}`}${local}.`;
    }
    case "unpaid":
      return zh
        ? `${of}${money}无人承担，记为未付，下月优先支付。`
        : `${of}${money} was covered by nobody; it stays unpaid and is due first next month.`;
    case "budgetDrafted": {
      const share = value === undefined ? undefined : percent(Math.abs(value), 1);
      const sign = (value ?? 0) < 0 ? { zh: "赤字", en: "a deficit" } : { zh: "结余", en: "a surplus" };
      if (zh) return `编制下一年度预算：支出 ${money}${share === undefined ? "" : `，${sign.zh}为支出的 ${share}`}。`;
      return `Next year's budget was drafted: outgo ${money}${share === undefined ? "" : `, ${sign.en} of ${share} of it`}.`;
    }
    case "settled":
      return zh
        ? `年度清算：${region ?? ""}${payer ?? "承担方"}缴来 ${money}。`
        : `Yearly settlement: ${payer ?? "a payer"}${region === undefined ? "" : ` of ${region}`} paid ${money}.`;
    case "turnoverSet":
      return zh ? `${whole}的周转金定为 ${money}。` : `The turnover fund of ${inside(whole)} was set at ${money}.`;
    case "reserveFilled":
      return zh ? `提取储备金 ${money}。` : `${money} was set aside in the reserve fund.`;
    case "reserveDrawn":
      return zh ? `动用储备金 ${money}。` : `${money} was drawn from the reserve fund.`;
    case "indexed":
      return zh
        ? `待遇调整 ${percent(value ?? 0, 2)}，当月多支出 ${money}。`
        : `Benefits were indexed by ${percent(value ?? 0, 2)}: ${money} more in the month.`;
  }
}

/** Events of one rule in one month together: how many regions they concern, and the sum of their money. */
export function eventsText(
  events: readonly JournalEvent[],
  scenario: Scenario,
  language: Language,
  unit: MoneyUnit,
): string {
  const [first] = events;
  if (first === undefined) return "";
  const zh = language === "zh";
  const name = eventName(first, scenario)[language];
  const regions = new Set(events.map(({ region }) => region)).size;
  const sum = events.reduce((total, { amount }) => total + amount, 0);
  const money =
    sum === 0 ? "" : zh ? `，合计 ${moneyText(sum, language, unit)}` : `, ${moneyText(sum, language, unit)} in all`;
  const payer = payerName(first, scenario, language);
  const shares = events.map(({ value }) => value ?? 1);
  const same = isShare(first) && shares.every((share) => share === shares[0]) ? change(shares[0]) : "";
  if (same !== "")
    return zh ? `${name} ${same}：${regions} 个地区。` : `${upper(name)} by ${same}: ${regions} regions.`;
  if (zh) return `${name}${payer === undefined ? "" : `（${payer}）`}：${regions} 个地区${money}。`;
  return `${upper(name)}${payer === undefined ? "" : ` (${payer})`}: ${regions} regions${money}.`;
}

/** What the local government owes out of aid, where the rules ask a share of it; else "". */
function localShareText(
  { payer, amount }: JournalEvent,
  { rules }: Scenario,
  language: Language,
  unit: MoneyUnit,
): string {
  const steps = rules.shortfall.kind === "waterfall" ? rules.shortfall.steps : [];
  const aid = payer === "pooledAid" ? steps.find((step) => step.kind === "pooledAid") : undefined;
  if (aid === undefined || aid.localShare.value === 0) return "";
  const share = percent(aid.localShare.value, 0);
  const owed = moneyText(aid.localShare.value * amount, language, unit);
  const toFund = aid.returns.value === "pooledFund";
  if (language === "zh") {
    return `，当地政府按补助额的 ${share} ${toFund ? "缴回统筹基金" : "上解市级财政"} ${owed}`;
  }
  return `; its government pays ${share} of the aid, ${owed}, to ${toFund ? "the pooled fund" : "city finance"}`;
}

/** Whether the figure of an event is the multiple that it makes of rates. */
function isShare({ kind }: JournalEvent): boolean {
  return kind === "cutInForce" || kind === "upliftInForce";
}

/** A firing by the line that was crossed, or by the deficit of the budget. */
function firedText(event: JournalEvent, scenario: Scenario, language: Language): string {
  const zh = language === "zh";
  const { value, rule } = event;
  const { kind } = scenario.rules.trigger;
  if (value === undefined || kind === "none") return zh ? "预警触发。" : "The trigger fired.";
  if (kind === "budgetDeficit") {
    const share = percent(Math.abs(value), 1);
    return zh
      ? `预警触发：下一年度预算赤字为支出的 ${share}。`
      : `The trigger fired: next year's budget shows a deficit of ${share}.`;
  }
  const watched = isWatched(event, scenario);
  const above = kind === "corridor" && rule.endsWith(".upper");
  const line = levelAt(event, scenario);
  if (zh) {
    const name = watched ? "关注线" : above ? "上限" : "触发线";
    const beside = line === undefined ? "" : `，${name}为 ${level(line, "zh")}`;
    return `${watched ? "进入关注" : above ? "超出上限" : "预警触发"}：可支付月数为 ${months(value, "zh", 2)}${beside}。`;
  }
  const name = watched ? "watch line" : above ? "upper line" : "action line";
  const beside = line === undefined ? "" : `; the ${name} is ${level(line, "en")}`;
  const fired = watched ? "The fund is watched" : above ? "The upper line was passed" : "The trigger fired";
  return `${fired}: payable months stood at ${fixed(value, 2)}${beside}.`;
}

/** The line at the place of a rule, in months. */
function levelAt({ rule }: JournalEvent, scenario: Scenario): number | undefined {
  const node = nodesAlong(rule, scenario).pop();
  const value: unknown = node === undefined ? undefined : "level" in node ? node.level : node;
  const line: unknown = typeof value === "object" && value !== null && "value" in value ? value.value : undefined;
  return typeof line === "number" ? line : undefined;
}

function moneyText(yuan: number, language: Language, unit: MoneyUnit): string {
  const shown = quantityText(yuan, "yuan", language, unit);
  return `${shown.value}${language === "en" && shown.unit !== "yuan" ? " × " : " "}${shown.unit}`;
}

/** The change that a multiple makes: 0.5 and 1.5 give 50%. */
function change(multiple = 1): string {
  return percent(Math.abs(multiple - 1), decimals(multiple));
}

/** Decimals of a percentage that show a multiple such as 1.15 or 1.3225. */
function decimals(multiple: number): number {
  return Number.isInteger(Math.round(multiple * 1e6) / 1e4) ? 0 : 2;
}

function regionName({ region }: JournalEvent, { basis }: Scenario, language: Language): string | undefined {
  const inOrder = [...basis.regions].sort((a, b) => (a.id < b.id ? -1 : 1));
  return inOrder[region]?.name[language];
}

/** Who pays without a name in the rules. */
const payerNames: { readonly [payer: string]: Bilingual } = {
  pooledFund: { zh: "统筹基金", en: "the pooled fund" },
  localGovernment: { zh: "地方政府", en: "the local government" },
};

/** Who paid: by the name under this id among the payers, in the rules or among the regions, or by the id. */
function payerName({ payer, region }: JournalEvent, scenario: Scenario, language: Language): string | undefined {
  if (payer === undefined) return undefined;
  const own = region >= 0 ? payerNames[payer] : undefined;
  const listed = payersOf(scenario.rules).find(({ id }) => id === payer)?.name;
  const named = own ?? listed ?? namedBy(memberOf(scenario.basis.regions, payer)) ?? payerNames[payer];
  return named?.[language] ?? partName(payer, language) ?? payer;
}

function memberOf(node: unknown, id: string): object | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  if ("id" in node && node.id === id && namedBy(node) !== undefined) return node;
  for (const child of Object.values(node)) {
    const found = memberOf(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function namedBy(node: object | undefined): Bilingual | undefined {
  const name: unknown = node !== undefined && "name" in node ? node.name : undefined;
  return bilingual.safeParse(name).data;
}

function inside(name: string): string {
  return name === "The fund" ? "the fund" : name;
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
