import type { Bilingual } from "../model/scenario/quantity.ts";
import type { Effective, Rules } from "../model/scenario/rules.ts";
import { monthInFull } from "./dates.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";

/** The readings of the measure: what is done, at which line, from when, how long, until when, and who decides. */
export function measureDefinitions(rules: Rules): { readonly [reading: string]: Definition } {
  const { measure } = rules;
  if (measure.kind === "none")
    return { measure: stated({ ...measure, value: "none" }, { zh: "不采取措施", en: "Nothing is done" }) };
  const terms = {
    decision: stated({ ...rules.decision, value: rules.decision.kind }, decision(rules)),
    on: stated(
      measure.on,
      measure.on.value === "watch"
        ? { zh: "在关注线采取措施", en: "The measure is called for at the watch line" }
        : { zh: "在触发线采取措施", en: "The measure is called for at the action line" },
    ),
    effective: stated(
      {
        ...measure.effective.lead,
        value: {
          kind: measure.effective.kind,
          lead: measure.effective.lead.value,
          ...(measure.effective.kind === "month" ? { month: measure.effective.month } : {}),
        },
      },
      effectiveWords(measure.effective),
    ),
    hold: stated(measure.hold, {
      zh: measure.hold.value === 0 ? "不设最短执行期" : `至少执行 ${measure.hold.value} 个月`,
      en:
        measure.hold.value === 0
          ? "No minimum time in force"
          : `In force for at least ${plural(measure.hold.value, "month")}`,
    }),
    ...(measure.exit === undefined
      ? {}
      : {
          exit: stated(
            {
              ...measure.exit.level,
              value: { level: measure.exit.level.value, observation: measure.exit.observation.value },
            },
            {
              zh: `${ends[measure.exit.observation.value].zh}达到 ${measure.exit.level.value} 个月，次月恢复基准费率`,
              en: `Base rates return the month after ${measure.exit.level.value} payable months or more at a ${ends[measure.exit.observation.value].en}`,
            },
          ),
        }),
  };
  switch (measure.kind) {
    case "multiply":
      return {
        measure: stated(
          { ...measure.factor, value: { kind: "multiply", factor: measure.factor.value, cap: measure.cap.value } },
          {
            zh: `基准费率 ×${measure.factor.value}，最高 ×${measure.cap.value}`,
            en: `Base rates × ${measure.factor.value}, never above × ${measure.cap.value}`,
          },
        ),
        ...terms,
      };
    case "addPoints":
      return {
        measure: stated(
          { ...measure.points, value: { kind: "addPoints", points: measure.points.value, cap: measure.cap.value } },
          {
            zh: `费率加 ${sharePercent(measure.points.value)}，累计至多 ${sharePercent(measure.cap.value)}`,
            en: `Rates + ${sharePercent(measure.points.value)}, at most + ${sharePercent(measure.cap.value)} in all`,
          },
        ),
        ...terms,
      };
    case "restore":
      return {
        measure: stated(
          {
            ...measure.target,
            value: {
              kind: "restore",
              target: measure.target.value,
              by: measure.by,
              cap: measure.cap.value,
              rounding: measure.rounding.value,
            },
          },
          {
            zh: `使可支付月数在 ${monthInFull(measure.by, "zh")}末恢复到 ${measure.target.value} 个月的最低费率，最高 ×${measure.cap.value}`,
            en: `The lowest rate that restores ${measure.target.value} payable months by the end of ${monthInFull(measure.by, "en")}, never above × ${measure.cap.value}`,
          },
        ),
        ...terms,
      };
  }
}

const ends: { readonly [reading in Rules["payableMonths"]["observation"]["value"]]: Bilingual } = {
  monthEnd: { zh: "月末", en: "month end" },
  quarterEnd: { zh: "季度末", en: "quarter end" },
  yearEnd: { zh: "年末", en: "year end" },
};

/** When a decided change takes effect, in words. */
export function effectiveWords(effective: Effective): Bilingual {
  const lead = effective.lead.value;
  const months = plural(lead, "month");
  switch (effective.kind) {
    case "nextMonth":
      return lead === 0
        ? { zh: "决定后次月执行", en: "In force from the month after the decision" }
        : { zh: `决定满 ${lead} 个月后执行`, en: `In force from the month after ${months} have passed` };
    case "january":
      return lead === 0
        ? { zh: "决定后首个 1 月执行", en: "In force from the first January after the decision" }
        : {
            zh: `决定满 ${lead} 个月后的首个 1 月执行`,
            en: `In force from the first January at least ${months} after the decision`,
          };
    case "month":
      return {
        zh: `不早于 ${monthInFull(effective.month, "zh")}，且至少在决定 ${lead} 个月后执行`,
        en: `In force from ${monthInFull(effective.month, "en")}, at least ${months} after the decision`,
      };
  }
}

function decision({ decision: maker }: Rules): Bilingual {
  switch (maker.kind) {
    case "automatic":
      return { zh: "触发即自动执行", en: "Taken automatically when the trigger fires" };
    case "never":
      return { zh: "从不采取措施", en: "Never taken" };
    case "delayed": {
      const [shortest, longest] = [maker.shortest.value, maker.longest.value];
      return shortest === longest
        ? { zh: `决策推迟 ${longest} 个月`, en: `Decided ${plural(longest, "month")} late` }
        : { zh: `决策推迟 ${shortest} 至 ${longest} 个月`, en: `Decided ${shortest} to ${longest} months late` };
    }
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
