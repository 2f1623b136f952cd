import { resolve } from "node:path";
import { rowHeader } from "../../workers/rows.ts";
import { compile } from "../model/scenario/compile.ts";
import { ScenarioError } from "../model/scenario/problem.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { calculate } from "./calculate.ts";
import { compareResult, runResult } from "./resultFile.ts";
import { documentsBeside, filesRead, readScenario } from "./scenarioFile.ts";
import { UsageError } from "./usage.ts";
import { writeWhole } from "./wholeFile.ts";
import type { Words } from "./words.ts";

/** Runs one scenario; writes the result and, if asked for, the paths. */
export async function run(words: Words, signal: AbortSignal): Promise<void> {
  const { files, json, pathsCsv, workers } = words;
  if (json !== undefined && pathsCsv !== undefined && resolve(json) === resolve(pathsCsv)) {
    throw new UsageError(`--json and --paths-csv: expected two files, got ${json} twice`);
  }
  keepScenarios(files, { "--json": json, "--paths-csv": pathsCsv });
  const scenario = readScenario(files[0] ?? "", words);
  const documents = documentsBeside(files[0] ?? "", scenario);
  await writeWhole([json, pathsCsv], async ([result, csv]) => {
    await csv?.write(rowHeader);
    const outcome = await calculate(
      { scenarios: [scenario], ...horizon(words) },
      workers,
      signal,
      csv && ((rows) => csv.write(rows)),
    );
    const [summary] = outcome.summaries;
    if (summary === undefined) throw new Error("nothing was run");
    await result?.write(textOf(runResult(scenario, summary, documents)));
    signal.throwIfAborted();
  });
}

/** Runs all scenarios on the first one's paths and seed; the first is the baseline. */
export async function compare(words: Words, signal: AbortSignal): Promise<void> {
  const { files, json, workers, changes, months } = words;
  keepScenarios(files, { "--json": json });
  const baseline = readScenario(files[0] ?? "", words);
  const { paths, seed } = baseline;
  const others = files.slice(1).map((file) => {
    const scenario = readScenario(file, { changes, overrides: { paths, seed } });
    refuseOtherHorizon(file, scenario, baseline, months === undefined);
    return scenario;
  });
  const scenarios = [baseline, ...others];
  const documents = scenarios.map((scenario, i) => documentsBeside(files[i] ?? "", scenario));
  await writeWhole([json], async ([result]) => {
    const outcome = await calculate({ scenarios, ...horizon(words) }, workers, signal);
    await result?.write(textOf(compareResult(scenarios, outcome, documents)));
    signal.throwIfAborted();
  });
}

/** Says on stdout that the scenario is valid, with its id and digest; throws a ScenarioError with all problems otherwise. */
export function validate(words: Words): void {
  const { shape } = compile(readScenario(words.files[0] ?? "", words));
  process.stdout.write(`valid: ${shape.scenario} ${shape.scenarioDigest}\n`);
}

/** The horizon of --months, which takes the place of the files' own. */
function horizon({ months }: Words): { readonly months?: number } {
  return months === undefined ? {} : { months };
}

/** Refuses to write a result over a scenario that is read, or over its base. */
function keepScenarios(files: readonly string[], outputs: Readonly<Record<string, string | undefined>>): void {
  const read = new Set(files.flatMap(filesRead).map((file) => resolve(file)));
  for (const [option, name] of Object.entries(outputs)) {
    if (name !== undefined && read.has(resolve(name))) {
      throw new UsageError(`${option}: expected another file than the scenario that is read, got ${name}`);
    }
  }
}

function refuseOtherHorizon(file: string, scenario: Scenario, baseline: Scenario, ownMonths: boolean): void {
  const problems = (ownMonths ? (["start", "months"] as const) : (["start"] as const))
    .filter((key) => scenario[key] !== baseline[key])
    .map((key) => ({
      path: `${file}: ${key}`,
      expected: `${baseline[key]} as in ${baseline.id}`,
      value: scenario[key],
    }));
  if (problems.length > 0) throw new ScenarioError(problems);
}

function textOf(result: object): string {
  return `${JSON.stringify(result)}\n`;
}
