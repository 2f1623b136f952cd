import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseJson } from "../model/scenario/jsonText.ts";
import { applyChanges, baseOf, includesOf, resolveScenario } from "../model/scenario/overlay.ts";
import { parseScenario } from "../model/scenario/parse.ts";
import { ScenarioError } from "../model/scenario/problem.ts";
import { type DocumentInForce, documentsInForce } from "../model/scenario/provisions.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { UsageError } from "./usage.ts";
import type { Words } from "./words.ts";

/** A scenario file is a few hundred kilobytes at most; what is larger is not read. */
const MOST_BYTES = 5_000_000;

/**
 * The scenario of a file, its base taken from `<id>.json` beside it, with the changes and overrides of the command line.
 * Throws a ScenarioError whose paths begin with the file's name, or a UsageError for a file that cannot be read.
 */
export function readScenario(file: string, { changes, overrides }: Pick<Words, "changes" | "overrides">): Scenario {
  return named(file, () => {
    const whole = resolveScenario(readJson(file), (base) => readBase(file, base));
    const changed = Object.keys(changes).length === 0 ? whole : applyChanges(whole, changes);
    return parseScenario(isRecord(changed) ? { ...changed, ...overrides } : changed);
  });
}

/** The documents in force in the scenario of a file; those that do not lie beside it go by their ids alone. */
export function documentsBeside(file: string, { provisions }: Scenario): readonly DocumentInForce[] {
  return documentsInForce(provisions, (id) => {
    const path = join(dirname(file), `${id}.json`);
    return /^provisions\/[a-z0-9][a-z0-9.-]*$/.test(id) && existsSync(path) ? readJson(path) : undefined;
  });
}

/** The scenario file and the files that it is based on, as far as they can be read. */
export function filesRead(file: string): string[] {
  const files = [file];
  try {
    for (
      let base = baseOf(readJson(file));
      base !== undefined;
      base = baseOf(readJson(files[files.length - 1] ?? ""))
    ) {
      const next = join(dirname(file), `${base}.json`);
      if (files.includes(next)) break;
      files.push(next);
    }
    files.push(...partsOf(files[files.length - 1] ?? file));
  } catch {
    // What cannot be read is refused where it is read for good.
  }
  return files;
}

/** The documents that a scenario file is put together from, and those that they build on. */
function partsOf(file: string): string[] {
  const parts: string[] = [];
  for (const id of includesOf(readJson(file))) {
    for (let next: string | undefined = id; next !== undefined; ) {
      const path = join(dirname(file), `${next}.json`);
      if (parts.includes(path)) break;
      parts.push(path);
      next = baseOf(readJson(path));
    }
  }
  return parts;
}

function readBase(file: string, base: string): unknown {
  if (!/^((provisions|basis)\/)?[a-z0-9][a-z0-9.-]*$/.test(base)) {
    throw new ScenarioError([{ path: "base", expected: "the id of a scenario beside this file", value: base }]);
  }
  return readJson(join(dirname(file), `${base}.json`));
}

function readJson(file: string): unknown {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES)
      throw new UsageError(`${file}: expected at most ${MOST_BYTES / 1e6} MB, got ${(size / 1e6).toFixed(1)} MB`);
    return parseJson(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file}: ${error.message}`, { cause: error });
    if (error instanceof Error && "code" in error)
      throw new UsageError(`${file}: ${readTrouble(error.code)}`, { cause: error });
    throw error;
  }
}

function readTrouble(code: unknown): string {
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "EISDIR":
      return "this is a folder, not a scenario file";
    case "EACCES":
      return "this file may not be read";
    default:
      return `this file cannot be read (${String(code)})`;
  }
}

/** Runs `read` and puts the file's name before the path of each problem. */
function named<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(
      error.problems.map((problem) => ({ ...problem, path: `${file}: ${problem.path || "(top)"}` })),
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
