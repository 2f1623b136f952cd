import { expect, inject, test } from "vitest";
import type { Hand } from "../../workers/member.ts";
import { createPool } from "../../workers/pool.ts";
import { type RunHandle, type RunOutcome, startRun } from "../../workers/run.ts";
import { spawn } from "../../workers/spawn.ts";
import { bundled } from "../scenarios/bundled.ts";
import { smallFund } from "../workers/fund.ts";

/** Milliseconds within which the page must be idle after a cancel. */
const ANSWERED = 200;

/** A pool that knows how many of its workers live; one that waits for a task when a run is cancelled lives on. */
function countedPool(size: number) {
  let living = 0;
  const pool = createPool((): Hand => {
    living++;
    const hand = spawn();
    return {
      ...hand,
      terminate: () => {
        living--;
        return hand.terminate();
      },
    };
  }, size);
  return { pool, living: () => living };
}

/** Milliseconds from the cancel until the outcome has rejected and the thread has run another task. */
async function cancelled(run: RunHandle): Promise<number> {
  const asked = performance.now();
  run.cancel();
  await expect(run.outcome).rejects.toMatchObject({ name: "AbortError" });
  await new Promise((resume) => setTimeout(resume, 0));
  return performance.now() - asked;
}

/** Resolves when so many paths of the run are done. */
function startUntil(pool: ReturnType<typeof createPool>, wanted: number, onPartial?: (outcome: RunOutcome) => void) {
  return new Promise<RunHandle>((resolve) => {
    const run = startRun({ scenarios: [smallFund({ paths: 5_000 })] }, pool, {
      onProgress: ({ done }) => {
        if (done >= wanted) resolve(run);
      },
      ...(onPartial === undefined ? {} : { onPartial }),
    });
    if (wanted === 0) resolve(run);
  });
}

test.each([0, 250, 2_000, 4_750])("cancelled after %s of 5,000 paths, a run answers within 200 ms", async (done) => {
  const { pool, living } = countedPool(2);
  const run = await startUntil(pool, done);
  expect(await cancelled(run)).toBeLessThan(ANSWERED);
  expect(living()).toBeLessThanOrEqual(2);
  pool.terminate();
  expect(living()).toBe(0);
});

test("what was done before a cancel follows as a partial outcome", async () => {
  const { pool } = countedPool(2);
  const partial = await new Promise<RunOutcome>((onPartial) => {
    void startUntil(pool, 1_000, onPartial).then(cancelled);
  });
  expect(partial.complete).toBe(false);
  expect(partial.paths).toBeGreaterThanOrEqual(1_000);
  expect(partial.paths % 250).toBe(0);
  pool.terminate();
});

test("after 20 starts and cancels no more workers live than the pool has, and a run gives the right digest", async () => {
  const { pool, living } = countedPool(2);
  for (let cycle = 0; cycle < 20; cycle++) {
    const run = await startUntil(pool, cycle % 2 === 0 ? 0 : 250);
    expect(await cancelled(run)).toBeLessThan(ANSWERED);
    expect(living()).toBeLessThanOrEqual(2);
  }
  const { summaries } = await startRun({ scenarios: [smallFund()] }, pool).outcome;
  expect(summaries[0]?.digest).toBe(inject("nodeDigest"));
  expect(living()).toBeLessThanOrEqual(2);
  pool.terminate();
  expect(living()).toBe(0);
});

test("a province with three rule sets answers a cancel within 200 ms, whatever the page's thread is at", async () => {
  const { pool } = countedPool(2);
  const scenarios = ["zhejiang-2024", "zhejiang-2024-at-12", "zhejiang-2024-never"].map((id) => bundled(id));
  for (const wait of [0, 5, 20]) {
    const run = await new Promise<RunHandle>((resolve) => {
      const begun = startRun({ scenarios }, pool, {
        onProgress: ({ done }) => {
          if (done >= 500) setTimeout(() => resolve(begun), wait);
        },
      });
    });
    expect(await cancelled(run)).toBeLessThan(ANSWERED);
  }
  pool.terminate();
}, 120_000);
