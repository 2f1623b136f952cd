import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { compareResultSchema, runResultSchema } from "../../src/cli/resultSchema.ts";
import { resolveScenario } from "../../src/model/scenario/overlay.ts";
import { cli } from "./command.ts";

const wuxi = "scenarios/wuxi-2021.json";
let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  // Builds the command line if need be, so that no later call waits for it.
  expect((await cli(["--help"])).status).toBe(0);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cli-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function rows(name: string): Promise<string[]> {
  return (await readFile(at(name), "utf8")).trimEnd().split("\n").slice(1);
}

test("run writes the contract, with the same digest and bytes on 0, 1, 2 and 5 workers", async () => {
  const texts: string[] = [];
  for (const workers of ["0", "1", "2", "5"]) {
    const out = at(`out-${workers}.json`);
    const ended = await cli(["run", wuxi, "--paths", "600", "--seed", "42", "--workers", workers, "--json", out]);
    expect(ended).toMatchObject({ status: 0, stdout: "" });
    texts.push(await readFile(out, "utf8"));
  }
  expect(new Set(texts).size).toBe(1);
  const result = runResultSchema.parse(JSON.parse(texts[0] ?? ""));
  expect(result).toMatchObject({ scenario: { id: "wuxi-2021" }, seed: "42", paths: 600 });
  expect(result.blockDigests).toHaveLength(3);
});

test("progress is JSON lines on stderr that end at the number of paths", async () => {
  const { stderr } = await cli(["run", wuxi, "--paths", "600", "--json", at("out.json")]);
  const lines = stderr
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { done: number; of: number });
  expect(lines[lines.length - 1]).toMatchObject({ done: 600, of: 600 });
});

test("rows of fewer paths and of a shorter horizon are rows of the longer run", async () => {
  const run = (name: string, ...more: string[]): Promise<unknown> =>
    cli(["run", wuxi, "--seed", "42", "--json", at("out.json"), "--paths-csv", at(name), ...more]);
  await run("long.csv", "--paths", "600");
  await run("few.csv", "--paths", "100");
  await run("short.csv", "--paths", "600", "--months", "24");
  const long = await rows("long.csv");
  const few = await rows("few.csv");
  const short = await rows("short.csv");
  expect(long.slice(0, few.length)).toEqual(few);
  const inBoth = new Set(short.map((row) => row.split(",")[1]));
  expect(inBoth.size).toBe(24);
  expect(long.filter((row) => inBoth.has(row.split(",")[1]))).toEqual(short);
});

test("--set changes the scenario, and its digest", async () => {
  const digestOf = async (...more: string[]): Promise<string> => (await cli(["validate", wuxi, ...more])).stdout;
  expect(await digestOf()).toMatch(/^valid: wuxi-2021 [0-9a-f]{64}\n$/);
  expect(await digestOf("--set", "drivers.wageGrowth.mean=0.01")).not.toBe(await digestOf());
});

test("compare runs all on the first one's paths and seed; a copy differs by exactly zero", async () => {
  const raised = "scenarios/wuxi-2021-times-1.15.json";
  const words = ["compare", wuxi, raised, wuxi, "--paths", "500", "--json", at("out.json")];
  expect(await cli(words)).toMatchObject({ status: 0, stdout: "" });
  const { alternatives } = compareResultSchema.parse(JSON.parse(await readFile(at("out.json"), "utf8")));
  expect(alternatives.map(({ scenario }) => scenario.id)).toEqual(["wuxi-2021", "wuxi-2021-times-1.15", "wuxi-2021"]);
  expect(alternatives.map(({ difference }) => difference?.identical)).toEqual([undefined, false, true]);
  const same = alternatives[2]?.difference?.series["fundBalance"];
  expect(new Set(Object.values(same ?? {}).flat())).toEqual(new Set([0]));
  expect(alternatives[0]?.digest).toBe(alternatives[2]?.digest);
  expect(alternatives[0]?.digest).not.toBe(alternatives[1]?.digest);
});

test("compare refuses another horizon, in words", async () => {
  const whole = resolveScenario(JSON.parse(await readFile(wuxi, "utf8")), () => undefined) as { months: number };
  await writeFile(at("longer.json"), JSON.stringify({ ...whole, months: whole.months + 12 }));
  const ended = await cli(["compare", wuxi, at("longer.json"), "--paths", "250", "--json", at("out.json")]);
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain(
    `longer.json: months: expected ${whole.months} as in wuxi-2021, got ${whole.months + 12}`,
  );
  const stated = ["--months", "24", "--paths", "250"];
  expect(await cli(["compare", wuxi, at("longer.json"), ...stated, "--json", at("out.json")])).toMatchObject({
    status: 0,
  });
});

test.each([
  [["run", "package.json"], "package.json: name: expected no such key"],
  [["run", "nowhere.json"], "nowhere.json: there is no such file"],
  [["run", wuxi, "--paths", "-5"], "--paths"],
  [["run", wuxi, "--paths", "900000"], "paths: expected a number ≤ 200000, got 900000"],
  [["run", wuxi, "--months", "0"], "--months"],
  [["run", wuxi, "--set", "nothing.here=1"], "there is no nothing"],
  [["fly"], 'no command "fly"'],
])("%s ends with status 2, the reason on stderr and nothing written", async (words, reason) => {
  const ended = await cli([...words, "--json", at("out.json"), "--paths-csv", at("out.csv")]);
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain(reason);
  expect(ended.stdout).toBe("");
  expect(await readdir(folder)).toEqual([]);
});

test("ten megabytes of nonsense are refused at once", async () => {
  await writeFile(at("huge.json"), "nonsense ".repeat(1_200_000));
  const ended = await cli(["validate", at("huge.json")]);
  expect(ended).toMatchObject({ status: 2, stdout: "" });
  expect(ended.stderr).toContain("expected at most 5 MB, got 10.8 MB");
});

test("a place where nothing can be written is refused before the run", async () => {
  const ended = await cli(["run", wuxi, "--json", at("no/folder/out.json")]);
  expect(ended.status).toBe(2);
  expect(ended.stderr).toBe(`${at("no/folder/out.json")}: cannot be written (there is no such folder)\n`);
});

test.each([
  ["SIGINT", "2"],
  ["SIGTERM", "2"],
  ["SIGINT", "0"],
] as const)("%s with %s workers ends with status 130 and leaves no file", async (signal, workers) => {
  let asked = Number.NaN;
  const words = ["--workers", workers, "--json", at("out.json"), "--paths-csv", at("out.csv")];
  const ended = await cli(["run", wuxi, "--paths", "200000", ...words], (_, end) => {
    if (!Number.isNaN(asked)) return;
    asked = performance.now();
    end(signal);
  });
  expect(ended.status).toBe(130);
  expect(performance.now() - asked).toBeLessThan(3_000);
  expect(await readdir(folder)).toEqual([]);
});
