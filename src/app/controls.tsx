import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { MOST_PATHS } from "../model/scenario/schema.ts";
import { timeLeft } from "../text/dates.ts";
import { count, fixed } from "../text/numbers.ts";
import { LEAST_PATHS, useBench } from "./bench.ts";

/** Seed, number of paths, run and cancel, and how far the run is. */
export function Controls(): JSX.Element {
  const bench = useBench();
  const words = bench.words.value;
  const [wide] = useState(() => matchMedia("(min-width: 1100px)").matches);
  const fits = bench.paths.value !== undefined && bench.seedFits.value;
  return (
    <div class="run">
      <Progress />
      {bench.edited.value && fits && <p class="hint">{words.controls.edited}</p>}
      <details open={wide}>
        <summary>{words.rail.settings}</summary>
        <form
          class="controls"
          onSubmit={(event) => {
            event.preventDefault();
            bench.start();
          }}
        >
          <label>
            <span>{words.controls.seed}</span>
            <input
              type="text"
              value={bench.seedText.value}
              maxLength={200}
              spellcheck={false}
              autocomplete="off"
              aria-invalid={bench.seedFits.value ? undefined : true}
              aria-describedby={bench.seedFits.value ? undefined : "seed-hint"}
              onInput={(event) => {
                bench.seedText.value = event.currentTarget.value;
              }}
            />
            {!bench.seedFits.value && (
              <span class="hint wrong" id="seed-hint">
                {words.controls.seedRange}
              </span>
            )}
          </label>
          <label>
            <span>{words.controls.paths}</span>
            <input
              type="text"
              inputMode="numeric"
              value={bench.pathsText.value}
              autocomplete="off"
              aria-invalid={bench.paths.value === undefined ? true : undefined}
              aria-describedby="paths-hint"
              onInput={(event) => {
                bench.pathsText.value = event.currentTarget.value;
              }}
            />
            <span class={bench.paths.value === undefined ? "hint wrong" : "hint"} id="paths-hint">
              {words.controls.pathsRange(count(LEAST_PATHS), count(MOST_PATHS))}
            </span>
          </label>
          <button type="submit" class="primary" disabled={!fits}>
            {words.controls.run}
          </button>
        </form>
      </details>
    </div>
  );
}

function Progress(): JSX.Element {
  const bench = useBench();
  const words = bench.words.value;
  const run = bench.run.value;
  if (run.kind !== "running") {
    return (
      <p class="progress small" role="status">
        {statusText(bench)}
      </p>
    );
  }
  const { progress } = run;
  return (
    <div class="progress">
      <progress aria-label={words.rail.run} max={progress?.of ?? 1} value={progress?.done ?? 0} />
      <p class="small">
        {progress === undefined
          ? words.status.starting
          : words.status.running(count(progress.done), count(progress.of))}
        {progress?.secondsLeft !== undefined && (
          <>
            <br />
            {timeLeft(progress.secondsLeft, bench.language.value)}
          </>
        )}
      </p>
      <button type="button" class="quiet" onClick={() => bench.cancel()}>
        {words.controls.cancel}
      </button>
    </div>
  );
}

function statusText(bench: ReturnType<typeof useBench>): string {
  const words = bench.words.value;
  const shown = bench.shown.value;
  switch (bench.run.value.kind) {
    case "done":
      return shown === undefined ? "" : words.status.done(count(shown.outcome.paths), fixed(shown.outcome.seconds, 1));
    case "cancelled":
      return shown !== undefined && !bench.stale.value
        ? words.status.cancelledKept(count(shown.outcome.paths))
        : words.status.cancelled;
    case "failed":
      return words.failure.title;
    case "idle":
    case "running":
      return "";
  }
}
