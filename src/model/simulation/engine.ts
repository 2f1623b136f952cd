/**
 * What a result file says of the engine that made it. `version` changes with every change of a result's numbers, `schema`
 * with the shape of the file, `math` with the elementary functions, `streams` with the addressing of the draws.
 */
export const engine = {
  version: "0.1.0",
  schema: 1,
  math: "portable float64: + - * / sqrt, own exp and log",
  streams: "xoshiro128++ by (seed, path, region or common, risk), month outermost",
} as const;
export type EngineIdentity = typeof engine;
