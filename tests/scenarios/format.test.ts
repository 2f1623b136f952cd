import { describe, expect, it } from "vitest";
import readme from "../../scenarios/README.md?raw";
import { bundled, bundledIds } from "./bundled.ts";

/** Every word of the page that could be a key. */
const words = new Set([...readme.matchAll(/\$?[A-Za-z][A-Za-z0-9]*/g)].map(([word]) => word));

describe("scenarios/README.md", () => {
  it("lists every bundled file", () => {
    expect(bundledIds.filter((id) => !readme.includes(`\`${id}.json\``))).toEqual([]);
  });

  it.each(bundledIds)("names every key of %s", (id) => {
    expect([...keysOf(bundled(id))].filter((key) => !words.has(key))).toEqual([]);
  });
});

function keysOf(node: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  for (const [key, child] of Object.entries(node)) {
    if (!Array.isArray(node)) found.add(key);
    keysOf(child, found);
  }
  return found;
}
