import type { Ledger } from "./ledger.ts";

/**
 * What happened in a month of a path that is run in full detail, for a person to read. `rule` is the dotted place of the rule in
 * the scenario, by which its document and article are found. `region` is a region's index, or -1 for the whole fund.
 */
export interface JournalEvent {
  readonly t: number;
  readonly kind:
    | "triggerFired"
    | "measureDecided"
    | "measureInForce"
    | "measureEnded"
    | "upliftInForce"
    | "cutInForce"
    | "cutEnded"
    | "reliefInForce"
    | "stepsChanged"
    | "transferred"
    | "called"
    | "emergencyRequest"
    | "remitted"
    | "refilled"
    | "turnoverSet"
    | "reserveFilled"
    | "reserveDrawn"
    | "gapOpened"
    | "gapPaid"
    | "unpaid"
    | "budgetDrafted"
    | "settled"
    | "indexed";
  readonly rule: string;
  readonly region: number;
  /** Money, yuan; 0 where the event moves none. */
  readonly amount: number;
  /** A figure beside the money, such as payable months or a rate factor. */
  readonly value?: number;
  /** Who paid, where somebody did. */
  readonly payer?: string;
}

/** Writes an event down where the path is run in detail; costs nothing elsewhere. */
export function note(ledger: Ledger, event: JournalEvent): void {
  ledger.journal?.push(event);
}
