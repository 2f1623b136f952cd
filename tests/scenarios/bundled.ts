import { applyChanges, resolveScenario } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";

const files = import.meta.glob<unknown>("../../scenarios/*.json", { eager: true, import: "default" });

/** Ids of every bundled scenario file, which are the file names without ".json". */
export const bundledIds: readonly string[] = Object.keys(files).map((path) =>
  path.slice("../../scenarios/".length, -5),
);

export function bundledFile(id: string): unknown {
  const file = files[`../../scenarios/${id}.json`];
  if (file === undefined) throw new Error(`no bundled scenario ${id}`);
  return file;
}

/** A bundled scenario laid over its base, with further changes by dotted path. */
export function bundled(id: string, changes: Readonly<Record<string, unknown>> = {}): Scenario {
  return parseScenario(applyChanges(resolveScenario(bundledFile(id), bundledFile), changes));
}
