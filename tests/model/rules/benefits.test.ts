import { describe, expect, it } from "vitest";
import { deathGrant } from "../../../src/model/rules/deathGrant.ts";
import { funeralGrant } from "../../../src/model/rules/funeralGrant.ts";
import { lumpSum } from "../../../src/model/rules/lumpSum.ts";
import {
  employmentSubsidy,
  type MedicalSubsidy,
  meanRemaining,
  medicalSubsidy,
} from "../../../src/model/rules/medicalSubsidy.ts";
import { grantPattern, payerOfMonth } from "../../../src/model/rules/missingPerson.ts";
import { meanOwnWage, ownWage } from "../../../src/model/rules/ownWage.ts";
import {
  allowanceAfterRetirement,
  commutationYears,
  commutedPension,
  prepayment,
  settlement,
} from "../../../src/model/rules/zhejiangSpecials.ts";
import { provisionChain } from "../../../src/model/scenario/provisions.ts";
import { bundledFile } from "../../scenarios/bundled.ts";
import { benefitVectors } from "./benefitVectors.ts";

const limits = { cap: 3, floor: 0.6 };
const months = [27, 25, 23, 21, 18, 16, 13, 11, 9, 7];
const reason = { zh: "测试", en: "test" };
const q = <T>(value: T, unit: string) => ({ value, unit, basis: "assumption" as const, reason });

const zhejiang: MedicalSubsidy = {
  kind: "months",
  medical: q([30, 25, 10, 7, 4, 2], "months"),
  employment: q([30, 25, 10, 7, 4, 2], "months"),
  retirementCut: { of: q("employment" as const, "reading"), share: q([0.8, 0.6, 0.4, 0.2, 0], "fraction") },
};
const anhui: MedicalSubsidy = {
  kind: "months",
  medical: q([24, 18, 10, 8, 6, 4], "months"),
  employment: q([40, 34, 20, 15, 10, 5], "months"),
  retirementCut: { of: q("employment" as const, "reading"), share: q([0.9, 0.8, 0.7, 0.6, 0.3], "fraction") },
};
const jiangsu: MedicalSubsidy = {
  kind: "amounts",
  medical: q([200_000, 160_000, 120_000, 80_000, 50_000, 30_000], "yuan"),
  employment: q([95_000, 85_000, 45_000, 35_000, 25_000, 15_000], "yuan"),
  float: q(0.2, "fraction"),
  disease: q(1.4, "ratio"),
  retirementCut: { of: q("both" as const, "reading"), share: q([0.8, 0.6, 0.4, 0.2, 0.1], "fraction") },
};

const beijing: MedicalSubsidy = {
  kind: "months",
  medical: q([18, 15, 12, 9, 6, 3], "months"),
  employment: q([18, 15, 12, 9, 6, 3], "months"),
};
const henan: MedicalSubsidy = {
  kind: "months",
  medical: q([16, 14, 12, 10, 8, 6], "months"),
  employment: q([56, 46, 36, 26, 16, 6], "months"),
  disease: q(1.3, "ratio"),
  retirementCut: { of: q("employment" as const, "reading"), share: q([0.8, 0.6, 0.4, 0.2, 0.1], "fraction") },
};

/** The medical subsidy that a provisions file states itself. */
function subsidyOf(id: string): unknown {
  const chain = provisionChain(id, bundledFile);
  return Reflect.get(chain[chain.length - 1]?.file.rules["benefits"] ?? {}, "medicalSubsidy");
}

