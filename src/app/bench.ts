import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { RunHandle, RunOutcome, RunProgress } from "../../workers/run.ts";
import { type Problem, ScenarioError } from "../model/scenario/problem.ts";
import { MOST_PATHS, type Scenario } from "../model/scenario/schema.ts";
import type { PathTrace } from "../model/simulation/trace.ts";
import type { Language, MoneyUnit } from "../text/numbers.ts";
import { type Words, words } from "../text/words.ts";
import { type Documents, type Entry, entriesOf } from "./catalogue.ts";
import { recall } from "./memory.ts";
import { openFile } from "./open.ts";
import { createRunner, type Runner } from "./runner.ts";

export type View = "results" | "comparison" | "provisions" | "paths" | "inputs";

/** What was asked for: an entry's scenarios with the seed and the number of paths of the controls. */
export interface Request {
  readonly entry: Entry;
  readonly scenarios: readonly Scenario[];
  readonly seed: string;
  readonly paths: number;
}

export type RunState =
  | { readonly kind: "idle" | "done" | "cancelled" }
  | { readonly kind: "running"; readonly progress: RunProgress | undefined }
  | { readonly kind: "failed"; readonly reason: string; readonly engineStarted: boolean };

/** A result and the request that it belongs to. */
export interface Shown {
  readonly request: Request;
  readonly outcome: RunOutcome;
}

/** A result that is not whole: its run goes on, or will not be finished. Undefined for a whole one. */
export function partOf({ request, outcome }: Shown, bench: Bench): "preview" | "partial" | undefined {
  if (outcome.complete) return undefined;
  return bench.run.value.kind === "running" && bench.request.value === request ? "preview" : "partial";
}

