import { expect, test } from "vitest";
import { scenarioJsonSchema } from "../../../src/model/scenario/parse.ts";

test("the published schema is the schema in force", async () => {
  const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../../public/schema/scenario.v1.json");
});

test("it is closed: no object of it takes an unknown key", () => {
  const open: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    if ("properties" in node && Reflect.get(node, "additionalProperties") !== false) open.push(path);
    for (const [key, child] of Object.entries(node)) walk(child, `${path}/${key}`);
  };
  walk(scenarioJsonSchema(), "#");
  expect(open).toEqual([]);
});
