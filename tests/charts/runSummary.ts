import { monthText } from "../../src/model/calendar.ts";
import { probability } from "../../src/model/simulation/probability.ts";
import type {
  EventSummary,
  MoneySummary,
  RunDifference,
  RunSummary,
  SeriesSummary,
} from "../../src/model/simulation/result.ts";

const deviates = {
  p2_5: -1.96,
  p5: -1.645,
  p10: -1.282,
  p25: -0.674,
  p50: 0,
  p75: 0.674,
  p90: 1.282,
  p95: 1.645,
  p97_5: 1.96,
};

export interface Shape {
  readonly start?: string;
  readonly months?: number;
  readonly paths?: number;
  readonly opening?: number | null;
  /** Median payable months at the end of month t. */
  readonly median?: (t: number) => number | null;
  /** Standard deviation of payable months at the end of month t. */
  readonly sd?: (t: number) => number;
  /** Paths that first fell below 12 and below 9 in month t. */
  readonly watch?: (t: number) => number;
  readonly act?: (t: number) => number;
}

const million = 1e6;

/** A summary made by formulas: payable months normal around a median, money growing by a half percent a month. */
export function runSummary(shape: Shape = {}): RunSummary {
  const { start = "2021-01", months = 48, paths = 10_000, opening = 13.3 } = shape;
  const median = shape.median ?? ((t) => 13.3 - 0.11 * (t + 1));
  const sd = shape.sd ?? ((t) => 0.35 * Math.sqrt(t + 1));
  const payableMonths = normal(months, median, sd);
  const money = (amount: number): SeriesSummary =>
    normal(
      months,
      (t) => amount * 1.005 ** t,
      (t) => amount * 0.1 * 1.005 ** t,
    );
  const first = Number(start.slice(0, 4));
  const names = [...new Set(Array.from({ length: months }, (_, t) => Number(monthText(start, t).slice(0, 4))))];
  return {
    scenario: { id: "made-up", digest: "00" },
    tallies: {},
    seed: "test",
    paths,
    months,
    start,
    blockDigests: [],
    digest: "3f9ac2",
    opening: { fundBalance: 694 * million, payableMonths: opening },
    series: {
      payableMonths,
      contributionIncome: money(61 * million),
      totalIncome: money(63 * million),
      benefitPayout: money(58 * million),
      totalOutgo: money(60 * million),
      fundBalance: money(694 * million),
      rateLevel: normal(
        months,
        () => 0.01,
        () => 0,
      ),
    },
    triggers: {
      watch: event(start, months, paths, shape.watch ?? ((t) => (t > 3 && t < 31 ? 250 : 0)), 12),
      act: event(start, months, paths, shape.act ?? ((t) => (t > 17 && t < 46 ? (t < 36 ? 90 : 210) : 0)), 9),
    },
    depletion: event(start, months, paths, () => 0, 0),
    sharing: {},
    regions: {},
    years: names.map((year) => {
      const within = Array.from({ length: months }, (_, t) => t).filter((t) =>
        monthText(start, t).startsWith(String(year)),
      );
      const yearly = (amount: number, growth: number): MoneySummary => {
        const mean = within.length * amount * growth ** (year - first);
        return { mean, standardError: mean * 0.0004, sd: mean * 0.04, p5: mean * 0.934, p50: mean, p95: mean * 1.066 };
      };
      return {
        year,
        months: within.length,
        lines: {
          contributionIncome: yearly(61 * million, 1.05),
          benefitPayout: yearly(58 * million, 1.07),
          appraisal: yearly(0.4 * million, 1.05),
          prevention: yearly(1.2 * million, 1.05),
          transferUp: yearly(0.3 * million, 1.05),
        },
      };
    }),
    samplePaths: [0, 1, 2, 3].map((path) => ({
      path,
      series: {
        payableMonths: payableMonths.p50.map((value, t) =>
          value === null ? null : value + sd(t) * Math.sin((t + 1) / 9 + path * 1.7),
        ),
      },
    })),
  };
}

/** A paired difference that grows by `slope` a month, with a standard error of `error`. */
export function runDifference(months: number, slope: number, error: number, identical = false): RunDifference {
  const estimate = Array.from({ length: months }, (_, t) => slope * (t + 1));
  const column = {
    estimate,
    standardError: estimate.map(() => error),
    low: estimate.map((value) => value - 1.96 * error),
    high: estimate.map((value) => value + 1.96 * error),
  };
  const same = {
    probability: { estimate: 0, standardError: 0, low: 0, high: 0 },
    timing: { estimate: 0, standardError: 0, low: 0, high: 0 },
    earlier: 0,
    later: 0,
    onlyA: 0,
    onlyB: 0,
  };
  return {
    baseline: "made-up",
    identical,
    triggers: {},
    depletion: same,
    series: { payableMonths: column, fundBalance: column },
  };
}

function normal(months: number, median: (t: number) => number | null, sd: (t: number) => number): SeriesSummary {
  const column = (z: number) =>
    Array.from({ length: months }, (_, t) => {
      const middle = median(t);
      return middle === null ? null : middle + z * sd(t);
    });
  const quantiles = Object.fromEntries(Object.entries(deviates).map(([name, z]) => [name, column(z)]));
  return {
    mean: column(0),
    sd: Array.from({ length: months }, (_, t) => sd(t)),
    ...quantiles,
  } as unknown as SeriesSummary;
}

function event(
  start: string,
  months: number,
  paths: number,
  fired: (t: number) => number,
  level: number,
): EventSummary & { readonly level: number } {
  const histogram = Array.from({ length: months }, (_, t) => fired(t));
  let sum = 0;
  const byMonth = histogram.map((number) => {
    sum += number;
    return probability(sum, paths);
  });
  const when = monthText(
    start,
    Math.max(
      0,
      histogram.findIndex((number) => number > 0),
    ),
  );
  return {
    level,
    everProbability: probability(sum, paths),
    belowAtStart: false,
    byMonth,
    firstMonthIfFired: sum === 0 ? null : { p10: when, p50: when, p90: when, histogram },
    monthsBelow: { mean: 0, p10: 0, p50: 0, p90: 0 },
    refires: { mean: 0, p10: 0, p50: 0, p90: 0 },
  };
}
