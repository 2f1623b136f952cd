import { describe, expect, it } from "vitest";
import { benefitLines } from "../../src/model/scenario/benefitLines.ts";
import { compile } from "../../src/model/scenario/compile.ts";
import { provenanceOf } from "../../src/model/scenario/provenance.ts";
import { bundled } from "./bundled.ts";

// Insured in 10,000 persons, outgo and balance in 100 million yuan, wages in yuan a year.

/** China Statistical Yearbook 2012, table 23-39 (DOMAIN.md section 7; data/provinces_2011.csv): year-end 2011. */
const in2011 = {
  zhejiang: { insured: 1_610.8, outgo: 22.5, balance: 43 },
  anhui: { insured: 422, outgo: 5.9, balance: 17.3 },
  jiangxi: { insured: 387.9, outgo: 5.9, balance: 12.4 },
  jilin: { insured: 331.6, outgo: 4.6, balance: 9.3 },
  jiangsu: { insured: 1_327, outgo: 24, balance: 43.4 },
};
/** The nation: the same yearbook for 2011, the communiques of 2019 (recalled) and 2021, the ministry's figures of September 2025. */
const nation = {
  y2011: { insured: 17_695.9, outgo: 286.4, balance: 742.6 },
  y2019: { insured: 25_478.4, outgo: 816.9, balance: 1_783.2 },
  y2021: { insured: 28_287, outgo: 990, balance: 1_411 },
  september2025: { insured: 30_400 },
};
const insuredGrowth = (nation.september2025.insured / nation.y2021.insured) ** (1 / 3.75);

/** Average wages of statistical bureaus, by year: non-private and private units. */
const wages = {
  zhejiang: { y2021: weighted(122_309, 69_228), y2022: weighted(128_825, 71_934) },
  anhui: { y2021: weighted(93_861, 56_154), y2022: weighted(98_649, 57_095), y2023: weighted(103_688, 59_498) },
  jiangxi: { y2023: weighted(92_794, 55_201), nonPrivate: { y2021: 83_766, y2022: 87_972, y2023: 92_794 } },
  jilin: { nonPrivate2021: 83_028 },
  nation: {
    nonPrivate: { y2019: 90_501, y2020: 97_379, y2021: 106_837, y2022: 114_029, y2023: 120_698 },
    private: { y2019: 53_604, y2020: 57_727, y2021: 62_884, y2022: 65_237, y2023: 68_340 },
  },
};

interface Derived {
  readonly scenario: string;
  /** Persons. */
  readonly insured: number;
  /** Yuan a year; growth of the year before. */
  readonly wage: number;
  readonly wageGrowth: number;
  /** Yuan: of the first year, of the year before, and the balance between them. */
  readonly outgo: number;
  readonly outgoBefore: number;
  readonly balance: number;
  readonly months: number;
  /** Construction rate at the start as a fraction of the contract value. */
  readonly projectRate: number;
  /** Percent of the insured, and of the balance where it differs. */
  readonly shares: Readonly<Record<string, number>>;
  readonly balances?: Readonly<Record<string, number>>;
}

/** Steps 1 to 4 for a province that starts in 2024, from its wages of 2021, 2022 and 2023. */
function from2024(id: "zhejiang" | "anhui" | "jiangxi", [y2021, y2022, y2023]: readonly [number, number, number]) {
  const insured = ((in2011[id].insured * nation.y2021.insured) / nation.y2011.insured) * insuredGrowth ** 2;
  const outgo2021 = (in2011[id].outgo * nation.y2021.outgo) / nation.y2011.outgo;
  const balance2021 = (in2011[id].balance * nation.y2021.balance) / nation.y2011.balance;
  const outgo2023 = (outgo2021 * insuredGrowth ** 2 * y2023) / y2021;
  return {
    scenario: `${id}-2024`,
    insured: insured * 1e4,
    wage: y2023,
    wageGrowth: y2023 / y2022 - 1,
    outgo: ((outgo2023 * insuredGrowth * y2023) / y2022) * 1e8,
    outgoBefore: outgo2023 * 1e8,
    balance: (balance2021 / outgo2021) * outgo2023 * 1e8,
    months: (balance2021 / outgo2021) * 12,
  };
}

