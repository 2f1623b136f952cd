import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localHand } from "../../workers/local.ts";
import type { Hand } from "../../workers/member.ts";
import { createPool } from "../../workers/pool.ts";
import { startRun } from "../../workers/run.ts";
import { smallFund } from "./fund.ts";
import { buildThread, spawnThreads } from "./threads.ts";

/** Seconds within which a dead or hanging worker must be noticed. */
const NOTICED = 3;

let script: URL;
let undisturbed: string | undefined;
beforeAll(async () => {
  script = await buildThread();
  undisturbed = (await startRun({ scenarios: [smallFund()] }, createPool(localHand, 1)).outcome).summaries[0]?.digest;
});
afterAll(() => rm(fileURLToPath(new URL(".", script)), { recursive: true }));

interface Watched {
  readonly digest: string | undefined;
  readonly spawned: number;
  /** Seconds from asking for the block at path 250 to the start of the last worker. */
  readonly noticed: number;
}

async function runWith(spawn: () => Hand, size: number): Promise<Watched> {
  let asked = Number.NaN;
  let lastSpawn = Number.NaN;
  let spawned = 0;
  const pool = createPool(() => {
    spawned++;
    lastSpawn = performance.now();
    const hand = spawn();
    const { calls } = hand;
    return {
      ...hand,
      calls: {
        load: (scenarios, rows, months) => calls.load(scenarios, rows, months),
        block: (firstPath, paths) => {
          if (firstPath === 250 && Number.isNaN(asked)) asked = performance.now();
          return calls.block(firstPath, paths);
        },
        summarise: (collections, paths) => calls.summarise(collections, paths),
        trace: (place, path) => calls.trace(place, path),
      },
    };
  }, size);
  try {
    const { summaries } = await startRun({ scenarios: [smallFund()] }, pool).outcome;
    return { digest: summaries[0]?.digest, spawned, noticed: (lastSpawn - asked) / 1000 };
  } finally {
    pool.terminate();
  }
}

test.each(["close", "throw", "spin", "allocate"])(
  "a thread that meets '%s' is noticed within 3 s, its block is run elsewhere and the digest is the undisturbed one",
  async (fault) => {
    const { digest, spawned, noticed } = await runWith(spawnThreads(script, [`${fault}:250`]), 1);
    expect(spawned).toBe(2);
    expect(noticed).toBeLessThan(NOTICED);
    expect(digest).toBe(undisturbed);
  },
);

test("two threads of two that die are both replaced", async () => {
  const { digest, spawned } = await runWith(spawnThreads(script, ["close:250", "close:250"]), 2);
  expect(spawned).toBeGreaterThan(2);
  expect(digest).toBe(undisturbed);
});

test("a block that fails on three workers ends the run in words", async () => {
  await expect(runWith(spawnThreads(script, Array(20).fill("throw:250")), 2)).rejects.toMatchObject({
    name: "WorkerFailure",
    message: "paths 250 to 499 could not be calculated after 3 tries on different workers: planted fault",
  });
});

test("a worker that cannot start ends the run in words", async () => {
  await expect(
    runWith(() => {
      throw new Error("not allowed here");
    }, 2),
  ).rejects.toThrow("no worker could be started: not allowed here");
  await expect(runWith(spawnThreads(new URL("missing.js", script)), 1)).rejects.toThrow(
    /^the scenario could not be calculated after 3 tries on different workers: .*missing/,
  );
});

test("the worker that is to summarise dies: the run is made again", async () => {
  let spawned = 0;
  const spawn = spawnThreads(script);
  const dyingOnce = (): Hand => {
    const hand = spawn();
    const isFirst = spawned++ === 0;
    let fail: (reason: Error) => void = () => {};
    return {
      ...hand,
      calls: {
        load: (scenarios, rows, months) => hand.calls.load(scenarios, rows, months),
        block: (firstPath, paths) => hand.calls.block(firstPath, paths),
        summarise: (collections, paths) => {
          if (isFirst) fail(new Error("ended"));
          return hand.calls.summarise(collections, paths);
        },
        trace: (place, path) => hand.calls.trace(place, path),
      },
      listen: (beat, fault) => {
        fail = fault;
        hand.listen(beat, fault);
      },
    };
  };
  expect((await runWith(dyingOnce, 1)).digest).toBe(undisturbed);
  expect(spawned).toBe(2);
});
