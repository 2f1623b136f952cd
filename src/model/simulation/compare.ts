import { type PathEvents, seriesNames } from "./block.ts";
import type { Collection } from "./collection.ts";
import { meanEstimate, pairedDifference } from "./probability.ts";
import type { Column, Estimate, EventDifference, RunDifference } from "./result.ts";
import type { RunShape } from "./shape.ts";

interface Run {
  readonly shape: RunShape;
  readonly collection: Collection;
}

const NOTHING: Estimate = { estimate: 0, standardError: 0, low: 0, high: 0 };

/**
 * Difference B − A of two runs, path by path on the same seed, so that what both share falls out of the standard error; A is
 * the baseline. Exactly zero, intervals too, only where the Plans are identical: two Plans that gave the same on these
 * paths keep the interval of their probabilities. A month is null where a path of either run has no number. Triggers are
 * matched by id. `onStep` is called once a month of each series, as a sign of life. Throws RangeError where seed, paths, months or start differ.
 */
export function difference(a: Run, b: Run, onStep: () => void = () => {}): RunDifference {
  for (const key of ["seed", "paths", "months", "start"] as const) {
    if (a.shape[key] !== b.shape[key]) {
      throw new RangeError(`compare: ${key}: expected ${a.shape[key]} as in ${a.shape.scenario}, got ${b.shape[key]}`);
    }
  }
  const identical = a.shape.planDigest === b.shape.planDigest;
  const { months } = a.shape;
  const compareEvents = (first: PathEvents, second: PathEvents): EventDifference =>
    identical ? noDifference : eventDifference(first, second, months);
  const triggers: { [id: string]: EventDifference } = {};
  a.shape.triggers.forEach(({ id }, i) => {
    const j = b.shape.triggers.findIndex((trigger) => trigger.id === id);
    if (j >= 0) triggers[id] = compareEvents(a.collection.triggers[i], b.collection.triggers[j]);
  });
  return {
    baseline: a.shape.scenario,
    identical,
    triggers,
    depletion: compareEvents(a.collection.depletion, b.collection.depletion),
    series: Object.fromEntries(
      seriesNames.map((name, s) => [
        name,
        columns(
          Array.from({ length: months }, (_, t) => {
            onStep();
            return identical ? NOTHING : monthDifference(a, b, s * months + t);
          }),
        ),
      ]),
    ),
  };
}

const noDifference: EventDifference = {
  probability: NOTHING,
  timing: NOTHING,
  earlier: 0,
  later: 0,
  onlyA: 0,
  onlyB: 0,
};

/** Timing counts a path that never fired with the horizon, so that a trigger put off beyond it still shows. */
function eventDifference(a: PathEvents, b: PathEvents, months: number): EventDifference {
  const paths = a.first.length;
  const delays = new Float64Array(paths);
  const counts = { earlier: 0, later: 0, onlyA: 0, onlyB: 0 };
  for (let p = 0; p < paths; p += 1) {
    const firstA = a.first[p] < 0 ? months : a.first[p];
    const firstB = b.first[p] < 0 ? months : b.first[p];
    delays[p] = firstB - firstA;
    if (firstA === firstB) continue;
    if (firstB === months) counts.onlyA += 1;
    else if (firstA === months) counts.onlyB += 1;
    else if (firstB < firstA) counts.earlier += 1;
    else counts.later += 1;
  }
  return {
    probability: pairedDifference(counts.onlyA, counts.onlyB, paths),
    timing: meanEstimate(delays) ?? NOTHING,
    earlier: counts.earlier / paths,
    later: counts.later / paths,
    onlyA: counts.onlyA / paths,
    onlyB: counts.onlyB / paths,
  };
}

function monthDifference(a: Run, b: Run, row: number): Estimate | null {
  const { paths } = a.shape;
  const differences = new Float64Array(paths);
  for (let p = 0; p < paths; p += 1) {
    differences[p] = b.collection.pool[row * paths + p] - a.collection.pool[row * paths + p];
  }
  return meanEstimate(differences);
}

function columns(months: readonly (Estimate | null)[]): { readonly [K in keyof Estimate]: Column } {
  const column = (key: keyof Estimate): Column => months.map((month) => (month === null ? null : month[key]));
  return {
    estimate: column("estimate"),
    standardError: column("standardError"),
    low: column("low"),
    high: column("high"),
  };
}