const zhejiang2023 = weighted(
  (128_825 * wages.nation.nonPrivate.y2023) / wages.nation.nonPrivate.y2022,
  (71_934 * wages.nation.private.y2023) / wages.nation.private.y2022,
);
const jiangxiBack = (from: number, to: number): number => (wages.jiangxi.y2023 * to) / from;
const jilinWage = weighted(
  wages.jilin.nonPrivate2021,
  (wages.jilin.nonPrivate2021 * wages.nation.private.y2021) / wages.nation.nonPrivate.y2021,
);
const jilin = {
  outgo: ((in2011.jilin.outgo * nation.y2021.outgo) / nation.y2011.outgo) * 1e8,
  balance: ((in2011.jilin.balance * nation.y2021.balance) / nation.y2011.balance) * 1e8,
};
const urban = 0.15;
const suzhou = {
  outgo: ((in2011.jiangsu.outgo * nation.y2019.outgo) / nation.y2011.outgo) * urban * 1e8,
  balance: ((in2011.jiangsu.balance * nation.y2019.balance) / nation.y2011.balance) * urban * 1e8,
};

const bases: readonly Derived[] = [
  {
    ...from2024("zhejiang", [wages.zhejiang.y2021, wages.zhejiang.y2022, zhejiang2023]),
    projectRate: 0.0017,
    shares: {
      hangzhou: 22,
      ningbo: 16,
      wenzhou: 13,
      jiaxing: 10,
      huzhou: 6,
      shaoxing: 9,
      jinhua: 10,
      quzhou: 3,
      zhoushan: 2,
      taizhou: 7,
      lishui: 2,
    },
  },
  {
    ...from2024("anhui", [wages.anhui.y2021, wages.anhui.y2022, wages.anhui.y2023]),
    projectRate: 0.0015,
    shares: {
      hefei: 25,
      huaibei: 3,
      bozhou: 5,
      suzhou: 5,
      bengbu: 5,
      fuyang: 8,
      huainan: 5,
      chuzhou: 8,
      luan: 5,
      maanshan: 6,
      wuhu: 10,
      xuancheng: 4,
      tongling: 2,
      chizhou: 1.5,
      anqing: 6,
      huangshan: 1.5,
    },
  },
  {
    ...from2024("jiangxi", [jiangxiBack(92_794, 83_766), jiangxiBack(92_794, 87_972), wages.jiangxi.y2023]),
    projectRate: 0.001,
    shares: {
      nanchang: 24,
      jingdezhen: 4,
      pingxiang: 4,
      jiujiang: 11,
      xinyu: 3,
      yingtan: 2,
      ganzhou: 16,
      jian: 9,
      yichun: 10,
      fuzhou: 6,
      shangrao: 11,
    },
  },
  {
    scenario: "jilin-2021",
    insured: ((in2011.jilin.insured * nation.y2021.insured) / nation.y2011.insured) * 1e4,
    wage: jilinWage,
    wageGrowth: 0.08,
    outgo: jilin.outgo,
    outgoBefore: 0.9 * jilin.outgo,
    balance: jilin.balance,
    months: (jilin.balance / (0.9 * jilin.outgo)) * 12,
    projectRate: 0.0015,
    shares: {
      changchun: 44,
      jilin: 16,
      siping: 6,
      liaoyuan: 4,
      tonghua: 7,
      baishan: 5,
      songyuan: 6,
      baicheng: 4,
      yanbian: 8,
    },
  },
  {
    scenario: "suzhou-2020",
    insured: ((in2011.jiangsu.insured * nation.y2019.insured) / nation.y2011.insured) * urban * 1e4,
    wage: 1.1 * weighted(wages.nation.nonPrivate.y2020, wages.nation.private.y2020),
    wageGrowth:
      weighted(wages.nation.nonPrivate.y2020, wages.nation.private.y2020) /
        weighted(wages.nation.nonPrivate.y2019, wages.nation.private.y2019) -
      1,
    outgo: suzhou.outgo,
    outgoBefore: suzhou.outgo / 1.05,
    balance: suzhou.balance,
    months: (suzhou.balance / (suzhou.outgo / 1.05)) * 12,
    projectRate: 0.0015,
    shares: { city: 24, wujiang: 22, wuzhong: 16, xiangcheng: 12, sip: 26 },
    balances: { city: 24, wujiang: 15, wuzhong: 12, xiangcheng: 6, sip: 43 },
  },
];

/** Whole persons and whole yuan in hundreds of cells, and figures stated to four to six digits, growth of the insured to a hundredth of a per mille. */
const ROUNDING = 2e-5;

