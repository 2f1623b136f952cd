import { z } from "zod";
import { fraction } from "../scenario/quantity.ts";

/** Shares of province and place in a sum; they add up to 1, which check.ts refuses otherwise. */
export const split = z.strictObject({ province: fraction, local: fraction });
export type Split = z.infer<typeof split>;
