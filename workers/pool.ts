import { ScenarioError } from "../src/model/scenario/problem.ts";
import { type Hand, Member } from "./member.ts";
import type { SimulatorCalls } from "./wire.ts";

/** A task that no worker finished, in words, with the last worker's reason. */
export class WorkerFailure extends Error {
  override readonly name = "WorkerFailure";
}

/** The work was ended on request; known by its name, "AbortError". */
export class RunCancelled extends Error {
  override readonly name = "AbortError";

  constructor() {
    super("cancelled");
  }
}

/** Milliseconds without a sign of life after which a worker counts as dead, while it starts and while it works. */
const STARTING = 2_500;
const WORKING = 2_000;
/** A task goes to this many workers before it counts as failed. */
const MOST_TRIES = 3;
/** How much longer the next worker may be silent over the same task: a slow machine must not look like a dead worker thrice. */
const PATIENCE = 4;

export interface TaskOptions {
  /** Goes before the tasks that wait; false by default. */
  readonly urgent?: boolean;
  /** Workers it may go to, 3 by default; 1 for a task whose input is transferred away. */
  readonly tries?: number;
  /** Milliseconds without a sign of life after which the first worker counts as dead, 2,000 by default. */
  readonly silence?: number;
}

/** The work of one run on the pool. Each of its workers has done `setup` before it does anything else for it. */
export interface Session<Ready> {
  /** Does a task on the next free worker. `name` stands in the message if it fails: "paths 250 to 499". */
  perform<T>(
    name: string,
    work: (calls: SimulatorCalls, ready: Ready) => Promise<T>,
    options?: TaskOptions,
  ): Promise<T>;
  /** Ends the workers that are busy with this session at once; what is not finished rejects with RunCancelled. */
  end(): void;
}

interface Task {
  readonly session: object;
  readonly name: string;
  readonly tries: number;
  /** Does the work and hands over its result; rejects if the worker failed. */
  readonly attempt: (member: Member, patience: number) => Promise<void>;
  readonly reject: (reason: Error) => void;
  failures: number;
}

/**
 * Workers that start when they are first needed and are kept for the next run. A dead one is replaced and its task goes to
 * another, three at most. One session at a time.
 */
export class WorkerPool {
  readonly size: number;
  readonly #spawn: () => Hand;
  #idle: Member[] = [];
  readonly #busy = new Map<Member, Task>();
  #waiting: Task[] = [];
  #current: { end(): void } | undefined;

  constructor(spawn: () => Hand, size: number) {
    this.#spawn = spawn;
    this.size = Math.max(1, Math.floor(size));
  }

  /** Begins a session and ends the one before it. A ScenarioError of `setup` or of a task is final: no other worker is tried. */
  begin<Ready>(setup: (calls: SimulatorCalls) => Promise<Ready>): Session<Ready> {
    this.#current?.end();
    const key = {};
    const ready = new WeakMap<Member, { readonly value: Ready }>();
    let over = false;
    const session: Session<Ready> = {
      perform: (name, work, { urgent = false, tries = MOST_TRIES, silence = WORKING } = {}) =>
        new Promise((resolve, reject) => {
          if (over) {
            reject(new RunCancelled());
            return;
          }
          const attempt = async (member: Member, patience: number): Promise<void> => {
            const prepared = ready.get(member) ?? { value: await member.watched(setup, STARTING * patience) };
            ready.set(member, prepared);
            resolve(await member.watched((calls) => work(calls, prepared.value), silence * patience));
          };
          const task: Task = { session: key, name, tries, attempt, reject, failures: 0 };
          if (urgent) this.#waiting.unshift(task);
          else this.#waiting.push(task);
          this.#assign();
        }),
      end: () => {
        over = true;
        this.#drop(key);
      },
    };
    this.#current = session;
    return session;
  }

  /** Ends the session and all workers; new ones start with the next task. */
  terminate(): void {
    this.#current?.end();
    for (const member of this.#idle) member.end(new RunCancelled());
    this.#idle = [];
  }

  #assign(): void {
    this.#idle = this.#idle.filter((member) => !member.ended);
    while (this.#waiting.length > 0 && (this.#idle.length > 0 || this.#busy.size < this.size)) {
      const task = this.#waiting.shift();
      if (task === undefined) return;
      try {
        const member = this.#idle.pop() ?? new Member(this.#spawn());
        this.#busy.set(member, task);
        void this.#work(member, task);
      } catch (error) {
        task.reject(new WorkerFailure(`no worker could be started: ${messageOf(error)}`));
      }
    }
  }

  async #work(member: Member, task: Task): Promise<void> {
    try {
      await task.attempt(member, PATIENCE ** task.failures);
      this.#busy.delete(member);
      this.#idle.push(member);
    } catch (error) {
      this.#busy.delete(member);
      const reason = error instanceof Error ? error : new Error(String(error));
      member.end(reason);
      task.failures++;
      if (reason instanceof ScenarioError || reason instanceof RunCancelled) task.reject(reason);
      else if (task.failures < task.tries) this.#waiting.unshift(task);
      else task.reject(new WorkerFailure(failureText(task, reason)));
    }
    this.#assign();
  }

  #drop(session: object): void {
    const dropped = this.#waiting.filter((task) => task.session === session);
    this.#waiting = this.#waiting.filter((task) => task.session !== session);
    for (const task of dropped) task.reject(new RunCancelled());
    for (const [member, task] of this.#busy) {
      if (task.session !== session) continue;
      this.#busy.delete(member);
      task.reject(new RunCancelled());
      member.end(new RunCancelled());
    }
  }
}

/** A pool of `size` workers made by `spawn`. */
export function createPool(spawn: () => Hand, size: number): WorkerPool {
  return new WorkerPool(spawn, size);
}

function failureText({ name, failures }: Task, reason: Error): string {
  const times = failures === 1 ? "" : ` after ${failures} tries on different workers`;
  return `${name} could not be calculated${times}: ${messageOf(reason)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
