import { type BenefitItem, type OnceItem, onceItems } from "../rules/benefitItems.ts";
import type { Tally } from "../simulation/shape.ts";
import { benefitGroups } from "./basis.ts";
import type { LedgerPlan, WorldPlan } from "./plan.ts";
import type { Scenario } from "./schema.ts";

const groupItems: { readonly [line: string]: OnceItem } = {
  medical: "medicalGroup",
  disability: "disabilityGroup",
  death: "deathGroup",
  other: "otherGroup",
  construction: "construction",
};

/** What the fund spends on investigation for recognition, where it does. */
export const investigationTally: Tally = {
  id: "account.investigation",
  group: "account",
  unit: "yuan",
  name: { zh: "工伤认定调查支出", en: "investigation for recognition" },
};

/** What comes back of advance payments. */
const recoveryTally: Tally = {
  id: "income.advanceRecovered",
  group: "income",
  unit: "yuan",
  name: { zh: "追回的先行支付", en: "advance payments recovered" },
};

/** Items whose cost is known apart, in the order of the accounts: only where the basis has outcomes. */
function itemsInForce({ basis, rules, drivers }: Scenario): OnceItem[] {
  if (basis.kind !== "detailed" || basis.outcomes === undefined) return [];
  const benefits = rules.benefits ?? {};
  return [
    "treatment",
    "rehabilitation",
    "devices",
    "travel",
    ...(benefits.medicalCare === undefined ? [] : ["meals" as const]),
    ...(benefits.lumpSum === undefined ? [] : ["lumpSum" as const]),
    ...(benefits.medicalSubsidy === undefined ? [] : ["medicalSubsidy" as const]),
    ...(benefits.funeral === undefined ? [] : ["funeral" as const]),
    ...(benefits.deathGrant === undefined ? [] : ["deathGrant" as const]),
    ...(benefits.advance === undefined ? [] : ["advance" as const]),
    ...(basis.groups === undefined ? [] : benefitGroups.map((group) => groupItems[group])),
    ...(basis.construction === undefined ? [] : ["construction" as const]),
    ...(drivers.largeEvent === undefined ? [] : ["largeEvent" as const]),
  ];
}

/** Tallies of the items paid once, of what is recovered, and of investigation paid by the fund. */
export function itemTallies(scenario: Scenario): Tally[] {
  const items = itemsInForce(scenario);
  return [
    ...items.map((item) => tallyOf(onceItems[item])),
    ...(items.includes("advance") ? [recoveryTally] : []),
    ...(scenario.rules.costs.investigation?.payer.value === "fund" ? [investigationTally] : []),
  ];
}

/** The tally of an item. */
export function tallyOf({ id, name }: BenefitItem): Tally {
  return { id, group: "benefitItem", unit: "yuan", name };
}

/** By benefit line: the items that share its cost; empty where benefits are not known by item. */
export function lineItemsOf(scenario: Scenario, world: WorldPlan, tallies: readonly Tally[]): LedgerPlan["lineItems"] {
  const { basis } = scenario;
  if (basis.kind !== "detailed" || basis.outcomes === undefined) return [];
  const { rehabilitation, devices, travel } = basis.outcomes.care;
  const at = (item: OnceItem): number => tallies.findIndex(({ id }) => id === onceItems[item].id);
  const whole = (item: OnceItem) => [{ tally: at(item), share: 1 }];
  const treatment = 1 - rehabilitation.value - devices.value - travel.value;
  const care = [
    { tally: at("rehabilitation"), share: rehabilitation.value },
    { tally: at("devices"), share: devices.value },
    { tally: at("travel"), share: travel.value },
    { tally: at("treatment"), share: treatment },
  ];
  const [{ cells, items }] = world.regions;
  return [
    ...cells.map(({ line, outcome }) => (outcome === undefined ? whole(groupItems[line]) : care)),
    ...items.map(({ item }) => whole(item)),
    ...(world.largeEvent === undefined ? [] : [whole("largeEvent")]),
  ];
}

/** Where advance payments stand among the lines, and how they come back. */
export function advanceOf({ rules }: Scenario, world: WorldPlan, tallies: readonly Tally[]): LedgerPlan["advance"] {
  const rule = rules.benefits?.advance;
  const [{ cells, items }] = world.regions;
  const place = items.findIndex(({ item }) => item === "advance");
  if (rule === undefined || place < 0) return undefined;
  return {
    line: cells.length + place,
    recovery: rule.recovery.value,
    delay: rule.delay.value,
    tally: tallies.findIndex(({ id }) => id === recoveryTally.id),
    before: world.regions.map(({ items: own }) => own[place].units * own[place].meanCost),
  };
}
