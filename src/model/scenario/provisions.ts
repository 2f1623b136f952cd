import { z } from "zod";
import { problemsOf } from "./issues.ts";
import { ScenarioError } from "./problem.ts";
import { type Bilingual, bilingual } from "./quantity.ts";

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "a date such as 2024-01-01" });

/** One sentence of a document in our own words, and where the original stands. */
const article = z.strictObject({
  id: z.string().min(1).describe("Number of the rule, unique among all documents"),
  place: bilingual.describe("Chapter, clause and sentence of the original; a heading is not counted as a sentence"),
  begins: z
    .string()
    .min(1)
    .max(40)
    .describe("First words of the original sentence, or of the part of it that holds the rule"),
  says: bilingual.describe("The rule in plain words"),
  topic: z.enum([
    "goal",
    "scope",
    "rate",
    "wageBase",
    "trigger",
    "benefit",
    "flow",
    "balance",
    "reserve",
    "sharing",
    "budget",
    "prevention",
    "control",
    "duty",
    "date",
  ]),
  fields: z
    .array(z.string())
    .max(30)
    .describe("Places in the scenario that carry the rule; empty where it is text only"),
});
export type Article = z.infer<typeof article>;

/** A file of `scenarios/provisions/`: what one document says, as values for `rules` and as sentences. */
const provisionsSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(1),
  id: z.string().regex(/^provisions\/[a-z0-9][a-z0-9.-]*$/),
  base: z.string().optional().describe("The document that this one builds on"),
  document: z.strictObject({
    title: bilingual,
    number: z.string().min(1).describe("Number of the document, or of the law"),
    issuer: bilingual,
    issued: date.optional(),
    inForce: date.optional(),
    pool: bilingual.describe("Whose fund it governs"),
  }),
  rules: z.record(z.string(), z.unknown()).describe("Parts of the scenario's rules, each value with its source"),
  articles: z.array(article).max(200),
});
export type Provisions = z.infer<typeof provisionsSchema>;

/** A provisions file; throws a ScenarioError whose paths begin with its id. */
export function parseProvisions(id: string, file: unknown): Provisions {
  const parsed = provisionsSchema.safeParse(file);
  const problems = parsed.success ? [] : problemsOf(parsed.error.issues, file);
  if (parsed.success && parsed.data.id !== id)
    problems.push({ path: "id", expected: JSON.stringify(id), value: parsed.data.id });
  problems.push(...unsourced(parsed.data?.rules, "rules"));
  if (parsed.data !== undefined && problems.length === 0) return parsed.data;
  throw new ScenarioError(problems.map((problem) => ({ ...problem, path: `${id}.${problem.path}` })));
}

/** The document and those that it builds on, the widest first. */
export function provisionChain(
  id: string,
  load: (id: string) => unknown,
): readonly { readonly id: string; readonly file: Provisions }[] {
  const chain: { id: string; file: Provisions }[] = [];
  for (let next: string | undefined = id; next !== undefined; ) {
    const current: string = next;
    if (chain.some((link) => link.id === current)) {
      throw new ScenarioError([
        { path: `${id}.base`, expected: "a document that does not build on itself", value: current },
      ]);
    }
    const file = parseProvisions(current, load(current));
    chain.unshift({ id: current, file });
    next = file.base;
  }
  return chain;
}

/** Values and choices of a provision that say neither source nor assumption. */
function unsourced(node: unknown, path: string): { path: string; expected: string; value: unknown }[] {
  if (Array.isArray(node)) return node.flatMap((each: unknown, i) => unsourced(each, `${path}.${i}`));
  if (typeof node !== "object" || node === null) return [];
  const isValue = "value" in node && "unit" in node;
  const bare = (isValue || "kind" in node) && !("source" in node) && !("basis" in node);
  const own = bare
    ? [{ path, expected: 'a "source" {document, article}, or a "basis" with "reason"', value: undefined }]
    : [];
  if (isValue) return own;
  return [...own, ...Object.entries(node).flatMap(([key, child]) => unsourced(child, `${path}.${key}`))];
}

/** A document in force, as a result names it; number and title are absent where the document is not at hand. */
export interface DocumentInForce {
  readonly id: string;
  readonly number?: string;
  readonly title?: Bilingual;
}

/** The documents of a scenario, the widest first. `load` gives a provisions file, or undefined for one that is not at hand. */
export function documentsInForce(
  ids: readonly string[] | undefined,
  load: (id: string) => unknown,
): readonly DocumentInForce[] {
  return (ids ?? []).map((id) => {
    const file = load(id);
    if (file === undefined) return { id };
    const { number, title } = parseProvisions(id, file).document;
    return { id, number, title };
  });
}
