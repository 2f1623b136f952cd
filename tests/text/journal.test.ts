import { describe, expect, test } from "vitest";
import type { JournalEvent } from "../../src/model/ledger/journal.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import { provenanceAt } from "../../src/text/eventSource.ts";
import { eventName, eventNames, eventsText, eventText } from "../../src/text/journal.ts";
import { assumed, fund } from "../model/fund.ts";
import { bundled } from "../scenarios/bundled.ts";

const HAN = /[\u3400-\u9fff]/;
const zhejiang = bundled("zhejiang-2024");
const shared = fund({
  "rules.shortfall.payers": [
    { id: "province", name: { zh: "省级财政", en: "the province" }, share: assumed(0.9, "fraction") },
  ],
});

const at = { t: 0, rule: "rules.measure", region: -1, amount: 0 } as const;

/** Every kind, by itself and for a region, in yuan. */
const told: readonly (readonly [Omit<JournalEvent, "t" | "rule"> & { readonly rule?: string }, string, string])[] = [
  [
    { kind: "triggerFired", region: -1, amount: 0, value: 8.7354 },
    "预警触发：可支付月数为 8.74 个月。",
    "The trigger fired: payable months stood at 8.74.",
  ],
  [
    { kind: "triggerFired", rule: "rules.trigger.upper", region: -1, amount: 0, value: 11.982 },
    "进入关注：可支付月数为 11.98 个月，关注线为 12 个月。",
    "The fund is watched: payable months stood at 11.98; the watch line is 12 months.",
  ],
  [
    { kind: "triggerFired", rule: "rules.trigger.lower", region: -1, amount: 0, value: 8.7 },
    "预警触发：可支付月数为 8.70 个月，触发线为 9 个月。",
    "The trigger fired: payable months stood at 8.70; the action line is 9 months.",
  ],
  [
    { kind: "measureDecided", region: -1, amount: 0, value: 1.15 },
    "决定把费率定为基准费率的 115%，期内未执行。",
    "It was decided to set rates to 115% of base rates, which does not happen within the run.",
  ],
  [
    { kind: "measureInForce", region: -1, amount: 0, value: 1.3225 },
    "基准费率的 132.25%开始执行。",
    "Rates of 132.25% of base rates come into force.",
  ],
  [{ kind: "measureEnded", region: -1, amount: 0, value: 1 }, "恢复基准费率。", "Base rates return."],
  [
    { kind: "upliftInForce", region: 0, amount: 0, value: 1.2 },
    "杭州市的费率上浮 20%，开始执行。",
    "The rates of Hangzhou rise by 20% from now on.",
  ],
  [
    { kind: "cutInForce", region: 0, amount: 0, value: 0.5 },
    "杭州市阶段性降低费率 50%，开始执行。",
    "The rates of Hangzhou are cut by 50% for a time.",
  ],
  [
    { kind: "cutEnded", region: 0, amount: 0, value: 1 },
    "杭州市的阶段性降费结束。",
    "The phased cut of Hangzhou ends.",
  ],
  [
    { kind: "reliefInForce", region: -1, amount: 0, value: 0.5 },
    "减免缴费的 50%，开始执行。",
    "Relief begins: 50% of contributions are waived.",
  ],
  [{ kind: "reliefInForce", region: -1, amount: 0, value: 0 }, "缴费减免结束。", "The relief from contributions ends."],
  [
    { kind: "stepsChanged", region: 0, amount: 0, value: 1.0326 },
    "杭州市重新核定费率档次，平均浮动系数为 1.033。",
    "Rate steps were set anew in Hangzhou: the average factor is 1.033.",
  ],
  [
    { kind: "transferred", region: 0, amount: 12.5, payer: "pooledFund" },
    "统筹基金划给杭州市 12.5 元。",
    "12.5 yuan went from the pooled fund to Hangzhou.",
  ],
  [
    { kind: "called", region: 0, amount: 7 },
    "调用杭州市未上缴的结余 7 元。",
    "7 yuan was called in from what Hangzhou had kept.",
  ],
  [
    { kind: "emergencyRequest", region: 0, amount: 7 },
    "杭州市支出户不足，申请拨付 7 元。",
    "Hangzhou ran short of cash and asked for 7 yuan.",
  ],
  [{ kind: "remitted", region: 0, amount: 7 }, "杭州市上缴 7 元。", "Hangzhou paid in 7 yuan."],
  [{ kind: "refilled", region: 0, amount: 7 }, "杭州市补足 7 元。", "Hangzhou topped up 7 yuan."],
  [
    { kind: "gapOpened", region: -1, amount: 123_456.78 },
    "基金当月付不清，缺口 123\u202f456.78 元。",
    "The fund could not pay the month: a gap of 123\u202f456.78 yuan.",
  ],
  [
    { kind: "gapPaid", region: 0, amount: 7, payer: "localGovernment" },
    "杭州市的缺口：地方政府承担 7 元。",
    "The local government covered 7 yuan of the gap of Hangzhou.",
  ],
  [
    { kind: "unpaid", region: -1, amount: 7 },
    "7 元无人承担，记为未付，下月优先支付。",
    "7 yuan was covered by nobody; it stays unpaid and is due first next month.",
  ],
  [
    { kind: "budgetDrafted", region: -1, amount: 7, value: -0.024 },
    "编制下一年度预算：支出 7 元，赤字为支出的 2.4%。",
    "Next year's budget was drafted: outgo 7 yuan, a deficit of 2.4% of it.",
  ],
  [
    { kind: "settled", region: 0, amount: 7, payer: "localGovernment" },
    "年度清算：杭州市地方政府缴来 7 元。",
    "Yearly settlement: the local government of Hangzhou paid 7 yuan.",
  ],
  [
    { kind: "turnoverSet", region: 0, amount: 7 },
    "杭州市的周转金定为 7 元。",
    "The turnover fund of Hangzhou was set at 7 yuan.",
  ],
  [{ kind: "reserveFilled", region: -1, amount: 7 }, "提取储备金 7 元。", "7 yuan was set aside in the reserve fund."],
  [{ kind: "reserveDrawn", region: -1, amount: 7 }, "动用储备金 7 元。", "7 yuan was drawn from the reserve fund."],
  [
    { kind: "indexed", region: -1, amount: 7, value: 0.0451 },
    "待遇调整 4.51%，当月多支出 7 元。",
    "Benefits were indexed by 4.51%: 7 yuan more in the month.",
  ],
];

