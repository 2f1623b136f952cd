import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { count } from "../text/numbers.ts";
import { problemWords } from "../text/problems.ts";
import { useBench } from "./bench.ts";

/** Problems beyond this many are only counted. */
const SHOWN_PROBLEMS = 100;
/** More problems than this do not fit into the list without scrolling. */
const PROBLEMS_IN_VIEW = 4;

/**
 * A file that was refused: every problem with place, expectation and value, what was kept, and what to do. It comes into
 * view and takes the focus, wherever the page stands.
 */
export function RefusalPanel(): JSX.Element | null {
  const bench = useBench();
  const words = bench.words.value;
  const refusal = bench.refusal.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (refusal === undefined) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.parentElement?.scrollIntoView({ block: "start" });
  }, [refusal]);
  if (refusal === undefined) return null;
  const { problems } = refusal;
  const scrolls = problems.length > PROBLEMS_IN_VIEW;
  return (
    <section class="notice notice-bad" role="alert" aria-labelledby="refusal">
      <h2 id="refusal" ref={heading} tabIndex={-1}>
        {words.drop.refused(refusal.file)}
      </h2>
      <p>
        {words.drop.kept} {words.drop.count(count(problems.length), scrolls ? words.drop.scroll : "")}
      </p>
      <ul class="problems" tabIndex={0} aria-label={words.drop.list}>
        {problems.slice(0, SHOWN_PROBLEMS).map((problem, i) => {
          const shown = problemWords(problem, bench.language.value);
          return (
            <li key={i}>
              <span>
                {shown.place}
                {shown.place !== "" && shown.path !== "" && <br />}
                {shown.path !== "" && <code class={shown.place === "" ? "" : "small"}>{shown.path}</code>}
              </span>
              <span>{shown.expected}</span>
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
          document.getElementById("results")?.focus({ preventScroll: true });
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
