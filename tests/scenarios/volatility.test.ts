import { describe, expect, it } from "vitest";
import { runBlock, yearLine } from "../model/run.ts";
import { bundled } from "./bundled.ts";

/** National expenditure in the verified years, 100 million yuan (China Statistical Yearbook; MOHRSS communique of 2021). */
const verified = { y2008: 126.9, y2011: 286.4, y2021: 990 };

const nationalDeviation = deviation([
  Math.log(verified.y2011 / verified.y2008) / 3,
  Math.log(verified.y2021 / verified.y2011) / 10,
]);

describe("one-year standard deviation of payout growth", () => {
  it("is 0.104 between the two verified national periods", () => {
    expect(nationalDeviation).toBeCloseTo(0.104, 3);
  });

  it.each(["wuxi-2021", "zhejiang-2024", "anhui-2024", "jiangxi-2024", "jilin-2021", "suzhou-2020"])(
    "is no smaller in %s",
    (id) => {
      const paths = 200;
      // With an overdraft whatever falls due is paid, so that no gap shapes the growth.
      const block = runBlock(bundled(id, { "rules.shortfall": { kind: "overdraft" }, months: 24 }), paths);
      const growth = Array.from({ length: paths }, (_, p) =>
        Math.log(yearLine(block, 1, "benefitPayout", p) / yearLine(block, 0, "benefitPayout", p)),
      );
      expect(deviation(growth)).toBeGreaterThan(nationalDeviation);
    },
  );
});

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1));
}
