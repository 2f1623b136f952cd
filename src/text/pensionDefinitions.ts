import type { Indexation } from "../model/rules/indexation.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { monthOfYear } from "./dates.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";

const groups: { readonly [group in "disability" | "care" | "survivors"]: Bilingual } = {
  disability: { zh: "伤残津贴", en: "Disability pensions" },
  care: { zh: "生活护理费", en: "Care allowances" },
  survivors: { zh: "供养亲属抚恤金", en: "Survivors' pensions" },
};

/** Readings of the long-term benefits in force, where the scenario has pensioners. */
export function pensionDefinitions({ basis, rules }: Scenario): { readonly [reading: string]: Definition } {
  const hasPensioners = basis.kind === "detailed" && (basis.pensioners ?? []).length + (basis.awards ?? []).length > 0;
  if (!hasPensioners || rules.pensions === undefined) return {};
  const { indexation, retirement } = rules.pensions;
  const found: { [reading: string]: Definition } = {};
  for (const group of ["disability", "care", "survivors"] as const) {
    const rule = indexation?.[group];
    if (rule === undefined) continue;
    const { zh, en } = adjustment(rule);
    found[`indexation.${group}`] = stated(
      { ...rule, value: rule.kind },
      { zh: `${groups[group].zh}${zh}`, en: `${groups[group].en} ${en}` },
    );
  }
  if (retirement !== undefined) {
    found["retirement"] = stated(retirement.oldAgePension, {
      zh: `一至四级到法定退休年龄后，基本养老金按伤残津贴的 ${sharePercent(retirement.oldAgePension.value)} 计，差额由基金补足`,
      en: `After retirement of grades 1–4 the old-age pension is ${sharePercent(retirement.oldAgePension.value)} of the disability pension; the fund pays what is above it`,
    });
  }
  return found;
}

function adjustment(rule: Indexation): Bilingual {
  const month = Number(rule.first.slice(5));
  const years = rule.everyYears.value;
  const when = {
    zh: `${years === 1 ? "每年" : `每 ${years} 年`}于 ${month} 月调整`,
    en: `are adjusted in ${monthOfYear(month, "en")} ${years === 1 ? "each year" : `every ${years} years`}`,
  };
  const floor = rule.downward.value === "never" ? { zh: "，只升不降", en: ", never down" } : { zh: "", en: "" };
  if (rule.kind === "stated") {
    return { zh: `${when.zh}，按公布的幅度${floor.zh}`, en: `${when.en} by the announced rate${floor.en}` };
  }
  const wages = sharePercent(rule.wageWeight.value);
  const prices = sharePercent(rule.priceWeight.value);
  return {
    zh: `${when.zh}，工资增长权重 ${wages}、物价权重 ${prices}${floor.zh}`,
    en: `${when.en} by ${wages} of wage growth and ${prices} of price growth${floor.en}`,
  };
}
