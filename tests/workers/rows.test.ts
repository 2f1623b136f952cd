import fc from "fast-check";
import { expect, test } from "vitest";
import type { LedgerBlock } from "../../src/model/simulation/block.ts";
import { rowsOf } from "../../workers/rows.ts";

const nothing = { first: new Float64Array(), monthsBelow: new Float64Array(), firings: new Float64Array() };

/** Two paths, two months, one region "west"; series s, month t, path p has the number 1000 s + 100 t + p (+ 0.5 in the region). */
function block(): LedgerBlock {
  const numbers = [0, 1, 2, 3, 4, 5, 6].flatMap((s) =>
    [0, 1].flatMap((t) => [0, 1].map((p) => 1_000 * s + 100 * t + p)),
  );
  return {
    firstPath: 250,
    paths: 2,
    months: 2,
    pool: Float64Array.from(numbers),
    regions: Float64Array.from(numbers, (number) => number + 0.5),
    years: new Float64Array(),
    triggers: [],
    depletion: nothing,
    sharing: new Float64Array(),
    tallies: new Float64Array(),
  };
}
const shape = { start: "2024-12", regions: [{ id: "west" }] };

test("rows stand in path order, then month, the pool before its regions", () => {
  const made = block();
  // Payable months of path 250 in the first month: no denominator.
  made.pool[5 * 4] = Number.NaN;
  expect(new TextDecoder().decode(rowsOf(shape, made))).toBe(
    [
      "250,2024-12,*,0,1000,2000,3000,4000,,6000",
      "250,2024-12,west,0.5,1000.5,2000.5,3000.5,4000.5,5000.5,6000.5",
      "250,2025-01,*,100,1100,2100,3100,4100,5100,6100",
      "250,2025-01,west,100.5,1100.5,2100.5,3100.5,4100.5,5100.5,6100.5",
      "251,2024-12,*,1,1001,2001,3001,4001,5001,6001",
      "251,2024-12,west,1.5,1001.5,2001.5,3001.5,4001.5,5001.5,6001.5",
      "251,2025-01,*,101,1101,2101,3101,4101,5101,6101",
      "251,2025-01,west,101.5,1101.5,2101.5,3101.5,4101.5,5101.5,6101.5",
      "",
    ].join("\n"),
  );
});

test("numbers read back as the same float64", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const made = block();
      made.pool[0] = number;
      const [first = ""] = new TextDecoder().decode(rowsOf(shape, made)).split("\n");
      expect(Number(first.split(",")[3]) + 0).toBe(number + 0);
    }),
  );
});
