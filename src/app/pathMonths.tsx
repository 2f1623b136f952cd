import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { monthText } from "../model/calendar.ts";
import type { JournalEvent } from "../model/ledger/journal.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { PathTrace } from "../model/simulation/trace.ts";
import { monthName } from "../text/dates.ts";
import { eventName, eventNames } from "../text/journal.ts";
import { fixed, type Language } from "../text/numbers.ts";
import { useBench } from "./bench.ts";
import { monthlyKinds } from "./eventGroups.ts";

/** The months of a path, those with events named; arrow keys move from month to month. */
export function MonthList(props: {
  readonly trace: PathTrace;
  readonly scenario: Scenario;
  readonly month: number;
  readonly onChoose: (t: number) => void;
}): JSX.Element {
  const { trace, scenario, month, onChoose } = props;
  const bench = useBench();
  const words = bench.words.value.paths;
  const language = bench.language.value;
  const [only, setOnly] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const monthly = monthlyKinds(trace);
  const names = namesByMonth(trace, scenario, language, monthly);
  const shown = trace.pool.map((_, t) => t).filter((t) => !only || names.has(t) || t === month);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>("[data-chosen]");
    if (list.current === null || row === null || row === undefined) return;
    const { scrollTop, clientHeight } = list.current;
    const from = row.offsetTop - list.current.offsetTop;
    if (from >= scrollTop && from + row.offsetHeight <= scrollTop + clientHeight) return;
    list.current.scrollTop = from - clientHeight / 3;
  }, [month, only, trace]);
  return (
    <div class="months">
      <label class="months-only">
        <input type="checkbox" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
        <span>{words.onlyEvents}</span>
      </label>
      {monthly.size > 0 && (
        <p class="small">
          {words.monthly([...monthly].map((kind) => eventNames[kind][language]).join(language === "zh" ? "、" : ", "))}
        </p>
      )}
      {names.size === 0 && <p class="small">{words.noEvents}</p>}
      <fieldset class="months-list">
        <legend class="unseen">{words.months}</legend>
        <div class="months-scroll" ref={list}>
          <p class="months-head small">
            <span>{words.month}</span>
            <span>{words.lines.payableMonths}</span>
            <span>{words.happened}</span>
          </p>
          {shown.map((t) => {
            const { payableMonths } = trace.pool[t] ?? {};
            return (
              <label key={t} data-chosen={t === month ? true : undefined}>
                <input type="radio" name="month" value={t} checked={t === month} onChange={() => onChoose(t)} />
                <span class="months-name">{monthName(monthText(trace.start, t), language)}</span>
                <span class="months-value">{typeof payableMonths === "number" ? fixed(payableMonths, 1) : "–"}</span>
                <span class="months-events">{names.get(t) ?? ""}</span>
              </label>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

/** The names of what happened, each once, by month; kinds left out have none. */
export function namesByMonth(
  { events }: PathTrace,
  scenario: Scenario,
  language: Language,
  leftOut: ReadonlySet<JournalEvent["kind"]> = new Set(),
): ReadonlyMap<number, string> {
  const byMonth = new Map<number, string[]>();
  for (const event of events) {
    if (leftOut.has(event.kind)) continue;
    const names = byMonth.get(event.t) ?? [];
    const name = eventName(event, scenario)[language];
    if (!names.includes(name)) names.push(name);
    byMonth.set(event.t, names);
  }
  return new Map([...byMonth].map(([t, names]) => [t, names.join(language === "zh" ? "、" : ", ")]));
}
