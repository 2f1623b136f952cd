import { assumed, region } from "./fund.ts";

/**
 * A unit with monthly contributions at the announced rate, of which a uniform cut of 20 % leaves four fifths, and benefits, in yuan,
 * and an opening balance.
 */
export function unit(id: string, announced: number, benefits: number, openingBalance: number): object {
  return {
    ...region(id, announced * 100, openingBalance),
    claims: assumed(benefits / 10, "claims/month"),
  };
}

/** History of the twelve months of 2023 of a pool with monthly flows. */
export function historyOf(contributions: number, benefits: number): object[] {
  return [
    {
      from: "2023-01",
      months: 12,
      contributionIncome: assumed(12 * contributions, "yuan"),
      otherIncome: assumed(0, "yuan"),
      benefitPayout: assumed(12 * benefits, "yuan"),
      otherOutgo: assumed(0, "yuan"),
      transferUp: assumed(0, "yuan"),
    },
  ];
}

/** Suzhou's rules: units that pay separately, a pooled fund of 10 %, refilled below three months, and the waterfall. */
export const suzhouRules: Readonly<Record<string, unknown>> = {
  "rules.pooling": { kind: "separate" },
  "rules.pooledFund": {
    initial: { share: assumed(0.1, "fraction"), month: assumed("2024-06", "month") },
    majorAccidents: assumed("paid", "reading"),
    refill: { months: assumed(3, "months"), observation: assumed("yearEnd", "reading"), lag: assumed(6, "months") },
    provincialReserve: { share: assumed(0.01, "fraction"), month: assumed(6, "calendar month") },
  },
  "rules.shortfall": waterfall(),
};

/** Suzhou's steps, then finance of the same level with half of what is left. */
export function waterfall(forgone = "currentYear", returns = "cityFinance", changes: object = {}): object {
  return {
    kind: "waterfall",
    steps: [
      { kind: "ownSurplus" },
      { kind: "ownBalance" },
      { kind: "pooledCut", forgone: assumed(forgone, "reading"), below: assumed(18, "months"), ...changes },
      { kind: "pooledAid", localShare: assumed(0.2, "fraction"), returns: assumed(returns, "reading"), ...changes },
      {
        kind: "payer",
        id: "finance",
        name: { zh: "本级财政", en: "Finance of the same level" },
        share: assumed(0.5, "fraction"),
      },
    ],
  };
}

/** A cut of 20 % for every unit over three years, also for those below 18 payable months. */
export const uniformCut: object = {
  kind: "uniform",
  bands: [
    { level: assumed(18, "months"), cut: assumed(0.2, "fraction") },
    { level: assumed(24, "months"), cut: assumed(0.5, "fraction") },
  ],
  terms: [],
  scope: assumed("region", "reading"),
  cut: assumed(0.2, "fraction"),
  from: "2024-01",
  to: "2026-12",
};