test.each(told)("%o is said in both languages", (event, zh, en) => {
  expect(eventText({ ...at, ...event }, zhejiang, "zh", "yuan")).toBe(zh);
  expect(eventText({ ...at, ...event }, zhejiang, "en", "yuan")).toBe(en);
});

test("every kind of event has a sentence and a name in both languages, also without figure and payer", () => {
  const kinds = Object.keys(eventNames) as JournalEvent["kind"][];
  expect([...new Set(told.map(([{ kind }]) => kind))].sort()).toEqual([...kinds].sort());
  for (const kind of kinds) {
    for (const region of [-1, 0]) {
      const zh = eventText({ ...at, kind, region }, zhejiang, "zh", "hundredMillionYuan");
      const en = eventText({ ...at, kind, region }, zhejiang, "en", "hundredMillionYuan");
      expect(zh).toMatch(/[\u3400-\u9fff].*。$/);
      expect(zh).not.toMatch(/undefined|NaN|[\u3400-\u9fff][,;:]/);
      expect(en).toMatch(/^[A-Z0-9].*\.$/);
      expect(en).not.toMatch(/undefined|NaN/);
      expect(HAN.test(en)).toBe(false);
    }
    expect(HAN.test(eventNames[kind].zh)).toBe(true);
    expect(HAN.test(eventNames[kind].en)).toBe(false);
  }
});

test("a firing without a line names the deficit, and the upper edge of a corridor is no watch line", () => {
  const { rules } = zhejiang;
  const fired = { ...at, kind: "triggerFired" } as const;
  const deficit = {
    ...zhejiang,
    rules: { ...rules, trigger: { ...rules.trigger, kind: "budgetDeficit" } },
  } as Scenario;
  expect(eventText({ ...fired, rule: "rules.trigger", value: -0.0312 }, deficit, "zh", "yuan")).toBe(
    "预警触发：下一年度预算赤字为支出的 3.1%。",
  );
  const corridor = { ...zhejiang, rules: { ...rules, trigger: { ...rules.trigger, kind: "corridor" } } } as Scenario;
  const passed = { ...fired, rule: "rules.trigger.upper", value: 13 };
  expect(eventText(passed, corridor, "en", "yuan")).toBe(
    "The upper line was passed: payable months stood at 13.00; the upper line is 12 months.",
  );
  expect(eventName(passed, corridor)).toEqual(eventNames.triggerFired);
  expect(eventName(passed, zhejiang).zh).toBe("关注");
});

