import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poolBalance, pooledAccount } from "../../../src/model/ledger/accounts.ts";
import type { JournalEvent } from "../../../src/model/ledger/journal.ts";
import { type Ledger, openLedger } from "../../../src/model/ledger/ledger.ts";
import { projectMonth } from "../../../src/model/ledger/projectMonth.ts";
import { afterCleanUp, maturity } from "../../../src/model/rules/balanceTransfer.ts";
import type { Plan } from "../../../src/model/scenario/plan.ts";
import { bundledFile } from "../../scenarios/bundled.ts";
import { arbitraryScenario, RUNS, TIMEOUT } from "../arbitraryScenario.ts";
import { assumed, fund, region } from "../fund.ts";
import { planOf, runPlan, worldOf } from "../properties/rows.ts";

describe("a term deposit arrives in the month of maturity, or in the next where its working days reach into it", () => {
  test.each([
    // Friday 22 March 2024 + 5 working days = 29 March; Monday 25 March + 5 = 1 April.
    ["2024-03-22", 5, false],
    ["2024-03-25", 5, true],
    ["2024-03-31", 0, false],
    ["2024-12-31", 1, true],
    ["2024-03", 5, false],
  ])("%s and %i working days", (matures, days, late) => {
    expect(maturity(matures, 10, days)).toEqual({ month: matures.slice(0, 7), amount: 10, late });
  });
});

test("what is not cleared is taken off the opening balances in proportion, to the last fen", () => {
  expect(afterCleanUp([500, 250, 150], 36)).toEqual([480, 240, 144]);
  expect(afterCleanUp([500, 250, 150], 0)).toEqual([500, 250, 150]);
  expect(afterCleanUp([900], 1)).toEqual([899]);
  const thirds = afterCleanUp([1, 1, 1], 0.1);
  expect(thirds.reduce((sum, each) => sum + each, 0)).toBeCloseTo(2.9, 12);
  const cleanUp = { kind: "staysLocal", date: "2023-12-31", uncleared: assumed(100, "yuan") };
  const plan = planOf(fund({ "rules.accounts": { cleanUp } }));
  expect([plan.shape.openingBalance, plan.ledger.openingBalance]).toEqual([800, [800]]);
});

/** Money by account at the end of a month, all places then by place. */
function stateOf(ledger: Ledger): { readonly [account: string]: number | number[] } {
  const { local, paths, plan } = ledger;
  const of = (values: Float64Array | undefined): number[] =>
    Array.from({ length: plan.regions }, (_, r) => values?.[r * paths] ?? Number.NaN);
  return {
    balance: ledger.sum.reduce((sum, _, i) => (i % paths === 0 ? sum + (ledger.sum[i] ?? 0) : sum), 0),
    pooled: pooledAccount(ledger, 0),
    turnoverFund: of(local?.turnoverFund),
    demand: of(local?.demand),
    onTheWay: of(local?.onTheWay),
    matured: of(local?.matured),
    term: of(local?.term),
  };
}

