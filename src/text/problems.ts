import type { Problem } from "../model/scenario/problem.ts";
import { expectedText } from "./expectations.ts";
import type { Language } from "./numbers.ts";
import { placeName } from "./places.ts";

/** A problem of an input as the page shows it. */
export interface ProblemText {
  /** The place in words, or "" where it has none. */
  readonly place: string;
  /** The place as the file names it, or "" for the whole file and for a line of it. */
  readonly path: string;
  /** A phrase of its own: "应为 ≥ 1 的数", "Expected a number ≥ 1". */
  readonly expected: string;
  readonly value: string;
}

const LONGEST_VALUE = 80;
const LONGEST_PATH = 160;

/** Place, expectation and value of a problem in one language; safe for values of any depth and length. */
export function problemWords({ path, expected, value }: Problem, language: Language): ProblemText {
  const zh = language === "zh";
  const line = /^line (\d+), column (\d+)$/.exec(path);
  const whole = path === "" ? (zh ? "整个文件" : "The whole file") : undefined;
  const lineName =
    line === null ? undefined : zh ? `第 ${line[1]} 行第 ${line[2]} 列` : `Line ${line[1]}, column ${line[2]}`;
  return {
    place: whole ?? lineName ?? placeName(shortened(path, LONGEST_PATH), language),
    path: line === null ? shortened(path, LONGEST_PATH) : "",
    expected: expectedText(isMonth(path) && expected === "string" ? MONTH : expected, language),
    value: value === undefined ? (zh ? "（没有）" : "(nothing)") : shortened(written(value, 3), LONGEST_VALUE),
  };
}

const MONTH = "a month such as 2024-01";

function isMonth(path: string): boolean {
  return /(^|\.)(start|month|from|matures|by)$/.test(path);
}

/** JSON-like text of a value that goes only `depth` levels down, so that hostile nesting costs nothing. */
function written(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, LONGEST_VALUE));
  if (typeof value !== "object" || value === null) return String(value);
  if (depth === 0) return "…";
  if (Array.isArray(value))
    return `[${value
      .slice(0, 12)
      .map((member) => written(member, depth - 1))
      .join(", ")}${value.length > 12 ? ", …" : ""}]`;
  const entries = Object.entries(value);
  const shown = entries.slice(0, 6).map(([key, member]) => `${key}: ${written(member, depth - 1)}`);
  return `{${shown.join(", ")}${entries.length > 6 ? ", …" : ""}}`;
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
