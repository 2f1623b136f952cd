import type { Observation } from "../model/rules/payableMonths.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";
import { monthOfYear } from "./dates.ts";

/** An observation date as a noun: "季度末", "quarter end", "9 月末", "end of September". */
export function observationDate(observation: Observation, month: number | undefined): Bilingual {
  switch (observation) {
    case "monthEnd":
      return { zh: "月末", en: "month end" };
    case "quarterEnd":
      return { zh: "季度末", en: "quarter end" };
    case "yearEnd":
      return { zh: "年末", en: "year end" };
    case "calendarMonth":
      return { zh: `${monthOfYear(month ?? 12, "zh")}末`, en: `end of ${monthOfYear(month ?? 12, "en")}` };
  }
}

/** Several of them: "个季度末", "quarter ends", "个 9 月末", "ends of September". */
export function observationDates(observation: Observation, month: number | undefined): Bilingual {
  const { zh, en } = observationDate(observation, month);
  return observation === "calendarMonth"
    ? { zh: `个 ${zh}`, en: en.replace("end of", "ends of") }
    : { zh: `个${zh}`, en: `${en}s` };
}

/** "at a quarter end", "at the end of September". */
export function atObservation(observation: Observation, month: number | undefined): string {
  const { en } = observationDate(observation, month);
  return observation === "calendarMonth" ? `at the ${en}` : `at a ${en}`;
}
