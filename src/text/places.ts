import type { Bilingual } from "../model/scenario/quantity.ts";
import { monthOfYear } from "./dates.ts";
import { partName } from "./fields.ts";
import type { Language } from "./numbers.ts";

/** What the members of a list are, by the list's name; the number is that of the member, from 1. */
const members: { readonly [list: string]: (number: number) => Bilingual } = {
  regions: (n) => ({ zh: `第 ${n} 个统筹区`, en: `region ${n}` }),
  payers: (n) => ({ zh: `第 ${n} 个承担方`, en: `payer ${n}` }),
  steps: (n) => ({ zh: `第 ${n} 步`, en: `step ${n}` }),
  history: (n) => ({ zh: `第 ${n} 期`, en: `period ${n}` }),
  budgets: (n) => ({ zh: `第 ${n} 个年度`, en: `year ${n}` }),
  termDeposits: (n) => ({ zh: `第 ${n} 笔`, en: `deposit ${n}` }),
  local: (n) => ({ zh: `第 ${n} 地`, en: `place ${n}` }),
  calendar: (n) => ({ zh: `第 ${n} 项`, en: `duty ${n}` }),
  hindcast: (n) => ({ zh: `第 ${n} 点`, en: `point ${n}` }),
  headcount: industryClass,
  contributionWage: industryClass,
  baseRates: industryClass,
  ownBaseRates: industryClass,
  formerRates: industryClass,
  bands: (n) => ({ zh: `第 ${n} 档`, en: `band ${n}` }),
  terms: (n) => ({ zh: `第 ${n} 期`, en: `term ${n}` }),
  frequency: industryClass,
  seasonality: monthOfSeason,
  injurySeasonality: monthOfSeason,
  paymentPattern: (n) => ({ zh: `第 ${n} 个月`, en: `month ${n}` }),
  stay: (n) => ({ zh: `第 ${n} 个月`, en: `month ${n}` }),
  appraisal: (n) => ({ zh: `第 ${n} 个月`, en: `month ${n}` }),
  termination: (n) => ({ zh: `第 ${n} 个月`, en: `month ${n}` }),
  payments: (n) => ({ zh: `第 ${n} 个月`, en: `month ${n}` }),
};

/** Lists of values by date. */
const datedLists = new Set(["baseRates", "ownBaseRates"]);

/** Parts of a path that only hold others. */
const holders = new Set(["of", "regions", "groups"]);

/**
 * A place in a scenario file in words, for paths that may not fit any scenario: "basis.regions.0.headcount.value.0" as
 * "第 1 个统筹区·参保人数·第 1 类". The group that a path begins with is left out where more follows. "" where no part of the path
 * has a name.
 */
export function placeName(path: string, language: Language): string {
  const parts = path.split(".");
  const shown: string[] = [];
  let named = false;
  let list = "";
  for (const [i, part] of parts.entries()) {
    const number = /^\d{1,4}$/.test(part) ? Number(part) + 1 : undefined;
    // A list of values by date counts its values first, each of which may be a list by class.
    const isDate = datedLists.has(list) && parts[i - 1] === list;
    const name =
      number === undefined
        ? partName(part, language, parts.slice(0, i))
        : isDate
          ? undefined
          : members[list]?.(number)[language];
    named ||= name !== undefined;
    if (number === undefined && part !== "value") list = part;
    const isGroup = i === 0 && parts.length > 2;
    if (isGroup || part === "value" || (holders.has(part) && i < parts.length - 1)) continue;
    if (number === undefined) shown.push(hasClass(parts, i) ? withoutRange(name ?? part) : (name ?? part));
    else shown.push(name ?? itemName(number, language));
  }
  const text = named ? shown.join(language === "zh" ? "·" : " / ") : "";
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Whether a member of the list at a place is named right after it, so that the list need not name their range. */
function hasClass(parts: readonly string[], at: number): boolean {
  const next = parts[at + 1] === "value" ? parts[at + 2] : parts[at + 1];
  return /^\d+$/.test(next ?? "");
}

function withoutRange(name: string): string {
  return name.replace(/（.*）$| \(.*\)$/, "");
}

function itemName(number: number, language: Language): string {
  return language === "zh" ? `第 ${number} 项` : `item ${number}`;
}

function industryClass(number: number): Bilingual {
  return { zh: `第 ${number} 类`, en: `class ${number}` };
}

function monthOfSeason(number: number): Bilingual {
  return { zh: monthOfYear(number, "zh"), en: monthOfYear(number, "en") };
}
