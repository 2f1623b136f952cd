import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callEqually, callInRatio } from "../../../src/model/rules/proRataCall.ts";

type Call = typeof callInRatio;

function called(call: Call, balances: readonly number[], amount: number): { came: number; drawn: number[] } {
  const drawn = new Float64Array(balances.length);
  const came = call(Float64Array.from(balances), amount, drawn);
  return { came, drawn: Array.from(drawn) };
}

describe("in ratio to balances not handed up", () => {
  test.each([
    // balances, wanted, given
    [[500, 250, 150], 36, [20, 10, 6]],
    [[500, 250, 150], 900, [500, 250, 150]],
    [[500, 250, 150], 901, [500, 250, 150]],
    [[0, 100, 0], 40, [0, 40, 0]],
    [[100, 300, 0], 40, [10, 30, 0]],
    [[0, 0], 40, [0, 0]],
    [[7], 0, [0]],
  ])("%j, %d wanted: %j", (balances, amount, expected) => {
    const { came, drawn } = called(callInRatio, balances, amount);
    expect(drawn).toEqual(expected);
    expect(came).toBe(expected.reduce((sum, each) => sum + each, 0));
  });

  test("thirds add up to the fen: the last place with a balance takes the remainder", () => {
    const { drawn } = called(callInRatio, [1, 1, 1, 0], 0.1);
    expect(drawn.reduce((sum, each) => sum + each, 0)).toBe(0.1);
    expect(drawn[3]).toBe(0);
  });
});

describe("in equal amounts", () => {
  test.each([
    [[500, 250, 150], 36, [12, 12, 12]],
    [[500, 250, 5], 36, [15.5, 15.5, 5]],
    [[500, 10, 5], 36, [21, 10, 5]],
    [[500, 250, 150], 901, [500, 250, 150]],
    [[0, 100, 0], 40, [0, 40, 0]],
  ])("%j, %d wanted: %j", (balances, amount, expected) => {
    const { came, drawn } = called(callEqually, balances, amount);
    expect(drawn).toEqual(expected);
    expect(came).toBe(expected.reduce((sum, each) => sum + each, 0));
  });

  test("a place that gives all it has in two rounds gives just that, whatever the rounding", () => {
    const tiny = 5e-324;
    const held = [tiny, tiny, tiny, tiny, tiny, 999999776.5771576, tiny];
    expect(called(callEqually, held, 2999999464.278454).drawn).toEqual(held);
  });
});

test("what leaves the places is what comes: never more than wanted, than held, or less than both", () => {
  const balances = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e9, noNaN: true })), { minLength: 1 });
  fc.assert(
    fc.property(balances, fc.double({ min: 0, max: 3e9, noNaN: true }), fc.boolean(), (held, amount, equal) => {
      const { came, drawn } = called(equal ? callEqually : callInRatio, held, amount);
      const total = held.reduce((sum, each) => sum + each, 0);
      const given = drawn.reduce((sum, each) => sum + each, 0);
      drawn.forEach((each, r) => {
        expect(each).toBeGreaterThanOrEqual(0);
        expect(each).toBeLessThanOrEqual(held[r] ?? 0);
      });
      expect(Math.abs(given - came)).toBeLessThan(0.005);
      expect(Math.abs(came - Math.min(amount, total))).toBeLessThan(0.005);
    }),
    { numRuns: 300 },
  );
});
