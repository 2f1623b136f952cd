import { assumed } from "../fund.ts";
import { fromJanuary, law, strictly } from "./cited.ts";

type Changes = Readonly<Record<string, unknown>>;

const code = law("Sozialgesetzbuch VI");

/**
 * German pension insurance, §158 SGB VI: if at the unchanged rate the sustainability reserve at 31 December of the next year
 * would lie below 0.2 or above 1.5 times a month's outgo, the rate must be set anew so that it comes to the bound that was hit,
 * rounded up to one decimal of a percent. (That the year's estimate is made at the end of October is ours.)
 */
export const pensionCorridor: Changes = corridor(0.2, 0);

/** The version of 1999: 1.0 to 1.5 months, and a rate that is set stays for at least three calendar years. */
export const pensionCorridorOf1999: Changes = corridor(1, 36);

function corridor(lower: number, hold: number): Changes {
  const article = hold === 0 ? "§158" : "§158, version of 1999";
  const terms = { ...fromJanuary, hold: code(hold, "months", article) };
  const rounding = code(0.001, "fraction", article);
  return {
    "rules.payableMonths.observation": assumed("calendarMonth", "reading"),
    "rules.payableMonths.observationMonth": assumed(10, "calendar month"),
    "rules.payableMonths.projection": code(1, "calendar years", article),
    "rules.trigger": {
      kind: "corridor",
      lower: code(lower, "months", article),
      upper: code(1.5, "months", article),
      ...strictly,
      obligation: code("shall", "reading", article),
    },
    // Without a target the bound that was hit, without a month the end of the year in which the rate takes effect.
    "rules.measure": {
      kind: "restore",
      cap: assumed(10, "ratio"),
      rounding,
      on: assumed("act", "reading"),
      ...terms,
    },
    "rules.excessMeasure": { kind: "restore", floor: assumed(0, "ratio"), rounding, ...terms },
  };
}
