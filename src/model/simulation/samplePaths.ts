import { seriesNames } from "./block.ts";
import type { Collection } from "./collection.ts";
import type { RunSummary } from "./result.ts";
import type { RunShape } from "./shape.ts";

/** Where the sample paths stand in the order of the closing position, in tenths. */
const tenths = [1, 3, 5, 7, 9];

/**
 * Five whole paths of the pool, spread over the outcomes: those at 10, 30, 50, 70 and 90 % of the order by payable months at the end
 * of the run (none ranks above every number), then by fund balance, then by path. Fewer where a run has fewer paths.
 */
export function samplePathsOf(shape: RunShape, collection: Collection): RunSummary["samplePaths"] {
  const { paths, months } = shape;
  const closing = (series: "payableMonths" | "fundBalance"): Float64Array => {
    const index = seriesNames.indexOf(series) * months + months - 1;
    return collection.pool.subarray(index * paths, (index + 1) * paths);
  };
  const payableMonths = closing("payableMonths").map((value) => (Number.isNaN(value) ? Infinity : value));
  const balance = closing("fundBalance");
  const order = Uint32Array.from({ length: paths }, (_, p) => p);
  order.sort((a, b) =>
    payableMonths[a] === payableMonths[b]
      ? balance[a] - balance[b] || a - b
      : payableMonths[a] < payableMonths[b]
        ? -1
        : 1,
  );
  const chosen = new Set(tenths.map((tenth) => order[Math.floor(((paths - 1) * tenth) / 10 + 0.5)]));
  return Array.from(chosen, (path) => ({
    path,
    series: Object.fromEntries(
      seriesNames.map((name, s) => [
        name,
        Array.from({ length: months }, (_, t) => {
          const value = collection.pool[(s * months + t) * paths + path];
          return Number.isNaN(value) ? null : value;
        }),
      ]),
    ),
  }));
}
