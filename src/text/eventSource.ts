import type { Provenance } from "../model/scenario/quantity.ts";
import type { Scenario } from "../model/scenario/schema.ts";

/**
 * Where the rule at a dotted path comes from: the provenance of the nearest value or choice at or above it, elements of a list
 * named by `id` or by position; where none has any, of the first one below. Undefined for a rule that the scenario lacks.
 */
export function provenanceAt(rule: string, scenario: Scenario): Provenance | undefined {
  const nodes = nodesAlong(rule, scenario);
  const stated = nodes.filter(isStated);
  return stated[stated.length - 1] ?? firstBelow(nodes[nodes.length - 1]);
}

/** The value at a dotted path of the scenario and those that hold it, the scenario first; as far as the path leads. */
export function nodesAlong(path: string, scenario: Scenario): object[] {
  const nodes: object[] = [scenario];
  for (const key of path.split(".")) {
    const node = nodes[nodes.length - 1];
    const next: unknown = Array.isArray(node)
      ? (node.find((each: unknown) => idOf(each) === key) ?? node[Number(key)])
      : node !== undefined && Object.prototype.hasOwnProperty.call(node, key)
        ? Reflect.get(node, key)
        : undefined;
    if (typeof next !== "object" || next === null) break;
    nodes.push(next);
  }
  return nodes;
}

function firstBelow(node: object | undefined): Provenance | undefined {
  if (node === undefined || "seed" in node) return undefined;
  for (const child of Object.values(node)) {
    if (typeof child !== "object" || child === null) continue;
    const found = isStated(child) ? child : firstBelow(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isStated(node: object): node is Provenance {
  const { source, basis } = node as { readonly source?: unknown; readonly basis?: unknown };
  return typeof source === "object" || basis === "derived" || basis === "assumption";
}

function idOf(node: unknown): unknown {
  return typeof node === "object" && node !== null && "id" in node ? node.id : undefined;
}
