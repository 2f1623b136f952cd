import fc from "fast-check";
import { expect, test } from "vitest";
import { probability as wilson } from "../../src/model/simulation/probability.ts";
import { probability } from "../../src/text/numbers.ts";

test("what some paths did is never shown as 0% or 100%, and what none or all did is a bound", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 200_000 }), fc.nat(), (paths, share) => {
      const fired = share % (paths + 1);
      const { value } = probability(wilson(fired, paths), "zh");
      const shown = Number(value.replace(/[<>%]/g, ""));
      expect(shown).toBeGreaterThan(0);
      expect(shown).toBeLessThan(100);
      expect(/^[<>]/.test(value)).toBe(fired === 0 || fired === paths);
    }),
    {
      numRuns: 2_000,
      examples: [
        [1_000, 0],
        [1_000, 1],
        [1_000, 999],
        [1_000, 1_000],
        [200_000, 199_999],
        [100_001, 5],
        [100_001, 99_996],
      ],
    },
  );
});
