import { type MonthText, monthNumber, monthsBetween, monthText } from "../calendar.ts";
import { averageRate } from "../rules/baseRate.ts";
import { ratesOfPlace } from "../rules/cityRates.ts";
import { type BaseLimits, baseFactor } from "../rules/contributionBase.ts";
import type { LocalUpliftPlan } from "../rules/localUplift.ts";
import type { PhasedCut, PhasedCutPlan } from "../rules/phasedCut.ts";
import { owedShare } from "../rules/relief.ts";
import type { Tally } from "../simulation/shape.ts";
import { experienceScale } from "./compileExperience.ts";
import { inForceAt } from "./quantity.ts";
import type { Scenario } from "./schema.ts";

/** Everything about rates that is published by date, by region in id order and month, as far as an outlook reaches. */
export interface CompiledRates {
  /** Announced average rate, a fraction of the contribution base. */
  readonly baseRate: readonly (readonly number[])[];
  /** Contribution base under the limits in force ÷ the stated one. */
  readonly baseFactor: readonly (readonly number[])[];
  /** Share of contributions due that is not waived. */
  readonly notWaived: readonly number[];
}

export function compileRates(scenario: Scenario, reach: number): CompiledRates {
  const { basis, start, rules } = scenario;
  const { contribution } = rules;
  const times = Array.from({ length: reach }, (_, t) => monthText(start, t));
  const notWaived = times.map((at) => owedShare(contribution.relief, at));
  const factors = baseFactorsOf(scenario, times);
  if (basis.kind === "fundLevel") {
    const regions = [...basis.regions].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      baseRate: regions.map(({ contributionRate }) => times.map(() => contributionRate.value)),
      baseFactor: regions.map(() => times.map((_, t) => factors(1, t))),
      notWaived,
    };
  }
  const regions = [...basis.regions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const stated = contribution.baseRates ?? [];
  const kind = contribution.cityRates?.kind ?? "standard";
  const payrolls = regions.map(({ headcount, contributionWage }) =>
    headcount.value.map((persons, c) => persons * contributionWage.value[c]),
  );
  const persons = regions.reduce((sum, { headcount }) => sum + total(headcount.value), 0);
  const meanWage = persons === 0 ? 1 : payrolls.reduce((sum, each) => sum + total(each), 0) / persons;
  const average = contribution.contributionBase?.averageWage?.value ?? meanWage;
  const limited = regions.map(({ contributionWage }, r) =>
    times.map((_, t) =>
      payrolls[r].map((payroll, c) => payroll * factors(average === 0 ? 0 : contributionWage.value[c] / average, t)),
    ),
  );
  const unscaled = regions.map(({ formerRates, ownBaseRates, experienceFactor }, r) =>
    times.map((at, t) => {
      const own = ownBaseRates === undefined ? undefined : inForceAt(ownBaseRates, at);
      const rates = ratesOfPlace(kind, inForceAt(stated, at), formerRates?.value, own);
      return averageRate(limited[r][t], rates, experienceFactor.value);
    }),
  );
  const scale = experienceScale(
    scenario,
    unscaled.reduce((sum, rates, r) => sum + total(payrolls[r]) * rates[0], 0),
  );
  return {
    baseRate: unscaled.map((rates) => rates.map((rate) => rate * scale)),
    baseFactor: limited.map((byMonth, r) => {
      const payroll = total(payrolls[r]);
      return byMonth.map((each) => (payroll === 0 ? 1 : total(each) / payroll));
    }),
    notWaived,
  };
}

