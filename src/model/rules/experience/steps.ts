import type { ExperienceRating, FloatingSteps, StepRule } from "./experienceRating.ts";

/** A rule brought to states, with what each state means. */
export interface Steps {
  readonly rule: StepRule;
  /** Factor on the base rate by class and state. */
  readonly factors: readonly (readonly number[])[];
  readonly shownStep: readonly (readonly number[])[];
  /** Steps under which contributions are shown, lowest first: a factor in percent, or the number of a band in points. */
  readonly shown: readonly { readonly id: string; readonly percent?: number; readonly band?: number }[];
}

/**
 * States of a rule. `ratio`: the step of the band in which the ratio lies. `twoWay` (template B): without a new injury 80 %, or
 * 100 % above the first threshold; with one 100, 120 or 150 %. `noClaims` (Su-Ren-She-Gui [2023] 2): after a cycle without a
 * claim the first reduction, after two the second; a claim leads back to 100 % or up. `points` (Puyang): each band adds points
 * to the rate. Class 1 takes part in the bands of the others, with its steps instead of those below 100 %.
 */
export function stepsOf(rating: ExperienceRating, steps: FloatingSteps, rates: readonly number[]): Steps {
  const { indicator } = rating;
  const atThreshold = rating.atThreshold.value;
  const thresholds = indicator.thresholds?.value ?? [];
  const bands = thresholds.length + 1;
  const reductions = reductionsOf(indicator);
  const others = steps.others.value;
  const base = others.indexOf(1);
  // States: steps in order for ratio and twoWay; else clean runs from the longest to the shortest, 100 %, the bands above.
  const runs = reductions.length;
  const isStep = runs === 0;
  const states = isStep ? others.length : runs + bands;
  const next: number[] = [];
  for (let state = 0; state < states; state++) {
    const afterClean = Math.max(0, Math.min(state, runs) - 1);
    for (const injured of [false, true]) {
      for (let band = 0; band < bands; band++) {
        if (indicator.kind === "ratio") next.push(band);
        else if (indicator.kind === "twoWay") next.push(injured ? base + band : base - (band === 0 ? 1 : 0));
        else next.push(injured ? runs + band : afterClean);
      }
    }
  }
  const nominal = isStep
    ? others
    : [
        ...reductions.map((_, i) => reductions[runs - 1 - i]),
        1,
        ...(indicator.kind === "points" ? [] : others.slice(base + 1, base + bands)),
      ];
  const factorOf = (c: number, state: number): number => {
    if (c + 1 < rating.fromClass.value) return 1;
    const rate = rates[c];
    const least = rating.floor.value === "class1" && rate > 0 ? Math.min(1, rates[0] / rate) : 0;
    if (indicator.kind === "points" && state >= runs) {
      const raised = Math.min(indicator.cap.value[c], rate + (state - runs) * indicator.points.value[c]);
      return rate > 0 ? Math.max(1, raised / rate) : 1;
    }
    const stated = nominal[state];
    return c === 0 ? classOneFactor(steps.class1.value, stated) : Math.max(stated, least);
  };
  const percents = [...new Set([...nominal, 1])].sort((a, b) => a - b);
  const inPoints = indicator.kind === "points" ? bands - 1 : 0;
  const classes = rates.map((_, c) => c);
  return {
    rule: {
      states,
      thresholds,
      atThreshold,
      olderShare: indicator.kind === "twoWay" ? indicator.olderShare.value : 0,
      next,
    },
    factors: classes.map((c) => Array.from({ length: states }, (_, state) => factorOf(c, state))),
    shownStep: classes.map((c) =>
      Array.from({ length: states }, (_, state) => {
        const floats = c + 1 >= rating.fromClass.value;
        if (floats && inPoints > 0 && state > runs) return percents.length + state - runs - 1;
        const shown =
          !floats || nominal[state] === undefined ? 1 : c === 0 ? Math.max(1, nominal[state]) : nominal[state];
        return percents.indexOf(shown);
      }),
    ),
    shown: [
      ...percents.map((step) => ({ id: String(percentOf(step)), percent: percentOf(step) })),
      ...Array.from({ length: inPoints }, (_, i) => ({ id: `band${i + 1}`, band: i + 1 })),
    ],
  };
}

/** Factors after one, two, … cycles without a claim, for the rules that count such cycles. */
function reductionsOf(indicator: ExperienceRating["indicator"]): readonly number[] {
  if (indicator.kind === "noClaims") return indicator.reductions.value;
  if (indicator.kind !== "points") return [];
  const { cleanCycles, cleanFactor } = indicator;
  return Array.from({ length: cleanCycles.value }, (_, i) => (i + 1 < cleanCycles.value ? 1 : cleanFactor.value));
}

/** Class 1 has its own steps: the highest that is not above what another class would pay, and never below 100 %. */
function classOneFactor(steps: readonly number[], stated: number): number {
  return steps.reduce((best, step) => (step <= stated ? step : best), 1);
}

function percentOf(step: number): number {
  return Number((step * 100).toPrecision(6));
}

/** Band of a pay/contribution ratio: the number of thresholds at or below it (those below it, where the threshold belongs to the lower step). */
export function bandOf({ thresholds, atThreshold }: StepRule, ratio: number): number {
  let band = 0;
  for (const threshold of thresholds)
    if (ratio > threshold || (ratio === threshold && atThreshold === "higher")) band++;
  return band;
}

/** State of an employer after a cycle with or without a new injury and with this ratio. */
export function nextState(rule: StepRule, state: number, injured: boolean, ratio: number): number {
  return rule.next[(state * 2 + (injured ? 1 : 0)) * (rule.thresholds.length + 1) + bandOf(rule, ratio)];
}
