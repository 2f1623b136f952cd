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
  const scratch = {
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
      awardPensions(kind, r, counts[r], course, paths, awards);
      yearly.fill(0);
      for (let t = 0; t < course.months; t++) {
        const to = course.year[t] * paths;
        for (let p = 0; p < paths; p++) yearly[to + p] += awards[t * paths + p];
      }
      const bySex = sexes.map((sex, s) => {
        if (draws !== undefined) {
          draws.normals({ risk: `decrement.${kind.kind}.${sex}`, region }, course.januaries, scratch.normals);
        }
        const cells = kind.kind === "child" ? CHILD_LEAVES_AT : AGE_GROUPS;
        const stock = new Float64Array(cells * paths);
        kind.stock[r][s].forEach((persons, cell) => stock.fill(persons, cell * paths, (cell + 1) * paths));
        const persons = array(years * paths);
        const survival = array(years * paths).fill(1, 0, paths);
        const older = kind.kind === "disability" ? retirementAges.map(() => array(years * paths)) : [];
        sumOver(stock, 0, paths, persons, 0);
        countOlder(stock, paths, older, 0);
        for (let y = 1; y < years; y++) {
          const q = hazards(kind.q[s], plan.improvement, y, plan.firstYear);
          addAwards(stock, kind.awardAges[s], yearly, (y - 1) * paths, paths);
          letDie(stock, q, (y - 1) * paths, paths, scratch, draws);
          growOlder(stock, kind.kind === "child", paths);
          const at = y * paths;
          sumOver(stock, 0, paths, persons, at);
          for (let p = 0; p < paths; p++) {
            survival[at + p] = scratch.persons[p] > 0 ? persons[at + p] / scratch.persons[p] : 1;
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

/** New pensions by month: those for injuries before the start, and persons per claim × claims so many months earlier. */
function awardPensions(
  { awardedBefore, awardLines }: PensionerKindPlan,
  region: number,
  counts: readonly Float64Array[],
  { months }: Course,
  paths: number,
  awards: Float64Array,
): void {
  awardedBefore[region].slice(0, months).forEach((persons, t) => awards.fill(persons, t * paths, (t + 1) * paths));
  for (const { cell, personsPerClaim, delay } of awardLines) {
    const claims = counts[cell];
    for (let i = delay * paths; i < months * paths; i++) awards[i] += personsPerClaim * claims[i - delay * paths];
  }
}

function addAwards(
  stock: Float64Array,
  ages: readonly number[],
  awards: Float64Array,
  year: number,
  paths: number,
): void {
  ages.forEach((share, cell) => {
    if (share === 0) return;
    for (let p = 0; p < paths; p++) stock[cell * paths + p] += share * awards[year + p];
  });
}

interface Scratch {
  readonly persons: Float64Array;
  readonly expected: Float64Array;
  readonly exits: Float64Array;
  readonly trials: Float64Array;
  readonly q: Float64Array;
  readonly normals: Float64Array;
}

/** Takes the dead of a year out of the stock; `scratch.persons` keeps how many there were before. */
function letDie(
  stock: Float64Array,
  q: readonly number[],
  year: number,
  paths: number,
  scratch: Scratch,
  draws: BlockVariates | undefined,
): void {
  const { persons, expected, exits, trials } = scratch;
  persons.fill(0);
  expected.fill(0);
  q.forEach((each, cell) => {
    for (let p = 0; p < paths; p++) {
      const alive = stock[cell * paths + p];
      persons[p] += alive;
      expected[p] += each * alive;
    }
  });
  if (draws === undefined) exits.set(expected);
  else {
    for (let p = 0; p < paths; p++) {
      trials[p] = Math.floor(persons[p]);
      scratch.q[p] = persons[p] > 0 ? Math.min(1, expected[p] / persons[p]) : 0;
    }
    draws.binomials(scratch.normals.subarray(year, year + paths), trials, scratch.q, exits);
    for (let p = 0; p < paths; p++) exits[p] += (persons[p] - trials[p]) * scratch.q[p];
  }
  for (let p = 0; p < paths; p++) exits[p] = expected[p] > 0 ? exits[p] / expected[p] : 0;
  q.forEach((each, cell) => {
    for (let p = 0; p < paths; p++) stock[cell * paths + p] *= 1 - Math.min(1, each * exits[p]);
  });
  const highest = Math.max(...q);
  for (let p = 0; p < paths; p++) {
    if (highest * exits[p] > 1) takeFromTheRest(stock, persons[p] - exits[p] * expected[p], p, paths);
  }
}

/** Where an age cannot lose as many as its share of the dead, the others lose them in proportion to who is left. */
function takeFromTheRest(stock: Float64Array, survivors: number, p: number, paths: number): void {
  let left = 0;
  for (let i = p; i < stock.length; i += paths) left += stock[i];
  if (left <= 0) return;
  for (let i = p; i < stock.length; i += paths) stock[i] *= Math.max(0, survivors) / left;
}

/** A year of age: one fifth of each five-year group moves up, the last stays; children move by one year and leave from the last. */
function growOlder(stock: Float64Array, children: boolean, paths: number): void {
  if (children) {
    stock.copyWithin(paths, 0, stock.length - paths);
    stock.fill(0, 0, paths);
    return;
  }
  for (let i = stock.length - paths - 1; i >= 0; i--) {
    const moved = stock[i] * 0.2;
    stock[i] -= moved;
    stock[i + paths] += moved;
  }
}

function sumOver(stock: Float64Array, from: number, paths: number, sums: Float64Array, at: number): void {
  for (let p = 0; p < paths; p++) sums[at + p] = 0;
  for (let i = from * paths; i < stock.length; i += paths) {
    for (let p = 0; p < paths; p++) sums[at + p] += stock[i + p];
  }
}

function countOlder(stock: Float64Array, paths: number, older: readonly Float64Array[], at: number): void {
  older.forEach((counts, i) => sumOver(stock, retirementAges[i] / 5, paths, counts, at));
}
