import type { SeedKey, Stream } from "./variates.ts";

/**
 * One xoshiro128++ generator (Blackman and Vigna) per stream and path. Its 128-bit state is a hash of the stream's name and
 * the path, so any path can be begun alone and no stream depends on which others exist.
 */

/** Steps a 4-word state `count` times and writes the outputs as signed 32-bit words to the beginning of `words`. */
export function fillWords(state: Int32Array, words: Int32Array, count: number): void {
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  for (let i = 0; i < count; i += 1) {
    const sum = (a + d) | 0;
    words[i] = ((sum << 7) | (sum >>> 25)) + a;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

/**
 * Hash of key and stream name, to be finished by `startPath`. What all regions share is told apart from every region by a
 * tag, and names are preceded by their length, so no two streams hash the same sequence of words.
 */
export function hashStream(key: SeedKey, stream: Stream): Int32Array {
  const hash = Int32Array.of(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344);
  absorb(hash, key[0]);
  absorb(hash, key[1]);
  absorbText(hash, stream.risk);
  absorb(hash, stream.region === undefined ? 0 : 1);
  if (stream.region !== undefined) absorbText(hash, stream.region);
  return hash;
}

/** Sets `state` to the beginning of the stream with hash `hash` on path number `path`. Never the all-zero state. */
export function startPath(state: Int32Array, hash: Int32Array, path: number): void {
  state.set(hash);
  absorb(state, path);
  absorb(state, state[3]);
  if ((state[0] | state[1] | state[2] | state[3]) === 0) state[0] = 1;
}

function absorbText(hash: Int32Array, text: string): void {
  absorb(hash, text.length);
  for (let i = 0; i < text.length; i += 1) absorb(hash, text.charCodeAt(i));
}

/** One to one in the hash for a given word and in the word for a given hash, so unequal paths never share a state. */
function absorb(hash: Int32Array, word: number): void {
  hash[0] = avalanche((hash[0] ^ word) + 0x3c6ef372);
  hash[1] = avalanche(hash[1] ^ hash[0]);
  hash[2] = avalanche(hash[2] + hash[1]);
  hash[3] = avalanche(hash[3] ^ hash[2]);
}

/** The 32-bit finaliser of MurmurHash3: each input bit changes each output bit with a probability near one half. */
function avalanche(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
