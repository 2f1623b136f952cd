import type { JSX } from "preact";
import type { StatedQuantity } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { monthName } from "../text/dates.ts";
import { fieldName } from "../text/fields.ts";
import type { Language, MoneyUnit } from "../text/numbers.ts";
import { quantityText } from "../text/quantities.ts";
import type { Words } from "../text/words.ts";
import { languageOf } from "./languageOf.ts";
import { Mark } from "./mark.tsx";

/** A value of a scenario as a reader sees it. */
export interface ValueRow {
  readonly stated: StatedQuantity;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  /** The source, in the words of its publisher. */
  readonly document: string;
  readonly rest: string;
  /** Whether a document stands behind it, also where it is not named. */
  readonly cited: boolean;
}

export function valueRow(
  stated: StatedQuantity,
  scenario: Scenario,
  words: Words,
  language: Language,
  unit: MoneyUnit,
): ValueRow {
  const { source, reason, from } = stated;
  const rest = [reason?.[language] ?? "", from === undefined ? "" : words.inputs.since(monthName(from, language))];
  return {
    stated,
    name: fieldName(stated.path, scenario, language),
    ...quantityText(stated.value, unitOf(stated, scenario), language, unit),
    document: source === undefined ? "" : `${source.document} ${source.article ?? ""}`.trim(),
    cited: source !== undefined,
    rest: joined(rest, language),
  };
}

/** Values with their marks, units and sources or reasons. */
export function ValueRows({ rows }: { readonly rows: readonly ValueRow[] }): JSX.Element {
  return (
    <ul class="values">
      {rows.map((row) => (
        <li key={row.stated.path}>
          <Mark kind={row.stated.kind} cited={row.cited} />
          <span class="value-name" title={row.stated.path}>
            {row.name}
          </span>
          <span class="value-number">
            {row.value} <span class="small">{row.unit}</span>
          </span>
          <span class="value-origin small">
            {row.document !== "" && <span lang={languageOf(row.document)}>{row.document}</span>}
            {row.document !== "" && row.rest !== "" && <br />}
            {row.rest}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Parts in one line; a full stop is dropped where another part follows. */
function joined(parts: readonly string[], language: Language): string {
  const said = parts.filter((part) => part !== "");
  return said
    .map((part, i) => (i < said.length - 1 ? part.replace(/[。.]$/, "") : part))
    .join(language === "zh" ? "；" : "; ");
}

/** The unit of a value; that of an actual figure follows from what it is beside. */
function unitOf({ path, unit }: StatedQuantity, { hindcast }: Scenario): string {
  if (unit !== "yuan or months") return unit;
  return hindcast?.[Number(path.split(".")[1])]?.series === "fundBalance" ? "yuan" : "months";
}
