import type { JSX } from "preact";
import type { ProvenanceKind } from "../model/scenario/provenance.ts";
import { useBench } from "./bench.ts";

const signs: { readonly [kind in ProvenanceKind]: string } = { fact: "●", derived: "◐", assumption: "○" };

/** Mark of origin ● ◐ ○ that explains itself on focus. */
export function Mark({ kind }: { readonly kind: ProvenanceKind }): JSX.Element {
  const { marks } = useBench().words.value;
  const meaning = { fact: marks.factMeaning, derived: marks.derivedMeaning, assumption: marks.assumptionMeaning }[kind];
  return (
    <button type="button" class={`mark mark-${kind}`} aria-label={`${marks[kind]}: ${meaning}`}>
      <span aria-hidden="true">{signs[kind]}</span>
      <span class="mark-tip" aria-hidden="true">
        {signs[kind]} {marks[kind]}
        <br />
        {meaning}
      </span>
    </button>
  );
}
