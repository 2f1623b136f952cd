import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOfBlock, digestOfRun } from "../../../src/model/simulation/digest.ts";

const reference = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function littleEndian(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, i) => bytes.writeDoubleLE(value, i * 8));
  return bytes;
}

describe("digest of a block", () => {
  test("goes path by path, month by month, column by column", () => {
    // Value = 100 path + 10 month + column, stored as a block stores it: (column * months + t) * paths + p.
    const pool = new Float64Array(7 * 2 * 2);
    const table: number[] = [];
    for (let p = 0; p < 2; p += 1)
      for (let t = 0; t < 2; t += 1)
        for (let s = 0; s < 7; s += 1) {
          table.push(100 * p + 10 * t + s);
          pool[(s * 2 + t) * 2 + p] = 100 * p + 10 * t + s;
        }
    expect(digestOfBlock({ paths: 2, months: 2, pool })).toBe(reference(littleEndian(table)));
  });

  test("takes -0 as 0 and any NaN as 7ff8000000000000", () => {
    const pool = new Float64Array([-0, 0, 1, 2, 3, 4, 5]);
    const bytes = Buffer.from(littleEndian([0, 0, 1, 2, 3, 4, 5]));
    expect(digestOfBlock({ paths: 1, months: 1, pool })).toBe(reference(bytes));
    const words = new Uint32Array(pool.buffer);
    words[11] = 0xfff80000;
    words[10] = 0x12345678;
    expect(pool[5]).toBeNaN();
    bytes.set([0, 0, 0, 0, 0, 0, 0xf8, 0x7f], 5 * 8);
    expect(digestOfBlock({ paths: 1, months: 1, pool })).toBe(reference(bytes));
  });

  test("changes if any one value changes by one unit in the last place", () => {
    fc.assert(
      fc.property(fc.nat(7 * 3 * 5 - 1), fc.double({ min: 1, max: 1e12, noNaN: true }), (place, value) => {
        const pool = new Float64Array(7 * 3 * 5).fill(value);
        const before = digestOfBlock({ paths: 5, months: 3, pool });
        new Uint32Array(pool.buffer)[2 * place] ^= 1;
        expect(digestOfBlock({ paths: 5, months: 3, pool })).not.toBe(before);
      }),
    );
  });
});

test("the digest of a run is that of the joined hex text of its blocks", () => {
  const [a, b] = [reference(Buffer.from("a")), reference(Buffer.from("b"))];
  expect(digestOfRun([a, b])).toBe(reference(Buffer.from(a + b, "ascii")));
  expect(digestOfRun([a, b])).not.toBe(digestOfRun([b, a]));
});
