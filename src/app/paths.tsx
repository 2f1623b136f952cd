import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isIllustrative } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { RunSummary } from "../model/simulation/result.ts";
import type { PathTrace } from "../model/simulation/trace.ts";
import { isWatched } from "../text/journal.ts";
import { count } from "../text/numbers.ts";
import { type Shown, useBench } from "./bench.ts";
import { Illustrative } from "./illustrative.tsx";
import { AllMonths, PathSharing } from "./pathAccounts.tsx";
import { PathChart } from "./pathChart.tsx";
import { PathMonth } from "./pathMonth.tsx";
import { MonthList } from "./pathMonths.tsx";
import { Segments } from "./segments.tsx";
import { useTrace } from "./useTrace.ts";

/** Where the five sample paths stand in the order of the closing position. */
const ranks = ["10%", "30%", "50%", "70%", "90%"];

/** One path month by month: what happened, by which article, what was done, who paid, and the account of the month. */
export function Paths({ shown }: { readonly shown: Shown }): JSX.Element {
  const bench = useBench();
  const { request, outcome } = shown;
  const place = Math.min(bench.chosen.value, outcome.summaries.length - 1);
  const summary = outcome.summaries[place];
  const scenario = request.scenarios[place];
  if (summary === undefined || scenario === undefined) return <p>{bench.words.value.status.nothing}</p>;
  return <PathView shown={shown} summary={summary} scenario={scenario} place={place} />;
}

function PathView(props: {
  readonly shown: Shown;
  readonly summary: RunSummary;
  readonly scenario: Scenario;
  readonly place: number;
}): JSX.Element {
  const { shown, summary, scenario, place } = props;
  const { request } = shown;
  const bench = useBench();
  const all = bench.words.value;
  const words = all.paths;
  const middle = summary.samplePaths[Math.floor(summary.samplePaths.length / 2)]?.path ?? 0;
  const asked = bench.path.value ?? middle;
  const path = asked < request.paths ? asked : 0;
  const { trace, of, working, failure, retry } = useTrace(request, place, path);
  const isOwn = trace !== undefined && of?.request === request && of.place === place;
  return (
    <section class="paths" aria-labelledby="paths">
      <h1 id="paths">{words.title}</h1>
      <p>{words.lead}</p>
      {isIllustrative(scenario) && <Illustrative scenario={scenario} />}
      <Chooser path={path} paths={request.paths} summary={summary} />
      {failure !== undefined && (
        <section class="notice notice-bad" role="alert">
          <p>{words.failed}</p>
          <details>
            <summary>{all.failure.details}</summary>
            <code lang="en">{failure}</code>
          </details>
          <button type="button" class="primary" onClick={retry}>
            {all.failure.retry}
          </button>
        </section>
      )}
      {failure === undefined && !isOwn && <p role="status">{words.working}</p>}
      {isOwn && (
        <div class={working ? "path path-working" : "path"} aria-busy={working}>
          <TracedPath trace={trace} scenario={scenario} summary={summary} />
        </div>
      )}
    </section>
  );
}

function TracedPath(props: {
  readonly trace: PathTrace;
  readonly scenario: Scenario;
  readonly summary: RunSummary;
}): JSX.Element {
  const { trace, scenario, summary } = props;
  const bench = useBench();
  const month = Math.min(bench.month.value ?? firstMonth(trace, scenario), trace.pool.length - 1);
  const choose = (t: number): void => {
    bench.month.value = t;
  };
  return (
    <>
      <PathChart
        trace={trace}
        summary={summary}
        month={month}
        illustrative={isIllustrative(scenario)}
        onChoose={choose}
      />
      <div class="path-parts">
        <MonthList trace={trace} scenario={scenario} month={month} onChoose={choose} />
        <PathMonth trace={trace} scenario={scenario} summary={summary} month={month} />
      </div>
      <PathSharing trace={trace} summary={summary} />
      <AllMonths trace={trace} scenario={scenario} />
    </>
  );
}

/** The month that is shown before one is chosen: that of the first firing on which the rule acts, or of the first gap or event, or the first. */
function firstMonth({ events }: PathTrace, scenario: Scenario): number {
  const fired = events.find((event) => event.kind === "triggerFired" && !isWatched(event, scenario));
  return (fired ?? events.find(({ kind }) => kind === "gapOpened") ?? events[0])?.t ?? 0;
}

/** A path by number, or one of the sample paths by its rank. */
function Chooser(props: { readonly path: number; readonly paths: number; readonly summary: RunSummary }): JSX.Element {
  const { path, paths, summary } = props;
  const bench = useBench();
  const words = bench.words.value.paths;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const wrong = typed !== undefined && numberOf(typed, paths) === undefined;
  const samples = summary.samplePaths.map(({ path: number }, i) => ({
    choice: String(number),
    label: summary.samplePaths.length === ranks.length ? (ranks[i] ?? "") : words.one(count(number)),
  }));
  function type(text: string): void {
    setTyped(text);
    const number = numberOf(text, paths);
    if (number === undefined) return;
    bench.path.value = number;
    bench.month.value = undefined;
  }
  return (
    <div class="finder path-chooser">
      <label class="path-number">
        <span>{words.number}</span>
        <input
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={typed ?? String(path)}
          aria-invalid={wrong ? true : undefined}
          aria-describedby="path-hint"
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => setTyped(undefined)}
        />
        <span class={wrong ? "hint wrong" : "hint"} id="path-hint">
          {words.range(count(paths - 1))}
        </span>
      </label>
      <div>
        <span class="small">{words.samples}</span>
        <Segments
          legend={words.samples}
          name="sample"
          choices={samples.map(({ choice, label }) => ({
            choice,
            label: label.includes("%") ? words.sample(label) : label,
          }))}
          chosen={String(path)}
          onChoose={(choice) => {
            setTyped(undefined);
            bench.path.value = Number(choice);
            bench.month.value = undefined;
          }}
        />
      </div>
    </div>
  );
}

function numberOf(text: string, paths: number): number | undefined {
  const digits = text.replace(/[,，\s]/g, "");
  const number = /^\d{1,7}$/.test(digits) ? Number(digits) : paths;
  return number < paths ? number : undefined;
}
