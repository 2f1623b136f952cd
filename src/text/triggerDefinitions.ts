import { hasLine, type LineTrigger, type Trigger } from "../model/rules/trigger.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";
import { type Definition, sharePercent, stated } from "./definition.ts";

type Definitions = { readonly [reading: string]: Definition };

/** The readings of the trigger: its lines, or what stands in place of a line. */
export function triggerDefinitions(trigger: Trigger): Definitions {
  if (trigger.kind === "none") return { trigger: stated({ ...trigger, value: "none" }, trigger.words) };
  const confirmed = {
    confirmation: stated(trigger.confirmation, confirmation(trigger.confirmation.value)),
    obligation: stated(trigger.obligation, obligations[trigger.obligation.value]),
  };
  if (!hasLine(trigger)) {
    const margin = sharePercent(trigger.margin.value);
    return {
      trigger: stated(
        { ...trigger.margin, ...trigger, value: { kind: "budgetDeficit", margin: trigger.margin.value } },
        trigger.margin.value === 0
          ? {
              zh: "下一年度预算支大于收即触发，不设月数线",
              en: "Fires when next year's budget shows outgo above income",
            }
          : {
              zh: `下一年度预算赤字超过支出的 ${margin}即触发，不设月数线`,
              en: `Fires when next year's budget shows a deficit above ${margin} of outgo`,
            },
      ),
      ...confirmed,
    };
  }
  return {
    ...lines(trigger),
    comparison: stated(trigger.comparison, comparisons[trigger.comparison.value]),
    tolerance: stated(trigger.tolerance, {
      zh: trigger.tolerance.value === 0 ? "不设容差" : `容差：线上加 ${trigger.tolerance.value} 个月`,
      en:
        trigger.tolerance.value === 0 ? "No tolerance" : `Tolerance: ${trigger.tolerance.value} months above the line`,
    }),
    ...confirmed,
  };
}

function lines(trigger: LineTrigger): Definitions {
  const act = trigger.kind === "line" ? trigger.level : trigger.lower;
  const actLevel = stated(act, { zh: `触发线：${act.value} 个月`, en: `Action line: ${act.value} months` });
  switch (trigger.kind) {
    case "line":
      return { actLevel };
    case "band":
      return {
        watchLevel: stated(trigger.upper, {
          zh: `关注线：${trigger.upper.value} 个月`,
          en: `Watch line: ${trigger.upper.value} months`,
        }),
        actLevel,
      };
    case "corridor":
      return {
        excessLevel: stated(trigger.upper, {
          zh: `结余上限：${trigger.upper.value} 个月`,
          en: `Upper limit of the reserve: ${trigger.upper.value} months`,
        }),
        actLevel,
      };
  }
}

function confirmation(times: number): Bilingual {
  return times === 1
    ? { zh: "一次观察即触发", en: "One observation is enough" }
    : { zh: `连续 ${times} 次观察才触发`, en: `Fires after ${times} observations in a row` };
}

const comparisons: { readonly [reading in LineTrigger["comparison"]["value"]]: Bilingual } = {
  below: { zh: "低于（等于不触发）", en: "Strictly below; on the line does not fire" },
  atOrBelow: { zh: "低于或等于", en: "At or below the line" },
};

const obligations: { readonly [reading in LineTrigger["obligation"]["value"]]: Bilingual } = {
  may: { zh: "“可”采取措施", en: "A measure may be taken" },
  shall: { zh: "“应当”采取措施", en: "A measure shall be taken" },
};
