import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { type Bench, BenchContext, useBench } from "./bench.ts";
import { Boundary } from "./boundary.tsx";
import { Comparison } from "./comparison.tsx";
import { DropArea } from "./drop.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { Inputs } from "./inputs.tsx";
import { FailurePanel, RefusalPanel } from "./notices.tsx";
import { Paths } from "./paths.tsx";
import { Rail } from "./rail.tsx";
import { ResultNotice, titleOf } from "./resultNotice.tsx";
import { Results } from "./results.tsx";
import { RulePanel } from "./rulePanel.tsx";
import { Rules } from "./rules.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The whole page over a bench. */
export function Page({ bench }: { readonly bench: Bench }): JSX.Element {
  const words = bench.words.value;
  const scenario = bench.scenario.value;
  const withRule = bench.view.value === "results";
  const title = words.pageTitle(scenario?.title[bench.language.value] ?? words.product);
  useEffect(() => {
    document.documentElement.lang = words.lang;
    document.title = title;
  }, [words, title]);
  return (
    <BenchContext.Provider value={bench}>
      <Boundary words={words}>
        <a class="skip" href="#results">
          {words.skip}
        </a>
        <Header />
        <div class={withRule ? "frame" : "frame frame-wide"}>
          <Rail />
          <main id="results" tabIndex={-1}>
            <Boundary words={words}>
              <RefusalPanel />
              <FailurePanel />
              <Centre />
            </Boundary>
          </main>
          {scenario !== undefined && withRule && (
            <Boundary words={words}>
              <RulePanel scenario={scenario} />
            </Boundary>
          )}
        </div>
        <Footer />
        <DropArea />
      </Boundary>
    </BenchContext.Provider>
  );
}

function Centre(): JSX.Element {
  const bench = useBench();
  const shown = bench.shown.value;
  const scenario = bench.scenario.value;
  if (bench.view.value === "inputs" && scenario !== undefined) return <Inputs scenario={scenario} />;
  if (bench.view.value === "provisions" && scenario !== undefined) return <Rules scenario={scenario} />;
  if (shown === undefined) return <Skeleton />;
  const comparing = bench.view.value === "comparison";
  const state = bench.stale.value ? "stale" : shown.outcome.complete ? "whole" : "provisional";
  return (
    <>
      <p class="printed">{titleOf(shown, comparing ? 0 : bench.chosen.value, bench.language.value)}</p>
      <ResultNotice shown={shown} />
      <div class={`shown shown-${state}`} data-state={state} inert={state === "stale"}>
        {bench.view.value === "paths" ? (
          <Paths shown={shown} />
        ) : comparing ? (
          <Comparison shown={shown} />
        ) : (
          <Results shown={shown} />
        )}
      </div>
    </>
  );
}
