import type { JSX } from "preact";
import { count } from "../text/numbers.ts";
import { problemWords } from "../text/problems.ts";
import { type Shown, useBench } from "./bench.ts";

/** Problems beyond this many are only counted. */
const SHOWN_PROBLEMS = 100;

/** A file that was refused: every problem with place, expectation and value, what was kept, and what to do. */
export function RefusalPanel(): JSX.Element | null {
  const bench = useBench();
  const words = bench.words.value;
  const refusal = bench.refusal.value;
  if (refusal === undefined) return null;
  const { problems } = refusal;
  return (
    <section class="notice notice-bad" role="alert" aria-labelledby="refusal">
      <h2 id="refusal">{words.drop.refused(refusal.file)}</h2>
      <p>
        {words.drop.kept} {words.drop.count(count(problems.length))}
      </p>
      <ul class="problems" tabIndex={0} aria-label={words.drop.list}>
        {problems.slice(0, SHOWN_PROBLEMS).map((problem, i) => {
          const shown = problemWords(problem, bench.language.value);
          return (
            <li key={i}>
              <code>{shown.path}</code>
              <span>
                <span class="small">{words.drop.expected}</span> {shown.expected}
              </span>
              <span>
                <span class="small">{words.drop.value}</span> <code>{shown.value}</code>
              </span>
            </li>
          );
        })}
      </ul>
      {problems.length > SHOWN_PROBLEMS && <p>{words.drop.more(count(problems.length - SHOWN_PROBLEMS))}</p>}
      <p class="small">{words.drop.next}</p>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          bench.refusal.value = undefined;
        }}
      >
        {words.drop.close}
      </button>
    </section>
  );
}

/** A run that did not finish: what happened, what was kept, and the way to try again. */
export function FailurePanel(): JSX.Element | null {
  const bench = useBench();
  const words = bench.words.value;
  const run = bench.run.value;
  if (run.kind !== "failed") return null;
  return (
    <section class="notice notice-bad" role="alert" aria-labelledby="failure">
      <h2 id="failure">{words.failure.title}</h2>
      <p>
        {run.engineStarted ? words.failure.run : words.failure.engine}{" "}
        {bench.shown.value !== undefined && words.failure.kept}
      </p>
      <details>
        <summary>{words.failure.details}</summary>
        <code lang="en">{run.reason}</code>
      </details>
      <button type="button" class="primary" onClick={() => bench.start()}>
        {words.failure.retry}
      </button>
    </section>
  );
}

/** What the picture below is, where it is not the full result of what is chosen now. */
export function ResultNotice({ shown }: { readonly shown: Shown }): JSX.Element | null {
  const bench = useBench();
  const words = bench.words.value;
  const paths = count(shown.outcome.paths);
  if (bench.stale.value) {
    const { entry, seed, paths: asked } = shown.request;
    const label = words.status.runLabel(entry.scenarios[0].title[bench.language.value], seed, count(asked));
    return <p class="notice notice-stale">{words.status.stale(label)}</p>;
  }
  if (shown.outcome.complete) return null;
  const running = bench.run.value.kind === "running";
  return <p class="notice notice-provisional">{running ? words.status.preview(paths) : words.status.partial(paths)}</p>;
}
