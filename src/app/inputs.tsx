import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { type ProvenanceKind, provenanceOf } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { count } from "../text/numbers.ts";
import { useBench } from "./bench.ts";
import { Mark } from "./mark.tsx";
import { Segments } from "./segments.tsx";
import { TemplateButton } from "./template.tsx";
import { ValueRows, valueRow } from "./valueRows.tsx";

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
      provenanceOf(scenario).map((stated) => ({
        ...valueRow(stated, scenario, words, language, unit),
        group: stated.path.split(".")[0] ?? "",
      })),
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
            <ValueRows rows={members} />
          </section>
        );
      })}
    </section>
  );
}
