import { calendarMonth, calendarYear, monthsBetween, monthText } from "../calendar.ts";
import { meanCareAllowance } from "../rules/careAllowance.ts";
import { meanDisabilityPension } from "../rules/disabilityPension.ts";
import type { Indexation } from "../rules/indexation.ts";
import { meanOwnWage } from "../rules/ownWage.ts";
import type { PensionRules } from "../rules/pensions.ts";
import { paidAfterRetirement, type Retirement, retirementAge } from "../rules/retirement.ts";
import { leftByCeiling, survivorShare } from "../rules/survivorPension.ts";
import { averageWage, publicationMonth } from "../rules/wageBase.ts";
import type { PensionKind, Sex } from "../variates/variates.ts";
import { type Awards, regionShare, statedPensioners } from "./compilePensioners.ts";
import {
  type AdjustmentPlan,
  type PensionerPlan,
  type PensionLedgerKind,
  type PensionLedgerPlan,
  pensionItems,
  type RetirementTable,
  retirementAges,
  sexes,
} from "./pensionPlan.ts";
import { inForceAt } from "./quantity.ts";
import type { Scenario } from "./schema.ts";

/** Money of the pensions of a checked scenario, for `months` months; undefined where it has no pensioners. */
export function compilePensions(
  scenario: Scenario,
  pensioners: PensionerPlan | undefined,
  months: number,
  tally: number,
): PensionLedgerPlan | undefined {
  const rules = scenario.rules.pensions;
  if (pensioners === undefined || rules === undefined) return undefined;
  const ends = rules.retirement === undefined ? 0 : 1 - paidAfterRetirement(rules.retirement);
  return {
    paidAtStart: pensioners.regions.map((region) =>
      pensioners.kinds.reduce(
        (sum, { kind }) => sum + sexes.reduce((paid, sex) => paid + paidAtStart(scenario, kind, sex, region), 0),
        0,
      ),
    ),
    latestWageGrowth: scenario.drivers.wageGrowth.latest.value,
    endsAtRetirement: ends,
    tally,
    kinds: pensioners.kinds.map((plan): PensionLedgerKind => {
      const { kind } = plan;
      const retirement = kind === "disability" ? retirementTables(scenario, rules.retirement, months) : [];
      const wages = wageOfTheTime(scenario, kind, months);
      return {
        kind,
        item: pensionItems.indexOf(itemOf(kind)),
        opening: pensioners.regions.map((region, r) =>
          sexes.map((sex, s) => {
            const paid = paidAtStart(scenario, kind, sex, region);
            const left = 1 - ends * retiredShare(plan.stock[r][s], retirement[s] ?? []);
            return left > 0 ? paid / left : 0;
          }),
        ),
        award: pensioners.regions.map((region) => awardOf(scenario, rules, kind, region)),
        sexShare: plan.awardAges.map((ages) => ages.reduce((sum, share) => sum + share, 0)),
        ...wages,
        adjustments: adjustmentsOf(scenario, rules.indexation?.[groupOf(kind)], months),
        retirement,
      };
    }),
  };
}

export function groupOf(kind: PensionKind): "disability" | "care" | "survivors" {
  return kind === "disability" || kind === "care" ? kind : "survivors";
}

function itemOf(kind: PensionKind): (typeof pensionItems)[number] {
  const group = groupOf(kind);
  return group === "disability" ? "disability.pension" : group === "care" ? "disability.care" : "death.survivors";
}

/** What the stated pensioners of a region are paid in the first month, yuan. */
function paidAtStart(scenario: Scenario, kind: PensionKind, sex: Sex, region: string): number {
  return statedPensioners(scenario)
    .pensioners.filter((group) => group.kind === kind && group.sex === sex)
    .reduce((sum, group) => {
      const persons = group.ages.value.reduce((all, each) => all + each, 0);
      return sum + regionShare(scenario, group, region) * persons * group.monthly.value;
    }, 0);
}

/** A new pension of a kind in a region at the wages of the start, yuan a month. */
function awardOf(scenario: Scenario, rules: PensionRules, kind: PensionKind, region: string): number {
  const { awards } = statedPensioners(scenario);
  const award = awards.find((each) => each.kind === kind);
  if (award === undefined) return 0;
  const mix = award.mix.value;
  const { disability, care, survivors } = rules;
  if (kind === "disability") {
    if (disability === undefined) return 0;
    const wage = ownWageOf(scenario, region);
    return meanDisabilityPension(disability.shares.value, mix, wage, disability.minimumWage?.value ?? 0);
  }
  if (kind === "care") {
    const { wageBase } = scenario.rules.benefits ?? {};
    if (care === undefined || wageBase === undefined) return 0;
    return meanCareAllowance(care.shares.value, mix, averageWage(wageBase, scenario.start));
  }
  return survivors === undefined ? 0 : familyShare(awards, survivors, award) * ownWageOf(scenario, region);
}

type SurvivorRule = NonNullable<PensionRules["survivors"]>;

/**
 * Mean share of the wage for a survivor of a kind. The ceiling is taken on the mean family of each line of claims, so that
 * families above the mean are cut a little less than they would be one by one.
 */
function familyShare(awards: readonly Awards[], rule: SurvivorRule, award: Awards): number {
  const families = awards.filter(({ kind }) => groupOf(kind) === "survivors");
  let persons = 0;
  let paid = 0;
  for (const { line, personsPerClaim } of award.from) {
    const together = families.reduce(
      (sum, each) =>
        sum +
        each.from
          .filter((other) => other.line === line)
          .reduce((all, other) => all + other.personsPerClaim.value * meanShare(rule, each), 0),
      0,
    );
    persons += personsPerClaim.value;
    paid += personsPerClaim.value * leftByCeiling(together, rule.ceiling.value);
  }
  return persons === 0 ? 0 : (meanShare(rule, award) * paid) / persons;
}

