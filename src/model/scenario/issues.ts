import type { z } from "zod";
import type { Problem } from "./problem.ts";

/** What a schema found wrong with `input`, as problems in our words. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], input: unknown): Problem[] {
  return issues.flatMap((issue) => problemsOfIssue(issue, input));
}

function problemsOfIssue(issue: z.core.$ZodIssue, input: unknown): Problem[] {
  const path = issue.path.join(".");
  const value = valueAt(input, issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...issue.path, key].join("."),
        expected: "no such key",
        value: valueAt(input, [...issue.path, key]),
      }));
    case "invalid_type":
      return [{ path, expected: issue.expected, value }];
    case "invalid_value":
      return [{ path, expected: oneOf(issue.values), value }];
    case "too_small":
      return [{ path, expected: bound(issue, issue.inclusive === false ? ">" : "≥", issue.minimum), value }];
    case "too_big":
      return [{ path, expected: bound(issue, issue.inclusive === false ? "<" : "≤", issue.maximum), value }];
    case "invalid_union":
      return [{ path, expected: "options" in issue ? oneOf(issue.options) : "a known kind", value }];
    default:
      return [{ path, expected: issue.message, value }];
  }
}

function oneOf(values: unknown): string {
  return Array.isArray(values) ? values.map((word) => JSON.stringify(word)).join(" or ") : "a known kind";
}

function bound(
  issue: { readonly origin: string; readonly message: string },
  sign: string,
  limit: number | bigint,
): string {
  // A message of the schema itself says more than the bound; zod's own all begin like this.
  if (!issue.message.startsWith("Too ")) return issue.message;
  if (issue.origin === "array") return `${sign} ${limit} entries`;
  if (issue.origin === "string") return `${sign} ${limit} characters`;
  return `a number ${sign} ${limit}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (node, key) =>
      typeof node === "object" && node !== null && Object.prototype.hasOwnProperty.call(node, key)
        ? Reflect.get(node, key)
        : undefined,
    input,
  );
}
