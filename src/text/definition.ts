import type { Bilingual, Provenance, Source } from "../model/scenario/quantity.ts";

/** One reading in force: the data, the words, and where the reading comes from where the scenario states it. */
export interface Definition extends Bilingual {
  readonly value: unknown;
  readonly source?: Source;
  readonly basis?: "derived" | "assumption";
  readonly reason?: Bilingual;
}

/** A reading with the provenance of the quantity that states it. */
export function stated(quantity: Provenance & { readonly value: unknown }, words: Bilingual): Definition {
  return {
    value: quantity.value,
    ...words,
    ...(quantity.source === undefined ? {} : { source: quantity.source }),
    ...(quantity.basis === undefined ? {} : { basis: quantity.basis }),
    ...(quantity.reason === undefined ? {} : { reason: quantity.reason }),
  };
}

/** A share as percent with as many decimals as it has: "15%", "0.25%". */
export function sharePercent(share: number): string {
  return `${Number((share * 100).toPrecision(6))}%`;
}
