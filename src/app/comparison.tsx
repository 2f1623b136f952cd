import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { Figure } from "../charts/figure.ts";
import { monthText } from "../model/calendar.ts";
import { isIllustrative } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { Estimate, EventSummary, RunDifference, RunSummary } from "../model/simulation/result.ts";
import { monthEnd, yearName } from "../text/dates.ts";
import { type DifferenceText, moneyDifference, monthsDifference, pointsDifference } from "../text/differences.ts";
import { fixed, money, probability } from "../text/numbers.ts";
import { type Bench, type Shown, useBench } from "./bench.ts";
import { Illustrative } from "./illustrative.tsx";
import { Picture } from "./picture.tsx";
import { nameOf } from "./rail.tsx";
import { chartContext, chartOf } from "./results.tsx";

/** One of the scenarios that ran together, with its difference from the baseline. */
interface Member {
  readonly place: number;
  readonly scenario: Scenario;
  readonly summary: RunSummary;
  readonly difference: RunDifference | undefined;
}

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
        <p>{words.comparison.nothing}</p>
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
          <Table members={members} />
          <Pictures members={members} shown={shown} />
        </>
      )}
    </section>
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

interface Cell {
  readonly value: string;
  readonly error?: string;
  readonly difference?: DifferenceText | undefined;
}

function Table({ members }: { readonly members: readonly Member[] }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value;
  const language = bench.language.value;
  const first = members[0]?.summary;
  if (first === undefined) return <p>{words.comparison.nothing}</p>;
  const levels = { watch: first.triggers["watch"]?.level, act: first.triggers["act"]?.level };
  const closing = monthEnd(monthText(first.start, first.months - 1), language);
  const columns: { readonly name: string; readonly cell: (member: Member) => Cell }[] = [
    ...(["watch", "act"] as const).flatMap((id) => {
      const line = levels[id];
      if (line === undefined) return [];
      return [
        {
          name: words.comparison[id](fixed(line, Number.isInteger(line) ? 0 : 1)),
          cell: ({ summary, difference }: Member) =>
            eventCell(summary.triggers[id], difference?.triggers[id]?.probability, bench),
        },
      ];
    }),
    {
      name: words.comparison.cannotPay,
      cell: ({ summary, difference }) => eventCell(summary.depletion, difference?.depletion.probability, bench),
    },
    {
      name: words.comparison.medianYear(fixed(levels.act ?? 0, Number.isInteger(levels.act) ? 0 : 1)),
      cell: ({ summary, difference }) => yearCell(summary.triggers["act"], difference?.triggers["act"]?.timing, bench),
    },
    { name: words.comparison.closing(closing), cell: (member) => closingCell(member, bench) },
  ];
  return (
    <table class="compared">
      <caption class="unseen">{words.comparison.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.comparison.scenario}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.scenario.id}>
            <th scope="row">{nameOf(member.scenario, member.place, words, language)}</th>
            {columns.map(({ name, cell }) => (
              <td key={name} data-label={name}>
                <CellText cell={cell(member)} identical={member.difference?.identical === true} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellText({ cell, identical }: { readonly cell: Cell; readonly identical: boolean }): JSX.Element {
  const words = useBench().words.value;
  const { difference } = cell;
  return (
    <>
      <b>{cell.value}</b>
      {cell.error !== undefined && cell.error !== "" && <span class="small"> {cell.error}</span>}
      {identical && <span class="difference small">{words.comparison.identical}</span>}
      {!identical && difference !== undefined && (
        <span class="difference">
          {difference.clear ? difference.value : words.comparison.tie}
          <span class="small"> {words.comparison.interval(difference.interval)}</span>
        </span>
      )}
    </>
  );
}

function eventCell(event: EventSummary | undefined, difference: Estimate | undefined, bench: Bench): Cell {
  const language = bench.language.value;
  if (event === undefined) return { value: "—" };
  const { value, error } = probability(event.everProbability, language);
  return { value, error, difference: difference && pointsDifference(difference, language) };
}

function yearCell(event: EventSummary | undefined, difference: Estimate | undefined, bench: Bench): Cell {
  const language = bench.language.value;
  const median = event?.firstMonthIfFired?.p50;
  return {
    value: median === undefined ? bench.words.value.comparison.never : yearName(Number(median.slice(0, 4)), language),
    difference: difference && monthsDifference(difference, language),
  };
}

function closingCell({ summary, difference }: Member, bench: Bench): Cell {
  const language = bench.language.value;
  const unit = bench.unit.value;
  const last = summary.months - 1;
  const mean = summary.series["fundBalance"]?.mean[last];
  const decimals = unit === "hundredMillionYuan" ? 2 : 0;
  const value = mean === null || mean === undefined ? "—" : money(mean, unit, language, decimals);
  const columns = difference?.series["fundBalance"];
  if (columns === undefined) return { value };
  const at = (name: keyof Estimate): number => columns[name][last] ?? 0;
  const estimate = { estimate: at("estimate"), standardError: at("standardError"), low: at("low"), high: at("high") };
  return { value, difference: moneyDifference(estimate, unit, language) };
}

function Pictures(props: { readonly members: readonly Member[]; readonly shown: Shown }): JSX.Element {
  const { members, shown } = props;
  const bench = useBench();
  const words = bench.words.value;
  const language = bench.language.value;
  const unit = bench.unit.value;
  const key = members.map(({ scenario }) => scenario.id).join(" ");
  const baseline = members[0];
  const other = members.find(({ place }) => place === bench.chosen.value && place > 0) ?? members[1];
  const compared = useCallback(
    async (width: number): Promise<Figure> => {
      if (baseline === undefined) throw new Error("a comparison without a baseline");
      const { comparison } = await import("../charts/comparison.ts");
      const runs = members.map(({ scenario, place, summary }) => ({ name: bothNames(scenario, place), summary }));
      const look = chartOf(shown, baseline.scenario, language, unit);
      return comparison(runs, chartContext(baseline.scenario), { ...look, width });
    },
    [shown, key, language, unit],
  );
  const difference = useCallback(
    async (width: number): Promise<Figure> => {
      if (baseline === undefined || other?.difference === undefined) throw new Error("a difference without two runs");
      const { differenceChart } = await import("../charts/difference.ts");
      const look = chartOf(shown, baseline.scenario, language, unit);
      const options = {
        series: "payableMonths" as const,
        baseline: bothNames(baseline.scenario, 0),
        alternative: bothNames(other.scenario, other.place),
        place: members.indexOf(other) - 1,
      };
      return differenceChart(other.difference, other.summary, options, chartContext(baseline.scenario), {
        ...look,
        width,
      });
    },
    [shown, other?.scenario.id, key, language, unit],
  );
  return (
    <div class="pictures" role="group" aria-label={words.figures.label}>
      <Picture draw={compared} id="compared" />
      {other?.difference !== undefined && !other.difference.identical && <Picture draw={difference} id="difference" />}
    </div>
  );
}

function bothNames(scenario: Scenario, place: number): { readonly zh: string; readonly en: string } {
  return place === 0 ? { zh: "基线", en: "Baseline" } : (scenario.alternative ?? scenario.title);
}
