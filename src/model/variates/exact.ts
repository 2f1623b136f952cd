import { binomialQuantileAt } from "./binomial.ts";
import { exp } from "./elementary.ts";
import { normalQuantile } from "./normal.ts";
import { truncatedPareto } from "./pareto.ts";
import { poissonQuantile } from "./poisson.ts";
import { type SeverityQuantiles, severityQuantiles } from "./severity.ts";
import { fillWords, hashStream, startPath } from "./stream.ts";
import {
  type BlockVariates,
  type PathBlock,
  type SeverityShape,
  SINGLE_CLAIMS,
  type Stream,
  type Variates,
} from "./variates.ts";

const CLAIM_SLOTS = 2 + SINGLE_CLAIMS;
const EVENT_SLOTS = 4;
/** Paths whose claims are drawn together: their months lie side by side in memory. */
const PATHS_AT_ONCE = 8;

/**
 * The readable implementation of `Variates`, and the oracle of the compiled one: every variate is the inverse of its exact
 * distribution function at a uniform from its own slots, without rejection. Each caller gets memory of its own; it keeps
 * arrays and quantile tables from block to block.
 */
export function createExactVariates(): Variates {
  const arrays: Float64Array[] = [];
  const quantiles = new Map<string, SeverityQuantiles>();
  const quantilesOf = (severity: SeverityShape): SeverityQuantiles => {
    const name = `${severity.family} ${severity.cv}`;
    const known = quantiles.get(name) ?? severityQuantiles(severity);
    quantiles.set(name, known);
    return known;
  };
  return { open: (block) => openBlock(block, arrays, quantilesOf) };
}

function openBlock(
  block: PathBlock,
  arrays: Float64Array[],
  quantilesOf: (severity: SeverityShape) => SeverityQuantiles,
): BlockVariates {
  const { paths, months } = block;
  const words = new Int32Array(months * CLAIM_SLOTS * PATHS_AT_ONCE);
  const wordsOf = Array.from({ length: PATHS_AT_ONCE }, (_, i) => words.subarray(i * months * CLAIM_SLOTS));
  const state = new Int32Array(4);
  let used = 0;

  /** Calls `visit` for each path of the block with the first `slots` words of its stream in `words`. */
  function forEachPath(stream: Stream, slots: number, visit: (path: number) => void): void {
    const hash = hashStream(block.key, stream);
    for (let p = 0; p < paths; p += 1) {
      startPath(state, hash, block.firstPath + p);
      fillWords(state, words, slots);
      visit(p);
    }
  }

  return {
    array(length) {
      let memory = arrays[used];
      if (memory?.length === length) memory.fill(0);
      else memory = new Float64Array(length);
      arrays[used] = memory;
      used += 1;
      return memory;
    },

    normals(stream, at, out) {
      forEachPath(stream, slotsUpTo(at), (p) => {
        for (let i = 0; i < at.length; i += 1) out[i * paths + p] = normalQuantile(uniform(words[at[i]]));
      });
    },

    uniforms(stream, out) {
      forEachPath(stream, 2 * months, (p) => {
        for (let t = 0; t < months; t += 1) out[t * paths + p] = fineUniform(words[2 * t], words[2 * t + 1]);
      });
    },

    gammas(stream, at, variance, out) {
      if (variance === 0) {
        out.fill(1, 0, at.length * paths);
        return;
      }
      const { single } = quantilesOf({ family: "gamma", cv: Math.sqrt(variance) });
      forEachPath(stream, slotsUpTo(at), (p) => {
        for (let i = 0; i < at.length; i += 1) out[i * paths + p] = single(normalQuantile(uniform(words[at[i]])));
      });
    },

    claims(stream, expected, severity, counts, totals) {
      const { single, aggregate } = quantilesOf(severity);
      const hash = hashStream(block.key, stream);
      for (let first = 0; first < paths; first += PATHS_AT_ONCE) {
        const together = Math.min(PATHS_AT_ONCE, paths - first);
        for (let i = 0; i < together; i += 1) {
          startPath(state, hash, block.firstPath + first + i);
          fillWords(state, wordsOf[i], CLAIM_SLOTS * months);
        }
        for (let t = 0; t < months; t += 1) {
          for (let p = 0; p < together; p += 1) {
            const cell = t * paths + first + p;
            const slot = (p * months + t) * CLAIM_SLOTS;
            const count = poissonQuantile(expected[cell], uniform(words[slot]));
            let total = 0;
            if (count > SINGLE_CLAIMS) total = aggregate(count, normalQuantile(uniform(words[slot + 1])));
            else for (let i = 0; i < count; i += 1) total += single(normalQuantile(uniform(words[slot + 2 + i])));
            counts[cell] = count;
            totals[cell] = total;
          }
        }
      }
    },

    rareEvents(stream, probability, tail, sizes) {
      forEachPath(stream, EVENT_SLOTS * months, (p) => {
        for (let t = 0; t < months; t += 1) {
          const cell = t * paths + p;
          const slot = t * EVENT_SLOTS;
          const happens = fineUniform(words[slot], words[slot + 1]) < probability[cell];
          sizes[cell] = happens ? truncatedPareto(tail, fineUniform(words[slot + 2], words[slot + 3])) : 0;
        }
      });
    },

    binomials(normals, trials, q, out) {
      for (let i = 0; i < out.length; i += 1) out[i] = binomialQuantileAt(trials[i], q[i], normals[i]);
    },

    exponentials(values) {
      for (let i = 0; i < values.length; i += 1) values[i] = exp(values[i]);
    },
  };
}

/** Number of one-slot months up to the last of the ascending `at`. */
function slotsUpTo(at: readonly number[]): number {
  return at.length === 0 ? 0 : at[at.length - 1] + 1;
}

/** A 32-bit word as a uniform in (0, 1): the middle of its step. */
function uniform(word: number): number {
  return ((word >>> 0) + 0.5) / 4294967296;
}

/** A uniform in (0, 1) with 48 bits: all of the first word and the upper half of the second. */
function fineUniform(first: number, second: number): number {
  return ((first >>> 0) * 65536 + (second >>> 16) + 0.5) / 281474976710656;
}
