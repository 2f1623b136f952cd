import type { CityRates } from "../model/rules/cityRates.ts";
import type { LocalUplift } from "../model/rules/localUplift.ts";
import type { PhasedCut } from "../model/rules/phasedCut.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";
import type { Rules } from "../model/scenario/rules.ts";
import { monthName } from "./dates.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";
import { effectiveWords } from "./measureDefinitions.ts";

/** The readings of the rate rules in force: rates of a place, phased cut, relief, local uplift, limits of the base. */
export function rateDefinitions({ contribution }: Rules): { readonly [reading: string]: Definition } {
  const { cityRates, phasedCut, relief, localUplift, contributionBase } = contribution;
  return {
    ...(cityRates === undefined
      ? {}
      : { cityRates: stated({ ...cityRates, value: cityRates.kind }, places[cityRates.kind]) }),
    ...(phasedCut === undefined ? {} : cutDefinitions(phasedCut)),
    ...(relief === undefined
      ? {}
      : {
          relief: stated(
            { ...relief, value: relief.kind },
            relief.kind === "none"
              ? { zh: "不计阶段性减免", en: "No contribution relief" }
              : {
                  zh: `阶段性减免：中小微企业占缴费的 ${sharePercent(relief.smallShare.value)}；工程项目缴费不减免`,
                  en: `Contribution relief; small and medium firms owe ${sharePercent(relief.smallShare.value)} of contributions; construction projects are not relieved`,
                },
          ),
        }),
    ...(localUplift === undefined ? {} : upliftDefinitions(localUplift)),
    ...(contributionBase === undefined
      ? {}
      : {
          baseLimits: stated(
            {
              ...contributionBase,
              value: contributionBase.cap.map(({ value, from }, i) => ({
                from,
                cap: value,
                floor: contributionBase.floor[i]?.value,
              })),
            },
            limitWords(
              contributionBase.cap.map(({ value }) => value),
              contributionBase.floor.map(({ value }) => value),
            ),
          ),
        }),
  };
}

const places: { readonly [kind in CityRates["kind"]]: Bilingual } = {
  standard: { zh: "各地统一执行基准费率", en: "Every place has the standard base rates" },
  higherOfFormerAndStandard: {
    zh: "各地原费率高于统一标准的，逐类保留；低于的，调到标准",
    en: "Class by class a place keeps a former rate above the standard; lower ones rise to it",
  },
  own: { zh: "各地执行本地基准费率", en: "Each place has base rates of its own" },
};

function cutDefinitions(rule: PhasedCut): { readonly [reading: string]: Definition } {
  if (rule.kind === "none") {
    return { phasedCut: stated({ ...rule, value: "none" }, { zh: "不实行阶段性降费率", en: "No phased cut" }) };
  }
  const zh = rule.bands.map(({ level, cut }) => `满 ${level.value} 个月降 ${sharePercent(cut.value)}`).join("，");
  const en = rule.bands.map(({ level, cut }) => `${sharePercent(cut.value)} from ${level.value} months`).join(", ");
  const uniform =
    rule.kind === "uniform"
      ? {
          zh: `${monthName(rule.from, "zh")}至 ${monthName(rule.to, "zh")}各单位一律降 ${sharePercent(rule.cut.value)}；其余期间`,
          en: `every unit ${sharePercent(rule.cut.value)} from ${monthName(rule.from, "en")} to ${monthName(rule.to, "en")}; else `,
        }
      : { zh: "", en: "" };
  return {
    phasedCut: stated(
      { ...rule, value: rule.kind },
      { zh: `阶段性降费率：${uniform.zh}${zh}`, en: `Phased cut: ${uniform.en}${en}` },
    ),
    cutScope: stated(
      rule.scope,
      rule.scope.value === "pool"
        ? { zh: "降费率按整个基金的可支付月数测算", en: "The cut goes by the payable months of the whole fund" }
        : { zh: "降费率按各地自己的可支付月数测算", en: "The cut goes by each place's own payable months" },
    ),
    ...(rule.stopsBelow === undefined
      ? {}
      : {
          cutStops: stated(rule.stopsBelow, {
            zh: `期间内低于 ${rule.stopsBelow.value} 个月即停止下调`,
            en: `A cut in force ends once payable months fall below ${rule.stopsBelow.value}`,
          }),
        }),
  };
}

function upliftDefinitions(rule: LocalUplift): { readonly [reading: string]: Definition } {
  if (rule.kind === "none") {
    return {
      localUplift: stated(
        { ...rule, value: "none" },
        { zh: "各地不得自行上浮费率", en: "No place may raise its own rates" },
      ),
    };
  }
  const exit = rule.exit?.value;
  return {
    localUplift: stated(
      { ...rule, value: { kind: rule.kind, factor: rule.factor.value, cap: rule.cap.value } },
      {
        zh: `预计支出超过预计收入 ${sharePercent(rule.threshold.value)} 以上的地方可申请把本地基准费率 ×${rule.factor.value}，最高 ×${rule.cap.value}`,
        en: `A place whose expected outgo exceeds its income by more than ${sharePercent(rule.threshold.value)} may apply for base rates × ${rule.factor.value}, never above × ${rule.cap.value}`,
      },
    ),
    upliftAppliesTo: stated(
      rule.appliesTo,
      rule.appliesTo.value === "all"
        ? { zh: "自行上浮适用于全部基准费率", en: "Local uplift is read as covering all base rates" }
        : { zh: "自行上浮仅适用于工程建设项目", en: "Local uplift is read as covering construction projects only" },
    ),
    upliftCalled: stated(rule.called, callings[rule.called.value]),
    upliftEffective: stated(
      { ...rule.effective.lead, value: rule.effective.kind },
      {
        zh: `自行上浮：${effectiveWords(rule.effective).zh}`,
        en: `Local uplift: ${effectiveWords(rule.effective).en}`,
      },
    ),
    ...(rule.exit === undefined || exit === undefined
      ? {}
      : {
          upliftExit: stated(rule.exit, {
            zh:
              exit < 0
                ? `预计结余超过收入 ${sharePercent(-exit)} 的地方恢复基准费率`
                : `预计缺口低于收入 ${sharePercent(exit)} 的地方恢复基准费率`,
            en:
              exit < 0
                ? `A place with an expected surplus above ${sharePercent(-exit)} of income returns to base rates`
                : `A place with an expected gap below ${sharePercent(exit)} of income returns to base rates`,
          }),
        }),
  };
}

const callings: { readonly [reading in "always" | "watch" | "act"]: Bilingual } = {
  always: { zh: "各地可随时申请上浮", en: "A place may apply at any time" },
  watch: { zh: "基金低于关注线时各地可申请上浮", en: "Places may apply while the fund is below the watch line" },
  act: { zh: "基金低于触发线时各地可申请上浮", en: "Places may apply while the fund is below the action line" },
};

function limitWords(caps: readonly number[], floors: readonly number[]): Bilingual {
  const [cap, floor] = [caps, floors].map((limits) => limits.map(sharePercent));
  return {
    zh: `缴费基数上限为平均工资的 ${cap?.join("、")}，下限 ${floor?.join("、")}`,
    en: `Contribution base capped at ${cap?.join(", then ")} and floored at ${floor?.join(", then ")} of the average wage`,
  };
}
