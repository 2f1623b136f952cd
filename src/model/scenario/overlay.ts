import { z } from "zod";
import { problemsOf } from "./issues.ts";
import { merged } from "./merge.ts";
import { scenarioProblems } from "./parse.ts";
import { type Problem, ScenarioError } from "./problem.ts";
import { provisionChain } from "./provisions.ts";
import { bilingual } from "./quantity.ts";

/** Names that would reach an object's prototype, and no name at all. */
const forbidden = new Set(["__proto__", "constructor", "prototype", ""]);

/** A file that states only what differs from another scenario. */
const alternativeSchema = z.strictObject({
  $schema: z.string().optional(),
  base: z.string().min(1),
  id: z.string().min(1),
  title: bilingual.optional(),
  alternative: bilingual.optional(),
  about: bilingual.optional(),
  changes: z.record(z.string(), z.unknown()),
});

/** A scenario that is put together: documents whose parts it takes over, the later and then its own going before the earlier. */
const includes = z
  .array(z.string().regex(/^(provisions|basis)\/[a-z0-9][a-z0-9.-]*$/))
  .min(1)
  .max(20);

/** The id of the scenario that a file is based on, or undefined for a file that stands alone. */
export function baseOf(file: unknown): string | undefined {
  return typeof file === "object" && file !== null && "base" in file ? String(file.base) : undefined;
}

/**
 * The whole scenario (not yet validated) of a file. A file with `base` and `changes` is laid over its base, which `load`
 * gives by id; a base may have a base of its own. Throws a ScenarioError for a change that fits nowhere.
 */
export function resolveScenario(file: unknown, load: (base: string) => unknown): unknown {
  return resolve(file, load, []);
}

function resolve(file: unknown, load: (base: string) => unknown, above: readonly string[]): unknown {
  if (baseOf(file) === undefined) return composed(file, load);
  const parsed = alternativeSchema.safeParse(file);
  if (!parsed.success) {
    throw new ScenarioError(
      problemsOf(parsed.error.issues, file).map((problem) => ({
        ...problem,
        expected: `a file {base, id, changes}: ${problem.expected}`,
      })),
    );
  }
  const { base, changes: _changes, $schema: _schema, ...own } = parsed.data;
  if (above.includes(base)) {
    throw new ScenarioError([{ path: "base", expected: "a scenario that is not based on this one", value: base }]);
  }
  const below = resolve(load(base), load, [...above, base]);
  const { document, problems } = withChanges(below, changesOf(file));
  const whole = { ...asObject(document), ...own };
  if (problems.length > 0) throw new ScenarioError([...problems, ...scenarioProblems(whole)]);
  return whole;
}

/** The ids that a file includes, as it names them. */
export function includesOf(file: unknown): readonly string[] {
  const stated: unknown = Reflect.get(asObject(file), "includes");
  return Array.isArray(stated) ? stated.map(String) : [];
}

/** A file with `includes` becomes whole: provisions give `rules`, a basis everything else, and the file itself has the last word. */
function composed(file: unknown, load: (id: string) => unknown): unknown {
  if (typeof file !== "object" || file === null || !("includes" in file)) return file;
  const { includes: stated, ...own } = file;
  const parsed = includes.safeParse(stated);
  if (!parsed.success) throw new ScenarioError(problemsOf(parsed.error.issues, stated).map(under("includes")));
  let whole: unknown = {};
  const provisions: string[] = [];
  for (const id of parsed.data) {
    if (id.startsWith("provisions/")) {
      for (const { file: document, id: documentId } of provisionChain(id, load)) {
        if (provisions.includes(documentId)) continue;
        provisions.push(documentId);
        whole = merged(whole, { rules: document.rules });
      }
    } else {
      whole = merged(whole, basisPartOf(id, load(id)));
    }
  }
  return merged(whole, { ...own, ...(provisions.length === 0 ? {} : { provisions }) });
}

/** Sections that a basis file may state. */
const basisSections = ["about", "basis", "opening", "drivers", "uncertainty", "hindcast"];

function basisPartOf(id: string, file: unknown): object {
  const { id: stated, ...sections } = asObject(file) as { readonly id?: unknown };
  const problems: Problem[] = Object.entries(sections)
    .filter(([key]) => !basisSections.includes(key))
    .map(([key, value]) => ({ path: `${id}.${key}`, expected: "no such key", value }));
  if (stated !== id) problems.push({ path: `${id}.id`, expected: JSON.stringify(id), value: stated });
  if (problems.length > 0) throw new ScenarioError(problems);
  return sections;
}

