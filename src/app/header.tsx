import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Scenario } from "../model/scenario/schema.ts";
import { type Language, moneyUnit } from "../text/numbers.ts";
import { useBench } from "./bench.ts";
import type { Entry } from "./catalogue.ts";
import { remember } from "./memory.ts";
import { Segments } from "./segments.tsx";

const units = ["yuan", "tenThousandYuan", "hundredMillionYuan"] as const;

/** Name of the product, the choice of the scenario, money unit and language. */
export function Header(): JSX.Element {
  const bench = useBench();
  const words = bench.words.value;
  const language = bench.language.value;
  return (
    <header class="top">
      <p class="brand">
        <strong lang="en">Fundcast</strong> <span>{words.product}</span>
      </p>
      <div class="top-choices">
        <label class="scenario-choice">
          <span class="unseen">{words.header.scenario}</span>
          <select
            value={bench.entry.value?.id ?? ""}
            onChange={(event) => bench.choose(event.currentTarget.value)}
            data-testid="scenario"
          >
            {bench.entries.value.map(({ id, scenarios, origin }) => (
              <option key={id} value={id}>
                {origin === "opened" ? words.header.dropped : ""}
                {entryTitle(scenarios[0], bench.entries.value, language)}
              </option>
            ))}
          </select>
        </label>
        <FileButton label={words.header.open} />
      </div>
      <div class="top-options">
        <Segments
          legend={words.header.unit}
          name="unit"
          choices={units.map((choice) => ({ choice, label: moneyUnit(choice, language) }))}
          chosen={bench.unit.value}
          onChoose={(unit) => {
            bench.unit.value = unit;
            remember("unit", unit);
          }}
        />
        <Segments
          legend={words.header.language}
          name="language"
          choices={[
            { choice: "zh", label: "中文", lang: "zh-CN" },
            { choice: "en", label: "EN", lang: "en" },
          ]}
          chosen={language}
          onChoose={(chosen) => {
            bench.language.value = chosen;
            remember("language", chosen);
          }}
        />
      </div>
    </header>
  );
}

/** Title of an entry, with its id where another has the same title. */
function entryTitle({ id, title }: Scenario, entries: readonly Entry[], language: Language): string {
  const named = entries.filter(({ scenarios }) => scenarios[0].title[language] === title[language]);
  if (named.length < 2) return title[language];
  return language === "zh" ? `${title.zh}（${id}）` : `${title.en} (${id})`;
}

/** A button that asks for a scenario file. */
export function FileButton({ label }: { readonly label: string }): JSX.Element {
  const bench = useBench();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="quiet" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={label}
        onChange={(event) => {
          const { files } = event.currentTarget;
          void bench.open(files === null ? [] : Array.from(files));
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
