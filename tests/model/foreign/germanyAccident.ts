import { assumed } from "../fund.ts";
import { fromJanuary, law, strictly } from "./cited.ts";

type Changes = Readonly<Record<string, unknown>>;

const code = law("Sozialgesetzbuch VII");

/**
 * German accident insurance, §172a SGB VII: the reserve at 31 December is at least 2 and at most 4 times the mean monthly outgo
 * of the past calendar year. Until the minimum is reached, 1.5 percent of last year's outgo are added each year; the supervisor
 * may approve less.
 */
export function accidentReserve(approved = 1): Changes {
  return buildUp("§172a", 2, 4, 0.015, approved);
}

/** Agricultural accident insurance, §184 SGB VII: the same rule with 1 and 2 months and 0.5 percent. */
export const agriculturalReserve: Changes = buildUp("§184", 1, 2, 0.005, 1);

function buildUp(article: string, lower: number, upper: number, share: number, approved: number): Changes {
  return {
    "rules.payableMonths.denominator": code("previousCalendarYear", "reading", article),
    "rules.payableMonths.observation": code("yearEnd", "reading", article),
    "rules.trigger": {
      kind: "corridor",
      lower: code(lower, "months", article),
      upper: code(upper, "months", article),
      ...strictly,
      obligation: code("shall", "reading", article),
    },
    "rules.measure": {
      kind: "buildUp",
      share: code(share, "fraction", article),
      approved: assumed(approved, "fraction"),
      on: assumed("act", "reading"),
      exit: { level: code(lower, "months", article), observation: code("yearEnd", "reading", article) },
      ...fromJanuary,
    },
  };
}
