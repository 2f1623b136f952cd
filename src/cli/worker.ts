import { parentPort } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter";
import { serve } from "../../workers/serve.ts";
import { Simulator } from "../../workers/wire.ts";

if (parentPort === null) throw new Error("this file runs only as a worker thread");
serve(nodeEndpoint(parentPort), (beat) => new Simulator(beat));
