import type { OnceItem } from "../rules/benefitItems.ts";
import { deathGrant } from "../rules/deathGrant.ts";
import { funeralGrant } from "../rules/funeralGrant.ts";
import { overGrades } from "../rules/grades.ts";
import { mealsPerDay } from "../rules/medicalCare.ts";
import { type MedicalSubsidy, meanRemaining } from "../rules/medicalSubsidy.ts";
import { grantPattern } from "../rules/missingPerson.ts";
import { meanOwnWage } from "../rules/ownWage.ts";
import { averageWage, publicationMonth } from "../rules/wageBase.ts";
import { type Outcome, outcomes } from "./basis.ts";
import type { PriceIndex } from "./plan.ts";
import { inForceAt } from "./quantity.ts";
import type { Scenario } from "./schema.ts";

type Detailed = Extract<Scenario["basis"], { kind: "detailed" }>;
type Region = Detailed["regions"][number];
type Outcomes = NonNullable<Detailed["outcomes"]>;

/** A statutory item of a region before prices have a place and pipelines are known. */
export interface ItemDraft {
  readonly item: OnceItem;
  /** Units for each claim by outcome. */
  readonly perClaim: Readonly<Record<Outcome, number>>;
  readonly meanCost: number;
  readonly price: PriceIndex;
  readonly pattern: readonly number[];
  readonly pricedAtInjury: boolean;
}

const none: Readonly<Record<Outcome, number>> = {
  medicalOnly: 0,
  grades7to10: 0,
  grades5to6: 0,
  grades1to4: 0,
  death: 0,
  disease: 0,
};
/** Outcomes with grades, and their first grade. */
const graded = { grades7to10: 7, grades5to6: 5, grades1to4: 1, disease: 1 } as const;
const gradedOutcomes = ["grades7to10", "grades5to6", "grades1to4", "disease"] as const;

/** A price that law ties to a statistic. */
const statutoryPrice = (wageShare: number, excessTrend: number, stepMonth: number): PriceIndex => ({
  wageShare,
  excessTrend,
  medicalLoading: 0,
  trendShare: 0,
  stepMonth,
});

/** Injured persons of an outcome a month by industry class. */
export function injuredByClass(region: Region, frequency: readonly number[]): number[] {
  return region.headcount.value.map((persons, c) => (persons * frequency[c] * region.frequencyFactor.value) / 12);
}

/** The items in force in a region: what each claim gives rise to besides its medical cost. */
export function itemsOf(scenario: Scenario, region: Region, basis: Outcomes): ItemDraft[] {
  const { rules } = scenario;
  const benefits = rules.benefits;
  if (benefits === undefined) return [];
  return [
    ...meals(scenario, basis),
    ...lumpSums(scenario, region, basis),
    ...medicalSubsidies(scenario, region, basis),
    ...deathGrants(scenario, basis),
    ...advances(scenario),
  ];
}

function meals({ rules, start }: Scenario, basis: Outcomes): ItemDraft[] {
  const rule = rules.benefits?.medicalCare?.meals;
  if (rule === undefined) return [];
  const wage = rules.benefits?.minimumWage;
  return [
    {
      item: "meals",
      perClaim: byOutcome((outcome) => basis[outcome].inpatientDays?.value ?? 0),
      meanCost: mealsPerDay(rule, wage === undefined ? 0 : inForceAt(wage, start)),
      price: statutoryPrice(rule.kind === "daily" ? 0 : 1, 0, 1),
      pattern: basis.delays.stay.value,
      pricedAtInjury: false,
    },
  ];
}

/** Months by grade × W of the outcome's injured; a unit is a month of the W of all insured, so that W prices it. */
function lumpSums({ rules, start }: Scenario, region: Region, basis: Outcomes): ItemDraft[] {
  const { lumpSum, ownWage, wageBase } = rules.benefits ?? {};
  if (lumpSum === undefined || ownWage === undefined || wageBase === undefined) return [];
  const limits = { cap: ownWage.cap.value, floor: ownWage.floor.value };
  const average = averageWage(wageBase, start);
  const wages = region.contributionWage.value;
  const insured = region.headcount.value;
  const mean = meanOwnWage(wages, insured, insured, average, limits);
  const perClaim = { ...none };
  for (const outcome of gradedOutcomes) {
    const injured = injuredByClass(region, basis[outcome].frequency.value);
    const wage = meanOwnWage(wages, injured, insured, average, limits);
    const months = overGrades(basis[outcome].grades.value, graded[outcome], lumpSum.months.value, 1);
    perClaim[outcome] = mean === 0 ? 0 : (months * wage) / mean;
  }
  return [
    {
      item: "lumpSum",
      perClaim,
      meanCost: mean,
      price: statutoryPrice(1, 0, 1),
      pattern: basis.delays.appraisal.value,
      pricedAtInjury: true,
    },
  ];
}

