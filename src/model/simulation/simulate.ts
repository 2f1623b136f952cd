import type { JournalEvent } from "../ledger/journal.ts";
import { type Ledger, openLedger } from "../ledger/ledger.ts";
import { type Pricing, pricedBy, pricingOf } from "../ledger/pricing.ts";
import { projectMonth } from "../ledger/projectMonth.ts";
import { canonicalJson } from "../scenario/canonical.ts";
import type { LedgerPlan, Plan, WorldPlan } from "../scenario/plan.ts";
import type { Variates } from "../variates/variates.ts";
import { drawWorld, type World } from "../world/world.ts";
import type { LedgerBlock } from "./block.ts";

/** Runs Plans on blocks of paths. */
export interface Simulator {
  /**
   * One LedgerBlock for each Plan, in their order. All Plans with the same world meet the same world, drawn once. `onStep` is
   * called every few milliseconds of work.
   */
  run(block: { readonly firstPath: number; readonly paths: number }, onStep?: () => void): LedgerBlock[];
}

export function createSimulator(plans: readonly Plan[], variates: Variates): Simulator {
  const groups = groupByWorld(plans);
  return {
    run({ firstPath, paths }, onStep = () => {}) {
      const blocks = new Array<LedgerBlock>(plans.length);
      for (const { world: worldPlan, members } of groups) {
        const draws = variates.open({ key: worldPlan.key, firstPath, paths, months: worldPlan.months });
        const world = drawWorld(worldPlan, paths, draws, onStep);
        for (const alike of members) {
          const pricing = pricingOf(plans[alike[0]].ledger, world);
          onStep();
          for (const index of alike) {
            blocks[index] = foldLedger(plans[index].ledger, world, firstPath, onStep, undefined, pricing);
          }
        }
      }
      return blocks;
    },
  };
}

/** Folds one rule set over a world. `onStep` is called at the end of each month, with the ledger as it then stands. */
export function foldLedger(
  plan: LedgerPlan,
  world: World,
  firstPath: number,
  onStep: (t: number, ledger: Ledger) => void = () => {},
  journal?: JournalEvent[],
  pricing?: Pricing,
): LedgerBlock {
  const ledger = openLedger(plan, world, firstPath, journal, pricing);
  for (let t = 0; t < world.months; t++) {
    for (let p = 0; p < world.paths; p++) projectMonth(ledger, t, p);
    onStep(t, ledger);
  }
  return ledger.record;
}

/** Plans by world and, within it, by what their benefits cost there. */
function groupByWorld(
  plans: readonly Plan[],
): { readonly world: WorldPlan; readonly members: readonly (readonly number[])[] }[] {
  const worlds = groupBy([...plans.keys()], (index) => canonicalJson(plans[index].world));
  return worlds.map((members) => ({
    world: plans[members[0]].world,
    members: groupBy(members, (index) => canonicalJson(pricedBy(plans[index].ledger))),
  }));
}

function groupBy(indices: readonly number[], contentOf: (index: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const index of indices) {
    const content = contentOf(index);
    const group = groups.get(content);
    if (group === undefined) groups.set(content, [index]);
    else group.push(index);
  }
  return [...groups.values()];
}
