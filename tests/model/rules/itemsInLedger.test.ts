import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import { applyChanges } from "../../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../../src/model/scenario/parse.ts";
import type { Scenario } from "../../../src/model/scenario/schema.ts";
import { arbitraryScenario, RUNS, TIMEOUT } from "../arbitraryScenario.ts";
import { assumed } from "../fund.ts";
import { runBlock, series, yearLine } from "../run.ts";
import { runTallied } from "./items.ts";
import { detailedRegion, oneAMonth, outcomeFund, outcomeFundFile } from "./outcomeFund.ts";

const growing = {
  "drivers.wageGrowth.mean": 0.05,
  "drivers.wageGrowth.latest": 0.1,
};
const due = (scenario: Scenario): number[] => series(runBlock(scenario, 1), "benefitPayout");
/** Benefits due by month, to the fen. */
const fen = (yuan: readonly number[]): number[] => yuan.map((each) => Math.round(each * 100) / 100);

describe("one death a month", () => {
  it("is paid with 6 A + 20 U at the figures of the day of death, two months later", () => {
    const scenario = outcomeFund({
      ...growing,
      ...oneAMonth("death"),
      months: 20,
      "basis.outcomes.delays.death": [0, 0, 1],
      "drivers.urbanIncome": { wageShare: assumed(0.8, "ratio"), excessTrend: assumed(0.01, "fraction/year") },
    });
    // A: 7,000; from June 2024 7,700 (+10 %, last year's growth); from June 2025 8,085 (+5 %). U: 50,000; deaths of 2025: 52,500.
    const early = 6 * 7_000 + 20 * 50_000;
    const later = 6 * 7_700 + 20 * 50_000;
    const deaths2025 = 6 * 7_700 + 20 * 52_500;
    const june2025 = 6 * 8_085 + 20 * 52_500;
    expect(fen(due(scenario))).toEqual([
      0,
      0,
      ...new Array<number>(5).fill(early), // deaths of January to May 2024
      ...new Array<number>(7).fill(later), // June to December 2024, the last two paid in 2025
      ...new Array<number>(5).fill(deaths2025), // January to May 2025
      june2025,
    ]);
  });

  it("A changes in the month of publication, not in January", () => {
    const funeral = { ...growing, ...oneAMonth("death"), months: 19, "rules.benefits.deathGrant.multiple": 0 };
    expect(fen(due(outcomeFund(funeral)))).toEqual([
      ...new Array<number>(5).fill(42_000),
      ...new Array<number>(12).fill(46_200),
      48_510,
      48_510,
    ]);
    // A start in September has the figure of June already; the next one comes in June.
    const september = due(
      outcomeFund({
        ...funeral,
        start: "2024-09",
        months: 14,
        "opening.history.0.from": "2023-09",
      }),
    );
    expect(fen(september)).toEqual([...new Array<number>(9).fill(42_000), ...new Array<number>(5).fill(44_100)]);
  });

  it("has a stationary pipeline at the prices of the past", () => {
    const scenario = outcomeFund({
      ...growing,
      ...oneAMonth("death"),
      months: 4,
      "opening.pipeline": { kind: "stationary" },
      "basis.outcomes.delays.death": [0, 0.5, 0.5],
      "rules.benefits.wageBase.published": [assumed(12, "calendar month")],
      "rules.benefits.deathGrant.multiple": 0,
    });
    // January 2024: half of the deaths of November 2023, before the step of December (7,000 ÷ 1.1), half of December's.
    expect(fen(due(scenario))).toEqual([Math.round(100 * 6 * 7_000 * (0.5 + 0.5 / 1.1)) / 100, 42_000, 42_000, 42_000]);
  });
});

