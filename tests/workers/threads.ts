import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { threadHand } from "../../src/cli/threads.ts";
import type { Hand } from "../../workers/member.ts";

/** Builds the thread that misbehaves on demand, since Node runs no TypeScript; gives its address. */
export async function buildThread(): Promise<URL> {
  const outDir = await mkdtemp(join("node_modules", ".thread-"));
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: true,
      outDir,
      copyPublicDir: false,
      rolldownOptions: { input: { thread: "tests/workers/faultyThread.ts" }, output: { entryFileNames: "[name].js" } },
    },
    ssr: { noExternal: true },
  });
  return pathToFileURL(join(outDir, "thread.js"));
}

/** Makes threads named in turn by `names` ("throw:500"); the ones after the last name behave. */
export function spawnThreads(script: URL, names: readonly string[] = []): () => Hand {
  const left = [...names];
  return () => threadHand(script, left.shift() ?? "none:0");
}
