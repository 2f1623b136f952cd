import { daysInMonth, monthsBetween } from "../calendar.ts";
import type { Check } from "./checkRules.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./schema.ts";

/** Rules between the accounts, the reserve and the fund that they are for. */
export const accountChecks: readonly Check[] = [
  { reads: ["basis.kind", "basis.regions.id", "opening.of.local", "rules.accounts"], problems: checkPlaces },
  {
    reads: ["basis.kind", "basis.regions", "opening.of", "rules.accounts.cleanUp"],
    problems: checkLocalBalances,
  },
  { reads: ["start", "opening.of.local"], problems: checkLocalDeposits },
  { reads: ["start", "opening.history.months", "rules.accounts.turnoverFund"], problems: checkTurnoverFund },
  { reads: ["rules.accounts.calendar"], problems: checkCalendar },
  { reads: ["rules.accounts.demandDeposits", "rules.accounts.turnoverFund"], problems: checkOrder },
  { reads: ["rules.reserve"], problems: checkReserve },
];

/** Every region that the accounts name is one of the fund, once. */
function checkPlaces({ basis, opening, rules }: Scenario): Problem[] {
  const known = basis.regions.map(({ id }) => id);
  const { accounts } = rules;
  const turnover = accounts?.turnoverFund;
  const lists: [string, readonly { readonly region?: string | undefined }[], boolean][] = [
    ["opening.of.local", opening.of.local ?? [], true],
    ["rules.accounts.remittance.exceptions", accounts?.remittance?.exceptions ?? [], true],
    ["rules.accounts.turnoverFund.places", turnover?.kind === "shareOfMeanMonth" ? (turnover.places ?? []) : [], true],
    ["rules.accounts.calendar", accounts?.calendar ?? [], false],
  ];
  return lists.flatMap(([list, members, once]) => {
    const named = members.map(({ region }) => region);
    return named.flatMap((region, i): Problem[] => {
      const path = `${list}.${i}.region`;
      if (region === undefined) return [];
      if (!known.includes(region)) return [{ path, expected: "the id of a region of the fund", value: region }];
      return once && named.indexOf(region) !== i ? [{ path, expected: "a region named once", value: region }] : [];
    });
  });
}

/** What lies with a place is part of its opening balance; all parts and what was not cleared are part of the whole. */
function checkLocalBalances({ basis, opening, rules }: Scenario): Problem[] {
  const { local, turnoverFund, reserveFund, unremitted, termDeposits } = opening.of;
  const uncleared = rules.accounts?.cleanUp?.uncleared.value ?? 0;
  const held = (local ?? []).map(({ demand, termDeposits: deposits }) =>
    deposits.reduce((sum, { amount }) => sum + amount.value, demand.value),
  );
  const problems: Problem[] = (local ?? []).flatMap(({ region }, i) => {
    const balance = basis.regions.find(({ id }) => id === region)?.openingBalance.value;
    return balance === undefined || held[i] <= balance + 0.005
      ? []
      : [
          {
            path: `opening.of.local.${i}`,
            expected: `at most the region's opening balance, ${balance} yuan`,
            value: `${held[i]} yuan`,
          },
        ];
  });
  const total = basis.regions.reduce((sum, { openingBalance }) => sum + openingBalance.value, 0);
  const parts =
    turnoverFund.value +
    reserveFund.value +
    unremitted.value +
    termDeposits.reduce((sum, { amount }) => sum + amount.value, 0) +
    held.reduce((sum, each) => sum + each, 0);
  if (local !== undefined && problems.length === 0 && parts + uncleared > total + 0.005) {
    problems.push({
      path: "opening.of",
      expected: `parts of the opening balances, together ${total - uncleared} yuan`,
      value: `${parts} yuan`,
    });
  }
  if (uncleared > total + 0.005) {
    problems.push({
      path: "rules.accounts.cleanUp.uncleared.value",
      expected: `at most ${total}`,
      value: uncleared,
    });
  }
  return problems;
}

/** A local deposit matures in the run or after it. */
function checkLocalDeposits({ start, opening }: Scenario): Problem[] {
  return (opening.of.local ?? []).flatMap(({ termDeposits }, i) =>
    termDeposits.flatMap(({ matures }, j) =>
      monthsBetween(start, matures.slice(0, 7)) >= 0
        ? []
        : [
            {
              path: `opening.of.local.${i}.termDeposits.${j}.matures`,
              expected: `a month or a day from ${start} on`,
              value: matures,
            },
          ],
    ),
  );
}

/** A turnover fund needs twelve months of outgo, and by county the number of counties. */
function checkTurnoverFund({ opening, rules }: Scenario): Problem[] {
  const turnover = rules.accounts?.turnoverFund;
  if (turnover === undefined || turnover.kind === "none") return [];
  const problems: Problem[] = [];
  const covered = opening.history.reduce((sum, { months }) => sum + months, 0);
  if (covered < 12) {
    problems.push({
      path: "opening.history",
      expected: "at least 12 months, of which the turnover fund is a part",
      value: `${covered} months`,
    });
  }
  if (turnover.kind === "shareOfMeanMonth" && turnover.per.value === "county" && turnover.places === undefined) {
    problems.push({
      path: "rules.accounts.turnoverFund.places",
      expected: "the number of places of each region, which a turnover fund by county needs",
      value: undefined,
    });
  }
  return problems;
}

function checkCalendar({ rules }: Scenario): Problem[] {
  const duties = rules.accounts?.calendar ?? [];
  const ids = duties.map(({ id }) => id);
  return duties.flatMap((duty, i) => {
    const path = `rules.accounts.calendar.${i}`;
    const problems: Problem[] = [];
    if (ids.indexOf(duty.id) !== i) problems.push({ path: `${path}.id`, expected: "an id used once", value: duty.id });
    if (duty.kind === "yearlyDate") {
      const last = daysInMonth(2023, duty.month.value);
      if (duty.day.value > last) {
        problems.push({
          path: `${path}.day.value`,
          expected: `a day of that month, which has ${last}`,
          value: duty.day.value,
        });
      }
    }
    return problems;
  });
}

/** A turnover fund that is kept back of deposits is set before these move: on the same day or earlier. */
function checkOrder({ rules }: Scenario): Problem[] {
  const { demandDeposits, turnoverFund } = rules.accounts ?? {};
  if (turnoverFund?.kind !== "shareOfMeanMonth" || demandDeposits === undefined) return [];
  return turnoverFund.date <= demandDeposits.date
    ? []
    : [
        {
          path: "rules.accounts.turnoverFund.date",
          expected: `a day not after ${demandDeposits.date}, when what is left of the deposits moves`,
          value: turnoverFund.date,
        },
      ];
}

function checkReserve({ rules: { reserve } }: Scenario): Problem[] {
  if (reserve === undefined || reserve.kind === "none" || reserve.kind === "merged") return [];
  const { from, until } = reserve;
  if (from === undefined || until === undefined || from < until) return [];
  return [{ path: "rules.reserve.until", expected: `a day after ${from}`, value: until }];
}
