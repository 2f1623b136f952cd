import { expect, test } from "vitest";
import { compile } from "../../../src/model/scenario/compile.ts";
import { assumed, fund } from "../fund.ts";
import { runPlans } from "../run.ts";
import { historyOf, unit } from "../suzhouFund.ts";

/** How often the budgets drafted in October 2024, 2025 and 2026 break the constraint. Benefits are 100 a month. */
function broken(contributions: number, constraint: object): number[] {
  const plan = compile(
    fund({
      "basis.regions": [unit("a", contributions, 100, 5000)],
      "opening.history": historyOf(contributions, 100),
      "rules.budget": { constraint },
    }),
  );
  const [block] = runPlans([plan], 1);
  expect(plan.shape.tallies.map(({ id, group, unit: of }) => [id, group, of])).toEqual([
    ["budget.constraintBroken", "budget", "count"],
  ]);
  return [...block.tallies];
}

const small = { kind: "smallSurplus", least: assumed(0, "fraction"), most: assumed(0.05, "fraction") };
const balance = { kind: "balance", tolerance: assumed(0.02, "fraction") };

test.each([
  // contributions a month, no deficit, a surplus of 0 to 5 %, balance within 2 %
  [97.9, 1, 1, 1],
  [98, 1, 1, 0],
  [99.9, 1, 1, 0],
  [100, 0, 0, 0],
  [102, 0, 0, 0],
  [102.1, 0, 0, 1],
  [105, 0, 0, 1],
  [105.1, 0, 1, 1],
])("contributions of %d against benefits of 100", (contributions, noDeficit, surplus, balanced) => {
  expect(broken(contributions, { kind: "noDeficit" })).toEqual([noDeficit, noDeficit, noDeficit]);
  expect(broken(contributions, small)).toEqual([surplus, surplus, surplus]);
  expect(broken(contributions, balance)).toEqual([balanced, balanced, balanced]);
});
