import seedrandom from "seedrandom";
import { describe, expect, test } from "vitest";
import { keyOf } from "../../../src/model/variates/seed.ts";

describe("seed text", () => {
  test("seedrandom 3.0.5 gives the recorded figures", () => {
    const recorded: [string, number[], number][] = [
      ["hello.", [0.9282578795792454, 0.3752569768646784, 0.7316977468919549], -308130061],
      ["42", [0.00701751618236155, 0.17185490054868188, 0.967001069269818], 30140002],
      ["zhejiang-2024", [0.5479120383973326, 0.7991058395588019, 0.07628685630138082], -1941703010],
    ];
    for (const [seed, doubles, int32] of recorded) {
      const generator = seedrandom(seed);
      expect([generator(), generator(), generator()]).toEqual(doubles);
      expect(seedrandom(seed).int32()).toBe(int32);
    }
  });

  test("key words are its first two 32-bit outputs, unsigned", () => {
    expect(keyOf("hello.")[0]).toBe(4294967296 - 308130061);
    expect(keyOf("42")[0]).toBe(30140002);
    const generator = seedrandom("zhejiang-2024");
    expect(keyOf("zhejiang-2024")).toEqual([generator.int32() >>> 0, generator.int32() >>> 0]);
  });

  test("near texts and the empty text have keys of their own", () => {
    const keys = ["", " ", "42", " 42", "43", "工伤"].map((text) => keyOf(text).join(" "));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
