import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/scenario/compile.ts";
import type { LedgerBlock } from "../../src/model/simulation/block.ts";
import { digestOfBlock } from "../../src/model/simulation/digest.ts";
import { acrossPaths, runPlans } from "../model/run.ts";
import { bundled, bundledFile, bundledIds } from "./bundled.ts";

/** Enough paths to tell alternatives apart, and a horizon in which their rules bite. */
const families = {
  "wuxi-2021": { months: 60, paths: 250 },
  "zhejiang-2024": { months: 48, paths: 20 },
  "anhui-2024": { months: 48, paths: 20 },
  "jiangxi-2024": { months: 36, paths: 20 },
  "jilin-2021": { months: 48, paths: 12 },
  "suzhou-2020": { months: 36, paths: 20 },
};
const [WATCH, ACT] = [0, 1];

const runs = new Map<string, LedgerBlock>();
for (const [baseline, { months, paths }] of Object.entries(families)) {
  const family = bundledIds.filter((id) => id.startsWith(baseline));
  const plans = family.map((id) => compile(bundled(id, { months })));
  // Alternatives that change the world, such as more accidents, are run by themselves.
  const worlds = plans.map(({ world }) => JSON.stringify(world));
  for (const world of new Set(worlds)) {
    const here = family.filter((_, i) => worlds[i] === world);
    const blocks = runPlans(
      plans.filter((_, i) => worlds[i] === world),
      paths,
    );
    blocks.forEach((run, i) => runs.set(here[i] ?? "", run));
  }
}

describe("bundled alternatives", () => {
  it("belong to one of the six baselines, each with at least two", () => {
    for (const baseline of Object.keys(families)) {
      const family = bundledIds.filter((id) => id.startsWith(baseline) && id !== baseline);
      expect(family.length).toBeGreaterThanOrEqual(baseline === "wuxi-2021" ? 2 : 3);
      for (const id of family) expect(bundledFile(id)).toMatchObject({ base: baseline });
    }
    expect(runs.size).toBe(bundledIds.length);
  });

  it("give different digests, each its own", () => {
    const digests = bundledIds.map((id) => digestOfBlock(runOf(id)));
    expect(bundledIds.filter((_, i) => digests.indexOf(digests[i] ?? "") !== i)).toEqual([]);
  });

  it("meet the same benefit payouts as their baseline while the fund can pay", () => {
    for (const id of ["zhejiang-2024-at-12", "zhejiang-2024-never", "zhejiang-2024-local-uplift"]) {
      expect(acrossPaths(runOf(id), "benefitPayout", 11)).toEqual(
        acrossPaths(runOf("zhejiang-2024"), "benefitPayout", 11),
      );
    }
  });

  it("Zhejiang: acting at 12 fires at 9 on no more paths, and never acting is never better", () => {
    expect(everFired("zhejiang-2024", WATCH)).toBeGreaterThan(0.05);
    expect(everFired("zhejiang-2024-at-12", ACT)).toBeLessThanOrEqual(everFired("zhejiang-2024", ACT));
    expect(mean("zhejiang-2024-at-12", "fundBalance", 35)).toBeGreaterThan(
      mean("zhejiang-2024-never", "fundBalance", 35),
    );
    expect(mean("zhejiang-2024", "fundBalance", 35)).toBeGreaterThanOrEqual(
      mean("zhejiang-2024-never", "fundBalance", 35),
    );
  });

  it("Anhui: the ratio of sharing moves money between province and places, and no benefit", () => {
    expect(mean("anhui-2024-sharing-8-2", "benefitPayout", 35)).toBe(mean("anhui-2024", "benefitPayout", 35));
    expect(mean("anhui-2024-sharing-8-2", "fundBalance", 35)).toBeGreaterThan(mean("anhui-2024", "fundBalance", 35));
  });

  it("Jiangxi: more accidents cost more, and a yearly look fires no sooner than a quarterly one", () => {
    expect(mean("jiangxi-2024-mass-accident", "benefitPayout", 35)).not.toBe(mean("jiangxi-2024", "benefitPayout", 35));
    expect(mean("jiangxi-2024-mass-accident", "fundBalance", 35)).toBeLessThan(mean("jiangxi-2024", "fundBalance", 35));
    expect(everFired("jiangxi-2024-yearly", 0)).toBeLessThanOrEqual(everFired("jiangxi-2024", 0));
  });

  it("Jilin: a jump of pensions costs money", () => {
    expect(mean("jilin-2021-indexation-jump", "fundBalance", 47)).toBeLessThan(mean("jilin-2021", "fundBalance", 47));
  });

  it("Suzhou: without the relief of 2020 more comes in, and a unit without the cut pays more", () => {
    expect(mean("suzhou-2020-no-relief", "contributionIncome", 5)).toBeGreaterThan(
      mean("suzhou-2020", "contributionIncome", 5),
    );
    expect(mean("suzhou-2020-own-cut", "contributionIncome", 5)).not.toBe(mean("suzhou-2020", "contributionIncome", 5));
  });

  it("Wuxi: each further measure leaves fewer depletions", () => {
    expect(everDepleted("wuxi-2021-times-1.15")).toBeLessThan(everDepleted("wuxi-2021"));
    expect(everDepleted("wuxi-2021-restore-9")).toBeLessThan(everDepleted("wuxi-2021-times-1.15"));
  });

  it("Wuxi: the restoring rate brings the middle path to about 9 months at the end of 2024", () => {
    const payable = acrossPaths(runOf("wuxi-2021-restore-9"), "payableMonths", 47).sort();
    expect(Math.abs((payable[payable.length / 2] ?? Number.NaN) - 9)).toBeLessThan(1);
  });
});

function runOf(id: string): LedgerBlock {
  const run = runs.get(id);
  if (run === undefined) throw new Error(`no run of ${id}`);
  return run;
}

function mean(id: string, name: Parameters<typeof acrossPaths>[1], t: number): number {
  const values = acrossPaths(runOf(id), name, t);
  return values.reduce((sum, each) => sum + each, 0) / values.length;
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
