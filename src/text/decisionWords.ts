import type { Decision } from "../model/rules/decision.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";
import { sharePercent } from "./definition.ts";

/** Who decides and when, as a reading. */
export function decisionWords(maker: Decision): Bilingual {
  switch (maker.kind) {
    case "automatic":
      return { zh: "触发即自动执行", en: "Taken automatically when the trigger fires" };
    case "never":
      return { zh: "从不采取措施", en: "Never taken" };
    case "delayed": {
      const [shortest, longest] = [maker.shortest.value, maker.longest.value];
      if (shortest === longest) {
        return { zh: `决策推迟 ${longest} 个月`, en: `Decided ${longest} month${longest === 1 ? "" : "s"} late` };
      }
      const zh = `决策推迟 ${shortest} 至 ${longest} 个月`;
      const en = `Decided ${shortest} to ${longest} months late`;
      if (maker.weights === undefined) return { zh, en };
      const shares = maker.weights.value.map(sharePercent);
      return { zh: `${zh}，各月概率 ${shares.join("、")}`, en: `${en}, with probabilities ${shares.join(", ")}` };
    }
    case "capped":
      return {
        zh: `每次至多同意平均费率变动 ${sharePercent(maker.step.value)}`,
        en: `Each decision grants at most ${sharePercent(maker.step.value)} of the contribution base`,
      };
    case "refuses":
      return {
        zh: `每次提请有 ${sharePercent(maker.probability.value)} 的概率不获批准，下次观察时再提`,
        en: `A call is refused with probability ${sharePercent(maker.probability.value)} and put again at the next observation`,
      };
  }
}

/** The same as a clause of the rule's sentence; empty where nothing stands between rule and measure. */
export function decisionClause(maker: Decision): Bilingual {
  switch (maker.kind) {
    case "delayed": {
      const [shortest, longest] = [maker.shortest.value, maker.longest.value];
      const delay = shortest === longest ? String(longest) : `${shortest}–${longest}`;
      return {
        zh: `决策推迟 ${delay} 个月，`,
        en: `, decided ${delay} ${delay === "1" ? "month" : "months"} late`,
      };
    }
    case "capped": {
      const step = sharePercent(maker.step.value);
      return { zh: `每次至多变动 ${step}，`, en: `, by at most ${step} a decision` };
    }
    case "refuses": {
      const chance = sharePercent(maker.probability.value);
      return { zh: `每次有 ${chance} 的概率不获批准，`, en: `, refused each time with probability ${chance}` };
    }
    default:
      return { zh: "", en: "" };
  }
}
