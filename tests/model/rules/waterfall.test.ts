import { describe, expect, it, test } from "vitest";
import {
  bearerOf,
  gapDueToCut,
  isFundMoney,
  localShareOfAid,
  refillLoop,
  type WaterfallStep,
} from "../../../src/model/rules/waterfall.ts";
import { assumed } from "../fund.ts";

describe("what the pooled fund pays for the uniform cut: the smaller of gap and contributions forgone", () => {
  test.each([
    // gap, forgone, paid
    [15, 40, 15],
    [15, 15.01, 15],
    [15, 15, 15],
    [15, 14.99, 14.99],
    [15, 0, 0],
    [0, 40, 0],
  ])("gap %d, forgone %d", (gap, forgone, paid) => {
    expect(gapDueToCut(gap, forgone)).toBe(paid);
  });
});

it("takes the local 20 % of the aid, not of the gap", () => {
  expect(localShareOfAid(50, 0.2)).toBe(10);
  expect(localShareOfAid(0, 0.2)).toBe(0);
});

test.each([
  "ownSurplus",
  "ownBalance",
  "oldBalances",
  "reserveFund",
  "termDeposits",
  "pooledCut",
  "pooledAid",
] as const)("%s is the fund's own money, a payer is not", (kind) => {
  expect([isFundMoney(kind), isFundMoney("payer")]).toEqual([true, false]);
});

describe("payers that another makes good", () => {
  const payer = (id: string, refilledBy?: string): WaterfallStep => ({
    kind: "payer",
    id,
    name: { zh: id, en: id },
    share: assumed(1, "fraction") as never,
    ...(refilledBy === undefined ? {} : { refilledBy }),
  });
  const chain = [payer("advance", "city"), payer("city", "province"), payer("province")];

  it("the last of the chain bears the amount", () => {
    expect(["advance", "city", "province"].map((id) => bearerOf(chain, id))).toEqual([
      "province",
      "province",
      "province",
    ]);
    expect(refillLoop(chain, "advance")).toEqual([]);
  });

  it("a chain that comes back to where it began is a loop", () => {
    const round = [payer("a", "b"), payer("b", "a")];
    expect(refillLoop(round, "a")).toEqual(["a", "b"]);
    expect(refillLoop([payer("a", "a")], "a")).toEqual(["a"]);
  });
});
