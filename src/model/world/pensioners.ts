import {
  AGE_GROUPS,
  CHILD_LEAVES_AT,
  type PensionerKindPlan,
  type PensionerPlan,
  retirementAges,
  sexes,
} from "../scenario/pensionPlan.ts";
import type { BlockVariates } from "../variates/variates.ts";
import { hazards } from "./mortality.ts";

/**
 * Pensioners 定期待遇人员 of a block. By region and kind of the plan; arrays by year `year * paths + p`, year 0 being the start
 * year, and each year standing for the time after its January's step. Persons are real numbers: see `drawPensioners`.
 */
export interface Pensioners {
  /** New pensions of each month, `t * paths + p`. */
  readonly awards: readonly (readonly Float64Array[])[];
  /** By sex: persons in payment at the beginning of the year. */
  readonly persons: readonly (readonly (readonly Float64Array[])[])[];
  /** By sex: share of those in payment at the end of the year before who stay; 1 in year 0. */
  readonly survival: readonly (readonly (readonly Float64Array[])[])[];
  /** By sex and age of `retirementAges`: recipients of a disability pension as old or older; empty for other kinds. */
  readonly older: readonly (readonly (readonly (readonly Float64Array[])[])[])[];
}

/** The calendar of a world or of an outlook. */
interface Course {
  readonly months: number;
  readonly januaries: readonly number[];
  /** Number of Januaries passed up to each month. */
  readonly year: readonly number[];
}

/**
 * Steps the stock of each region, kind, sex and age. New pensions come month by month: persons per claim × claims of the month of
 * injury. Each January those in payment die with the probability of their age; their number is binomial and drawn for the
 * whole of a region, kind and sex (trials = persons, mean probability), and spread over ages as expected, so persons are
 * real numbers; where there is a part of a person, that part dies in part. Then everybody is a year older: one fifth of a
 * five-year group moves up, children by single years, who leave at 18. Without `draws` the expected numbers die.
 */
export function drawPensioners(
  plan: PensionerPlan,
  course: Course,
  counts: readonly (readonly Float64Array[])[],
  paths: number,
  draws: BlockVariates | undefined,
): Pensioners {
  const years = course.januaries.length + 1;
  const array = (length: number): Float64Array => draws?.array(length) ?? new Float64Array(length);
  const yearly = array(years * paths);
  const scratch: Scratch = {
    persons: array(paths),
    expected: array(paths),
    exits: array(paths),
    trials: array(paths),
    q: array(paths),
    normals: array((years - 1) * paths),
  };
  const result = plan.regions.map((region, r) =>
    plan.kinds.map((kind) => {
      const awards = array(course.months * paths);
      awardPensions(kind, r, counts[r], course, paths, awards, yearly);
      const children = kind.kind === "child";
      const bySex = sexes.map((sex, s) => {
        if (draws !== undefined) {
          draws.normals({ risk: `decrement.${kind.kind}.${sex}`, region }, course.januaries, scratch.normals);
        }
        const stock = new Float64Array((children ? CHILD_LEAVES_AT : AGE_GROUPS) * paths);
        kind.stock[r][s].forEach((persons, cell) => stock.fill(persons, cell * paths, (cell + 1) * paths));
        const persons = array(years * paths);
        const survival = array(years * paths).fill(1, 0, paths);
        const older = kind.kind === "disability" ? retirementAges.map(() => array(years * paths)) : [];
        persons.fill(
          kind.stock[r][s].reduce((sum, each) => sum + each, 0),
          0,
          paths,
        );
        countOlder(stock, paths, older, 0);
        for (let y = 1; y < years; y++) {
          const at = y * paths;
          const q = hazards(kind.q[s], plan.improvement, y, plan.firstYear);
          addAwards(stock, q, kind.awardAges[s], yearly, at - paths, paths, scratch);
          countExits(at - paths, paths, scratch, draws);
          if (children) letChildrenDie(stock, q, paths, scratch);
          else dieAndGrowOlder(stock, q, paths, scratch);
          spreadTheRest(stock, Math.max(...q), paths, scratch);
          const leaving = children ? stock.slice(stock.length - paths) : undefined;
          if (children) stock.copyWithin(paths, 0, stock.length - paths).fill(0, 0, paths);
          for (let p = 0; p < paths; p++) {
            const before = scratch.persons[p];
            const after = before - scratch.exits[p] * scratch.expected[p] - (leaving === undefined ? 0 : leaving[p]);
            persons[at + p] = Math.max(0, after);
            survival[at + p] = before > 0 ? persons[at + p] / before : 1;
          }
          countOlder(stock, paths, older, at);
        }
        return { persons, survival, older };
      });
      return { awards, bySex };
    }),
  );
  return {
    awards: result.map((kinds) => kinds.map(({ awards }) => awards)),
    persons: result.map((kinds) => kinds.map(({ bySex }) => bySex.map(({ persons }) => persons))),
    survival: result.map((kinds) => kinds.map(({ bySex }) => bySex.map(({ survival }) => survival))),
    older: result.map((kinds) => kinds.map(({ bySex }) => bySex.map(({ older }) => older))),
  };
}

