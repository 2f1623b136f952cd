import { expect, inject, test } from "vitest";
import type { Hand } from "../../workers/member.ts";
import { createPool } from "../../workers/pool.ts";
import { startRun } from "../../workers/run.ts";
import { handOf } from "../../workers/spawn.ts";
import { smallFund } from "../workers/fund.ts";
import FaultyWorker from "./faulty.worker.ts?worker";

/** Seconds within which a dead or hanging worker must be noticed. */
const NOTICED = 3;

/** Makes workers named in turn by `names` ("throw:250"); the ones after the last name behave. */
function spawnFaulty(names: readonly string[]): () => Hand {
  const left = [...names];
  return () => handOf(new FaultyWorker({ name: left.shift() ?? "none:0" }));
}

test.each(["close", "throw", "spin", "allocate"])(
  "a worker that meets '%s' is noticed within 3 s, its block is run elsewhere and the digest is the undisturbed one",
  async (fault) => {
    let asked = Number.NaN;
    let replaced = Number.NaN;
    const spawn = spawnFaulty([`${fault}:250`]);
    const pool = createPool(() => {
      replaced = performance.now();
      const hand = spawn();
      return {
        ...hand,
        calls: {
          load: (scenarios, rows, months) => hand.calls.load(scenarios, rows, months),
          block: (firstPath, paths) => {
            if (firstPath === 250 && Number.isNaN(asked)) asked = performance.now();
            return hand.calls.block(firstPath, paths);
          },
          summarise: (collections, paths) => hand.calls.summarise(collections, paths),
          trace: (place, path) => hand.calls.trace(place, path),
        },
      };
    }, 1);
    const { summaries } = await startRun({ scenarios: [smallFund()] }, pool).outcome;
    pool.terminate();
    expect(replaced).toBeGreaterThan(asked);
    expect((replaced - asked) / 1000).toBeLessThan(NOTICED);
    expect(summaries[0]?.digest).toBe(inject("nodeDigest"));
  },
);

test("both workers of two die at once: the digest is the undisturbed one", async () => {
  const pool = createPool(spawnFaulty(["close:0", "spin:250"]), 2);
  const { summaries } = await startRun({ scenarios: [smallFund()] }, pool).outcome;
  pool.terminate();
  expect(summaries[0]?.digest).toBe(inject("nodeDigest"));
});

test("a block that fails on three workers ends the run in words", async () => {
  const pool = createPool(spawnFaulty(["throw:250", "throw:250", "throw:250"]), 1);
  const run = startRun({ scenarios: [smallFund()] }, pool);
  await expect(run.outcome).rejects.toThrow(
    "paths 250 to 499 could not be calculated after 3 tries on different workers: planted fault",
  );
  pool.terminate();
});

test("a worker whose script cannot be had ends the run in words", async () => {
  const pool = createPool(() => handOf(new Worker("/no-such-worker.js", { type: "module" })), 1);
  await expect(startRun({ scenarios: [smallFund()] }, pool).outcome).rejects.toThrow(
    "the scenario could not be calculated after 3 tries on different workers: the worker stopped",
  );
});
