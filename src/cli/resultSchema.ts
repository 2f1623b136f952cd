import { z } from "zod";
import { seriesNames, yearLines } from "../model/simulation/block.ts";
import { quantileNames } from "../model/simulation/result.ts";

z.config({ jitless: true });

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const monthText = z.string().regex(/^\d{4}-\d{2}$/);
const column = z.array(z.number().nullable()).describe("By month; null where there is no number");
const share = z.number().min(0).max(1);

const probability = z
  .strictObject({ estimate: share, standardError: z.number(), low: share, high: share })
  .describe("A probability with its Monte Carlo standard error and 95 % Wilson interval");
const estimate = z
  .strictObject({ estimate: z.number(), standardError: z.number(), low: z.number(), high: z.number() })
  .describe("An estimate with its Monte Carlo standard error and 95 % interval");
const count = z.strictObject({ mean: z.number(), p10: z.number(), p50: z.number(), p90: z.number() });

const series = z.strictObject(named(["mean", "sd", ...quantileNames], column));
const seriesByName = z.strictObject(named(seriesNames, series));

const event = z.strictObject({
  everProbability: probability.describe("Probability of firing within the horizon"),
  belowAtStart: z.boolean(),
  byMonth: z.array(probability).describe("Probability of having fired by the end of each month"),
  firstMonthIfFired: z
    .strictObject({
      p10: monthText,
      p50: monthText,
      p90: monthText,
      histogram: z.array(z.int().nonnegative()).describe("Paths that fired first in each month"),
    })
    .nullable(),
  monthsBelow: count,
  refires: count,
});

const money = z.strictObject({
  mean: z.number(),
  standardError: z.number(),
  sd: z.number(),
  p5: z.number(),
  p50: z.number(),
  p95: z.number(),
});

const source = z.strictObject({ document: z.string(), article: z.string().optional() });
const definition = z
  .strictObject({
    value: z.unknown(),
    zh: z.string(),
    en: z.string(),
    source: source.optional(),
    basis: z.enum(["derived", "assumption"]).optional(),
    reason: bilingual.optional(),
  })
  .describe("A reading in force, as data and in words");

const engineSchema = z.strictObject({ version: z.string(), schema: z.int(), math: z.string(), streams: z.string() });

const run = {
  scenario: z.strictObject({ id: z.string(), digest }),
  seed: z.string(),
  paths: z.int().min(1),
  months: z.int().min(1),
  start: monthText,
  provisions: z
    .array(z.strictObject({ id: z.string(), number: z.string().optional(), title: bilingual.optional() }))
    .describe("Documents in force, the widest first; number and title where the document lies beside the scenario"),
  definitions: z.record(z.string(), definition),
  blockDigests: z
    .array(digest)
    .describe("SHA-256 of each 250 paths: little-endian float64 of the seven pool series, month by month"),
  digest: digest.describe(
    "SHA-256 of the block digests in order, as they are written here, joined without a separator",
  ),
  opening: z.strictObject({ fundBalance: z.number(), payableMonths: z.number().nullable() }),
  series: seriesByName,
  triggers: z.record(z.string(), event.extend({ level: z.number().nullable() })),
  depletion: event.describe("First month with a gap before outside money"),
  sharing: z.record(
    z.string(),
    z.strictObject({
      name: bilingual,
      total: money,
      byYear: z.array(money.extend({ year: z.int() })),
    }),
  ),
  regions: z.record(
    z.string(),
    z.strictObject({
      name: bilingual,
      notional: z.boolean().describe("A notional account under unified pooling"),
      quantileBound: z
        .number()
        .describe(
          "Bound of the error of the quantiles relative to the larger of the two paths between which a quantile lies; mean and sd are exact",
        ),
      series: seriesByName,
    }),
  ),
  years: z.array(
    z.strictObject({ year: z.int(), months: z.int().min(1).max(12), lines: z.strictObject(named(yearLines, money)) }),
  ),
  tallies: z
    .record(
      z.string(),
      z.strictObject({
        group: z.enum(["benefitItem", "rateStep", "income", "sharing", "account", "budget"]),
        unit: z.enum(["yuan", "count"]),
        name: bilingual,
        region: z.string().optional(),
        total: money,
        byYear: z.array(money.extend({ year: z.int() })),
      }),
    )
    .describe("What the rules sum by calendar year besides the account lines"),
  samplePaths: z.array(z.strictObject({ path: z.int().nonnegative(), series: z.record(z.string(), column) })),
};

const difference = z
  .strictObject({
    baseline: z.string(),
    identical: z.boolean().describe("True only where the Plans are identical; then every number is exactly zero"),
    triggers: z.record(z.string(), eventDifference()),
    depletion: eventDifference(),
    series: z.strictObject(
      named(seriesNames, z.strictObject(named(["estimate", "standardError", "low", "high"], column))),
    ),
  })
  .describe("Paired difference from the baseline on the same paths");

function eventDifference() {
  return z.strictObject({
    probability: estimate,
    timing: estimate.describe("Difference of mean min(first month, horizon), months"),
    earlier: share,
    later: share,
    onlyA: share.describe("Share of paths that fired in the baseline only"),
    onlyB: share,
  });
}

/** What `run` writes. */
export const runResultSchema = z.strictObject({ engine: engineSchema, ...run });

/** What `compare` writes: the baseline first, every other run with its difference from it. */
export const compareResultSchema = z.strictObject({
  engine: engineSchema,
  seed: z.string(),
  paths: z.int().min(1),
  months: z.int().min(1),
  start: monthText,
  alternatives: z.array(z.strictObject({ ...run, difference: difference.optional() })).min(2),
});

/** The published JSON Schema of result files. */
export function resultJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(z.union([runResultSchema, compareResultSchema]), { target: "draft-2020-12", reused: "ref" }),
    title: "Fundcast result",
  };
}

function named<const Name extends string, T extends z.ZodType>(names: readonly Name[], schema: T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, T>;
}