describe("Zhejiang, worked by hand: three cities, 2023 and 2024", () => {
  // Million yuan. Payments a month 30, 20 and 10: 5 % is 1.5, 1 and 0.5, so the floor of 1 is reached exactly by b and binds for c.
  // Contributions are 0.4 of payments: each month lacks 36. All money lies with the cities, a : b : c = 500 : 250 : 150 = 10 : 5 : 3.
  const deposit = (amount: number, matures: string) => ({ amount: assumed(amount * 1e6, "yuan"), matures });
  const city = (id: string, demand: number, termDeposits: object[]) => ({
    region: id,
    demand: assumed(demand * 1e6, "yuan"),
    termDeposits,
  });
  const stated = (bundledFile("provisions/zhejiang") as { rules: { accounts: Record<string, object> } }).rules.accounts;
  const scenario = fund({
    start: "2023-01",
    months: 24,
    "basis.regions": [region("a", 3e9, 500e6), region("b", 2e9, 250e6), region("c", 1e9, 150e6)],
    "basis.regions.a.contributionRate": 0.004,
    "basis.regions.b.contributionRate": 0.004,
    "basis.regions.c.contributionRate": 0.004,
    "opening.of.local": [
      city("a", 400, [deposit(100, "2024-12")]),
      city("b", 220, [deposit(30, "2024-03-28")]),
      city("c", 140, [deposit(10, "2025-01")]),
    ],
    "opening.history": [{ ...fund().opening.history[0], from: "2022-01", benefitPayout: assumed(720e6, "yuan") }],
    "rules.accounts": {
      ...stated,
      remittance: { kind: "regularly", onTheWay: assumed(0, "fraction") },
      // As in Jiangxi, so that b's deposit of Thursday 28 March arrives on 4 April.
      termDeposits: { kind: "atMaturity", workingDays: assumed(5, "working days") },
    },
  });
  const plan = planOf(scenario);
  const journal: JournalEvent[] = [];
  const ledger = openLedger(plan.ledger, worldOf(plan), 0, journal);
  const months = Array.from({ length: 24 }, (_, t) => {
    projectMonth(ledger, t, 0);
    return stateOf(ledger);
  });

  /** A tally by year and city, yuan. */
  const tallied = (what: string): number[][] =>
    [0, 1].map((year) =>
      ["a", "b", "c"].map((id) => {
        const at = plan.shape.tallies.findIndex((tally) => tally.id === `account.${what}.${id}`);
        return ledger.record.tallies[(at * plan.shape.years + year) * ledger.paths] ?? Number.NaN;
      }),
    );
  /** Amounts in fen, so that they compare to the fen. */
  const fen = (yuan: unknown): number[] => ([yuan].flat() as number[]).map((each) => Math.round(each * 100) + 0);

  test("the annual table", () => {
    // Eleven calls of 36 = 20 + 10 + 6 until November 2023; in December the rest of the demand deposits moves.
    // In 2024 the account holds 324.5 and takes in b's 30 in April; in October 5.5 are lacking (a 100 : c 10), in November 36
    // (a 95 : c 9.5); in December what is left of a's deposit moves.
    const table = [
      //            2023                                     2024
      [
        "called",
        [
          [220e6, 110e6, 66e6],
          [37_727_272.73, 0, 3_772_727.27],
        ],
      ],
      [
        "transferred",
        [
          [178.5e6, 109e6, 73e6],
          [62_272_727.27, 30e6, 0],
        ],
      ],
    ] as const;
    for (const [what, years] of table) {
      years.forEach((cities, year) => expect(fen(tallied(what)[year])).toEqual(fen(cities)));
    }
    const [end2023, end2024] = [months[11], months[23]];
    expect(fen(end2023?.["balance"])).toEqual(fen(468e6));
    expect(fen(end2023?.["turnoverFund"])).toEqual(fen([1.5e6, 1e6, 1e6]));
    expect(fen(end2023?.["demand"])).toEqual(fen([0, 0, 0]));
    expect(fen(end2023?.["term"])).toEqual(fen([100e6, 30e6, 10e6]));
    expect(fen(end2023?.["pooled"])).toEqual(fen(324.5e6));
    expect(fen(end2024?.["balance"])).toEqual(fen(36e6));
    expect(fen(end2024?.["turnoverFund"])).toEqual(fen([1.5e6, 1e6, 1e6]));
    expect(fen(end2024?.["term"])).toEqual(fen([0, 0, 6_227_272.73]));
    expect(fen(end2024?.["pooled"])).toEqual(fen(26_272_727.27));
  });

  test("month by month: calls while nothing has come up, a deposit that is on its way over the month end", () => {
    expect(fen(months[0]?.["demand"])).toEqual(fen([380e6, 210e6, 134e6]));
    expect(fen(months[0]?.["pooled"])).toEqual(fen(0));
    expect(fen(months[14]?.["term"])).toEqual(fen([100e6, 0, 10e6]));
    expect(fen(months[14]?.["matured"])).toEqual(fen([0, 30e6, 0]));
    expect(fen(months[14]?.["pooled"])).toEqual(fen(216.5e6));
    expect(fen(months[15]?.["matured"])).toEqual(fen([0, 0, 0]));
    expect(fen(months[15]?.["pooled"])).toEqual(fen(210.5e6));
    expect(fen(months[21]?.["term"])).toEqual(fen([95e6, 0, 9.5e6]));
    expect(fen(months[22]?.["term"])).toEqual(fen([62_272_727.27, 0, 6_227_272.73]));
  });

  test("the journal says what moved by which rule", () => {
    const said = journal.filter(({ t, kind }) => t === 11 && kind !== "remitted");
    expect(said.map(({ kind, region: r, rule }) => [kind, r, rule])).toEqual(
      [0, 1, 2].flatMap((r) => [
        ["turnoverSet", r, "rules.accounts.turnoverFund"],
        ["transferred", r, "rules.accounts.demandDeposits"],
      ]),
    );
    expect(journal.find(({ kind }) => kind === "called")).toMatchObject({ t: 0, region: 0, amount: 20e6 });
  });
});