/** Months of A, or yuan, of those who leave; priced when they leave. */
function medicalSubsidies({ rules, start }: Scenario, region: Region, basis: Outcomes): ItemDraft[] {
  const { medicalSubsidy: rule, wageBase } = rules.benefits ?? {};
  if (rule === undefined || (rule.kind === "months" && wageBase === undefined)) return [];
  const near = meanRemaining(rule, basis.nearRetirement?.value ?? []);
  const table = rule.medical.value.map((value, i) => value * basis.leaving.value[i] * near);
  const perClaim = { ...none };
  for (const outcome of gradedOutcomes) {
    const disease = outcome === "disease" ? (rule.disease?.value ?? 1) : 1;
    perClaim[outcome] = overGrades(basis[outcome].grades.value, graded[outcome], table, 5) * disease;
  }
  const inMonths = rule.kind === "months" && wageBase !== undefined;
  return [
    {
      item: "medicalSubsidy",
      perClaim,
      meanCost: inMonths ? averageWage(wageBase, start) : cityFactor(rule, region.id),
      price: inMonths ? statutoryPrice(1, 0, publicationMonth(wageBase, start)) : statutoryPrice(0, 0, 1),
      pattern: basis.delays.termination.value,
      pricedAtInjury: false,
    },
  ];
}

/** What a city made of the province's amounts. */
function cityFactor(rule: MedicalSubsidy, region: string): number {
  if (rule.kind !== "amounts") return 1;
  return rule.cities?.find((city) => city.region === region)?.factor.value ?? 1;
}

/** Funeral grant and death grant, both by the figures in force on the day of death. */
function deathGrants({ rules, start, drivers }: Scenario, basis: Outcomes): ItemDraft[] {
  const { funeral, deathGrant: grant, wageBase, missing } = rules.benefits ?? {};
  const perClaim = { ...none, death: 1 };
  const items: ItemDraft[] = [];
  if (funeral !== undefined && wageBase !== undefined) {
    items.push({
      item: "funeral",
      perClaim,
      meanCost: funeralGrant(funeral.months.value, averageWage(wageBase, start)),
      price: statutoryPrice(1, 0, publicationMonth(wageBase, start)),
      pattern: basis.delays.death.value,
      pricedAtInjury: true,
    });
  }
  if (grant !== undefined) {
    const { wageShare, excessTrend } = drivers.urbanIncome ?? {};
    items.push({
      item: "deathGrant",
      perClaim,
      meanCost: deathGrant(grant.multiple.value, inForceAt(grant.income, start)),
      price: statutoryPrice(wageShare?.value ?? 0, excessTrend?.value ?? 0, 1),
      pattern: grantPattern(
        basis.delays.death.value,
        missing && {
          share: missing.share.value,
          employerMonths: missing.employerMonths.value,
          advance: missing.advance.value,
          hardship: missing.hardship.value,
          declared: missing.declared.value,
        },
      ),
      pricedAtInjury: true,
    });
  }
  return items;
}

function advances({ rules }: Scenario): ItemDraft[] {
  const rule = rules.benefits?.advance;
  if (rule === undefined) return [];
  return [
    {
      item: "advance",
      perClaim: byOutcome(() => rule.cases.value),
      meanCost: rule.amount.value,
      price: statutoryPrice(1, 0, 1),
      pattern: [1],
      pricedAtInjury: false,
    },
  ];
}

function byOutcome(value: (outcome: Outcome) => number): Readonly<Record<Outcome, number>> {
  const result = { ...none };
  for (const outcome of outcomes) result[outcome] = value(outcome);
  return result;
}
