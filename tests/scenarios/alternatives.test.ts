import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/scenario/compile.ts";
import { BLOCK_PATHS, type LedgerBlock } from "../../src/model/simulation/block.ts";
import { digestOfBlock } from "../../src/model/simulation/digest.ts";
import { acrossPaths, runPlans } from "../model/run.ts";
import { bundled, bundledIds } from "./bundled.ts";

const runs = new Map<string, LedgerBlock>();
for (const baseline of ["wuxi-2021", "zhejiang-2024"]) {
  const family = bundledIds.filter((id) => id.startsWith(baseline));
  const plans = family.map((id) => compile(bundled(id)));
  runPlans(plans, BLOCK_PATHS).forEach((run, i) => runs.set(family[i] ?? "", run));
}
const [WATCH, ACT] = [0, 1];

describe("bundled alternatives", () => {
  it("give different digests, each its own", () => {
    const digests = bundledIds.map((id) => digestOfBlock(runOf(id)));
    expect(new Set(digests).size).toBe(bundledIds.length);
  });

  it("meet the same benefit payouts as their baseline while the fund can pay", () => {
    for (const id of ["zhejiang-2024-at-12", "zhejiang-2024-never"]) {
      expect(acrossPaths(runOf(id), "benefitPayout", 11)).toEqual(
        acrossPaths(runOf("zhejiang-2024"), "benefitPayout", 11),
      );
    }
  });

  it("Zhejiang: a line is crossed on more than 5 % and less than 95 % of the paths", () => {
    const probabilities = [WATCH, ACT].map((trigger) => everFired("zhejiang-2024", trigger));
    expect(probabilities.some((share) => share > 0.05 && share < 0.95)).toBe(true);
    // The line that acts is the one in doubt: about 63 %.
    expect(probabilities[ACT]).toBeGreaterThan(0.4);
    expect(probabilities[ACT]).toBeLessThan(0.8);
  });

  it("Zhejiang: acting at 12 leaves fewer firings at 9, and never acting the most depletions", () => {
    expect(everFired("zhejiang-2024-at-12", ACT)).toBeLessThan(everFired("zhejiang-2024", ACT));
    expect(everDepleted("zhejiang-2024")).toBeLessThan(everDepleted("zhejiang-2024-never"));
  });

  it("Wuxi: each further measure leaves fewer depletions", () => {
    expect(everDepleted("wuxi-2021-times-1.15")).toBeLessThan(everDepleted("wuxi-2021"));
    expect(everDepleted("wuxi-2021-restore-9")).toBeLessThan(everDepleted("wuxi-2021-times-1.15"));
  });

  it("Wuxi: the restoring rate brings the middle path to about 9 months at the end of 2024", () => {
    const payable = acrossPaths(runOf("wuxi-2021-restore-9"), "payableMonths", 47).sort();
    const median = payable[BLOCK_PATHS / 2] ?? Number.NaN;
    expect(Math.abs(median - 9)).toBeLessThan(1);
  });
});

function runOf(id: string): LedgerBlock {
  const run = runs.get(id);
  if (run === undefined) throw new Error(`no run of ${id}`);
  return run;
}

function everFired(id: string, trigger: number): number {
  return sharePositive(runOf(id).triggers[trigger]?.first ?? new Float64Array());
}

function everDepleted(id: string): number {
  return sharePositive(runOf(id).depletion.first);
}

/** Share of paths with a first month; -1 means never. */
function sharePositive(first: Float64Array): number {
  return first.filter((month) => month >= 0).length / first.length;
}
