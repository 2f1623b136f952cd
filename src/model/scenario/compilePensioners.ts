import { calendarMonth } from "../calendar.ts";
import {
  AGE_GROUPS,
  CHILD_LEAVES_AT,
  type PensionerKindPlan,
  type PensionerPlan,
  pensionKinds,
  sexes,
} from "./pensionPlan.ts";
import type { WorldPlan } from "./plan.ts";
import type { Scenario } from "./schema.ts";

export type DetailedBasis = Extract<Scenario["basis"], { kind: "detailed" }>;
export type PensionerGroup = NonNullable<DetailedBasis["pensioners"]>[number];
export type Awards = NonNullable<DetailedBasis["awards"]>[number];

/** Pensioners that a scenario states, or none. */
export function statedPensioners({ basis }: Scenario): {
  readonly pensioners: readonly PensionerGroup[];
  readonly awards: readonly Awards[];
} {
  return basis.kind === "detailed"
    ? { pensioners: basis.pensioners ?? [], awards: basis.awards ?? [] }
    : { pensioners: [], awards: [] };
}

/** The stock of pensioners of a checked scenario; undefined where it states neither pensioners nor awards. */
export function compilePensioners(
  scenario: Scenario,
  { januaries, regions }: Pick<WorldPlan, "januaries" | "regions">,
): PensionerPlan | undefined {
  const { pensioners, awards } = statedPensioners(scenario);
  const { mortality } = scenario.drivers;
  if (mortality === undefined) return undefined;
  const inUse = pensionKinds.filter((kind) => [...pensioners, ...awards].some((each) => each.kind === kind));
  if (inUse.length === 0) return undefined;
  return {
    regions: regions.map(({ id }) => id),
    firstYear: januaries.length === 0 ? 1 : januaries[0] / 12,
    improvement: mortality.improvement.value,
    kinds: inUse.map((kind): PensionerKindPlan => {
      const award = awards.find((each) => each.kind === kind);
      const { disabled, survivors } = mortality.excessFactor;
      const excess = kind === "disability" || kind === "care" ? disabled.value : survivors.value;
      const ages = (byAge: readonly number[], spread: boolean): number[] =>
        kind === "child" ? bySingleYear(byAge, spread) : [...byAge];
      return {
        kind,
        q: sexes.map((sex) => ages(mortality[sex].value, false).map((q) => Math.min(1, q * excess))),
        awardAges: sexes.map((sex) => ages(award?.[sex].value ?? new Array<number>(AGE_GROUPS).fill(0), true)),
        awardLines: (award?.from ?? []).map(({ line, personsPerClaim, delay }) => ({
          cell: regions[0].cells.findIndex((cell) => cell.line === line),
          personsPerClaim: personsPerClaim.value,
          delay: delay.value,
        })),
        stock: regions.map(({ id }) =>
          sexes.map((sex) =>
            ages(
              personsOf(scenario, pensioners, (each) => each.kind === kind && each.sex === sex, id),
              true,
            ),
          ),
        ),
        awardedBefore: regions.map((region) => awardedBefore(scenario, award, region)),
      };
    }),
  };
}

/** Persons of a region by age: those stated for it, and its share by headcount of those stated for the whole fund. */
function personsOf(
  scenario: Scenario,
  pensioners: readonly PensionerGroup[],
  isMeant: (group: PensionerGroup) => boolean,
  region: string,
): number[] {
  const persons = new Array<number>(AGE_GROUPS).fill(0);
  for (const group of pensioners) {
    const share = isMeant(group) ? regionShare(scenario, group, region) : 0;
    group.ages.value.forEach((each, age) => {
      persons[age] += share * each;
    });
  }
  return persons;
}

/** Share of a region in a stated group of pensioners. */
export function regionShare({ basis }: Scenario, { region }: PensionerGroup, id: string): number {
  if (region !== undefined) return region === id ? 1 : 0;
  if (basis.kind !== "detailed") return 0;
  const headcounts = basis.regions.map((each) => ({
    id: each.id,
    persons: each.headcount.value.reduce((sum, persons) => sum + persons, 0),
  }));
  const all = headcounts.reduce((sum, { persons }) => sum + persons, 0);
  const own = headcounts.find((each) => each.id === id)?.persons ?? 0;
  return all === 0 ? 1 / headcounts.length : own / all;
}

/** Five-year groups as single years 0–17: a fifth of each, a third of 15–19, who are 15, 16 or 17; a rate is the same in each year. */
function bySingleYear(byAge: readonly number[], spread: boolean): number[] {
  return Array.from({ length: CHILD_LEAVES_AT }, (_, age) => {
    const group = Math.floor(age / 5);
    return spread ? byAge[group] / (group === 3 ? CHILD_LEAVES_AT - 15 : 5) : byAge[group];
  });
}

/** New pensions by month for injuries before the start, whose claims stood at the level of the start. */
function awardedBefore(
  { start, drivers }: Scenario,
  award: Awards | undefined,
  region: WorldPlan["regions"][number],
): number[] {
  const lines = award?.from ?? [];
  const longest = Math.max(0, ...lines.map(({ delay }) => delay.value));
  return Array.from({ length: longest }, (_, t) =>
    lines.reduce((sum, { line, personsPerClaim, delay }) => {
      if (t >= delay.value) return sum;
      const claims = region.cells.find((cell) => cell.line === line)?.claims ?? 0;
      const season = drivers.injurySeasonality.value[calendarMonth(start, t - delay.value) - 1];
      return sum + personsPerClaim.value * claims * season;
    }, 0),
  );
}
