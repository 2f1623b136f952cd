import type { Hand } from "./member.ts";
import { Simulator } from "./wire.ts";

/** The calculation in the thread that asks for it, one block after another; between blocks the thread is free for a moment. */
export function localHand(): Hand {
  const simulator = new Simulator();
  return {
    calls: {
      load: async (scenarios, rows, months) => simulator.load(scenarios, rows, months),
      block: async (firstPath, paths) => {
        await pause();
        return simulator.block(firstPath, paths);
      },
      summarise: async (collections, paths) => {
        await pause();
        return simulator.summarise(collections, paths);
      },
      trace: async (place, path) => simulator.trace(place, path),
    },
    listen: () => {},
    terminate: () => {},
  };
}

function pause(): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, 0);
  });
}
