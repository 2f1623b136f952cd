import { expect, test } from "vitest";
import { readWords } from "../../src/cli/words.ts";

test("run with all its options", () => {
  const words = "run a.json --paths 500 --seed 42 --months 24 --workers 0 --json o.json --paths-csv o.csv".split(" ");
  expect(readWords([...words, "--set", "a.b=1.5", "--set", "c=[1,2]", "--set", "d=no json = text"])).toEqual({
    command: "run",
    files: ["a.json"],
    overrides: { paths: 500, seed: "42" },
    months: 24,
    changes: { "a.b": 1.5, c: [1, 2], d: "no json = text" },
    workers: 0,
    json: "o.json",
    pathsCsv: "o.csv",
  });
});

test("without overrides the file decides", () => {
  expect(readWords(["compare", "a.json", "b.json", "c.json", "--json", "o.json"])).toMatchObject({
    command: "compare",
    files: ["a.json", "b.json", "c.json"],
    overrides: {},
    changes: {},
    pathsCsv: undefined,
  });
  expect(readWords(["validate", "a.json"])).toMatchObject({ command: "validate", files: ["a.json"] });
});

test.each([
  ["", "no command"],
  ["fly a.json", 'no command "fly"'],
  ["run", "run takes one scenario file, got 0"],
  ["run a.json b.json --json o", "run takes one scenario file, got 2"],
  ["run a.json", "run needs --json"],
  ["compare a.json --json o", "compare takes two or more"],
  ["compare a.json b.json", "compare needs --json"],
  ["compare a.json b.json --json o --paths-csv p", "compare writes no --paths-csv"],
  ["validate", "validate takes one"],
  ["validate a.json --json o", "validate takes no --json"],
  ["validate a.json --months 5", "validate takes no --months"],
  ["run a.json --json o --paths ten", '--paths: expected a whole number of at least 1, got "ten"'],
  ["run a.json --json o --paths 0", '--paths: expected a whole number of at least 1, got "0"'],
  ["run a.json --json o --paths 1e3", '--paths: expected a whole number of at least 1, got "1e3"'],
  ["run a.json --json o --months 2.5", '--months: expected a whole number from 1 to 600, got "2.5"'],
  ["run a.json --json o --workers 999", '--workers: expected a whole number from 0 to 256, got "999"'],
  ["run a.json --json o --set novalue", '--set: expected path=value, got "novalue"'],
  ["run a.json --json o --speed 3", "--speed"],
])("'%s' is refused: %s", (words, reason) => {
  expect(() => readWords(words.split(" ").filter((word) => word !== ""))).toThrow(reason);
});
