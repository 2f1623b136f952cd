import { z } from "zod";
import { provenanceFields } from "../scenario/quantity.ts";

/**
 * Which base rates a place has. Zhejiang, Zhe-Zheng-Ban-Fa [2023] 62, part 2 (1) 2: a place whose former rate is above the
 * standard keeps it, one below moves up to it; read class by class. Suzhou and others have tables of their own.
 */
export const cityRates = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("standard"), ...provenanceFields }),
  z.strictObject({ kind: z.literal("higherOfFormerAndStandard"), ...provenanceFields }),
  z.strictObject({ kind: z.literal("own"), ...provenanceFields }),
]);
export type CityRates = z.infer<typeof cityRates>;

/**
 * Base rates of a place by class: the standard, class by class the higher of the place's former rate and the standard, or the
 * place's own. `former` and `own` are there where the kind needs them (see scenario/checkRates.ts).
 */
export function ratesOfPlace(
  kind: CityRates["kind"],
  standard: readonly number[],
  former: readonly number[] | undefined,
  own: readonly number[] | undefined,
): readonly number[] {
  switch (kind) {
    case "standard":
      return standard;
    case "higherOfFormerAndStandard":
      return former === undefined ? standard : standard.map((rate, c) => Math.max(rate, former[c]));
    case "own":
      return own ?? standard;
  }
}
