import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { ChartContext } from "../charts/context.ts";
import type { Figure } from "../charts/figure.ts";
import { isIllustrative } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { RunSummary } from "../model/simulation/result.ts";
import { count, type Language } from "../text/numbers.ts";
import { Answer } from "./answer.tsx";
import { type Shown, useBench } from "./bench.ts";
import { Illustrative } from "./illustrative.tsx";
import { type PageChart, Picture } from "./picture.tsx";

/** The first screen: the sentence, four numbers, the fan, income against payout, and the probability by year. */
export function Results({ shown }: { readonly shown: Shown }): JSX.Element {
  const bench = useBench();
  const place = Math.min(bench.chosen.value, shown.outcome.summaries.length - 1);
  const summary = shown.outcome.summaries[place];
  const scenario = shown.request.scenarios[place];
  if (summary === undefined || scenario === undefined) return <p>{bench.words.value.status.nothing}</p>;
  return (
    <>
      <Answer summary={summary} scenario={scenario} />
      {isIllustrative(scenario) && <Illustrative scenario={scenario} marked={false} />}
      <Pictures summary={summary} scenario={scenario} shown={shown} place={place} />
    </>
  );
}

function Pictures(props: {
  readonly summary: RunSummary;
  readonly scenario: Scenario;
  readonly shown: Shown;
  readonly place: number;
}): JSX.Element {
  const { summary, scenario, shown, place } = props;
  const bench = useBench();
  const language = bench.language.value;
  const unit = bench.unit.value;
  const fan = useCallback(
    async (width: number): Promise<Figure> => {
      const { payableMonthsFan } = await import("../charts/fan.ts");
      return payableMonthsFan(summary, chartContext(scenario, place), {
        ...chartOf(shown, scenario, language, unit),
        width,
      });
    },
    [summary, language, unit],
  );
  const flows = useCallback(
    async (width: number): Promise<Figure> => {
      const { flowsByYear } = await import("../charts/flows.ts");
      return flowsByYear(summary, chartContext(scenario, place), {
        ...chartOf(shown, scenario, language, unit),
        width,
      });
    },
    [summary, language, unit],
  );
  const firing = useCallback(
    async (width: number): Promise<Figure> => {
      const { firingYears } = await import("../charts/firing.ts");
      return firingYears(summary, chartContext(scenario, place), {
        ...chartOf(shown, scenario, language, unit),
        width,
      });
    },
    [summary, language, unit],
  );
  return (
    <section class="pictures" aria-label={bench.words.value.figures.label}>
      <Picture draw={fan} id="fan" />
      <div class="pair">
        <Picture draw={flows} id="flows" />
        <Picture draw={firing} id="firing" />
      </div>
    </section>
  );
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

/** Language, unit, marks and stamp of the charts of a result. */
export function chartOf(shown: Shown, scenario: Scenario, language: Language, unit: PageChart["unit"]): PageChart {
  const { outcome, request } = shown;
  const digest = outcome.summaries[0]?.digest.slice(0, 8) ?? "";
  const paths = count(outcome.paths);
  return {
    language,
    unit,
    illustrative: isIllustrative(scenario),
    provisional: !outcome.complete,
    stamp:
      language === "zh"
        ? `种子 ${request.seed} · ${paths} 条路径 · 摘要 ${digest}`
        : `seed ${request.seed} · ${paths} paths · digest ${digest}`,
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
  const outgoes = {
    totalOutgo: { zh: "总支出", en: "total outgo" },
    withoutTransfers: { zh: "支出（不含上下级转移）", en: "outgo without transfers" },
    benefits: { zh: "待遇支出", en: "benefits" },
  };
  const period = periods[denominator];
  return { zh: `按${period.zh}${outgoes[outgo].zh}`, en: `on ${outgoes[outgo].en} of ${period.en}` };
}
