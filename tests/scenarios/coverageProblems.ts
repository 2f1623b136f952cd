import { z } from "zod";
import { bilingual } from "../../src/model/scenario/quantity.ts";

const entry = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("modelled"), file: z.string().min(1), fields: z.array(z.string()).min(1) }),
  z.strictObject({ status: z.literal("shown"), reason: bilingual.optional() }),
  z.strictObject({ status: z.literal("outside"), reason: bilingual }),
]);

/** One document whose rules are numbered `000-R01` and so on. */
export interface CoveredDocument {
  readonly prefix: string;
  /** Number of its rules. */
  readonly rules: number;
  readonly articles: readonly { readonly id: string; readonly fields: readonly string[] }[];
  /** Scenarios, or parts of them, that stand under this document. */
  readonly scenarios: readonly unknown[];
}

/** What there is of the product, by path from its root. */
export interface Product {
  readonly documents: readonly CoveredDocument[];
  readonly ruleFiles: readonly string[];
  readonly testFiles: readonly string[];
}

/**
 * What is wrong with a coverage table, one line each: a rule that is missing from it or from the articles, a rule that no
 * document has, an entry of another form, a rule file or its test that does not exist, a field that no scenario of the
 * document has, and an article that names other fields than the table. Empty for a table that holds.
 */
export function coverageProblems(coverage: Readonly<Record<string, unknown>>, product: Product): string[] {
  const known = new Set(product.documents.flatMap(idsOf));
  const strangers = Object.keys(coverage).filter((id) => !known.has(id));
  return [
    ...strangers.map((id) => `${id}: no document has this rule`),
    ...product.documents.flatMap((document) => documentProblems(coverage, document, product)),
  ];
}

function idsOf({ prefix, rules }: CoveredDocument): string[] {
  return Array.from({ length: rules }, (_, i) => `${prefix}-R${String(i + 1).padStart(2, "0")}`);
}

function documentProblems(
  coverage: Readonly<Record<string, unknown>>,
  document: CoveredDocument,
  product: Product,
): string[] {
  const ids = idsOf(document);
  const problems = document.articles
    .filter(({ id }, i, all) => !ids.includes(id) || all.findIndex((other) => other.id === id) !== i)
    .map(({ id }) => `${id}: an article too many in ${document.prefix}`);
  for (const id of ids) {
    const article = document.articles.find((each) => each.id === id);
    if (article === undefined) problems.push(`${id}: no article`);
    if (!Object.hasOwn(coverage, id)) problems.push(`${id}: not in the table`);
    else problems.push(...entryProblems(id, coverage[id], article?.fields ?? [], document, product));
  }
  return problems;
}

function entryProblems(
  id: string,
  stated: unknown,
  articleFields: readonly string[],
  document: CoveredDocument,
  product: Product,
): string[] {
  const parsed = entry.safeParse(stated);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${id}.${path.join(".")}: ${message}`);
  const fields = parsed.data.status === "modelled" ? parsed.data.fields : [];
  const problems = [...new Set([...fields, ...articleFields])]
    .filter((field) => !document.scenarios.some((scenario) => has(scenario, field)))
    .map((field) => `${id}: no scenario of ${document.prefix} has ${field}`);
  if (parsed.data.status !== "modelled") return problems;
  if ([...fields].sort().join() !== [...articleFields].sort().join())
    problems.push(`${id}: the article names other fields`);
  const { file } = parsed.data;
  if (!product.ruleFiles.includes(file)) problems.push(`${id}: there is no ${file}`);
  const test = file.replace(/^src\//, "tests/").replace(/\.ts$/, ".test.ts");
  if (!product.testFiles.includes(test)) problems.push(`${id}: there is no ${test}`);
  return problems;
}

/** Whether a dotted path leads somewhere; elements of a list are named by `id` or position. */
function has(tree: unknown, path: string): boolean {
  let node = tree;
  for (const key of path.split(".")) {
    if (typeof node !== "object" || node === null) return false;
    const element: unknown = Array.isArray(node)
      ? node.find((each: unknown) => typeof each === "object" && each !== null && "id" in each && each.id === key)
      : undefined;
    if (element === undefined && !Object.hasOwn(node, key)) return false;
    node = element ?? Reflect.get(node, key);
  }
  return node !== undefined;
}
