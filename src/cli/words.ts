import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { MOST_MONTHS } from "../model/scenario/schema.ts";
import { UsageError, usage } from "./usage.ts";

/** The command line, read and checked; what scenarios hold is checked later. */
export interface Words {
  readonly command: "run" | "compare" | "validate" | "help";
  readonly files: readonly string[];
  /** Take the place of what the scenario file says. */
  readonly overrides: { readonly paths?: number; readonly seed?: string };
  readonly months: number | undefined;
  /** Values by dotted path, from --set. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** Worker threads; 0 calculates in the main thread. */
  readonly workers: number;
  readonly json: string | undefined;
  readonly pathsCsv: string | undefined;
}

const MOST_WORKERS = 256;

/** Throws a UsageError for anything that is not a command of `usage`. */
export function readWords(words: readonly string[]): Words {
  const { positionals, values } = parsed(words);
  const [command, ...files] = positionals;
  if (values.help === true) return read("help", [], values);
  switch (command) {
    case "run":
      if (files.length !== 1) throw new UsageError(`run takes one scenario file, got ${files.length}\n${usage}`);
      if (values.json === undefined) throw new UsageError(`run needs --json OUT.json\n${usage}`);
      break;
    case "compare":
      if (files.length < 2)
        throw new UsageError(`compare takes two or more scenario files, got ${files.length}\n${usage}`);
      if (values.json === undefined) throw new UsageError(`compare needs --json OUT.json\n${usage}`);
      if (values["paths-csv"] !== undefined) throw new UsageError("compare writes no --paths-csv; run writes it");
      break;
    case "validate":
      if (files.length !== 1) throw new UsageError(`validate takes one scenario file, got ${files.length}\n${usage}`);
      for (const option of ["json", "paths-csv", "months", "workers"] as const) {
        if (values[option] !== undefined) throw new UsageError(`validate takes no --${option}; run takes it`);
      }
      break;
    default:
      throw new UsageError(`${command === undefined ? "no command" : `no command "${command}"`}\n${usage}`);
  }
  return read(command, files, values);
}

type Values = ReturnType<typeof parsed>["values"];

function read(command: Words["command"], files: readonly string[], values: Values): Words {
  const { seed, json } = values;
  if (seed === "") throw new UsageError("--seed: expected a text, got nothing");
  return {
    command,
    files,
    overrides: {
      ...(values.paths === undefined ? {} : { paths: whole("--paths", values.paths, 1) }),
      ...(seed === undefined ? {} : { seed }),
    },
    months: values.months === undefined ? undefined : whole("--months", values.months, 1, MOST_MONTHS),
    changes: Object.fromEntries((values.set ?? []).map(changeOf)),
    workers:
      values.workers === undefined ? availableParallelism() : whole("--workers", values.workers, 0, MOST_WORKERS),
    json,
    pathsCsv: values["paths-csv"],
  };
}

// The return type of parseArgs depends on the options; naming it would repeat them.
function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        paths: { type: "string" },
        seed: { type: "string" },
        months: { type: "string" },
        workers: { type: "string" },
        set: { type: "string", multiple: true },
        json: { type: "string" },
        "paths-csv": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function whole(option: string, text: string, least: number, most: number = Number.MAX_SAFE_INTEGER): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new UsageError(`${option}: expected a whole number ${range}, got "${text}"`);
  }
  return number;
}

function changeOf(text: string): [string, unknown] {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`--set: expected path=value, got "${text}"`);
  const value = text.slice(at + 1);
  try {
    return [text.slice(0, at), JSON.parse(value)];
  } catch {
    return [text.slice(0, at), value];
  }
}
