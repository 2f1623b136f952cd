import { z } from "zod";
import { monthText } from "../model/calendar.ts";
import { provenanceOf, type StatedQuantity } from "../model/scenario/provenance.ts";
import { type Article, type Provisions, parseProvisions } from "../model/scenario/provisions.ts";
import { type Bilingual, bilingual } from "../model/scenario/quantity.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { Documents } from "./catalogue.ts";

export const statuses: readonly ["modelled", "shown", "outside"] = ["modelled", "shown", "outside"];
export type Status = (typeof statuses)[number];

/** What became of each numbered rule: calculated, shown as text only, or left out, with the reason where one is needed. */
export type Coverage = Readonly<Record<string, { readonly status: Status; readonly reason?: Bilingual | undefined }>>;

const coverageSchema = z.record(z.string(), z.object({ status: z.enum(statuses), reason: bilingual.optional() }));

/** An article as it stands in a scenario. */
export interface ReadArticle {
  readonly article: Article;
  readonly status: Status;
  /** Values of the scenario that carry it, those in force within the horizon. */
  readonly values: readonly StatedQuantity[];
  /** Fields that hold a choice and no value of their own. */
  readonly settings: readonly string[];
  /** Why nothing is calculated; undefined where something is. */
  readonly why: "reason" | "administrative" | "switchedOff" | undefined;
  readonly reason: Bilingual | undefined;
}

export interface ReadDocument {
  readonly id: string;
  /** Undefined for a document that the page does not have. */
  readonly provisions: Provisions | undefined;
  readonly articles: readonly ReadArticle[];
}

/** The table of what became of each numbered rule. */
export function bundledCoverage(): Coverage {
  const files = import.meta.glob<unknown>("../../scenarios/provisions/coverage.json", {
    eager: true,
    import: "default",
  });
  return coverageSchema.parse(Object.values(files)[0]);
}

/** The documents of a scenario with their articles, the nearest one first and those that it builds on after it. */
export function documentsOf(scenario: Scenario, documents: Documents, coverage: Coverage): ReadDocument[] {
  const stated = provenanceOf(scenario);
  const read: ReadDocument[] = [];
  for (const id of scenario.provisions ?? []) {
    const provisions = provisionsOf(id, documents);
    const articles = provisions?.articles.map((article) => readArticle(article, scenario, stated, coverage)) ?? [];
    read.unshift({ id, provisions, articles });
  }
  return read;
}

function provisionsOf(id: string, documents: Documents): Provisions | undefined {
  try {
    return parseProvisions(id, documents.get(id));
  } catch {
    return undefined;
  }
}

function readArticle(
  article: Article,
  scenario: Scenario,
  stated: readonly StatedQuantity[],
  coverage: Coverage,
): ReadArticle {
  const known = coverage[article.id];
  const meant = known?.status ?? (article.fields.length > 0 ? "modelled" : "shown");
  const present = article.fields.filter((field) => has(scenario, field));
  const status = meant === "modelled" && present.length === 0 ? "shown" : meant;
  const values = present.map((field) => stated.filter(({ path }) => path === field || path.startsWith(`${field}.`)));
  return {
    article,
    status,
    values: values.flatMap((each) => inForce(each, scenario)),
    settings: present.filter((_, i) => values[i]?.length === 0),
    why:
      status === "modelled"
        ? undefined
        : meant === "modelled"
          ? "switchedOff"
          : known?.reason === undefined
            ? "administrative"
            : "reason",
    reason: known?.reason,
  };
}

/** Of values that follow each other by date, those in force at some time of the run. */
function inForce(values: readonly StatedQuantity[], { start, months }: Scenario): StatedQuantity[] {
  const last = monthText(start, months - 1);
  return values.filter((value, i) => {
    const list = listOf(value);
    if (list === undefined) return true;
    const next = values[i + 1];
    const replaced = next !== undefined && listOf(next) === list && next.from !== undefined && next.from <= start;
    return !replaced && (value.from === undefined || value.from <= last);
  });
}

/** The list that a dated value is an element of, or undefined where it stands alone. */
function listOf({ path }: StatedQuantity): string | undefined {
  return /^(.*)\.\d+$/.exec(path)?.[1];
}

/** Whether a dotted path leads somewhere; elements of a list are named by `id` or position. */
function has(tree: unknown, path: string): boolean {
  let node = tree;
  for (const key of path.split(".")) {
    if (typeof node !== "object" || node === null) return false;
    const element: unknown = Array.isArray(node)
      ? node.find((each: unknown) => typeof each === "object" && each !== null && "id" in each && each.id === key)
      : undefined;
    node = element ?? Reflect.get(node, key);
  }
  return node !== undefined;
}
