import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { type ProvenanceKind, provenanceOf } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { count } from "../text/numbers.ts";
import { useBench } from "./bench.ts";
import { Mark } from "./mark.tsx";
import { Segments } from "./segments.tsx";
import { TemplateButton } from "./template.tsx";
import { type ValueRow, ValueRows, valueRow } from "./valueRows.tsx";

const groups = ["rules", "basis", "opening", "drivers", "uncertainty", "hindcast"] as const;

/** Every value of a scenario with its mark, unit and source or reason; can be searched. */
export function Inputs({ scenario }: { readonly scenario: Scenario }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value;
  const language = bench.language.value;
  const unit = bench.unit.value;
  const [query, setQuery] = useState("");
  const [kind, setKind] = useState<ProvenanceKind | "all">("all");
  const rows = useMemo(
    () =>
      provenanceOf(scenario).map((stated) => {
        const row = valueRow(stated, scenario, words, language, unit);
        return { ...row, group: stated.path.split(".")[0] ?? "", subject: subjectOf(row.name) };
      }),
    [scenario, language, unit],
  );
  const wanted = query.trim().toLowerCase();
  const found = rows.filter(
    (row) =>
      (kind === "all" || row.stated.kind === kind) &&
      (wanted === "" ||
        `${row.name} ${row.stated.path} ${row.unit} ${row.document} ${row.rest}`.toLowerCase().includes(wanted)),
  );
  const ofKind = (each: ProvenanceKind): string => count(rows.filter(({ stated }) => stated.kind === each).length);
  return (
    <section class="inputs" aria-labelledby="inputs">
      <h1 id="inputs">{words.inputs.title}</h1>
      <p>{words.inputs.lead}</p>
      <ul class="legend" aria-label={words.marks.legend}>
        {(["fact", "derived", "assumption"] as const).map((each) => (
          <li key={each}>
            <Mark kind={each} /> {words.marks[each]} <span class="small">{words.marks[`${each}Meaning`]}</span>
          </li>
        ))}
      </ul>
      <p class="small">{words.marks.fewKinds(ofKind("fact"), ofKind("derived"), ofKind("assumption"))}</p>
      <div class="finder">
        <label>
          <span>{words.inputs.search}</span>
          <input
            type="search"
            value={query}
            placeholder={words.inputs.searchHint}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
        <Segments
          legend={words.inputs.kind}
          name="kind"
          choices={(["all", "fact", "derived", "assumption"] as const).map((choice) => ({
            choice,
            label: choice === "all" ? words.inputs.all : words.marks[choice],
          }))}
          chosen={kind}
          onChoose={setKind}
        />
        <TemplateButton scenario={scenario} />
        <p class="small" role="status">
          {words.inputs.found(count(found.length), count(rows.length))}
        </p>
      </div>
      {found.length === 0 && <p>{words.inputs.nothing}</p>}
      {groups.map((group) => {
        const members = found.filter((row) => row.group === group);
        return members.length === 0 ? null : (
          <section key={group} aria-labelledby={`inputs-${group}`}>
            <h2 id={`inputs-${group}`}>{words.inputs.groups[group]}</h2>
            {members.length <= FEW ? (
              <ValueRows rows={members} />
            ) : (
              <Parts rows={members} open={found.length < rows.length && found.length <= MOST_OPEN} />
            )}
          </section>
        );
      })}
    </section>
  );
}

/** A group with more values than this is folded by subject. */
const FEW = 40;

/** What is found by a search stands open where there are not more values than this. */
const MOST_OPEN = 80;

/** Values by subject, each subject folded behind its name and how many of its values are facts. */
function Parts({ rows, open }: { readonly rows: readonly Row[]; readonly open: boolean }): JSX.Element {
  const words = useBench().words.value;
  const subjects = new Map<string, Row[]>();
  for (const row of rows) {
    const found = subjects.get(row.subject);
    if (found === undefined) subjects.set(row.subject, [row]);
    else found.push(row);
  }
  return (
    <>
      {[...subjects].map(([subject, members]) => (
        <details key={subject} class="values-part" open={open}>
          <summary>
            {subject}{" "}
            <span class="small">
              {kinds
                .map((kind) => ({ kind, number: members.filter(({ stated }) => stated.kind === kind).length }))
                .filter(({ number }) => number > 0)
                .map(({ kind, number }) => words.inputs.ofKind(words.marks[kind], count(number)))
                .join(words.inputs.between)}
            </span>
          </summary>
          <ValueRows rows={members} />
        </details>
      ))}
    </>
  );
}

const kinds = ["fact", "derived", "assumption"] as const;

type Row = ValueRow & { readonly subject: string };

/** What a value is about: the first part of its name. */
function subjectOf(name: string): string {
  return name.split(/·| \/ /)[0]?.replace(/（.*）$| \(.*\)$/, "") ?? name;
}
