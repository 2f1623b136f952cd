/**
 * `upper` laid over `lower`: objects are merged key by key. A value with its unit, a list, and a choice of another kind stand as a
 * whole. Neither input is changed.
 */
export function merged(lower: unknown, upper: unknown): unknown {
  if (!isTree(lower) || !isTree(upper) || kindOf(lower) !== kindOf(upper)) return upper;
  const result = new Map<string, unknown>(Object.entries(lower));
  for (const [key, value] of Object.entries(upper)) {
    result.set(key, result.has(key) ? merged(result.get(key), value) : value);
  }
  return Object.fromEntries(result);
}

function isTree(node: unknown): node is object {
  return typeof node === "object" && node !== null && !Array.isArray(node) && !("value" in node && "unit" in node);
}

function kindOf(node: object): unknown {
  return "kind" in node ? node.kind : undefined;
}
