import { JsonError, parseJson } from "../model/scenario/jsonText.ts";
import { type Problem, ScenarioError } from "../model/scenario/problem.ts";

/** Larger files are refused before they are read, and deeper nesting before it is parsed. */
export const MOST_MEGABYTES = 5;
export const MOST_DEPTH = 40;

/** The JSON document in a file; throws a ScenarioError for a file that is too large, nested too deeply or not JSON. */
export async function readDocument(file: Blob): Promise<unknown> {
  const megabytes = file.size / 1024 / 1024;
  if (megabytes > MOST_MEGABYTES) {
    throw new ScenarioError([
      { path: "", expected: `a file of at most ${MOST_MEGABYTES} MB`, value: `${megabytes.toFixed(1)} MB` },
    ]);
  }
  const text = await file.text();
  if (depthOf(text) > MOST_DEPTH) {
    throw new ScenarioError([
      { path: "", expected: `nesting of at most ${MOST_DEPTH} levels`, value: text.slice(0, 60) },
    ]);
  }
  try {
    return parseJson(text);
  } catch (error) {
    throw new ScenarioError([faultOf(text, error)]);
  }
}

/** What is wrong with a text that is no JSON, its place by line and column where that is known. */
function faultOf(text: string, error: unknown): Problem {
  const place = error instanceof JsonError ? error.place : undefined;
  if (place === undefined) return { path: "", expected: "a JSON file", value: text.slice(0, 60) };
  const path = `line ${place.line}, column ${place.column}`;
  return place.found === undefined
    ? { path, expected: "more of the file, which breaks off here", value: undefined }
    : { path, expected: "what JSON allows here", value: place.found };
}

/** Deepest nesting of brackets outside strings; stops once it is past what is accepted. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length && deepest <= MOST_DEPTH; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 92) i++;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth);
    else if (code === 125 || code === 93) depth--;
  }
  return deepest;
}
