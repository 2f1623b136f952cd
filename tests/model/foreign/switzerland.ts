import { assumed } from "../fund.ts";
import { fromJanuary, law, strictly } from "./cited.ts";

const act = law("Arbeitslosenversicherungsgesetz (AVIG)");

/**
 * Swiss unemployment insurance, Art. 90c AVIG: a solidarity percent is levied until the fund's own capital exceeds CHF 2.5
 * thousand million, and then ends by itself; it ran from 2011 to 2022. In the still fund one hundred yuan stand for one thousand
 * million: a month of the stated denominator is 100 yuan, the exit 2.5 of them. (Entry at debt, a levy of 0.4 percent on all
 * wages and the dates are ours.)
 */
export const swissSolidarity: Readonly<Record<string, unknown>> = {
  "rules.shortfall": { kind: "overdraft" },
  "rules.payableMonths.denominator": act("stated", "reading", "Art. 90c"),
  "rules.payableMonths.yearlyAmount": assumed(1_200, "yuan/year"),
  "rules.payableMonths.observation": assumed("yearEnd", "reading"),
  "rules.trigger": {
    kind: "line",
    level: assumed(0, "months"),
    ...strictly,
    obligation: act("shall", "reading", "Art. 90c"),
  },
  "rules.measure": {
    kind: "addPoints",
    points: assumed(0.004, "fraction"),
    cap: assumed(0.004, "fraction"),
    on: assumed("act", "reading"),
    exit: {
      level: act(2.5, "months", "Art. 90c"),
      observation: assumed("yearEnd", "reading"),
      comparison: act("above", "reading", "Art. 90c"),
    },
    ...fromJanuary,
  },
};