test("equal amounts instead of the ratio: each of three places gives a third", () => {
  const call = {
    kind: "unremittedBalances",
    proportion: assumed("equal", "reading"),
    counts: assumed("demandOnly", "reading"),
  };
  const local = (id: string, demand: number) => ({ region: id, demand: assumed(demand, "yuan"), termDeposits: [] });
  const plan = planOf(
    fund({
      "basis.regions": [region("a", 5_000, 500), region("b", 3_000, 250), region("c", 2_000, 150)],
      "rules.contribution.collectionRate": 0.4,
      "opening.of.local": [local("a", 500), local("b", 250), local("c", 150)],
      "rules.accounts": { call },
    }),
  );
  const ledger = openLedger(plan.ledger, worldOf(plan), 0);
  projectMonth(ledger, 0, 0);
  expect(stateOf(ledger)).toMatchObject({ demand: [480, 230, 130] });
});

test("deposits that moved before the start lie in the provincial account on the first day", () => {
  const demandDeposits = { kind: "byDate", date: "2023-12-31" };
  const local = [{ region: "a", demand: assumed(300, "yuan"), termDeposits: [] }];
  const opening = (accounts: object): object =>
    planOf(fund({ "opening.of.local": local, "rules.accounts": accounts })).ledger.opening;
  expect(opening({ demandDeposits })).toMatchObject({ unremitted: 0 });
  expect(opening({})).toMatchObject({ unremitted: 300 });
  expect(opening({ demandDeposits: { kind: "byDate", date: "2024-01-31" } })).toMatchObject({ unremitted: 300 });
});

/** Random rules of the accounts, without those that name a region. */
const arbitraryAccounts = fc.record(
  {
    turnoverFund: fc.record({
      kind: fc.constant("months"),
      months: fc.constantFrom(0.05, 1, 4).map((value) => assumed(value, "months")),
      date: fc.constantFrom("2000-01-01", "2024-03-31"),
      reset: fc.constantFrom("once", "yearly").map((value) => assumed(value, "reading")),
    }),
    demandDeposits: fc.record({ kind: fc.constant("byDate"), date: fc.constantFrom("2000-01-01", "2024-06-30") }),
    termDeposits: fc.record({
      kind: fc.constant("atMaturity"),
      workingDays: fc.constantFrom(0, 5).map((value) => assumed(value, "working days")),
    }),
    remittance: fc.constantFrom<object>(
      { kind: "everyTenDays" },
      { kind: "workingDaysBeforeMonthEnd", steps: assumed([4, 2, 1], "working days") },
    ),
    call: fc.record({
      kind: fc.constant("unremittedBalances"),
      proportion: fc.constantFrom("ratio", "equal").map((value) => assumed(value, "reading")),
      counts: fc.constantFrom("withTermDeposits", "demandOnly").map((value) => assumed(value, "reading")),
    }),
    emergency: fc.constant({ kind: "abovePlan", margin: assumed(1, "ratio") }),
  },
  { requiredKeys: [] },
);