describe("golden benefit vectors", () => {
  it("has 40 rows", () => expect(benefitVectors).toHaveLength(40));

  it.each(benefitVectors)("$name, grade $grade", (row) => {
    const wage = ownWage(row.contributionWage, row.averageWage, limits);
    expect(wage).toBeCloseTo(row.ownWage, 9);
    expect(lumpSum(months, row.grade, wage)).toBeCloseTo(row.lumpSum, 6);
    expect(medicalSubsidy(zhejiang, { grade: row.grade }, row.averageWage)).toBe(row.subsidyZhejiang);
    expect(medicalSubsidy(anhui, { grade: row.grade }, row.averageWage)).toBe(row.subsidyAnhui);
    expect(medicalSubsidy(jiangsu, { grade: row.grade }, row.averageWage)).toBe(row.subsidyJiangsu);
  });

  it("meets the tables of the bundled provisions", () => {
    expect(subsidyOf("provisions/zhejiang")).toMatchObject({
      kind: "months",
      medical: { value: zhejiang.medical.value },
    });
    expect(subsidyOf("provisions/anhui")).toMatchObject({
      kind: "months",
      medical: { value: anhui.medical.value },
      employment: { value: anhui.employment?.value },
    });
    expect(subsidyOf("provisions/suzhou")).toMatchObject({
      kind: "amounts",
      medical: { value: jiangsu.medical.value },
      employment: { value: jiangsu.employment?.value },
    });
    const [{ file: national } = { file: undefined }] = provisionChain("provisions/national", bundledFile);
    expect(national?.rules["benefits"]).toMatchObject({
      lumpSum: { months: { value: months } },
      ownWage: { cap: { value: 3 }, floor: { value: 0.6 } },
    });
  });
});

describe("own wage W between 60 % and 300 % of A = 7,000", () => {
  it.each([
    [4_199.99, 4_200],
    [4_200, 4_200],
    [4_200.01, 4_200.01],
    [8_000, 8_000],
    [20_999.99, 20_999.99],
    [21_000, 21_000],
    [21_000.01, 21_000],
  ])("%d yuan counts as %d", (wage, counted) => {
    expect(ownWage(wage, 7_000, limits)).toBeCloseTo(counted, 9);
  });

  it("is averaged over the injured after the limits, over the insured where nobody is injured", () => {
    // (1 × 4,200 + 3 × 8,000) ÷ 4 and (1 × 4,200 + 1 × 8,000) ÷ 2
    expect(meanOwnWage([3_000, 8_000], [1, 3], [1, 1], 7_000, limits)).toBeCloseTo(7_050, 9);
    expect(meanOwnWage([3_000, 8_000], [0, 0], [1, 1], 7_000, limits)).toBeCloseTo(6_100, 9);
    expect(meanOwnWage([3_000], [0], [0], 7_000, limits)).toBe(0);
  });
});

describe("medical subsidy", () => {
  it("gives nothing to grades 1–4, who keep their employment", () => {
    expect(medicalSubsidy(zhejiang, { grade: 4 }, 7_000)).toBe(0);
    expect(medicalSubsidy(zhejiang, { grade: 5 }, 7_000)).toBe(210_000);
  });

  it("Jiangsu: cities within 20 %, 40 % more for an occupational disease", () => {
    expect(medicalSubsidy(jiangsu, { grade: 7, cityFactor: 1.2 }, 0)).toBeCloseTo(144_000, 6);
    expect(medicalSubsidy(jiangsu, { grade: 7, disease: true }, 0)).toBeCloseTo(168_000, 6);
    expect(medicalSubsidy(zhejiang, { grade: 7, disease: true }, 7_000)).toBe(70_000);
  });

  it.each([
    // grade; months of A, the fund's and the employer's, in Beijing and Henan
    [5, 18, 18, 16, 56],
    [6, 15, 15, 14, 46],
    [7, 12, 12, 12, 36],
    [8, 9, 9, 10, 26],
    [9, 6, 6, 8, 16],
    [10, 3, 3, 6, 6],
  ])("other provinces are said with the same rule: grade %d", (grade, ...expected) => {
    expect([
      medicalSubsidy(beijing, { grade }, 1),
      employmentSubsidy(beijing, { grade }, 1),
      medicalSubsidy(henan, { grade }, 1),
      employmentSubsidy(henan, { grade }, 1),
    ]).toEqual(expected);
    expect(medicalSubsidy(henan, { grade, disease: true }, 1)).toBeCloseTo(1.3 * (expected[2] ?? 0), 12);
  });

  it("where a province's table was not found, the mean of the four found in months is assumed", () => {
    const tables = [zhejiang, anhui, beijing, henan].map(({ medical }) => medical.value);
    const mean = [0, 1, 2, 3, 4, 5].map((grade) => tables.reduce((sum, table) => sum + (table[grade] ?? 0), 0) / 4);
    for (const id of ["provisions/jiangxi", "provisions/jilin"]) {
      expect(subsidyOf(id)).toMatchObject({ basis: "assumption", medical: { value: mean, basis: "assumption" } });
    }
  });

  it.each([
    // years to retirement, Jiangsu (both cut), Zhejiang's fund (never cut), Anhui's employer, Zhejiang's employer; grade 10
    [5, 30_000, 14_000, 35_000, 14_000],
    [4.99, 24_000, 14_000, 31_500, 11_200],
    [4, 24_000, 14_000, 31_500, 11_200],
    [3.99, 18_000, 14_000, 28_000, 8_400],
    [1, 6_000, 14_000, 21_000, 2_800],
    [0.99, 3_000, 14_000, 10_500, 0],
    [0, 0, 14_000, 0, 0],
  ])("%d years before retirement", (yearsToRetirement, jiangsuFund, zhejiangFund, anhuiEmployer, zhejiangEmployer) => {
    const leaver = { grade: 10, yearsToRetirement };
    expect(medicalSubsidy(jiangsu, leaver, 7_000)).toBeCloseTo(jiangsuFund, 6);
    expect(medicalSubsidy(zhejiang, leaver, 7_000)).toBe(zhejiangFund);
    expect(employmentSubsidy(anhui, leaver, 7_000)).toBeCloseTo(anhuiEmployer, 6);
    expect(employmentSubsidy(zhejiang, leaver, 7_000)).toBeCloseTo(zhejiangEmployer, 6);
  });

  it("takes the mean cut of those near retirement only where the fund's subsidy is cut", () => {
    // 1 − 0.1 × 0.2 − 0.1 × 0.9
    expect(meanRemaining(jiangsu, [0.1, 0, 0, 0, 0.1])).toBeCloseTo(0.89, 12);
    expect(meanRemaining(zhejiang, [0.1, 0, 0, 0, 0.1])).toBe(1);
  });
});