function under(path: string): (problem: Problem) => Problem {
  return (problem) => ({ ...problem, path: problem.path === "" ? path : `${path}.${problem.path}` });
}

/** The changes as the file has them: the parsed ones lack keys such as "__proto__", which must be refused, not dropped. */
function changesOf(file: unknown): Readonly<Record<string, unknown>> {
  const changes: unknown = Reflect.get(asObject(file), "changes");
  return Object.fromEntries(Object.entries(asObject(changes)));
}

/**
 * A copy of `document` in which each dotted path has its new value. Array elements are named by index or by their `id`.
 * A bare value for a quantity, or for a part of its value, marks it as an assumption: the old source no longer vouches for it.
 */
export function applyChanges(document: unknown, changes: Readonly<Record<string, unknown>>): unknown {
  const result = withChanges(document, changes);
  if (result.problems.length > 0) throw new ScenarioError(result.problems);
  return result.document;
}

/** The document with the changes that fit, and a problem for each that does not. */
function withChanges(
  document: unknown,
  changes: Readonly<Record<string, unknown>>,
): { readonly document: unknown; readonly problems: readonly Problem[] } {
  const copy = copyOf(document);
  const problems: Problem[] = [];
  for (const [path, value] of Object.entries(changes)) {
    const problem = change(copy, path, copyOf(value));
    if (problem !== undefined) problems.push({ path, expected: problem, value });
  }
  return { document: copy, problems };
}

function change(root: unknown, path: string, value: unknown): string | undefined {
  const keys = path.split(".");
  if (keys.some((key) => forbidden.has(key))) return "a path into the scenario";
  let node = root;
  let changed: object | undefined;
  for (const [depth, key] of keys.entries()) {
    if (typeof node !== "object" || node === null) {
      const parent = keys.slice(0, depth).join(".");
      return parent === "" ? "a path into the scenario" : `a path into the scenario; ${parent} has no parts`;
    }
    const place = Array.isArray(node) ? indexIn(node, key) : key;
    if (key === "value" && isQuantity(node)) changed = node;
    if (depth === keys.length - 1) {
      if (place === undefined) return `an element of ${keys.slice(0, depth).join(".")}`;
      put(node, String(place), value);
      if (changed !== undefined) markAssumed(changed);
      return undefined;
    }
    if (place === undefined || !Object.prototype.hasOwnProperty.call(node, place)) {
      return `a path into the scenario; there is no ${keys.slice(0, depth + 1).join(".")}`;
    }
    node = Reflect.get(node, place);
  }
  return "a path into the scenario";
}

function put(parent: object, key: string, value: unknown): void {
  const before: unknown = Object.prototype.hasOwnProperty.call(parent, key) ? Reflect.get(parent, key) : undefined;
  if (isQuantity(before) && !isQuantity(value)) {
    Reflect.set(before, "value", value);
    markAssumed(before);
  } else {
    Reflect.set(parent, key, value);
  }
}

function markAssumed(quantity: object): void {
  Reflect.deleteProperty(quantity, "source");
  Reflect.deleteProperty(quantity, "from");
  Reflect.set(quantity, "basis", "assumption");
  Reflect.set(quantity, "reason", {
    zh: "在本情景中改动，未注明来源。",
    en: "Changed in this scenario without a source.",
  });
}

function isQuantity(node: unknown): node is { readonly unit: unknown; readonly value: unknown } {
  return typeof node === "object" && node !== null && "unit" in node && "value" in node;
}

function indexIn(list: readonly unknown[], key: string): number | undefined {
  const byId = list.findIndex((item) => typeof item === "object" && item !== null && "id" in item && item.id === key);
  if (byId >= 0) return byId;
  const index = /^\d+$/.test(key) ? Number(key) : list.length;
  return index < list.length ? index : undefined;
}

function asObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

/** A copy of a JSON document; throws a ScenarioError for what JSON cannot hold. */
function copyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  try {
    const copy: unknown = JSON.parse(JSON.stringify(value));
    return copy;
  } catch {
    throw new ScenarioError([{ path: "", expected: "a JSON document that is not nested without end", value }]);
  }
}
