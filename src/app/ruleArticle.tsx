import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Provisions } from "../model/scenario/provisions.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { fieldName } from "../text/fields.ts";
import { count } from "../text/numbers.ts";
import type { ReadArticle } from "./articles.ts";
import { useBench } from "./bench.ts";
import { languageOf } from "./languageOf.ts";
import { ValueRows, valueRow } from "./valueRows.tsx";

/** More values than this are left to the list of inputs. */
const MOST_VALUES = 16;

/** An article in plain words with its place; opened, where the original stands and what carries it, or why nothing does. */
export function RuleArticle(props: {
  readonly read: ReadArticle;
  readonly provisions: Provisions;
  readonly scenario: Scenario;
}): JSX.Element {
  const { read, provisions, scenario } = props;
  const bench = useBench();
  const words = bench.words.value.provisions;
  const language = bench.language.value;
  const [open, setOpen] = useState(false);
  const { article, status } = read;
  return (
    <details class="article" data-article={article.id} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="article-says">{article.says[language]}</span>
        <span class="article-place small">{article.place[language]}</span>
        <span class={`article-status article-${status} small`}>{words[status]}</span>
      </summary>
      {open && (
        <div class="article-body">
          <dl>
            <dt>{words.place}</dt>
            <dd>
              <span lang={languageOf(provisions.document.number)}>{provisions.document.number}</span>{" "}
              {article.place[language]}
            </dd>
            <dt>{words.begins}</dt>
            <dd lang="zh-CN">“{article.begins}……”</dd>
            <dt>{words.number}</dt>
            <dd>{article.id}</dd>
            <dt>{read.why === undefined ? words.carriedBy : words.why}</dt>
            <dd>
              {read.why === undefined ? (
                <Carriers read={read} provisions={provisions} scenario={scenario} />
              ) : (
                <Why read={read} />
              )}
            </dd>
          </dl>
        </div>
      )}
    </details>
  );
}

function Why({ read }: { readonly read: ReadArticle }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value.provisions;
  const { why, reason } = read;
  return <>{why === "switchedOff" ? words.switchedOff : (reason?.[bench.language.value] ?? words.administrative)}</>;
}

/** The scenario's values behind an article, with their marks; their document is named only where it is another one. */
function Carriers(props: {
  readonly read: ReadArticle;
  readonly provisions: Provisions;
  readonly scenario: Scenario;
}): JSX.Element {
  const { read, provisions, scenario } = props;
  const bench = useBench();
  const all = bench.words.value;
  const words = all.provisions;
  const language = bench.language.value;
  const rows = read.values
    .slice(0, MOST_VALUES)
    .map((stated) => valueRow(stated, scenario, all, language, bench.unit.value))
    .map((row) => (row.document.includes(provisions.document.number) ? { ...row, document: "" } : row));
  const more = read.values.length - rows.length;
  return (
    <>
      {read.settings.map((field) => (
        <p key={field}>
          {fieldName(field, scenario, language)} <span class="small">{words.setting}</span>
        </p>
      ))}
      {rows.length > 0 && <ValueRows rows={rows} />}
      {more > 0 && <p class="small">{words.more(count(more))}</p>}
    </>
  );
}
