import type { RunProgress } from "../../workers/run.ts";

/** Where progress is shown; `isTTY` tells a terminal from a file or pipe. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds between two reports; the last is always shown. */
const PACE = 200;
const BAR = 30;

/** A function that shows progress: a bar on a terminal, JSON lines otherwise. */
export function progressOn(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): (p: RunProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const finished = progress.done === progress.of;
    if (!finished && now() - last < PACE) return;
    last = now();
    stream.write(stream.isTTY === true ? `\r${bar(progress)}${finished ? "\n" : ""}` : `${line(progress)}\n`);
  };
}

function bar({ done, of, secondsLeft }: RunProgress): string {
  const filled = Math.floor((BAR * done) / of);
  const percent = `${Math.floor((100 * done) / of)} %`.padStart(5);
  const left = secondsLeft === undefined || done === of ? "" : `, ${Math.ceil(secondsLeft)} s left`;
  const text = `[${"#".repeat(filled).padEnd(BAR, ".")}] ${percent}  ${done} of ${of} paths${left}`;
  return text.padEnd(78);
}

function line({ done, of, secondsLeft }: RunProgress): string {
  return JSON.stringify({
    done,
    of,
    ...(secondsLeft === undefined ? {} : { secondsLeft: Math.round(secondsLeft * 10) / 10 }),
  });
}
