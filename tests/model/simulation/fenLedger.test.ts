import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeFen } from "../../../src/model/simulation/fenLedger.ts";

test.each([
  // parts in yuan, whole fen
  [
    [1, 2],
    [100, 200],
  ],
  [
    [0.005, 0.005],
    [0, 1],
  ],
  [
    [1 / 3, 1 / 3, 1 / 3],
    [33, 33, 34],
  ],
  [
    [66.666, 33.334],
    [6667, 3333],
  ],
  [
    [10.004, 0.004, 0.004],
    [1000, 0, 1],
  ],
  [
    [0, 0],
    [0, 0],
  ],
])("%j yuan in whole fen", (amounts, fen) => {
  expect(wholeFen(amounts).map(Number)).toEqual(fen);
});

test("parts in whole fen add up to the rounded sum, none further than a fen from its amount", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e10, noNaN: true }), { minLength: 1, maxLength: 8 }), (amounts) => {
      const fen = wholeFen(amounts).map(Number);
      const sum = amounts.reduce((total, each) => total + each, 0);
      expect(Math.abs(fen.reduce((total, each) => total + each, 0) - sum * 100)).toBeLessThan(0.51 + sum * 1e-13);
      for (const [i, amount] of amounts.entries()) expect(Math.abs((fen[i] ?? 0) - amount * 100)).toBeLessThan(1.0001);
    }),
  );
});