/** The factor of a wage (in average wages) in month `t`; each pair of limits and wage is worked out once. */
function baseFactorsOf({ rules, drivers }: Scenario, times: readonly MonthText[]): (wage: number, t: number) => number {
  const rule = rules.contribution.contributionBase;
  if (rule === undefined) return () => 1;
  const statedAt: BaseLimits = {
    cap: rule.statedAt.cap.value,
    floor: rule.statedAt.floor.value,
    newEntrants: rule.statedAt.newEntrants.value,
  };
  const limits = times.map((at) => ({ cap: inForceAt(rule.cap, at), floor: inForceAt(rule.floor, at) }));
  const known = new Map<string, number>();
  return (wage, t) => {
    const { cap, floor } = limits[t];
    const key = `${wage} ${cap} ${floor}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const inForce = { cap, floor, newEntrants: rule.newEntrants.value };
    const factor = baseFactor(wage, rule.cv.value, inForce, statedAt, drivers.wageGrowth.mean.value);
    known.set(key, factor);
    return factor;
  };
}

/** The phased cut by month of the run; undefined where there is none. */
export function cutOf(start: MonthText, rule: PhasedCut | undefined, reach: number): PhasedCutPlan | undefined {
  if (rule === undefined || rule.kind === "none") return undefined;
  const stated = [
    ...(rule.kind === "uniform" ? [{ from: rule.from, to: rule.to, testedOn: undefined, cut: rule.cut.value }] : []),
    ...rule.terms.map(({ from, to, testedOn }) => ({ from, to, testedOn, cut: -1 })),
  ];
  return {
    byRegion: rule.kind === "uniform" || rule.scope.value === "region",
    bands: rule.bands.map(({ level, cut }) => ({ level: level.value, cut: cut.value })),
    terms: stated.map(({ from, testedOn, cut }) => ({
      testedOn: monthsBetween(start, testedOn ?? priorDecember(from)),
      uniform: cut,
    })),
    // The uniform cut stands first and so goes before the terms.
    termAt: Array.from({ length: reach }, (_, t) => {
      const at = monthText(start, t);
      return stated.findIndex(({ from, to }) => from <= at && at <= to);
    }),
    stopsBelow: rule.stopsBelow?.value ?? 0,
  };
}

/** The December before the year of a month. */
export function priorDecember(from: MonthText): MonthText {
  return monthText("0000-01", Math.floor(monthNumber(from) / 12) * 12 - 1);
}

/** Local uplift of the rates of places; undefined where there is none. */
export function upliftOf(
  { start, rules }: Scenario,
  triggers: readonly { readonly id: string }[],
): LocalUpliftPlan | undefined {
  const rule = rules.contribution.localUplift;
  if (rule === undefined || rule.kind === "none") return undefined;
  return {
    payroll: rule.appliesTo.value === "all",
    trigger: triggers.findIndex(({ id }) => id === rule.called.value),
    observation: rule.observation.value,
    threshold: rule.threshold.value,
    factor: rule.factor.value,
    cap: rule.cap.value,
    effective: rule.effective.kind,
    lead: rule.effective.lead.value,
    effectiveMonth: rule.effective.kind === "month" ? monthsBetween(start, rule.effective.month) : 0,
    hold: rule.hold.value,
    exit: rule.exit?.value ?? Number.NEGATIVE_INFINITY,
  };
}

/** What the rate rules in force sum by calendar year. */
export function rateTallies({ rules }: Scenario): Tally[] {
  const { phasedCut, relief, localUplift } = rules.contribution;
  const tallies: Tally[] = [];
  const income = (id: string, zh: string, en: string): void => {
    tallies.push({ id: `income.${id}`, group: "income", unit: "yuan", name: { zh, en } });
  };
  if (phasedCut !== undefined && phasedCut.kind !== "none") {
    income("phasedCut", "阶段性降费率少收", "Contributions cut by the phased cut");
  }
  if (phasedCut?.kind === "uniform") {
    income("forgone", "未达降费条件的单位因统一降费少收", "Contributions forgone by the cut without qualifying for it");
  }
  if (relief !== undefined && relief.kind !== "none") income("relief", "减免的缴费", "Contributions waived by relief");
  if (localUplift !== undefined && localUplift.kind !== "none") {
    income("localUplift", "自行上浮费率增收", "Contributions from local uplift");
  }
  return tallies;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
