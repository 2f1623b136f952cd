import { bearerOf, type WaterfallStep } from "../rules/waterfall.ts";
import type { Tally } from "../simulation/shape.ts";
import type { Bilingual } from "./quantity.ts";
import type { Rules } from "./rules.ts";
import type { Scenario } from "./schema.ts";

/** Someone who pays a part of a gap. */
export interface Payer {
  readonly id: string;
  readonly name: Bilingual;
}

/** Names of those who pay by a rule that does not name them. */
const ownNames: { readonly [kind in Exclude<WaterfallStep["kind"], "payer">]: Payer } = {
  ownSurplus: { id: "ownSurplus", name: { zh: "本地当年结余", en: "The unit's surplus of the year" } },
  ownBalance: { id: "ownBalance", name: { zh: "本地累计结余", en: "The unit's cumulative balance" } },
  oldBalances: { id: "oldBalances", name: { zh: "历年滚存结余", en: "Balances of earlier years" } },
  reserveFund: { id: "reserveFund", name: { zh: "储备金", en: "Reserve fund" } },
  termDeposits: { id: "termDeposits", name: { zh: "定期存款变现", en: "Term deposits cashed in" } },
  pooledCut: {
    id: "pooledFund",
    name: { zh: "统筹基金（弥补统一降费的缺口）", en: "Pooled fund, for the uniform cut" },
  },
  pooledAid: { id: "pooledAid", name: { zh: "统筹基金补助", en: "Pooled fund, aid on application" } },
};
export const provincialFund: Payer = {
  id: "provincialFund",
  name: { zh: "省级统筹基金（年度缺口分担）", en: "Provincial fund (yearly sharing)" },
};
export const localGovernment: Payer = {
  id: "localGovernment",
  name: { zh: "市县政府（年度缺口分担）", en: "Local governments (yearly sharing)" },
};

/** Id of the payer that a step pays as, before anyone makes it good. */
export function payerOfStep(step: WaterfallStep): Payer {
  return step.kind === "payer" ? { id: step.id, name: step.name } : ownNames[step.kind];
}

/** Everyone who may bear a part of a gap, in the order of payment, each once; those of a yearly settlement last. */
export function payersOf({ shortfall, settlement }: Rules): Payer[] {
  const found: Payer[] = [];
  const add = (payer: Payer): void => {
    if (!found.some(({ id }) => id === payer.id)) found.push(payer);
  };
  if (shortfall.kind === "gap") for (const { id, name } of shortfall.payers) add({ id, name });
  if (shortfall.kind === "waterfall") {
    const payers = shortfall.steps.map(payerOfStep);
    for (const { id } of payers) {
      const bearer = bearerOf(shortfall.steps, id);
      add(payers.find((payer) => payer.id === bearer) ?? { id: bearer, name: { zh: bearer, en: bearer } });
    }
  }
  if (settlement !== undefined) for (const payer of [provincialFund, localGovernment]) add(payer);
  return found;
}

/** Whether who pays what is tallied by region. */
export function talliesSharing({ shortfall, pooling, pooledFund, settlement }: Rules): boolean {
  return (
    shortfall.kind === "waterfall" ||
    pooling?.kind === "separate" ||
    pooledFund !== undefined ||
    settlement !== undefined
  );
}

/** Tallies of who pays by payer and region, then the local share of aid by region, then broken budgets. */
export function sharingTallies({ rules, basis }: Scenario): Tally[] {
  const regions = basis.regions.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const givesAid =
    rules.shortfall.kind === "waterfall" && rules.shortfall.steps.some(({ kind }) => kind === "pooledAid");
  const payers = [...payersOf(rules), unpaid, ...(givesAid ? [localShareOfAid] : [])];
  const tallied = payers.flatMap((payer) =>
    regions.map(
      (region): Tally => ({
        id: `sharing.${payer.id}.${region.id}`,
        group: "sharing",
        unit: "yuan",
        name: {
          zh: `${region.name.zh}的缺口：${payer.name.zh}`,
          en: `Gap of ${region.name.en}: ${lowerFirst(payer.name.en)}`,
        },
        region: region.id,
      }),
    ),
  );
  const intoPooledFund = regions.map(
    ({ id, name }): Tally => ({
      id: `account.toPooledFund.${id}`,
      group: "account",
      unit: "yuan",
      name: { zh: `${name.zh}上解统筹基金`, en: `${name.en}: paid into the pooled fund` },
      region: id,
    }),
  );
  const broken: Tally = {
    id: "budget.constraintBroken",
    group: "budget",
    unit: "count",
    name: {
      zh: "当年编制的下年预算不符合预算约束",
      en: "Next year's budget, drafted in the year, breaks its constraint",
    },
  };
  return [
    ...(talliesSharing(rules) ? tallied : []),
    ...(rules.pooledFund === undefined ? [] : intoPooledFund),
    ...(rules.budget === undefined ? [] : [broken]),
  ];
}

const unpaid: Payer = { id: "unpaid", name: { zh: "无人分担（未能支付）", en: "Nobody (unpaid)" } };
const localShareOfAid: Payer = {
  id: "localShareOfAid",
  name: { zh: "当地政府按补助额上解市级财政", en: "Paid by the local government to city finance out of aid" },
};

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
