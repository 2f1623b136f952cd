import { z } from "zod";
import { baseOf, resolveScenario } from "../model/scenario/overlay.ts";
import { parseScenario } from "../model/scenario/parse.ts";
import { type Problem, ScenarioError } from "../model/scenario/problem.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { type Documents, documentOf, type Entry, MOST_ALTERNATIVES } from "./catalogue.ts";
import { readDocument } from "./document.ts";

/** An opened file as an entry of the list, and which of its scenarios the file is. */
export interface Opened {
  readonly entry: Entry;
  readonly chosen: number;
}

/**
 * A scenario file that a person opens. One that stands alone, or is put together from parts that the page has, becomes an entry of its own, beside the alternatives of the
 * bundled scenario of the same basis (kind and regions) where they fit it; one with `base` joins its baseline. Throws a ScenarioError with every
 * problem and changes nothing.
 */
export async function openFile(files: readonly File[], bundled: Documents, entries: readonly Entry[]): Promise<Opened> {
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new ScenarioError([{ path: "", expected: "one file at a time", value: files.map(({ name }) => name) }]);
  }
  const document = await readDocument(file);
  const base = baseOf(document);
  return base === undefined ? alone(document, bundled) : based(document, base, entries);
}

function alone(file: unknown, bundled: Documents): Opened {
  const document = resolveScenario(file, (id) => documentOf(id, bundled));
  const scenario = parseScenario(document);
  const alternatives: Scenario[] = [];
  for (const [id, other] of bundled) {
    const base = baseOf(other);
    if (base === undefined || id === scenario.id || alternatives.length === MOST_ALTERNATIVES) continue;
    if (base !== scenario.id && basisOf(base, bundled) !== basisIn(scenario)) continue;
    try {
      alternatives.push(parseScenario(resolveScenario(other, () => document)));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
    }
  }
  const entry: Entry = { id: `opened/${scenario.id}`, scenarios: [scenario, ...alternatives], origin: "opened" };
  return { entry, chosen: 0 };
}

/** The basis of a bundled scenario, put together where the file includes parts. */
function basisOf(id: string, bundled: Documents): string | undefined {
  try {
    return basisIn(resolveScenario(bundled.get(id), (part) => documentOf(part, bundled)));
  } catch (error) {
    if (error instanceof ScenarioError) return undefined;
    throw error;
  }
}

/** Kind of basis and regions, which the dotted paths of changes may name. */
function basisIn(document: unknown): string | undefined {
  const parsed = basisSchema.safeParse(document);
  if (!parsed.success) return undefined;
  const { kind, regions } = parsed.data.basis;
  return [kind, ...regions.map(({ id }) => id).sort()].join(" ");
}

const basisSchema = z.object({
  basis: z.object({ kind: z.string(), regions: z.array(z.object({ id: z.string() })) }),
});

function based(document: unknown, base: string, entries: readonly Entry[]): Opened {
  const known = entries.flatMap(({ scenarios }) => scenarios).find(({ id }) => id === base);
  const entry = entries.find(({ scenarios }) => scenarios.some((each) => each === known));
  if (known === undefined || entry === undefined) {
    throw new ScenarioError([{ path: "base", expected: "a scenario that the page knows", value: base }]);
  }
  const scenario = parseScenario(resolveScenario(document, () => known));
  const [baseline] = entry.scenarios;
  const problems: Problem[] = (["start", "months"] as const)
    .filter((key) => scenario[key] !== baseline[key])
    .map((key) => ({ path: key, expected: `${baseline[key]} as in ${baseline.id}`, value: scenario[key] }));
  if (scenario.id === baseline.id) {
    problems.push({ path: "id", expected: "an id used once", value: scenario.id });
  }
  const others = entry.scenarios.slice(1).filter(({ id }) => id !== scenario.id);
  if (others.length >= MOST_ALTERNATIVES) {
    problems.push({
      path: "base",
      expected: `≤ ${MOST_ALTERNATIVES} alternatives of ${base}`,
      value: others.length + 1,
    });
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  const scenarios: Entry["scenarios"] = [baseline, ...others, scenario];
  return { entry: { ...entry, scenarios }, chosen: scenarios.length - 1 };
}
