import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { Figure } from "../charts/figure.ts";
import { isIllustrative } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { RunSummary } from "../model/simulation/result.ts";
import { type Bench, partOf, type Shown, useBench } from "./bench.ts";
import { chartCode } from "./chartCode.ts";
import { chartContext, chartLook } from "./chartLook.ts";
import { ComparedPayers } from "./comparedPayers.tsx";
import { ComparedTable, type Member } from "./comparedTable.tsx";
import { Illustrative } from "./illustrative.tsx";
import { Picture } from "./picture.tsx";
import { nameOf } from "./rail.tsx";

/** Baseline and alternatives side by side: numbers, paired differences with their intervals, and the chart. */
export function Comparison({ shown }: { readonly shown: Shown }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value;
  const all = membersOf(shown);
  const members = all.filter(({ place, scenario }) => place === 0 || !bench.hidden.value.has(scenario.id));
  const baseline = all[0];
  return (
    <section class="comparison" aria-labelledby="comparison">
      <h1 id="comparison">{words.comparison.title}</h1>
      {baseline !== undefined && isIllustrative(baseline.scenario) && <Illustrative scenario={baseline.scenario} />}
      {baseline === undefined || all.length < 2 ? (
        <>
          <p>{words.comparison.nothing}</p>
          {baseline !== undefined && <Example base={baseline.scenario.id} />}
        </>
      ) : (
        <>
          <p>{words.comparison.lead}</p>
          <fieldset class="chooser">
            <legend>{words.comparison.shown}</legend>
            {all.slice(1).map(({ scenario, place }) => (
              <label key={scenario.id}>
                <input
                  type="checkbox"
                  checked={!bench.hidden.value.has(scenario.id)}
                  onChange={(event) => show(bench, scenario.id, event.currentTarget.checked)}
                />
                <span>{nameOf(scenario, place, words, bench.language.value)}</span>
              </label>
            ))}
          </fieldset>
          {members.length < 2 && <p class="notice notice-provisional">{words.comparison.noneChosen}</p>}
          <ComparedTable members={members} />
          <ComparedPayers members={members} />
          <Pictures members={members} shown={shown} />
        </>
      )}
    </section>
  );
}

/** A file that would be compared with the scenario of this id. */
function Example({ base }: { readonly base: string }): JSX.Element {
  const example = {
    base,
    id: `${base}-never`,
    alternative: { zh: "不采取措施", en: "Never act" },
    changes: { "rules.decision": { kind: "never" } },
  };
  return (
    <pre class="example" lang="zh-CN">
      <code>{JSON.stringify(example, null, 2)}</code>
    </pre>
  );
}

function membersOf({ outcome, request }: Shown): Member[] {
  return outcome.summaries.flatMap((summary, place) => {
    const scenario = request.scenarios[place];
    return scenario === undefined ? [] : [{ place, scenario, summary, difference: outcome.differences[place - 1] }];
  });
}

function show(bench: Bench, id: string, wanted: boolean): void {
  const hidden = new Set(bench.hidden.value);
  if (wanted) hidden.delete(id);
  else hidden.add(id);
  bench.hidden.value = hidden;
}

function Pictures(props: { readonly members: readonly Member[]; readonly shown: Shown }): JSX.Element {
  const { members, shown } = props;
  const bench = useBench();
  const words = bench.words.value;
  const key = members.map(({ scenario }) => scenario.id).join(" ");
  const seen = [shown, key, bench.language.value, bench.unit.value, partOf(shown, bench)];
  const baseline = members[0];
  const other = members.find(({ place }) => place === bench.chosen.value && place > 0) ?? members[1];
  const compared = useCallback(async (width: number): Promise<Figure> => {
    if (baseline === undefined) throw new Error("a comparison without a baseline");
    const { comparison } = await chartCode.comparison();
    const runs = members.map(({ scenario, place, summary }) => ({
      name: bothNames(scenario, place),
      summary: { ...summary, triggers: sharedLines(members) },
    }));
    return comparison(runs, chartContext(baseline.scenario), { ...chartLook(shown, members, bench), width });
  }, seen);
  const difference = useCallback(
    async (width: number): Promise<Figure> => {
      if (baseline === undefined || other?.difference === undefined) throw new Error("a difference without two runs");
      const { differenceChart } = await chartCode.difference();
      const options = {
        series: "payableMonths" as const,
        baseline: bothNames(baseline.scenario, 0),
        alternative: bothNames(other.scenario, other.place),
        place: members.indexOf(other) - 1,
      };
      const look = chartLook(shown, [baseline, other], bench);
      return differenceChart(other.difference, other.summary, options, chartContext(baseline.scenario), {
        ...look,
        width,
      });
    },
    [...seen, other?.scenario.id],
  );
  return (
    <div class="pictures" role="group" aria-label={words.figures.label}>
      <Picture draw={compared} id="compared" />
      {other?.difference !== undefined && !other.difference.identical && <Picture draw={difference} id="difference" />}
    </div>
  );
}

/** The lines of the baseline that all members share: only these stand in a picture of them all. */
function sharedLines(members: readonly Member[]): RunSummary["triggers"] {
  const own = Object.entries(members[0]?.summary.triggers ?? {});
  return Object.fromEntries(
    own.filter(([id, { level }]) => members.every(({ summary }) => summary.triggers[id]?.level === level)),
  );
}

function bothNames(scenario: Scenario, place: number): { readonly zh: string; readonly en: string } {
  return place === 0 ? { zh: "基线", en: "Baseline" } : (scenario.alternative ?? scenario.title);
}