describe("one injury a month", () => {
  it.each([
    // outcome, mean months over its grades
    ["grades7to10", 0.1 * 13 + 0.2 * 11 + 0.3 * 9 + 0.4 * 7],
    ["grades5to6", 0.5 * 18 + 0.5 * 16],
    ["grades1to4", (27 + 25 + 23 + 21) / 4],
    ["disease", (27 + 25 + 23 + 21 + 18 + 16 + 13 + 11 + 9 + 7) / 10],
  ])("%s: months of W = 8,000, at the wage of the injury, when the grade stands", (outcome, months) => {
    const scenario = outcomeFund({
      ...growing,
      ...oneAMonth(outcome),
      months: 15,
      "basis.outcomes.delays.appraisal": [0, 0, 1],
      "rules.benefits.medicalSubsidy.medical": [0, 0, 0, 0, 0, 0],
    });
    const grant = Math.round(months * 8_000 * 100) / 100;
    expect(fen(due(scenario))).toEqual([0, 0, ...new Array<number>(12).fill(grant), Math.round(grant * 105) / 100]);
  });

  it("a wage above the cap counts as 21,000, one below the floor as 4,200", () => {
    for (const [wage, counted] of [
      [30_000, 21_000],
      [3_000, 4_200],
    ] as const) {
      const scenario = outcomeFund({
        ...oneAMonth("grades5to6"),
        months: 2,
        "basis.regions": [detailedRegion("a", 12_000, wage)],
        "rules.benefits.medicalSubsidy.medical": [0, 0, 0, 0, 0, 0],
      });
      expect(fen(due(scenario))).toEqual([17 * counted, 17 * counted]);
    }
  });

  it("the half who leave get months of the A of that day", () => {
    const scenario = outcomeFund({
      ...growing,
      ...oneAMonth("grades5to6"),
      months: 8,
      "basis.outcomes.delays.termination": [0, 0, 1],
      "rules.benefits.lumpSum.months": new Array<number>(10).fill(0),
    });
    const subsidy = 0.5 * (0.5 * 30 + 0.5 * 25) * 7_000;
    expect(fen(due(scenario))).toEqual(
      [0, 0, subsidy, subsidy, subsidy, 1.1 * subsidy, 1.1 * subsidy, 1.1 * subsidy].map(
        (each) => Math.round(each * 100) / 100,
      ),
    );
  });

  it("fixed yuan do not grow, move with the city and are higher for a disease", () => {
    const amounts = {
      kind: "amounts",
      medical: assumed([200_000, 160_000, 120_000, 80_000, 50_000, 30_000], "yuan"),
      float: assumed(0.2, "fraction"),
      disease: assumed(1.4, "ratio"),
      cities: [{ region: "a", factor: assumed(1.2, "ratio") }],
    };
    const of = (outcome: string): number[] =>
      due(
        outcomeFund({
          ...growing,
          ...oneAMonth(outcome),
          months: 14,
          "rules.benefits.lumpSum.months": new Array<number>(10).fill(0),
          "rules.benefits.medicalSubsidy": amounts,
        }),
      );
    expect(fen(of("grades5to6"))).toEqual(new Array<number>(14).fill(1.2 * 0.5 * 180_000));
    expect(fen(of("disease"))).toEqual(new Array<number>(14).fill(Math.round(1.2 * 1.4 * 0.5 * 0.1 * 640_000)));
  });

  it("ten days in hospital cost ten days of meals, which grow with wages each January", () => {
    const scenario = outcomeFund({
      ...growing,
      ...oneAMonth("medicalOnly"),
      months: 13,
      "basis.outcomes.medicalOnly.inpatientDays": assumed(10, "days"),
    });
    expect(fen(due(scenario))).toEqual([...new Array<number>(12).fill(245), 257.25]);
  });

  it("what is advanced comes back in part as other income", () => {
    const { of, block } = runTallied(
      outcomeFund({
        ...oneAMonth("medicalOnly"),
        "rules.benefits.advance": {
          cases: assumed(0.01, "fraction"),
          amount: assumed(50_000, "yuan"),
          recovery: assumed(0.3, "fraction"),
          delay: assumed(6, "months"),
        },
      }),
    );
    expect([of("item.other.advance", 0), of("income.advanceRecovered", 0)]).toEqual([6_000, 1_800]);
    expect(yearLine(block, 0, "otherIncome")).toBeCloseTo(1_800, 9);
  });
});

