import type { Tally } from "../simulation/shape.ts";
import type { Scenario } from "./schema.ts";

const kinds = {
  transferred: { unit: "yuan", zh: "划入省级专户", en: "moved to the provincial account" },
  called: { unit: "yuan", zh: "被调取", en: "called on" },
  emergency: { unit: "count", zh: "紧急请款", en: "emergency requests" },
} as const;

const reserveKinds = {
  setAside: { zh: "提取储备金", en: "Set aside as reserve" },
  drawn: { zh: "动用储备金", en: "Drawn from the reserve" },
  remittedUp: { zh: "上解上级储备金", en: "Reserve remitted to the upper level" },
} as const;

/** What the rules of the accounts and the reserve sum by calendar year: by region in id order, then the reserve's three. */
export function accountTallies({ basis, opening, rules }: Scenario): Tally[] {
  const { accounts, reserve } = rules;
  const moves = accounts?.demandDeposits ?? accounts?.termDeposits ?? opening.of.local;
  const inForce = { transferred: moves, called: accounts?.call, emergency: accounts?.emergency };
  const regions = [...basis.regions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byRegion = (["transferred", "called", "emergency"] as const).flatMap((what) =>
    inForce[what] === undefined
      ? []
      : regions.map(({ id, name }): Tally => {
          const { unit, zh, en } = kinds[what];
          const words = { zh: `${name.zh}${zh}`, en: `${name.en}: ${en}` };
          return { id: `account.${what}.${id}`, group: "account", unit, name: words, region: id };
        }),
  );
  const ofReserve =
    reserve === undefined || reserve.kind === "none"
      ? []
      : (["setAside", "drawn", "remittedUp"] as const).map((what): Tally => {
          return { id: `account.reserve.${what}`, group: "account", unit: "yuan", name: reserveKinds[what] };
        });
  return [...byRegion, ...ofReserve];
}