test("events of one rule together name the regions and the sum, or the cut that they share", () => {
  const four = [0, 1, 2, 3].map((region) => ({ ...at, kind: "remitted" as const, region, amount: 2.5 }));
  expect(eventsText(four, zhejiang, "zh", "yuan")).toBe("上缴：4 个地区，合计 10 元。");
  expect(eventsText(four, zhejiang, "en", "yuan")).toBe("Remitted: 4 regions, 10 yuan in all.");
  const cut = four.map((each) => ({ ...each, kind: "cutInForce" as const, amount: 0, value: 0.8 }));
  expect(eventsText(cut, zhejiang, "zh", "yuan")).toBe("降费 20%：4 个地区。");
  const unlike = cut.map((each, i) => ({ ...each, value: i === 0 ? 0.5 : 0.8 }));
  expect(eventsText(unlike, zhejiang, "en", "yuan")).toBe("Cut: 4 regions.");
});

test("aid of a pooled fund names what the local government owes out of it", () => {
  const suzhou = bundled("suzhou-2020");
  const paid = { ...at, kind: "gapPaid" as const, region: 0, amount: 50_000, payer: "pooledAid" };
  expect(eventText(paid, suzhou, "zh", "yuan")).toMatch(
    /的缺口：统筹基金补助承担 50\u202f000 元，当地政府按补助额的 20% 上解市级财政 10\u202f000 元。$/,
  );
  expect(eventText(paid, suzhou, "en", "yuan")).toMatch(
    /^Pooled fund, aid on application covered 50\u202f000 yuan of the gap of .+; its government pays 20% of the aid, 10\u202f000 yuan, to city finance\.$/,
  );
});

test("a transfer for large accidents says what it is for", () => {
  const rule = "rules.pooledFund.majorAccidents";
  const paid = { ...at, kind: "transferred" as const, region: 0, amount: 12.5, payer: "pooledFund", rule };
  expect(eventText(paid, zhejiang, "zh", "yuan")).toBe("重大事故的待遇：统筹基金划给杭州市 12.5 元。");
});

test("a decision names the month from which it is in force", () => {
  const decided = { ...at, kind: "measureDecided", value: 1 } as const;
  expect(eventText(decided, zhejiang, "zh", "yuan", "2027-01")).toBe("决定调整费率，自 2027 年 1 月起执行。");
  expect(eventText(decided, zhejiang, "en", "yuan", "2027-01")).toBe(
    "It was decided to change rates, from January 2027.",
  );
});

describe("who paid", () => {
  const paid = { ...at, kind: "gapPaid", amount: 7 } as const;

  test("a payer of the rules goes by the name there", () => {
    expect(eventText({ ...paid, payer: "province" }, shared, "zh", "yuan")).toBe("省级财政承担 7 元。");
    expect(eventText({ ...paid, payer: "province" }, shared, "en", "yuan")).toBe("The province covered 7 yuan.");
  });

  test("a region pays under its name, an account under its own, anyone else under the id", () => {
    const city = zhejiang.basis.regions[0];
    expect(eventText({ ...paid, payer: city?.id ?? "" }, zhejiang, "zh", "yuan")).toContain(`${city?.name.zh}承担`);
    expect(eventText({ ...paid, payer: "reserveFund" }, zhejiang, "zh", "yuan")).toBe("储备金承担 7 元。");
    expect(eventText({ ...paid, payer: "x" }, zhejiang, "zh", "yuan")).toBe("x承担 7 元。");
  });
});

describe("where the rule of an event comes from", () => {
  test("is the provenance of the nearest value or choice at or above its place", () => {
    const { trigger, measure } = zhejiang.rules;
    expect(provenanceAt("rules.measure", zhejiang)).toBe(measure);
    if (measure.kind !== "multiply") throw new Error("Zhejiang multiplies its rates");
    expect(provenanceAt("rules.measure.effective", zhejiang)).toBe(measure.effective);
    expect(provenanceAt("rules.measure.effective.lead.value", zhejiang)).toBe(measure.effective.lead);
    expect(provenanceAt("rules.measure.nowhere.else", zhejiang)).toBe(measure);
    const { upper } = trigger.kind === "band" ? trigger : { upper: undefined };
    expect(provenanceAt("rules.trigger.upper", zhejiang)).toBe(upper);
  });

  test("or of the first value below it, by position or id in a list, and of none for a rule that is not there", () => {
    expect(provenanceAt("rules.payableMonths", zhejiang)).toBe(zhejiang.rules.payableMonths.numerator);
    const { shortfall } = shared.rules;
    const share = shortfall.kind === "gap" ? shortfall.payers[0]?.share : undefined;
    expect(provenanceAt("rules.shortfall.payers.0", shared)).toBe(share);
    expect(provenanceAt("rules.shortfall.payers.province", shared)).toBe(share);
    expect(provenanceAt("nowhere", zhejiang)).toBeUndefined();
  });
});
