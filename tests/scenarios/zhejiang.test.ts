import { describe, expect, it } from "vitest";
import { benefitGroups } from "../../src/model/scenario/basis.ts";
import { compile } from "../../src/model/scenario/compile.ts";
import { expectedDrivers } from "../model/fund.ts";
import { runBlock, yearLine } from "../model/run.ts";
import { bundled } from "./bundled.ts";

// The steps of the scenario's `about`, from the figures it names.
const zhejiang2011 = { insured: 16_108_000, outgo: 2.25e9, balance: 4.3e9 };
const national = {
  insured: { y2011: 17_695.9, y2021: 28_287, september2025: 30_400 },
  outgo: { y2011: 286.4, y2021: 990 },
  balance: { y2011: 742.6, y2021: 1_411 },
  nonPrivate: { y2022: 114_029, y2023: 120_698 },
  private: { y2022: 65_237, y2023: 68_340 },
};
const insuredGrowth = (national.insured.september2025 / national.insured.y2021) ** (1 / 3.75) - 1;
const insured = ((zhejiang2011.insured * national.insured.y2021) / national.insured.y2011) * (1 + insuredGrowth) ** 2;
const wage2021 = weighted(122_309, 69_228);
const wage2022 = weighted(128_825, 71_934);
const wage2023 = weighted(
  (128_825 * national.nonPrivate.y2023) / national.nonPrivate.y2022,
  (71_934 * national.private.y2023) / national.private.y2022,
);
const outgo2021 = (zhejiang2011.outgo * national.outgo.y2021) / national.outgo.y2011;
const outgo2023 = (outgo2021 * (1 + insuredGrowth) ** 2 * wage2023) / wage2021;
const outgo2024 = (outgo2023 * (1 + insuredGrowth) * wage2023) / wage2022;
const balance2021 = (zhejiang2011.balance * national.balance.y2021) / national.balance.y2011;
const balance2023 = (balance2021 / outgo2021) * outgo2023;
const prevention2024 = 0.01 * outgo2023;

// Step 8: shares of cities and class mixes in percent, wages by industry of 2022.
const services = [42, 22, 12, 10, 5, 6, 2, 1];
const manufacturing = [20, 18, 22, 20, 9, 7, 3, 1];
const mountains = [26, 20, 16, 14, 8, 10, 4, 2];
const cities: Readonly<Record<string, { readonly share: number; readonly mix: readonly number[] }>> = {
  hangzhou: { share: 22, mix: services },
  ningbo: { share: 16, mix: manufacturing },
  wenzhou: { share: 13, mix: manufacturing },
  jiaxing: { share: 9, mix: manufacturing },
  huzhou: { share: 5, mix: manufacturing },
  shaoxing: { share: 9, mix: manufacturing },
  jinhua: { share: 10, mix: manufacturing },
  quzhou: { share: 3, mix: mountains },
  zhoushan: { share: 2, mix: mountains },
  taizhou: { share: 9, mix: manufacturing },
  lishui: { share: 2, mix: mountains },
};
const classWages = [
  (weighted(198_555, 139_245) + weighted(287_088, 138_098)) / 2,
  weighted(132_638, 74_851),
  weighted(102_153, 69_805),
  weighted(102_153, 69_805),
  weighted(128_083, 83_760),
  weighted(76_526, 67_276),
  weighted(108_725, 76_166),
  weighted(108_725, 76_166),
];

/** Yuan that the rounding of stated quantities leaves in a provincial total of about ten billion. */
const ROUNDING = 100;
/** Whole persons and whole yuan in 88 cells. */
const CELLS = 2e-5;

const scenario = bundled("zhejiang-2024");
if (scenario.basis.kind !== "detailed") throw new Error("Zhejiang is a detailed scenario");
const { regions, groups } = scenario.basis;
if (groups === undefined) throw new Error("Zhejiang has benefit groups");
const plan = compile(scenario);

