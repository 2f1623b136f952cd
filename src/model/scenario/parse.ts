import { z } from "zod";
import { checkScenario } from "./check.ts";
import { problemsOf } from "./issues.ts";
import { ScenarioError } from "./problem.ts";
import { type Scenario, scenarioSchema } from "./schema.ts";

/** A Scenario from unknown input; throws a ScenarioError that names every problem at once. */
export function parseScenario(input: unknown): Scenario {
  const parsed = scenarioSchema.safeParse(input);
  const known = parsed.success ? [] : problemsOf(parsed.error.issues, input);
  const problems = [...known, ...checkScenario(input, known)];
  if (!parsed.success || problems.length > 0) throw new ScenarioError(problems);
  return parsed.data;
}

/** The published JSON Schema of a scenario file. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(scenarioSchema, { target: "draft-2020-12", io: "input", reused: "ref" }),
    title: "Fundcast scenario",
  };
}
