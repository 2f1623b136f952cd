import { spawn } from "node:child_process";

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a person does (`npm run -s cli -- …`, without npm in between) and waits for its end. */
export function cli(
  words: readonly string[],
  onStderr: (text: string, end: (signal: NodeJS.Signals) => void) => void = () => {},
) {
  return new Promise<Ended>((resolve) => {
    const child = spawn(process.execPath, [".ci/cli.mjs", ...words], { stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (piece: Buffer) => {
      stdout += piece.toString();
    });
    child.stderr.on("data", (piece: Buffer) => {
      stderr += piece.toString();
      onStderr(piece.toString(), (signal) => child.kill(signal));
    });
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}
