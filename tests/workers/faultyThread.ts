import { parentPort, workerData } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter";
import { serve } from "../../workers/serve.ts";
import { FaultySimulator } from "./faulty.ts";

if (parentPort === null) throw new Error("this file runs only as a worker thread");
serve(nodeEndpoint(parentPort), (beat) => new FaultySimulator(beat, String(workerData), () => process.exit(0)));