describe("costs beside benefits", () => {
  const investigation = (payer: string) => ({
    "rules.costs.investigation": { payer: assumed(payer, "reading"), amount: assumed(100, "yuan/month") },
    "rules.costs.appraisal": 50,
  });
  it("recognition is investigated at the fund's cost only where the reading says so", () => {
    const fund = runTallied(outcomeFund(investigation("fund")));
    expect([yearLine(fund.block, 0, "appraisal"), fund.of("account.investigation", 0)]).toEqual([1_800, 1_200]);
    const local = runTallied(outcomeFund(investigation("localBudget")));
    expect(yearLine(local.block, 0, "appraisal")).toBe(600);
    expect(local.ids).not.toContain("account.investigation");
  });

  it("prevention stays within 3 % of last year's contributions", () => {
    const scenario = outcomeFund({
      "opening.history.0.contributionIncome": 1_200,
      "rules.costs.prevention": { kind: "amount", amount: assumed(5, "yuan/month") },
      "rules.costs.preventionCeiling": {
        share: assumed(0.03, "fraction"),
        withConsent: assumed(0.05, "fraction"),
        consent: assumed(false, "reading"),
      },
    });
    // 3 % of 1,200 in the first year; from then on of contributions of 12 × 12,000 × 8,000 × 1 %, so that the plan binds.
    const block = runBlock(scenario, 1);
    expect(yearLine(block, 0, "prevention")).toBeCloseTo(36, 9);
    expect(yearLine(block, 1, "prevention")).toBeCloseTo(60, 9);
  });
});

const busy = {
  ...growing,
  "drivers.claimNoise": true,
  "drivers.wageGrowth.sd": 0.02,
  "drivers.mixing": 0.05,
  "drivers.logFrequency.sd": 0.05,
  "opening.pipeline": { kind: "stationary" },
  ...Object.fromEntries(
    ["medicalOnly", "grades7to10", "grades5to6", "grades1to4", "death", "disease"].flatMap((name) => [
      [`basis.outcomes.${name}.frequency`, [0, 0, 0, 0.001, 0, 0, 0, 0]],
      [`basis.outcomes.${name}.severity.mean`, 10_000],
      [`basis.outcomes.${name}.inpatientDays`, assumed(12, "days")],
      [`basis.outcomes.${name}.paymentPattern`, [0.5, 0.3, 0.2]],
    ]),
  ),
  "basis.regions": [detailedRegion("a"), detailedRegion("b", 3_000)],
};

const inTheThirdMonth = Object.fromEntries(
  [
    ...["medicalOnly", "grades7to10", "grades5to6", "grades1to4", "death", "disease"].map(
      (name) => `${name}.paymentPattern`,
    ),
    ...["stay", "appraisal", "termination", "death"].map((name) => `delays.${name}`),
  ].map((place) => [`basis.outcomes.${place}`, [0, 0, 1]]),
);
const quiet = { "drivers.claimNoise": false, "drivers.mixing": 0, "drivers.logFrequency.sd": 0 };

describe("past injuries", () => {
  it("a fund that has long stood at its level pays the same in every month, whatever the delays", () => {
    const still = { ...busy, ...quiet, "drivers.wageGrowth.mean": 0, "drivers.wageGrowth.latest": 0 };
    const scenario = outcomeFund({
      ...still,
      "drivers.wageGrowth.sd": 0,
      "basis.outcomes.delays.appraisal": [0, 0.2, 0.3, 0.3, 0.2],
      "basis.outcomes.delays.termination": new Array<number>(40).fill(1 / 40),
      "basis.outcomes.delays.death": [0, 0.5, 0.5],
    });
    // Region a by month: 6 claims, each with medical cost 10,000 and 12 days; grants as in the tables above; b a quarter.
    const a =
      6 * (10_000 + 12 * 24.5) +
      8_000 * (9 + 17 + 24 + 17) +
      7_000 * 0.5 * (0.1 * 10 + 0.2 * 7 + 0.3 * 4 + 0.4 * 2 + 27.5 + 0.1 * (30 + 25 + 10 + 7 + 4 + 2)) +
      6 * 7_000 +
      20 * 50_000;
    for (const each of due(scenario)) expect(each).toBeCloseTo(1.25 * a, 3);
  });

  it("stated payments for past injuries are paid as stated, over all items", () => {
    const scenario = outcomeFund({
      ...busy,
      ...quiet,
      ...inTheThirdMonth,
      "opening.pipeline": { kind: "stated", payments: assumed([1_000, 500], "yuan") },
    });
    const [first, second] = due(scenario);
    expect([first, second].map((each) => Math.round((each ?? 0) * 1e6) / 1e6)).toEqual([1_000, 500]);
  });
});

