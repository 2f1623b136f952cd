import type { Bilingual } from "../scenario/quantity.ts";
import { type AccountGroup, type BenefitPayer, statutoryBenefit } from "./benefitPayers.ts";

/** One thing that the fund pays and that is summed by calendar year on its own. */
export interface BenefitItem {
  /** "item." + account group + "." + name; the id of its tally. */
  readonly id: string;
  readonly group: AccountGroup;
  readonly payer: BenefitPayer;
  readonly name: Bilingual;
  readonly article: Bilingual | undefined;
}

const statutory = (name: string, code: string): BenefitItem => {
  const { group, payer, name: words, article } = statutoryBenefit(code);
  if (payer !== "fund") throw new Error(`${code} is paid by ${payer}, never by the fund`);
  return { id: `item.${group}.${name}`, group, payer, name: words, article };
};

const own = (group: AccountGroup, name: string, zh: string, en: string): BenefitItem => ({
  id: `item.${group}.${name}`,
  group,
  payer: "fund",
  name: { zh, en },
  article: undefined,
});

/** What the fund pays once, by key. Long-term benefits have a list of their own of the same shape. */
export const onceItems = {
  treatment: statutory("treatment", "MED"),
  rehabilitation: statutory("rehabilitation", "REHAB"),
  devices: statutory("devices", "DEVICE"),
  travel: statutory("travel", "TRAVEL"),
  meals: statutory("meals", "MEAL"),
  lumpSum: statutory("lumpSum", "LUMP"),
  medicalSubsidy: statutory("medicalSubsidy", "MED_SUBSIDY"),
  funeral: statutory("funeral", "FUNERAL"),
  deathGrant: statutory("deathGrant", "DEATH_LUMP"),
  advance: statutory("advance", "ADVANCE"),
  medicalGroup: own("medical", "group", "医疗组其余待遇", "other benefits of the medical group"),
  disabilityGroup: own("disability", "group", "伤残组其余待遇", "other benefits of the disability group"),
  deathGroup: own("death", "group", "死亡组其余待遇", "other benefits of the death group"),
  otherGroup: own("other", "group", "其他组待遇", "benefits of the group for others"),
  construction: own("other", "construction", "工程建设项目待遇", "benefits for construction projects"),
  largeEvent: own("other", "largeEvent", "重大事故待遇", "benefits for large accidents"),
} as const;
export type OnceItem = keyof typeof onceItems;
