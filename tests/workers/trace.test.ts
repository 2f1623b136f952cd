import { expect, test } from "vitest";
import { compile } from "../../src/model/scenario/compile.ts";
import { tracePath } from "../../src/model/simulation/trace.ts";
import { createExactVariates } from "../../src/model/variates/exact.ts";
import { localHand } from "../../workers/local.ts";
import { createPool } from "../../workers/pool.ts";
import { startRun } from "../../workers/run.ts";
import { openTracer } from "../../workers/trace.ts";
import { smallFund } from "./fund.ts";

const others = smallFund({ rules: { ...smallFund().rules, measure: { kind: "none" } } });

test("a traced path is that of the scenario in its place", async () => {
  const tracer = openTracer([smallFund(), others], createPool(localHand, 1));
  for (const [place, scenario] of [smallFund(), others].entries()) {
    const alone = tracePath(compile(scenario), createExactVariates(), 599);
    expect(await tracer.trace(place, 599)).toEqual(alone);
  }
});

test("a run goes on beside a traced path", async () => {
  const run = startRun({ scenarios: [smallFund()] }, createPool(localHand, 1)).outcome;
  const { path } = await openTracer([smallFund()], createPool(localHand, 1)).trace(0, 7);
  expect(path).toBe(7);
  expect((await run).complete).toBe(true);
});

test("bad input is refused in words, and a tracer of other scenarios takes the place of the one before", async () => {
  const pool = createPool(localHand, 1);
  const bad = { ...smallFund(), months: -1 };
  await expect(openTracer([bad], pool).trace(0, 0)).rejects.toMatchObject({
    name: "ScenarioError",
    problems: [{ path: "months", value: -1 }],
  });
  const first = openTracer([smallFund()], pool);
  const second = openTracer([others], pool);
  await expect(first.trace(0, 0)).rejects.toMatchObject({ name: "AbortError" });
  expect((await second.trace(0, 0)).path).toBe(0);
});
