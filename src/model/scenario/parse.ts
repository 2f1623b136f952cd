import { z } from "zod";
import { checkScenario } from "./check.ts";
import { problemsOf } from "./issues.ts";
import { type Problem, ScenarioError } from "./problem.ts";
import { type Scenario, scenarioSchema } from "./schema.ts";

/** A Scenario from unknown input; throws a ScenarioError that names every problem at once. */
export function parseScenario(input: unknown): Scenario {
  const { scenario, problems } = examine(input);
  if (scenario === undefined || problems.length > 0) throw new ScenarioError(problems);
  return scenario;
}

/** Everything that is wrong with an input. */
export function scenarioProblems(input: unknown): readonly Problem[] {
  return examine(input).problems;
}

function examine(input: unknown): { readonly scenario: Scenario | undefined; readonly problems: readonly Problem[] } {
  const parsed = scenarioSchema.safeParse(input);
  const known = parsed.success ? [] : problemsOf(parsed.error.issues, input);
  return { scenario: parsed.data, problems: [...known, ...checkScenario(input, known)] };
}

/** The published JSON Schema of a scenario file. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(scenarioSchema, { target: "draft-2020-12", io: "input", reused: "ref" }),
    title: "Fundcast scenario",
  };
}
