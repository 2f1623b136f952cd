/** Bad input that is not in a scenario: wrong words on the command line, a file that cannot be read or written. Exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `usage:
  run FILE.json --json OUT.json [--paths N] [--seed TEXT] [--months M] [--workers W] [--set path=value]… [--paths-csv OUT.csv]
  compare A.json B.json [C.json …] --json OUT.json [--paths N] [--seed TEXT] [--months M] [--workers W] [--set path=value]…
  validate FILE.json [--set path=value]…

  --workers 0 calculates in this thread; without it there is one worker for each processor.
  --set changes one value of the scenario: --set rules.measure.factor=1.2 (read as JSON, else as text).
`;
