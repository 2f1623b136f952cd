import type { JSX } from "preact";
import { monthText } from "../model/calendar.ts";
import { hasLine } from "../model/rules/trigger.ts";
import { isIllustrative } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { probability as wilson } from "../model/simulation/probability.ts";
import type { EventSummary, RunSummary } from "../model/simulation/result.ts";
import { monthEnd, yearName } from "../text/dates.ts";
import { fixed, type Language, probability } from "../text/numbers.ts";
import { answerSentence, mostLikelyYear } from "../text/sentence.ts";
import type { Words } from "../text/words.ts";
import { useBench } from "./bench.ts";
import { lineText } from "./comparedCells.ts";
import { meanMoney } from "./meanText.ts";

/** The answer: one sentence and four numbers, each with its error. */
export function Answer(props: { readonly summary: RunSummary; readonly scenario: Scenario }): JSX.Element {
  const { summary, scenario } = props;
  const bench = useBench();
  const words = bench.words.value;
  const language = bench.language.value;
  const { watch, act, excess, budgetDeficit } = summary.triggers;
  return (
    <section class="answer" aria-labelledby="answer">
      <h1 id="answer">
        {answerSentence(summary, scenario.rules, language)}
        {isIllustrative(scenario) && <strong class="illustrative-mark">{words.illustrative.mark}</strong>}
      </h1>
      <ul class="big" aria-label={words.big.label}>
        {watch !== undefined && (
          <BigNumber
            {...eventNumber(watch, words, language)}
            label={belowText(scenario, watch.level, words)}
            note={startNote(watch, summary, words) ?? words.big.watch}
          />
        )}
        {act !== undefined && (
          <BigNumber
            {...eventNumber(act, words, language)}
            label={belowText(scenario, act.level, words)}
            note={startNote(act, summary, words) ?? words.big.act}
          />
        )}
        {act !== undefined && (
          <BigNumber
            {...yearNumber(act, summary, words, language)}
            label={words.big.likelyYear}
            note={words.big.first(belowText(scenario, act.level, words))}
          />
        )}
        {excess !== undefined && (
          <BigNumber
            {...eventNumber(excess, words, language)}
            label={words.big.above(lineText(excess.level))}
            note={words.big.excess}
          />
        )}
        {budgetDeficit !== undefined && (
          <>
            <BigNumber
              {...eventNumber(budgetDeficit, words, language)}
              label={words.big.budgetDeficit}
              note={words.big.budgetDeficitNote}
            />
            <BigNumber
              {...yearNumber(budgetDeficit, summary, words, language)}
              label={words.big.likelyYear}
              note={words.big.firstDeficit}
            />
          </>
        )}
        <BigNumber
          {...eventNumber(summary.depletion, words, language)}
          label={words.big.cannotPay}
          note={words.big.cannotPayNote}
        />
        {watch === undefined && act === undefined && (
          <NumbersWithoutLine summary={summary} withPayer={budgetDeficit === undefined} />
        )}
      </ul>
      <p class="small">{words.big.intervals}</p>
    </section>
  );
}

/** Where no line of payable months is set: the reserve at the end, and what payers other than the fund's own balances cover. */
function NumbersWithoutLine(props: { readonly summary: RunSummary; readonly withPayer: boolean }): JSX.Element {
  const { summary, withPayer } = props;
  const bench = useBench();
  const words = bench.words.value.big;
  const language = bench.language.value;
  const t = summary.months - 1;
  const series = summary.series["payableMonths"];
  const [low, median, high] = [series?.p10[t] ?? null, series?.p50[t] ?? null, series?.p90[t] ?? null];
  const by = monthEnd(monthText(summary.start, t), language);
  const [paid] = Object.entries(summary.sharing)
    .filter(([id, { total }]) => !ownMoney.has(id) && total.mean > 0)
    .map(([, payer]) => payer)
    .sort((a, b) => b.total.mean - a.total.mean);
  const cell = paid && meanMoney(paid.total.mean, paid.total.sd, summary.paths, bench.unit.value, language);
  return (
    <>
      {median !== null && (
        <BigNumber
          value={fixed(median, 1)}
          error={low === null || high === null ? "" : words.range(fixed(low, 1), fixed(high, 1))}
          label={words.closing}
          note={words.closingNote(by)}
        />
      )}
      {withPayer && paid !== undefined && cell !== undefined && (
        <BigNumber
          value={cell.value.split(" ")[0] ?? cell.value}
          error={`${cell.value.split(" ").slice(1).join(" ")} ${cell.error}`}
          label={paid.name[language]}
          note={words.payerNote}
        />
      )}
    </>
  );
}

/** Payers that are balances of the fund itself. */
const ownMoney: ReadonlySet<string> = new Set([
  "ownSurplus",
  "ownBalance",
  "oldBalances",
  "reserveFund",
  "termDeposits",
]);

interface NumberText {
  readonly value: string;
  readonly error: string;
}

function BigNumber(props: NumberText & { readonly label: string; readonly note: string }): JSX.Element {
  return (
    <li>
      <b>{props.value}</b>
      <span class="big-error">{props.error}</span>
      <span class="big-label">{props.label}</span>
      <span class="small">{props.note}</span>
    </li>
  );
}

function eventNumber(event: EventSummary, words: Words, language: Language): NumberText {
  const { estimate } = event.everProbability;
  const stated = probability(event.everProbability, language);
  const bound = estimate <= 0 ? words.big.never : estimate >= 1 ? words.big.always : stated.error;
  return { value: stated.value, error: bound };
}

function yearNumber(event: EventSummary, { start, paths }: RunSummary, words: Words, language: Language): NumberText {
  const likely = mostLikelyYear(event, start);
  if (likely === undefined) return { value: "—", error: words.big.tooFew };
  const share = probability(wilson(likely.paths, paths), language);
  return {
    value: yearName(likely.year, language),
    error: share.error === "" ? share.value : words.big.ofPaths(share.value, share.error),
  };
}

function startNote(event: EventSummary, summary: RunSummary, words: Words): string | undefined {
  const { payableMonths } = summary.opening;
  return event.belowAtStart && payableMonths !== null ? words.big.belowAtStart(fixed(payableMonths, 1)) : undefined;
}

function belowText({ rules: { trigger } }: Scenario, line: number | null, words: Words): string {
  const shown = lineText(line);
  const onLine = hasLine(trigger) && trigger.comparison.value === "atOrBelow";
  return onLine ? words.big.atOrBelow(shown) : words.big.below(shown);
}
