import { assumed } from "../fund.ts";
import { fromJanuary, law } from "./cited.ts";

const oregon = law("Oregon Revised Statutes");

/**
 * Oregon, unemployment insurance, ORS 657.459 and 657.439: the fund at 31 August ÷ the benefits that would be paid if high
 * unemployment came back selects one of eight schedules for the next year; 200 percent and more the lowest, then from 190, from
 * 170 and so on. The denominator is a share of wages, the cost of benefits under stress, and not what is being paid. 100 percent
 * are 12 months of it. (The stress rate, the edges below 170 percent and the rates of the schedules are ours.)
 */
export const oregonSchedules: Readonly<Record<string, unknown>> = {
  "rules.payableMonths.denominator": oregon("costRate", "reading", "657.459"),
  "rules.payableMonths.costRate": assumed(0.01, "fraction"),
  "rules.payableMonths.observation": oregon("calendarMonth", "reading", "657.459"),
  "rules.payableMonths.observationMonth": oregon(8, "calendar month", "657.459"),
  "rules.trigger": {
    kind: "none",
    words: { zh: "按基金充足率选用八档费率之一。", en: "The adequacy of the fund selects one of eight schedules." },
  },
  "rules.measure": {
    kind: "schedule",
    edges: oregon([9, 12, 15, 17.4, 20.4, 22.8, 24], "months", "657.459"),
    factors: assumed([1.8, 1.6, 1.4, 1.3, 1.2, 1.1, 1, 0.9], "ratio"),
    ...fromJanuary,
  },
};
