import { expect, inject, test } from "vitest";
import { localHand } from "../../workers/local.ts";
import { createPool } from "../../workers/pool.ts";
import { startRun } from "../../workers/run.ts";
import { spawn } from "../../workers/spawn.ts";
import { smallFund } from "../workers/fund.ts";

test("the browser's own thread gives the digest that Node gives", async () => {
  const { summaries } = await startRun({ scenarios: [smallFund()] }, createPool(localHand, 1)).outcome;
  expect(summaries[0]?.digest).toBe(inject("nodeDigest"));
});

test.each([1, 2, 5])("%s web workers give the digest that Node gives", async (size) => {
  const pool = createPool(spawn, size);
  const { summaries } = await startRun({ scenarios: [smallFund()] }, pool).outcome;
  pool.terminate();
  expect(summaries[0]?.digest).toBe(inject("nodeDigest"));
});
