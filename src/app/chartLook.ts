import type { ChartContext } from "../charts/context.ts";
import type { ChartSize } from "../charts/figure.ts";
import { isIllustrative } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { RunSummary } from "../model/simulation/result.ts";
import { count } from "../text/numbers.ts";
import { type Bench, partOf, type Shown } from "./bench.ts";

/** What every chart on the page is told but for its width. */
export type ChartLook = Omit<ChartSize, "width">;

/** A scenario of a run with what came out of it. */
export interface Drawn {
  readonly scenario: Scenario;
  readonly summary: RunSummary;
}

/** What a chart says of the scenario beside its numbers; an alternative goes by its own name too. */
export function chartContext(scenario: Scenario, place = 0): ChartContext {
  const { denominator, outgo } = scenario.rules.payableMonths;
  const { hindcast, title, alternative } = scenario;
  const own =
    place === 0 || alternative === undefined
      ? title
      : { zh: `${title.zh}（${alternative.zh}）`, en: `${title.en} (${alternative.en})` };
  return {
    title: own,
    reading: chartReading(denominator.value, outgo.value),
    ...(hindcast === undefined ? {} : { hindcast }),
  };
}

/** Language, unit, marks and stamp of a chart of these scenarios: the digests are theirs, in the order of the drawing. */
export function chartLook(shown: Shown, drawn: readonly Drawn[], bench: Bench): ChartLook {
  const { outcome, request } = shown;
  const language = bench.language.value;
  const state = partOf(shown, bench);
  const digests = drawn.map(({ summary }) => summary.digest.slice(0, 8));
  const paths = count(outcome.paths);
  return {
    language,
    unit: bench.unit.value,
    illustrative: drawn.some(({ scenario }) => isIllustrative(scenario)),
    ...(state === undefined ? {} : { state }),
    stamp:
      language === "zh"
        ? `种子 ${request.seed} · ${paths} 条路径 · 摘要 ${digests.join("、")}`
        : `seed ${request.seed} · ${paths} paths · digest${digests.length > 1 ? "s" : ""} ${digests.join(", ")}`,
  };
}

type PayableMonths = Scenario["rules"]["payableMonths"];

function chartReading(
  denominator: PayableMonths["denominator"]["value"],
  outgo: PayableMonths["outgo"]["value"],
): { readonly zh: string; readonly en: string } {
  const periods = {
    trailing12: { zh: "此前 12 个月", en: "the last 12 months" },
    previousCalendarYear: { zh: "上一自然年度", en: "last calendar year" },
    budgetYear: { zh: "当年预算", en: "this year's budget" },
    forward12: { zh: "预计未来 12 个月", en: "the next 12 months" },
    currentMonth: { zh: "当月", en: "the month" },
  };
  if (denominator === "stated") return { zh: "按规定数额", en: "on a stated amount" };
  if (denominator === "costRate") {
    return { zh: "按缴费基数的一定比例", en: "on a share of the contribution base" };
  }
  const outgoes = {
    totalOutgo: { zh: "总支出", en: "total outgo" },
    withoutTransfers: { zh: "支出（不含上下级转移）", en: "outgo without transfers" },
    benefits: { zh: "待遇支出", en: "benefits" },
  };
  const period = periods[denominator];
  return { zh: `按${period.zh}${outgoes[outgo].zh}`, en: `on ${outgoes[outgo].en} of ${period.en}` };
}
