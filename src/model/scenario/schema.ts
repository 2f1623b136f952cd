import { z } from "zod";
import { basisSchema } from "./basis.ts";
import { driversSchema, uncertaintySchema } from "./drivers.ts";
import { openingSchema } from "./opening.ts";
import { bilingual, month, quantity } from "./quantity.ts";
import { rulesSchema } from "./rules.ts";

/** Name of the JSON Schema that is published beside the page. */
export const SCENARIO_SCHEMA_VERSION = 1;

/** Longest horizon and largest number of paths that one run accepts. */
export const MOST_MONTHS = 600;
export const MOST_PATHS = 200_000;

const observed = z.strictObject({
  month,
  series: z.enum(["fundBalance", "payableMonths"]),
  label: bilingual,
  point: quantity(z.number().nonnegative(), "yuan or months"),
});

/**
 * A scenario file: what the fund is (`basis`, `opening`), what moves it (`drivers`, `uncertainty`), the rules in force
 * (`rules`), and how long and how often to simulate. Rates are fractions, money is yuan, months count from `start`.
 */
export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(SCENARIO_SCHEMA_VERSION),
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*$/, { error: "lower-case letters, digits, points and hyphens" })
    .max(80),
  title: bilingual.describe("Name in lists and on charts"),
  alternative: bilingual.optional().describe("Short name beside the scenario that it is based on"),
  about: bilingual.describe("What the fund is, and in what steps figures without a source were derived"),
  start: month,
  months: z.int().min(1).max(MOST_MONTHS),
  paths: z.int().min(1).max(MOST_PATHS),
  seed: z.string().min(1).max(200),
  provisions: z
    .array(z.string())
    .max(20)
    .optional()
    .describe("Ids of the documents whose provisions are in force, the wider ones first"),
  basis: basisSchema,
  opening: openingSchema,
  drivers: driversSchema,
  uncertainty: uncertaintySchema,
  rules: rulesSchema,
  hindcast: z
    .array(observed)
    .max(MOST_MONTHS)
    .optional()
    .describe("Actual figures after the start, shown beside the fan, never fitted"),
});
export type Scenario = z.infer<typeof scenarioSchema>;
