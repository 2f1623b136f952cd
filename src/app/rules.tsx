import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Provisions } from "../model/scenario/provisions.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { dayName } from "../text/dates.ts";
import { count } from "../text/numbers.ts";
import {
  bundledCoverage,
  documentsOf,
  type ReadArticle,
  type ReadDocument,
  type Status,
  statuses,
} from "./articles.ts";
import { useBench } from "./bench.ts";
import { languageOf } from "./languageOf.ts";
import { RuleArticle } from "./ruleArticle.tsx";
import { Segments } from "./segments.tsx";

const coverage = bundledCoverage();

/** The documents that a scenario stands under, article by article, the province's own before the law that it builds on. */
export function Rules({ scenario }: { readonly scenario: Scenario }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value.provisions;
  const [query, setQuery] = useState("");
  const [status, setStatus] = useState<Status | "all">("all");
  const documents = useMemo(() => documentsOf(scenario, bench.documents, coverage), [scenario]);
  const wanted = query.trim().toLowerCase();
  const found = documents.map((document) => ({
    ...document,
    articles: document.articles.filter(
      (each) => (status === "all" || each.status === status) && textOf(each, document).includes(wanted),
    ),
  }));
  const total = (list: readonly ReadDocument[]): number => list.reduce((sum, { articles }) => sum + articles.length, 0);
  return (
    <section class="provisions" aria-labelledby="provisions">
      <h1 id="provisions">{words.title}</h1>
      {documents.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.lead}</p>
          <div class="finder">
            <label>
              <span>{words.search}</span>
              <input
                type="search"
                value={query}
                placeholder={words.searchHint}
                onInput={(event) => setQuery(event.currentTarget.value)}
              />
            </label>
            <Segments
              legend={words.status}
              name="status"
              choices={(["all", ...statuses] as const).map((choice) => ({ choice, label: words[choice] }))}
              chosen={status}
              onChoose={setStatus}
            />
            <p class="small" role="status">
              {words.found(count(total(found)), count(total(documents)))}
            </p>
          </div>
          {total(found) === 0 && <p>{words.nothing}</p>}
          {found.map((document, i) => (
            <DocumentPart
              key={document.id}
              document={document}
              whole={documents[i] ?? document}
              scenario={scenario}
              folded={documents.length > 1 && i === documents.length - 1}
              searching={wanted !== "" || status !== "all"}
            />
          ))}
        </>
      )}
    </section>
  );
}

/** What a search looks through: the words in both languages, the place, the first words and the number. */
function textOf({ article }: ReadArticle, { provisions }: ReadDocument): string {
  const { id, place, begins, says } = article;
  const parts = [id, place.zh, place.en, begins, says.zh, says.en, provisions?.document.number ?? ""];
  return parts.join(" ").toLowerCase();
}

function DocumentPart(props: {
  readonly document: ReadDocument;
  readonly whole: ReadDocument;
  readonly scenario: Scenario;
  /** Whether it stands behind a heading that opens it. */
  readonly folded: boolean;
  readonly searching: boolean;
}): JSX.Element | null {
  const { document, whole, scenario, folded, searching } = props;
  const bench = useBench();
  const words = bench.words.value.provisions;
  const { provisions, articles } = document;
  if (provisions === undefined) return <p class="notice">{words.unknown(document.id)}</p>;
  if (searching && articles.length === 0) return null;
  const topics = [...new Set(articles.map(({ article }) => article.topic))];
  const body = topics.map((topic) => (
    <section key={topic}>
      <h3>{words.topics[topic]}</h3>
      {articles
        .filter(({ article }) => article.topic === topic)
        .map((each) => (
          <RuleArticle key={each.article.id} read={each} provisions={provisions} scenario={scenario} />
        ))}
    </section>
  ));
  const title = provisions.document.title[bench.language.value];
  return (
    <section class="provisions-document" aria-label={title}>
      {folded ? (
        <details open={searching}>
          <summary class="provisions-fold">
            <h2>{title}</h2>
          </summary>
          <Header provisions={provisions} whole={whole} />
          {body}
        </details>
      ) : (
        <>
          <h2>{title}</h2>
          <Header provisions={provisions} whole={whole} />
          {body}
        </>
      )}
    </section>
  );
}

/** Number, issuer and dates of a document, and how much of it is calculated. */
function Header(props: { readonly provisions: Provisions; readonly whole: ReadDocument }): JSX.Element {
  const { provisions, whole } = props;
  const bench = useBench();
  const words = bench.words.value.provisions;
  const language = bench.language.value;
  const { number, issuer, issued, inForce } = provisions.document;
  const modelled = whole.articles.filter(({ status }) => status === "modelled").length;
  return (
    <ul class="provisions-header small">
      <li lang={languageOf(number)}>{number}</li>
      <li>{issuer[language]}</li>
      {issued !== undefined && <li>{words.issued(dayName(issued, language))}</li>}
      {inForce !== undefined && <li>{words.inForce(dayName(inForce, language))}</li>}
      <li>{words.counts(count(whole.articles.length), count(modelled))}</li>
    </ul>
  );
}
