import { jsonFault } from "./jsonFault.ts";

/**
 * Parses JSON; throws a SyntaxError that names line and column, both from 1, of what cannot stand there. A byte order mark
 * before the text is allowed.
 */
export function parseJson(text: string): unknown {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new SyntaxError(`not JSON${placeIn(json)}`, { cause: error });
  }
}

function placeIn(json: string): string {
  let at: number | undefined;
  try {
    at = jsonFault(json);
  } catch {
    // A string of several megabytes is too much for a regular expression.
    return "";
  }
  if (at === undefined) return ": nested too deeply";
  const before = json.slice(0, at);
  const place = `line ${before.split("\n").length}, column ${at - before.lastIndexOf("\n")}`;
  return ` at ${place}: ${at === json.length ? "it breaks off here" : `${JSON.stringify(json.slice(at, at + 12))} cannot stand here`}`;
}
