import type { JSX } from "preact";
import type { Scenario } from "../model/scenario/schema.ts";
import type { Language } from "../text/numbers.ts";
import type { Words } from "../text/words.ts";
import { type Bench, useBench, type View } from "./bench.ts";
import { Controls } from "./controls.tsx";

const views: readonly View[] = ["results", "comparison", "provisions", "paths", "inputs"];

/** Longer lists of alternatives are set closer. */
const FEW = 5;

/** Which alternative is shown, which view, and the controls of the run. */
export function Rail(): JSX.Element {
  const bench = useBench();
  const words = bench.words.value;
  return (
    <aside class="rail" aria-label={words.rail.label}>
      <nav aria-label={words.rail.views}>
        <ul class="views">
          {views.map((view) => (
            <li key={view}>
              <button
                type="button"
                aria-current={bench.view.value === view ? "page" : undefined}
                onClick={() => {
                  bench.view.value = view;
                }}
              >
                {words.rail[view]}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <Alternatives bench={bench} />
      <Controls />
    </aside>
  );
}

function Alternatives({ bench }: { readonly bench: Bench }): JSX.Element {
  const words = bench.words.value;
  const scenarios = bench.entry.value?.scenarios ?? [];
  return (
    <fieldset class={scenarios.length > FEW ? "alternatives alternatives-many" : "alternatives"}>
      <legend>{words.rail.alternatives}</legend>
      {scenarios.map((scenario, i) => (
        <label key={scenario.id}>
          <input
            type="radio"
            name="alternative"
            checked={bench.chosen.value === i}
            onChange={() => {
              bench.chosen.value = i;
            }}
          />
          <span>{nameOf(scenario, i, words, bench.language.value)}</span>
        </label>
      ))}
      {scenarios.length < 2 && <p class="small">{words.rail.noAlternatives}</p>}
    </fieldset>
  );
}

/** Short name of a scenario among those that run together: the first is the baseline. */
export function nameOf(scenario: Scenario, place: number, words: Words, language: Language): string {
  const own = scenario.alternative?.[language];
  if (place > 0) return own ?? scenario.title[language];
  return own === undefined ? words.rail.baseline : words.rail.baselineOf(own);
}
