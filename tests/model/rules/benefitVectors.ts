/**
 * The 40 rows of golden_benefit_vectors.csv: computed from verified parameters (Work Injury Insurance Regulations, articles 35–37
 * and 64; provincial tables of the medical subsidy); the wages that go in are made up. Money in yuan. A pension is null where
 * the fund pays none (grades 5–10).
 */
export interface BenefitVector {
  readonly name: string;
  readonly contributionWage: number;
  readonly averageWage: number;
  readonly minimumWage: number;
  readonly ownWage: number;
  readonly grade: number;
  readonly lumpSum: number;
  readonly pension: number | null;
  readonly topUp: number | null;
  readonly subsidyZhejiang: number;
  readonly subsidyAnhui: number;
  readonly subsidyJiangsu: number;
}

type Row = readonly [number, number, number | null, number | null, number, number, number];

const people: readonly (readonly [string, number, number, number, number, readonly Row[]])[] = [
  [
    "typical",
    8_000,
    7_000,
    2_200,
    8_000,
    [
      [1, 216_000, 7_200, 0, 0, 0, 0],
      [2, 200_000, 6_800, 0, 0, 0, 0],
      [3, 184_000, 6_400, 0, 0, 0, 0],
      [4, 168_000, 6_000, 0, 0, 0, 0],
      [5, 144_000, null, null, 210_000, 168_000, 200_000],
      [6, 128_000, null, null, 175_000, 126_000, 160_000],
      [7, 104_000, null, null, 70_000, 70_000, 120_000],
      [8, 88_000, null, null, 49_000, 56_000, 80_000],
      [9, 72_000, null, null, 28_000, 42_000, 50_000],
      [10, 56_000, null, null, 14_000, 28_000, 30_000],
    ],
  ],
  [
    "high wage, capped",
    30_000,
    7_000,
    2_200,
    21_000,
    [
      [1, 567_000, 18_900, 0, 0, 0, 0],
      [2, 525_000, 17_850, 0, 0, 0, 0],
      [3, 483_000, 16_800, 0, 0, 0, 0],
      [4, 441_000, 15_750, 0, 0, 0, 0],
      [5, 378_000, null, null, 210_000, 168_000, 200_000],
      [6, 336_000, null, null, 175_000, 126_000, 160_000],
      [7, 273_000, null, null, 70_000, 70_000, 120_000],
      [8, 231_000, null, null, 49_000, 56_000, 80_000],
      [9, 189_000, null, null, 28_000, 42_000, 50_000],
      [10, 147_000, null, null, 14_000, 28_000, 30_000],
    ],
  ],
  [
    "low wage, floored",
    3_000,
    7_000,
    2_200,
    4_200,
    [
      [1, 113_400, 3_780, 0, 0, 0, 0],
      [2, 105_000, 3_570, 0, 0, 0, 0],
      [3, 96_600, 3_360, 0, 0, 0, 0],
      [4, 88_200, 3_150, 0, 0, 0, 0],
      [5, 75_600, null, null, 210_000, 168_000, 200_000],
      [6, 67_200, null, null, 175_000, 126_000, 160_000],
      [7, 54_600, null, null, 70_000, 70_000, 120_000],
      [8, 46_200, null, null, 49_000, 56_000, 80_000],
      [9, 37_800, null, null, 28_000, 42_000, 50_000],
      [10, 29_400, null, null, 14_000, 28_000, 30_000],
    ],
  ],
  [
    "low wage, minimum-wage top-up",
    4_300,
    7_000,
    3_400,
    4_300,
    [
      [1, 116_100, 3_870, 0, 0, 0, 0],
      [2, 107_500, 3_655, 0, 0, 0, 0],
      [3, 98_900, 3_440, 0, 0, 0, 0],
      [4, 90_300, 3_225, 175, 0, 0, 0],
      [5, 77_400, null, null, 210_000, 168_000, 200_000],
      [6, 68_800, null, null, 175_000, 126_000, 160_000],
      [7, 55_900, null, null, 70_000, 70_000, 120_000],
      [8, 47_300, null, null, 49_000, 56_000, 80_000],
      [9, 38_700, null, null, 28_000, 42_000, 50_000],
      [10, 30_100, null, null, 14_000, 28_000, 30_000],
    ],
  ],
];

export const benefitVectors: readonly BenefitVector[] = people.flatMap(
  ([name, contributionWage, averageWage, minimumWage, ownWage, rows]) =>
    rows.map(([grade, lumpSum, pension, topUp, subsidyZhejiang, subsidyAnhui, subsidyJiangsu]) => ({
      name,
      contributionWage,
      averageWage,
      minimumWage,
      ownWage,
      grade,
      lumpSum,
      pension,
      topUp,
      subsidyZhejiang,
      subsidyAnhui,
      subsidyJiangsu,
    })),
);