describe.each(bases)("the basis of $scenario follows from its stated steps", (derived) => {
  const scenario = bundled(derived.scenario, { months: 12 });
  if (scenario.basis.kind !== "detailed") throw new Error("the five bases are detailed");
  const { regions } = scenario.basis;
  const plan = compile(scenario);

  it("steps 1 and 2: insured and wages", () => {
    const persons = total(regions.flatMap(({ headcount }) => headcount.value));
    const payroll = total(
      regions.flatMap(({ headcount, contributionWage }) =>
        headcount.value.map((each, c) => each * (contributionWage.value[c] ?? 0)),
      ),
    );
    expect(apart(persons, derived.insured)).toBeLessThan(ROUNDING);
    expect(apart(payroll / persons, derived.wage / 12)).toBeLessThan(ROUNDING);
    expect(scenario.drivers.wageGrowth.latest.value).toBeCloseTo(derived.wageGrowth, 6);
  });

  it("steps 3 and 4: outgo of the year before, opening balance, and the months that it pays for", () => {
    const [year] = scenario.opening.history;
    const before = (year?.benefitPayout.value ?? 0) + (year?.otherOutgo.value ?? 0);
    expect(apart(before, derived.outgoBefore)).toBeLessThan(ROUNDING);
    expect(apart(year?.contributionIncome.value ?? Number.NaN, derived.outgoBefore)).toBeLessThan(ROUNDING);
    expect(apart(plan.shape.openingBalance, derived.balance)).toBeLessThan(ROUNDING);
    expect(plan.shape.openingPayableMonths).toBeCloseTo(derived.months, 4);
  });

  it("step 4: regions hold their shares of the balance", () => {
    const shares = derived.balances ?? derived.shares;
    expect(total(Object.values(shares))).toBe(100);
    for (const { id, openingBalance } of regions) {
      expect(openingBalance.value / derived.balance).toBeCloseTo((shares[id] ?? Number.NaN) / 100, 6);
    }
  });

  it("step 1: regions have their shares of the insured", () => {
    expect(regions.map(({ id }) => id).sort()).toEqual(Object.keys(derived.shares).sort());
    expect(total(Object.values(derived.shares))).toBe(100);
    for (const { id, headcount } of regions) {
      const share = (derived.shares[id] ?? Number.NaN) / 100;
      expect(Math.abs(total(headcount.value) - derived.insured * share)).toBeLessThan(8);
    }
  });

  it("step 5: contributions due and those of construction projects make up the outgo of the first year", () => {
    const due = plan.ledger.baseRate.map(([rate], r) => (rate ?? 0) * (plan.world.regions[r]?.payroll ?? 0));
    const projects = derived.projectRate * total(plan.world.regions.map(({ contractValue }) => contractValue));
    expect(apart(12 * (total(due) + projects), derived.outgo)).toBeLessThan(ROUNDING);
    expect(new Set(regions.map(({ experienceFactor }) => experienceFactor.value)).size).toBe(1);
    // Late payments balance new arrears in a fund that has stood still.
    const { collectionRate, arrearsCatchUp } = scenario.rules.contribution;
    expect(
      apart(scenario.opening.arrears.value * arrearsCatchUp.value, (derived.outgo / 12) * (1 - collectionRate.value)),
    ).toBeLessThan(ROUNDING);
  });

  it("steps 6 to 8: statutory items, pensions and large accidents make up outgo less prevention", () => {
    const prevention = 0.01 * derived.outgoBefore;
    const items = total(plan.world.regions.flatMap((region) => benefitLines(region).map(({ cost }) => cost)));
    const pensions = total(plan.ledger.pensions?.paidAtStart ?? []);
    const event = plan.world.largeEvent;
    const events = event === undefined ? Number.NaN : event.perMonth * event.meanSize * event.meanCost;
    expect(apart(12 * (items + pensions + events), derived.outgo - prevention)).toBeLessThan(ROUNDING);
  });

  it("step 10: contracts of 15,000 yuan for each insured", () => {
    expect(
      apart(12 * total(plan.world.regions.map(({ contractValue }) => contractValue)), 15_000 * derived.insured),
    ).toBeLessThan(ROUNDING);
  });

  it("states the rounded figures in its steps", () => {
    const { en } = scenario.about;
    expect(en).toContain(`${(derived.insured / 1e6).toFixed(3)} million`);
    expect(en).toContain(`${(derived.outgo / 1e9).toFixed(3)} bn`);
    expect(en).toContain(`${(derived.balance / 1e9).toFixed(3)} bn`);
    expect(en).toContain(
      `${derived.months.toFixed(1)} ${derived.scenario.endsWith("2024") ? "months" : "of the year before"}`,
    );
  });

  it("passes nothing off as a fact: insured, balances and outgo are derived or assumed", () => {
    const figures = provenanceOf(scenario).filter(({ path }) => /^(basis\.regions|opening)\b/.test(path));
    expect(figures.length).toBeGreaterThan(20);
    expect(figures.filter(({ kind }) => kind === "fact").map(({ path }) => path)).toEqual([]);
  });
});

/** Distance of two figures, relative to the second. */
function apart(found: number, expected: number): number {
  return Math.abs(found / expected - 1);
}

/** Non-private and private wages, 30 : 70. */
function weighted(nonPrivate: number, privateUnits: number): number {
  return 0.3 * nonPrivate + 0.7 * privateUnits;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
