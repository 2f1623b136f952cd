import wuxi from "../../scenarios/wuxi-2021.json" with { type: "json" };
import { parseScenario } from "../../src/model/scenario/parse.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";

/** Wuxi, small enough to be run many times in a test: three blocks, the last one short. */
export function smallFund(changes: Partial<Scenario> = {}): Scenario {
  return { ...parseScenario(wuxi), paths: 600, months: 24, seed: "test", ...changes };
}
