import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFault } from "../../../src/model/scenario/jsonFault.ts";
import { parseJson } from "../../../src/model/scenario/jsonText.ts";

test("any JSON value is read, with or without a byte order mark", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, null, 1);
      expect(parseJson(text)).toEqual(JSON.parse(text));
      expect(parseJson(`\uFEFF${text}`)).toEqual(JSON.parse(text));
      expect(jsonFault(text)).toBeUndefined();
    }),
  );
});

test("a fault is found exactly where the engine refuses the text", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.nat(),
      fc.constantFrom(...'{ } [ ] , : " x 1 - \\'.split(" "), " ", "\n"),
      (value, at, char) => {
        const text = JSON.stringify(value, null, 1);
        const cut = at % (text.length + 1);
        const changed = text.slice(0, cut) + char + text.slice(cut + 1);
        expect(jsonFault(changed) === undefined).toBe(isJson(changed));
      },
    ),
    { numRuns: 1_000 },
  );
});

test("what is no JSON is refused with line and column", () => {
  expect(() => parseJson('{\n  "a": 1,\n  "b": ]\n}')).toThrow(
    'not JSON at line 3, column 8: "]\\n}" cannot stand here',
  );
  expect(() => parseJson('{\n  "a": 1,')).toThrow("not JSON at line 2, column 10: it breaks off here");
  expect(() => parseJson("")).toThrow("not JSON at line 1, column 1: it breaks off here");
  expect(() => parseJson("[1] 2")).toThrow('not JSON at line 1, column 5: "2" cannot stand here');
});

test("half a megabyte of nonsense is refused within four seconds", () => {
  const started = performance.now();
  expect(() => parseJson("[".repeat(500_000))).toThrow(/^not JSON/);
  expect(() => parseJson(`"${"x".repeat(500_000)}`)).toThrow(/^not JSON/);
  expect(() => parseJson("nonsense ".repeat(50_000))).toThrow(/^not JSON at line 1, column 1/);
  expect(performance.now() - started).toBeLessThan(4_000);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
