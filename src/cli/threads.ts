import { Worker } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter";
import type { Hand } from "../../workers/member.ts";
import { reach } from "../../workers/serve.ts";

/** A worker thread that offers a Simulator; `script` is the built worker beside the command line by default. */
export function threadHand(script: URL = new URL("./worker.js", import.meta.url), name = "simulate"): Hand {
  const worker = new Worker(script, { name, workerData: name });
  let onBeat = (): void => {};
  return {
    calls: reach(nodeEndpoint(worker), () => onBeat()),
    listen: (beat, fault) => {
      onBeat = beat;
      worker.on("error", (error) => fault(error instanceof Error ? error : new Error(String(error))));
      worker.on("messageerror", () => fault(new Error("a message of the worker could not be read")));
      worker.on("exit", () => fault(new Error("the worker stopped")));
    },
    terminate: () => worker.terminate(),
  };
}
