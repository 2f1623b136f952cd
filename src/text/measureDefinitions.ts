import type { ExcessMeasure, Measure } from "../model/rules/measure.ts";
import type { Effective } from "../model/rules/timing.ts";
import type { Bilingual, Provenance } from "../model/scenario/quantity.ts";
import type { Rules } from "../model/scenario/rules.ts";
import { monthInFull } from "./dates.ts";
import { decisionWords } from "./decisionWords.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";
import { observationDate } from "./observation.ts";

type Taken = Exclude<Measure, { readonly kind: "none" }>;
type TakenExcess = Exclude<ExcessMeasure, { readonly kind: "none" }>;
type Definitions = { readonly [reading: string]: Definition };

/** The readings of the measure: what is done, at which line, from when, how long, until when, and who decides. */
export function measureDefinitions(rules: Rules): Definitions {
  const { measure } = rules;
  return { ...(measure.kind === "none" ? nothing(measure) : taken(rules, measure)), ...atUpperEdge(rules) };
}

function nothing(measure: Provenance): Definitions {
  return { measure: stated({ ...measure, value: "none" }, { zh: "不采取措施", en: "Nothing is done" }) };
}

function taken(rules: Rules, measure: Taken): Definitions {
  const [from, value, words] = whatIsDone(measure);
  return {
    measure: stated({ ...from, value }, words),
    decision: stated({ ...rules.decision, value: rules.decision.kind }, decisionWords(rules.decision)),
    ...(measure.kind === "schedule"
      ? {}
      : {
          on: stated(
            measure.on,
            measure.on.value === "watch"
              ? { zh: "在关注线采取措施", en: "The measure is called for at the watch line" }
              : rules.trigger.kind === "budgetDeficit"
                ? { zh: "编制预算时采取措施", en: "The measure is called for when the budget is drafted" }
                : { zh: "在触发线采取措施", en: "The measure is called for at the action line" },
          ),
        }),
    ...times(measure),
    ...(measure.kind === "schedule" || measure.lasts === undefined || measure.lasts.value === 0
      ? {}
      : {
          lasts: stated(measure.lasts, {
            zh: `执行 ${measure.lasts.value} 个月后自动恢复基准费率`,
            en: `Base rates return by themselves after ${plural(measure.lasts.value, "month")}`,
          }),
        }),
    ...exit(rules, measure),
  };
}

/** When it starts and how long it stays. */
function times(measure: Taken | TakenExcess): Definitions {
  const { effective, hold, exemptYears } = measure;
  return {
    effective: stated(
      {
        ...effective.lead,
        value: {
          kind: effective.kind,
          lead: effective.lead.value,
          ...(effective.kind === "month" ? { month: effective.month } : {}),
        },
      },
      effectiveWords(effective),
    ),
    hold: stated(hold, {
      zh: hold.value === 0 ? "不设最短执行期" : `至少执行 ${hold.value} 个月`,
      en: hold.value === 0 ? "No minimum time in force" : `In force for at least ${plural(hold.value, "month")}`,
    }),
    ...(exemptYears === undefined
      ? {}
      : {
          exemptYears: stated(exemptYears, {
            zh: `${exemptYears.value.join("、")} 年不执行`,
            en: `Not in force in ${exemptYears.value.join(", ")}`,
          }),
        }),
  };
}

function exit({ payableMonths }: Rules, measure: Taken): Definitions {
  if (measure.kind === "schedule" || measure.exit === undefined) return {};
  const { level, observation, comparison } = measure.exit;
  const date = observationDate(observation.value, payableMonths.observationMonth?.value);
  const above = comparison?.value === "above";
  return {
    exit: stated(
      {
        ...level,
        value: { level: level.value, observation: observation.value, ...(above ? { comparison: "above" } : {}) },
      },
      {
        zh: `${date.zh}${above ? "超过" : "达到"} ${level.value} 个月，次月恢复基准费率`,
        en: `Base rates return the month after ${above ? "more than " : ""}${level.value} payable months${above ? "" : " or more"} at ${observation.value === "calendarMonth" ? "the" : "a"} ${date.en}`,
      },
    ),
  };
}

