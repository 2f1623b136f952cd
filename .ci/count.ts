import type { Reporter, TestModule } from "vitest/node";

/** Closes a run with the line "N passed, N failed" (CI reads that, not vitest's own summary). */
export const count: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors) {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const of = (state: string): number => states.filter((each) => each === state).length;
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
    // Written when the process ends, so that nothing stands below it.
    process.once("exit", () => {
      const skipped = of("skipped") === 0 ? "" : `, ${of("skipped")} skipped`;
      process.stdout.write(
        `\n${of("passed")} passed, ${of("failed") + brokenFiles + errors.length} failed${skipped}\n`,
      );
    });
  },
};
