import { compile } from "../../../src/model/scenario/compile.ts";
import { applyChanges } from "../../../src/model/scenario/overlay.ts";
import { parseScenario } from "../../../src/model/scenario/parse.ts";
import type { Plan } from "../../../src/model/scenario/plan.ts";
import { type LedgerBlock, type PathEvents, seriesNames } from "../../../src/model/simulation/block.ts";
import { createSimulator } from "../../../src/model/simulation/simulate.ts";
import { createExactVariates } from "../../../src/model/variates/exact.ts";
import { drawWorld, type World } from "../../../src/model/world/world.ts";

const variates = createExactVariates();

/** The Plan of a scenario file with changes by dotted path. */
export function planOf(file: unknown, changes: Readonly<Record<string, unknown>> = {}): Plan {
  return compile(parseScenario(applyChanges(file, changes)));
}

/** One block of the paths of a Plan (all of them if not stated). */
export function runPlan(plan: Plan, paths = plan.shape.paths, firstPath = 0): LedgerBlock {
  return createSimulator([plan], variates).run({ firstPath, paths })[0];
}

/** The world of a Plan's paths, in memory of its own. */
export function worldOf({ world, shape }: Plan): World {
  const draws = createExactVariates().open({ key: world.key, firstPath: 0, paths: shape.paths, months: world.months });
  return drawWorld(world, shape.paths, draws, () => {});
}

/** The cells of a block by name, such as "pool fundBalance 3 1" (month 3, path 1), regions by their place in id order. */
export function cells(block: LedgerBlock): Map<string, number> {
  const named = new Map<string, number>();
  const regions = block.regions.length / (seriesNames.length * block.months * block.paths);
  for (let p = 0; p < block.paths; p++) {
    for (let t = 0; t < block.months; t++) {
      seriesNames.forEach((name, s) => {
        const at = (s * block.months + t) * block.paths + p;
        named.set(`pool ${name} ${t} ${block.firstPath + p}`, block.pool[at]);
        for (let r = 0; r < regions; r++) {
          named.set(
            `region${r} ${name} ${t} ${block.firstPath + p}`,
            block.regions[r * seriesNames.length * block.months * block.paths + at],
          );
        }
      });
    }
  }
  return named;
}

/** What happened on the paths of a block, by name. */
export function events(block: LedgerBlock): Map<string, number> {
  const named = new Map<string, number>();
  const put = (what: string, { first, monthsBelow, firings }: PathEvents): void => {
    for (let p = 0; p < block.paths; p++) {
      named.set(`${what} first ${block.firstPath + p}`, first[p]);
      named.set(`${what} monthsBelow ${block.firstPath + p}`, monthsBelow[p]);
      named.set(`${what} firings ${block.firstPath + p}`, firings[p]);
    }
  };
  block.triggers.forEach((trigger, k) => put(`trigger${k}`, trigger));
  put("depletion", block.depletion);
  return named;
}

/** The cells of `part` that do not stand in `whole` with the same bits (NaN is the same as NaN). */
export function differences(part: ReadonlyMap<string, number>, whole: ReadonlyMap<string, number>): string[] {
  if (part.size === 0) throw new RangeError("differences: expected cells to compare, got none");
  return [...part]
    .filter(([name, number]) => !Object.is(number, whole.get(name)))
    .map(([name, number]) => `${name}: ${number} against ${whole.get(name)}`);
}

/** Where two blocks do not have the same bits. */
export function differencesOfBlocks(first: LedgerBlock, second: LedgerBlock): string[] {
  return differences(everythingIn(first), everythingIn(second)).concat(
    differences(everythingIn(second), everythingIn(first)),
  );
}

function everythingIn(block: LedgerBlock): Map<string, number> {
  const all = new Map([...cells(block), ...events(block)]);
  block.years.forEach((number, i) => all.set(`years ${i}`, number));
  block.sharing.forEach((number, i) => all.set(`sharing ${i}`, number));
  return all;
}

/** One number of a block's pool by series, month and path. */
export function poolAt(block: LedgerBlock, name: (typeof seriesNames)[number], t: number, p: number): number {
  return block.pool[(seriesNames.indexOf(name) * block.months + t) * block.paths + p];
}

/** One number of a region by series, month and path. */
export function regionAt(
  block: LedgerBlock,
  r: number,
  name: (typeof seriesNames)[number],
  t: number,
  p: number,
): number {
  return block.regions[((r * seriesNames.length + seriesNames.indexOf(name)) * block.months + t) * block.paths + p];
}
