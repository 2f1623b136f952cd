import { transfer } from "comlink";
import { compile } from "../src/model/scenario/compile.ts";
import { parseScenario } from "../src/model/scenario/parse.ts";
import type { Plan } from "../src/model/scenario/plan.ts";
import { type Problem, ScenarioError } from "../src/model/scenario/problem.ts";
import type { Scenario } from "../src/model/scenario/schema.ts";
import { type Collection, prefixOf } from "../src/model/simulation/collection.ts";
import { difference } from "../src/model/simulation/compare.ts";
import { type BlockReport, reportOf, transferablesOf } from "../src/model/simulation/report.ts";
import type { RunDifference, RunSummary } from "../src/model/simulation/result.ts";
import type { RunShape } from "../src/model/simulation/shape.ts";
import { createSimulator } from "../src/model/simulation/simulate.ts";
import { summarise } from "../src/model/simulation/summarise.ts";
import { type PathTrace, tracePath } from "../src/model/simulation/trace.ts";
import { createExactVariates } from "../src/model/variates/exact.ts";
import { rowsOf } from "./rows.ts";

/** What a worker found in the scenarios: their shapes, or what is wrong with one of them. */
export type Loaded =
  | { readonly kind: "ready"; readonly shapes: readonly RunShape[] }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** A simulated block: one report for each scenario, and the first scenario's CSV rows if `load` asked for them. */
export interface BlockResult {
  readonly reports: readonly BlockReport[];
  readonly rows: Uint8Array<ArrayBuffer> | undefined;
}

export interface Summarised {
  readonly summaries: readonly RunSummary[];
  readonly differences: readonly RunDifference[];
}

/** What the pool calls; a worker answers over Comlink, the same thread directly. */
export interface SimulatorCalls {
  load(scenarios: readonly unknown[], rows: boolean, months?: number): Promise<Loaded>;
  block(firstPath: number, paths: number): Promise<BlockResult>;
  summarise(collections: readonly Collection[], paths: number): Promise<Summarised>;
  /** One path of the scenario in this place, in full detail. */
  trace(place: number, path: number): Promise<PathTrace>;
}

/** The calculation as a worker holds it: scenarios are loaded once, then blocks are asked for in any order. */
export class Simulator {
  readonly #beat: () => void;
  #plans: readonly Plan[] = [];
  #shapes: readonly RunShape[] = [];
  #engine: ReturnType<typeof createSimulator> | undefined;
  #rows = false;

  /** `beat` is called every few milliseconds of long work, as a sign of life. */
  constructor(beat: () => void = () => {}) {
    this.#beat = beat;
  }

  /** Validates (the sender is not trusted to have done it) and compiles, over `months` instead of the scenarios' own. */
  load(scenarios: readonly unknown[], rows: boolean, months?: number): Loaded {
    try {
      const plans = scenarios.map((scenario) => compile(overMonths(parseScenario(scenario), months)));
      this.#plans = plans;
      this.#shapes = plans.map(({ shape }) => shape);
      this.#engine = createSimulator(plans, createExactVariates());
      // The first path builds the tables of the variates, which may take longer than the signs of life of a block allow.
      this.#engine.run({ firstPath: 0, paths: 1 }, this.#beat);
    } catch (error) {
      if (error instanceof ScenarioError) return { kind: "refused", problems: error.problems };
      throw error;
    }
    this.#rows = rows;
    return { kind: "ready", shapes: this.#shapes };
  }

  block(firstPath: number, paths: number): BlockResult {
    const [shape] = this.#shapes;
    if (this.#engine === undefined || shape === undefined) throw new Error("no scenario is loaded");
    this.#beat();
    const blocks = this.#engine.run({ firstPath, paths }, this.#beat);
    const rows = this.#rows && blocks[0] !== undefined ? rowsOf(shape, blocks[0], this.#beat) : undefined;
    const reports = blocks.map((block) => {
      this.#beat();
      return reportOf(block);
    });
    const buffers = reports.flatMap((report) => transferablesOf(report));
    return transfer({ reports, rows }, rows === undefined ? buffers : [...buffers, rows.buffer]);
  }

  trace(place: number, path: number): PathTrace {
    const plan = this.#plans[place];
    if (plan === undefined) throw new Error(`no scenario ${place} is loaded`);
    return tracePath(plan, createExactVariates(), path, this.#beat);
  }

  /** Summaries of the first `paths` paths in the order given, and the difference of each but the first from the first. */
  summarise(collections: readonly Collection[], paths: number): Summarised {
    const runs = collections.map((collection) =>
      paths === collection.shape.paths ? { collection, shape: collection.shape } : prefixOf(collection, paths),
    );
    const [baseline, ...others] = runs;
    return {
      summaries: runs.map(({ shape, collection }) => {
        this.#beat();
        return summarise(shape, collection, this.#beat);
      }),
      differences: others.map((other) => {
        this.#beat();
        return difference(baseline ?? other, other, this.#beat);
      }),
    };
  }
}

/** The scenario over another horizon; months that its rules name may then lie outside. */
function overMonths(scenario: Scenario, months: number | undefined): Scenario {
  return months === undefined ? scenario : { ...scenario, months };
}