test("what is moved leaves one account and reaches one other; the fund's flows stay what they are", {
  timeout: TIMEOUT,
}, () => {
  fc.assert(
    fc.property(arbitraryScenario, arbitraryAccounts, (file, accounts) => {
      // Nothing may look at where money lies, or the measure would change with it.
      const readings = { "rules.payableMonths.numerator.value": parts, "rules.decision": { kind: "never" } };
      const without = planOf(file, readings);
      const plan: Plan = planOf(file, { ...readings, "rules.accounts": accounts });
      const block = runPlan(plan);
      expect(block.pool.slice(0, 5 * block.months * block.paths)).toEqual(
        runPlan(without).pool.slice(0, 5 * block.months * block.paths),
      );
      const journal: JournalEvent[] = [];
      const ledger = openLedger(plan.ledger, worldOf(plan), 0, journal);
      const { regions } = plan.ledger;
      let before = heldBy(ledger);
      for (let t = 0; t < block.months; t++) {
        journal.length = 0;
        projectMonth(ledger, t, 0);
        const after = heldBy(ledger);
        const scale = 1 + Math.abs(after.balance) + before.local.reduce((sum, each) => sum + each, 0);
        const near = (a: number, b: number): void => expect(Math.abs(a - b) / scale).toBeLessThan(1e-11);
        near(
          after.pooled + ledger.turnoverFund[0] + ledger.unremitted[0] + ledger.termDeposits[0] + ledger.reserveFund[0],
          after.balance,
        );
        for (const account of [ledger.turnoverFund, ledger.unremitted, ledger.termDeposits]) {
          expect(account[0]).toBeGreaterThanOrEqual(0);
        }
        const sum = (kind: string, r: number): number =>
          journal.reduce((total, each) => (each.kind === kind && each.region === r ? total + each.amount : total), 0);
        for (let r = 0; r < regions; r++) {
          // In: what was collected, less what arrived. Out: transferred and called. The turnover fund apart.
          const remits = accounts.remittance !== undefined;
          const collected = remits ? ledger.month.contributions[r] - sum("remitted", r) : 0;
          const turnover = sum("turnoverSet", r) - (after.turnover[r] - before.turnover[r]);
          const moved = collected - sum("transferred", r) - sum("called", r);
          const change = after.local[r] - before.local[r];
          if (accounts.turnoverFund === undefined && onlyCalled(ledger, before, after)) near(change, moved);
          else expect(turnover).toBeGreaterThanOrEqual(-1e-9 * scale);
        }
        before = after;
      }
    }),
    { numRuns: RUNS },
  );
});

const parts = ["pooledAccount", "turnoverFund", "reserveFund", "unremitted", "termDeposits"];

interface Held {
  readonly balance: number;
  readonly pooled: number;
  readonly turnover: number[];
  /** Demand deposits, money on the way and term deposits. */
  readonly local: number[];
}

function heldBy(ledger: Ledger): Held {
  const state = stateOf(ledger) as { readonly [account: string]: number[] };
  const of = (account: string, r: number): number => state[account]?.[r] ?? 0;
  const every = Array.from({ length: ledger.plan.regions }, (_, r) => r);
  const pooled = pooledAccount(ledger, 0);
  return {
    balance: poolBalance(ledger, 0),
    pooled,
    turnover: every.map((r) => of("turnoverFund", r)),
    local: every.map((r) => of("demand", r) + of("matured", r) + of("onTheWay", r) + of("term", r)),
  };
}

const FEN = 0.005;

/** Whether no other account was drawn on beside the calls, which the journal would not show: then nothing is left in the pooled one. */
function onlyCalled(ledger: Ledger, before: Held, after: Held): boolean {
  const turnoverKept = after.turnover.every((each, r) => each === before.turnover[r]);
  return turnoverKept && (ledger.plan.accounts?.call.withTerm === true || after.pooled > FEN);
}
