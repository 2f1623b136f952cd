import { expect, test } from "vitest";
import { compareResult, runResult } from "../../src/cli/resultFile.ts";
import { compareResultSchema, resultJsonSchema, runResultSchema } from "../../src/cli/resultSchema.ts";
import { localHand } from "../../workers/local.ts";
import { createPool } from "../../workers/pool.ts";
import { startRun } from "../../workers/run.ts";
import { smallFund } from "../workers/fund.ts";

test("the published JSON Schema is the one the code states (vitest -u rewrites it)", async () => {
  await expect(`${JSON.stringify(resultJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    "../../public/schema/result.v1.json",
  );
});

test("real results of run and compare have the form of the schema, also after a way through a file", async () => {
  const scenarios = [smallFund({ paths: 300 }), smallFund({ paths: 300, rules: withoutMeasure() })];
  const title = { zh: "某省实施意见", en: "Opinion of a province" };
  const documents = [{ id: "provisions/national" }, { id: "provisions/some", number: "某〔2023〕1号", title }];
  const outcome = await startRun({ scenarios }, createPool(localHand, 1)).outcome;
  const result = compareResult(scenarios, outcome, [documents, []]);
  expect(compareResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  const single = runResult(scenarios[0], outcome.summaries[0], documents);
  expect(runResultSchema.parse(JSON.parse(JSON.stringify(single)))).toEqual(single);
  expect(Object.keys(single.triggers)).toContain("act");
  expect(Object.keys(single.definitions)).toContain("denominator");
  expect(single.provisions).toEqual(documents);
  expect(result.alternatives.map(({ provisions }) => provisions)).toEqual([documents, []]);
});

function withoutMeasure() {
  return { ...smallFund().rules, measure: { kind: "none" as const } };
}