/** Work space of one region, kind and sex, by path. */
interface Scratch {
  /** In payment before the January, and how many of them are expected to die. */
  readonly persons: Float64Array;
  readonly expected: Float64Array;
  /** Deaths as a multiple of those expected. */
  readonly exits: Float64Array;
  readonly trials: Float64Array;
  readonly q: Float64Array;
  readonly normals: Float64Array;
}

/** New pensions by month and by year: those for injuries before the start, and persons per claim × claims so many months earlier. */
function awardPensions(
  { awardedBefore, awardLines }: PensionerKindPlan,
  region: number,
  counts: readonly Float64Array[],
  { months, year }: Course,
  paths: number,
  awards: Float64Array,
  yearly: Float64Array,
): void {
  yearly.fill(0);
  for (let t = 0; t < months; t++) {
    const at = t * paths;
    const before = awardedBefore[region][t] ?? 0;
    if (before !== 0) awards.fill(before, at, at + paths);
    for (const { cell, personsPerClaim, delay } of awardLines) {
      if (t < delay) continue;
      const claims = counts[cell];
      const from = (t - delay) * paths;
      for (let p = 0; p < paths; p++) awards[at + p] += personsPerClaim * claims[from + p];
    }
    const to = year[t] * paths;
    for (let p = 0; p < paths; p++) yearly[to + p] += awards[at + p];
  }
}

/** Adds the new pensions of the year to the stock, and counts persons and expected deaths. */
function addAwards(
  stock: Float64Array,
  q: readonly number[],
  ages: readonly number[],
  awards: Float64Array,
  year: number,
  paths: number,
  { persons, expected }: Scratch,
): void {
  persons.fill(0);
  expected.fill(0);
  for (let cell = 0; cell < q.length; cell++) {
    const from = cell * paths;
    const share = ages[cell];
    const hazard = q[cell];
    for (let p = 0; p < paths; p++) {
      const alive = stock[from + p] + share * awards[year + p];
      stock[from + p] = alive;
      persons[p] += alive;
      expected[p] += hazard * alive;
    }
  }
}

/** Draws the deaths of a year, as a multiple of those expected. */
function countExits(year: number, paths: number, scratch: Scratch, draws: BlockVariates | undefined): void {
  const { persons, expected, exits, trials, q, normals } = scratch;
  if (draws === undefined) {
    exits.fill(1);
    return;
  }
  for (let p = 0; p < paths; p++) {
    trials[p] = Math.floor(persons[p]);
    q[p] = persons[p] > 0 ? Math.min(1, expected[p] / persons[p]) : 0;
  }
  draws.binomials(normals.subarray(year, year + paths), trials, q, exits);
  for (let p = 0; p < paths; p++) {
    exits[p] = expected[p] > 0 ? (exits[p] + (persons[p] - trials[p]) * q[p]) / expected[p] : 0;
  }
}

/** Deaths by age, and a year of age: one fifth of each five-year group moves up, the last one stays. */
function dieAndGrowOlder(stock: Float64Array, q: readonly number[], paths: number, { exits }: Scratch): void {
  for (let cell = q.length - 1; cell >= 0; cell--) {
    const from = cell * paths;
    const hazard = q[cell];
    const moving = cell === q.length - 1 ? 0 : 0.2;
    for (let p = 0; p < paths; p++) {
      const left = stock[from + p] * (1 - Math.min(1, hazard * exits[p]));
      stock[from + p] = left - moving * left;
      if (moving > 0) stock[from + paths + p] += moving * left;
    }
  }
}

function letChildrenDie(stock: Float64Array, q: readonly number[], paths: number, { exits }: Scratch): void {
  for (let cell = 0; cell < q.length; cell++) {
    const from = cell * paths;
    for (let p = 0; p < paths; p++) stock[from + p] *= 1 - Math.min(1, q[cell] * exits[p]);
  }
}

/** Where an age cannot lose as many as its share of the dead, the others lose them in proportion to who is left. */
function spreadTheRest(
  stock: Float64Array,
  highest: number,
  paths: number,
  { persons, expected, exits }: Scratch,
): void {
  for (let p = 0; p < paths; p++) {
    if (highest * exits[p] <= 1) continue;
    let left = 0;
    for (let i = p; i < stock.length; i += paths) left += stock[i];
    if (left <= 0) continue;
    const survivors = Math.max(0, persons[p] - exits[p] * expected[p]);
    for (let i = p; i < stock.length; i += paths) stock[i] *= survivors / left;
  }
}

/** Persons as old or older than each of `retirementAges`. */
function countOlder(stock: Float64Array, paths: number, older: readonly Float64Array[], at: number): void {
  let from = stock.length / paths;
  for (let i = older.length - 1; i >= 0; i--) {
    const counts = older[i];
    const above = older[i + 1];
    for (let p = 0; p < paths; p++) counts[at + p] = above === undefined ? 0 : above[at + p];
    const to = retirementAges[i] / 5;
    for (let cell = to; cell < from; cell++) {
      for (let p = 0; p < paths; p++) counts[at + p] += stock[cell * paths + p];
    }
    from = to;
  }
}
