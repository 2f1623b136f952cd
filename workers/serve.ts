import { type Endpoint, expose, wrap } from "comlink";
import type { Simulator, SimulatorCalls } from "./wire.ts";

/** Posted beside Comlink's messages, which carry an id; Comlink overlooks it. */
const BEAT = "beat";
/** Milliseconds between two signs of life. */
const PACE = 200;

/** In a worker: offers a Simulator on `port`, which is made with a function that posts signs of life. */
export function serve(port: Endpoint, create: (beat: () => void) => Simulator): void {
  let last = Number.NEGATIVE_INFINITY;
  const beat = (): void => {
    const now = performance.now();
    if (now - last < PACE) return;
    last = now;
    port.postMessage(BEAT);
  };
  expose(create(beat), port);
}

/** Outside: the calls of the Simulator behind `port`, and its signs of life. */
export function reach(port: Endpoint, onBeat: () => void): SimulatorCalls {
  port.addEventListener("message", (event) => {
    if ("data" in event && event.data === BEAT) onBeat();
  });
  return wrap<Simulator>(port);
}
