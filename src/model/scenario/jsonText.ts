import { jsonFault } from "./jsonFault.ts";

/** Where a text stops being JSON, line and column from 1, and what stands there: nothing where the text breaks off. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
  readonly found: string | undefined;
}

/** A text that is no JSON; `place` is undefined only for a text that is nested too deeply or too long to be searched. */
export class JsonError extends SyntaxError {
  override readonly name = "JsonError";
  readonly place: JsonPlace | undefined;

  constructor(message: string, place?: JsonPlace) {
    super(message);
    this.place = place;
  }
}

/** Parses JSON; throws a JsonError that names the place of a fault. A byte order mark before the text is allowed. */
export function parseJson(text: string): unknown {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    const value: unknown = JSON.parse(json);
    return value;
  } catch {
    throw fault(json);
  }
}

function fault(json: string): JsonError {
  let at: number | undefined;
  try {
    at = jsonFault(json);
  } catch {
    // A string of several megabytes is too much for a regular expression.
    return new JsonError("not JSON");
  }
  if (at === undefined) return new JsonError("not JSON: nested too deeply");
  const before = json.slice(0, at);
  const line = before.split("\n").length;
  const column = at - before.lastIndexOf("\n");
  const found = at === json.length ? undefined : json.slice(at, at + 12);
  const what = found === undefined ? "it breaks off here" : `${JSON.stringify(found)} cannot stand here`;
  return new JsonError(`not JSON at line ${line}, column ${column}: ${what}`, { line, column, found });
}
