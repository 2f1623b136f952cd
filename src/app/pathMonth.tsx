import type { JSX } from "preact";
import { type MonthText, monthText } from "../model/calendar.ts";
import type { JournalEvent } from "../model/ledger/journal.ts";
import { kindOf } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { RunSummary } from "../model/simulation/result.ts";
import type { PathTrace } from "../model/simulation/trace.ts";
import { monthName } from "../text/dates.ts";
import { provenanceAt } from "../text/eventSource.ts";
import { eventsText, eventText } from "../text/journal.ts";
import { useBench } from "./bench.ts";
import { groupsOf } from "./eventGroups.ts";
import { languageOf } from "./languageOf.ts";
import { Mark } from "./mark.tsx";
import { AccountsOfMonth, MonthAccount, RegionAccounts } from "./pathAccounts.tsx";

/** One month of a path: what happened, by which article, and the account of the month. */
export function PathMonth(props: {
  readonly trace: PathTrace;
  readonly scenario: Scenario;
  readonly summary: RunSummary;
  readonly month: number;
}): JSX.Element {
  const { trace, scenario, summary, month } = props;
  const bench = useBench();
  const words = bench.words.value.paths;
  const events = trace.events.filter(({ t }) => t === month);
  return (
    <div class="month" data-month={month}>
      <h2 aria-live="polite">{monthName(monthText(trace.start, month), bench.language.value)}</h2>
      <h3>{words.events}</h3>
      {events.length === 0 ? (
        <p class="small">{words.quiet}</p>
      ) : (
        <ul class="events">
          {groupsOf(events).map(({ events: members, together }, i) => {
            const [first] = members;
            const inForce = inForceAfter(first, trace);
            return <Event key={i} event={first} all={together ? members : []} scenario={scenario} inForce={inForce} />;
          })}
        </ul>
      )}
      <h3>{words.flows}</h3>
      <MonthAccount trace={trace} month={month} />
      {trace.regions.length > 1 && <RegionAccounts trace={trace} summary={summary} month={month} />}
      <AccountsOfMonth trace={trace} month={month} />
    </div>
  );
}

/** The month in which what an event decided comes into force on the path. */
function inForceAfter({ t, rule }: JournalEvent, { start, events }: PathTrace): MonthText | undefined {
  const next = events.find((each) => each.t > t && each.rule === rule && each.kind !== "measureDecided");
  return next?.kind === "measureInForce" ? monthText(start, next.t) : undefined;
}

/** An event in words, or several of one rule that are told together and open to be read one by one. */
function Event(props: {
  readonly event: JournalEvent;
  readonly all: readonly JournalEvent[];
  readonly scenario: Scenario;
  readonly inForce: MonthText | undefined;
}): JSX.Element {
  const { event, all, scenario, inForce } = props;
  const bench = useBench();
  const words = bench.words.value.paths;
  const language = bench.language.value;
  const unit = bench.unit.value;
  const provenance = provenanceAt(event.rule, scenario);
  const { source, reason } = provenance ?? {};
  const kind = provenance === undefined ? "assumption" : kindOf(provenance);
  const origin = source === undefined ? undefined : `${source.document} ${source.article ?? ""}`.trim();
  return (
    <li data-kind={event.kind}>
      <Mark kind={kind} cited={source !== undefined} />
      <div>
        {all.length === 0 ? (
          eventText(event, scenario, language, unit, inForce)
        ) : (
          <details>
            <summary>{eventsText(all, scenario, language, unit)}</summary>
            <ul class="events-each">
              {all.map((each, i) => (
                <li key={i}>{eventText(each, scenario, language, unit, inForce)}</li>
              ))}
            </ul>
          </details>
        )}
        <p class="small">
          {origin !== undefined && (
            <>
              {words.by}
              {bench.words.value.comparison.colon} <span lang={languageOf(origin)}>{origin}</span>
            </>
          )}
          {origin === undefined && (reason === undefined ? words.noSource : reason[language])}
        </p>
      </div>
    </li>
  );
}
