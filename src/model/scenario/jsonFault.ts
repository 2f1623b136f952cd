const token =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
const blanks = /[ \t\n\r]*/y;

type Expected = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "commaOrEnd";

/**
 * Position of the first token of a text that cannot stand there in JSON, the length of the text if it breaks off, or
 * undefined if all is well. Engines word their own message differently and often leave the position out.
 */
export function jsonFault(text: string): number | undefined {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  while (expected !== "commaOrEnd" || open.length > 0) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return skipBlanks(text, at);
    const next = following(expected, match[1] ?? (match[2] === undefined ? "literal" : "string"), open);
    if (next === undefined) return skipBlanks(text, at);
    expected = next;
    at = token.lastIndex;
  }
  const end = skipBlanks(text, at);
  return end === text.length ? undefined : end;
}

/** What is expected after a token, or undefined if the token cannot stand here. `open` holds the open brackets. */
function following(expected: Expected, found: string, open: string[]): Expected | undefined {
  const isValue = expected === "value" || expected === "valueOrEnd";
  switch (found) {
    case "{":
      if (isValue) open.push(found);
      return isValue ? "keyOrEnd" : undefined;
    case "[":
      if (isValue) open.push(found);
      return isValue ? "valueOrEnd" : undefined;
    case "}":
      if (expected !== "keyOrEnd" && expected !== "commaOrEnd") return undefined;
      return open.pop() === "{" ? "commaOrEnd" : undefined;
    case "]":
      if (expected !== "valueOrEnd" && expected !== "commaOrEnd") return undefined;
      return open.pop() === "[" ? "commaOrEnd" : undefined;
    case ",":
      if (expected !== "commaOrEnd") return undefined;
      return open[open.length - 1] === "{" ? "key" : "value";
    case ":":
      return expected === "colon" ? "value" : undefined;
    case "string":
      if (expected === "key" || expected === "keyOrEnd") return "colon";
      return isValue ? "commaOrEnd" : undefined;
    default:
      return isValue ? "commaOrEnd" : undefined;
  }
}

function skipBlanks(text: string, at: number): number {
  blanks.lastIndex = at;
  blanks.exec(text);
  return blanks.lastIndex;
}
