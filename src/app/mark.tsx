import type { JSX } from "preact";
import type { ProvenanceKind } from "../model/scenario/provenance.ts";
import { useBench } from "./bench.ts";

const signs: { readonly [kind in ProvenanceKind]: string } = { fact: "●", derived: "◐", assumption: "○" };

/** Mark of origin ● ◐ ○ that explains itself on focus; `cited` tells of an assumption that a document stands beside it. */
export function Mark(props: { readonly kind: ProvenanceKind; readonly cited?: boolean }): JSX.Element {
  const { kind, cited = false } = props;
  const { marks } = useBench().words.value;
  const assumed = cited ? marks.assumptionCited : marks.assumptionMeaning;
  const meaning = { fact: marks.factMeaning, derived: marks.derivedMeaning, assumption: assumed }[kind];
  return (
    <button type="button" class={`mark mark-${kind}`} aria-label={marks.explained(marks[kind], meaning)}>
      <span aria-hidden="true">{signs[kind]}</span>
      <span class="mark-tip" aria-hidden="true">
        {signs[kind]} {marks[kind]}
        <br />
        {meaning}
      </span>
    </button>
  );
}
