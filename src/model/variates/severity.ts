import { exp, log } from "./elementary.ts";
import { logGammaQuantile } from "./gammaQuantile.ts";
import { type GammaTable, gammaTable, LARGE_SHAPE, largeGamma, tabledGamma } from "./gammaTable.ts";
import type { SeverityShape } from "./variates.ts";

/** Beyond this number of tables a rarer number of claims is inverted directly. */
const MOST_TABLES = 4096;

/** Quantiles of claim costs in multiples of the mean cost, as functions of a standard normal deviate z. */
export interface SeverityQuantiles {
  /** One claim. */
  readonly single: (z: number) => number;
  /** `count` claims together; for lognormal severities the shifted gamma with the same mean, variance and skewness. */
  readonly aggregate: (count: number, z: number) => number;
}

/** Quantiles of the family and coefficient of variation; with `cv` 0 every claim costs the mean. */
export function severityQuantiles(severity: SeverityShape): SeverityQuantiles {
  const c2 = severity.cv * severity.cv;
  if (c2 === 0) return { single: () => 1, aggregate: (count) => count };
  if (severity.family === "gamma") {
    const one = unitGamma(1 / c2);
    return { single: (z) => one(1, z), aggregate: (count, z) => count * one(count, z) };
  }
  const variance = log(1 + c2);
  const sigma = Math.sqrt(variance);
  // Skewness of one claim is cv³ + 3 cv; of n claims that ÷ √n, and 2/√shape of their gamma part.
  const scaled = unitGamma(4 / (c2 * (c2 + 3) * (c2 + 3)));
  const random = 2 / (c2 + 3);
  return {
    single: (z) => exp(sigma * z - 0.5 * variance),
    aggregate: (count, z) => count * (1 - random + random * scaled(count, z)),
  };
}

/** Gamma quantile ÷ mean for the shapes `count × shapePerCount`: tables for small shapes are made on first use. */
export function unitGamma(shapePerCount: number): (count: number, z: number) => number {
  const tables: (GammaTable | undefined)[] = [];
  return (count, z) => {
    const shape = count * shapePerCount;
    if (shape >= LARGE_SHAPE) return largeGamma(shape, z);
    if (count >= MOST_TABLES) return exp(logGammaQuantile(shape, z) - log(shape));
    let table = tables[count];
    if (table === undefined) {
      table = gammaTable(shape);
      tables[count] = table;
    }
    return tabledGamma(table, z);
  };
}
