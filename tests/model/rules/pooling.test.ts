import { expect, test } from "vitest";
import { paysSeparately } from "../../../src/model/rules/pooling.ts";
import { fund } from "../fund.ts";
import { runBlock, yearLine } from "../run.ts";
import { historyOf, unit } from "../suzhouFund.ts";

test.each([
  [undefined, false],
  [{ kind: "unified" } as const, false],
  [{ kind: "separate" } as const, true],
])("%o", (rule, separately) => {
  expect(paysSeparately(rule)).toBe(separately);
});

/**
 * One month of two places with payroll contributions of 10 and 10 and benefits of 50 and 5. Place a has 20 of its own, place b 100.
 * Together they have 140 for 55; place a by itself has 30 for 50 and lacks 20.
 */
test.each([
  ["unified", 0],
  ["separate", 20],
])("%s: what stays unpaid where nobody helps", (kind, unpaid) => {
  const block = runBlock(
    fund({
      months: 1,
      "basis.regions": [unit("a", 10, 50, 20), unit("b", 10, 5, 100)],
      "opening.history": historyOf(20, 55),
      "rules.pooling": { kind },
      "rules.shortfall": { kind: "gap", payers: [] },
    }),
    1,
  );
  expect(yearLine(block, 0, "unpaid")).toBeCloseTo(unpaid, 9);
});
