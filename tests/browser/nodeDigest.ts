import type { TestProject } from "vitest/node";
import { localHand } from "../../workers/local.ts";
import { createPool } from "../../workers/pool.ts";
import { startRun } from "../../workers/run.ts";
import { smallFund } from "../workers/fund.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Digest of smallFund() as Node computes it, for the tests in the browser to meet. */
    nodeDigest: string;
  }
}

export async function setup({ provide }: TestProject): Promise<void> {
  const { summaries } = await startRun({ scenarios: [smallFund()] }, createPool(localHand, 1)).outcome;
  provide("nodeDigest", summaries[0]?.digest ?? "none");
}