describe("properties", () => {
  test("no yuan is lost: what comes in, less what goes out, is what the balance grew by", () => {
    const { block } = runTallied(
      outcomeFund({
        ...busy,
        "rules.costs.appraisal": 100,
        "rules.costs.investigation": { payer: assumed("fund", "reading"), amount: assumed(100, "yuan/month") },
        "rules.benefits.advance": {
          cases: assumed(0.5, "fraction"),
          amount: assumed(50_000, "yuan"),
          recovery: assumed(0.3, "fraction"),
          delay: assumed(6, "months"),
        },
      }),
      10,
    );
    for (let p = 0; p < 10; p++) {
      let balance = 2e9;
      for (let year = 0; year < 3; year++) {
        const of = (line: Parameters<typeof yearLine>[2]): number => yearLine(block, year, line, p);
        balance += of("contributionIncome") + of("interestIncome") + of("otherIncome") + of("subsidyIncome");
        balance -= of("benefitPayout") + of("appraisal") + of("prevention") + of("transferUp");
        expect(of("otherIncome")).toBeGreaterThan(0);
        expect(Math.abs(of("fundBalance") - balance)).toBeLessThan(0.005);
      }
    }
  });

  test("the items of a year add up to the benefits due, the parts of medical cost to the medical cost", () => {
    const { ids, of, block } = runTallied(outcomeFund(busy), 20);
    const items = ids.filter((id) => id.startsWith("item."));
    expect(items).toHaveLength(9);
    for (let year = 0; year < 3; year++) {
      for (let p = 0; p < 20; p++) {
        const sum = items.reduce((total, id) => total + of(id, year, p), 0);
        expect(Math.abs(sum - yearLine(block, year, "benefitPayout", p))).toBeLessThan(0.005);
        const medical = of("item.medical.treatment", year, p) / 0.8;
        expect(of("item.medical.rehabilitation", year, p)).toBeCloseTo(0.1 * medical, 4);
      }
    }
  });

  test("twice the A: twice the funeral and the subsidies, the same grants of W and U", () => {
    // A wage of 10,000 lies within the limits of both.
    const within = { ...busy, "basis.regions": [detailedRegion("a", 12_000, 10_000)] };
    const once = runTallied(outcomeFund(within), 5);
    const twice = runTallied(
      outcomeFund({ ...within, "rules.benefits.wageBase.average.nonPrivate": [assumed(168_000, "yuan/year")] }),
      5,
    );
    for (let p = 0; p < 5; p++) {
      for (const [id, factor] of [
        ["item.death.funeral", 2],
        ["item.disability.medicalSubsidy", 2],
        ["item.disability.lumpSum", 1],
        ["item.death.deathGrant", 1],
        ["item.medical.treatment", 1],
      ] as const) {
        expect(once.of(id, 1, p)).toBeGreaterThan(0);
        expect(twice.of(id, 1, p)).toBeCloseTo(factor * once.of(id, 1, p), 3);
      }
    }
  });

  test("claims of an outcome do not depend on the other outcomes or on the rules", () => {
    const all = runTallied(outcomeFund(busy), 5);
    const others = runTallied(
      outcomeFund({
        ...busy,
        "basis.outcomes.medicalOnly.frequency": new Array<number>(8).fill(0),
        "rules.benefits.medicalSubsidy.medical": [1, 1, 1, 1, 1, 1],
      }),
      5,
    );
    for (let p = 0; p < 5; p++) {
      expect(others.of("item.death.funeral", 2, p)).toBe(all.of("item.death.funeral", 2, p));
      expect(others.of("item.disability.lumpSum", 2, p)).toBe(all.of("item.disability.lumpSum", 2, p));
    }
  });

  test(
    "outcomes beside groups: groups draw the same claims as without them",
    () => {
      fc.assert(
        fc.property(arbitraryScenario, (file) => {
          const before = parseScenario(file);
          if (before.basis.kind !== "detailed") return;
          const { outcomes } = (outcomeFundFile as { readonly basis: { readonly outcomes: unknown } }).basis;
          const after = parseScenario(applyChanges(file, { "basis.outcomes": outcomes }));
          // Nobody is injured by outcome here, so that money is the same to the fen; only the items are known now.
          const [one, two] = [runBlock(before), runBlock(after)];
          const payout = (block: typeof one): number[] => series(block, "benefitPayout");
          payout(one).forEach((value, t) => {
            expect(payout(two)[t]).toBeCloseTo(value, 4);
          });
          expect(compile(after).shape.tallies.map(({ id }) => id)).toContain("item.other.group");
        }),
        { numRuns: Math.min(RUNS, 15) },
      );
    },
    TIMEOUT,
  );
});
