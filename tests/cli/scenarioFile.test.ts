import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentsBeside, readScenario } from "../../src/cli/scenarioFile.ts";
import { smallFund } from "../workers/fund.ts";

const plain = { changes: {}, overrides: {} };
let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "scenario-"));
  await writeFile(at("wuxi-2021.json"), JSON.stringify(smallFund()));
  await writeFile(
    at("longer.json"),
    JSON.stringify({ base: "wuxi-2021", id: "longer", changes: { "drivers.wageGrowth.mean": 0.03 } }),
  );
  await writeFile(at("orphan.json"), JSON.stringify({ base: "nowhere", id: "orphan", changes: {} }));
  await writeFile(at("outside.json"), JSON.stringify({ base: "../longer", id: "outside", changes: {} }));
  await writeFile(at("bad.json"), JSON.stringify({ ...smallFund(), months: -1, extra: true }));
  await writeFile(at("broken.json"), '{\n "schema": 1,,\n}');
  await writeFile(at("huge.json"), "x".repeat(10_000_000));
});
afterAll(() => rm(folder, { recursive: true }));

test("a base is found beside the file; changes of the command line come after those of the file", () => {
  expect(readScenario(at("longer.json"), plain).drivers.wageGrowth.mean.value).toBe(0.03);
  const changed = readScenario(at("longer.json"), {
    changes: { "drivers.wageGrowth.mean": 0.05 },
    overrides: { paths: 77, seed: "s" },
  });
  expect(changed.drivers.wageGrowth.mean).toMatchObject({ value: 0.05, basis: "assumption" });
  expect(changed).toMatchObject({ id: "longer", paths: 77, seed: "s" });
});

test("all problems of a file at once, each with the file's name", () => {
  expect(() => readScenario(at("bad.json"), plain)).toThrow(
    new RegExp(
      `^${at("bad.json")}: months: expected .*≥ 1, got -1\n.*bad.json: extra: expected no such key, got true$`,
    ),
  );
});

test.each([
  ["missing.json", "there is no such file"],
  ["broken.json", "not JSON at line 2, column 14"],
  ["huge.json", "expected at most 5 MB, got 10.0 MB"],
  ["orphan.json", "nowhere.json: there is no such file"],
  ["outside.json", "base: expected the id of a scenario beside this file"],
  [".", "this is a folder"],
])("%s is refused: %s", (name, reason) => {
  expect(() => readScenario(at(name), plain)).toThrow(reason);
});

test("a change that fits nowhere is refused", () => {
  expect(() => readScenario(at("wuxi-2021.json"), { changes: { "rules.nothing.here": 1 }, overrides: {} })).toThrow(
    "there is no rules.nothing",
  );
});

test("a result names the documents in force: with number and title those beside the scenario, the others by id alone", async () => {
  const title = { zh: "某省实施意见", en: "Opinion of a province" };
  const words = { zh: "某省", en: "A province" };
  const document = { title, number: "某〔2023〕1号", issuer: words, pool: words };
  const file = { schema: 1, id: "provisions/some", document, rules: {}, articles: [] };
  await mkdir(at("provisions"));
  await writeFile(at("provisions/some.json"), JSON.stringify(file));
  const provisions = ["provisions/elsewhere", "provisions/some", "../provisions/some"];
  expect(documentsBeside(at("wuxi-2021.json"), smallFund({ provisions }))).toEqual([
    { id: "provisions/elsewhere" },
    { id: "provisions/some", number: "某〔2023〕1号", title },
    { id: "../provisions/some" },
  ]);
  expect(documentsBeside(at("wuxi-2021.json"), smallFund())).toEqual([]);
});
