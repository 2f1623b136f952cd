import { z } from "zod";
import { month, provenanceFields, quantity, yuan } from "../scenario/quantity.ts";
import { log } from "../variates/elementary.ts";
import { normalTail } from "../variates/normal.ts";

const perMille = quantity(z.number().min(0).max(0.1), "fraction");

const steps = z
  .array(z.strictObject({ upTo: yuan.optional().describe("Contract value; absent on the last step"), rate: perMille }))
  .min(1)
  .max(20);

/** How a contract value becomes a contribution. */
const form = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("flat"), rate: perMille, ...provenanceFields }),
  z.strictObject({
    kind: z.literal("tiered"),
    steps: steps.describe("The whole contract pays the rate of the step in which its value lies"),
    ...provenanceFields,
  }),
  z.strictObject({
    kind: z.literal("sliced"),
    steps: steps.describe("Each slice of the contract pays the rate of its step"),
    ...provenanceFields,
  }),
]);
export type ProjectForm = z.infer<typeof form>;

/**
 * Construction projects 工程项目缴费: a share (‰) of contract value, paid once at the start, by region and date. Zhe-Zheng-Ban-Fa
 * [2023] 62, II (1) 2 (set locally); Wan-Ren-She-Fa [2023] 21, III (1) 2 (1.5 ‰); Su-Ren-She-Gui [2023] 2 (four tiers).
 */
export const projectsSchema = z.strictObject({
  ...provenanceFields,
  rates: z
    .array(
      z.strictObject({
        regions: z.array(z.string()).min(1).max(200).optional().describe("Absent: every region that no entry names"),
        from: month.optional(),
        form,
      }),
    )
    .min(1)
    .max(500)
    .describe("In the order of their dates"),
  contracts: z
    .strictObject({ mean: yuan, cv: quantity(z.number().min(0).max(20), "ratio") })
    .optional()
    .describe("Lognormal sizes of contracts; needed by tiers and slices"),
});
export type Projects = z.infer<typeof projectsSchema>;

interface ContractSize {
  readonly mean: number;
  readonly cv: number;
}

/** Contribution of one contract, yuan. A value on the edge of a step belongs to the lower step. */
export function projectContribution(rule: ProjectForm, value: number): number {
  if (rule.kind === "flat") return value * rule.rate.value;
  let due = 0;
  let from = 0;
  for (const { upTo, rate } of rule.steps) {
    const to = upTo?.value ?? Infinity;
    if (rule.kind === "tiered") {
      if (value <= to) return value * rate.value;
    } else {
      due += Math.max(0, Math.min(value, to) - from) * rate.value;
    }
    from = to;
  }
  return due;
}

/**
 * Contributions ÷ contract value over contracts of lognormal size with the given mean and coefficient of variation: in tiers
 * Σ rate × share of value in contracts of the tier, in slices Σ rate × share of value in the slice. Exact for a flat rate.
 */
export function averageProjectRate(rule: ProjectForm, size: ContractSize): number {
  if (rule.kind === "flat") return rule.rate.value;
  if (size.mean === 0) return rule.steps[0].rate.value;
  if (size.cv === 0) return projectContribution(rule, size.mean) / size.mean;
  const shareBelow = rule.kind === "tiered" ? valueBelow : limitedMean;
  let average = 0;
  let below = 0;
  for (const { upTo, rate } of rule.steps) {
    const upToHere = shareBelow(upTo?.value ?? Infinity, size);
    average += (upToHere - below) * rate.value;
    below = upToHere;
  }
  return average;
}

/** Average rate of a region in each of the months, by the entries that name it, else by those that name none. */
export function projectRates(rule: Projects, region: string, months: readonly string[]): number[] {
  const own = rule.rates.filter(({ regions }) => regions?.includes(region) ?? false);
  const entries = own.length > 0 ? own : rule.rates.filter(({ regions }) => regions === undefined);
  const size = { mean: rule.contracts?.mean.value ?? 0, cv: rule.contracts?.cv.value ?? 0 };
  const rates = entries.map(({ from, form: each }) => ({ from: from ?? "", rate: averageProjectRate(each, size) }));
  return months.map((each) => {
    let rate = 0;
    for (const entry of rates) if (entry.from <= each) rate = entry.rate;
    return rate;
  });
}

/** Share of all value that lies in contracts up to `limit`: Φ((ln limit − μ) ÷ σ − σ). */
function valueBelow(limit: number, size: ContractSize): number {
  if (limit === Infinity) return 1;
  const { mu, sigma } = lognormal(size);
  return normalTail(sigma - (log(limit) - mu) / sigma);
}

/** E[min(V, limit)] ÷ E[V]. */
function limitedMean(limit: number, size: ContractSize): number {
  if (limit === Infinity) return 1;
  const { mu, sigma } = lognormal(size);
  return valueBelow(limit, size) + (limit / size.mean) * normalTail((log(limit) - mu) / sigma);
}

function lognormal({ mean, cv }: ContractSize): { readonly mu: number; readonly sigma: number } {
  const variance = log(1 + cv * cv);
  return { mu: log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}
