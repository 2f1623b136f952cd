import { expect, it } from "vitest";
import readme from "../../scenarios/provisions/README.md?raw";
import { compile } from "../../src/model/scenario/compile.ts";
import { resolveScenario } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import { bundled, bundledFile } from "./bundled.ts";

const example: unknown = JSON.parse(/```json\n([^]*?)```/.exec(readme)?.[1] ?? "");

it("the example of scenarios/provisions/README.md adds a province by JSON alone", () => {
  const { rules, provisions: _provisions, ...fund } = bundled("zhejiang-2024");
  const { trigger: _trigger, ...others } = rules;
  const file = { ...fund, rules: others, includes: ["provisions/example"] };
  const scenario = parseScenario(
    resolveScenario(file, (id) => (id === "provisions/example" ? example : bundledFile(id))),
  );
  expect(scenario.provisions).toEqual(["provisions/national", "provisions/example"]);
  expect(scenario.rules.trigger).toMatchObject({ kind: "line", level: { value: 6 }, obligation: { value: "shall" } });
  expect(compile(scenario).ledger.triggers).toMatchObject([{ id: "act", level: 6, strict: true }]);
});
