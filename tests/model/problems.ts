import { applyChanges } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import { type Problem, ScenarioError } from "../../src/model/scenario/problem.ts";
import { stillFund } from "./fund.ts";

/** What the still fund with changes is refused with; nothing where it is accepted. */
export function problemsOf(changes: Readonly<Record<string, unknown>>): readonly Problem[] {
  try {
    parseScenario(applyChanges(stillFund, changes));
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
}
