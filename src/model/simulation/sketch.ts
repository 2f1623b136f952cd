import { between, rankOf, type Spread, seriesPermille } from "./quantiles.ts";

/**
 * Mergeable histograms of many cells (region × series × month), for quantiles without keeping paths. A bin holds the
 * numbers whose float32 share sign, exponent and first 7 bits of the fraction: 128 bins an octave.
 */
export interface Sketch {
  readonly paths: number;
  /** Cell `c` owns bins `offsets[c]` to `offsets[c + 1]`; only bins that hold a path are kept, in rising order. */
  readonly offsets: Uint32Array<ArrayBuffer>;
  readonly keys: Uint16Array<ArrayBuffer>;
  readonly counts: Uint32Array<ArrayBuffer>;
  readonly moments: CellMoments;
}

/** By cell: paths with a number, their mean, sum of squared deviations from it, least and greatest. */
interface CellMoments {
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly mean: Float64Array<ArrayBuffer>;
  readonly squares: Float64Array<ArrayBuffer>;
  readonly least: Float64Array<ArrayBuffer>;
  readonly greatest: Float64Array<ArrayBuffer>;
}

/**
 * Relative bound of the error of a sketch's quantile: half a bin is at most 1/256 of its value. Where a quantile lies
 * between a negative and a positive path the bound is relative to the larger of the two.
 */
export const SKETCH_BOUND = 0.005;

const ZERO = 0x8000;
const NO_KEY = 0x10000;
/** Bins are looked through in groups of 32, so that a cell whose numbers lie far apart costs little more. */
const GROUP_BITS = 5;
/** Paths by bin of the cell in work, and 1 for the groups of bins that hold one; all zero between cells. */
const tally = new Int32Array(NO_KEY);
const groups = new Uint8Array(NO_KEY >>> GROUP_BITS);
/** The numbers of the cell in work, rounded, and their bits. */
let singles = new Float32Array(1);
let singleBits = new Uint32Array(singles.buffer);
/** Room for the bins of a sketch in work, kept between calls: to zero it anew would cost as much as the counting. */
let keysRoom = new Uint16Array(0);
let countsRoom = new Uint32Array(0);

/**
 * Histograms of the cells of `values`, `paths` values each, cell after cell. NaN is kept apart as above every number;
 * numbers nearer to 0 than 2^-126 count as 0. Equal values have exactly themselves as mean and quantiles, deviation 0.
 */
export function sketchOf(values: Float64Array, paths: number): Sketch {
  const cells = paths === 0 ? 0 : values.length / paths;
  reserve(values.length);
  if (singles.length < paths) {
    singles = new Float32Array(paths);
    singleBits = new Uint32Array(singles.buffer);
  }
  const moments = emptyMoments(cells);
  const offsets = new Uint32Array(cells + 1);
  for (let cell = 0, used = 0; cell < cells; cell += 1) {
    measure(values, cell, paths, moments);
    tallyBins(moments.numbers[cell]);
    used = collect(used, keyOfValue(moments.least[cell]), keyOfValue(moments.greatest[cell]));
    offsets[cell + 1] = used;
  }
  return assembled(paths, offsets, moments);
}

/** A sketch of no paths, the beginning of a merge. */
export function emptySketch(cells: number): Sketch {
  return assembled(0, new Uint32Array(cells + 1), emptyMoments(cells));
}

/** The sketch of the paths of both; its bins are those of a sketch of all paths at once, its moments equal to rounding. */
export function mergeSketches(first: Sketch, second: Sketch): Sketch {
  const cells = first.offsets.length - 1;
  reserve(first.keys.length + second.keys.length);
  const moments = emptyMoments(cells);
  const offsets = new Uint32Array(cells + 1);
  const [keys, counts, firstKeys, secondKeys] = [keysRoom, countsRoom, first.keys, second.keys];
  const [firstCounts, secondCounts] = [first.counts, second.counts];
  for (let cell = 0, used = 0; cell < cells; cell += 1) {
    let i = first.offsets[cell];
    let j = second.offsets[cell];
    const iEnd = first.offsets[cell + 1];
    const jEnd = second.offsets[cell + 1];
    // Sign bits instead of branches: which side comes next cannot be guessed.
    for (; i < iEnd && j < jEnd; used += 1) {
      const apart = firstKeys[i] - secondKeys[j];
      const takeFirst = (apart - 1) >>> 31;
      const takeSecond = (-1 - apart) >>> 31;
      keys[used] = Math.min(firstKeys[i], secondKeys[j]);
      counts[used] = Math.imul(firstCounts[i], takeFirst) + Math.imul(secondCounts[j], takeSecond);
      i += takeFirst;
      j += takeSecond;
    }
    for (; i < iEnd; i += 1, used += 1) {
      keys[used] = firstKeys[i];
      counts[used] = firstCounts[i];
    }
    for (; j < jEnd; j += 1, used += 1) {
      keys[used] = secondKeys[j];
      counts[used] = secondCounts[j];
    }
    offsets[cell + 1] = used;
    mergeMoments(first.moments, second.moments, cell, moments);
  }
  return assembled(first.paths + second.paths, offsets, moments);
}

