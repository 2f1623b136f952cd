import { describe, expect, it, test } from "vitest";
import { compile } from "../../src/model/scenario/compile.ts";
import { applyChanges, resolveScenario } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import { provenanceOf } from "../../src/model/scenario/provenance.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import { definitionsOf } from "../../src/text/definitions.ts";
import { fieldName } from "../../src/text/fields.ts";
import { quantityText } from "../../src/text/quantities.ts";
import { assumed, stillFund } from "../model/fund.ts";
import { runPlans } from "../model/run.ts";
import { unit } from "../model/suzhouFund.ts";
import { bundledFile } from "./bundled.ts";

const HAN = /[\u3400-\u9fff]/;
const OWN = /^rules\.(shortfall|pooling|pooledFund|settlement|budget)\b/;

interface File {
  readonly rules: Readonly<Record<string, unknown>>;
}

/** What the rules of sharing and budget are made of; the others of a document need classes, sites or places that this fund has not. */
const parts = ["payableMonths", "shortfall", "pooling", "pooledFund", "settlement", "budget", "reserve"];

/** A document of which only the rules of sharing and budget are taken. */
function sharingOf(id: string): unknown {
  const file = bundledFile(id) as File;
  return { ...file, rules: Object.fromEntries(Object.entries(file.rules).filter(([name]) => parts.includes(name))) };
}

/** The still fund with several regions under a document's rules of sharing; what it does not say stays the still fund's. */
function under(provisions: string): Scenario {
  const still = applyChanges(stillFund, {
    start: "2020-05",
    months: 24,
    "basis.regions": [unit("a", 125, 80, 3000), unit("b", 62.5, 60, 300), unit("c", 37.5, 45, 100)],
    "opening.history.0.from": "2019-05",
  }) as File;
  const { shortfall: _replaced, payableMonths, ...rules } = still.rules;
  const { numerator: _own, ...otherReadings } = payableMonths as Readonly<Record<string, unknown>>;
  const ownNumerator = provisions === "provisions/suzhou" ? {} : { numerator: _own };
  return parseScenario(
    resolveScenario(
      { ...still, rules: { ...rules, payableMonths: { ...otherReadings, ...ownNumerator } }, includes: [provisions] },
      sharingOf,
    ),
  );
}

const documents = ["national", "zhejiang", "anhui", "jiangxi", "jilin", "suzhou"].map((id) => `provisions/${id}`);

test.each(documents)("%s: every value of sharing and budget is named and written in both languages", (id) => {
  const scenario = under(id);
  const values = provenanceOf(scenario).filter(({ path }) => OWN.test(path));
  expect(values.length).toBeGreaterThan(0);
  for (const { path, value, unit: of, source, basis, reason } of values) {
    expect([path, source !== undefined || (basis === "assumption" && reason !== undefined)]).toEqual([path, true]);
    const zh = `${fieldName(path, scenario, "zh")} ${quantityText(value, of, "zh", "yuan").value}`;
    const en = `${fieldName(path, scenario, "en")} ${quantityText(value, of, "en", "yuan").value}`;
    expect(zh).not.toMatch(/[A-Za-z]{3}/);
    expect(zh).toMatch(HAN);
    expect(en).not.toMatch(HAN);
    expect(en).not.toMatch(/[a-z][A-Z]/);
  }
  for (const { zh, en } of Object.values(definitionsOf(scenario))) {
    expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN/);
    expect(zh).toMatch(HAN);
    expect(en).not.toMatch(HAN);
  }
});

describe("the rules of the documents run", () => {
  it("Suzhou: units keep their cash, the pooled fund is remitted in June 2020, and regions are not notional", () => {
    const plan = compile(under("provisions/suzhou"));
    expect(plan.shape.separate).toBe(true);
    expect(plan.shape.payers.map(({ id }) => id)).toEqual([
      "ownSurplus",
      "ownBalance",
      "pooledFund",
      "pooledAid",
      "finance",
    ]);
    expect(plan.ledger.sharing.pooledFund).toMatchObject({ initialMonth: 1, initialShare: 0.1, refillMonths: 3 });
    expect(plan.ledger.payableMonths.numerator).toContain("pooledFund");
    expect(runPlans([plan], 2)[0]?.pool.every(Number.isFinite)).toBe(true);
  });

  it("Anhui: gaps are shared from 2025 on and settled in April", () => {
    const plan = compile(under("provisions/anhui"));
    expect(plan.ledger.sharing.settlement).toMatchObject({
      firstYear: 2025,
      month: 4,
      by: { localInSurplus: 0.1, localInDeficit: 0.2, within: 0.05, upTo: 0.1, localInMiddle: 0.4, localAbove: 0.6 },
    });
    expect(plan.shape.payers.map(({ id }) => id)).toEqual([
      "oldBalances",
      "reserveFund",
      "termDeposits",
      "finance",
      "provincialFund",
      "localGovernment",
    ]);
  });

  it("Zhejiang has no yearly sharing, since its ratio was not found, and says so", () => {
    const scenario = under("provisions/zhejiang");
    expect(scenario.rules.settlement).toBeUndefined();
    expect(definitionsOf(scenario)["settlement"]).toMatchObject({ value: "none" });
    expect(definitionsOf(under("provisions/anhui"))["settlement"]?.value).toBe("anhui");
  });
});

test("a scenario's own shortfall of another kind replaces that of the national rules whole", () => {
  const own = { kind: "gap", payers: [{ id: "x", name: { zh: "甲", en: "x" }, share: assumed(1, "fraction") }] };
  const file = applyChanges(stillFund, { "rules.shortfall": own });
  const whole = resolveScenario({ ...(file as object), includes: ["provisions/national"] }, bundledFile);
  expect(parseScenario(whole).rules.shortfall).toMatchObject(own);
});
