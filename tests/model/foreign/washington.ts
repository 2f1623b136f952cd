import { assumed } from "../fund.ts";
import { fromJanuary, law, strictly } from "./cited.ts";

type Changes = Readonly<Record<string, unknown>>;

const surcharge = law("Revised Code of Washington, unemployment compensation");
const article = "RCW 50.29.041";

/**
 * Washington State, unemployment insurance, RCW 50.29.041: if the fund can pay fewer than 7 months of benefits at the yearly
 * cut-off date, every employer pays a solvency surcharge in the next rate year: the lowest that restores 9 months, at most 0.2
 * percent of wages. No surcharge for the rate years 2021 to 2025. (The cut-off date and the window of the benefits are ours.)
 */
export const washingtonSurcharge: Changes = {
  "rules.payableMonths.outgo": assumed("benefits", "reading"),
  "rules.payableMonths.observation": assumed("calendarMonth", "reading"),
  "rules.payableMonths.observationMonth": assumed(9, "calendar month"),
  "rules.trigger": {
    kind: "line",
    level: surcharge(7, "months", article),
    ...strictly,
    obligation: surcharge("shall", "reading", article),
  },
  "rules.measure": {
    kind: "restorePoints",
    target: surcharge(9, "months", article),
    cap: surcharge(0.002, "fraction", article),
    rounding: assumed(0, "fraction"),
    on: assumed("act", "reading"),
    ...fromJanuary,
    lasts: surcharge(12, "months", article),
    exemptYears: surcharge([2021, 2022, 2023, 2024, 2025], "calendar years", article),
  },
};

const bands = law("Revised Code of Washington, unemployment compensation, before 2005");

/**
 * Washington before 2005, RCW 50.29.025: the balance as a share of all wages selects one of seven schedules AA to F, with edges
 * at 2.90, 2.10, 1.70, 1.40, 1.00 and 0.70 percent. One month of the denominator is a twelfth of one percent of the year's
 * wages, so that 2.90 percent are 34.8. (The cut-off date and the rates of the schedules are ours.)
 */
export const washingtonSchedules: Changes = {
  "rules.payableMonths.denominator": assumed("costRate", "reading"),
  "rules.payableMonths.costRate": assumed(0.01, "fraction"),
  "rules.payableMonths.observation": assumed("calendarMonth", "reading"),
  "rules.payableMonths.observationMonth": assumed(6, "calendar month"),
  "rules.trigger": {
    kind: "none",
    words: {
      zh: "按结余占工资总额的比例选用七档费率之一。",
      en: "The balance as a share of all wages selects one of seven schedules.",
    },
  },
  "rules.measure": {
    kind: "schedule",
    edges: bands([8.4, 12, 16.8, 20.4, 25.2, 34.8], "months", "RCW 50.29.025"),
    factors: assumed([1.6, 1.4, 1.2, 1, 0.9, 0.8, 0.7], "ratio"),
    ...fromJanuary,
  },
};