describe("death", () => {
  it.each([
    [47_412, 948_240],
    [54_188, 1_083_760],
    [26_955, 539_100],
  ])("20 × %d", (income, grant) => expect(deathGrant(20, income)).toBe(grant));

  it("gives no death grant to grades 1–4 who die after the leave", () => expect(deathGrant(20, 54_188, true)).toBe(0));
  it("buries with six months of A", () => expect(funeralGrant(6, 7_000)).toBe(42_000));
});

describe("missing persons (article 41)", () => {
  it.each([
    [1, "employer"],
    [3, "employer"],
    [4, "fund"],
    [5, "fund"],
  ])("month %d: %s", (month, payer) => expect(payerOfMonth(month, 3)).toBe(payer));

  it("advances half of the grant in the fourth month, the rest when the death is declared", () => {
    const plan = { share: 0.1, employerMonths: 3, advance: 0.5, hardship: 0.8, declared: 6 };
    const pattern = grantPattern([0.5, 0.5], plan);
    expect(pattern.map((each) => Math.round(each * 1e6) / 1e6)).toEqual([0.45, 0.45, 0, 0.04, 0, 0, 0.06]);
    expect(pattern.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    expect(grantPattern([0.5, 0.5], undefined)).toEqual([0.5, 0.5]);
  });
});

describe("Zhejiang's own articles", () => {
  it("34: 16, 14, 12, 10 yearly wages at once", () => {
    expect([1, 2, 3, 4, 5].map((grade) => settlement(grade, 7_000))).toEqual([
      1_344_000, 1_176_000, 1_008_000, 840_000, 0,
    ]);
  });

  it.each([
    [30, 20],
    [60, 20],
    [61, 19],
    [74, 6],
    [74.9, 6],
    [75, 5],
    [90, 5],
  ])("35: at %d a survivor's pension is commuted for %d years", (age, years) => {
    expect(commutationYears(age)).toBe(years);
    expect(commutedPension(2_400, age)).toBe(2_400 * 12 * years);
  });

  it("26: the allowance less the personal account's monthly part", () => {
    expect([allowanceAfterRetirement(7_200, 1_200), allowanceAfterRetirement(1_000, 1_200)]).toEqual([6_000, 0]);
  });

  it("36: a bankrupt employer prepays what is still to come", () => expect(prepayment(7_200, 120)).toBe(864_000));
});
