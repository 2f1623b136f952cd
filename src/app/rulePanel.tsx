import type { JSX } from "preact";
import type { Scenario } from "../model/scenario/schema.ts";
import type { Definition } from "../text/definition.ts";
import { definitionsOf } from "../text/definitions.ts";
import { ruleSentence } from "../text/rule.ts";
import { useBench } from "./bench.ts";
import { languageOf } from "./languageOf.ts";
import { Mark } from "./mark.tsx";

const groups = [
  {
    title: "trigger",
    readings: [
      "trigger",
      "excessLevel",
      "watchLevel",
      "actLevel",
      "comparison",
      "tolerance",
      "confirmation",
      "obligation",
    ],
  },
  { title: "reading", readings: ["numerator", "denominator", "outgo", "observation", "informationLag", "projection"] },
  {
    title: "measure",
    readings: ["measure", "on", "effective", "hold", "lasts", "exemptYears", "exit", "excessMeasure", "decision"],
  },
  { title: "money", readings: ["shortfall"] },
  { title: "other", readings: ["budgetDraft", "baseReset", "pipeline", "parameterUncertainty"] },
] as const;

/** The rule of a scenario in words, reading by reading, each with where it comes from; documents are numbered below. */
export function RulePanel({ scenario }: { readonly scenario: Scenario }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value;
  const language = bench.language.value;
  const definitions = definitionsOf(scenario);
  const documents = documentsOf(Object.values(definitions));
  return (
    <aside class="rule" aria-labelledby="rule">
      <h2 id="rule">{words.rule.title}</h2>
      <p class="rule-sentence">{ruleSentence(scenario.rules, language)}</p>
      {groups.map(({ title, readings }) => {
        const present = readings.flatMap((reading) => {
          const definition = definitions[reading];
          return definition === undefined ? [] : [{ reading, definition }];
        });
        return present.length === 0 ? null : (
          <section key={title}>
            <h3>{words.rule[title]}</h3>
            <ul class="readings">
              {present.map(({ reading, definition }) => (
                <Reading key={reading} definition={definition} documents={documents} />
              ))}
            </ul>
          </section>
        );
      })}
      {documents.length > 0 && (
        <section>
          <h3>{words.rule.source}</h3>
          <ol class="documents small">
            {documents.map((document) => (
              <li key={document} lang={languageOf(document)}>
                {document}
              </li>
            ))}
          </ol>
        </section>
      )}
      <details>
        <summary>{words.rule.about}</summary>
        <p class="small">{scenario.about[language]}</p>
      </details>
    </aside>
  );
}

function documentsOf(definitions: readonly Definition[]): string[] {
  return [...new Set(definitions.flatMap(({ source }) => (source === undefined ? [] : [source.document])))];
}

function Reading(props: { readonly definition: Definition; readonly documents: readonly string[] }): JSX.Element {
  const { definition, documents } = props;
  const bench = useBench();
  const words = bench.words.value;
  const language = bench.language.value;
  const { source, basis, reason } = definition;
  const kind = basis ?? (source === undefined ? "assumption" : "fact");
  return (
    <li>
      <Mark kind={kind} cited={source !== undefined} />
      <div>
        {definition[language]}
        <p class="small">
          {source === undefined && reason === undefined && words.rule.structure}
          {reason !== undefined && kind !== "fact" && (
            <span>{words.rule.origin(words.rule[kind], reason[language])} </span>
          )}
          {source !== undefined && (
            <span>
              {words.rule.source} [{documents.indexOf(source.document) + 1}]
              {source.article !== undefined && <span lang={languageOf(source.article)}> {source.article}</span>}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
