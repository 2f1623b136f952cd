import { compare, run, validate } from "./commands.ts";
import { exitStatusOf, reasonOf } from "./exit.ts";
import { usage } from "./usage.ts";
import { readWords } from "./words.ts";

async function main(): Promise<void> {
  const words = readWords(process.argv.slice(2));
  const stop = new AbortController();
  // Again and again while the files are cleaned up: a second Ctrl-C must not leave them behind.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
  switch (words.command) {
    case "run":
      return run(words, stop.signal);
    case "compare":
      return compare(words, stop.signal);
    case "validate":
      return validate(words);
    case "help":
      process.stdout.write(usage);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = exitStatusOf(error);
}
