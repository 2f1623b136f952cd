import { describe, expect, it } from "vitest";
import readme from "../../scenarios/README.md?raw";
import { compile } from "../../src/model/scenario/compile.ts";
import { resolveScenario } from "../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../src/model/scenario/parse.ts";
import { provenanceOf } from "../../src/model/scenario/provenance.ts";
import type { Scenario } from "../../src/model/scenario/schema.ts";
import { accountDefinitions } from "../../src/text/accountDefinitions.ts";
import { definitionsOf } from "../../src/text/definitions.ts";
import { fieldName } from "../../src/text/fields.ts";
import { placeName } from "../../src/text/places.ts";
import { quantityText } from "../../src/text/quantities.ts";
import { assumed, region, stillFund } from "../model/fund.ts";
import { runBlock } from "../model/run.ts";
import { bundledFile } from "../scenarios/bundled.ts";

const HAN = /[\u3400-\u9fff]/;
const texts = ["zhejiang", "anhui", "jiangxi", "jilin", "suzhou"];

/** Two regions, one of them Ningbo, under the accounts and the reserve of a text, with money of the places. */
function under(text: string): Scenario {
  const still = structuredClone(stillFund) as {
    basis: { regions: object[] };
    opening: { of: object };
    rules: object;
  };
  still.basis.regions = [
    { ...region("hangzhou", 5_000, 500), name: { zh: "杭州市", en: "Hangzhou" } },
    { ...region("ningbo", 5_000, 400), name: { zh: "宁波市", en: "Ningbo" } },
  ];
  still.opening.of = {
    ...still.opening.of,
    local: [
      {
        region: "ningbo",
        demand: assumed(100, "yuan"),
        termDeposits: [{ amount: assumed(50, "yuan"), matures: "2024-06-28" }],
      },
    ],
  };
  const floor = text === "zhejiang" ? { turnoverFund: { kind: "shareOfMeanMonth", floor: assumed(10, "yuan") } } : {};
  const stated = { id: text, rules: { accounts: floor }, includes: [`provisions/${text}`] };
  const { accounts, reserve } = (resolveScenario(stated, bundledFile) as Pick<Scenario, "rules">).rules;
  // A rule that the text does not have stays absent.
  const rules = { ...still.rules, ...(accounts && { accounts }), ...(reserve && { reserve }) };
  return parseScenario({ ...still, rules });
}

describe.each(texts)("accounts and reserve of %s", (text) => {
  const scenario = under(text);
  const own = provenanceOf(scenario).filter(({ path }) => /^rules\.(accounts|reserve)|^opening\.of\.local/.test(path));

  it("run", () => {
    expect(compile(scenario).ledger.accounts).toBeDefined();
    const block = runBlock(scenario, 2);
    expect([...block.pool].some((each) => Number.isNaN(each))).toBe(false);
  });

  it("have a name, a unit and a text for every value in both languages", () => {
    expect(own.length).toBeGreaterThan(2);
    const said = own.map(({ path, value, unit }) => {
      const [zh, en] = (["zh", "en"] as const).map((language) => {
        const shown = quantityText(value, unit, language, "yuan");
        return `${fieldName(path, scenario, language)} ${shown.value} ${shown.unit}`;
      });
      return { path, zh: zh ?? "", en: en ?? "" };
    });
    expect(said.filter(({ zh }) => /[A-Za-z]{3}/.test(zh) || !HAN.test(zh))).toEqual([]);
    expect(said.filter(({ en }) => HAN.test(en) || /[a-z][A-Z]/.test(en) || en.includes("undefined"))).toEqual([]);
  });

  it("name every reading in force in both languages", () => {
    const definitions = Object.entries(accountDefinitions(scenario.rules));
    expect(definitions.length).toBeGreaterThan(0);
    const wrong = definitions.filter(
      ([, { zh, en }]) => !HAN.test(zh) || HAN.test(en) || /undefined|NaN|null/.test(zh + en),
    );
    expect(wrong).toEqual([]);
    expect(definitionsOf(scenario)).toMatchObject(Object.fromEntries(definitions));
  });

  it("use keys that the format page names", () => {
    const words = new Set([...readme.matchAll(/[A-Za-z]+/g)].map(([word]) => word));
    const keys = new Set(own.flatMap(({ path }) => path.split(".")).filter((key) => /^[a-z][a-zA-Z]+$/.test(key)));
    const ids = (scenario.rules.accounts?.calendar ?? []).map(({ id }) => id);
    expect([...keys].filter((key) => !words.has(key) && !ids.includes(key))).toEqual([]);
  });
});

it("says where the readings of Zhejiang come from", () => {
  const { turnoverFund, turnoverPlaces, callProportion, reserve } = accountDefinitions(under("zhejiang").rules);
  expect(turnoverFund?.zh).toContain("周转金为上年月均支出的 5%");
  expect(turnoverFund?.source?.article).toBe("二（二）2 第 2 句");
  expect(turnoverPlaces).toMatchObject({ value: "city", basis: "assumption" });
  expect(callProportion?.reason?.zh).toContain("同等比例");
  expect(reserve?.en).toBe("Reserve and adjustment funds are merged on 2024-01-01");
});

it("names places in the lists of the accounts", () => {
  expect(placeName("opening.of.local.0.demand.value", "zh")).toBe("各地存放资金·第 1 地·活期存款");
  expect(placeName("rules.accounts.calendar.1.day", "en")).toBe("Accounts / calendar / duty 2 / day of the month");
});
