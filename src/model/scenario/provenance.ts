import type { Provenance, Quantity } from "./quantity.ts";
import type { Scenario } from "./schema.ts";

export type ProvenanceKind = "fact" | "derived" | "assumption";

/** One value of a scenario with its place and where it comes from. */
export interface StatedQuantity extends Provenance {
  readonly path: string;
  readonly value: unknown;
  readonly unit: string;
  readonly from?: string | undefined;
  readonly kind: ProvenanceKind;
}

/** Every quantity of a scenario, in the order of the file. */
export function provenanceOf(scenario: Scenario): StatedQuantity[] {
  const found: StatedQuantity[] = [];
  collect(scenario, "", found);
  return found;
}

/**
 * Whether results must be marked 示例数据，非官方测算: true unless payroll (or the contribution level), opening balance and
 * outgo are all facts.
 */
export function isIllustrative(scenario: Scenario): boolean {
  const { basis, opening } = scenario;
  const outgo = [...opening.history, ...opening.budgets].map((period) => period.benefitPayout);
  const balances = basis.regions.map(({ openingBalance }) => openingBalance);
  const exposure =
    basis.kind === "fundLevel"
      ? basis.regions.map(({ payroll }) => payroll)
      : basis.regions.flatMap(({ headcount, contributionWage }) => [headcount, contributionWage]);
  return [...outgo, ...balances, ...exposure].some((quantity) => kindOf(quantity) !== "fact");
}

/** Fact with a source, derived, or assumption. */
export function kindOf(provenance: Provenance): ProvenanceKind {
  return provenance.basis ?? "fact";
}

function collect(node: unknown, path: string, found: StatedQuantity[]): void {
  if (typeof node !== "object" || node === null) return;
  if (isQuantity(node)) {
    found.push({ ...node, path, kind: kindOf(node) });
    return;
  }
  for (const [key, child] of Object.entries(node)) {
    const name = Array.isArray(node) && hasId(child) ? child.id : key;
    collect(child, path === "" ? name : `${path}.${name}`, found);
  }
}

function isQuantity(node: object): node is Quantity<unknown> {
  return "value" in node && "unit" in node;
}

function hasId(node: unknown): node is { readonly id: string } {
  return typeof node === "object" && node !== null && "id" in node && typeof node.id === "string";
}