/** Where it comes from, as data, and in words. */
function whatIsDone(measure: Taken): [Provenance, unknown, Bilingual] {
  switch (measure.kind) {
    case "multiply":
      return [
        measure.factor,
        { kind: "multiply", factor: measure.factor.value, cap: measure.cap.value },
        {
          zh: `基准费率 ×${measure.factor.value}，最高 ×${measure.cap.value}`,
          en: `Base rates × ${measure.factor.value}, never above × ${measure.cap.value}`,
        },
      ];
    case "addPoints":
      return [
        measure.points,
        { kind: "addPoints", points: measure.points.value, cap: measure.cap.value },
        {
          zh: `费率加 ${sharePercent(measure.points.value)}，累计至多 ${sharePercent(measure.cap.value)}`,
          en: `Rates + ${sharePercent(measure.points.value)}, at most + ${sharePercent(measure.cap.value)} in all`,
        },
      ];
    case "restore":
    case "restorePoints": {
      const points = measure.kind === "restorePoints";
      const goal = goalWords(measure);
      const most = points ? `+${sharePercent(measure.cap.value)}` : `×${measure.cap.value}`;
      const mostEnglish = points ? `+ ${sharePercent(measure.cap.value)}` : `× ${measure.cap.value}`;
      return [
        measure.target ?? measure.cap,
        {
          kind: measure.kind,
          ...(measure.target === undefined ? {} : { target: measure.target.value }),
          ...(measure.by === undefined ? {} : { by: measure.by }),
          cap: measure.cap.value,
          rounding: measure.rounding.value,
          ...(measure.step === undefined ? {} : { step: measure.step.value }),
        },
        {
          zh: `使可支付月数${goal.zh}的${points ? "最低加点" : "最低费率"}，最高 ${most}`,
          en: `The ${points ? "smallest addition to every rate" : "lowest rate"} that restores ${goal.en}, never above ${mostEnglish}`,
        },
      ];
    }
    case "classTable":
      return [
        measure.classRates,
        { kind: "classTable", classRates: measure.classRates.value },
        {
          zh: `八个行业类别的基准费率改为 ${measure.classRates.value.map(sharePercent).join("、")}`,
          en: `Base rates of the eight classes become ${measure.classRates.value.map(sharePercent).join(", ")}`,
        },
      ];
    case "schedule": {
      const values =
        measure.factors === undefined
          ? (measure.points?.value ?? []).map((points) => `+${sharePercent(points)}`)
          : measure.factors.value.map((factor) => `×${factor}`);
      return [
        measure.edges,
        {
          kind: "schedule",
          edges: measure.edges.value,
          ...(measure.factors === undefined ? { points: measure.points?.value } : { factors: measure.factors.value }),
          ...(measure.step === undefined ? {} : { step: measure.step.value }),
        },
        {
          zh: `费率按可支付月数分档，界限 ${measure.edges.value.join("、")} 个月，自低到高为 ${values.join("、")}`,
          en: `Rates by band of payable months with edges at ${measure.edges.value.join(", ")}, from the lowest: ${values.join(", ")}`,
        },
      ];
    }
    case "buildUp": {
      const share = sharePercent(measure.share.value);
      const part = measure.approved.value;
      return [
        measure.share,
        {
          kind: "buildUp",
          share: measure.share.value,
          approved: part,
          ...(measure.target === undefined ? {} : { target: measure.target.value }),
        },
        {
          zh: `每年增收上年支出的 ${share}${part < 1 ? `（获批 ${sharePercent(part)}）` : ""}，直至达到目标`,
          en: `Each year ${share} of last year's outgo is added${part < 1 ? ` (${sharePercent(part)} of it approved)` : ""} until the target is reached`,
        },
      ];
    }
  }
}

/** What a restoring measure aims at and by when, after "使可支付月数" and after "restores". */
export function goalWords({
  target,
  by,
}: Pick<Extract<Measure, { readonly kind: "restore" }>, "target" | "by">): Bilingual {
  const end =
    by === undefined
      ? { zh: "执行当年年末", en: "the end of the year of the new rate" }
      : { zh: ` ${monthInFull(by, "zh")}末`, en: `the end of ${monthInFull(by, "en")}` };
  return target === undefined
    ? { zh: `在${end.zh}恢复到所触及的线`, en: `payable months to the line that was hit by ${end.en}` }
    : { zh: `在${end.zh}恢复到 ${target.value} 个月`, en: `${target.value} payable months by ${end.en}` };
}

function atUpperEdge({ excessMeasure: measure }: Rules): Definitions {
  if (measure === undefined || measure.kind === "none") return {};
  const goal = measure.kind === "restore" ? goalWords(measure) : undefined;
  return {
    excessMeasure:
      measure.kind === "multiply"
        ? stated(
            {
              ...measure.factor,
              value: { kind: "multiply", factor: measure.factor.value, floor: measure.floor.value },
            },
            {
              zh: `超过结余上限时基准费率 ×${measure.factor.value}，最低 ×${measure.floor.value}`,
              en: `Above the upper limit base rates × ${measure.factor.value}, never below × ${measure.floor.value}`,
            },
          )
        : stated(
            {
              ...(measure.target ?? measure.floor),
              value: {
                kind: "restore",
                ...(measure.target === undefined ? {} : { target: measure.target.value }),
                ...(measure.by === undefined ? {} : { by: measure.by }),
                floor: measure.floor.value,
                rounding: measure.rounding.value,
              },
            },
            {
              zh: `超过结余上限时降低费率，使可支付月数${goal?.zh}，最低 ×${measure.floor.value}`,
              en: `Above the upper limit the rate is lowered to what restores ${goal?.en}, never below × ${measure.floor.value}`,
            },
          ),
  };
}

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

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
