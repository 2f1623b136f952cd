import { z } from "zod";
import { isDate } from "../calendar.ts";

/** A day that exists, as "2024-01-31". */
export const dateField = z.string().refine(isDate, { error: "a day that exists, such as 2024-01-31" });
