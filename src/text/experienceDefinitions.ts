import type { ExperienceRating } from "../model/rules/experience/experienceRating.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";
import type { Rules } from "../model/scenario/rules.ts";
import { monthName } from "./dates.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";

/** The readings of experience rating in force: template and thresholds, cycle, denominator, floor, where the average starts. */
export function experienceDefinitions({ contribution }: Rules): { readonly [reading: string]: Definition } {
  const rating = contribution.experience;
  if (rating === undefined) return {};
  const { indicator, cycle, effective } = rating;
  const since = { zh: monthName(effective.value, "zh"), en: monthName(effective.value, "en") };
  const from = indicator.thresholds ?? (indicator.kind === "noClaims" ? indicator.reductions : indicator);
  const noThresholds = indicator.kind === "noClaims" && indicator.thresholds === undefined;
  return {
    experienceIndicator: stated({ ...from, value: indicator.kind }, template(indicator)),
    experienceCycle: stated(cycle, {
      zh: `费率每 ${cycle.value} 个月浮动一次，首次自 ${since.zh}起`,
      en: `Rates float every ${cycle.value} ${cycle.value === 1 ? "month" : "months"}, first from ${since.en}`,
    }),
    ...(noThresholds
      ? {}
      : { experienceDenominator: stated(rating.denominator, denominators[rating.denominator.value]) }),
    ...(noThresholds ? {} : { experienceThreshold: stated(rating.atThreshold, onThreshold[rating.atThreshold.value]) }),
    experienceFloor: stated(rating.floor, floors[rating.floor.value]),
    experienceCalibrated: stated(rating.calibrated, starts[rating.calibrated.value]),
  };
}

type Indicator = ExperienceRating["indicator"];

function template(indicator: Indicator): Bilingual {
  const values = indicator.thresholds?.value.map(sharePercent) ?? [];
  const [zh, en] = [values.join("、"), values.join(", ")];
  switch (indicator.kind) {
    case "ratio":
      return { zh: `按支缴率分档，分界为 ${zh}`, en: `Steps by pay/contribution ratio, with thresholds at ${en}` };
    case "twoWay":
      return {
        zh: `按有无新发工伤和支缴率双向分档，分界为 ${zh}`,
        en: `Steps by new injury and pay/contribution ratio, with thresholds at ${en}`,
      };
    case "noClaims": {
      const steps = indicator.reductions.value.map(sharePercent);
      return {
        zh: `按连续无工伤的周期下浮至 ${steps.join("、")}${zh === "" ? "，不上浮" : `，支缴率超过 ${zh} 上浮`}`,
        en: `Lowered to ${steps.join(", ")} by cycles in a row without a claim${en === "" ? ", never raised" : `, raised above a ratio of ${en}`}`,
      };
    }
    case "points":
      return {
        zh: `支缴率每超过一档（${zh}）上调百分点，连续 ${indicator.cleanCycles.value} 个周期无工伤下浮至 ${sharePercent(indicator.cleanFactor.value)}`,
        en: `Points are added for each threshold passed (${en}); lowered to ${sharePercent(indicator.cleanFactor.value)} after ${indicator.cleanCycles.value} cycles without a claim`,
      };
  }
}

const denominators: { readonly [reading in ExperienceRating["denominator"]["value"]]: Bilingual } = {
  paid: { zh: "支缴率的分母：实缴保费", en: "Ratio divides by contributions paid" },
  atBaseRate: { zh: "支缴率的分母：按基准费率计算的保费", en: "Ratio divides by contributions at the base rate" },
};

const onThreshold: { readonly [reading in ExperienceRating["atThreshold"]["value"]]: Bilingual } = {
  lower: { zh: "支缴率恰在分界：归入低档", en: "A ratio on a threshold takes the lower step" },
  higher: { zh: "支缴率恰在分界：归入高档", en: "A ratio on a threshold takes the higher step" },
};

const floors: { readonly [reading in ExperienceRating["floor"]["value"]]: Bilingual } = {
  none: { zh: "下浮费率不设下限", en: "A lowered rate has no floor" },
  class1: { zh: "下浮后不低于一类行业基准费率", en: "A lowered rate is not below the base rate of class 1" },
};

const starts: { readonly [reading in ExperienceRating["calibrated"]["value"]]: Bilingual } = {
  stated: { zh: "期初平均浮动系数：按基金概况所列", en: "Average factor at the start: as the basis states it" },
  observed: {
    zh: "期初平均浮动系数：使缴费等于近 12 个月收入",
    en: "Average factor at the start: meets the contributions of the last 12 months",
  },
};
