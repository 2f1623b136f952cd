import { cutAt } from "../rules/phasedCut.ts";
import { seriesNames } from "../simulation/block.ts";
import { note } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import { openingPayableMonths, openingRegionMonths } from "./payableMonths.ts";
import { PAYABLE_MONTHS } from "./record.ts";

const RULE = "rules.contribution.phasedCut";

/**
 * Start of the month: when a term of the phased cut begins or ends, each region's cut is set by the payable months of the month
 * in which the term is tested (before the start: of the first day), or to the uniform cut. In January the year's count of
 * contributions forgone begins anew. Relief that begins or changes is written down.
 */
export function putCutInForce(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, cut, entitledCut } = ledger;
  noteRelief(ledger, t);
  const rule = plan.cut;
  if (rule === undefined) return;
  if (t > 0 && (plan.startMonth - 1 + t) % 12 === 0) {
    for (let r = 0; r < plan.regions; r++) ledger.forgoneThisYear[r * paths + p] = 0;
  }
  const term = rule.termAt[t];
  if (t > 0 && term === rule.termAt[t - 1]) return;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    const before = cut[at];
    const uniform = term < 0 ? 0 : rule.terms[term].uniform;
    entitledCut[at] = term < 0 ? 0 : cutAt(rule.bands, testedMonths(ledger, r, rule.terms[term].testedOn, p));
    cut[at] = 1 - (term < 0 || uniform >= 0 ? uniform : entitledCut[at]);
    if (cut[at] !== before) noteCut(ledger, r, t, cut[at]);
  }
}

/** End of the month: a cut that stops early does so when the known payable months are below its limit. */
export function stopCut(ledger: Ledger, t: number, p: number): void {
  const { plan, paths, cut } = ledger;
  const rule = plan.cut;
  if (rule === undefined || rule.stopsBelow === 0) return;
  const term = rule.termAt[t];
  const known = t - plan.payableMonths.informationLag;
  if (term < 0 || rule.terms[term].uniform >= 0 || known < 0) return;
  for (let r = 0; r < plan.regions; r++) {
    const at = r * paths + p;
    if (cut[at] === 1 || !(testedMonths(ledger, r, known, p) < rule.stopsBelow)) continue;
    cut[at] = 1;
    noteCut(ledger, r, t + 1, 1);
  }
}

/** Payable months that decide about a region's cut: its own or the pool's at the end of a month, negative for the first day. */
function testedMonths({ plan, paths, record }: Ledger, region: number, month: number, p: number): number {
  const byRegion = plan.cut?.byRegion === true;
  if (month < 0) return byRegion ? openingRegionMonths(plan, region) : openingPayableMonths(plan);
  return byRegion
    ? record.regions[((region * seriesNames.length + PAYABLE_MONTHS) * plan.months + month) * paths + p]
    : record.pool[(PAYABLE_MONTHS * plan.months + month) * paths + p];
}

function noteCut(ledger: Ledger, region: number, t: number, multiplier: number): void {
  if (ledger.journal === undefined) return;
  note(ledger, {
    t,
    kind: multiplier < 1 ? "cutInForce" : "cutEnded",
    rule: RULE,
    region,
    amount: 0,
    value: multiplier,
  });
}

function noteRelief(ledger: Ledger, t: number): void {
  const { notWaived } = ledger.plan;
  if (ledger.journal === undefined || notWaived[t] === (t === 0 ? 1 : notWaived[t - 1])) return;
  const value = 1 - notWaived[t];
  note(ledger, { t, kind: "reliefInForce", rule: "rules.contribution.relief", region: -1, amount: 0, value });
}
