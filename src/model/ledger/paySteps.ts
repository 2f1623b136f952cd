import { payable } from "../rules/payableMonths.ts";
import { gapDueToCut, localShareOfAid, type WaterfallStepPlan } from "../rules/waterfall.ts";
import { seriesNames } from "../simulation/block.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { PAYABLE_MONTHS } from "./record.ts";
import { paidThisYear, recordPart } from "./recordPart.ts";
import { tally } from "./tally.ts";

/**
 * The steps of a waterfall after the regions' own money, each over all regions before the next. `state.rest` holds what a region
 * lacks and `state.carried` what of it earlier months left; every step takes its part off. The pooled fund is the fund's own
 * money and pays what was carried too; payers outside are asked only for what the month adds. Where a step's money does not
 * suffice for all, regions get equal parts of what they claim. The last uncovered part is recorded as unpaid.
 */
export function payByPooledFund(ledger: Ledger, t: number, p: number): void {
  const { plan, pooledFund, sharing, month, paths, forgone, forgoneThisYear } = ledger;
  for (const step of plan.sharing.steps) {
    if ((step.kind !== "pooledCut" && step.kind !== "pooledAid") || isOver(step, t)) continue;
    let claimed = 0;
    for (let r = 0; r < plan.regions; r++) {
      const at = r * paths + p;
      const lacking = sharing.rest[r];
      const due =
        step.kind === "pooledAid"
          ? lacking
          : isBelow(ledger, step, r, t, p)
            ? gapDueToCut(lacking, step.cumulative ? forgone[at] : forgoneThisYear[at])
            : 0;
      sharing.claims[r] = due;
      claimed += due;
    }
    const limit = pooledFund[p];
    if (claimed <= 0 || limit <= 0) continue;
    for (let r = 0; r < plan.regions; r++) {
      const part = claimed <= limit ? sharing.claims[r] : sharing.claims[r] * (limit / claimed);
      if (part === 0) continue;
      const at = r * paths + p;
      sharing.rest[r] = Math.max(0, sharing.rest[r] - part);
      month.transferIn[r] += part;
      pooledFund[p] = Math.max(0, pooledFund[p] - part);
      if (step.kind === "pooledCut") {
        forgone[at] = Math.max(0, forgone[at] - part);
        forgoneThisYear[at] = Math.max(0, forgoneThisYear[at] - part);
      } else {
        const local = localShareOfAid(part, step.localShare);
        if (step.returnsToFund) month.pooledSubsidy += local;
        tally(ledger, plan.sharing.tally + (plan.sharing.payers.length + 1) * plan.regions + r, t, p, local);
      }
      recordPart(ledger, step.payer, r, t, p, part);
      if (ledger.journal !== undefined) {
        note(ledger, { t, kind: "gapPaid", rule: step.rule, region: r, amount: part, payer: step.payerId });
      }
    }
  }
}

/** The payers outside the fund; returns what they bring, yuan, and leaves each region's part in `state.claims`. */
export function payByOutsiders(ledger: Ledger, t: number, p: number): number {
  const { plan, sharing, month } = ledger;
  const { rest, carried, claims } = sharing;
  let brought = 0;
  for (const step of plan.sharing.steps) {
    if (step.kind !== "payer" || isOver(step, t)) continue;
    let claimed = 0;
    for (let r = 0; r < plan.regions; r++) {
      claims[r] = isBelow(ledger, step, r, t, p) ? step.share * Math.max(0, rest[r] - carried[r]) : 0;
      claimed += claims[r];
    }
    const room = step.limit < 0 ? claimed : Math.max(0, step.limit - paidThisYear(ledger, step.payer, t, p));
    if (claimed <= 0 || room <= 0) continue;
    for (let r = 0; r < plan.regions; r++) {
      const part = claimed <= room ? claims[r] : claims[r] * (room / claimed);
      if (part === 0) continue;
      rest[r] -= part;
      month.subsidy[r] += part;
      brought += part;
      recordPart(ledger, step.payer, r, t, p, part);
      if (ledger.journal !== undefined) {
        note(ledger, { t, kind: "gapPaid", rule: step.rule, region: r, amount: part, payer: step.payerId });
      }
    }
  }
  const nobody = plan.sharing.payers.length;
  for (let r = 0; r < plan.regions; r++) {
    const left = Math.max(0, rest[r] - carried[r]);
    if (left > 0) recordPart(ledger, nobody, r, t, p, left);
    // With what was unpaid before, so that the parts told make up the gap told.
    if (rest[r] > 0 && ledger.journal !== undefined) {
      note(ledger, { t, kind: "unpaid", rule: "rules.shortfall", region: r, amount: rest[r] });
    }
  }
  return brought;
}

function isOver({ until }: WaterfallStepPlan, t: number): boolean {
  return until !== -1 && t > until;
}

/** Whether payable months at the end of the month before lie below the step's line: the unit's own, or the pool's. */
function isBelow(ledger: Ledger, { below }: WaterfallStepPlan, r: number, t: number, p: number): boolean {
  if (below < 0) return true;
  const { plan, paths, record, regionOutgo } = ledger;
  const separate = plan.sharing.separate;
  if (t > 0) {
    return separate
      ? record.regions[((r * seriesNames.length + PAYABLE_MONTHS) * plan.months + t - 1) * paths + p] < below
      : record.pool[(PAYABLE_MONTHS * plan.months + t - 1) * paths + p] < below;
  }
  let balance = 0;
  let outgo = 0;
  for (let each = separate ? r : 0; each < (separate ? r + 1 : plan.regions); each++) {
    balance += plan.openingBalance[each];
    for (let i = 0; i < 12; i++) outgo += regionOutgo[(p * plan.regions + each) * 12 + i];
  }
  return payable(balance, outgo) < below;
}
