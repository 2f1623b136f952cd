import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import { localHand } from "../../workers/local.ts";
import type { Hand } from "../../workers/member.ts";
import { createPool, type WorkerPool } from "../../workers/pool.ts";
import { rowHeader } from "../../workers/rows.ts";
import { type RunOutcome, type RunRequest, type RunWatch, startRun } from "../../workers/run.ts";
import { reach, serve } from "../../workers/serve.ts";
import { Simulator } from "../../workers/wire.ts";
import { smallFund } from "./fund.ts";
import { buildThread, spawnThreads } from "./threads.ts";

let script: URL;
const pools: WorkerPool[] = [];
beforeAll(async () => {
  script = await buildThread();
});
afterAll(async () => {
  for (const made of pools) made.terminate();
  await rm(fileURLToPath(new URL(".", script)), { recursive: true });
});

function pool(spawn: () => Hand, size: number): WorkerPool {
  const made = createPool(spawn, size);
  pools.push(made);
  return made;
}

async function inProcess(
  scenarios: readonly Scenario[],
  watch?: RunWatch,
  more?: Partial<RunRequest>,
): Promise<RunOutcome> {
  return startRun({ scenarios, ...more }, pool(localHand, 1), watch).outcome;
}

/** Everything of an outcome but the time it took. */
function numbers(outcome: RunOutcome): RunOutcome {
  return { ...outcome, seconds: 0 };
}

async function rowsFrom(scenario: Scenario, on: WorkerPool = pool(localHand, 1)): Promise<string[]> {
  const pieces: string[] = [];
  const onRows = async (rows: Uint8Array): Promise<void> => {
    await new Promise((resume) => setTimeout(resume, 1));
    pieces.push(new TextDecoder().decode(rows));
  };
  await startRun({ scenarios: [scenario] }, on, { onRows }).outcome;
  return pieces.join("").trimEnd().split("\n");
}

// Eight threads start, on a machine that may be busy.
test("the outcome is the same in this thread, over a message channel, and in 1, 2 and 5 threads", async () => {
  const scenarios = [smallFund(), smallFund({ rules: { ...smallFund().rules, measure: { kind: "none" } } })];
  const direct = numbers(await inProcess(scenarios));
  expect(direct.complete).toBe(true);
  expect(direct.paths).toBe(600);
  expect(direct.summaries[0]?.blockDigests).toHaveLength(3);
  expect(numbers(await startRun({ scenarios }, pool(channelHand, 1)).outcome)).toEqual(direct);
  for (const size of [1, 2, 5]) {
    expect(numbers(await startRun({ scenarios }, pool(spawnThreads(script), size)).outcome)).toEqual(direct);
  }
}, 60_000);

test("the first paths of a long run are those of a short run, row by row", async () => {
  const many = await rowsFrom(smallFund(), pool(spawnThreads(script), 2));
  const few = await rowsFrom(smallFund({ paths: 300 }));
  expect(few).toHaveLength(300 * 24 * (1 + smallFund().basis.regions.length));
  expect(many.slice(0, few.length)).toEqual(few);
});

test("the first months of a long horizon are those of a short one, row by row", async () => {
  const long = await rowsFrom(smallFund({ paths: 100, months: 60 }));
  const short = await rowsFrom(smallFund({ paths: 100, months: 24 }));
  const inBoth = new Set(short.map(monthOf));
  expect(long.filter((row) => inBoth.has(monthOf(row)))).toEqual(short);
});

test("a partial outcome on the way is the outcome of so many paths", async () => {
  const partials: RunOutcome[] = [];
  await inProcess([smallFund()], { onPartial: (outcome) => partials.push(outcome) }, { partialAt: [400, 600] });
  const [partial] = partials;
  expect(partials).toHaveLength(1);
  expect(partial?.complete).toBe(false);
  expect(partial?.paths).toBe(500);
  const alone = await inProcess([smallFund({ paths: 500 })]);
  expect(partial?.summaries[0]?.series).toEqual(alone.summaries[0]?.series);
  expect(partial?.summaries[0]?.digest).toBe(alone.summaries[0]?.digest);
});

test("progress counts whole blocks up to the end", async () => {
  const done: number[] = [];
  await inProcess([smallFund()], { onProgress: (progress) => done.push(progress.done) });
  expect(done).toEqual([250, 500, 600]);
});

test("a cancelled run rejects at once, and what was done follows as a partial outcome", async () => {
  const partial = new Promise<RunOutcome>((onPartial) => {
    const run = startRun({ scenarios: [smallFund({ paths: 50_000 })] }, pool(spawnThreads(script), 2), {
      onProgress: ({ done }) => {
        if (done === 500) run.cancel();
      },
      onPartial,
    });
    run.outcome.catch((error: unknown) => {
      expect(error).toMatchObject({ name: "AbortError" });
    });
  });
  expect((await partial).paths).toBe(500);
  expect((await partial).complete).toBe(false);
});

test("a new run on the pool ends the one before it", async () => {
  const on = pool(spawnThreads(script), 2);
  const first = startRun({ scenarios: [smallFund({ paths: 50_000 })] }, on).outcome;
  const second = startRun({ scenarios: [smallFund()] }, on).outcome;
  await expect(first).rejects.toMatchObject({ name: "AbortError" });
  expect((await second).complete).toBe(true);
});

test("a worker refuses bad input with path, expectation and value, all problems at once", async () => {
  const bad = { ...smallFund(), months: -1, extra: 7 } as unknown as Scenario;
  await expect(startRun({ scenarios: [bad] }, pool(spawnThreads(script), 2)).outcome).rejects.toMatchObject({
    name: "ScenarioError",
    problems: [
      { path: "months", value: -1 },
      { path: "extra", value: 7 },
    ],
  });
});

test("alternatives on other months or another seed are refused", async () => {
  await expect(inProcess([smallFund(), smallFund({ months: 36, seed: "other" })])).rejects.toThrow(
    /months: expected 24 as in wuxi-2021, got 36\n.*seed: expected test/,
  );
});

test("rows have the columns of the header, for every path and month in order", async () => {
  const rows = await rowsFrom(smallFund({ paths: 3, months: 6 }));
  expect(rowHeader).toBe(
    "path,month,region,contributionIncome,totalIncome,benefitPayout,totalOutgo,fundBalance,payableMonths,rateLevel\n",
  );
  const cells = rows.map((row) => row.split(","));
  expect(new Set(cells.map((row) => row.length))).toEqual(new Set([10]));
  const ofPool = cells.filter((row) => row[2] === "*");
  expect(ofPool.map((row) => row.slice(0, 2).join(" "))).toEqual(
    ["0", "1", "2"].flatMap((path) => ["1", "2", "3", "4", "5", "6"].map((month) => `${path} 2021-0${month}`)),
  );
});

function monthOf(row: string): string | undefined {
  return row.split(",")[1];
}

function channelHand(): Hand {
  const { port1, port2 } = new MessageChannel();
  serve(port1, (beat) => new Simulator(beat));
  port1.start();
  let onBeat = (): void => {};
  const calls = reach(port2, () => onBeat());
  port2.start();
  return {
    calls,
    listen: (beat) => {
      onBeat = beat;
    },
    terminate: () => port2.close(),
  };
}
