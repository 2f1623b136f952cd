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
  {
    title: "money",
    readings: [
      "pooling",
      "shortfall",
      "pooledFundRefill",
      "majorAccidents",
      "forgoneByCut",
      "localShareOfAid",
      "cityRulesUntil",
      "settlement",
      "budgetConstraint",
    ],
  },
] as const;

/** Readings of the rules behind the money, folded away: title and what their names begin with. */
const folded = [
  {
    title: "rates",
    beginnings: [
      "cityRates",
      "phasedCut",
      "cutScope",
      "relief",
      "localUplift",
      "baseLimits",
      "baseReset",
      "experience",
    ],
  },
  {
    title: "benefits",
    beginnings: ["benefit", "wageBase", "constructionWage", "retirement", "indexation", "investigation", "prevention"],
  },
  {
    title: "accounts",
    beginnings: ["turnover", "termDeposit", "remittance", "call", "emergency", "uncleared", "reserve"],
  },
  { title: "other", beginnings: [""] },
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
      {foldedAway(definitions).map(({ title, readings }) => (
        <details key={title} class="rule-more">
          <summary>{words.rule.counted(words.rule[title], String(readings.length))}</summary>
          <ul class="readings">
            {readings.map(([reading, definition]) => (
              <Reading key={reading} definition={definition} documents={documents} />
            ))}
          </ul>
        </details>
      ))}
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

type Folded = (typeof folded)[number]["title"];

/** Readings that no group above shows, each under the first title that fits its name. */
function foldedAway(definitions: {
  readonly [reading: string]: Definition;
}): { readonly title: Folded; readonly readings: readonly [string, Definition][] }[] {
  const shown = new Set<string>(groups.flatMap(({ readings }) => readings));
  const rest = Object.entries(definitions).filter(([reading]) => !shown.has(reading));
  const placed = folded.map(({ title, beginnings }) => ({
    title,
    fits: (reading: string): boolean => beginnings.some((beginning) => reading.startsWith(beginning)),
  }));
  return placed
    .map(({ title, fits }, i) => ({
      title,
      readings: rest.filter(([reading]) => fits(reading) && !placed.slice(0, i).some((each) => each.fits(reading))),
    }))
    .filter(({ readings }) => readings.length > 0);
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
