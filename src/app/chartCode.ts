/** The code of the charts, loaded apart from the page so that it opens sooner. */
export const chartCode = {
  fan: (): Promise<typeof import("../charts/fan.ts")> => import("../charts/fan.ts"),
  flows: (): Promise<typeof import("../charts/flows.ts")> => import("../charts/flows.ts"),
  firing: (): Promise<typeof import("../charts/firing.ts")> => import("../charts/firing.ts"),
  comparison: (): Promise<typeof import("../charts/comparison.ts")> => import("../charts/comparison.ts"),
  difference: (): Promise<typeof import("../charts/difference.ts")> => import("../charts/difference.ts"),
};

/**
 * Loads the code of every chart and of the workers once the page stands, so that all of it works without a network from
 * then on. What could not be loaded is asked for again when it is needed.
 */
export function loadRest(): void {
  const load = (): void => {
    const rest = [
      ...Object.values(chartCode),
      () => import("../../workers/spawn.ts"),
      () => import("../../workers/run.ts"),
      () => import("../../workers/trace.ts"),
    ];
    for (const code of rest) code().catch(() => undefined);
  };
  if ("requestIdleCallback" in globalThis) requestIdleCallback(load, { timeout: 1_000 });
  else setTimeout(load, 200);
}
