import { z } from "zod";
import { provenanceFields, quantity } from "../scenario/quantity.ts";

/**
 * Call 调取 on local balances: when the provincial account cannot pay, money is drawn in equal proportion from balances that
 * cities and counties have not handed up. Zhejiang, Zhe-Zheng-Ban-Fa [2023] 62, part 2 (2) 2.
 */
export const callRule = z.strictObject({
  kind: z.literal("unremittedBalances"),
  ...provenanceFields,
  proportion: quantity(z.enum(["ratio", "equal"]), "reading").describe(
    "In ratio to the balances, or equal amounts until a balance is used up",
  ),
  counts: quantity(z.enum(["withTermDeposits", "demandOnly"]), "reading").describe(
    "Whether term deposits that lie with the places are balances to draw on",
  ),
});

/**
 * Writes into `drawn` what each region gives of `amount`, in ratio to `balances`, and returns the sum: amount × balance ÷ all
 * balances; everything where they hold less. The last region with a balance takes the remainder.
 */
export function callInRatio(balances: Float64Array, amount: number, drawn: Float64Array): number {
  let total = 0;
  let last = -1;
  for (let r = 0; r < balances.length; r++) {
    total += balances[r];
    if (balances[r] > 0) last = r;
  }
  if (amount >= total) {
    drawn.set(balances);
    return total;
  }
  let rest = amount;
  for (let r = 0; r < balances.length; r++) {
    drawn[r] = r === last ? 0 : Math.min(rest, amount * (balances[r] / total));
    rest -= drawn[r];
  }
  if (last >= 0) drawn[last] = Math.min(balances[last], rest);
  return amount;
}

/** The same in equal amounts: a region that holds less gives all it has, and the others share what is left. */
export function callEqually(balances: Float64Array, amount: number, drawn: Float64Array): number {
  drawn.fill(0);
  let rest = amount;
  for (let round = 0; round < balances.length && rest > 0; round++) {
    let giving = 0;
    for (let r = 0; r < balances.length; r++) if (balances[r] > drawn[r]) giving += 1;
    if (giving === 0) break;
    const each = rest / giving;
    for (let r = 0; r < balances.length && rest > 0; r++) {
      if (balances[r] <= drawn[r]) continue;
      giving -= 1;
      const held = balances[r] - drawn[r];
      const part = Math.min(held, giving === 0 && each >= rest ? rest : Math.min(each, rest));
      drawn[r] = part === held ? balances[r] : drawn[r] + part;
      rest -= part;
    }
  }
  return amount - rest;
}