describe("Zhejiang 2024: totals follow from the stated steps", () => {
  it("steps 1 and 2: 26.76 million insured with 7,805 yuan a month", () => {
    const persons = total(regions.flatMap(({ headcount }) => headcount.value));
    const wages = total(plan.world.regions.map(({ payroll }) => payroll));
    expect(Math.abs(persons / insured - 1)).toBeLessThan(CELLS);
    expect(Math.abs(wages / persons / (wage2023 / 12) - 1)).toBeLessThan(CELLS);
    expect([Math.round(insured), Math.round(wage2023 / 12)]).toEqual([26_757_288, 7_805]);
  });

  it("steps 3 and 4: outgo of 2023 and an opening balance of 12.6 months of it", () => {
    const [year] = scenario.opening.history;
    expect(Math.abs((year?.benefitPayout.value ?? 0) + (year?.otherOutgo.value ?? 0) - outgo2023)).toBeLessThan(0.02);
    expect(Math.abs(plan.shape.openingBalance - balance2023)).toBeLessThan(0.1);
    expect(plan.shape.openingPayableMonths).toBeCloseTo((balance2021 / outgo2021) * 12, 6);
    expect(plan.shape.openingPayableMonths).toBeCloseTo(12.6, 1);
  });

  it("step 5: contributions of 2024 equal the year's outgo through the experience factor", () => {
    const due = plan.ledger.baseRate.map(([rate], r) => (rate ?? 0) * (plan.world.regions[r]?.payroll ?? 0));
    expect(Math.abs(12 * total(due) - outgo2024)).toBeLessThan(ROUNDING);
    expect(new Set(regions.map(({ experienceFactor }) => experienceFactor.value)).size).toBe(1);
    // In a stationary fund late payments balance new arrears.
    const { collectionRate, arrearsCatchUp } = scenario.rules.contribution;
    const newArrears = total(due) * (1 - collectionRate.value);
    expect(Math.abs(scenario.opening.arrears.value * arrearsCatchUp.value - newArrears)).toBeLessThan(1);
  });

  it("steps 6 and 7: benefit groups and large accidents add up to outgo less prevention", () => {
    const claims = total(plan.world.regions.flatMap(({ cells }) => cells.map((cell) => cell.claims * cell.meanCost)));
    const event = scenario.drivers.largeEvent;
    const tail = event?.tailIndex.value ?? Number.NaN;
    const cap = (event?.cap.value ?? Number.NaN) / (event?.threshold.value ?? Number.NaN);
    const multiple = ((tail / (tail - 1)) * (1 - cap ** (1 - tail))) / (1 - cap ** -tail);
    const events = (event?.perYear.value ?? 0) * multiple * (event?.threshold.value ?? 0);
    expect(Math.abs(12 * claims + events + prevention2024 - outgo2024)).toBeLessThan(ROUNDING);
  });

  it("step 7: injury frequency is proportional to the base rate", () => {
    const rates = scenario.rules.contribution.baseRates?.[0]?.value ?? [];
    for (const group of benefitGroups) {
      const perRate = groups[group].frequency.value.map((frequency, c) => frequency / (rates[c] ?? 0));
      const [first = 0] = perRate;
      for (const each of perRate) expect(Math.abs(each / first - 1)).toBeLessThan(5e-4);
    }
  });

  it("step 8: eleven cities with their share of headcount and balance, by class mix", () => {
    expect(regions.map(({ id }) => id).sort()).toEqual(Object.keys(cities).sort());
    for (const { id, headcount, openingBalance } of regions) {
      const { share, mix } = cities[id] ?? { share: 0, mix: [] };
      expect(headcount.value).toEqual(mix.map((percent) => Math.round((insured * share * percent) / 10_000)));
      expect(openingBalance.value / balance2023).toBeCloseTo(share / 100, 9);
    }
  });

  it("step 8: wages of the classes stand to each other as Zhejiang's wages by industry of 2022", () => {
    for (const { contributionWage } of regions) {
      const [, trade = 0] = contributionWage.value;
      const relative = contributionWage.value.map((wage) => wage / trade);
      relative.forEach((each, c) => expect(each).toBeCloseTo((classWages[c] ?? 0) / (classWages[1] ?? 0), 3));
    }
  });

  it("takes base rates and band from the document", () => {
    expect(scenario.rules.contribution.baseRates?.[0]?.value).toEqual([
      0.002, 0.004, 0.007, 0.009, 0.011, 0.013, 0.016, 0.019,
    ]);
    expect(plan.ledger.triggers.map(({ id, level, strict }) => [id, level, strict])).toEqual([
      ["watch", 12, true],
      ["act", 9, true],
    ]);
    expect(scenario.rules.trigger).toMatchObject({ obligation: { value: "may" } });
  });

  it("runs to these totals in 2024 when nothing is left to chance", () => {
    const block = runBlock(bundled("zhejiang-2024", { ...expectedDrivers, months: 30 }), 1);
    expect(Math.abs(yearLine(block, 0, "contributionIncome") - outgo2024)).toBeLessThan(ROUNDING);
    expect(Math.abs(yearLine(block, 0, "benefitPayout") - (outgo2024 - prevention2024))).toBeLessThan(ROUNDING);
    expect(Math.abs(yearLine(block, 0, "prevention") - prevention2024)).toBeLessThan(1);
  });
});

/** Non-private and private wages, 30 : 70. */
function weighted(nonPrivate: number, privateUnits: number): number {
  return 0.3 * nonPrivate + 0.7 * privateUnits;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
