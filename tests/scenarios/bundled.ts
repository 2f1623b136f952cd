import { applyChanges, resolveScenario } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";

const files = import.meta.glob<unknown>(
  ["../../scenarios/*.json", "../../scenarios/basis/*.json", "../../scenarios/provisions/*.json", "!**/coverage.json"],
  { eager: true, import: "default" },
);
const idOf = (path: string): string => path.slice("../../scenarios/".length, -5);

/** Ids of every bundled scenario file, which are the file names without ".json". */
export const bundledIds: readonly string[] = Object.keys(files)
  .map(idOf)
  .filter((id) => !id.includes("/"));

/** Ids of the provisions files. */
export const provisionIds: readonly string[] = Object.keys(files)
  .map(idOf)
  .filter((id) => id.startsWith("provisions/"));

export function bundledFile(id: string): unknown {
  const file = files[`../../scenarios/${id}.json`];
  if (file === undefined) throw new Error(`no bundled scenario ${id}`);
  return file;
}

const unchanged = new Map<string, Scenario>();

/** A bundled scenario laid over its base, with further changes by dotted path. */
export function bundled(id: string, changes?: Readonly<Record<string, unknown>>): Scenario {
  if (changes !== undefined) return parseScenario(applyChanges(resolveScenario(bundledFile(id), bundledFile), changes));
  const scenario = unchanged.get(id) ?? parseScenario(resolveScenario(bundledFile(id), bundledFile));
  unchanged.set(id, scenario);
  return scenario;
}
