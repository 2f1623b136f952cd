import { transfer } from "comlink";
import { ScenarioError } from "../src/model/scenario/problem.ts";
import type { Scenario } from "../src/model/scenario/schema.ts";
import { BLOCK_PATHS } from "../src/model/simulation/block.ts";
import {
  addReport,
  type Collection,
  completePaths,
  emptyCollection,
  prefixOf,
  transferablesOfCollection,
} from "../src/model/simulation/collection.ts";
import type { RunDifference, RunSummary } from "../src/model/simulation/result.ts";
import type { RunShape } from "../src/model/simulation/shape.ts";
import { collectBlocks } from "./collect.ts";
import { RunCancelled, type Session, WorkerFailure, type WorkerPool } from "./pool.ts";
import type { SimulatorCalls, Summarised } from "./wire.ts";

/** What to run: the baseline first, then its alternatives, all with the same paths, seed, months and start. */
export interface RunRequest {
  readonly scenarios: readonly Scenario[];
  /** Horizon instead of the scenarios' own; months that their rules name may then lie outside. */
  readonly months?: number;
  /** Path counts at which a partial outcome is wanted on the way, for instance [1000]; none by default. */
  readonly partialAt?: readonly number[];
}

/** Paths simulated so far; `secondsLeft` is undefined until there is something to estimate it from. */
export interface RunProgress {
  readonly done: number;
  readonly of: number;
  readonly secondsLeft: number | undefined;
}

/** Summaries of the first `paths` paths, in the order of the scenarios; one difference for each but the first. */
export interface RunOutcome {
  readonly summaries: readonly RunSummary[];
  readonly differences: readonly RunDifference[];
  readonly paths: number;
  /** False if `paths` is less than what was asked for. */
  readonly complete: boolean;
  readonly seconds: number;
}

export interface RunWatch {
  onProgress?(progress: RunProgress): void;
  /** The outcome of a prefix of the paths: at the counts of `partialAt`, and of what was done when a run is cancelled. */
  onPartial?(outcome: RunOutcome): void;
  /** CSV rows of the baseline, block by block in path order. Work waits for the promise, so memory stays bounded. */
  onRows?(rows: Uint8Array): Promise<void>;
}

export interface RunHandle {
  /** Rejects with a ScenarioError (bad input), a WorkerFailure, or RunCancelled (its name is "AbortError"). */
  readonly outcome: Promise<RunOutcome>;
  /**
   * Ends the workers at once and rejects `outcome` with RunCancelled. If whole blocks were done, a new worker summarises them
   * and the result follows through `onPartial` with `complete: false`, unless another run has begun on the pool meanwhile.
   */
  cancel(): void;
}

/** Milliseconds that a summary may take without a sign of life. */
const SUMMARISING = 2_500;
/** Seconds after which the speed so far is worth an estimate of the time left. */
const FIRST_ESTIMATE = 0.3;