/** Mean and sd of a cell, and its quantiles of type 7 within SKETCH_BOUND; null as for the values themselves. */
export function spreadOfCell(sketch: Sketch, cell: number): Spread {
  const { numbers, mean, squares, least, greatest } = sketch.moments;
  const known = numbers[cell];
  const complete = known === sketch.paths && known > 0;
  let bin = sketch.offsets[cell];
  let reached = known > 0 ? sketch.counts[bin] : 0;
  const valueAt = (rank: number, place: number): number =>
    rank < known ? Math.min(Math.max(middleOf(sketch.keys[place]), least[cell]), greatest[cell]) : Number.NaN;
  const quantiles = seriesPermille.map((permille) => {
    if (sketch.paths === 0) return null;
    const height = rankOf(sketch.paths, permille);
    const rank = Math.floor(height);
    for (; reached <= rank && reached < known; reached += sketch.counts[bin]) bin += 1;
    // No kept bin is empty: the next rank lies in this bin or in the one after it.
    return between(valueAt(rank, bin), valueAt(rank + 1, rank + 1 < reached ? bin : bin + 1), height - rank);
  });
  return {
    mean: complete ? mean[cell] : null,
    sd: complete ? (known === 1 ? 0 : Math.sqrt(squares[cell] / (known - 1))) : null,
    quantiles,
  };
}

/** The memory of a sketch, to move it to another thread or to copy it. */
export function arraysOfSketch(sketch: Sketch): readonly (Float64Array | Uint32Array | Uint16Array)[] {
  return [sketch.offsets, sketch.keys, sketch.counts, ...Object.values(sketch.moments)];
}

/** Bin of a float32 bit pattern: rising with the number, all of 0 and the subnormal numbers in one. */
function keyOf(bits: number): number {
  const magnitude = (bits >>> 16) & 0x7fff;
  if (magnitude < 0x80) return ZERO;
  return bits >>> 31 === 1 ? ZERO - 1 - magnitude : ZERO + magnitude;
}

function keyOfValue(value: number): number {
  singles[0] = value;
  return keyOf(singleBits[0]);
}

function middleOf(key: number): number {
  if (key === ZERO) return 0;
  singleBits[0] = key > ZERO ? ((key - ZERO) << 16) | 0x8000 : ((ZERO - 1 - key) << 16) | 0x80008000;
  return singles[0];
}

/** One place more than bins: `collect` writes a place ahead. */
function reserve(bins: number): void {
  if (keysRoom.length > bins) return;
  keysRoom = new Uint16Array(bins + 1);
  countsRoom = new Uint32Array(bins + 1);
}

function assembled(paths: number, offsets: Uint32Array<ArrayBuffer>, moments: CellMoments): Sketch {
  const used = offsets[offsets.length - 1];
  return { paths, offsets, keys: keysRoom.slice(0, used), counts: countsRoom.slice(0, used), moments };
}

/** Moves the bins in work behind the `used` first places and zeroes them; returns the places used then. */
function collect(used: number, firstKey: number, lastKey: number): number {
  const keys = keysRoom;
  const counts = countsRoom;
  let next = used;
  for (let group = firstKey >>> GROUP_BITS; group <= lastKey >>> GROUP_BITS; group += 1) {
    if (groups[group] === 0) continue;
    groups[group] = 0;
    const end = Math.min(((group + 1) << GROUP_BITS) - 1, lastKey);
    for (let key = Math.max(group << GROUP_BITS, firstKey); key <= end; key += 1) {
      // An empty bin is written too and then overwritten: a branch here would be guessed wrong half of the time.
      const count = tally[key];
      keys[next] = key;
      counts[next] = count;
      tally[key] = 0;
      next += Math.min(count, 1);
    }
  }
  return next;
}

function emptyMoments(cells: number): CellMoments {
  return {
    numbers: new Uint32Array(cells),
    mean: new Float64Array(cells),
    squares: new Float64Array(cells),
    least: new Float64Array(cells).fill(Infinity),
    greatest: new Float64Array(cells).fill(-Infinity),
  };
}

/** Moments of one cell from sums shifted by its first number; leaves its numbers in `singles`. */
function measure(values: Float64Array, cell: number, paths: number, moments: CellMoments): void {
  const rounded = singles;
  const end = (cell + 1) * paths;
  let origin = Number.NaN;
  let numbers = 0;
  let sum = 0;
  let squares = 0;
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = cell * paths; i < end; i += 1) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    if (numbers === 0) origin = value;
    const difference = value - origin;
    rounded[numbers] = value;
    numbers += 1;
    sum += difference;
    squares += difference * difference;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  moments.numbers[cell] = numbers;
  moments.least[cell] = least;
  moments.greatest[cell] = greatest;
  if (numbers === 0) return;
  moments.mean[cell] = origin + sum / numbers;
  moments.squares[cell] = Math.max(0, squares - (sum * sum) / numbers);
}

function tallyBins(numbers: number): void {
  const bits = singleBits;
  const paths = tally;
  const marks = groups;
  for (let i = 0; i < numbers; i += 1) {
    const key = keyOf(bits[i]);
    paths[key] += 1;
    marks[key >>> GROUP_BITS] = 1;
  }
}

/** Pairwise update of mean and squared deviations (Chan, Golub and LeVeque 1979). */
function mergeMoments(first: CellMoments, second: CellMoments, cell: number, merged: CellMoments): void {
  const m = first.numbers[cell];
  const n = second.numbers[cell];
  const step = second.mean[cell] - first.mean[cell];
  merged.numbers[cell] = m + n;
  merged.mean[cell] = m === 0 ? second.mean[cell] : first.mean[cell] + (n === 0 ? 0 : (step * n) / (m + n));
  merged.squares[cell] =
    first.squares[cell] + second.squares[cell] + (m === 0 || n === 0 ? 0 : (step * step * m * n) / (m + n));
  merged.least[cell] = Math.min(first.least[cell], second.least[cell]);
  merged.greatest[cell] = Math.max(first.greatest[cell], second.greatest[cell]);
}
