import { describe, expect, test } from "vitest";
import { hasLine } from "../../src/model/rules/trigger.ts";
import type { Rules } from "../../src/model/scenario/rules.ts";
import { probability } from "../../src/model/simulation/probability.ts";
import type { RunSummary } from "../../src/model/simulation/result.ts";
import { answerSentence, FEWEST_FIRINGS, mostLikelyYear } from "../../src/text/sentence.ts";
import { runSummary } from "../charts/runSummary.ts";
import { bundled } from "../scenarios/bundled.ts";

const rules = bundled("zhejiang-2024").rules;
const MONTHS = 60;

/** A run from 2024-01 over 60 months in which so many paths first fire in each of the given months. */
function fired(
  paths: number,
  firings: Readonly<Record<number, number>>,
  start?: Partial<RunSummary["opening"]>,
): RunSummary {
  const summary = runSummary({ start: "2024-01", months: MONTHS, paths });
  const histogram = Array.from({ length: MONTHS }, (_, t) => firings[t] ?? 0);
  const all = histogram.reduce((sum, count) => sum + count, 0);
  const act = {
    ...summary.triggers["act"],
    level: 9,
    belowAtStart: start !== undefined,
    everProbability: probability(all, paths),
    firstMonthIfFired: all === 0 ? null : { p10: "2024-01", p50: "2024-01", p90: "2024-01", histogram },
  } as RunSummary["triggers"][string];
  return { ...summary, triggers: { ...summary.triggers, act }, opening: { ...summary.opening, ...start } };
}

const said = (summary: RunSummary, of: Rules = rules): readonly [string, string] => [
  answerSentence(summary, of, "zh"),
  answerSentence(summary, of, "en"),
];