/** Starts a run on the pool; a run still going there is cancelled, without a partial outcome. */
export function startRun(request: RunRequest, pool: WorkerPool, watch: RunWatch = {}): RunHandle {
  const started = performance.now();
  const session = pool.begin((calls) => loadShapes(calls, request, watch.onRows !== undefined));
  let collections: readonly Collection[] = [];
  /** What is left to add of the block in hand. */
  let unadded: (() => void)[] = [];
  let settled = false;
  let stop: (reason: Error) => void = () => {};

  const seconds = (): number => (performance.now() - started) / 1000;

  async function simulateAll(shapes: readonly RunShape[], withRows: boolean): Promise<readonly Collection[]> {
    const own = emptyCollections(shapes);
    collections = own;
    const of = pathsOf(own);
    const partialAt = [...(request.partialAt ?? [])].filter((paths) => paths < of).sort((a, b) => a - b);
    await collectBlocks(session, of, pool.size, async ({ reports, rows }) => {
      // What a cancelled run had gathered is on its way to be summarised.
      if (settled) return;
      unadded = own.map((collection, i) => () => {
        const report = reports[i];
        if (report !== undefined) addReport(collection, report);
      });
      // One scenario at a time: merging a province's regions takes long enough to be felt.
      for (let add = unadded.shift(); add !== undefined; add = unadded.shift()) {
        add();
        if (unadded.length > 0) await pause();
      }
      if (settled) return;
      const done = doneOf(own);
      watch.onProgress?.({ done, of, secondsLeft: secondsLeft(done, of, seconds()) });
      if (done >= (partialAt[0] ?? Number.POSITIVE_INFINITY) && done < of) {
        while (done >= (partialAt[0] ?? Number.POSITIVE_INFINITY)) partialAt.shift();
        // Cut here, since the run goes on filling its own.
        void partial(
          session,
          own.map((collection) => prefixOf(collection, done).collection),
          done,
        );
      }
      if (withRows && rows !== undefined) await watch.onRows?.(rows);
    });
    return own;
  }

  /** A partial outcome is an extra: if its worker dies the run goes on without it. */
  async function partial(on: Session<unknown>, from: readonly Collection[], paths: number): Promise<void> {
    let summarised: Summarised;
    try {
      summarised = await summariseOn(on, from, paths, true);
    } catch {
      return;
    }
    watch.onPartial?.({ ...summarised, paths, complete: false, seconds: seconds() });
  }

  async function calculate(): Promise<RunOutcome> {
    const shapes = await session.perform("the scenario", (_, ready) => Promise.resolve(ready));
    refuseUnlike(shapes);
    for (let attempt = 1; ; attempt++) {
      const whole = await simulateAll(shapes, attempt === 1);
      const paths = pathsOf(whole);
      collections = [];
      try {
        return { ...(await summariseOn(session, whole, paths, false)), paths, complete: true, seconds: seconds() };
      } catch (error) {
        // The numbers went with the worker that was to summarise them: simulate them again, once.
        if (!(error instanceof WorkerFailure) || attempt === 2) throw error;
      }
    }
  }

  const outcome = new Promise<RunOutcome>((resolve, reject) => {
    stop = reject;
    calculate()
      .then(resolve, (error: unknown) => reject(error))
      .finally(() => {
        settled = true;
        session.end();
      });
  });

  function cancel(): void {
    if (settled) return;
    settled = true;
    for (const add of unadded.splice(0)) add();
    const done = collections;
    session.end();
    stop(new RunCancelled());
    const paths = doneOf(done);
    if (watch.onPartial === undefined || paths < BLOCK_PATHS) return;
    // A session of its own, so that a new run ends it.
    void partial(
      pool.begin(() => Promise.resolve()),
      done,
      paths,
    );
  }

  return { outcome, cancel };
}

async function loadShapes(
  calls: SimulatorCalls,
  { scenarios, months }: RunRequest,
  rows: boolean,
): Promise<readonly RunShape[]> {
  const loaded = await calls.load(scenarios, rows, months);
  if (loaded.kind === "refused") throw new ScenarioError(loaded.problems);
  return loaded.shapes;
}

function emptyCollections(shapes: readonly RunShape[]): readonly Collection[] {
  try {
    return shapes.map(emptyCollection);
  } catch (error) {
    if (!(error instanceof RangeError) || shapes[0] === undefined) throw error;
    const { paths, months } = shapes[0];
    throw new WorkerFailure(`not enough memory for ${paths} paths of ${months} months in ${shapes.length} scenarios`);
  }
}

/** Moves the collections to a worker: nothing is left of them here. */
function summariseOn(
  session: Session<unknown>,
  collections: readonly Collection[],
  paths: number,
  urgent: boolean,
): Promise<Summarised> {
  const buffers = collections.flatMap((collection) => transferablesOfCollection(collection));
  return session.perform("the summary", (calls) => calls.summarise(transfer(collections, buffers), paths), {
    urgent,
    tries: 1,
    silence: SUMMARISING,
  });
}

/** Lets whatever waits on this thread have its turn. */
function pause(): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, 0);
  });
}

function pathsOf([first]: readonly Collection[]): number {
  return first?.shape.paths ?? 0;
}

function doneOf([first]: readonly Collection[]): number {
  return first === undefined ? 0 : completePaths(first);
}

/** Alternatives are compared on the same paths and months; throws a ScenarioError otherwise. */
function refuseUnlike([baseline, ...others]: readonly RunShape[]): void {
  if (baseline === undefined)
    throw new ScenarioError([{ path: "", expected: "at least one scenario", value: undefined }]);
  const problems = others.flatMap((shape) =>
    (["start", "months", "paths", "seed"] as const)
      .filter((key) => shape[key] !== baseline[key])
      .map((key) => ({
        path: `${shape.scenario}: ${key}`,
        expected: `${baseline[key]} as in ${baseline.scenario}`,
        value: shape[key],
      })),
  );
  if (problems.length > 0) throw new ScenarioError(problems);
}

function secondsLeft(done: number, of: number, seconds: number): number | undefined {
  return seconds < FIRST_ESTIMATE ? undefined : ((of - done) / done) * seconds;
}
