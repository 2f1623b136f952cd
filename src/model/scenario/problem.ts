/** One thing that is wrong with an input: where, what was expected, what stood there. */
export interface Problem {
  readonly path: string;
  readonly expected: string;
  readonly value: unknown;
}

/** Lines of a message; `problems` always holds all. */
const MOST_LINES = 200;

/** Bad input, with all its problems; the message has one line for each. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(messageOf(problems));
    this.problems = problems;
  }
}

/** "path: expected …, got …". */
export function problemText({ path, expected, value }: Problem): string {
  return `${path === "" ? "(whole file)" : path}: expected ${expected}, got ${shortValue(value)}`;
}

function messageOf(problems: readonly Problem[]): string {
  const lines = problems.slice(0, MOST_LINES).map(problemText);
  if (problems.length > MOST_LINES) lines.push(`… and ${problems.length - MOST_LINES} more problems`);
  return lines.join("\n");
}

function shortValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  const text = JSON.stringify(clipped(value, 4)) ?? typeof value;
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** The outer levels of a value: hostile depth, length or cycles cost nothing. */
function clipped(value: unknown, depth: number): unknown {
  if (typeof value === "string") return value.slice(0, 80);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.slice(0, 41).map((member) => clipped(member, depth - 1));
  const members = Object.entries(value).slice(0, 41);
  return Object.fromEntries(members.map(([key, member]) => [key, clipped(member, depth - 1)]));
}