describe("the sentence of the first screen", () => {
  test("names paths, probability with its error, horizon, line and most likely year", () => {
    expect(said(fired(10_000, { 8: 700, 40: 3000 }))).toEqual([
      "在 10,000 次模拟中，37%（±1 个百分点）在 2028 年底前跌破 9 个月，多见于 2027 年。",
      "In 10,000 simulations, 37% (±1 pp) fall below 9 months by the end of 2028, most often in 2027.",
    ]);
  });

  test("never calls impossible what no path met, nor certain what all met", () => {
    expect(said(fired(10_000, {}))).toEqual([
      "在 10,000 次模拟中，没有一次在 2028 年底前跌破 9 个月（概率 <0.04%）。",
      "In 10,000 simulations, none fall below 9 months by the end of 2028 (probability <0.04%).",
    ]);
    expect(said(fired(10_000, { 2: 10_000 }))).toEqual([
      "在 10,000 次模拟中，每一次都在 2028 年底前跌破 9 个月（概率 >99.96%），首次触发最多的是 2024 年。",
      "In 10,000 simulations, all fall below 9 months by the end of 2028 (probability >99.96%), most often first in 2024.",
    ]);
  });

  test("says that a fund starts below the line, instead of that it falls", () => {
    expect(said(fired(1_000, { 2: 920 }, { payableMonths: 8.2 }))).toEqual([
      "期初已在 9 个月线下（8.2 个月）；在 1,000 次模拟中，92%（±2 个百分点）在 2028 年底前的观察中仍低于 9 个月，多见于 2024 年。",
      "The fund starts below 9 months (at 8.2 months); in 1,000 simulations, 92% (±2 pp) are observed still below 9 months by the end of 2028, most often in 2024.",
    ]);
    expect(said(fired(1_000, { 2: 920 }))[0]).not.toContain("期初");
  });

  test("names the fewer paths of a preview with their larger error", () => {
    expect(said(fired(1_000, { 40: 370 }))[0]).toBe(
      "在 1,000 次模拟中，37%（±3 个百分点）在 2028 年底前跌破 9 个月，多见于 2027 年。",
    );
  });

  test("names a year only when enough paths fired, and the earlier of equals", () => {
    const few = fired(10_000, { 40: FEWEST_FIRINGS - 1 });
    expect(said(few)[0]).not.toContain("多见于");
    expect(said(few)[1]).not.toContain("most often");
    expect(said(fired(10_000, { 40: FEWEST_FIRINGS }))[0]).toContain("多见于 2027 年");
    expect(mostLikelyYear(few.triggers["act"] as never, "2024-01")).toBeUndefined();
    expect(mostLikelyYear(fired(10_000, { 11: 50, 12: 25, 23: 25 }).triggers["act"] as never, "2024-01")).toEqual({
      year: 2024,
      paths: 50,
    });
  });

  test("counts a year by its calendar months when the run does not start in January", () => {
    const summary = { ...fired(1_000, { 5: 60, 6: 100 }), start: "2024-07" };
    expect(mostLikelyYear(summary.triggers["act"] as never, "2024-07")).toEqual({ year: 2025, paths: 100 });
    expect(said(summary)[0]).toContain("在 2029 年 6 月底前");
  });

  test("a trigger without a line: the probability of not being able to pay, and of a budget in deficit", () => {
    const summary = fired(10_000, { 40: 3700 });
    const { act } = summary.triggers;
    if (act === undefined) throw new Error("a summary without the trigger act");
    const depletion = { ...act, everProbability: probability(200, 10_000) };
    const none = { ...summary, depletion, triggers: {} };
    const deficit = { ...none, triggers: { budgetDeficit: { ...act, level: null } } };
    const trigger = { kind: "none", words: { zh: "无", en: "none" } } as const;
    expect(said(none, { ...rules, trigger })).toEqual([
      "本办法不设可支付月数线。在 10,000 次模拟中，到 2028 年底基金曾无力支付的概率为 2.0%（±0.3 个百分点）。",
      "No line of payable months is set. In 10,000 simulations the fund cannot pay at some time by the end of 2028 with probability 2.0% (±0.3 pp).",
    ]);
    expect(said(deficit, { ...rules, trigger })).toEqual([
      "本办法不设可支付月数线。在 10,000 次模拟中，到 2028 年底基金曾无力支付的概率为 2.0%（±0.3 个百分点）；编制预算时支大于收、须调整费率的概率为 37%（±1 个百分点）。",
      "No line of payable months is set. In 10,000 simulations the fund cannot pay at some time by the end of 2028 with probability 2.0% (±0.3 pp); with probability 37% (±1 pp) a budget is drafted in deficit, which calls for other rates.",
    ]);
  });

  test("keeps to a trigger of one line, a tolerance, a confirmation and a comparison that includes the line", () => {
    const { watch: _, ...one } = fired(10_000, { 40: 3700 }).triggers;
    const single = { ...fired(10_000, { 40: 3700 }), triggers: one };
    expect(said(single)[0]).toBe("在 10,000 次模拟中，37%（±1 个百分点）在 2028 年底前跌破 9 个月，多见于 2027 年。");
    const { trigger } = rules;
    if (!hasLine(trigger)) throw new Error("Zhejiang has a band");
    const strict = (changes: object): Rules => ({ ...rules, trigger: { ...trigger, ...changes } });
    const at = { ...trigger.comparison, value: "atOrBelow" as const };
    expect(said(single, strict({ comparison: at }))).toEqual([
      "在 10,000 次模拟中，37%（±1 个百分点）在 2028 年底前降到 9 个月或以下，多见于 2027 年。",
      "In 10,000 simulations, 37% (±1 pp) fall to 9 months or less by the end of 2028, most often in 2027.",
    ]);
    const twice = { ...trigger.confirmation, value: 2 };
    expect(said(single, strict({ confirmation: twice }))).toEqual([
      "在 10,000 次模拟中，37%（±1 个百分点）在 2028 年底前连续 2 个季度末低于 9 个月，多见于 2027 年。",
      "In 10,000 simulations, 37% (±1 pp) are below 9 months at 2 quarter ends in a row by the end of 2028, most often in 2027.",
    ]);
    const slack = { ...trigger.tolerance, value: 0.5 };
    expect(said(single, strict({ tolerance: slack }))[0]).toContain("跌破 9 个月（容差 0.5 个月）");
  });
});