function meanShare(rule: SurvivorRule, { kind, mix }: Awards): number {
  const shares = { spouse: rule.spouse.value, other: rule.other.value, supplement: rule.supplement.value };
  const [ordinary, lone] = mix.value;
  return (
    ordinary * survivorShare(shares, kind === "spouse", false) + lone * survivorShare(shares, kind === "spouse", true)
  );
}

/**
 * Own wage W of new pensioners: the mean contribution wage of the region at the start, of all insured, each class's wage within the
 * limits of the own wage where these are in force.
 */
function ownWageOf({ basis, rules, start }: Scenario, id: string): number {
  if (basis.kind !== "detailed") return 0;
  const region = basis.regions.find((each) => each.id === id);
  if (region === undefined) return 0;
  const { ownWage, wageBase } = rules.benefits ?? {};
  const limits =
    ownWage === undefined || wageBase === undefined
      ? { cap: Number.POSITIVE_INFINITY, floor: 0 }
      : { cap: ownWage.cap.value, floor: ownWage.floor.value };
  const average = wageBase === undefined ? 1 : averageWage(wageBase, start);
  return meanOwnWage(region.contributionWage.value, [], region.headcount.value, average, limits);
}

/** Wages of new pensions: own wages step each January, the base wage A in the month in which it is published. */
function wageOfTheTime(
  { start, rules, drivers }: Scenario,
  kind: PensionKind,
  months: number,
): Pick<PensionLedgerKind, "awardYear" | "awardFactor"> {
  const yearOf = (t: number): number => calendarYear(start, t) - calendarYear(start, 0);
  const all = Array.from({ length: months }, (_, t) => t);
  const { wageBase } = rules.benefits ?? {};
  if (kind !== "care" || wageBase === undefined) return { awardYear: all.map(yearOf), awardFactor: all.map(() => 1) };
  const published = publicationMonth(wageBase, start);
  // From a publication in the start year on A stands higher by the latest growth known before the start.
  const first = 1 + drivers.wageGrowth.latest.value;
  const inStartYear = published > calendarMonth(start, 0);
  return {
    awardYear: all.map((t) => Math.max(0, yearOf(t) - (calendarMonth(start, t) < published ? 1 : 0))),
    awardFactor: all.map((t) => (inStartYear && (yearOf(t) > 0 || calendarMonth(start, t) >= published) ? first : 1)),
  };
}

/** Adjustments within the months, in their order. The growth of a year is that which enters wages in its January. */
function adjustmentsOf({ start }: Scenario, rule: Indexation | undefined, months: number): AdjustmentPlan[] {
  if (rule === undefined) return [];
  const neverDown = rule.downward.value === "never";
  const every = 12 * rule.everyYears.value;
  const first = monthsBetween(start, rule.first);
  const found: AdjustmentPlan[] = [];
  for (let t = first % every; t < months; t += every) {
    // The state on the first day is as stated, whatever was adjusted in that month.
    if (t <= 0) continue;
    const to = calendarYear(start, t) - calendarYear(start, 0);
    if (rule.kind === "stated") {
      const addition = inForceAt(rule.increase, monthText(start, t));
      found.push({ t, wageWeight: 0, addition, from: to - 1, to, neverDown });
    } else {
      const addition = rule.priceWeight.value * rule.priceGrowth.value;
      found.push({ t, wageWeight: rule.wageWeight.value, addition, from: to - rule.everyYears.value, to, neverDown });
    }
  }
  if (rule.jump !== undefined) {
    const t = monthsBetween(start, rule.jump.month);
    const addition = rule.jump.increase.value;
    const to = calendarYear(start, t) - calendarYear(start, 0);
    if (t >= 0 && t < months) found.push({ t, wageWeight: 0, addition, from: to - 1, to, neverDown: false });
  }
  return found.sort((a, b) => a.t - b.t);
}

/** By sex: the ages from which recipients stand retired, as ages in the January of the year (in the start year on the first day). */
function retirementTables(
  { start }: Scenario,
  rule: Retirement | undefined,
  months: number,
): readonly (readonly RetirementTable[])[] {
  if (rule === undefined) return [];
  const table = (rise: Retirement["men"], weight: number): RetirementTable => {
    const places = Array.from({ length: months }, (_, t) => {
      const sinceThen = calendarYear(start, t) === calendarYear(start, 0) ? t : calendarMonth(start, t) - 1;
      const age = retirementAge(rise, (monthsAgo) => monthText(start, t - monthsAgo)) - sinceThen / 12;
      const at = Math.min(retirementAges.length - 2, Math.max(0, Math.floor((age - retirementAges[0]) / 5)));
      return { at, part: (age - retirementAges[at]) / 5 };
    });
    return { weight, at: places.map(({ at }) => at), part: places.map(({ part }) => part) };
  };
  const workers = rule.workersShare.value;
  return [[table(rule.men, 1)], [table(rule.women, 1 - workers), table(rule.womenWorkers, workers)]];
}

/** Share of a stock by five-year age that stands retired in the first month. */
function retiredShare(stock: readonly number[], tables: readonly RetirementTable[]): number {
  const all = stock.reduce((sum, each) => sum + each, 0);
  if (all === 0) return 0;
  const older = retirementAges.map((age) => stock.slice(age / 5).reduce((sum, each) => sum + each, 0));
  return tables.reduce((sum, { weight, at, part }) => {
    const from = older[at[0]];
    return sum + (weight * (from + part[0] * (older[at[0] + 1] - from))) / all;
  }, 0);
}
