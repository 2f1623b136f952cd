import type { Hand } from "./member.ts";
import { createPool, type WorkerPool } from "./pool.ts";
import { reach } from "./serve.ts";
import SimulateWorker from "./simulate.worker.ts?worker&inline";

/**
 * A web worker that offers a Simulator. Its code is inlined: a blob: worker obeys the page's content security policy (one
 * loaded by URL obeys only response headers), and it also starts from a file:// page.
 */
export function spawn(): Hand {
  return handOf(new SimulateWorker({ name: "simulate" }));
}

/** A started web worker as the pool sees it. */
export function handOf(worker: Worker): Hand {
  let onBeat = (): void => {};
  return {
    calls: reach(worker, () => onBeat()),
    listen: (beat, fault) => {
      onBeat = beat;
      worker.addEventListener("error", (event) => {
        fault(new Error(event.message === undefined || event.message === "" ? "the worker stopped" : event.message));
      });
      worker.addEventListener("messageerror", () => fault(new Error("a message of the worker could not be read")));
    },
    terminate: () => worker.terminate(),
  };
}

/** The pool of a page: one worker for each processor, 8 at most. */
export function createPagePool(): WorkerPool {
  return createPool(spawn, Math.max(1, Math.min(8, navigator.hardwareConcurrency)));
}

/** The pool for single paths beside it: one worker. */
export function createTracePool(): WorkerPool {
  return createPool(spawn, 1);
}
