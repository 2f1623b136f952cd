import { baseOf, resolveScenario } from "../model/scenario/overlay.ts";
import { parseScenario } from "../model/scenario/parse.ts";
import { type Problem, ScenarioError } from "../model/scenario/problem.ts";
import type { Scenario } from "../model/scenario/schema.ts";

/** A scenario that can be chosen, with its alternatives: the baseline first. All of them run together. */
export interface Entry {
  readonly id: string;
  readonly scenarios: readonly [Scenario, ...Scenario[]];
  readonly origin: "bundled" | "opened";
}

/** Scenario files by id, as they stand in their files. */
export type Documents = ReadonlyMap<string, unknown>;

/** A baseline is compared with this many alternatives at most. */
export const MOST_ALTERNATIVES = 8;

/** The scenario files that the page brings along, in the order of their names. */
export function bundledDocuments(): Documents {
  const files = import.meta.glob<unknown>(
    [
      "../../scenarios/*.json",
      "../../scenarios/basis/*.json",
      "../../scenarios/provisions/*.json",
      "!**/coverage.json",
    ],
    { eager: true, import: "default" },
  );
  return new Map(
    Object.keys(files)
      .sort()
      .map((path) => [idOf(files[path]) ?? path, files[path]]),
  );
}

/**
 * Entries of all files that stand alone, each with the files that are based on it; `first` leads the list. A file that
 * does not hold is left out and its problems are given back.
 */
export function entriesOf(
  documents: Documents,
  first: string,
): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const ids = [...documents.keys()].sort((a, b) => Number(b === first) - Number(a === first));
  for (const id of ids) {
    if (isPart(id) || baseOf(documents.get(id)) !== undefined) continue;
    const based = [...documents.keys()].filter((other) => baseOf(documents.get(other)) === id);
    const scenarios: Scenario[] = [];
    for (const each of [id, ...based.slice(0, MOST_ALTERNATIVES)]) {
      try {
        scenarios.push(scenarioOf(documents.get(each), documents));
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        problems.push(...error.problems.map((problem) => ({ ...problem, path: `${each}: ${problem.path}` })));
        if (each === id) break;
      }
    }
    const [baseline, ...alternatives] = scenarios;
    if (baseline !== undefined) entries.push({ id, scenarios: [baseline, ...alternatives], origin: "bundled" });
  }
  return { entries, problems };
}

/** The Scenario of a file, laid over its base where it has one; throws a ScenarioError with every problem. */
export function scenarioOf(document: unknown, documents: Documents): Scenario {
  return parseScenario(resolveScenario(document, (id) => documentOf(id, documents)));
}

/** The file of an id; throws a ScenarioError for a base, or for a part of a scenario, that the page does not have. */
export function documentOf(id: string, documents: Documents): unknown {
  if (documents.has(id)) return documents.get(id);
  throw new ScenarioError([
    isPart(id)
      ? { path: "includes", expected: "provisions or a basis that the page has", value: id }
      : { path: "base", expected: "a scenario that the page knows", value: id },
  ]);
}

/** Whether a document is only a part of scenarios: provisions, or a basis. */
function isPart(id: string): boolean {
  return id.includes("/");
}

function idOf(document: unknown): string | undefined {
  return typeof document === "object" && document !== null && "id" in document && typeof document.id === "string"
    ? document.id
    : undefined;
}
