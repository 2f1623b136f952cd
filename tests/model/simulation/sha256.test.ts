import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/model/simulation/sha256.ts";

const reference = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("sha256", () => {
  test("the examples of FIPS 180-4", () => {
    expect(sha256(new Uint8Array(0))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256(Uint8Array.from("abc", (c) => c.charCodeAt(0)))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  test("every length around one, two and three blocks as node:crypto", () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
      expect(sha256(bytes)).toBe(reference(bytes));
    }
  });

  test("any bytes, also a view into a larger buffer", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(7), (bytes, offset) => {
        expect(sha256(bytes.subarray(offset))).toBe(reference(bytes.subarray(offset)));
      }),
    );
  });

  test("a megabyte", () => {
    const bytes = new Uint8Array(1 << 20).map((_, i) => Math.imul(i, 2654435761) >>> 24);
    expect(sha256(bytes)).toBe(reference(bytes));
  });
});
