import { z } from "zod";
import { fraction, provenanceFields, quantity, ratio } from "../scenario/quantity.ts";
import { byGrade } from "./grades.ts";

/** Share that remains for leavers with less than 5, 4, 3, 2 and 1 years to retirement, the longest first. */
const retirementCut = z.strictObject({
  of: quantity(z.enum(["employment", "both"]), "reading").describe(
    "Which subsidy is cut: the employer's only, or the fund's medical subsidy too",
  ),
  share: quantity(
    z.array(z.number().min(0).max(1)).length(5, { error: "one value for each of the last five years" }),
    "fraction",
  ),
});

const terms = {
  disease: ratio.optional().describe("Multiple of the medical subsidy for an occupational disease"),
  retirementCut: retirementCut.optional(),
};

/**
 * Paid when the contract of a person of grades 5–10 ends (Work Injury Insurance Regulations, articles 36 and 37): medical subsidy
 * 一次性工伤医疗补助金 by the fund, employment subsidy 一次性伤残就业补助金 by the employer. Each province sets months of A, or fixed yuan
 * that cities may move within `float`. The employer's table is kept for reference: it never reaches the fund.
 */
export const medicalSubsidyRule = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("months"),
    ...provenanceFields,
    medical: quantity(byGrade(z.number().min(0).max(240), 5), "months").describe("Months of A by grade 5–10"),
    employment: quantity(byGrade(z.number().min(0).max(240), 5), "months")
      .optional()
      .describe("The employer's subsidy, months of A by grade 5–10"),
    ...terms,
  }),
  z.strictObject({
    kind: z.literal("amounts"),
    ...provenanceFields,
    medical: quantity(byGrade(z.number().min(0).max(1e8), 5), "yuan").describe("By grade 5–10"),
    employment: quantity(byGrade(z.number().min(0).max(1e8), 5), "yuan").optional(),
    float: fraction.describe("By how much a city may move the amounts either way"),
    cities: z
      .array(z.strictObject({ region: z.string(), factor: ratio }))
      .max(200)
      .optional()
      .describe("Cities that moved the amounts"),
    ...terms,
  }),
]);
export type MedicalSubsidy = z.infer<typeof medicalSubsidyRule>;

/** One leaver: grade, disease or injury, years to retirement (absent: five or more), the city's factor. */
export interface Leaver {
  readonly grade: number;
  readonly disease?: boolean;
  readonly yearsToRetirement?: number;
  readonly cityFactor?: number;
}

/** The fund's medical subsidy in yuan; 0 for grades 1–4, who keep their employment. */
export function medicalSubsidy(rule: MedicalSubsidy, leaver: Leaver, average: number): number {
  const disease = leaver.disease === true ? (rule.disease?.value ?? 1) : 1;
  const cut = rule.retirementCut?.of.value === "both" ? remaining(rule, leaver.yearsToRetirement) : 1;
  return tableValue(rule, rule.medical.value, leaver, average) * disease * cut;
}

/** The employer's employment subsidy in yuan. It is no item of the fund. */
export function employmentSubsidy(rule: MedicalSubsidy, leaver: Leaver, average: number): number {
  return tableValue(rule, rule.employment?.value ?? [], leaver, average) * remaining(rule, leaver.yearsToRetirement);
}

function tableValue(rule: MedicalSubsidy, table: readonly number[], leaver: Leaver, average: number): number {
  const value = table[leaver.grade - 5] ?? 0;
  return rule.kind === "months" ? value * average : value * (leaver.cityFactor ?? 1);
}

/** Share of a subsidy that is paid with so many years to retirement: all from five on, nothing at retirement. */
function remaining({ retirementCut: cut }: MedicalSubsidy, years: number | undefined): number {
  if (cut === undefined || years === undefined || years >= 5) return 1;
  if (years <= 0) return 0;
  return cut.share.value[4 - Math.floor(years)];
}

/** Mean share of the medical subsidy over leavers, of whom `near` have less than 5, 4, 3, 2, 1 years to retirement. */
export function meanRemaining({ retirementCut: cut }: MedicalSubsidy, near: readonly number[]): number {
  if (cut === undefined || cut.of.value === "employment") return 1;
  return near.reduce((sum, share, i) => sum - share * (1 - cut.share.value[i]), 1);
}