/** A file that was not opened, with every reason. */
export interface Refusal {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Fewest paths that say anything; the most are those of the scenario schema. */
export const LEAST_PATHS = 100;
/** The first paths, shown as previews. */
export const PREVIEWS = [250, 1_000] as const;
const LONGEST_SEED = 200;
const FIRST_ENTRY = "zhejiang-2024";

/** Everything the page knows and can do. The parts of the page read the signals; results change only by the actions. */
export interface Bench {
  /** The files that the page brings along, provisions among them. */
  readonly documents: Documents;
  readonly language: Signal<Language>;
  readonly unit: Signal<MoneyUnit>;
  readonly words: ReadonlySignal<Words>;
  readonly view: Signal<View>;
  readonly entries: ReadonlySignal<readonly Entry[]>;
  readonly entry: ReadonlySignal<Entry | undefined>;
  /** Which of the entry's scenarios the results show: 0 is the baseline. */
  readonly chosen: Signal<number>;
  readonly scenario: ReadonlySignal<Scenario | undefined>;
  /** Alternatives left out of the comparison, by scenario id. */
  readonly hidden: Signal<ReadonlySet<string>>;
  readonly seedText: Signal<string>;
  readonly pathsText: Signal<string>;
  readonly seedFits: ReadonlySignal<boolean>;
  /** The number of paths in the field, or undefined where it is none that can be run. */
  readonly paths: ReadonlySignal<number | undefined>;
  readonly request: ReadonlySignal<Request | undefined>;
  readonly run: ReadonlySignal<RunState>;
  readonly shown: ReadonlySignal<Shown | undefined>;
  /** The result on show belongs to an earlier request. */
  readonly stale: ReadonlySignal<boolean>;
  /** Seed or paths differ from what was last asked for. */
  readonly edited: ReadonlySignal<boolean>;
  readonly refusal: Signal<Refusal | undefined>;
  /** The path that is shown month by month, and its month; undefined until one is chosen. */
  readonly path: Signal<number | undefined>;
  readonly month: Signal<number | undefined>;
  /** Chooses an entry and runs it with its own seed and paths. */
  choose(id: string): void;
  start(): void;
  cancel(): void;
  /** Opens a scenario file and runs it; a file that does not hold changes nothing but `refusal`. */
  open(files: readonly File[]): Promise<void>;
  /** One path of a request's scenario in full detail; a run that goes on is not disturbed. */
  trace(request: Request, place: number, path: number): Promise<PathTrace>;
  /** Ends the workers. */
  end(): void;
}

/** The state of a page over the scenario files it brings along. Nothing runs before `choose` or `start`. */
export function createBench(bundled: Documents, runner: Runner = createRunner()): Bench {
  const found = entriesOf(bundled, FIRST_ENTRY);
  const language = signal<Language>(recall("language", ["zh", "en"]) ?? preferredLanguage());
  const unit = signal<MoneyUnit>(
    recall("unit", ["yuan", "tenThousandYuan", "hundredMillionYuan"]) ?? "hundredMillionYuan",
  );
  const entries = signal<readonly Entry[]>(found.entries);
  const entryId = signal(found.entries[0]?.id ?? "");
  const entry = computed(() => entries.value.find(({ id }) => id === entryId.value));
  const chosen = signal(0);
  const seedText = signal("");
  const pathsText = signal("");
  const paths = computed(() => pathsOf(pathsText.value));
  const seedFits = computed(() => seedText.value.length >= 1 && seedText.value.length <= LONGEST_SEED);
  const request = signal<Request | undefined>(undefined);
  const run = signal<RunState>({ kind: "idle" });
  const shown = signal<Shown | undefined>(undefined);
  const refusal = signal<Refusal | undefined>(
    found.problems.length > 0 ? { file: "scenarios", problems: found.problems } : undefined,
  );
  let turn = 0;
  let handle: RunHandle | undefined;

  function choose(id: string): void {
    batch(() => {
      entryId.value = id;
      chosen.value = 0;
      bench.hidden.value = new Set();
      bench.path.value = undefined;
      bench.month.value = undefined;
      seedText.value = entry.value?.scenarios[0].seed ?? "";
      pathsText.value = String(entry.value?.scenarios[0].paths ?? "");
      start();
    });
  }

  function start(): void {
    if (entry.value === undefined || paths.value === undefined || !seedFits.value) return;
    const common = { seed: seedText.value, paths: paths.value };
    const scenarios = entry.value.scenarios.map((scenario) => ({ ...scenario, ...common }));
    request.value = { entry: entry.value, scenarios, ...common };
    void follow(request.value);
  }

  async function follow(wanted: Request): Promise<void> {
    const mine = ++turn;
    let engineStarted = false;
    handle = undefined;
    run.value = { kind: "running", progress: undefined };
    try {
      const started = await runner.start(
        { scenarios: wanted.scenarios, partialAt: PREVIEWS },
        {
          onProgress: (progress) => {
            if (mine === turn && run.value.kind === "running") run.value = { kind: "running", progress };
          },
          onPartial: (outcome) => {
            if (mine !== turn || run.value.kind === "done") return;
            const before = shown.value;
            if (before?.request === wanted && before.outcome.paths > outcome.paths) return;
            shown.value = { request: wanted, outcome };
          },
        },
      );
      engineStarted = true;
      if (mine === turn) handle = started;
      else started.cancel();
      const outcome = await started.outcome;
      if (mine !== turn) return;
      batch(() => {
        shown.value = { request: wanted, outcome };
        run.value = { kind: "done" };
      });
    } catch (error) {
      if (mine === turn) fail(error, wanted, engineStarted);
    }
  }

  function fail(error: unknown, wanted: Request, engineStarted: boolean): void {
    if (error instanceof Error && error.name === "AbortError") {
      run.value = { kind: "cancelled" };
      return;
    }
    if (error instanceof ScenarioError) {
      batch(() => {
        refusal.value = { file: wanted.entry.id, problems: error.problems };
        run.value = shown.value === undefined ? { kind: "idle" } : { kind: "done" };
        restore(shown.value?.request, wanted.entry);
      });
      return;
    }
    run.value = { kind: "failed", reason: error instanceof Error ? error.message : String(error), engineStarted };
  }

  /** Back to the last request that gave a result; an opened entry that gave none leaves the list. */
  function restore(good: Request | undefined, refused: Entry): void {
    if (good === undefined) return;
    entries.value = entries.value
      .filter((each) => each !== refused || each.origin === "bundled")
      .map((each) => (each.id === good.entry.id ? good.entry : each));
    entryId.value = good.entry.id;
    seedText.value = good.seed;
    pathsText.value = String(good.paths);
    request.value = good;
    if (chosen.value >= good.scenarios.length) chosen.value = 0;
  }

  async function open(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (file === undefined) return;
    try {
      const opened = await openFile(files, bundled, entryFirst(entry.value, entries.value));
      batch(() => {
        refusal.value = undefined;
        entries.value = [opened.entry, ...entries.value.filter(({ id }) => id !== opened.entry.id)];
        choose(opened.entry.id);
        chosen.value = opened.chosen;
        bench.view.value = "results";
      });
    } catch (error) {
      const problems =
        error instanceof ScenarioError ? error.problems : [{ path: "", expected: "a JSON file", value: String(error) }];
      refusal.value = { file: file.name, problems };
    }
  }

  const bench: Bench = {
    documents: bundled,
    language,
    unit,
    words: computed(() => words(language.value)),
    view: signal<View>("results"),
    entries,
    entry,
    chosen,
    scenario: computed(() => entry.value?.scenarios[chosen.value] ?? entry.value?.scenarios[0]),
    hidden: signal<ReadonlySet<string>>(new Set()),
    seedText,
    pathsText,
    seedFits,
    paths,
    request,
    run,
    shown,
    stale: computed(() => shown.value !== undefined && shown.value.request !== request.value),
    edited: computed(
      () =>
        request.value !== undefined && (seedText.value !== request.value.seed || paths.value !== request.value.paths),
    ),
    refusal,
    path: signal<number | undefined>(undefined),
    month: signal<number | undefined>(undefined),
    choose,
    start,
    cancel: () => {
      if (run.value.kind !== "running") return;
      if (handle === undefined) turn++;
      run.value = { kind: "cancelled" };
      handle?.cancel();
    },
    open,
    trace: (asked, place, path) => runner.trace(asked.scenarios, place, path),
    end: () => {
      turn++;
      runner.end();
    },
  };
  return bench;
}

/** The entry on show comes first where a file could join several. */
function entryFirst(entry: Entry | undefined, entries: readonly Entry[]): readonly Entry[] {
  return entry === undefined ? entries : [entry, ...entries.filter((each) => each !== entry)];
}

function preferredLanguage(): Language {
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

function pathsOf(text: string): number | undefined {
  const digits = text.replace(/[,，\s]/g, "");
  const number = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
  return number >= LEAST_PATHS && number <= MOST_PATHS ? number : undefined;
}

/** The bench of the page, for its parts. */
export const BenchContext: preact.Context<Bench | undefined> = createContext<Bench | undefined>(undefined);

export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (bench === undefined) throw new Error("a part of the page outside the page");
  return bench;
}
