import { expect, test } from "vitest";
import {
  bearerOf,
  gapDueToCut,
  isFundMoney,
  localShareOfAid,
  refillLoop,
  waterfallRule,
} from "../../../src/model/rules/waterfall.ts";
import { assumed } from "../fund.ts";

test.each([
  // gap of a unit, contributions forgone by the cut, what is due to the cut
  [100, 0, 0],
  [100, 99.99, 99.99],
  [100, 100, 100],
  [100, 100.01, 100],
  [0, 50, 0],
  [-20, 50, 0],
])("a gap of %d with %d forgone: %d is due to the cut", (gap, forgone, due) => {
  expect(gapDueToCut(gap, forgone)).toBe(due);
});

test("Suzhou: a gap of 100, 40 forgone: 40 from the pooled fund, 60 aid, of which the unit's government pays 12", () => {
  const aid = 100 - gapDueToCut(100, 40);
  expect([aid, localShareOfAid(aid, 0.2)]).toEqual([60, 12]);
});

const payer = (id: string, refilledBy?: string): object => ({
  kind: "payer",
  id,
  name: { zh: id, en: id },
  share: assumed(1, "fraction"),
  ...(refilledBy === undefined ? {} : { refilledBy }),
});
const stepsOf = (...payers: object[]) => waterfallRule.parse({ kind: "waterfall", steps: payers }).steps;

test("who bears a payment in the end is the last of its chain of refills", () => {
  const steps = stepsOf(
    { kind: "oldBalances" },
    payer("reserve", "city"),
    payer("city", "province"),
    payer("province"),
  );
  expect(["reserve", "city", "province"].map((id) => bearerOf(steps, id))).toEqual([
    "province",
    "province",
    "province",
  ]);
  expect(refillLoop(steps, "reserve")).toEqual([]);
  expect(steps.map(({ kind }) => isFundMoney(kind))).toEqual([true, false, false, false]);
});

test("a waterfall that loops names the payers of the loop", () => {
  const steps = stepsOf(payer("city", "province"), payer("province", "city"));
  expect(refillLoop(steps, "city")).toEqual(["city", "province"]);
});

test("a waterfall without a step is refused", () => {
  expect(waterfallRule.safeParse({ kind: "waterfall", steps: [] }).success).toBe(false);
});
