import { assumed } from "../fund.ts";

/** Quantities of one law: each names the law and its article. */
export function law(document: string): (value: unknown, unit: string, article: string) => object {
  return (value, unit, article) => ({ value, unit, source: { document, article } });
}

/** The terms of a line that a law states strictly and judges at one observation. */
export const strictly = {
  comparison: assumed("below", "reading"),
  tolerance: assumed(0, "months"),
  confirmation: assumed(1, "observations"),
};

/** In force from the next January on, without a minimum time. */
export const fromJanuary = {
  effective: { kind: "january", lead: assumed(0, "months") },
  hold: assumed(0, "months"),
};

/** The whole balance of the still fund counts. */
export const wholeBalance = assumed(["pooledAccount", "turnoverFund", "reserveFund", "termDeposits"], "reading");
