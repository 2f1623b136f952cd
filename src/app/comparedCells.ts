import { hasLine } from "../model/rules/trigger.ts";
import type { EventDifference } from "../model/simulation/result.ts";
import { yearName } from "../text/dates.ts";
import { type DifferenceText, moneyDifference, monthsDifference, pointsDifference } from "../text/differences.ts";
import { fixed, probability } from "../text/numbers.ts";
import { unlikeEvent } from "./alike.ts";
import type { Bench } from "./bench.ts";
import type { Member } from "./comparedTable.tsx";
import { meanMoney } from "./meanText.ts";

/** What stands in a cell of the comparison: a number with its error, and how it differs from the baseline's. */
export interface Cell {
  /** The event of a probability where it is not that of every member. */
  readonly event?: string;
  readonly value: string;
  readonly error?: string;
  readonly difference?: DifferenceText | undefined;
  /** Not one path differs from the baseline. */
  readonly same?: boolean;
  /** Stands in place of a difference that would mean nothing. */
  readonly note?: string | undefined;
}

/** Probability that a line, or what the fund can pay, was ever crossed; no difference between unlike events. */
export function eventCell(
  member: Member,
  first: Member,
  id: "watch" | "act" | "budgetDeficit" | "depletion",
  withLine: boolean,
  bench: Bench,
): Cell {
  const language = bench.language.value;
  const event = id === "depletion" ? member.summary.depletion : member.summary.triggers[id];
  if (event === undefined) return { value: "—" };
  const found = id === "depletion" ? member.difference?.depletion : member.difference?.triggers[id];
  return {
    ...(withLine && (id === "watch" || id === "act") ? { event: eventName(member, id, bench) } : {}),
    ...probability(event.everProbability, language),
    note: id === "depletion" ? undefined : unlikeNote(member, first, id, bench),
    same: found !== undefined && neverDiffers(found),
    difference: found && pointsDifference(found.probability, language),
  };
}

/** Median calendar year of the first firing among the paths that fired; nothing where there is no line. */
export function yearCell(member: Member, withLine: boolean, bench: Bench): Cell {
  const never = bench.words.value.comparison.never;
  const event = member.summary.triggers["act"];
  if (event === undefined) return { value: "—" };
  const median = event.firstMonthIfFired?.p50;
  return {
    ...(withLine ? { event: eventName(member, "act", bench) } : {}),
    value: median === undefined ? never : yearName(Number(median.slice(0, 4)), bench.language.value),
  };
}

/** Mean delay of the first firing against the baseline, where a path that never fires counts with the end. */
export function delayCell(member: Member, first: Member, bench: Bench): Cell {
  const words = bench.words.value.comparison;
  const found = member.difference?.triggers["act"];
  if (found === undefined || member.difference?.identical === true) return { value: "—" };
  const note = unlikeNote(member, first, "act", bench);
  if (note !== undefined) return { value: "—", note };
  if (neverDiffers(found)) return { value: words.same };
  const { value, interval, clear } = monthsDifference(found.timing, bench.language.value);
  return { value: clear ? value : words.tie, error: words.interval(interval) };
}

/** Mean balance at the end of the horizon with its error, and its difference. */
export function closingCell({ summary, difference }: Member, bench: Bench): Cell {
  const language = bench.language.value;
  const unit = bench.unit.value;
  const last = summary.months - 1;
  const balance = summary.series["fundBalance"];
  const mean = balance?.mean[last] ?? null;
  if (mean === null) return { value: "—" };
  const own = meanMoney(mean, balance?.sd[last] ?? 0, summary.paths, unit, language);
  const columns = difference?.series["fundBalance"];
  if (columns === undefined) return own;
  const at = (name: keyof typeof columns): number => columns[name][last] ?? 0;
  const estimate = { estimate: at("estimate"), standardError: at("standardError"), low: at("low"), high: at("high") };
  return {
    ...own,
    same: estimate.estimate === 0 && estimate.standardError === 0,
    difference: moneyDifference(estimate, unit, language),
  };
}

/** A line in months without needless decimals. */
export function lineText(level: number | null | undefined): string {
  return level === undefined || level === null
    ? "—"
    : fixed(level, Number.isInteger(level) ? 0 : Number.isInteger(level * 10) ? 1 : 2);
}

/** The member's own event before its number: "低于 6 个月：". */
function eventName({ scenario, summary }: Member, id: "watch" | "act", bench: Bench): string {
  const { big, comparison } = bench.words.value;
  const { trigger } = scenario.rules;
  const name = hasLine(trigger) && trigger.comparison.value === "atOrBelow" ? big.atOrBelow : big.below;
  return `${name(lineText(summary.triggers[id]?.level))}${comparison.colon}`;
}

function neverDiffers({ earlier, later, onlyA, onlyB }: EventDifference): boolean {
  return earlier === 0 && later === 0 && onlyA === 0 && onlyB === 0;
}

function unlikeNote(
  member: Member,
  first: Member,
  id: "watch" | "act" | "budgetDeficit",
  bench: Bench,
): string | undefined {
  if (member === first) return undefined;
  const level = ({ summary }: Member): number | null | undefined => summary.triggers[id]?.level;
  const unlike = unlikeEvent(first.scenario, member.scenario, level(first), level(member));
  return unlike === undefined ? undefined : bench.words.value.comparison.unlike[unlike];
}
