import { describe, expect, test } from "vitest";
import { fillWords, hashStream, startPath } from "../../../src/model/variates/stream.ts";
import type { SeedKey, Stream } from "../../../src/model/variates/variates.ts";

function firstWords(key: SeedKey, stream: Stream, path: number, count = 4): number[] {
  const state = new Int32Array(4);
  const words = new Int32Array(count);
  startPath(state, hashStream(key, stream), path);
  fillWords(state, words, count);
  return Array.from(words, (word) => word >>> 0);
}

function first(stream: Stream, path: number): number {
  return firstWords([3, 4], stream, path, 1)[0] / 2 ** 32 - 0.5;
}

describe("generator", () => {
  test("xoshiro128++ gives its published sequence from state 1, 2, 3, 4", () => {
    const words = new Int32Array(10);
    fillWords(Int32Array.of(1, 2, 3, 4), words, 10);
    expect(Array.from(words, (word) => word >>> 0)).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
    ]);
  });

  test("a sequence can be drawn in pieces", () => {
    const whole = new Int32Array(12);
    fillWords(Int32Array.of(5, 6, 7, 8), whole, 12);
    const state = Int32Array.of(5, 6, 7, 8);
    const piece = new Int32Array(5);
    fillWords(state, piece, 5);
    fillWords(state, piece, 5);
    expect(Array.from(piece)).toEqual(Array.from(whole.subarray(5, 10)));
  });
});

describe("addressed streams", () => {
  const streams: Stream[] = [
    { risk: "mixing" },
    { risk: "mixing", region: "" },
    { risk: "mixing", region: "common" },
    { risk: "mixing", region: "undefined" },
    { risk: "mixing", region: "ab" },
    { risk: "mixing", region: "ba" },
    { risk: "claims.all", region: "ab" },
    { risk: "claims.all" },
    { risk: "largeEvent", region: "ab" },
  ];

  test("key, path, region and risk each make another stream; common is no region", () => {
    const seen = new Set<string>();
    const keys: SeedKey[] = [
      [1, 2],
      [2, 1],
      [0, 0],
      [0xffffffff, 2],
    ];
    for (const key of keys) {
      for (const stream of streams) {
        for (const path of [0, 1, 2, 65536, 4294967295]) seen.add(firstWords(key, stream, path).join(" "));
      }
    }
    expect(seen.size).toBe(4 * streams.length * 5);
  });

  test("100,000 paths have 100,000 states, none of them zero", () => {
    const hash = hashStream([7, 9], { risk: "decision", region: "hz" });
    const state = new Int32Array(4);
    const seen = new Set<string>();
    for (let path = 0; path < 100000; path += 1) {
      startPath(state, hash, path);
      seen.add(state.join(" "));
    }
    expect(seen.size).toBe(100000);
    expect(seen.has("0 0 0 0")).toBe(false);
  });

  test("one changed bit of path or key changes every state bit with probability near one half", () => {
    const state = new Int32Array(4);
    const other = new Int32Array(4);
    const trials = 2000;
    for (let bit = 0; bit < 32; bit += 5) {
      const flips = new Float64Array(128);
      for (let path = 0; path < trials; path += 1) {
        startPath(state, hashStream([path, 5], { risk: "mixing" }), path);
        const key: SeedKey = bit < 16 ? [path, 5] : [path, 5 ^ (1 << (bit - 16))];
        startPath(other, hashStream(key, { risk: "mixing" }), bit < 16 ? path ^ (1 << bit) : path);
        for (let i = 0; i < 128; i += 1) {
          flips[i] += ((state[i >> 5] ^ other[i >> 5]) >>> (i & 31)) & 1;
        }
      }
      const fiveErrors = 5 * Math.sqrt(trials / 4);
      for (const count of flips) expect(Math.abs(count - trials / 2)).toBeLessThan(fiveErrors);
    }
  });

  test("first words of neighbouring paths, regions and risks are uncorrelated", () => {
    const n = 20000;
    let paths = 0;
    let regions = 0;
    let risks = 0;
    for (let path = 0; path < n; path += 1) {
      const draw = first({ risk: "claims.death", region: "a" }, path);
      paths += draw * first({ risk: "claims.death", region: "a" }, path + 1);
      regions += draw * first({ risk: "claims.death", region: "b" }, path);
      risks += draw * first({ risk: "claims.other", region: "a" }, path);
    }
    const standardError = 1 / (12 * Math.sqrt(n));
    for (const sum of [paths, regions, risks]) expect(Math.abs(sum / n)).toBeLessThan(4.5 * standardError);
  });
});
