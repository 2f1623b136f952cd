import { law, strictly } from "./cited.ts";

const history = law("산재보험 60년사");

/**
 * Korean industrial accident insurance since July 2008: the legal liability reserve is the benefits of the whole previous year,
 * which is 12 months. The law names no rate that would restore it.
 */
export const koreanReserve: Readonly<Record<string, unknown>> = {
  "rules.payableMonths.denominator": history("previousCalendarYear", "reading", "p. 257"),
  "rules.payableMonths.outgo": history("benefits", "reading", "p. 257"),
  "rules.payableMonths.observation": history("yearEnd", "reading", "p. 257"),
  "rules.trigger": {
    kind: "line",
    level: history(12, "months", "p. 257"),
    ...strictly,
    obligation: history("shall", "reading", "p. 257"),
  },
  "rules.measure": { kind: "none" },
};
