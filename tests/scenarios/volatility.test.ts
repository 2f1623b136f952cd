import { describe, expect, it } from "vitest";
import { runBlock, series } from "../model/run.ts";
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
      // Whatever falls due is paid, by an overdraft in Wuxi and by finance elsewhere, so that no gap shapes the growth. Rate floating
      // moves no payment; without it the run is quicker.
      const changes = id.startsWith("wuxi")
        ? { "rules.shortfall": { kind: "overdraft" } }
        : { "rules.contribution.experience": undefined };
      const block = runBlock(bundled(id, { ...changes, months: 24 }), paths);
      const payout = (p: number, from: number): number =>
        series(block, "benefitPayout", p)
          .slice(from, from + 12)
          .reduce((sum, each) => sum + each, 0);
      const growth = Array.from({ length: paths }, (_, p) => Math.log(payout(p, 12) / payout(p, 0)));
      expect(deviation(growth)).toBeGreaterThan(nationalDeviation);
    },
  );
});

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1));
}
