import seedrandom from "seedrandom";
import type { SeedKey } from "./variates.ts";

/**
 * The two key words of a seed text: the first two 32-bit outputs of `seedrandom` for it, unsigned. Any text is a seed,
 * the empty one too; texts are not trimmed or folded, so "42" and " 42" are different seeds.
 */
export function keyOf(seedText: string): SeedKey {
  const generator = seedrandom(seedText);
  return [generator.int32() >>> 0, generator.int32() >>> 0];
}
